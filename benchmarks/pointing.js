// Waits for the next move of the pointer, and for the picture to change after it; `painted` tells the
// milliseconds from the move until the frame after that one begins, and how many of them the page
// itself was at work.
(key) => {
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
      const worked = new Promise((tell) => (channel.port1.onmessage = () => tell(performance.now() - start)));
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
  });
  window.painted.catch(() => {});
}
