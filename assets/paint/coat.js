// What a painted input looks like: other colours and numbers in the grids that depend on it.

import { writeNumber } from "../shared/numbers.js";
import { bytesOf, colorFor, inkOn, ramp } from "./colors.js";
import { addressOf, groundOf, pixels } from "./picture.js";

/** @import { Chart, Contents, Grid, Layout, StageData } from "../shared/types.js" */
/** @import { Example } from "../player/example.js" */
/** @import { Triple } from "./colors.js" */

const BLANK = "\u00a0";

export class Coat {
  /**
   * @param {Example} example
   * @param {StageData["colors"]} colors
   * @param {string[]} strokes Roles whose negative cells have a stroke.
   */
  constructor(example, colors, strokes) {
    this.strokes = strokes;
    this.scale = ramp(colors);
    this.look = {
      line: bytesOf(colors.line),
      padding: bytesOf(colors.padding),
      hatch: bytesOf(colors.hatch),
      ink: bytesOf(colors.ink),
    };
    /** @type {Record<string, Contents>} */
    this.contents = {};
    /** @type {Map<string, string>} */
    this.pictures = new Map(); // addresses, by the names of the images
    /** @type {Map<string, string>} */
    this.drawn = new Map(); // what each picture was made of
    this.paint(example);
  }

  /**
   * Colour and write everything anew that has changed.
   *
   * @param {Example} example
   */
  paint(example) {
    const results = [example.output, ...(example.activated ? [example.activated] : [])];
    this.role("input", example.grid, limitOf([example.grid]), example.kind.values);
    example.results.forEach((role, i) => this.role(role, results[i], limitOf(results), null));
  }

  /**
   * @param {string} role
   * @param {Grid} grid
   * @param {number} limit
   * @param {Grid["values"] | null} kinds
   */
  role(role, { values, shape }, limit, kinds) {
    const [panels, rows, cols] = shape;
    /** @type {string[]} */
    const text = [];
    /** @type {string[]} */
    const inks = [];
    for (let panel = 0; panel < panels; panel++) {
      const own = values.subarray(panel * rows * cols, (panel + 1) * rows * cols);
      /** @type {Triple[]} */
      const cells = Array.from(own, (value) =>
        colorFor(this.scale, role === "input" && !Number.isFinite(value) ? 0 : value, limit),
      );
      own.forEach((/** @type {number} */ value) => {
        text.push(Number.isNaN(value) ? BLANK : writeNumber(value));
      });
      cells.forEach((cell, i) => {
        inks.push(inkOn(kinds ? groundOf(cell, kinds[i], this.look.padding) : cell));
      });
      const below = this.strokes.includes(role)
        ? Array.from(own, (value) => Number.isFinite(value) && value < 0)
        : null;
      this.picture(`${role}:${panel}`, cells, [rows, cols], kinds, below);
    }
    this.contents[`numbers:${role}`] = { text, customdata: text, textfont: { color: inks } };
  }

  /**
   * @param {string} name
   * @param {Triple[]} cells
   * @param {[number, number]} size
   * @param {Grid["values"] | null} kinds
   * @param {boolean[] | null} below
   */
  picture(name, cells, size, kinds, below) {
    const made = cells.join(";");
    if (this.drawn.get(name) === made) return;
    this.drawn.set(name, made);
    this.pictures.set(name, addressOf(pixels(cells, size, this.look, kinds, below)));
  }

  /**
   * What the traces consist of in one layout, and the pictures under them.
   *
   * @param {Chart} gd
   * @param {Layout} layout
   * @returns {Record<string, Contents>}
   */
  on(gd, layout) {
    gd.layout.images.forEach((image, i) => {
      const address = this.pictures.get(image.name);
      if (address) show(gd, i, address);
    });
    const written = Object.entries(this.contents).filter(([name]) => {
      return layout.regions[name.split(":")[1]][5] > 0; // its numbers can be read
    });
    return Object.fromEntries(
      written.map(([name, contents]) => {
        const before = gd.data.find((trace) => trace.name === name)?.textfont;
        return [name, { ...contents, textfont: { ...before, ...contents.textfont } }];
      }),
    );
  }
}

/** @param {Grid[]} grids */
function limitOf(grids) {
  let limit = 0;
  for (const { values } of grids) {
    for (const value of values) {
      if (Number.isFinite(value)) limit = Math.max(limit, Math.abs(value));
    }
  }
  return limit;
}

/**
 * Put another picture in an image's place, on the screen and in what Plotly remembers. Other grids may
 * have the same picture, so the node is found by what Plotly drew it from.
 *
 * @param {Chart} gd
 * @param {number} index
 * @param {string} address
 */
function show(gd, index, address) {
  const image = gd.layout.images[index];
  if (image.source === address) return;
  const nodes = [...gd.querySelectorAll("image")];
  const node = nodes.find((one) => {
    const drawn = /** @type {{ __data__?: { name?: string } }} */ (/** @type {unknown} */ (one));
    return drawn.__data__?.name === image.name;
  });
  node?.setAttribute("href", address);
  image.source = address;
  gd._fullLayout.images[index].source = address;
}
