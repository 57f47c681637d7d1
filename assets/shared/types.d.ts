// The shapes of what the scripts pass to each other, for `tsc --checkJs` alone: nothing of this
// reaches a browser.

/** An array as visualizer/figures/packing.py sends it: little-endian, row by row, base64. */
export interface Packed {
  type: "i1" | "i2" | "i4" | "f8";
  shape: number[];
  data: string;
}

export interface Grid {
  values: Int8Array | Int16Array | Int32Array | Float64Array;
  shape: number[];
}

/** Lines to draw, in the units of the axes; a null parts two lines. */
export interface Path {
  x: (number | null)[];
  y: (number | null)[];
}

/** A grid cell as [row, column], from 0. */
export type Cell = [number, number];

/** Where a panel's first cell begins: [right, down], in cells. */
export type Offset = [number, number];

/** [x, y, y of what is written above]: the sign before a role's panels. */
export type Sign = [number, number, number];

/**
 * One role's place: domains of both axes, their ranges, the panels' offsets, font in pixels, the
 * sign, [x, y, width, height] of the bar of colours where there is one, and how far below a panel
 * the middle of its sum lies.
 */
export type Region = [
  number[],
  number[],
  number[],
  number[],
  Offset[],
  number,
  Sign,
  number[] | null,
  number,
];

/** Where everything lies in a stage of this width; pixels. */
export interface Layout {
  width: number;
  height: number;
  regions: Record<string, Region>;
  /** What tells it from others if it is not as it was sent: drawn at another scale. */
  key?: string;
  scale?: number;
}

/** What a stage's example consists of: the engine's arrays, and how the window moves. */
export interface ExampleData {
  operation: "conv" | "max" | "avg";
  /** Row and column of the first cell that is no padding. */
  origin: [number, number];
  grid: Packed;
  kind: Packed;
  weight: Packed | null;
  kernel: [number, number];
  stride: [number, number];
  dilation: [number, number];
  groups: number;
  output: Packed;
  activated: Packed | null;
  bias?: Packed;
  hasBias?: boolean;
  sums?: Packed;
  activation?: string;
  winner?: Packed;
  divisor?: Packed;
  countPadding?: boolean;
  /** The input's row or column that each row and column of the grid shows, -1 for none. */
  sources: { rows: number[]; cols: number[] };
  /** The activation's name, empty for none. */
  function?: string;
}

/** What a tour's step does to the stage; nothing, outside of tours. */
export interface Tour {
  /** Changes when the reader asks to be shown. */
  play?: number;
  /** The step to play to, and how many steps a second. */
  to?: number;
  speed?: number;
  light?: Lights;
}

/** What a player is sent in every run of the page. */
export interface Sent {
  /** Names the example: the chart carries the same one. */
  id: string;
  /** The rest of `StageData`, as JSON. */
  example: string;
  /** The chart's figure, made for the nominal width, as JSON. */
  figure: string;
  /** Whether the stage is folded away: then there is no chart to be moved. */
  hidden: boolean;
  /** Key of the box with the chart. */
  stage: string;
  step: number;
  /** Steps a second, to begin with. */
  speed: number;
  /** Changes when the server itself asks for `step`: an opened link, the browser's "back". */
  ask: number;
  tour: Tour;
  labels: Record<string, string>;
  /** Whether the input can be painted. */
  paints: boolean;
  /** How many paintings the server has taken. */
  painted: number;
}

/** Everything that a player knows of its stage. */
export interface StageData extends ExampleData, Sent {
  unusedRows: number[];
  unusedCols: number[];
  axes: Record<string, string>;
  /** For each role one letter a cell: 1 for white ink. */
  inks: Record<string, string>;
  layouts: Layout[];
  /** Others for wide windows that are not high. */
  lows: Layout[];
  /** For each role how many characters its longest number has. */
  longest: Record<string, number>;
  /** Width of the layout that the server drew. */
  nominal: number;
  kernels: { pictures: string[]; inks: string[] }[];
  /** What grids are painted with, each as #rrggbb. */
  colors: Record<"negative" | "zero" | "positive" | "line" | "padding" | "hatch" | "ink", string>;
  /** Roles whose negative cells have a stroke: their numbers are not written. */
  strokes: string[];
  shade: Shade | null;
}

/** What products are painted with where their numbers cannot be read. */
export interface Shade {
  /** Colours from -limit to limit. */
  scale: string[];
  limit: number;
  line: string;
  /** Of the strokes in cells below zero. */
  ink: string;
}

/** One number under the window, and the weight it meets. */
export interface Term {
  channel: number;
  /** The channel's place among those that the filter reads. */
  index: number;
  row: number;
  col: number;
  ky: number;
  kx: number;
  value: number;
  weight: number | null;
  /** Whether it is a cell of the input itself, and whether it counts in the result. */
  real: boolean;
  counted: boolean;
}

/** Every number of one step. */
export interface Moment {
  step: number;
  filter: number;
  row: number;
  col: number;
  rows: number[];
  cols: number[];
  channels: number[];
  terms: Term[];
  /** The terms that the result has so far, and the last of them; null when it has all. */
  known: Term[] | null;
  newest: Term | null;
  /** Each channel's sum, null while it has not begun. */
  sums: (number | null)[];
  bias: number | null;
  result: number;
  activated: number | null;
  winner: number | null;
  divisor: number | null;
}

/** Cells to outline, by role and panel. */
export type Lights = Record<string, Record<number, Cell[]>>;

/** A point of a chart's trace that the pointer is on. */
export interface Hit {
  name: string;
  number: number;
  /** How many points its trace has. */
  points: number;
  /** The trace's place in the chart. */
  curve: number;
  subplot: string;
}

export interface Trace {
  name: string;
  hoverinfo?: string;
  x: (number | null)[];
  y: (number | null)[];
  text?: string | string[];
  customdata?: string[];
  textfont?: { color?: string | string[]; size?: number | number[] };
  marker?: { size?: number };
  xaxis?: string;
  yaxis?: string;
  /** The scripts' own marks: whose example was drawn here last, at which width, which output. */
  player?: string;
  fit?: number | string;
  linked?: number;
}

/** What a trace consists of from now on: whole keys of it. */
export type Contents = Partial<Pick<Trace, "x" | "y" | "text" | "customdata" | "textfont">>;

/** A trace with all of Plotly's defaults. */
export interface FullTrace {
  uid: string;
  mode: string;
  line?: { color: string; width: number; dash?: string };
  marker?: { color: string; size: number; line?: { width: number } };
}

/** A point as Plotly draws it: its place, its text, and the colour of that. */
export interface Calculated {
  i: number;
  x?: number;
  y?: number;
  tx?: string;
  tc?: string;
}

export interface Axis {
  _inputDomain?: number[];
  _inputRange?: number[];
  _offset: number;
  _length: number;
  c2p(value: number): number;
  d2p(value: number | null): number;
  p2d(pixel: number): number;
}

/** An image or a note of a layout; `name` says what it belongs to. */
export interface Placed {
  name: string;
  x: number;
  y: number;
  sizex?: number;
  sizey?: number;
  visible?: boolean;
  xref?: string;
  yref?: string;
  font?: { size: number; color?: string };
  source: string;
}

/** What Plotly draws. */
export interface Figure {
  data: Trace[];
  layout: { height?: number; images: Placed[]; annotations: Placed[] };
}

/** A chart that Plotly drew. */
export interface Chart extends HTMLElement {
  data: Trace[];
  _fullData: FullTrace[];
  calcdata?: Calculated[][];
  layout: {
    meta?: { id?: string; fit?: number | string; filter?: number };
    images: Placed[];
    annotations: Placed[];
  };
  _fullLayout: {
    width: number;
    height: number;
    hoverdistance: number;
    images: Placed[];
    [axis: `${"x" | "y"}axis${string}`]: Axis;
  };
  _context: object;
  on(event: string, heard: () => void): void;
}

export interface Plotly {
  animate(gd: Chart, frame: object, how: object): Promise<unknown>;
  relayout(gd: Chart, layout: object): Promise<unknown>;
  react(gd: Chart, data: Trace[], layout: object, config: object): Promise<unknown>;
  newPlot(gd: Element, data: Trace[], layout: object, config: object): Promise<Chart>;
  purge(gd: Element): void;
  toImage(gd: Chart, how: object): Promise<string>;
  Fx: { hover(gd: Chart, points: object[], subplot: string): void };
}

/** What Streamlit hands to a component's script, at first and after every run of the page. */
export interface Component<Data> {
  parentElement: ShadowRoot | HTMLElement;
  data: Data;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}

declare global {
  interface Window {
    Plotly?: Plotly;
  }
  interface DocumentEventMap {
    /** Asks the player of a stage for a step. */
    "convscope:go": CustomEvent<{ stage: string; step: number }>;
    /**
     * Tells which step the player of a stage shows; how many of its products there are as yet, null
     * for all; and which one the pointer is at in the formula, from 0.
     */
    "convscope:step": CustomEvent<{
      stage: string;
      step: number;
      known: number | null;
      at: number | null;
    }>;
    /** Tells the player of a stage what another picture of it is pointed at; "" for nothing. */
    "convscope:point": CustomEvent<{ stage: string; words: string }>;
    /** Asks the player of the page to do what one of its buttons does. */
    "convscope:act": CustomEvent<{ what: string }>;
    /** Tells that the page is seen in another way: whole, on a projector, in a frame. */
    "convscope:view": Event;
  }
}
