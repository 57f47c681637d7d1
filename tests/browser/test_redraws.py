"""A chart may be drawn again at any moment: pointing and clicking must not notice.

Streamlit draws a chart anew when its box changes and builds a new one when its words change; each
happens here while the pointer rests on the chart, and between press and release.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.lessons.pooling import LESSON as POOLING
from visualizer.lessons.pooling.example import build
from visualizer.notation import number

_CHART = "document.querySelector('.st-key-{key} .js-plotly-plot')"
_PLACE = """([key, name, number]) => {
  const gd = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  const trace = gd.data.find((trace) => trace.name === name);
  const [across, down] = [trace.xaxis, trace.yaxis].map(
    (axis) => gd._fullLayout[axis.replace(/^./, '$&axis')]);
  const box = gd.getBoundingClientRect();
  return [box.left + across._offset + across.d2p(trace.x[number]),
          box.top + down._offset + down.d2p(trace.y[number])];
}"""
# Drawn for the box it stands in, the stage's layout and its traces for the same width.
_AT_REST = """(key) => {
  const gd = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  if (!gd?._fullLayout) return false;
  const { width, height } = gd._fullLayout;
  const box = gd.parentElement;
  const [trace] = gd.data;
  return width === box.clientWidth && height === box.clientHeight
    && (trace.player || trace.linked !== undefined) && trace.fit === gd.layout.meta.fit;
}"""
# In one place for some frames of the browser: what is above it may still become taller.
_UNMOVED = """(key) => {
  const { left, top, width } = document.querySelector(`.st-key-${key}`).getBoundingClientRect();
  const at = [left, top, width].join();
  const frames = window.unmoved?.at === at ? window.unmoved.frames + 1 : 0;
  window.unmoved = { at, frames };
  return frames > 12;
}"""
_READOUT = ".readout:not(.hint)"


@dataclass(frozen=True)
class Chart:
    """A chart whose outputs choose the step of a player."""

    page: str
    prefix: str
    key: str
    outputs: str
    steps: int
    told: str  # where what is pointed at is said
    folded: str = ""  # the key of the part of the page that is opened first


CHARTS = [
    Chart("convolution", "conv", "conv_stage", "numbers:output", 9, _READOUT),
    Chart("pooling", "pool", "pool_stage", "numbers:output", 4, _READOUT),
    Chart("dense", "dense", "dense_stage", "numbers:output", 3, _READOUT, "dense_folded"),
    Chart("dense", "dense", "dense_net", "outputs", 3, ".st-key-dense_player .readout:not(.hint)"),
]


def chart_of(key: str) -> str:
    return _CHART.format(key=key)


def point(page: Page, key: str, name: str, number: int) -> None:
    """Move the pointer onto a point of a trace."""
    page.locator(f".st-key-{key}").scroll_into_view_if_needed()
    page.wait_for_function(_AT_REST, arg=key)
    page.evaluate("() => { window.unmoved = null; }")
    page.wait_for_function(_UNMOVED, arg=key)
    x, y = page.evaluate(_PLACE, [key, name, number])
    page.mouse.move(x, y, steps=3)


def opened(page: Page, chart: Chart) -> Stage:
    """Return the page's stage on its first step, with the chart in sight."""
    if chart.folded:
        page.locator(f".st-key-{chart.folded} summary").click()
        # It unfolds for a while.
        page.wait_for_function(_STILL, arg=chart.key)
    charted = chart.key == f"{chart.prefix}_stage"
    return Stage(page, chart.prefix, charted=charted).on_step(1, chart.steps)


def redraw(page: Page, key: str) -> None:
    """Let Plotly draw everything again."""
    page.evaluate(f"() => Plotly.redraw({chart_of(key)})")


def resize(page: Page, key: str) -> None:
    """Make the window narrower, so that the chart is drawn for its new width."""
    before = page.evaluate(f"{chart_of(key)}._fullLayout.width")
    assert page.viewport_size
    size = {**page.viewport_size, "width": page.viewport_size["width"] - 150}
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.wait_for_function(f"(before) => {chart_of(key)}?._fullLayout?.width < before", arg=before)


def rebuild(page: Page, key: str) -> None:
    """Change the language, so that there is a new chart, or in a stage's a new figure."""
    page.evaluate(
        f"() => {{ const gd = {chart_of(key)}; window.before = [gd, gd.layout.meta?.id]; }}"
    )
    other = "English" if "lang=ko" in page.url else "한국어"
    # Not by the mouse: it is on the chart, and perhaps pressed.
    page.get_by_role("radio", name=other).evaluate("(choice) => choice.click()")
    page.wait_for_function(
        f"() => {{ const gd = {chart_of(key)}; const [chart, id] = window.before;"
        " return gd?._fullLayout && (gd !== chart || gd.layout.meta?.id !== id); }"
    )


# Drawn, and in one place for so many frames of the browser.
_STILL = """(key) => {
  const box = document.querySelector(`.st-key-${key}`);
  const { top, width, height } = box?.getBoundingClientRect() ?? {};
  const drawn = document.querySelector(`.st-key-${key} .js-plotly-plot`)?.data?.[0].player;
  const at = [top, width, height].join();
  const frames = drawn && window.still?.at === at ? window.still.frames + 1 : 0;
  window.still = { at, frames };
  return window.still.frames > 40;
}"""
DISTURBANCES: list[Callable[[Page, str], None]] = [redraw, resize, rebuild]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_a_click_survives_a_redraw_between_press_and_release(
    server: Server, tab: Tab, chart: Chart
) -> None:
    page = visit(tab(), f"{server.url}/{chart.page}?lang=en")
    stage = opened(page, chart)
    for output, disturb in zip((2, 1, 2), DISTURBANCES, strict=True):
        point(page, chart.key, chart.outputs, output)
        page.mouse.down()
        disturb(page, chart.key)
        page.mouse.up()
        page.mouse.move(5, 5)
        stage.on_step(output + 1, chart.steps)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_a_pointer_at_rest_stays_where_it_is_when_the_chart_is_redrawn(
    server: Server, tab: Tab, chart: Chart
) -> None:
    page = visit(tab(), f"{server.url}/{chart.page}?lang=en")
    stage = opened(page, chart)
    for output, disturb in ((1, redraw), (2, rebuild)):
        if chart.folded and disturb is rebuild:
            continue  # longer words above it move the part away from under a pointer at rest
        point(page, chart.key, chart.outputs, output)
        page.locator(chart.told).first.wait_for()
        disturb(page, chart.key)
        page.locator(chart.told).first.wait_for()
        page.mouse.down()
        page.mouse.up()
        page.mouse.move(5, 5)
        stage.on_step(output + 1, chart.steps)


def test_a_dragged_point_follows_on_a_new_chart(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/activation?act_kind=relu&lang=en")
    value = page.locator(".st-key-act_player .value")
    value.filter(has_text="max(0, 1) = 1").wait_for()
    box = page.locator(".st-key-act_stage .js-plotly-plot").bounding_box()
    assert box
    middle = box["y"] + box["height"] * 0.6
    page.mouse.move(box["x"] + box["width"] * 0.6, middle)
    page.mouse.down()
    for disturb, share, sign in ((redraw, 0.25, "−"), (resize, 0.9, ""), (rebuild, 0.25, "−")):
        disturb(page, "act_stage")
        page.mouse.move(box["x"] + (box["width"] - 150) * share, middle, steps=4)
        value.filter(has_text=f"max(0, {sign}").wait_for()
        page.wait_for_function(
            f"(sign) => Math.sign({chart_of('act_stage')}?.data?.[3].x[0]) === (sign ? -1 : 1)",
            arg=sign,
        )
    page.mouse.up()
    page.wait_for_url("**act_x=-**")


@pytest.mark.parametrize(
    ("lesson", "prefix"), [("convolution?conv_input=random", "conv"), ("pooling", "pool")]
)
def test_other_numbers_come_into_the_same_chart_and_are_drawn_once(
    server: Server, tab: Tab, lesson: str, prefix: str
) -> None:
    page = visit(tab(), f"{server.url}/{lesson}")
    stage = Stage(page, prefix)
    chart = chart_of(f"{prefix}_stage")
    page.evaluate(
        f"""() => {{
          const gd = {chart};
          window.before = {{ gd, id: gd.layout.meta.id, draws: 0 }};
          gd.on('plotly_afterplot', () => (window.before.draws += 1));
        }}"""
    )
    grid = stage.traces()["numbers:input"]["text"]
    page.locator(f".st-key-{prefix}_size [data-testid=stNumberInputStepUp]").click()
    page.wait_for_function(f"() => {chart}.layout.meta.id !== window.before.id")
    settled(page)
    assert page.evaluate(f"() => {chart} === window.before.gd")
    assert page.evaluate("window.before.draws") == 1
    larger = stage.traces()["numbers:input"]["text"]
    assert len(larger) > len(grid)
    # Streamlit draws the figure again that it holds: it must be this one.
    resize(page, f"{prefix}_stage")
    page.wait_for_function(f"() => {chart}._fullLayout.width === {chart}.parentElement.clientWidth")
    assert stage.traces()["numbers:input"]["text"] == larger


def test_other_numbers_come_into_the_small_grids_too(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/pooling?pool_input=random&pool_size=4&pool_seed=5")
    keys = [f"pool_beside_{place}" for place in range(4)]
    written = """(key) => document.querySelector(`.st-key-${key} .js-plotly-plot`)
      ?.data?.find((trace) => trace.mode === 'text').text.join(' ')"""
    for key in keys:
        page.wait_for_function(f"(key) => ({written})(key)", arg=key)
    page.evaluate(
        "(keys) => { window.before = keys.map("
        "(key) => document.querySelector(`.st-key-${key} .js-plotly-plot`)); }",
        keys,
    )
    for kind, seed in (("Up", 6), ("Up", 7), ("Down", 6)):
        page.locator(f".st-key-pool_seed [data-testid=stNumberInputStep{kind}]").click()
        settled(page)
        example = build(POOLING.parse({"pool_input": "random", "pool_size": "4",
                                       "pool_seed": str(seed)})[0])  # fmt: skip
        maps = [example.input[0], *(example.traced(k).output[0] for k in ("max", "avg", "global"))]
        for key, values in zip(keys, maps, strict=True):
            wanted = " ".join(number(value) for value in values.ravel().tolist())
            page.wait_for_function(
                f"([key, wanted]) => ({written})(key) === wanted", arg=[key, wanted]
            )
    assert page.evaluate(
        "(keys) => keys.every((key, i) =>"
        " document.querySelector(`.st-key-${key} .js-plotly-plot`) === window.before[i])",
        keys,
    )


_AXES = """() => [...document.querySelectorAll('[class*=st-key-pool_] .js-plotly-plot')].map((gd) =>
  Object.entries(gd._fullLayout).filter(([name]) => /^[xy]axis/.test(name)).map(
    ([name, axis]) => [name, ...axis.range, ...axis.domain].map(
      (value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value))))"""


def test_cells_of_another_size_lie_where_they_would_on_a_fresh_page(
    server: Server, tab: Tab
) -> None:
    address = f"{server.url}/pooling?pool_input=random&pool_kernel=3"
    page = visit(tab(), f"{address}&pool_size=9")
    Stage(page, "pool")
    for size in (8, 7, 6, 5):
        page.locator(".st-key-pool_size [data-testid=stNumberInputStepDown]").click()
        page.wait_for_url(f"**pool_size={size}**")
    settled(page)
    fresh = visit(tab(fresh=True), f"{address}&pool_size=5")
    Stage(fresh, "pool")
    fresh.wait_for_function(f"() => ({_AXES})().length === 9 && ({_AXES})().every((a) => a.length)")
    wanted = fresh.evaluate(_AXES)
    page.wait_for_function(
        f"(wanted) => JSON.stringify(({_AXES})()) === JSON.stringify(wanted)", arg=wanted
    )
