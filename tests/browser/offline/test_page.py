"""A saved page, opened from a disk without a network, shows what the engine computes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.everyone.test_accessible import IS_LONG, findings
from tests.browser.everyone.test_accessible import axe as axe  # a fixture
from tests.browser.stage import Stage
from tests.js.cases import TIE, written_step
from tests.taking.cases import OFFERED, state
from visualizer.figures.lettering import cell_text
from visualizer.figures.scene import Scene
from visualizer.figures.windows import window_scene
from visualizer.lessons.convolution import scene as convolution
from visualizer.lessons.convolution.example import build as convolved
from visualizer.lessons.dense.example import build as dense
from visualizer.lessons.pooling import scene as pooling
from visualizer.lessons.pooling.example import build as pooled
from visualizer.notation import grouped, number, precise
from visualizer.offline.page import page as saved
from visualizer.settings.inputs import is_picture
from visualizer.words.stage import window_titles
from visualizer.words.text import text

EXAMPLES, MOST_STEPS = (10 if IS_LONG else 4), 40
PHONE = {"width": 390, "height": 844}
PREFIXES = {"convolution": "conv", "pooling": "pool", "dense": "dense"}
# Every step by the scrub bar: the formula under the stage, and the numbers of the products' panel.
_STEPS = """(prefix) => {
  const root = document.querySelector(`.st-key-${prefix}_player`).shadowRoot;
  const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
  const scrub = root.querySelector(".scrub");
  const found = [];
  for (let step = 0; step <= Number(scrub.max); step += 1) {
    scrub.value = String(step);
    scrub.dispatchEvent(new Event("input"));
    const trace = gd.data.find((one) => one.name === "numbers:products");
    found.push([root.querySelector(".formula").textContent, [trace.text].flat()]);
  }
  return found;
}"""


def opened(tab: Tab, folder: Path, name: str, settings: Any, lang: str, **how: Any) -> Page:
    """Save a page and open the file in a tab that reaches no network."""
    file = folder / f"{name}.html"
    file.write_text(saved(name, settings, lang), "utf-8")
    page = tab(offline=True, **how)
    page.goto(file.as_uri())
    return page


def small(name: str) -> Iterator[tuple[Any, Scene, Any]]:
    """Yield examples with few steps: their settings, their scene, the engine's own run."""
    taken, found, seed = OFFERED[name], 0, 0
    while found < EXAMPLES:
        settings = taken.lesson.rewound(taken.lesson.forward(state(taken, seed)))
        seed += 1
        scene, trace = _scene(name, settings)
        if trace.steps <= MOST_STEPS:
            found += 1
            yield settings, scene, trace


def _scene(name: str, settings: Any) -> tuple[Scene, Any]:
    if name == "convolution":
        example = convolved(settings)
        return convolution.scene(example, is_picture(settings), "ko"), example.trace
    if name == "pooling":
        max_or_mean = pooled(settings)
        return pooling.scene(max_or_mean, is_picture(settings), "ko"), max_or_mean.trace
    trace = dense(settings).trace
    return window_scene(trace, titles=window_titles(trace, "none", "ko")), trace


@pytest.mark.parametrize("name", PREFIXES)
def test_examples_show_the_engines_numbers_at_every_step(
    tab: Tab, tmp_path: Path, name: str
) -> None:
    page = tab(offline=True)
    tie = text("player.tie", "ko")
    for settings, scene, trace in small(name):
        file = tmp_path / "page.html"
        file.write_text(saved(name, settings, "ko"), "utf-8")
        page.goto(file.as_uri())
        Stage(page, PREFIXES[name])
        shown = page.evaluate(_STEPS, PREFIXES[name])
        assert len(shown) == trace.steps
        write = number if scene.weight is None else precise
        for step, (formula, products) in enumerate(shown):
            written = grouped(written_step(scene, trace, step), "ko")
            assert formula == written.replace(TIE, tie)
            wanted = [cell_text(float(value), write) for value in scene.moment(step).shown.ravel()]
            panel = products[: len(wanted)]  # sums stand behind them
            if any(each.strip() for each in panel):  # where there is room for them
                assert panel == wanted


def test_keys_scrub_hover_and_theme_work_and_korean_is_in_the_file(
    tab: Tab, tmp_path: Path
) -> None:
    lesson = OFFERED["convolution"].lesson
    page = opened(tab, tmp_path, "convolution", lesson.defaults().changed(step=1), "ko")
    stage = Stage(page, "conv").on_step(2, 9)
    page.keyboard.press("ArrowRight")
    stage.on_step(3, 9).wait_marked(1, 3)
    page.keyboard.press("End")
    stage.on_step(9, 9)
    stage.find(".scrub").fill("4")
    stage.on_step(5, 9).wait_marked(2, 2)
    stage.point("output", 1, 1)
    stage.find(".readout:not(.hint)").wait_for()
    page.mouse.move(0, 0)
    # Another theme draws other colours, and keeps the step.
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    stage = Stage(page, "conv").on_step(5, 9)
    stage.wait_marked(2, 2)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert page.evaluate(
        "document.fonts.load('16px ConvScopeKorean', '합성곱').then((found) => found.length)"
    )
    assert "−1" in stage.traces()["numbers:kernel"]["text"]
    assert page.locator(".notice:visible").count() == 0


def test_it_plays_in_a_frame_that_allows_scripts_alone(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "pooling.html").write_text(
        saved("pooling", OFFERED["pooling"].lesson.defaults(), "en"), "utf-8"
    )
    (tmp_path / "course.html").write_text(
        '<iframe sandbox="allow-scripts" src="pooling.html" width="900" height="900"></iframe>',
        "utf-8",
    )
    page = tab(offline=True)
    page.goto((tmp_path / "course.html").as_uri())
    frame = page.frame_locator("iframe")
    frame.locator(".st-key-pool_stage .js-plotly-plot .main-svg").first.wait_for()
    frame.locator(".st-key-pool_player [data-do=next]").click()
    frame.locator(".count").filter(has_text="2 / 4").wait_for()


@pytest.mark.parametrize("name", ["convolution", "activation"])
def test_axe_finds_nothing_in_a_page_with_its_parts_open(
    tab: Tab, tmp_path: Path, axe: str, name: str
) -> None:
    settings = OFFERED[name].lesson.defaults()
    # axe is put into the page, which its own policy forbids.
    page = opened(tab, tmp_path, name, settings, "ko", bypass_csp=True)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page.locator("details summary").click()
    assert findings(page, axe) == []


@pytest.mark.parametrize(
    ("name", "charts"), [("activation", 2), ("dropout", 4), ("architecture", 3), ("alexnet", 1)]
)
def test_other_lessons_draw_their_figures(tab: Tab, tmp_path: Path, name: str, charts: int) -> None:
    page = opened(tab, tmp_path, name, OFFERED[name].lesson.defaults(), "en", viewport=PHONE)
    page.wait_for_function(
        "(count) => document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length"
        " === count",
        arg=charts,
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    if name == "activation":
        page.locator(".st-key-act_player .slide").fill("600")
        page.locator(".st-key-act_player .value").filter(has_text="= 0.5000").wait_for()
