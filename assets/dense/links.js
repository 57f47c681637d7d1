// Links the map's cells, the inputs and the outputs of a dense layer: pointing at one lights what
// belongs to it, in the browser alone. The chosen output comes from the player of the same stage.

const linkers = new WeakMap();

class Linker {
  constructor() {
    this.onStep = ({ detail }) => { if (detail.stage === this.data?.stage) this.choose(detail.step); };
    document.addEventListener("convscope:step", this.onStep);
  }

  update(data) {
    this.data = data;
    this.output ??= data.output;
    if (data.asked !== this.asked) this.output = data.output;
    this.asked = data.asked;
    clearTimeout(this.waiting);
    const look = () => {
      const gd = document.querySelector(`.st-key-${data.chart} .js-plotly-plot`);
      const ready = gd && gd.on && window.Plotly && gd._fullLayout;
      if (ready && gd.layout?.meta?.id === data.id) this.take(gd);
      else this.waiting = setTimeout(look, 30);
    };
    look();
  }

  take(gd) {
    if (this.gd !== gd) {
      this.gd = gd;
      gd.on("plotly_hover", (event) => this.hover(event));
      gd.on("plotly_unhover", () => this.light(null, null));
      gd.on("plotly_click", (event) => this.click(event));
      gd.on("plotly_afterplot", () => this.redrawn());
    }
    this.draw();
  }

  // Streamlit put back the still picture: draw the chosen output on it again.
  redrawn() {
    if (!this.drawing && this.gd.data[0].linked !== this.output) this.draw();
  }

  choose(output) {
    if (output === this.output) return;
    this.output = output;
    this.draw();
  }

  index(name) {
    return this.gd.data.findIndex((trace) => trace.name === name);
  }

  // Replace the paths of some traces; what is not there is left out.
  paint(paths) {
    const names = Object.keys(paths).filter((name) => this.index(name) >= 0);
    this.drawing = true;
    return window.Plotly.restyle(
      this.gd,
      { x: names.map((n) => paths[n].x), y: names.map((n) => paths[n].y) },
      names.map((n) => this.index(n)),
    ).finally(() => { this.drawing = false; });
  }

  draw() {
    const { weights, heights } = this.data;
    if (!this.gd?.isConnected || this.gd.layout?.meta?.id !== this.data.id || !(this.output in weights)) return;
    const paths = { chosen: { x: [1], y: [heights[this.output]] } };
    for (const trace of this.gd.data) {
      if (trace.name.startsWith("strong:")) paths[trace.name] = { x: [null], y: [null] };
    }
    weights[this.output].forEach((weight, i) => {
      const path = paths[`strong:${weight}`];
      if (!path) return;
      path.x.push(0, 1, null);
      path.y.push(i, heights[this.output], null);
    });
    this.gd.data[0].linked = this.output;
    this.paint(paths);
  }

  partOf(event) {
    const point = event.points?.[0];
    const name = point?.data.name;
    if (!["cells", "inputs", "outputs"].includes(name)) return [null, null];
    return name === "outputs" ? [null, point.pointNumber] : [point.pointNumber, null];
  }

  hover(event) {
    this.light(...this.partOf(event));
  }

  light(input, output) {
    const { heights, cells } = this.data;
    const lines = { x: [null], y: [null] };
    const boxes = { x: [null], y: [null] };
    const nodes = { x: [null], y: [null] };
    if (input !== null) {
      const [x, y] = cells[input];
      boxes.x = [x, x + 1, x + 1, x, x];
      boxes.y = [y, y, y + 1, y + 1, y];
      nodes.x = [0];
      nodes.y = [input];
      heights.forEach((height) => { lines.x.push(0, 1, null); lines.y.push(input, height, null); });
    }
    if (output !== null) {
      nodes.x = [1];
      nodes.y = [heights[output]];
      cells.forEach((_, i) => { lines.x.push(0, 1, null); lines.y.push(i, heights[output], null); });
    }
    this.paint({ "light-lines": lines, "light-cells": boxes, "light-nodes": nodes });
  }

  click(event) {
    const [, output] = this.partOf(event);
    if (output === null) return;
    document.dispatchEvent(new CustomEvent("convscope:go", { detail: { stage: this.data.stage, step: output } }));
  }

  end() {
    clearTimeout(this.waiting);
    document.removeEventListener("convscope:step", this.onStep);
  }
}

export default function (component) {
  const { parentElement, data } = component;
  let linker = linkers.get(parentElement);
  if (!linker) {
    linker = new Linker();
    linkers.set(parentElement, linker);
  }
  linker.update(data);
  return () => {
    linker.end();
    linkers.delete(parentElement);
  };
}
