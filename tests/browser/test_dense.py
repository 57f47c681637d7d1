"""The dense lesson in a real browser: pointing links cell, input and outputs without the server."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.words import input_words
from visualizer.notation import number
from visualizer.words.text import text

EXAMPLE = build(LESSON.defaults())

_CHART = "document.querySelector('.st-key-dense_net .js-plotly-plot')"
_LINKED = f"""() => {{
  const gd = {_CHART};
  return Boolean(gd?.data && gd.data[0].linked !== undefined);
}}"""
_PATH = f"""(name) => {{
  const trace = {_CHART}.data.find((trace) => trace.name === name);
  return [Array.from(trace.x), Array.from(trace.y)];
}}"""
_PLACE = f"""([name, index]) => {{
  const gd = {_CHART};
  const trace = gd.data.find((trace) => trace.name === name);
  const suffix = trace.xaxis.slice(1);
  const across = gd._fullLayout[`xaxis${{suffix}}`], down = gd._fullLayout[`yaxis${{suffix}}`];
  const box = gd.getBoundingClientRect();
  return [box.left + across._offset + across.d2p(trace.x[index]),
          box.top + down._offset + down.d2p(trace.y[index])];
}}"""
_HEIGHT = f"""([name, y]) => {{
  const trace = {_CHART}?.data?.find((trace) => trace.name === name);
  return trace?.y.length === 1 && trace.y[0] === y;
}}"""


def opened(page: Page) -> Page:
    page.wait_for_function(_LINKED)
    return page


def path(page: Page, name: str) -> list[list[Any]]:
    found: list[list[Any]] = page.evaluate(_PATH, name)
    return found


def lit(page: Page) -> list[float]:
    """Return the weight of every line that is drawn strong, in its own colour and width."""
    values = sorted({float(v) for v in EXAMPLE.weight.ravel()})
    return [w for w in values for _ in range(path(page, f"strong:{w:g}")[0].count(1))]


def point(page: Page, name: str, index: int) -> None:
    x, y = page.evaluate(_PLACE, [name, index])
    page.mouse.move(x, y, steps=4)


def test_a_cell_and_its_input_light_each_other(server: Server, tab: Tab) -> None:
    page = opened(visit(tab(), f"{server.url}/dense?lang=en"))
    for name, index in (("cells", 5), ("inputs", 3)):
        point(page, name, index)
        page.wait_for_function(_HEIGHT, arg=["light-nodes", index])
        row, col = divmod(index, 3)
        across, down = path(page, "light-cells")
        assert (min(across), min(down)) == (col, row)
        assert lit(page) == sorted(EXAMPLE.weight[:, index])
        # Said under the drawing, where it covers no cell.
        told = page.locator(".st-key-dense_player .readout:not(.hint)")
        told.get_by_text(input_words(EXAMPLE, "en")[index], exact=True).wait_for()
        assert page.locator(".hoverlayer .hovertext").count() == 0
    page.mouse.move(5, 5)
    page.wait_for_function(_HEIGHT, arg=["light-nodes", None])
    page.locator(".st-key-dense_player .readout.hint").wait_for()
    assert lit(page) == sorted(EXAMPLE.weight[0]), "the chosen output's again"


def test_an_output_lights_every_line_to_it_and_a_click_chooses_it(server: Server, tab: Tab) -> None:
    page = opened(visit(tab(), f"{server.url}/dense?lang=en"))
    stage = Stage(page, "dense", charted=False).on_step(1, 3)
    point(page, "outputs", 2)
    heights = page.evaluate(f"{_CHART}.data.find((t) => t.name === 'outputs').y")
    height = list(heights.values())[2] if isinstance(heights, dict) else heights[2]
    page.wait_for_function(_HEIGHT, arg=["light-nodes", height])
    assert lit(page) == sorted(EXAMPLE.weight[2])
    page.mouse.down()
    page.mouse.up()
    stage.on_step(3, 3)
    page.wait_for_function(_HEIGHT, arg=["chosen", height])
    page.wait_for_url("**dense_output=2**")
    result = number(float(EXAMPLE.y[2]))
    page.get_by_text("Output 3 reads").wait_for()
    assert stage.find(".result").inner_text().endswith(result)


def test_the_player_moves_the_chosen_output(server: Server, tab: Tab) -> None:
    page = opened(visit(tab(), f"{server.url}/dense?dense_output=1&lang=ko"))
    stage = Stage(page, "dense", charted=False).on_step(2, 3)
    assert text("dense.title", "ko") in main_text(page)
    for what, step in (("next", 3), ("first", 1)):
        stage.control(what).click()
        stage.on_step(step, 3)
        weights = sorted(EXAMPLE.weight[step - 1])
        page.wait_for_function(f"() => {_CHART}?.data?.[0].linked === {step - 1}")
        assert lit(page) == weights
    page.wait_for_function("() => !location.search.includes('dense_output')")


def test_product_by_product_the_links_come_one_by_one(server: Server, tab: Tab) -> None:
    page = opened(visit(tab(), f"{server.url}/dense?lang=en"))
    stage = Stage(page, "dense", charted=False).on_step(1, 3)
    weights = EXAMPLE.weight[0]
    # The formula's third product lights its input.
    stage.find(".term").nth(2).hover()
    page.wait_for_function(_HEIGHT, arg=["light-nodes", 2])
    assert lit(page) == sorted(weights)
    stage.control("slow").click()
    for known in (1, 2, 3):
        stage.control("next").click()
        page.wait_for_function(_HEIGHT, arg=["light-nodes", known - 1])
        assert lit(page) == sorted(weights[:known])
    stage.control("slow").click()
    page.wait_for_function(_HEIGHT, arg=["light-nodes", None])
    assert lit(page) == sorted(weights)


def test_the_link_brings_back_the_map_of_the_convolution_lesson(server: Server, tab: Tab) -> None:
    page = settled(visit(tab(), f"{server.url}/convolution?conv_preset=box&lang=en"))
    Stage(page, "conv")
    page.get_by_role("link", name=text("nav.dense", "en"), exact=True).first.click()
    page.wait_for_url("**dense_data=**")
    opened(settled(page))
    shown = page.evaluate(f"{_CHART}.data.find((t) => t.name === 'cells').text")
    data = query(page)["dense_data"]
    other = opened(visit(tab(), f"{server.url}/dense?dense_data={data}&lang=en"))
    assert other.evaluate(f"{_CHART}.data.find((t) => t.name === 'cells').text") == shown


_TEXTS = """(key) => {
  const svg = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  const around = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim()
    && !text.closest('.hoverlayer')).map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(text).fontSize);
    return { words: text.textContent, size, left, right, top: top + 2, bottom: bottom - 2 };
  });
  const wrong = boxes.filter((one) => one.size < 14 || one.left < around.left - 1
    || one.right > around.right + 1).map((one) => one.words);
  boxes.forEach((one, i) => boxes.slice(i + 1).forEach((two) => {
    if (one.left < two.right && two.left < one.right && one.top < two.bottom
      && two.top < one.bottom) wrong.push(`${one.words} / ${two.words}`);
  }));
  return [boxes.length, wrong];
}"""


@pytest.mark.parametrize("width", [390, 820, 1280, 1400])
def test_every_word_of_the_drawing_is_whole_and_apart(server: Server, tab: Tab, width: int) -> None:
    page = tab(viewport={"width": width, "height": 900})
    key = "dense_net" if width > 1000 else "dense_net_narrow"
    for query_, count in (("lang=en", 9), ("dense_map=random&dense_outputs=6&lang=ko", 18)):
        visit(page, f"{server.url}/dense?{query_}")
        page.locator(f".st-key-{key} .js-plotly-plot").wait_for()
        page.wait_for_function(
            f"""() => {{
              const gd = document.querySelector('.st-key-{key} .js-plotly-plot');
              return gd?.data?.[0].linked !== undefined
                && gd._fullLayout.width === gd.parentElement.clientWidth;
            }}"""
        )
        shown = [page.locator(f".st-key-{one}").is_visible()
                 for one in ("dense_net", "dense_net_narrow")]  # fmt: skip
        assert shown == [width > 1000, width < 1000]
        found, wrong = page.evaluate(_TEXTS, key)
        assert found >= 2 * count
        assert wrong == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1


def test_drawing_player_and_formula_fit_a_projector_and_the_page_is_short(
    server: Server, tab: Tab
) -> None:
    page = tab(viewport={"width": 1280, "height": 720})
    for address in ("dense?lang=en", "dense?dense_map=random&dense_outputs=6&lang=en"):
        stage = Stage(visit(page, f"{server.url}/{address}"), "dense", charted=False)
        box = stage.find(".formula").bounding_box()
        assert box
        assert box["y"] + box["height"] <= 720
    page.set_viewport_size({"width": 1400, "height": 1000})
    Stage(visit(page, f"{server.url}/dense?lang=en"), "dense", charted=False)
    tall = page.locator("[data-testid=stMain]").evaluate("(main) => main.scrollHeight")
    assert tall < 2000
    why = page.get_by_text(text("common.why_shape", "en")).bounding_box()
    tabs = page.get_by_role("tab", name=text("common.tab_words", "en")).bounding_box()
    assert why
    assert tabs
    assert why["x"] + why["width"] < tabs["x"]
    assert abs(why["y"] - tabs["y"]) < 40


@pytest.mark.parametrize("width", [390, 1400])
def test_the_matrix_fits_where_it_is_opened(server: Server, tab: Tab, width: int) -> None:
    address = "dense?dense_map=random&dense_outputs=6&dense_output=5"
    page = tab(viewport={"width": width, "height": 900})
    visit(page, f"{server.url}/{address}")
    page.locator(".st-key-dense_whole summary").click()
    page.locator(".st-key-dense_matrices .js-plotly-plot:visible").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    shown = [page.locator(f".st-key-{key}").is_visible() for key in
             ("dense_matrix", "dense_matrix_half", "dense_matrix_narrow")]  # fmt: skip
    assert shown == [width > 740, False, width <= 740]
