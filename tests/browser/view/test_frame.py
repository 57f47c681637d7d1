"""In a frame of another page: the figure alone at any size, and a way to the whole lesson."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Tab
from tests.browser.pages import visit
from tests.browser.server import Server
from tests.browser.stage import Stage

SIZES = [(320, 400), (800, 600), (1400, 500)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(
    ("lesson", "prefix"),
    [("convolution?conv_size=8&conv_channels=2", "conv"), ("pooling?lang=ko", "pool")],
)
def test_a_frame_of_any_size_shows_stage_and_player_and_never_scrolls_sideways(
    server: Server, tab: Tab, lesson: str, prefix: str, width: int, height: int
) -> None:
    address = f"{server.url}/{lesson}{'&' if '?' in lesson else '?'}embed=true"
    page = visit(tab(viewport={"width": width, "height": height}), address)
    stage = Stage(page, prefix)
    page.wait_for_function("() => document.documentElement.dataset.view === 'embed'")
    for gone in ("stSidebar", "stTopNav", "stTabs"):
        assert not page.get_by_test_id(gone).is_visible()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("(main) => main.scrollWidth - main.clientWidth") == 0
    # The player is in reach, wherever the stage is.
    for control in ("back", "play", "next"):
        box = stage.control(control).bounding_box()
        assert box
        assert 0 <= box["x"] <= width - box["width"]
        assert 0 <= box["y"] <= height - box["height"]


def test_a_frame_has_a_link_to_the_whole_lesson_with_its_settings(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport={"width": 640, "height": 480}),
                 f"{server.url}/convolution?conv_size=6&embed=true&lang=en")  # fmt: skip
    stage = Stage(page, "conv").on_step(1, 16)
    stage.control("next").click()
    page.wait_for_url("**conv_step=1**")
    link = page.locator("a.convscope-whole")
    with page.context.expect_page() as opened:
        link.click()
    lesson = opened.value
    Stage(lesson, "conv").on_step(2, 16)
    assert "embed" not in lesson.url
    assert lesson.locator("h1").is_visible()
    lesson.close()


@pytest.mark.parametrize("lesson", ["activation", "dropout", "dense", "architecture"])
def test_every_lesson_fits_a_small_frame(server: Server, tab: Tab, lesson: str) -> None:
    page = visit(tab(viewport={"width": 320, "height": 400}), f"{server.url}/{lesson}?embed=true")
    page.locator(".js-plotly-plot .main-svg").first.wait_for(state="attached")
    page.wait_for_function("() => document.documentElement.dataset.view === 'embed'")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("(main) => main.scrollWidth - main.clientWidth") == 0
    assert not page.get_by_test_id("stSidebar").is_visible()
