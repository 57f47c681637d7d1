// Plays for some seconds at top speed, over and over the same steps, and tells how many steps were
// shown and how long each of the browser's frames took.
async ([prefix, steps, seconds]) => {
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
}
