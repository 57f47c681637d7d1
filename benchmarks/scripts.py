"""What runs in the browser while it is measured."""

from __future__ import annotations

# Reads a chart that Plotly drew as what a canvas needs to draw the same: pixels, colours, words.
# What differs from picture to picture moves; what does not is drawn once.
RECORD = """(key) => {
  const gd = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  const box = gd.getBoundingClientRect();
  const number = (value) => Math.round(value * 100) / 100;
  const anchors = { start: "left", middle: "center", end: "right" };
  const textOf = (node) => {
    const { x, y } = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    const at = node.getStartPositionOfChar(0).matrixTransform(node.getScreenCTM());
    const end = node.getEndPositionOfChar(node.getNumberOfChars() - 1)
      .matrixTransform(node.getScreenCTM());
    const anchor = anchors[node.getAttribute("text-anchor")] ?? "left";
    const across = { left: at.x, center: (at.x + end.x) / 2, right: end.x }[anchor];
    if (Number.isNaN(x + y)) return null;
    const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return [
      number(across - box.x), number(at.y - box.y), anchor, font, style.fill, node.textContent,
    ];
  };
  const texts = (root) => [...root.querySelectorAll("text")]
    .filter((node) => node.textContent.trim()).map(textOf).filter(Boolean);
  // A path as lines: each begins with its M.
  const moved = (node, d) => d.split(/(?=M)/).map((line) => shifted(node, line));
  const shifted = (node, d) => {
    const matrix = node.getScreenCTM();
    const numbers = d.match(/-?\\d+(?:\\.\\d+)?/g).map(Number);
    const [right, down] = [matrix.e - box.x, matrix.f - box.y];
    return numbers.map((value, i) => number(value + (i % 2 ? down : right)));
  };
  const traces = {};
  gd._fullData.forEach((full, i) => {
    // What moves lies on a sheet above the chart.
    const group = gd.querySelector(`.convscope-moving > [data-uid="${full.uid}"]`)
      ?? gd.querySelector(`.scatterlayer > .trace${full.uid}`);
    const paths = (kind) => [...group.querySelectorAll(kind)]
      .filter((node) => node.getAttribute("d"))
      .flatMap((node) => moved(node, node.getAttribute("d")));
    const points = [...group.querySelectorAll("path.point")].map((node) => {
      const { x, y, width } = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      const edge = parseFloat(style.strokeWidth) || 0;
      const middle = width / 2;
      return [number(x + middle - box.x), number(y + middle - box.y), number(middle),
        style.fill, style.stroke, edge];
    });
    traces[i] = {
      subplot: full.xaxis,
      fill: full.fill === "toself" ? full.fillcolor : null,
      color: full.line?.color ?? "#000",
      width: full.line?.width ?? 1,
      dash: full.line?.dash === "dot" ? [3, 3] : [],
      alpha: full.opacity ?? 1,
      areas: full.fill === "toself" ? paths(".js-fill") : [],
      lines: paths(".js-line"),
      texts: texts(group),
      points,
    };
  });
  const placed = (node, name) => {
    const at = node.getBoundingClientRect();
    const what = node.getAttribute(name);
    return [number(at.x - box.x), number(at.y - box.y), at.width, at.height, what];
  };
  const cells = [...gd.querySelectorAll(".convscope-moving > g:first-child > rect")]
    .map((node) => placed(node, "fill"));
  const images = [...gd.querySelectorAll("image")].map((node) => placed(node, "href"));
  const notes = [...gd.querySelectorAll(".annotation")].flatMap(texts);
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
  return { width, height, traces, images, notes, cells };
}"""

# Plays for some seconds at top speed, over and over the same steps, and tells how many steps were
# shown and how long each of the browser's frames took.
PLAY = """async ([prefix, steps, seconds]) => {
  const frames = [];
  let count = 0, step = -1, last = -1, stop = () => {};
  if (prefix === null) {
    step = 0;
    const next = () => {
      step = (step + 1) % steps;
      draw(step);
      if (step >= 0) request = requestAnimationFrame(next);
    };
    let request = requestAnimationFrame(next);
    stop = () => cancelAnimationFrame(request);
  } else {
    const host = document.querySelector(`.st-key-${prefix}_player`);
    const root = [host, ...host.querySelectorAll("*")].map((node) => node.shadowRoot)
      .find((shadow) => shadow?.querySelector(".player"));
    const find = (selector) => root.querySelector(selector);
    const again = () => {
      find(".scrub").value = "0";
      find(".scrub").dispatchEvent(new Event("input"));
    };
    // The player stops at its last step; from there the scrub bar takes it back, and it plays on.
    const heard = ({ detail }) => {
      if (detail.stage !== `${prefix}_stage`) return;
      step = detail.step;
      if (step >= steps - 1) again();
    };
    find("select").value = "64";
    find("select").dispatchEvent(new Event("change"));
    again();
    document.addEventListener("convscope:step", heard);
    find("[data-do=play]").click();
    stop = () => {
      document.removeEventListener("convscope:step", heard);
      if (!find(".player").classList.contains("playing")) throw new Error("it did not play on");
      find("[data-do=play]").click();
    };
  }
  const start = performance.now();
  let before = start;
  await new Promise((done) => {
    const look = (now) => {
      frames.push(now - before);
      before = now;
      if (step !== last) count += 1;
      last = step;
      if (now - start > seconds * 1000) done();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const taken = (performance.now() - start) / 1000;
  stop();
  return { steps: count / taken, frames: frames.slice(3) };
}"""

# Waits for the next move of the pointer, and for the picture to change after it; `painted` tells
# the milliseconds from the move until the frame after that one begins, and how many of them the
# page itself was at work.
POINT = """(key) => {
  const chart = key === null ? null : document.querySelector(`.st-key-${key} .js-plotly-plot`);
  // Whatever moves: strokes of lines, and rings of points.
  const strokes = () => [...chart.querySelectorAll(".js-line, path.point")]
    .map((node) => node.getAttribute("d") + node.getAttribute("transform")).join();
  const seen = chart ? strokes : () => shown;
  const before = seen();
  window.painted = new Promise((done, failed) => {
    const heard = (event) => {
      removeEventListener("pointermove", heard, true);
      const start = performance.now();
      const channel = new MessageChannel(); // its message waits until the frame is done
      const worked = new Promise((tell) => {
        channel.port1.onmessage = () => tell(performance.now() - start);
      });
      const look = () => {
        if (performance.now() - event.timeStamp > 5000) failed(new Error("no other picture"));
        else if (seen() === before) requestAnimationFrame(look);
        else {
          channel.port2.postMessage(null);
          requestAnimationFrame(async () => {
            const taken = performance.now() - event.timeStamp;
            done([taken, await worked]);
          });
        }
      };
      requestAnimationFrame(look);
    };
    addEventListener("pointermove", heard, true);
    setTimeout(() => failed(new Error("the pointer did not move")), 10000);
  });
  window.painted.catch(() => {});
}"""
