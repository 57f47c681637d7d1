"""The convolution lesson in a real browser: what only a browser can break."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from tests.settings.cases import settle
from visualizer.figures.lettering import BLANK
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.notation import number, precise
from visualizer.settings.grids import decode
from visualizer.settings.labels import label
from visualizer.settings.parameters import Value
from visualizer.words.sums import written_sum
from visualizer.words.text import text

DEFAULT = build(LESSON.opening()).trace


def test_it_plays_to_the_end_and_the_address_follows(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=8")
    stage = Stage(page, "conv")
    stage.find("select").select_option("16")
    stage.control("play").click()
    stage.on_step(36, 36).wait_marked(6, 6)
    page.wait_for_url("**conv_step=35**")
    assert stage.control("next").is_disabled()
    cover = stage.traces()["cover:output"]
    assert len(cover["x"]) == 3 * 14 - 1, "only the outlines are left, nothing is covered"


def test_every_key_does_what_its_button_does(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    for key, step, cell in (
        ("ArrowRight", 2, (1, 2)),
        ("ArrowRight", 3, (1, 3)),
        ("ArrowLeft", 2, (1, 2)),
        ("End", 9, (3, 3)),
        ("Home", 1, (1, 1)),
    ):
        page.keyboard.press(key)
        stage.on_step(step, 9).wait_marked(*cell)
    stage.find("select").select_option("8")
    page.locator("h1").click()  # away from the list of speeds, where a space means something
    page.keyboard.press("Space")
    stage.find(f"[aria-label='{text('common.pause')}']").wait_for()
    stage.on_step(9, 9)
    stage.find(f"[aria-label='{text('common.play')}']").wait_for()
    for what, step in (("first", 1), ("last", 9), ("back", 8), ("first", 1), ("next", 2)):
        stage.control(what).click()
        stage.on_step(step, 9)
    # Keys typed into a control stay there.
    page.locator(".st-key-conv_size input").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    # The player answers after whatever it was told before.
    stage.control("next").click()
    stage.on_step(3, 9).wait_marked(1, 3)


def test_the_scrub_bar_goes_anywhere_and_the_browser_writes_what_the_engine_computed(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/convolution")
    stage = Stage(page, "conv")
    for step in range(DEFAULT.steps):
        stage.find(".scrub").fill(str(step))
        _, row, col = DEFAULT.cell(step)
        stage.on_step(step + 1, DEFAULT.steps).wait_marked(row + 1, col + 1)
        shown = stage.traces()["numbers:products"]["text"]
        products = [number(value) for value in DEFAULT.products(step).ravel()]
        assert shown == [*products, f"Σ {number(DEFAULT.channel_sums(step)[0])}"]
        formula = stage.find(".formula").inner_text()
        assert formula.startswith(written_sum(DEFAULT, step).split(" = ")[0])
        assert formula.endswith(f"= {number(DEFAULT.result(step))}")
    stage.find(".scrub").fill("5")
    stage.on_step(6, 9).wait_marked(2, 3)
    page.wait_for_url("**conv_step=5**")


# The picture that a panel shows, as the chart has it.
PICTURE = """(name) => document.querySelector('.st-key-conv_stage .js-plotly-plot')
  .layout.images.find((image) => image.name === name).source"""


@pytest.mark.parametrize(
    "wished",
    [
        {"channels": 2, "filters": 2, "preset": "random", "size": 6},
        {"preset": "gaussian", "kernel": 5, "size": 7, "activation": "sigmoid"},
        {"padding": 2, "mode": "reflect", "dilation": 2, "size": 6},
        {"transposed": True, "stride": 2, "size": 3},
    ],
)
def test_python_and_browser_agree_on_every_kind(
    server: Server, tab: Tab, wished: dict[str, Value]
) -> None:
    settings = settle(LESSON, **wished)
    trace = build(settings).trace
    address = "&".join(f"{name}={value}" for name, value in LESSON.format(settings).items())
    # Wide enough for every product to be read.
    wide = tab(viewport={"width": 1920, "height": 1000})
    page = visit(wide, f"{server.url}/convolution?{address}")
    stage = Stage(page, "conv")
    for step in (trace.steps - 1, trace.steps // 2):
        stage.find(".scrub").fill(str(step))
        stage.on_step(step + 1, trace.steps)
        products = [precise(value) for value in trace.products(step).ravel()]
        sums = [f"Σ {precise(value)}" for value in trace.channel_sums(step)]
        assert stage.traces()["numbers:products"]["text"] == [*products, *sums]
        last = trace.activated_result(step)
        assert stage.find(".formula").inner_text().endswith(f"= {number(last)}")


def test_pointing_works_in_all_three_directions_and_a_click_pins(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    stage.point("output", 3, 2)
    stage.on_step(8, 9).wait_marked(3, 2)
    stage.point("input", 3, 3)
    stage.wait_lit("output", 9)
    stage.wait_lit("input", 1)
    stage.point("kernel", 1, 1)
    stage.wait_lit("input", 9)
    page.mouse.move(5, 5)
    stage.on_step(1, 9).wait_lit("input", 0)

    # A term of the formula lights its cell.
    stage.find(".term").nth(4).hover()
    stage.wait_lit("input", 1)
    light = stage.traces()["light:input"]
    assert (min(light["x"]), min(light["y"])) == (1.5, 1.5)

    stage.click("output", 2, 3)
    page.mouse.move(5, 5)
    stage.on_step(6, 9).wait_marked(2, 3)
    page.wait_for_url("**conv_step=5**")


def test_a_tap_chooses_and_lights_what_a_finger_cannot_hover_over(server: Server, tab: Tab) -> None:
    page = visit(
        tab(viewport={"width": 390, "height": 844}, has_touch=True), f"{server.url}/convolution"
    )
    stage = Stage(page, "conv").on_step(1, 9)
    stage.tap("input", 5, 5)
    stage.on_step(1, 9).wait_lit("output", 1)
    page.get_by_role("heading", level=1).tap()
    stage.wait_lit("output", 1)  # what was tapped stays, until it is tapped again
    stage.tap("input", 5, 5)
    page.get_by_role("heading", level=1).tap()
    stage.on_step(1, 9).wait_lit("output", 0)
    stage.tap("output", 1, 2)
    stage.on_step(2, 9).wait_marked(1, 2)
    page.wait_for_url("**conv_step=1**")


def test_changing_a_control_redraws_and_reload_brings_it_back(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=8&conv_step=10")
    Stage(page, "conv").on_step(11, 36)
    page.locator(".st-key-conv_kernel [data-testid=stNumberInputStepUp]").click()
    page.wait_for_url("**conv_kernel=4**")
    Stage(settled(page), "conv").on_step(11, 25).wait_marked(3, 1)
    page.reload()
    Stage(settled(page), "conv").on_step(11, 25).wait_marked(3, 1)
    page.go_back()
    page.wait_for_url(lambda address: "conv_kernel" not in address)


def test_a_bad_address_says_so_and_works(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=500&conv_step=-1&conv_mode=%3Cb%3E")
    Stage(page, "conv").on_step(1, 9)
    assert label("conv_size", "en") in page.get_by_test_id("stAlert").inner_text()
    assert not page.get_by_test_id("stException").count()


def choose_upload(page: Page) -> None:
    page.locator(".st-key-conv_input [role=combobox], .st-key-conv_input input").first.click()
    page.get_by_role("option", name=text("choice.input.upload"), exact=True).click()
    page.locator("input[type=file]").wait_for(state="attached")


def test_an_uploaded_picture_becomes_the_input_and_the_link_and_what_is_none_changes_nothing(
    server: Server, tab: Tab, tmp_path: Path
) -> None:
    fake, picture = tmp_path / "cat.png", tmp_path / "gray.png"
    fake.write_text("this is no picture")
    Image.new("L", (40, 40), 77).save(picture)
    page = visit(tab(), f"{server.url}/convolution?conv_size=4")
    before = Stage(page, "conv").on_step(1, 4).traces()["numbers:input"]["text"]
    choose_upload(page)
    page.locator("input[type=file]").set_input_files(fake)
    page.get_by_test_id("stAlert").wait_for()
    assert Stage(settled(page), "conv").traces()["numbers:input"]["text"] == before
    assert not page.get_by_test_id("stException").count()

    page.locator("input[type=file]").set_input_files(picture)
    page.wait_for_url("**conv_data=**")
    Stage(settled(page), "conv").on_step(1, 900)
    grid = decode(query(page)["conv_data"])
    assert grid.shape == (1, 32, 32), "large enough to see what the picture shows"
    assert (grid == 77).all()
    other = visit(tab(), page.url)
    Stage(other, "conv").on_step(1, 900)
    assert query(other) == query(page)


def test_a_phone_shows_it_all_without_scrolling_sideways(server: Server, tab: Tab) -> None:
    """On a phone that asks for calm motion."""
    small = tab(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = visit(small, f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    page.wait_for_function(
        """() => document.querySelector('.st-key-conv_stage .js-plotly-plot')
          ?.layout?.meta?.fit < 400"""
    )
    stage.control("next").click()
    stage.on_step(2, 9).wait_marked(1, 2)
    stage.control("more").click()
    stage.control("last").click()
    stage.on_step(9, 9).wait_marked(3, 3)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(".st-key-conv_stage .js-plotly-plot").bounding_box()
    assert box is not None
    assert box["width"] <= 390


def test_playing_asks_the_server_for_nothing(server: Server, tab: Tab) -> None:
    page = tab(fresh=True)
    frames: list[str] = []
    page.on("websocket", lambda ws: ws.on("framesent", lambda _: frames.append("sent")))
    visit(page, f"{server.url}/convolution?conv_size=32")
    stage = Stage(page, "conv").on_step(1, 900)
    before = len(frames)
    stage.control("play").click()
    page.wait_for_function(
        """() => {
          const gd = document.querySelector('.st-key-conv_stage .js-plotly-plot');
          return gd?.data?.find((trace) => trace.name === 'mark:output').x[0] > 5;
        }"""
    )
    assert len(frames) == before, "still playing: nothing was sent"
    stage.control("play").click()
    page.wait_for_url("**conv_step=**")
    assert len(frames) > before


def test_without_plotly_in_the_page_the_server_steps(server: Server, tab: Tab) -> None:
    page = tab(fresh=True)
    page.add_init_script(
        "Object.defineProperty(window, 'Plotly', { get() { return undefined; }, set() {} });"
    )
    page.clock.install()
    page.goto(f"{server.url}/convolution?conv_step=3")
    settled(page)
    page.locator(".st-key-conv_player .formula").wait_for()
    page.clock.fast_forward(20_000)
    button = page.get_by_role("button", name=text("common.next"), exact=True).last
    button.click()
    page.wait_for_url("**conv_step=4**")
    notice = page.locator(".st-key-conv_player .notice")
    assert notice.inner_text() == text("common.player_missing")


def test_products_too_many_to_be_read_are_painted_anew_at_each_step(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=20&conv_kernel=11&conv_preset=random")
    stage = Stage(page, "conv")
    stage.on_step(1, 100)
    seen = set()
    for step in (40, 41):
        stage.find(".scrub").fill(str(step))
        stage.on_step(step + 1, 100)
        *numbers, total = stage.traces()["numbers:products"]["text"]
        assert set(numbers) == {BLANK}
        assert total.startswith("Σ ")
        seen.add(page.evaluate(PICTURE, "products:0"))
    assert len(seen) == 2
