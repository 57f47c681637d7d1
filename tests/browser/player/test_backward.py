"""The backward pass in a real browser: the same stage, the same links, a painted target."""

from __future__ import annotations

from tests.browser.conftest import Tab
from tests.browser.pages import query, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.notation import precise
from visualizer.settings.grids import decode
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


_LINKS = "document.querySelector('.st-key-dense_net .js-plotly-plot')"
_STRONG = f"""() => {{
  const strong = {_LINKS}.data.filter(({{ name }}) => name.startsWith('strong:'));
  return strong.flatMap(({{ x, y }}) => Array.from(x).flatMap((at, i) => at === 1 ? [y[i]] : []));
}}"""
_PLACE = f"""([name, index]) => {{
  const gd = {_LINKS};
  const trace = gd.data.find((trace) => trace.name === name);
  const across = gd._fullLayout.xaxis2, down = gd._fullLayout.yaxis2;
  const box = gd.getBoundingClientRect();
  return [box.left + across._offset + across.d2p(trace.x[index]),
          box.top + down._offset + down.d2p(trace.y[index])];
}}"""


def test_a_dense_layers_links_are_gone_back_along(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/dense?dense_output=2&dense_pass=input&dense_step=4")
    stage = Stage(page, "dense", charted=False).on_step(5, 9)
    page.wait_for_function(f"() => {_LINKS}?.data?.[0].linked === 4")
    assert len(page.evaluate(_STRONG)) == 3, "the input's links to all outputs"
    page.mouse.click(*page.evaluate(_PLACE, ["inputs", 7]))
    stage.on_step(8, 9)
    page.wait_for_url("**dense_step=7**")
    page.locator(".st-key-dense_pass_bar").get_by_text(text("dense.back_bar_weight")).click()
    stage.on_step(8, 27)
    page.mouse.click(*page.evaluate(_PLACE, ["outputs", 1]))
    stage.on_step(9 + 8, 27)
    page.mouse.move(5, 5)  # what is pointed at would take the strong lines
    page.wait_for_function(f"() => ({_STRONG})().length === 1")
    page.locator(".st-key-dense_pass_bar").get_by_text(text("back.bar_forward")).click()
    # Forward another field says the step: the player goes to what that one holds.
    stage.on_step(1, 3)
    page.wait_for_url(lambda url: "dense_pass" not in url and "dense_step" not in url)


def test_a_target_is_painted_by_hand_and_by_keys(server: Server, tab: Tab) -> None:
    address = f"{server.url}/convolution?conv_pass=weight&conv_upstream=target&conv_size=8"
    page = visit(tab(), address)
    page.locator(".st-key-conv_target_editor_place button").first.click()
    grid = page.locator(".st-key-conv_target_paint canvas")
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5)
    page.mouse.up()
    page.wait_for_url("**conv_aim=custom**")
    painted = decode(query(page)["conv_target"])[0]
    value = painted[0, 0]
    assert [painted[i, i] for i in range(6)] == [value] * 6
    before = query(page)["conv_target"]
    grid.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "(before) => new URL(location).searchParams.get('conv_target') !== before",
        arg=before,
    )
    assert decode(query(page)["conv_target"])[0, 4, 5] == value
