"""A series of questions with the keyboard alone; what is asked is nowhere in the page."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab
from tests.browser.pages import query, settled, visit
from tests.browser.server import Server
from visualizer.asking import Question, series
from visualizer.words.text import text

SEED = 7
CHARTS = """() => [...document.querySelectorAll('.js-plotly-plot')].map((gd) => ({
  data: gd.data, titles: gd.layout.annotations.map((note) => note.text),
}))"""
FOCUSED = "() => document.activeElement.closest('[class*=st-key-]')?.className ?? ''"


def tab_to(page: Page, key: str) -> None:
    """Press Tab until what is keyed ``key`` has the focus."""
    for _ in range(40):
        if f"st-key-{key}" in page.evaluate(FOCUSED):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {key}")


def focused_in(page: Page, key: str) -> None:
    page.wait_for_function(
        "key => document.activeElement.closest(`[class*='st-key-${key}']`)", arg=key
    )


def is_said(page: Page, words: str) -> None:
    """Wait for a verdict; the one before it may still be there, and goes."""
    verdict = page.get_by_test_id("stAlertContainer")
    expect(verdict.filter(has_text=words)).to_be_visible()
    expect(verdict).to_have_count(1)


def charts(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(CHARTS)
    return found


def type_answer(page: Page, question: Question, answer: object) -> None:
    """Type an answer into the field that has the focus and those behind it, and press Enter."""
    assert question.form != "choice"
    for i, side in enumerate(answer if isinstance(answer, tuple) else (answer,)):
        if i:
            page.keyboard.press("Tab")
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(f"{side:g}")
    page.keyboard.press("Enter")


def test_a_series_is_answered_with_the_keyboard_alone(server: Server, tab: Tab) -> None:
    first, second, third = series("convolution", 1, SEED)[:3]
    assert (first.kind, second.kind, third.form) == ("shape", "value", "choice")
    page = visit(tab(), f"{server.url}/convolution?ask=1.{SEED}.1&lang=en")
    key = f"asked_convolution_1_{SEED}"
    expect(page.get_by_test_id("stMain").locator("h2")).to_have_text(first.prompt.text("en"))
    assert isinstance(first.answer, tuple)
    shape = "output 1×" + "×".join(f"{side:g}" for side in first.answer)
    assert shape not in json.dumps(charts(page), ensure_ascii=False)
    assert shape not in page.content()

    # A usual mistake, its reason, and another try in the same fields.
    tab_to(page, f"{key}_1_field_0")
    type_answer(page, first, first.mistakes[0].answer)
    is_said(page, first.mistakes[0].why.text("en"))
    page.keyboard.press("Shift+Tab")
    focused_in(page, f"{key}_1_field_0")
    type_answer(page, first, first.answer)
    is_said(page, text("ask.right", "en"))
    expect(page.locator(".st-key-asked_stage .js-plotly-plot")).to_be_visible()
    page.wait_for_function(f"() => ({CHARTS})().some((c) => c.titles.includes('{shape}'))")

    # The button that took the answer is gone: the focus is on the next one.
    focused_in(page, "asked_next")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain").locator("h2")).to_have_text(second.prompt.text("en"))
    focused_in(page, f"{key}_2_field_0")
    numbers = [t for chart in charts(page) for t in chart["data"] if t["name"] == "numbers:output"]
    assert numbers
    step = getattr(second.settings, "step", 0)
    for trace in numbers:
        assert all(not str(written).strip() for written in trace["text"][step:])
        assert all(not str(written).strip() for written in trace["customdata"][step:])

    # A hint lights the window's cells; then the answer is asked for.
    tab_to(page, f"{key}_2_hint")
    page.keyboard.press("Enter")
    is_said(page, second.hint.text("en"))
    lit = [t for chart in charts(page) for t in chart["data"] if t["name"] == "light:input"]
    assert all(len(trace["x"]) > 4 for trace in lit)
    tab_to(page, f"{key}_2_show")
    page.keyboard.press("Enter")
    is_said(page, second.because.text("en"))
    focused_in(page, "asked_next")
    page.keyboard.press("Enter")

    # Chosen with the arrow keys.
    expect(page.get_by_test_id("stMain").locator("h2")).to_have_text(third.prompt.text("en"))
    names = [choice.name for choice in third.choices]
    focused_in(page, f"{key}_3_field_0")
    page.keyboard.press("Space")
    for _ in range(names.index(str(third.answer))):
        page.keyboard.press("ArrowDown")
    tab_to(page, f"{key}_3_check")
    page.keyboard.press("Enter")
    is_said(page, text("ask.right", "en"))
    ends = page.locator(".asked-marks li")
    expect(ends).to_have_count(10)
    for mark, name in zip(("later", "shown", "once", "open"), ends.all()[:4], strict=True):
        expect(name).to_contain_text(text(f"ask.mark_{mark}", "en", number=1).split(": ")[1])

    # Back leads to the question before, and leaving to the lesson.
    page.go_back()
    settled(page)
    assert query(page)["ask"] == f"1.{SEED}.2"
    tab_to(page, "asked_leave")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-conv_stage .js-plotly-plot")).to_be_visible()
    assert "ask" not in query(page)
