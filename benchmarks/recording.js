// Reads a chart that Plotly drew as what a canvas needs to draw the same: pixels, colours, words.
// What differs from picture to picture moves; what does not is drawn once.
(key) => {
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
    return [number(across - box.x), number(at.y - box.y), anchor, font, style.fill, node.textContent];
  };
  const texts = (root) => [...root.querySelectorAll("text")]
    .filter((node) => node.textContent.trim()).map(textOf).filter(Boolean);
  // A path as lines: each begins with its M.
  const moved = (node, d) => d.split(/(?=M)/).map((line) => shifted(node, line));
  const shifted = (node, d) => {
    const matrix = node.getScreenCTM();
    const numbers = d.match(/-?\d+(?:\.\d+)?/g).map(Number);
    return numbers.map((value, i) => number(i % 2 ? value + matrix.f - box.y : value + matrix.e - box.x));
  };
  const traces = {};
  gd._fullData.forEach((full, i) => {
    // What moves lies on a sheet above the chart.
    const group = gd.querySelector(`.convscope-moving > [data-uid="${full.uid}"]`)
      ?? gd.querySelector(`.scatterlayer > .trace${full.uid}`);
    const paths = (kind) => [...group.querySelectorAll(kind)]
      .filter((node) => node.getAttribute("d")).flatMap((node) => moved(node, node.getAttribute("d")));
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
  const cells = [...gd.querySelectorAll(".convscope-moving > g:first-child > rect")].map((node) => {
    const at = node.getBoundingClientRect();
    return [number(at.x - box.x), number(at.y - box.y), at.width, at.height, node.getAttribute("fill")];
  });
  const images = [...gd.querySelectorAll("image")].map((node) => {
    const at = node.getBoundingClientRect();
    return [node.getAttribute("href"), number(at.x - box.x), number(at.y - box.y), at.width, at.height];
  });
  const notes = [...gd.querySelectorAll(".annotation")].flatMap(texts);
  return { width: Math.ceil(box.width), height: Math.ceil(box.height), traces, images, notes, cells };
}
