// Another filter has other weights: their picture and numbers replace the last ones'.

import { writePrecise } from "../shared/numbers.js";

/** @import { Chart, Moment, StageData, Trace } from "../shared/types.js" */

/**
 * Show the kernel of the moment's filter; return its trace's new contents, or null if it is the one
 * on the stage already.
 *
 * @param {Chart} gd
 * @param {StageData["kernels"]} kernels
 * @param {Moment} now
 * @param {Trace} numbers
 */
export function showKernel(gd, kernels, now, numbers) {
  const kernel = kernels[now.filter];
  const meta = gd.layout.meta;
  if (!kernel || !meta || (meta.filter ?? 0) === now.filter) return null;
  meta.filter = now.filter;
  gd.layout.images.forEach((image, i) => {
    const [role, channel] = image.name.split(":");
    if (role === "kernel") swap(gd, i, kernel.pictures[Number(channel)]);
  });
  const written = now.terms.map((term) => writePrecise(term.weight ?? NaN));
  const isShown = [numbers.text].flat().some(Boolean);
  return {
    text: isShown ? written : "",
    customdata: written,
    textfont: { ...numbers.textfont, color: kernel.inks },
  };
}

/**
 * Put another picture in an image's place, on the screen and in what Plotly remembers.
 *
 * @param {Chart} gd
 * @param {number} index
 * @param {string} source
 */
export function swap(gd, index, source) {
  const image = gd.layout.images[index];
  const drawn = [...gd.querySelectorAll("image")];
  drawn.find((node) => node.getAttribute("href") === image.source)?.setAttribute("href", source);
  image.source = source;
  gd._fullLayout.images[index].source = source;
}
