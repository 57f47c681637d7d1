"""The dropout lesson in a real browser: drawn, drawn again, on a phone, in both languages."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, query, visit
from tests.browser.server import Server
from tests.lessons.dropout.cases import example_of
from visualizer.words.text import LANGUAGES, text

_CHART = "document.querySelector('.st-key-drop_stage .js-plotly-plot')"
_CROSSED = f"""(count) => {{
  const gone = {_CHART}?.data?.find((trace) => trace.name === "dropped");
  return (gone ? gone.x.length : 0) === count;
}}"""


def dropped(**changes: float | str) -> int:
    example = example_of(**changes)
    return sum(example.hidden) - int(example.all_masks[0].sum())


def test_drawing_again_draws_the_next_mask(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/dropout?drop_seed=5&lang=en")
    page.wait_for_function(_CROSSED, arg=dropped(seed=5))
    page.get_by_role("button", name=text("drop.again", "en")).click()
    page.wait_for_url("**drop_seed=6**")
    page.wait_for_function(_CROSSED, arg=dropped(seed=6))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_link_comes_back_at_every_width(server: Server, tab: Tab, lang: str) -> None:
    asked = {"drop_p": "0.8", "drop_layers": "3", "drop_neurons": "8", "lang": lang}
    address = "&".join(f"{name}={value}" for name, value in asked.items())
    page = visit(tab(), f"{server.url}/dropout?{address}")
    page.wait_for_function(_CROSSED, arg=dropped(p=0.8, layers=3, neurons=8))
    assert query(page) == asked
    assert text("drop.title", lang) in main_text(page)
    for width in (1400, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("document.documentElement.scrollWidth - innerWidth <= 1")
        page.wait_for_function(f"() => {_CHART}._fullLayout.width <= {width}")


_CUT = """() => [...document.querySelectorAll('[data-testid=stMain] .katex-display')]
  .filter((formula) => {
    const column = formula.closest('[data-testid=stColumn]') ?? document.body;
    const edge = column.getBoundingClientRect().right;
    return [...formula.querySelectorAll('.katex-html, .katex-html *')].some(
      (part) => part.getBoundingClientRect().right > edge + 1);
  }).map((formula) => formula.textContent)"""
_NARROWEST = """() => Math.min(...[...document.querySelectorAll(
  '[data-testid=stMain] [data-testid=stColumn] .listed, [data-testid=stMain] '
  + '[data-testid=stColumn] .js-plotly-plot')].map((part) => part.getBoundingClientRect().width))"""


@pytest.mark.parametrize(
    "address", ["dropout", "convolution", "pooling", "activation", "activation?act_kind=softmax"]
)
def test_between_phone_and_desk_nothing_is_cut_off(server: Server, tab: Tab, address: str) -> None:
    """With the sidebar open 820 pixels leave less than 500 for two columns."""
    page = visit(
        tab(viewport={"width": 820, "height": 1000}),
        f"{server.url}/{address}{'&' if '?' in address else '?'}lang=ko",
    )
    page.locator(".katex-display").first.wait_for()
    page.locator("[data-testid=stMain] .listed table").first.wait_for()
    assert page.evaluate(_CUT) == []
    assert page.evaluate(_NARROWEST) >= 140
    table = page.locator("[data-testid=stMain] .listed").first.bounding_box()
    assert table
    assert table["width"] > 400
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
