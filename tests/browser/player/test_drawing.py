"""A step is drawn without Plotly, which knows it nevertheless and would draw the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.words.text import text

# Every way that Plotly draws again by: none is to be taken while the stage moves.
_COUNTED = """() => {
  window.drawn = [];
  for (const name of ['animate', 'redraw', 'restyle', 'relayout', 'update', 'react', 'newPlot']) {
    const way = window.Plotly[name];
    window.Plotly[name] = (...given) => {
      window.drawn.push(name);
      return way.apply(window.Plotly, given);
    };
  }
}"""
# For each trace that moves: its lines in pixels of the chart by what is seen and by what Plotly
# knows, twice: as its data, and as the points that it calculated from them. Texts likewise.
_SEEN = """(key) => {
  const gd = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  const box = gd.getBoundingClientRect();
  const found = {};
  gd._fullData.forEach((full, i) => {
    const group = gd.querySelector(`.convscope-moving > [data-uid="${full.uid}"]`);
    if (!group) return;
    const trace = gd.data[i];
    const [across, down] = [trace.xaxis, trace.yaxis].map(
      (id) => gd._fullLayout[id.replace(/^./, '$&axis')]);
    const pixel = ([x, y]) => [across._offset + across.c2p(x), down._offset + down.c2p(y)];
    const whole = (points) => [...new Set(points.map((p) => p.map(Math.round).join()))].sort();
    const told = (xs, ys) => whole(Array.from(xs, (x, j) => [x, ys[j]])
      .filter((point) => point.every(Number.isFinite)).map(pixel));
    const drawn = [...group.querySelectorAll('.js-line, .js-fill')].flatMap((node) => {
      const { e, f } = node.getScreenCTM();
      const numbers = (node.getAttribute('d')?.match(/-?\\d+(\\.\\d+)?/g) ?? []).map(Number);
      return numbers.flatMap((x, j) => j % 2 ? [] :
        [[x + e - box.x, numbers[j + 1] + f - box.y]]);
    });
    const points = gd.calcdata[i];
    found[trace.name] = trace.mode === 'lines'
      ? [whole(drawn), told(trace.x, trace.y), told(points.map((p) => p.x), points.map((p) => p.y))]
      : [[...group.querySelectorAll('text')].map((node) => node.textContent),
         [trace.text].flat(), points.map((p) => p.tx)];
  });
  return found;
}"""
_KEPT = "(key) => document.querySelectorAll(`.st-key-${key} .scatterlayer .js-line`).length"
_DO = """async ([key, what]) => {
  const gd = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  await new Function('gd', `return ${what}`)(gd);
}"""


def seen(page: Page, key: str) -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = page.evaluate(_SEEN, key)
    return found


def agree(found: dict[str, list[list[Any]]]) -> dict[str, list[Any]]:
    """Return what is seen; Plotly's data and its points say the same."""
    for name, (drawn, told, calculated) in found.items():
        assert drawn == told, name
        assert drawn == calculated, name
    return {name: drawn for name, (drawn, _, _) in found.items()}


def shown_sum(page: Page) -> str:
    """Return the sum of the products, which is written at every width."""
    sums = agree(seen(page, "conv_stage"))["numbers:products"][-1]
    assert sums.startswith("Σ")
    return str(sums)


def test_playing_asks_plotly_for_nothing_and_it_knows_every_step(server: Server, tab: Tab) -> None:
    page = visit(tab(fresh=True), f"{server.url}/convolution?conv_size=8")
    stage = Stage(page, "conv").on_step(1, 36)
    first = agree(seen(page, "conv_stage"))
    assert {"window:input", "numbers:products", "cover:output", "mark:output"} <= first.keys()
    page.evaluate(_COUNTED)
    stage.find("select").select_option("64")
    stage.control("play").click()
    for _ in range(3):
        agree(seen(page, "conv_stage"))  # in the midst of it
    stage.on_step(36, 36).find(f"[aria-label='{text('common.play')}']").wait_for()
    last = agree(seen(page, "conv_stage"))
    assert last["window:input"] != first["window:input"]
    stage.point("output", 2, 2)
    stage.wait_marked(2, 2)
    agree(seen(page, "conv_stage"))
    assert page.evaluate("() => window.drawn") == []


@pytest.mark.parametrize(
    "what",
    [
        "Plotly.redraw(gd)",
        "Plotly.relayout(gd, { 'font.size': 13 })",
        "Plotly.Plots.resize(gd)",
        "Plotly.react(gd, gd.data, gd.layout)",
        "Plotly.restyle(gd, { 'line.color': '#123456' }, [1, 2])",
    ],
)
def test_plotly_draws_the_same_step_again(server: Server, tab: Tab, what: str) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=6&conv_channels=2&conv_filters=2")
    stage = Stage(page, "conv").on_step(1, 32)
    stage.control("next").click()
    stage.control("next").click()
    stage.on_step(3, 32)
    stage.control("slow").click()  # no glide is under way
    stage.control("slow").click()
    before = agree(seen(page, "conv_stage"))
    page.evaluate(_DO, ["conv_stage", what])
    assert agree(seen(page, "conv_stage")) == before
    assert page.evaluate(_KEPT, "conv_stage") == 0, "what moves is drawn once"
    stage.control("last").click()
    stage.on_step(32, 32)
    assert agree(seen(page, "conv_stage"))["window:input"] != before["window:input"]


def test_another_width_keeps_the_step(server: Server, tab: Tab) -> None:
    page = visit(tab(fresh=True), f"{server.url}/convolution?conv_size=8&conv_step=9")
    Stage(page, "conv").on_step(10, 36)
    total = shown_sum(page)
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            """() => {
              const gd = document.querySelector('.st-key-conv_stage .js-plotly-plot');
              return gd._fullLayout.width === gd.parentElement.clientWidth
                && gd._fullLayout.height === gd.parentElement.clientHeight;
            }"""
        )
        assert shown_sum(page) == total
        assert page.evaluate(_KEPT, "conv_stage") == 0


def test_what_moves_takes_on_another_look(server: Server, tab: Tab) -> None:
    page = visit(tab(fresh=True), f"{server.url}/convolution?conv_size=5")
    stage = Stage(page, "conv").on_step(1, 9)
    stage.control("last").click()
    stage.on_step(9, 9)
    index = list(stage.traces()).index("window:input")
    page.evaluate(
        _DO, ["conv_stage", f"Plotly.restyle(gd, {{'line.color': '#123456'}}, [{index}])"]
    )
    stroke = """() => getComputedStyle(
      document.querySelector('.convscope-moving [data-trace="window:input"] .js-line')).stroke"""
    assert page.evaluate(stroke) == "rgb(18, 52, 86)"


def test_an_export_shows_the_step_that_is_seen(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=5")
    stage = Stage(page, "conv").on_step(1, 9)
    stage.control("last").click()
    stage.on_step(9, 9)
    svg = page.evaluate(
        """async () => {
          const gd = document.querySelector('.st-key-conv_stage .js-plotly-plot');
          return decodeURIComponent(await Plotly.toImage(gd, { format: 'svg' }));
        }"""
    )
    texts = stage.traces()["numbers:products"]["text"]
    sums = [one for one in texts if one.startswith("Σ")]
    assert len(sums) == 1
    assert f">{sums[0]}<" in svg


def test_a_step_by_hand_glides_to_its_place(server: Server, tab: Tab) -> None:
    page = visit(tab(fresh=True), f"{server.url}/convolution?conv_size=5")
    stage = Stage(page, "conv").on_step(1, 9)
    key = "conv_stage"
    start = agree(seen(page, key))["window:input"]
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    stage.control("next").click()
    page.clock.run_for(90)
    drawn, told, _ = seen(page, key)["window:input"]
    assert drawn not in (start, told), "half of the way"
    page.clock.run_for(200)
    assert agree(seen(page, key))["window:input"] == told


def test_the_dense_lines_are_drawn_without_plotly(server: Server, tab: Tab) -> None:
    page = visit(tab(fresh=True), f"{server.url}/dense?dense_output=0")
    stage = Stage(page, "dense", charted=False).on_step(1, 3)
    page.wait_for_function(
        "() => document.querySelector('.st-key-dense_net .js-plotly-plot')?.data?.[0].linked === 0"
    )
    before = agree_lines(seen(page, "dense_net"))
    page.evaluate(_COUNTED)
    stage.control("next").click()
    stage.on_step(2, 3)
    after = agree_lines(seen(page, "dense_net"))
    assert before != after
    assert page.evaluate("() => window.drawn") == []
    page.evaluate(_DO, ["dense_net", "Plotly.redraw(gd)"])
    assert agree_lines(seen(page, "dense_net")) == after, json.dumps(after)


def agree_lines(found: dict[str, list[list[Any]]]) -> dict[str, list[Any]]:
    return agree({name: one for name, one in found.items() if name.startswith("strong:")})
