// The cases that Python wrote: `python -m tests.js.cases FILE`, then CONVSCOPE_CASES=FILE.

import { readFileSync } from "node:fs";

const file = process.env.CONVSCOPE_CASES;
if (!file) {
  throw new Error("CONVSCOPE_CASES names no file; python -m tests.js.cases FILE makes one.");
}

/**
 * @import { Cell, Offset, Packed, Path, StageData } from "../../assets/shared/types.js"
 * @import { LayerData } from "../../assets/dense/paths.js"
 * @import { DescentData } from "../../assets/learns/descent.js"
 */

/**
 * @typedef {object} StepCase
 * @property {number} step
 * @property {[number, number, number]} cell
 * @property {number[]} rows
 * @property {number[]} cols
 * @property {number[]} channels
 * @property {string[]} products
 * @property {string} formula
 * @property {Path} window
 * @property {Path | null} winner
 * @property {Record<string, Path>} covers
 */

/**
 * @typedef {object} ExampleCase
 * @property {string} name
 * @property {StageData} data
 * @property {Record<string, Offset[]>} offsets
 * @property {StepCase[]} steps
 * @property {{ channel: number, row: number, col: number, steps: number[] }[]} reading
 * @property {{ row: number, col: number, cells: Cell[] }[]} meeting
 */

/**
 * @typedef {object} EditedCase
 * @property {{ cell: [number, number, number], value: number }[]} edits
 * @property {number[]} input
 * @property {Packed} output
 * @property {Packed} [sums]
 * @property {Packed} [activated]
 * @property {Packed} [winner]
 */

/**
 * @typedef {object} ColourCase
 * @property {StageData["colors"]} colors
 * @property {[number, number, number][]} ramp
 * @property {number[]} values
 * @property {[number, number]} size
 * @property {number} limit
 * @property {[number, number, number][]} cells
 * @property {string[]} inks
 * @property {number[]} kinds
 * @property {number[]} pixels
 */

/**
 * @typedef {object} Cases
 * @property {{ values: Packed, numbers: string[], exact: string[], precise: string[],
 *   precise4: string[], factors: string[], added: string[], sums: string[] }} numbers
 * @property {{ packed: Packed, values: number[] }[]} arrays
 * @property {ExampleCase[]} examples
 * @property {(LayerData & { chosen: Record<string, Path> })[]} layers
 * @property {Record<string, EditedCase>} edited
 * @property {ColourCase[]} colours
 * @property {{ data: DescentData, outputs: number[][] }[]} descents
 * @property {string} tie
 */

/** @type {Cases} */
export const cases = JSON.parse(readFileSync(file, "utf-8"));
