// Figures that no player fits to the window are drawn larger on a projector, their letters with them, by
// the browser's own zoom. Streamlit measures a chart's place as it is seen: so not the place is zoomed
// but the chart in it, and the place is made as much narrower as it is enlarged.

const MOST = 24; // tenths
const LEAST = 10;
const EDGE = 12; // pixels, as in view.css

export class Zoom {
  constructor() {
    this.style = document.head.appendChild(document.createElement("style"));
    this.charts = ""; // how high they were when the figures were fitted
    /** @type {string[]} */
    this.others = [];
    // Charts come when they are ready, one after the other.
    this.watch = new ResizeObserver(() => this.look());
    /** @type {() => void} */
    this.again = () => {};
  }

  // Fit anew if other charts are there.
  look() {
    if (measured(this.others) !== this.charts) this.again();
  }

  /**
   * Make figures as large as lets all that is shown stand in the window.
   *
   * @param {string[]} figures Keys of what grows.
   * @param {string[]} others Keys of what stands with it.
   */
  fit(figures, others) {
    if (!figures.length) {
      this.rest();
      return;
    }
    this.again = () => this.fit(figures, others);
    this.others = others;
    this.charts = measured(others);
    const main = document.querySelector("[data-testid=stMainBlockContainer]");
    if (main) this.watch.observe(main);
    const room =
      document.documentElement.clientHeight - EDGE * (figures.length + others.length + 1);
    for (let tenths = MOST; tenths >= LEAST; tenths--) {
      this.write(figures, tenths / 10);
      if (tenths === LEAST || tall([...figures, ...others]) <= room) return;
    }
  }

  /** Everything has its own size again. */
  rest() {
    this.watch.disconnect();
    if (this.style.textContent) this.style.textContent = "";
  }

  /** @param {string[]} figures @param {number} zoom */
  write(figures, zoom) {
    const boxes = figures.map((key) => `.st-key-${key}`);
    this.put(boxes.map((box) => rules(box, zoom)).join("\n"));
    // Which charts are there, and how high, is known only now.
    const rooms = boxes.map((box) => roomBelow(box, zoom)).join("\n");
    this.put([boxes.map((box) => rules(box, zoom)).join("\n"), rooms].join("\n"));
  }

  /** @param {string} written */
  put(written) {
    if (this.style.textContent !== written) this.style.textContent = written;
  }

  end() {
    this.watch.disconnect();
    this.style.remove();
  }
}

const PLACE = ".stElementContainer";
const CHART = ":has(> * > .stPlotlyChart)";

/**
 * @param {string} box
 * @param {number} zoom
 */
function rules(box, zoom) {
  const found = document.querySelector(box);
  // A box that shows one of several charts, by its width, must be measured at the narrower one.
  const chooses = found !== null && getComputedStyle(found).containerType !== "normal";
  const narrow = `{ width: calc(100% / ${zoom}) !important; }`;
  const charts = `${box}${PLACE}${CHART}, ${box} ${PLACE}${CHART}`;
  return [
    `${box}${PLACE}:not(${CHART}), ${box} ${PLACE}:not(${CHART}) { zoom: ${zoom}; }`,
    `${chooses ? box : charts} ${narrow}`,
    `${charts} { overflow: visible !important; }`,
    `${box} .js-plotly-plot { zoom: ${zoom}; width: calc(100% * ${zoom}) !important; }`,
    `${box} .hoverlayer { display: none; }`,
  ].join("\n");
}

/**
 * A chart that is drawn larger than its place needs room below it.
 *
 * @param {string} box
 * @param {number} zoom
 */
function roomBelow(box, zoom) {
  const places = document.querySelectorAll(`${box}${PLACE}${CHART}, ${box} ${PLACE}${CHART}`);
  return [...places]
    .map((place) => {
      const name = [...place.classList].find((one) => one.startsWith("st-key-"));
      return `.${name}${PLACE} { margin-bottom: ${place.clientHeight * (zoom - 1)}px; }`;
    })
    .join("\n");
}

/** @param {string[]} others */
function measured(others) {
  const all = [`[data-testid=stMain] ${PLACE}${CHART}`, ...others.map((key) => `.st-key-${key}`)];
  const found = document.querySelectorAll(all.join(", "));
  return [...found].map(({ clientHeight }) => clientHeight).join();
}

/** @param {string[]} keys */
function tall(keys) {
  const boxes = keys.flatMap((key) => [...document.querySelectorAll(`.st-key-${key}`)]);
  return boxes.reduce((sum, box) => {
    const below = parseFloat(getComputedStyle(box).marginBottom) || 0;
    return sum + box.getBoundingClientRect().height + below;
  }, 0);
}
