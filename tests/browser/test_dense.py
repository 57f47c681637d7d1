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
        lines, _ = path(page, "light-lines")
        assert lines.count(1) == len(EXAMPLE.y)
        label = page.locator(".hoverlayer .hovertext")
        label.filter(has_text=f"row {row + 1}, column {col + 1}").first.wait_for()
    page.mouse.move(5, 5)
    page.wait_for_function(_HEIGHT, arg=["light-nodes", None])


def test_an_output_lights_every_line_to_it_and_a_click_chooses_it(server: Server, tab: Tab) -> None:
    page = opened(visit(tab(), f"{server.url}/dense?lang=en"))
    stage = Stage(page, "dense").on_step(1, 3)
    point(page, "outputs", 2)
    heights = page.evaluate(f"{_CHART}.data.find((t) => t.name === 'outputs').y")
    height = list(heights.values())[2] if isinstance(heights, dict) else heights[2]
    page.wait_for_function(_HEIGHT, arg=["light-nodes", height])
    lines, _ = path(page, "light-lines")
    assert lines.count(1) == EXAMPLE.x.size
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
    stage = Stage(page, "dense").on_step(2, 3)
    assert text("dense.title", "ko") in main_text(page)
    for what, step in (("next", 3), ("first", 1)):
        stage.control(what).click()
        stage.on_step(step, 3)
        weights = sorted(EXAMPLE.weight[step - 1])
        page.wait_for_function(f"() => {_CHART}?.data?.[0].linked === {step - 1}")
        drawn = [w for w in sorted({float(v) for v in EXAMPLE.weight.ravel()})
                 for _ in range(path(page, f"strong:{w:g}")[0].count(1))]  # fmt: skip
        assert drawn == weights
    page.wait_for_function("() => !location.search.includes('dense_output')")


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


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_scrolls_sideways(server: Server, tab: Tab, width: int) -> None:
    address = "dense?dense_map=random&dense_outputs=6&dense_output=5"
    page = tab(viewport={"width": width, "height": 900})
    opened(visit(page, f"{server.url}/{address}"))
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    shown = [page.locator(f".st-key-{key}").is_visible() for key in
             ("dense_matrix", "dense_matrix_narrow")]  # fmt: skip
    assert shown == [width > 740, width <= 740]
