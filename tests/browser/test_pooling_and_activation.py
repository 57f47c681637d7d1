"""Pooling and activation in a real browser: the window and the point move there alone."""

from __future__ import annotations

import re

from tests.browser.conftest import Tab
from tests.browser.pages import query, visit
from tests.browser.server import Server
from tests.browser.stage import Stage


def test_the_winner_moves_with_the_window_to_the_end_and_the_address_follows(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/pooling?pool_size=8&lang=ko")
    stage = Stage(page, "pool").on_step(1, 16)
    assert stage.find(".formula").inner_text() == "max(1, 2, 4, 5) = 5"
    stage.control("next").click()
    stage.on_step(2, 16).wait_marked(1, 2)
    winner = stage.traces()["winner:input"]
    assert (min(winner["y"]) + 0.5, min(winner["x"]) + 0.5) == (2, 3)
    assert stage.traces()["numbers:products"]["text"] == ["0", "3", "8", "1"]
    stage.find("select").select_option("16")
    stage.control("play").click()
    stage.on_step(16, 16).wait_marked(4, 4)
    page.wait_for_url("**pool_step=15**")


def test_what_hangs_over_is_left_out_and_ties_are_said(server: Server, tab: Tab) -> None:
    where = "pool_input=random&pool_size=6&pool_kernel=3&pool_stride=2&pool_ceil=1&pool_step=8"
    page = visit(tab(), f"{server.url}/pooling?{where}")
    stage = Stage(page, "pool").on_step(9, 9)
    assert stage.find(".formula").inner_text().startswith("max(3, 2, 2, 3) = 3")
    assert stage.find(".tie").count() == 1
    assert query(page)["pool_step"] == "8"


def test_an_average_writes_its_division(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/pooling?pool_kind=avg")
    stage = Stage(page, "pool").on_step(1, 4)
    assert stage.find(".formula").inner_text() == "(1 + 2 + 4 + 5) / 4 = 3"


def test_the_point_slides_and_comes_back(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/activation")
    slide = page.locator(".st-key-act_player .slide")
    slide.fill("600")
    formula = page.locator(".st-key-act_player .value")
    formula.filter(has_text="= 0.5000").wait_for()
    page.wait_for_url("**act_x=0**")
    page.reload()
    formula.filter(has_text="= 0.5000").wait_for()
    place = "document.querySelector('.st-key-act_stage .js-plotly-plot')?.data?.[3].x[0] === 0"
    page.wait_for_function(place)


def test_the_point_follows_a_dragging_pointer(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/activation?act_kind=relu")
    value = page.locator(".st-key-act_player .value")
    value.filter(has_text=re.compile(r"max\(0, 1\) = 1$")).wait_for()
    box = page.locator(".st-key-act_stage .js-plotly-plot").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.6)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.6, steps=5)
    page.mouse.up()
    value.filter(has_text=re.compile(r"\) = 0$")).wait_for()
    page.wait_for_url("**act_x=-**")


def test_the_point_itself_is_dragged_by_a_finger_and_moved_by_keys(
    server: Server, tab: Tab
) -> None:
    phone = tab(viewport={"width": 390, "height": 844}, has_touch=True)
    page = visit(phone, f"{server.url}/activation?act_kind=relu")
    handle = page.locator(".st-key-act_stage [role=slider]")
    handle.scroll_into_view_if_needed()
    assert handle.get_attribute("aria-valuenow") == "1"
    box = handle.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger = page.context.new_cdp_session(page)
    moves = [("touchStart", x)] + [("touchMove", x + far) for far in (-20, -50, -90)]
    for kind, place in moves:
        # A finger wanders up and down too: the page must not scroll and take the point away.
        where = [{"x": place, "y": y + (x - place) / 3}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": where})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    value = page.locator(".st-key-act_player .value")
    value.filter(has_text=re.compile(r"\) = 0$")).wait_for()
    page.wait_for_url("**act_x=-**")
    before = float(handle.get_attribute("aria-valuenow") or 0)
    moved = handle.bounding_box()
    assert moved
    assert abs(moved["x"] - (box["x"] - 90)) < 2, "the point stays under the finger"

    handle.focus()
    page.keyboard.press("ArrowRight")
    after = round(before + 0.1, 2)
    page.wait_for_url(f"**act_x={after:g}**")
    assert float(handle.get_attribute("aria-valuenow") or 0) == after
    words = handle.get_attribute("aria-valuetext") or ""
    assert words.endswith(value.inner_text())
    page.keyboard.press("End")
    page.wait_for_url("**act_x=6**")
