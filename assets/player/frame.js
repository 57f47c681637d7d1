// A frame is made when it is needed: the few paths and texts that differ from step to step. The
// paths are those of visualizer/figures/scene.py; `offsets` are a role's from the layout in use.

import { writeAdded, writeNumber, writePrecise, writeSum } from "../shared/numbers.js";

/** @import { Cell, Contents, Lights, Moment, Offset, Path, Sign, StageData, Term } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * @typedef {object} Places Where things are in the layout in use.
 * @property {Record<string, Offset[]>} offsets Each panel's first cell, by role.
 * @property {Record<string, Sign>} signs The sign before each role.
 * @property {boolean} readable Whether products can be read at this width.
 */

// What says nothing now: Plotly would take an empty text away for good. As in lettering.py.
export const BLANK = "\u00a0";

/** @returns {Path} */
const nothing = () => ({ x: [null], y: [null] });

/**
 * Put paths after one another into one, with gaps between.
 *
 * @param {Path[]} paths
 */
function joined(paths) {
  const drawn = paths.filter((path) => path.x[0] !== null);
  if (!drawn.length) return nothing();
  /** @type {Path} */
  const all = { x: [], y: [] };
  for (const path of drawn) {
    if (all.x.length) {
      all.x.push(null);
      all.y.push(null);
    }
    for (let i = 0; i < path.x.length; i++) {
      all.x.push(path.x[i]);
      all.y.push(path.y[i]);
    }
  }
  return all;
}

/**
 * @param {number} top
 * @param {number} left
 * @param {number} bottom
 * @param {number} right
 * @returns {Path}
 */
function box(top, left, bottom, right) {
  return { x: [left, right, right, left, left], y: [top, top, bottom, bottom, top] };
}

/**
 * Outline cells of one panel.
 *
 * @param {Cell[]} cells
 * @param {Offset} offset
 */
export function boxes(cells, [right, down]) {
  return joined(cells.map(([r, c]) => box(down + r, right + c, down + r + 1, right + c + 1)));
}

/**
 * The output cells not computed yet, as one polygon, and the outline of every cell.
 *
 * @param {Example} example
 * @param {number} filter
 * @param {Moment} now
 * @param {Offset} offset
 */
function cover(example, filter, now, [right, down]) {
  const { outHeight: height, outWidth: width } = example;
  const [bottom, end] = [down + height, right + width];
  const paths = [];
  if (filter >= now.filter) {
    const here = filter === now.filter;
    // A cell in the making is not shown yet.
    const [row, col] = here ? [now.row, now.col + (now.known ? 0 : 1)] : [0, 0];
    const [x, y] = [right + col, down + row];
    if (col < width && row < height - 1) {
      const turns = { x: [x, end, end, right, right, x, x], y: [y, y, bottom, bottom] };
      paths.push({ x: turns.x, y: [...turns.y, y + 1, y + 1, y] });
    } else if (col < width) paths.push(box(y, x, bottom, end));
    else if (row < height - 1) paths.push(box(y + 1, right, bottom, end));
  }
  for (let r = 0; r <= height; r++) paths.push({ x: [right, end], y: [down + r, down + r] });
  for (let c = 0; c <= width; c++) paths.push({ x: [right + c, right + c], y: [down, bottom] });
  return joined(paths);
}

/**
 * The window on one input map: one box, or every tap when the kernel is dilated.
 *
 * @param {Example} example
 * @param {Moment} now
 * @param {Offset} offset
 */
function windowPath(example, { rows, cols }, [right, down]) {
  const [dy, dx] = example.data.dilation;
  if ((dy === 1 && dx === 1) || (rows.length === 1 && cols.length === 1)) {
    const [bottom, end] = [rows[rows.length - 1] + 1, cols[cols.length - 1] + 1];
    return box(down + rows[0], right + cols[0], down + bottom, right + end);
  }
  const cells = rows.flatMap((r) => cols.map((c) => /** @type {Cell} */ ([r, c])));
  return boxes(cells, [right, down]);
}

/**
 * The middle of every cell of a role's panels, row by row; `foot` adds a place under each panel.
 *
 * @param {[number, number]} size
 * @param {Offset[]} offsets
 * @param {number | null} foot How far below it; null for no sums.
 */
export function centres([rows, cols], offsets, foot) {
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
  for (const [right, down] of foot === null ? [] : offsets) {
    x.push(right + cols / 2);
    y.push(down + rows + (foot ?? 0));
  }
  return { x, y };
}

/**
 * Lines through the rows and columns of the input that no window ever reads.
 *
 * @param {Pick<StageData, "unusedRows" | "unusedCols">} data
 * @param {[number, number]} size
 * @param {Offset[]} offsets
 */
export function strikes(data, [rows, cols], offsets) {
  const paths = offsets.flatMap(([right, down]) => [
    ...data.unusedRows.map((row) => {
      const y = down + row + 0.5;
      return { x: [right, right + cols], y: [y, y] };
    }),
    ...data.unusedCols.map((col) => {
      const x = right + col + 0.5;
      return { x: [x, x], y: [down, down + rows] };
    }),
  ]);
  return joined(paths);
}

/** @param {Term} term */
function writeProduct({ value, weight, counted }) {
  if (weight !== null) return writePrecise(value * weight);
  return counted ? writeNumber(value) : BLANK;
}

/**
 * The texts of the products panels: every product known so far, then each channel's sum.
 *
 * @param {Moment} now
 * @param {boolean} [readable]
 */
export function products(now, readable = true) {
  const { newest, terms } = now;
  const until = now.known ? terms.findIndex((term) => term === newest) : terms.length - 1;
  const sums = now.sums.map((sum, index) => {
    if (sum === null) return BLANK;
    const mine = terms.filter((term, i) => term.index === index && i <= until);
    return `Σ ${writeSum(
      sum,
      mine.map(({ value, weight }) => value * (weight ?? 1)),
    )}`;
  });
  return [
    ...terms.map((term, i) => (readable && i <= until ? writeProduct(term) : BLANK)),
    ...sums,
  ];
}

/**
 * The moving traces' new contents, by name.
 *
 * @param {Example} example
 * @param {Moment} now
 * @param {Lights} lights
 * @param {Places} places
 */
export function contents(example, now, lights, { offsets, signs, readable }) {
  /** @param {string} role */
  const light = (role) => joined(offsets[role].map((at, i) => boxes(lights[role]?.[i] ?? [], at)));
  const windows = now.channels.map((c) => windowPath(example, now, offsets.input[c]));
  /** @type {Record<string, Contents>} */
  const made = {
    "window:input": joined(windows),
    "light:input": light("input"),
    "numbers:products": { text: products(now, readable) },
  };
  if (now.bias !== null && example.data.hasBias) {
    const [x, , y] = signs.output;
    made["bias:output"] = { x: [x], y: [y], text: [writeAdded(now.bias)] };
  }
  if (example.weight) made["light:kernel"] = light("kernel");
  if (now.winner === null && example.winner) {
    made["winner:input"] = made["winner:products"] = nothing();
  } else if (now.winner !== null) {
    const ky = Math.floor(now.winner / now.cols.length);
    const kx = now.winner % now.cols.length;
    made["winner:input"] = boxes([[now.rows[ky], now.cols[kx]]], offsets.input[now.filter]);
    made["winner:products"] = boxes([[ky, kx]], offsets.products[0]);
  }
  for (const role of example.results) {
    made[`cover:${role}`] = joined(offsets[role].map((at, f) => cover(example, f, now, at)));
    made[`light:${role}`] = light(role);
    made[`mark:${role}`] = boxes([[now.row, now.col]], offsets[role][now.filter]);
  }
  return made;
}
