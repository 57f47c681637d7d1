"""A kernel learns in a real browser: the player's own buttons, the kernel's cells, paint."""

from __future__ import annotations

from tests.browser.conftest import Tab
from tests.browser.pages import query, settled, visit
from tests.browser.server import Server
from visualizer.words.text import text

ADDRESS = "convolution?conv_pass=learn&conv_input=cross&conv_bias=0&conv_step=58"
TITLE, KERNEL = 26, 254  # pixels: where grids begin, and the kernel's left side in a wide window
CELL = 56


def test_it_is_played_opened_and_painted(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/{ADDRESS}")
    box = page.locator(".st-key-conv_learning")
    box.locator("canvas[data-step='58']").wait_for()
    box.get_by_label(text("common.next")).click()
    box.locator("canvas[data-step='59']").wait_for()
    page.wait_for_url("**conv_step=59**")
    box.locator("[data-do=play]").click()
    box.locator("canvas[data-step='60']").wait_for()
    page.wait_for_url("**conv_step=60**")
    page.keyboard.press("Home")
    box.locator("canvas[data-step='0']").wait_for()
    box.locator(".scrub").fill("12")
    box.get_by_text("Step 12 of 60: loss 0.0351.").first.wait_for()
    page.wait_for_url("**conv_step=12**")
    # A weight of the kernel: its sum is opened under the picture.
    canvas = box.locator("canvas")
    canvas.click(position={"x": KERNEL + 1.5 * CELL, "y": TITLE + 0.5 * CELL})
    page.wait_for_url("**conv_opened=1&**")
    settled(page).get_by_text("row 1, column 2 has a term").wait_for()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**conv_opened=4&**")
    # Paint: the target is the server's too, and the descent another one.
    page.locator(".st-key-conv_learn_target").get_by_role("combobox").click()
    page.get_by_role("option", name=text("choice.conv_goal.painted")).click()
    page.wait_for_url("**conv_goal=painted**")
    settled(page)
    box.locator("[data-do=paint]").click()
    place = canvas.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 636, place["y"] + TITLE + 20)
    page.wait_for_url("**conv_target=1_1_0~1_1_1~0_1_0**")
    page.keyboard.press("Control+z")
    page.wait_for_url("**conv_target=0_1_0~1_1_1~0_1_0**")
    assert query(page)["conv_step"] == "12"
