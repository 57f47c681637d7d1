// A frame is made when it is needed: the few paths and texts that differ from step to step.

const NOTHING = { x: [null], y: [null] };

function boxes(cells) {
  const x = [];
  const y = [];
  for (const [row, col] of cells) {
    x.push(col - 0.5, col + 0.5, col + 0.5, col - 0.5, col - 0.5, null);
    y.push(row - 0.5, row - 0.5, row + 0.5, row + 0.5, row - 0.5, null);
  }
  x.pop();
  y.pop();
  return cells.length ? { x, y } : NOTHING;
}

function box(top, left, bottom, right) {
  return {
    x: [left - 0.5, right + 0.5, right + 0.5, left - 0.5, left - 0.5],
    y: [top - 0.5, top - 0.5, bottom + 0.5, bottom + 0.5, top - 0.5],
  };
}

// The output cells not computed yet, as one polygon (visualizer/figures/scene.py: cover_path).
function cover(example, filter, now) {
  const height = example.outHeight;
  const width = example.outWidth;
  if (filter < now.filter) return NOTHING;
  if (filter > now.filter) return box(1, 1, height, width);
  const row = now.row + 1;
  const col = now.col + 1;
  if (col === width) return row === height ? NOTHING : box(row + 1, 1, height, width);
  if (row === height) return box(row, col + 1, height, width);
  const bottom = height + 0.5;
  const right = width + 0.5;
  return {
    x: [col + 0.5, right, right, 0.5, 0.5, col + 0.5, col + 0.5],
    y: [row - 0.5, row - 0.5, bottom, bottom, row + 0.5, row + 0.5, row - 0.5],
  };
}

function windowPath(example, now) {
  const [top, left] = example.data.origin;
  const rows = now.rows.map((r) => r + 1 - top);
  const cols = now.cols.map((c) => c + 1 - left);
  const [dy, dx] = example.data.dilation;
  if ((dy === 1 && dx === 1) || (rows.length === 1 && cols.length === 1)) {
    return box(rows[0], cols[0], rows[rows.length - 1], cols[cols.length - 1]);
  }
  return boxes(rows.flatMap((r) => cols.map((c) => [r, c])));
}

function shownNumber(example, term) {
  if (term.weight !== null) return writeNumber(term.value * term.weight);
  if (!term.inside || (example.data.operation === "max" && !term.real)) return "";
  return writeNumber(term.value);
}

// The moving traces' new contents by trace name. `lights` names cells to outline, by panel name.
function contents(example, now, lights) {
  const made = {};
  for (let c = 0; c < example.channels; c++) {
    made[`window:input:${c}`] = now.channels.includes(c) ? windowPath(example, now) : NOTHING;
    made[`light:input:${c}`] = boxes(lights[`input:${c}`] || []);
  }
  now.channels.forEach((_, i) => {
    const terms = now.terms.filter((term) => term.index === i);
    made[`numbers:products:${i}`] = { text: terms.map((term) => shownNumber(example, term)) };
    const sum = now.sums[i];
    made[`sum:products:${i}`] = { text: [sum === null ? "" : `Σ ${writeNumber(sum)}`] };
    made[`light:products:${i}`] = boxes(lights[`products:${i}`] || []);
    if (example.weight) made[`light:kernel:${i}`] = boxes(lights[`kernel:${i}`] || []);
  });
  const roles = example.activated ? ["output", "activated"] : ["output"];
  for (const role of roles) {
    for (let f = 0; f < example.filters; f++) {
      made[`cover:${role}:${f}`] = cover(example, f, now);
      made[`outline:${role}:${f}`] = {}; // named, or the covers would be drawn over it
      made[`light:${role}:${f}`] = boxes(lights[`${role}:${f}`] || []);
      made[`mark:${role}:${f}`] = f === now.filter ? boxes([[now.row + 1, now.col + 1]]) : NOTHING;
    }
  }
  return made;
}
