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
