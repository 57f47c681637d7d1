// A point that slides along a curve, in the browser alone: the engine's numbers at every place it can
// stand were sent once. The page hears of it when it rests.

const RESTED = 300; // ms
const REACH = 1.2; // half the tangent's width, as in visualizer/figures/activation.py
const points = new WeakMap();

function written(value) {
  const whole = Number.isInteger(value);
  const text = Math.abs(value).toFixed(whole ? 0 : 4);
  return (value < 0 && Number(text) !== 0 ? MINUS : "") + text;
}

// Write a formula; what stands in ^( ) is raised.
function raise(target, formula) {
  target.replaceChildren(...formula.split(/\^\(([^)]*)\)/).map((part, i) => {
    const element = document.createElement(i % 2 ? "sup" : "span");
    element.textContent = part;
    return element;
  }));
}

class Point {
  constructor(root) {
    this.find = (selector) => root.querySelector(selector);
    this.slide = this.find(".slide");
    this.slide.oninput = () => this.go(Number(this.slide.value));
    this.move = (event) => this.follow(event);
    this.down = (event) => { this.held = true; this.follow(event); };
    this.up = () => { this.held = false; };
    document.addEventListener("pointerup", this.up);
  }

  update(data, report) {
    const other = this.data?.id !== data.id;
    const asked = data.ask !== this.data?.ask;
    this.report = report;
    this.data = data;
    if (other) {
      this.x = unpack(data.x).values;
      this.y = unpack(data.y).values;
      this.d = unpack(data.slope).values;
      this.slide.max = this.x.length - 1;
    }
    this.find(".name").textContent = data.label;
    this.slide.setAttribute("aria-label", data.label);
    if (this.at === undefined || asked) this.at = data.at;
    this.attach();
    this.show();
  }

  attach() {
    clearTimeout(this.waiting);
    const gd = document.querySelector(`.st-key-${this.data.stage} .js-plotly-plot`);
    if (!gd?.on || !window.Plotly || gd.layout?.meta?.id !== this.data.id || !gd._fullLayout) {
      this.tries = (this.tries ?? 0) + 1;
      if (this.tries < 1000) this.waiting = setTimeout(() => this.attach(), 15);
      return;
    }
    this.tries = 0;
    if (this.gd !== gd) {
      this.gd = gd;
      gd.addEventListener("pointerdown", this.down);
      gd.addEventListener("pointermove", this.move);
      gd.on("plotly_afterplot", () => this.redrawn());
    }
    this.show();
  }

  // Streamlit drew the still picture again (a resize, a theme): put the point back.
  redrawn() {
    if (this.gd.data?.[3]?.x?.[0] !== this.x[this.at]) this.show();
  }

  // The pointer on the chart, pressed: the point goes where it is.
  follow(event) {
    if (!this.held || !this.gd?._fullLayout) return;
    const axis = this.gd._fullLayout.xaxis;
    const left = this.gd.getBoundingClientRect().left + axis._offset;
    const x = axis.p2d(event.clientX - left);
    const at = Math.round((x - this.x[0]) / (this.x[1] - this.x[0]));
    this.go(Math.min(Math.max(at, 0), this.x.length - 1));
  }

  go(at) {
    this.at = at;
    this.show();
    clearTimeout(this.reporting);
    this.reporting = setTimeout(() => this.report(this.x[this.at]), RESTED);
  }

  show() {
    const [x, y, d] = [this.x[this.at], this.y[this.at], this.d[this.at]];
    const put = (text) => text
      .replaceAll("{x}", writeNumber(x)).replaceAll("{m}", writeNumber(-x))
      .replaceAll("{y}", written(y)).replaceAll("{d}", written(d));
    this.slide.value = this.at;
    this.find(".here").textContent = writeNumber(x);
    raise(this.find(".value"), put(this.data.value));
    raise(this.find(".slope"), put(this.data.steep));
    if (!this.gd?.isConnected || this.gd.layout?.meta?.id !== this.data.id) return;
    const data = [
      { x: [x - REACH, x + REACH], y: [y - REACH * d, y + REACH * d] },
      { x: [x, x], y: [y, d] },
    ];
    window.Plotly.animate(this.gd, { data, traces: [2, 3] }, {
      mode: "immediate", frame: { duration: 0, redraw: false }, transition: { duration: 0 },
    }).catch(() => {}); // a frame that a newer one replaced
  }

  end() {
    clearTimeout(this.waiting);
    clearTimeout(this.reporting);
    document.removeEventListener("pointerup", this.up);
    this.gd?.removeEventListener("pointerdown", this.down);
    this.gd?.removeEventListener("pointermove", this.move);
  }
}

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  let point = points.get(parentElement);
  if (!point) {
    point = new Point(parentElement);
    points.set(parentElement, point);
  }
  point.update(data, (x) => setStateValue("x", x));
  return () => {
    point.end();
    points.delete(parentElement);
  };
}
