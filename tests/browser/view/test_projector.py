"""The projector: all of it in the window, keys for everything, back exactly where one was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.words.text import text

BEAMER = {"width": 1280, "height": 720}
# Everything lies in the window, nothing scrolls, and the stage is drawn for this view.
FITS = """([keys, charted]) => {
  const main = document.querySelector('[data-testid=stMain]');
  if (document.documentElement.dataset.view !== 'projector') return false;
  if (main.scrollHeight > main.clientHeight || main.scrollWidth > main.clientWidth) return false;
  const chart = document.querySelector(`.st-key-${keys[0]} .js-plotly-plot`);
  if (charted && !String(chart?.layout?.meta?.fit).includes('×')) return false;
  return keys.every((key) => {
    const box = document.querySelector(`.st-key-${key}`)?.getBoundingClientRect();
    return box && box.height > 0 && box.top >= 0 && box.left >= 0
      && box.bottom <= innerHeight && box.right <= innerWidth;
  });
}"""
TITLE = """() => parseFloat(getComputedStyle(
  document.querySelector('.js-plotly-plot .annotation-text')).fontSize)"""


def projector(page: Page) -> Page:
    """Wait until the page is seen as on a projector."""
    page.wait_for_function("() => document.documentElement.dataset.view === 'projector'")
    return page


def whole(page: Page) -> Page:
    """Wait until the page is whole again."""
    page.wait_for_function("() => !document.documentElement.dataset.view")
    return page


@pytest.mark.parametrize(
    ("lesson", "keys", "charted"),
    [
        ("convolution", ("conv_stage", "conv_player"), True),
        ("convolution?conv_size=28&conv_input=digit", ("conv_stage", "conv_player"), True),
        (
            "convolution?conv_channels=3&conv_filters=3&conv_activation=relu&lang=ko",
            ("conv_stage", "conv_player"),
            True,
        ),
        ("pooling?pool_channels=3&pool_size=8", ("pool_stage", "pool_player"), True),
        ("activation?lang=ko", ("act_stage", "act_player"), False),
        ("dropout", ("drop_networks",), False),
        ("dense", ("dense_drawing", "dense_player"), False),
        ("architecture", ("arch_drawings",), False),
    ],
)
def test_a_projector_shows_all_without_scrolling(
    server: Server, tab: Tab, lesson: str, keys: tuple[str, ...], charted: bool
) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/{lesson}")
    page.locator(".st-key-projector button").click()
    page.wait_for_function(FITS, arg=[list(keys), charted])
    for hidden in ("stSidebar", "stHeader"):
        assert not page.get_by_test_id(hidden).is_visible()
    assert not page.locator("h1").is_visible()
    if charted:
        formula = page.locator(f".st-key-{keys[1]} .formula")
        assert formula.evaluate("(box) => parseFloat(getComputedStyle(box).fontSize)") >= 24
        if "channels" not in lesson:
            assert page.evaluate(TITLE) >= 20


def test_leaving_leads_back_to_exactly_what_was_left(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=8&conv_step=2&lang=en")
    stage = Stage(page, "conv").on_step(3, 36)
    page.get_by_role("tab", name=text("common.tab_code", "en")).click()
    code = page.get_by_test_id("stCode").first
    code.wait_for()
    main = page.get_by_test_id("stMain")
    scrolled = main.evaluate("(main) => (main.scrollTop = 240, main.scrollTop)")
    before = stage.traces()
    page.keyboard.press("Alt+p")
    projector(page)
    assert query(page)["view"] == "projector"
    page.keyboard.press("Escape")
    whole(page)
    assert "view" not in query(page)
    page.wait_for_function(
        "(at) => document.querySelector('[data-testid=stMain]').scrollTop === at", arg=scrolled
    )
    assert code.is_visible()
    stage.on_step(3, 36)
    page.wait_for_function(
        "() => !document.querySelector('.st-key-conv_stage .js-plotly-plot').data[0].fit"
    )
    assert stage.traces() == before


def test_steps_are_taken_as_a_remote_takes_them_and_stay(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/convolution?view=projector&lang=en")
    stage = Stage(projector(page), "conv").on_step(1, 9)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    stage.on_step(3, 9)
    page.keyboard.press("PageUp")
    stage.on_step(2, 9)
    # The server hears of the step, knows nothing of the projector and must not end it.
    page.wait_for_url("**conv_step=1**")
    settled(page)
    assert query(page)["view"] == "projector"
    page.keyboard.press("+")
    assert stage.find("select").input_value() == "2"
    page.keyboard.press("-")
    assert stage.find("select").input_value() == "1"
    page.reload()
    Stage(projector(settled(page)), "conv").on_step(2, 9)


def test_a_black_screen_takes_the_next_key_and_the_next_click(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/convolution?view=projector")
    stage = Stage(projector(page), "conv").on_step(1, 9)
    black = page.locator(".convscope-black")
    for by_key in (True, False):
        page.keyboard.press("b")
        black.wait_for()
        if by_key:
            page.keyboard.press("PageDown")
        else:
            page.mouse.click(300, 300)
        black.wait_for(state="hidden")
        stage.on_step(1, 9)
    page.keyboard.press(".")
    black.wait_for()
    page.keyboard.press("Escape")
    black.wait_for(state="hidden")
    projector(page)


def test_the_sheet_of_keys_is_a_dialog(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/pooling?view=projector&lang=ko")
    Stage(projector(page), "pool").on_step(1, 4)
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name=text("view.keys", "ko"))
    sheet.wait_for()
    assert sheet.get_by_text(text("view.key_black", "ko")).is_visible()
    assert sheet.evaluate("(sheet) => sheet.contains(document.activeElement)")
    page.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    projector(page)


def test_what_the_player_unfolds_takes_its_room_from_the_stage(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/pooling?view=projector&pool_size=9")
    stage = Stage(projector(page), "pool")
    for more in ("paint", "where"):
        stage.control(more).click()
        page.wait_for_function(FITS, arg=[["pool_stage", "pool_player"], True])


def test_keys_do_nothing_while_one_types(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/convolution?view=projector")
    stage = Stage(projector(page), "conv").on_step(1, 9)
    stage.control("where").click()
    stage.find("[data-axis=row]").press("b")
    stage.find("[data-axis=row]").press(".")
    assert page.locator(".convscope-black").is_hidden()


def test_the_mouse_rings_a_cell_and_a_corner_leads_back(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/convolution?view=projector&lang=en")
    stage = Stage(projector(page), "conv").on_step(1, 9)
    stage.point("input", 2, 3)
    ring = page.locator(".convscope-laser.on")
    ring.wait_for()
    stage.wait_lit("input", 1)
    corner = page.get_by_role("button", name=text("view.leave", "en"))
    corner.click()
    whole(page)
    assert not ring.is_visible()


def test_a_corner_leads_to_pictures_of_what_is_shown(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=BEAMER), f"{server.url}/convolution?view=projector&lang=en")
    stage = Stage(projector(page), "conv").on_step(1, 9)
    stage.point("input", 2, 3)
    page.get_by_role("button", name=text("common.tab_take", "en")).click()
    whole(page)
    page.locator("[data-do=picture]:enabled").wait_for()
