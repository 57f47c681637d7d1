// What moves lies in a sheet of its own above the chart. A browser that paints one stroke anew goes
// through the whole SVG that has it, and composes the page anew when something changes its extent:
// both cost more than the stroke. So the nodes that Plotly made for the traces that move are taken
// into a sheet that holds nothing else, and whose extent never changes. When Plotly draws again it
// makes new ones where it expects them, from what it remembers, and those replace the old.

import { styleLine } from "./marks.js";
import { axesOf, homeOf } from "./nodes.js";

/** @import { Axis, Chart } from "../shared/types.js" */

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 40; // pixels beyond the axes that strokes and texts keep within

/**
 * @typedef {object} TraceNodes What a trace consists of on the sheet.
 * @property {Element} group
 * @property {Element} fills Holds the outline that is filled, if the trace has one.
 * @property {Element} lines
 * @property {Element} points
 * @property {Element} texts
 * @property {string} name The trace's; another one may come in its place.
 * @property {unknown} from The points that Plotly drew it from.
 */

const PARTS = /** @type {const} */ (["fills", "lines", "points", "texts"]);

/** @type {WeakMap<Chart, Overlay>} */
const sheets = new WeakMap();

export class Overlay {
  /** @param {Chart} gd */
  constructor(gd) {
    this.gd = gd;
    /** @type {Map<string, TraceNodes>} */
    this.held = new Map(); // by the uid of the trace
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("class", "convscope-moving");
    this.svg.style.cssText = "position: absolute; left: 0; top: 0; pointer-events: none";
    this.below = this.svg.appendChild(newGroup()); // for what is no trace
    this.signs = this.svg.appendChild(newGroup()); // and lies on that
    gd.on("plotly_afterplot", () => {
      if (sheets.get(gd) === this) this.refresh();
    });
  }

  /**
   * The sheet of a chart.
   *
   * @param {Chart} gd
   */
  static of(gd) {
    const before = sheets.get(gd);
    if (before?.svg.isConnected) return before;
    const sheet = new Overlay(gd);
    sheets.set(gd, sheet);
    gd.querySelector(".main-svg")?.after(sheet.svg);
    sheet.resize();
    return sheet;
  }

  resize() {
    const { width, height } = this.gd._fullLayout;
    this.svg.setAttribute("width", String(width));
    this.svg.setAttribute("height", String(height));
  }

  /**
   * The nodes of some traces, on the sheet from now on; null for one that Plotly has not drawn.
   *
   * @param {number[]} indices
   * @returns {(TraceNodes | null)[]}
   */
  take(indices) {
    const uids = indices.map((index) => this.gd._fullData[index]?.uid);
    const others = [...this.held.keys()].filter((uid) => !uids.includes(uid));
    if (others.length) this.refresh(others);
    return indices.map((index) => this.hold(index));
  }

  /**
   * See whether Plotly has drawn again; traces that are gone go from the sheet as well.
   *
   * @param {Iterable<string>} [uids]
   */
  refresh(uids = [...this.held.keys()]) {
    const { _fullData: all } = this.gd;
    for (const uid of uids) {
      const index = all.findIndex((full) => full.uid === uid);
      const nodes = index < 0 ? null : this.hold(index);
      if (nodes) {
        // What was kept did not hear of another theme.
        for (const node of nodes.lines.children) {
          if (node instanceof SVGElement) styleLine(node, all[index]);
        }
        continue;
      }
      this.held.get(uid)?.group.remove();
      this.held.delete(uid);
    }
  }

  /**
   * Leave traces to Plotly again, which draws them anew in a moment: what has come to rest for good
   * would only make the sheet large.
   *
   * @param {(name: string) => boolean} which By name.
   */
  release(which) {
    for (const [uid, { group, name }] of this.held) {
      if (!which(name)) continue;
      group.remove();
      this.held.delete(uid);
    }
  }

  /** @param {number} index */
  hold(index) {
    const home = homeOf(this.gd, index);
    if (!home) return null;
    const { uid } = this.gd._fullData[index];
    const { name } = this.gd.data[index];
    const before = this.held.get(uid);
    // Drawn from the same points and with nothing at home, it was not drawn since we took it.
    const isDrawn = home.lines.firstChild ?? home.points.firstChild ?? home.texts.firstChild;
    const isSame = before?.name === name && before.from === boundTo(home.group);
    if (before && isSame && !isDrawn) return before;
    const nodes = before ?? this.place(index);
    nodes.name = name;
    nodes.group.setAttribute("data-trace", name);
    nodes.from = boundTo(home.group);
    this.dress(nodes, index);
    for (const part of PARTS) {
      const drawn = home[part].querySelectorAll(part === "fills" ? ".js-fill" : ":scope > *");
      nodes[part].replaceChildren(...drawn);
    }
    flatten(nodes);
    return nodes;
  }

  /**
   * Make room for a trace, above those that Plotly draws before it.
   *
   * @param {number} index
   */
  place(index) {
    const [group, fills, lines, points, texts] = Array.from({ length: 5 }, () => newGroup());
    const { _fullData: all } = this.gd;
    const next = all.slice(index + 1).find(({ uid }) => this.held.has(uid));
    const above = next ? (this.held.get(next.uid)?.group ?? null) : null;
    group.setAttribute("data-uid", all[index].uid);
    this.svg.insertBefore(group, above);
    const nodes = { group, fills, lines, points, texts, name: "", from: undefined };
    this.held.set(all[index].uid, nodes);
    return nodes;
  }

  /**
   * Give a trace's room the place and the clips that it has in Plotly's drawing.
   *
   * @param {TraceNodes} nodes
   * @param {number} index
   */
  dress({ group, fills, lines, points, texts }, index) {
    this.resize();
    const home = homeOf(this.gd, index);
    const plot = home?.group.parentElement?.parentElement; // of the layer of scatter traces
    copy(group, "transform", plot);
    copy(group, "clip-path", plot);
    copy(group, "style", home?.group);
    copy(points, "clip-path", home?.points);
    copy(texts, "clip-path", home?.texts);
    const drawn = newGroup();
    copy(drawn, "clip-path", home?.fills);
    const axes = axesOf(this.gd, index);
    drawn.replaceChildren(ground(...axes), fills, lines);
    group.replaceChildren(drawn, ground(...axes), points, texts);
  }
}

function newGroup() {
  return document.createElementNS(SVG, "g");
}

/** @param {Element} node */
function boundTo(node) {
  return /** @type {{ __data__?: unknown }} */ (/** @type {unknown} */ (node)).__data__;
}

/**
 * Take away clips and moves of single nodes: each node that has one is composed on its own.
 *
 * @param {TraceNodes} nodes
 */
function flatten({ lines, texts }) {
  for (const node of lines.children) node.removeAttribute("clip-path"); // they share one
  for (const node of texts.children) {
    const [dx, dy] = node.getAttribute("transform")?.match(/-?[\d.]+/g) ?? [];
    node.removeAttribute("transform");
    if (dx) node.firstElementChild?.setAttribute("dx", dx);
    if (dy) node.firstElementChild?.setAttribute("dy", dy);
  }
}

/**
 * Seen by nobody; but what lies on it is never the outermost, and so moving it changes no extent.
 *
 * @param {Axis} across
 * @param {Axis} down
 */
function ground(across, down) {
  const node = document.createElementNS(SVG, "rect");
  node.setAttribute("x", String(-MARGIN));
  node.setAttribute("y", String(-MARGIN));
  node.setAttribute("width", String(across._length + 2 * MARGIN));
  node.setAttribute("height", String(down._length + 2 * MARGIN));
  node.style.fill = "transparent";
  return node;
}

/**
 * @param {Element} to
 * @param {string} name
 * @param {Element | null | undefined} from
 */
function copy(to, name, from) {
  const value = from?.getAttribute(name);
  if (value) to.setAttribute(name, value);
  else to.removeAttribute(name);
}
