// Everything on a stage that has a place, moved to the places of another layout.

import { BLANK, centres, strikes } from "./frame.js";

/** @import { Figure, Layout, Path, Placed, StageData } from "../shared/types.js" */
/** @import { Example } from "./example.js" */

/**
 * The widest layout that fits, or the narrowest there is.
 *
 * @param {Layout[]} layouts
 * @param {number} room
 */
export function fittingLayout(layouts, room) {
  return layouts.filter((layout) => layout.width <= room).at(-1) ?? layouts[0];
}

const SUM_SIZE = 15; // pixels: a channel's sum is read at any width

/**
 * What tells a layout from the others of its stage.
 *
 * @param {Layout} layout
 */
export function keyOf(layout) {
  return layout.key ?? layout.width;
}

/**
 * What is to change in a figure so that a layout takes effect: axes, pictures, titles, and the
 * traces that never move.
 *
 * @param {Figure} gd
 * @param {StageData} data
 * @param {Example} example
 * @param {Layout} layout
 */
export function rearranged(gd, data, example, layout) {
  const traces = new Traces(gd, data.inks, layout.scale ?? 1);
  /** @type {Record<string, unknown>} */
  const update = { "meta.fit": keyOf(layout) };
  for (const [role, suffix] of Object.entries(data.axes)) {
    const [domainX, domainY, rangeX, rangeY, offsets, font] = layout.regions[role];
    update[`xaxis${suffix}.domain`] = domainX;
    update[`yaxis${suffix}.domain`] = domainY;
    update[`xaxis${suffix}.range`] = rangeX;
    update[`yaxis${suffix}.range`] = rangeY;
    const foot = role === "products" && example.weight ? layout.regions[role][8] : null;
    traces.move(`numbers:${role}`, centres(example.size(role), offsets, foot), font);
  }
  const struck = strikes(data, example.size("input"), layout.regions.input[4]);
  traces.move("unused:input", struck, 9);
  traces.grow("bias:output");
  update.images = gd.layout.images.map((image) => placedImage(image, layout));
  update.annotations = gd.layout.annotations.map((note) => placedNote(note, layout, example));
  return { restyle: traces.restyle, indices: traces.indices, update };
}

class Traces {
  /**
   * @param {Figure} gd
   * @param {Record<string, string>} inks
   * @param {number} scale
   */
  constructor(gd, inks, scale) {
    this.gd = gd;
    this.inks = inks;
    this.scale = scale;
    /** @type {number[]} */
    this.indices = [];
    /** @type {Record<string, unknown[]>} */
    this.restyle = { x: [], y: [], text: [], "textfont.size": [], "textfont.color": [] };
  }

  /**
   * @param {string} name
   * @param {Path} path
   * @param {number} font Pixels; 0 where numbers would be too small to read.
   */
  move(name, path, font) {
    const index = this.gd.data.findIndex((trace) => trace.name === name);
    if (index < 0) return;
    const { customdata, textfont } = this.gd.data[index];
    const others = path.x.length - (customdata?.length ?? path.x.length);
    const size = font || 9;
    this.indices.push(index);
    this.restyle.x.push(path.x);
    this.restyle.y.push(path.y);
    // No text, no elements: a thousand unreadable numbers would only cost time.
    const shown = font && customdata ? customdata : (customdata ?? []).map(() => BLANK);
    this.restyle.text.push(others ? [...shown, ...Array(others).fill(BLANK)] : font ? shown : "");
    const sizes = [
      ...(customdata ?? []).map(() => size),
      ...Array(others).fill(SUM_SIZE * this.scale),
    ];
    this.restyle["textfont.size"].push(others ? sizes : size);
    this.restyle["textfont.color"].push(this.color(name, textfont?.color));
  }

  /**
   * Write a trace that stays where it is as large as the layout is.
   *
   * @param {string} name
   */
  grow(name) {
    const trace = this.gd.data.find((one) => one.name === name);
    const size = trace?.textfont?.size;
    if (!trace || typeof size !== "number") return;
    trace.textfont = { ...trace.textfont, size: size * this.scale };
  }

  /**
   * @param {string} name
   * @param {string | string[] | undefined} before
   */
  color(name, before) {
    const inks = this.inks[name.split(":")[1]];
    const colors = inks
      ? [...inks].map((ink) => (ink === "1" ? "#ffffff" : "#000000"))
      : [before ?? []].flat();
    return colors.length > 1 ? colors : (colors[0] ?? null);
  }
}

/**
 * @param {Placed} image
 * @param {Layout} layout
 */
function placedImage(image, layout) {
  const [role, index] = image.name.split(":");
  if (role === "scale") {
    const bar = layout.regions[index][7];
    if (!bar) return { ...image, visible: false };
    const [x, y, sizex, sizey] = bar;
    return { ...image, x, y, sizex, sizey, visible: true };
  }
  const [x, y] = layout.regions[role][4][Number(index)];
  return { ...image, x, y };
}

/**
 * A title stands above its panel, a sign in the middle before its role's panels, a number at
 * either end of a bar of colours.
 *
 * @param {Placed} given
 * @param {Layout} layout
 * @param {Example} example
 */
function placedNote(given, layout, example) {
  const size = (given.font?.size ?? 14) * (layout.scale ?? 1);
  const note = { ...given, font: { ...given.font, size } };
  const [role, index] = note.name.split(":");
  if (role === "sign") {
    const [x, y] = layout.regions[index][6];
    return { ...note, x, y };
  }
  if (role === "low" || role === "high") {
    const bar = layout.regions[index][7];
    if (!bar) return { ...note, visible: false };
    const [x, y, width, height] = bar;
    return { ...note, x: role === "low" ? x : x + width, y: y + height / 2, visible: true };
  }
  const [x, y] = layout.regions[role][4][Number(index)];
  return { ...note, x: x + example.size(role)[1] / 2, y };
}
