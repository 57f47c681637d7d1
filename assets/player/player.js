// The player: drives a stage that Streamlit drew, in the browser alone. It asks the server for
// nothing while playing and reports the step once it rests.

const STEPS_A_SECOND = 4; // at speed 1
const GLIDES_UP_TO = 4; // steps a second; faster, the window jumps
const SPEEDS = [0.5, 1, 2, 4, 8, 16];
const REPORT_AFTER = 350; // ms of rest
const PATIENCE = 15000; // ms until a missing stage is said to be missing
const KEYS = { ArrowLeft: "back", ArrowRight: "next", Home: "first", End: "last", " ": "play" };

const players = new WeakMap();

// The written number in a cell's hover data, which carries its place where grids share axes.
function valueOf(custom) {
  return Array.isArray(custom) ? custom[2] : custom;
}

// The filter whose weights the stage shows.
function gdFilter(gd) {
  return gd.layout.meta.filter ?? 0;
}

function calmWanted() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

class Player {
  constructor(root) {
    this.root = root;
    this.box = root.querySelector(".player");
    this.find = (selector) => root.querySelector(selector);
    this.step = 0;
    this.playing = false;
    this.waits = 0;
    this.speed = 1;
    this.lights = {};
    this.preview = null; // step shown while the pointer rests on its output cell
    for (const button of root.querySelectorAll("button")) {
      button.onclick = () => this.act(button.dataset.do);
    }
    this.scrub = this.find(".scrub");
    this.scrub.oninput = () => this.go(Number(this.scrub.value));
    const select = this.find("select");
    for (const speed of SPEEDS) select.add(new Option(`${speed}×`, speed, false, speed === 1));
    select.onchange = () => { this.speed = Number(select.value); };
    this.onKey = (event) => this.key(event);
    document.addEventListener("keydown", this.onKey);
    // Other pictures of the same step ask for one with this event, and hear of it by the other.
    this.onAsked = ({ detail }) => { if (detail.stage === this.data?.stage) { this.pause(); this.go(detail.step); } };
    document.addEventListener("convscope:go", this.onAsked);
    this.style = document.head.appendChild(document.createElement("style"));
    this.watcher = new ResizeObserver(() => this.fit());
  }

  // New data from the server: a new example, or the same one again after a rerun.
  update(data, report, give) {
    this.report = report;
    this.give = give;
    if (this.data && data.id === this.data.id) {
      // The same example: only a step the server itself asks for moves it (history, buttons).
      if (data.ask !== this.data.ask) this.go(data.step);
      this.data = data;
      if (this.missing) {
        // The server steps: only the formula follows.
        this.step = data.step;
        this.panel();
      } else {
        this.attach();
      }
      return;
    }
    const moved = this.data !== undefined;
    this.data = data;
    this.example = new Example(data);
    this.lights = {};
    this.preview = null;
    this.pause();
    const step = Math.min(Math.max(0, data.step), this.example.steps - 1);
    if (moved && step === this.step) clearTimeout(this.reporting);
    this.step = step;
    this.name();
    this.attach();
    this.panel();
  }

  name() {
    const words = this.data.labels;
    this.box.setAttribute("aria-label", words.player);
    for (const button of this.root.querySelectorAll("button")) {
      const word = words[button.dataset.do];
      button.title = word;
      button.setAttribute("aria-label", word);
    }
    this.scrub.max = this.example.steps - 1;
    this.scrub.setAttribute("aria-label", words.scrub);
    this.find(".speed span").textContent = words.speed;
    this.find("select").setAttribute("aria-label", words.speed);
  }

  // Wait until the stage of this very example is drawn, then take it over.
  attach() {
    clearTimeout(this.waiting);
    clearInterval(this.guarding);
    const since = performance.now();
    const look = () => {
      const gd = document.querySelector(`.st-key-${this.data.stage} .js-plotly-plot`);
      if (gd && gd.on && window.Plotly && gd.layout?.meta?.id === this.data.id && gd._fullLayout) {
        this.take(gd);
      } else if (performance.now() - since > PATIENCE) {
        this.say(this.data.labels.missing);
        this.missing = true;
        this.box.classList.add("missing");
        this.give();
      } else {
        this.waiting = setTimeout(look, 15);
      }
    };
    look();
  }

  take(gd) {
    this.say("");
    if (this.gd !== gd) {
      this.watcher.disconnect();
      this.gd = gd;
      gd.on("plotly_hover", (event) => this.hover(event));
      gd.on("plotly_unhover", () => this.leave());
      gd.on("plotly_click", (event) => this.pin(event));
      gd.on("plotly_afterplot", () => this.redrawn());
      this.watcher.observe(gd.parentElement);
    }
    this.taken = true;
    clearInterval(this.guarding);
    // Streamlit may build the same chart anew without telling: then take that one.
    this.guarding = setInterval(() => { if (!this.gd.isConnected) this.attach(); }, 300);
    this.index = null;
    this.fit(true);
  }

  // Streamlit drew the still picture again (a resize, a theme): put the present step back on it.
  redrawn() {
    const gd = this.gd;
    if (!this.taken || this.fitting || gd.layout?.meta?.id !== this.data.id) return;
    const fresh = gd.data[0].player !== this.data.id;
    if (fresh) this.index = null;
    this.fit(fresh);
  }

  // Choose the layout for the width there is; the server's own serves widths near its nominal one.
  // No frame may run while a layout is being changed: it would keep the old places.
  fit(show = false) {
    const gd = this.gd;
    if (!this.taken || this.fitting || !gd?.isConnected || gd.layout?.meta?.id !== this.data.id) return;
    const room = gd.parentElement.clientWidth;
    if (!room) return;
    const fitting = this.data.layouts.filter((layout) => layout.width <= room);
    const layout = fitting.length ? fitting[fitting.length - 1] : this.data.layouts[0];
    // The box decides the chart's height; it redraws itself when this changes.
    this.style.textContent = `.st-key-${this.data.stage} { height: ${layout.height}px !important; }`;
    // Streamlit may put back the layout or the traces it knows: both say what they are made for.
    const drawn = [gd.layout.meta.fit, gd.data[0].fit].map((fit) => fit ?? this.data.nominal);
    gd.data[0].player = this.data.id;
    if (drawn.every((fit) => fit === layout.width)) {
      if (show) this.show();
      return;
    }
    // First let Streamlit redraw for the new height: two redraws at once would mix their places.
    if (gd._fullLayout.height !== layout.height && this.waits < 40) {
      this.waits += 1;
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.fit(true), 25);
      return;
    }
    this.waits = 0;
    this.fitting = true;
    const { restyle, indices, update } = this.rearranged(layout);
    gd.data[0].fit = layout.width;
    window.Plotly.update(gd, restyle, { ...update, "meta.fit": layout.width }, indices)
      .finally(() => {
        this.fitting = false;
        this.show();
        this.fit(); // whatever happened to the chart meanwhile
      });
  }

  // The layout that is drawn now.
  layout() {
    const width = this.gd?.layout?.meta?.fit ?? this.data.nominal;
    return this.data.layouts.find((layout) => layout.width === width);
  }

  // Where each panel's first cell begins, by role, in the layout that is drawn.
  offsets() {
    return Object.fromEntries(Object.entries(this.layout().regions).map(([role, region]) => [role, region[4]]));
  }

  // Rows and columns of a panel, by role.
  size(role) {
    const kernel = this.data.kernel;
    const sizes = { input: [this.example.height, this.example.width], kernel, products: kernel };
    return sizes[role] ?? [this.example.outHeight, this.example.outWidth];
  }

  // Everything that has a place: axes, pictures, titles, and the traces that never move.
  rearranged(layout) {
    const gd = this.gd;
    const update = {};
    const restyle = { x: [], y: [], text: [], "textfont.size": [], "textfont.color": [] };
    const indices = [];
    const set = (name, path, font) => {
      const i = this.indexOf(name);
      if (i === undefined) return;
      const { customdata, textfont } = gd.data[i];
      const inks = this.data.inks[name.split(":")[1]];
      indices.push(i);
      restyle.x.push(path.x);
      restyle.y.push(path.y);
      // No text, no elements: a thousand unreadable numbers would only cost time.
      restyle.text.push(font && customdata ? customdata.map(valueOf) : "");
      restyle["textfont.size"].push(font || 9);
      const paint = inks ? [...inks].map((ink) => (ink === "1" ? "#ffffff" : "#000000")) : textfont?.color;
      restyle["textfont.color"].push(paint ? [paint].flat().length > 1 ? paint : [paint].flat()[0] : null);
    };
    for (const [role, suffix] of Object.entries(this.data.axes)) {
      const [domainX, domainY, rangeX, rangeY, offsets, font] = layout.regions[role];
      update[`xaxis${suffix}.domain`] = domainX;
      update[`yaxis${suffix}.domain`] = domainY;
      update[`xaxis${suffix}.range`] = rangeX;
      update[`yaxis${suffix}.range`] = rangeY;
      const sums = role === "products" && this.example.weight !== null;
      set(`numbers:${role}`, centres(this.size(role), offsets, sums), font);
    }
    const struck = lines(this.data, this.size("input"), layout.regions.input[4]);
    set("unused:input", struck, 9);
    update.images = gd.layout.images.map((image) => {
      const [role, index] = image.name.split(":");
      const [x, y] = layout.regions[role][4][Number(index)];
      return { ...image, x, y };
    });
    update.annotations = gd.layout.annotations.map((note) => {
      const [role, index] = note.name.split(":");
      const region = layout.regions[role];
      if (index === undefined) return { ...note, x: region[2][0], y: (region[3][0] + region[3][1]) / 2 };
      const [x, y] = region[4][Number(index)];
      return { ...note, x: x + this.size(role)[1] / 2, y };
    });
    return { restyle, indices, update };
  }

  indexOf(name) {
    if (!this.index) this.index = new Map(this.gd.data.map((trace, i) => [trace.name, i]));
    return this.index.get(name);
  }

  // Draw the present moment; `glide` milliseconds of transition, 0 jumps.
  show(glide = 0) {
    const gd = this.gd;
    if (!this.taken || this.fitting || gd.layout?.meta?.id !== this.data.id || !gd.isConnected) return;
    const now = this.example.read(this.preview ?? this.step);
    const data = [];
    const traces = [];
    const made = contents(this.example, now, this.lights, this.offsets());
    // Too many to be read at this width: the formula has them.
    if (!this.layout().regions.products[5]) made["numbers:products"] = { text: "" };
    for (const [name, parts] of Object.entries(made)) {
      const i = this.indexOf(name);
      if (i !== undefined) { data.push(parts); traces.push(i); }
    }
    this.kernel(now, data, traces);
    gd.data[0].player = this.data.id;
    window.Plotly.animate(gd, { data, traces }, {
      mode: "immediate",
      frame: { duration: glide, redraw: false },
      transition: { duration: glide, easing: "cubic-in-out" },
    }).catch(() => {}); // a frame that a newer one replaced
    this.panel(now);
  }

  // Another filter has other weights: its picture replaces the last one's.
  kernel(now, data, traces) {
    const filter = this.data.kernels[now.filter];
    if (!filter || gdFilter(this.gd) === now.filter) return;
    this.gd.layout.meta.filter = now.filter;
    const index = this.indexOf("numbers:kernel");
    const trace = this.gd.data[index];
    const written = now.terms.map((t) => writeNumber(t.weight));
    data.push({
      text: [trace.text].flat().some(Boolean) ? written : "",
      customdata: trace.customdata.map((old, i) => (Array.isArray(old) ? [old[0], old[1], written[i]] : written[i])),
      textfont: { ...trace.textfont, color: filter.inks },
    });
    traces.push(index);
    this.gd.layout.images.forEach((image, i) => {
      const [role, channel] = image.name.split(":");
      if (role !== "kernel") return;
      const node = [...this.gd.querySelectorAll("image")].find((n) => n.getAttribute("href") === image.source);
      image.source = filter.pictures[Number(channel)];
      this.gd._fullLayout.images[i].source = image.source;
      node?.setAttribute("href", image.source);
    });
  }

  // The controls and the formula under the stage.
  panel(now = this.example.read(this.preview ?? this.step)) {
    this.scrub.value = now.step;
    this.find(".count").textContent = this.data.labels.count
      .replace("{step}", writeNumber(now.step + 1)).replace("{steps}", writeNumber(this.example.steps));
    const first = this.step === 0;
    const last = this.step === this.example.steps - 1;
    for (const name of ["first", "back"]) this.find(`[data-do=${name}]`).disabled = first;
    for (const name of ["next", "last"]) this.find(`[data-do=${name}]`).disabled = last;
    writeFormula(this.find(".formula"), this.example, now, (term) => this.point(term));
    const detail = { stage: this.data.stage, step: now.step };
    document.dispatchEvent(new CustomEvent("convscope:step", { detail }));
  }

  go(step, glide = 0) {
    const wanted = Math.min(Math.max(0, step), this.example.steps - 1);
    this.preview = null;
    this.step = wanted;
    this.show(glide);
    if (!this.taken) this.panel();
    this.rest();
  }

  rest() {
    clearTimeout(this.reporting);
    if (this.playing) return;
    this.reporting = setTimeout(() => this.report(this.step), REPORT_AFTER);
  }

  act(what) {
    const last = this.example.steps - 1;
    const glide = calmWanted() ? 0 : 180;
    if (what === "play") return this.playing ? this.pause() : this.play();
    this.pause();
    if (what === "first") this.go(0);
    if (what === "last") this.go(last);
    if (what === "back" && this.step > 0) this.go(this.step - 1, glide);
    if (what === "next" && this.step < last) this.go(this.step + 1, glide);
    return undefined;
  }

  play() {
    if (this.step === this.example.steps - 1) this.go(0);
    clearTimeout(this.reporting);
    this.playing = true;
    this.box.classList.add("playing");
    this.label();
    let before = performance.now();
    let due = 0;
    const tick = (time) => {
      if (!this.playing) return;
      const rate = STEPS_A_SECOND * this.speed;
      if (this.preview === null) due += Math.max(0, time - before) * rate / 1000;
      before = time;
      if (due >= 1) {
        due = Math.min(due - 1, 1); // every step is shown, even when the machine is late
        const glides = rate <= GLIDES_UP_TO && !calmWanted();
        this.go(this.step + 1, glides ? Math.min(200, 600 / rate) : 0);
        if (this.step === this.example.steps - 1) return this.pause();
      }
      this.ticking = requestAnimationFrame(tick);
      return undefined;
    };
    this.ticking = requestAnimationFrame(tick);
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.ticking);
    this.box.classList.remove("playing");
    this.label();
    this.rest();
  }

  label() {
    const button = this.find("[data-do=play]");
    const word = this.data.labels[this.playing ? "pause" : "play"];
    button.title = word;
    button.setAttribute("aria-label", word);
  }

  key(event) {
    const what = KEYS[event.key];
    if (!what || !this.taken || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.composedPath()[0];
    const typing = "input, textarea, select, [contenteditable=true], [role=slider], [role=radio], " +
      "[role=tab], [role=option], [role=combobox], [role=listbox], [role=gridcell], [role=grid]";
    if (at instanceof Element && at.closest(typing)) return;
    if (event.key === " " && at instanceof Element && at.closest("button, a, summary, [role=button]")) return;
    event.preventDefault();
    this.act(what);
  }

  // What a hovered or clicked point is: its panel and its cell, counted from 0 on the grid.
  cellOf(event) {
    const point = event.points?.[0];
    const [part, role] = (point?.data.name || "").split(":");
    if (part !== "numbers") return null;
    const number = point.pointNumber ?? point.pointIndex;
    const [rows, cols] = this.size(role);
    const index = Math.floor(number / (rows * cols));
    if (index >= this.offsets()[role].length) return null; // a sum
    const rest = number % (rows * cols);
    return { role, index, row: Math.floor(rest / cols), col: rest % cols };
  }

  hover(event) {
    const cell = this.cellOf(event);
    if (!cell) return;
    const { role, index, row, col } = cell;
    const example = this.example;
    this.lights = {};
    this.preview = null;
    const now = example.read(this.step);
    const outputs = example.activated ? ["output", "activated"] : ["output"];
    if (role === "output" || role === "activated") {
      this.preview = example.step(index, row, col);
    } else if (role === "input") {
      this.light("input", index, [[row, col]]);
      const hits = example.cellsReading(row, col);
      for (let f = 0; f < example.filters; f++) {
        if (example.channelsOf(f).includes(index)) outputs.forEach((o) => this.light(o, f, hits));
      }
    } else {
      this.light("kernel", index, [[row, col]]);
      const met = role === "kernel" ? example.cellsMeeting(row, col) : [[now.rows[row], now.cols[col]]];
      this.light("input", now.channels[index], met);
    }
    this.show();
  }

  light(role, index, cells) {
    (this.lights[role] ??= {})[index] = cells;
  }

  point(term) {
    this.lights = {};
    if (term) {
      this.light("input", term.channel, [[term.row, term.col]]);
      this.light("kernel", term.index, [[term.ky, term.kx]]);
    }
    this.show();
  }

  leave() {
    this.lights = {};
    this.preview = null;
    this.show();
  }

  pin(event) {
    const cell = this.cellOf(event);
    if (!cell) return;
    if (cell.role === "output" || cell.role === "activated") {
      this.pause();
      this.go(this.example.step(cell.index, cell.row, cell.col));
    } else if (cell.role === "input") {
      const hits = this.example.cellsReading(cell.row, cell.col);
      const { filter } = this.example.cell(this.step);
      this.pause();
      if (hits.length) this.go(this.example.step(filter, ...hits[0]));
    }
  }

  say(sentence) {
    const notice = this.find(".notice");
    notice.textContent = sentence;
    notice.hidden = !sentence;
  }

  end() {
    this.pause();
    clearTimeout(this.waiting);
    clearTimeout(this.reporting);
    clearInterval(this.guarding);
    clearTimeout(this.retry);
    this.watcher.disconnect();
    document.removeEventListener("keydown", this.onKey);
    document.removeEventListener("convscope:go", this.onAsked);
    this.style.remove();
    this.taken = false;
  }
}

export default function (component) {
  const { parentElement, data, setStateValue, setTriggerValue } = component;
  let player = players.get(parentElement);
  if (!player) {
    player = new Player(parentElement);
    players.set(parentElement, player);
  }
  player.update(data, (step) => setStateValue("step", step), () => setTriggerValue("missing", true));
  return () => {
    player.end();
    players.delete(parentElement);
  };
}
