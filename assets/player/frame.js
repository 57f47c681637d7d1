// A frame is made when it is needed: the few paths and texts that differ from step to step. The
// paths are those of visualizer/figures/scene.py; `offsets` are a role's from the layout in use.

const NOTHING = { x: [null], y: [null] };

function joined(paths) {
  const x = [];
  const y = [];
  for (const path of paths) {
    if (path.x[0] === null) continue;
    if (x.length) {
      x.push(null);
      y.push(null);
    }
    for (let i = 0; i < path.x.length; i++) {
      x.push(path.x[i]);
      y.push(path.y[i]);
    }
  }
  return x.length ? { x, y } : NOTHING;
}

function box(top, left, bottom, right) {
  return { x: [left, right, right, left, left], y: [top, top, bottom, bottom, top] };
}

// Outline cells of one panel, given as [row, column].
function boxes(cells, [right, down]) {
  return joined(cells.map(([r, c]) => box(down + r, right + c, down + r + 1, right + c + 1)));
}

// The output cells not computed yet, as one polygon, and the outline of every cell.
function cover(example, filter, now, [right, down]) {
  const height = example.outHeight;
  const width = example.outWidth;
  const paths = [];
  if (filter >= now.filter) {
    const row = filter === now.filter ? now.row : 0;
    const col = filter === now.filter ? now.col + 1 : 0;
    const bottom = down + height;
    const end = right + width;
    const x = right + col;
    const y = down + row;
    if (col === width && row === height - 1) paths.push(NOTHING);
    else if (col === width) paths.push(box(y + 1, right, bottom, end));
    else if (row === height - 1) paths.push(box(y, x, bottom, end));
    else paths.push({ x: [x, end, end, right, right, x, x], y: [y, y, bottom, bottom, y + 1, y + 1, y] });
  }
  for (let r = 0; r <= height; r++) paths.push({ x: [right, right + width], y: [down + r, down + r] });
  for (let c = 0; c <= width; c++) paths.push({ x: [right + c, right + c], y: [down, down + height] });
  return joined(paths);
}

function windowPath(example, now, [right, down]) {
  const { rows, cols } = now;
  const [dy, dx] = example.data.dilation;
  if ((dy === 1 && dx === 1) || (rows.length === 1 && cols.length === 1)) {
    const last = [rows[rows.length - 1] + 1, cols[cols.length - 1] + 1];
    return box(down + rows[0], right + cols[0], down + last[0], right + last[1]);
  }
  return boxes(rows.flatMap((r) => cols.map((c) => [r, c])), [right, down]);
}

// The middle of every cell of a role's panels, row by row; `sums` adds a place under each panel.
function centres([rows, cols], offsets, sums) {
  const x = [];
  const y = [];
  for (const [right, down] of offsets) {
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) {
        x.push(right + c + 0.5);
        y.push(down + r + 0.5);
      }
    }
  }
  for (const [right, down] of sums ? offsets : []) {
    x.push(right + cols / 2);
    y.push(down + rows + 0.38);
  }
  return { x, y };
}

// Lines through the rows and columns of the input that no window ever reads.
function lines(data, [rows, cols], offsets) {
  return joined(offsets.flatMap(([right, down]) => [
    ...data.unusedRows.map((row) => ({ x: [right, right + cols], y: [down + row + 0.5, down + row + 0.5] })),
    ...data.unusedCols.map((col) => ({ x: [right + col + 0.5, right + col + 0.5], y: [down, down + rows] })),
  ]));
}

function shownNumber(example, term) {
  if (term.weight !== null) return writeNumber(term.value * term.weight);
  return term.counted ? writeNumber(term.value) : "";
}

// The moving traces' new contents by name. `lights[role][index]` lists cells to outline.
function contents(example, now, lights, offsets) {
  const light = (role) =>
    joined(offsets[role].map((at, i) => boxes(lights[role]?.[i] || [], at)));
  const made = {
    "window:input": joined(now.channels.map((c) => windowPath(example, now, offsets.input[c]))),
    "light:input": light("input"),
  };
  const products = now.terms.map((term) => shownNumber(example, term));
  const sums = now.sums.filter((sum) => sum !== null).map((sum) => `Σ ${writeNumber(sum)}`);
  made["numbers:products"] = { text: [...products, ...sums] };
  if (example.weight) made["light:kernel"] = light("kernel");
  if (now.winner !== null) {
    const [ky, kx] = [Math.floor(now.winner / now.cols.length), now.winner % now.cols.length];
    made["winner:input"] = boxes([[now.rows[ky], now.cols[kx]]], offsets.input[now.filter]);
    made["winner:products"] = boxes([[ky, kx]], offsets.products[0]);
  }
  for (const role of example.activated ? ["output", "activated"] : ["output"]) {
    made[`cover:${role}`] = joined(offsets[role].map((at, f) => cover(example, f, now, at)));
    made[`light:${role}`] = light(role);
    made[`mark:${role}`] = boxes([[now.row, now.col]], offsets[role][now.filter]);
  }
  return made;
}
