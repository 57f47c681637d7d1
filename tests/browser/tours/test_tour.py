"""Our tour in Chromium, from its first step to its last; a teacher's own; Back; plain text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab
from tests.browser.pages import path, query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from tests.browser.test_plain_text import FOREIGN, MADE
from visualizer.tours import folder
from visualizer.tours.cells import grids
from visualizer.tours.tour import Step, Tour
from visualizer.words.text import LANGUAGES, text

LECTURE = folder.find(folder.LECTURE)
assert LECTURE is not None
OURS: Tour = LECTURE


def arrived(page: Page, at: int, lang: str) -> None:
    """Wait for a step of ours and check its page and words."""
    step = OURS.steps[at]
    bar = page.locator("details.tour")
    count = text("tour.place", lang, step=at + 1, steps=len(OURS.steps))
    bar.filter(has_text=count).filter(has_text=step.title.text(lang)).wait_for()
    settled(page)
    assert path(page) == step.page
    assert query(page)["lang"] == lang
    assert step.query.items() <= query(page).items()
    expect(bar).to_contain_text(step.text.text(lang)[:40])


def steps_of(step: Step) -> tuple[int, int]:
    """Return the step that a stage begins on and how many there are, from 1."""
    lesson = step.entry.lesson
    settings = lesson.parse(dict(step.query))[0]
    begins = int(getattr(settings, lesson.step))
    return begins + 1, int(lesson.bound(settings, lesson.step).high) + 1


def shown(page: Page, step: Step, lang: str) -> None:
    """Let the player show what a step is about, and see it come to rest there."""
    assert step.stage is not None
    assert step.stage.to is not None
    entry = step.entry
    settings = entry.lesson.parse(dict(step.query))[0]
    stage = Stage(page, entry.prefix, charted=bool(grids(entry, settings)))
    first, steps = steps_of(step)
    stage.on_step(first, steps)  # nothing has moved by itself
    for role, cells in step.stage.light.items():
        stage.wait_lit(role, sum(map(len, cells.values())))
    page.get_by_role("button", name=text("tour.show", lang)).click()
    stage.on_step(step.stage.to + 1, steps)
    name = entry.lesson.step_name
    page.wait_for_function(
        "([name, step]) => new URL(location).searchParams.get(name) === step",
        arg=[name, str(step.stage.to)],
    )
    expect(stage.find("select")).to_have_value("1")  # the reader's own speed again


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tour_from_its_first_step_to_its_last(server: Server, tab: Tab, lang: str) -> None:
    page = visit(tab(reduced_motion="reduce"), f"{server.url}/?lang={lang}")
    title = OURS.title.text(lang)
    page.get_by_role("link", name=text("tour.start", lang, title=title, steps=10)).click()
    for at, step in enumerate(OURS.steps):
        arrived(page, at, lang)
        if lang == "en" and step.stage is not None and step.stage.to is not None:
            shown(page, step, lang)
        if at + 1 < len(OURS.steps):
            page.locator(".st-key-tour_next :is(a, button)").click()
    assert page.locator(".st-key-tour_next").count() == 0
    page.locator(".st-key-tour_leave button").click()
    page.locator(".st-key-tour").wait_for(state="detached")
    assert "tour" not in query(settled(page))


def test_show_me_plays_at_the_steps_own_speed_and_stops_where_it_should(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/convolution?lang=en&tour=lecture.2&conv_size=7&conv_step=1")
    stage = Stage(page, "conv").on_step(2, 25)  # the address's own example
    page.get_by_role("button", name=text("tour.show")).click()
    stage.on_step(4, 9).wait_marked(2, 1)
    stage.find(".player:not(.playing)").wait_for()
    # Another example may not have the cells: nothing of the tour stays lit.
    stage.wait_lit("input", 3)
    page.locator(".st-key-conv_size [data-testid=stNumberInputStepUp]").click()
    stage.wait_lit("input", 0)


def test_back_leads_one_step_back(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?lang=en&tour=lecture.2")
    for at in (2, 3):
        page.locator(".st-key-tour_next :is(a, button)").click()
        arrived(page, at, "en")
    page.go_back()
    arrived(page, 2, "en")
    Stage(page, "conv").on_step(9, 18)
    page.go_back()
    arrived(page, 1, "en")
    Stage(page, "conv").on_step(1, 9)


def test_a_tour_of_ones_own_is_plain_text_and_stays_in_the_visit(
    server: Server, tab: Tab, tmp_path: Path
) -> None:
    quoted = [f"'{foreign}'" for foreign in FOREIGN]
    steps = [
        f"  - link: /pooling\n    title: {each}\n    text: {each}\n    try: {each}\n"
        f"    question: {{text: {each}, choices: [{each}, b], answer: b, why: {each}}}\n"
        for each in quoted
    ]
    file = tmp_path / "mine.yaml"
    file.write_text(f"title: {quoted[1]}\nsteps:\n{''.join(steps)}", "utf-8")
    page = visit(tab(), f"{server.url}/?lang=en")
    page.get_by_text(text("tour.more")).click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("link", name=FOREIGN[1][1:5]).last.click()
    page.get_by_role("heading", name=text("pool.title"), exact=True, level=1).wait_for()
    for at, foreign in enumerate(FOREIGN):
        bar = page.locator("details.tour").filter(has_text=f"{at + 1} / {len(FOREIGN)}")
        bar.wait_for()
        settled(page)  # until then the question of the step before may stand there, and be pressed
        page.get_by_text(text("tour.question")).click()
        asked = page.locator(".st-key-tour [data-testid=stRadio]")
        page.wait_for_function(
            """(written) => [...document.querySelectorAll('.st-key-tour [data-testid=stRadio]')]
                .some((radio) => radio.innerText.replaceAll('\u2060', '').includes(written))""",
            arg=foreign,
        )
        assert bar.inner_text().count(foreign) == 3
        words = asked.inner_text().replace("\u2060", "")
        assert words.count(foreign) == 2, words
        assert asked.locator(MADE).count() == 0, asked.inner_html()
        assert bar.locator(MADE.replace("strong, ", "")).count() == 0, bar.inner_html()
        if at + 1 < len(FOREIGN):
            page.locator(".st-key-tour_next button").click()
    page.reload()
    page.get_by_text(text("tour.own_missing")).wait_for()
    settled(page).locator("input[type=file]").set_input_files(file)
    page.locator("details.tour").filter(has_text=f"{len(FOREIGN)} / {len(FOREIGN)}").wait_for()
