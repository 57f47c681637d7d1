"""The backward pass in a real browser: another example on the same stage."""

from __future__ import annotations

from tests.browser.conftest import Tab
from tests.browser.pages import query, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.notation import precise
from visualizer.words.text import text


def test_it_runs_backward_on_the_same_stage_with_the_same_player(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_pass=weight&conv_size=6&conv_step=4")
    stage = Stage(page, "conv").on_step(5, 9)
    stage.wait_marked(2, 2)
    page.locator(".st-key-conv_pass_bar").get_by_text(text("back.bar_input")).click()
    page.wait_for_url("**conv_pass=input**")
    stage.on_step(5, 36).wait_marked(1, 5)
    stage.control("next").click()
    stage.on_step(6, 36).wait_marked(1, 6)
    back = flow(LESSON.rewound(LESSON.parse(query(page))[0])).trace
    shown = stage.traces()["numbers:products"]["text"]
    assert shown[:9] == [precise(value) for value in back.products(5).ravel()]
    stage.find("select").select_option("16")
    stage.control("play").click()
    stage.on_step(36, 36).wait_marked(6, 6)
    page.locator(".st-key-conv_pass_bar").get_by_text(text("back.bar_forward")).click()
    stage.on_step(16, 16).wait_marked(4, 4)
    assert "conv_pass" not in query(page)
