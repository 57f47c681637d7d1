// What server and browser tell each other of a live camera, for `tsc --checkJs` alone.

/** Some of a layer's maps: visualizer/lessons/alexnet/parts/live/sheet.py. */
export interface Maps {
  /** A data URI: one pixel for each cell. */
  picture: string;
  columns: number;
  /** Width and height of one in the picture, its line included; [1, 1] for single units. */
  tile: [number, number];
  first: number;
  count: number;
  /** How many a sheet of this layer has at most, and how many the layer has. */
  step: number;
  channels: number;
}

/** What a frame is answered with: visualizer/lessons/alexnet/parts/live/answering.py. */
export interface Answer {
  /** Name, probability from 0 to 1, and the same as written: the best class first. */
  top: [string, number, string][];
  /** Milliseconds of the network alone, as written. */
  ms: string;
  layer: string;
  maps: Maps;
}

/** What the panel is sent in every run. */
export interface Live {
  /** Number of the frame that this answers; 0 for none. */
  answered: number;
  answer?: Answer;
  /** Milliseconds that frames are to be apart. */
  least?: number;
  /** Why the frame was not answered: "full" or "frame". */
  trouble?: string;
  /** Pixels of a frame's side, and of the part that the network gets. */
  side: number;
  crop: number;
  layers: string[];
  /** The layer to begin with. */
  layer: string;
  words: Record<string, string>;
  /** Colour of the bars. */
  bar: string;
}
