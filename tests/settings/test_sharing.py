"""Which controls a link leaves and how fast it plays: written, read again, problems said."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.settings.cases import wishes
from visualizer.lessons.registry import PAGES, ROOT
from visualizer.settings import sharing
from visualizer.settings.lesson import Lesson
from visualizer.settings.messages import notice_sentence
from visualizer.settings.sharing import SPEEDS, Shared
from visualizer.words.text import LANGUAGES

LESSONS: dict[str, Lesson[Any]] = {
    page.name: page.lesson for page in PAGES if page.lesson is not None
}
CONVOLUTION = LESSONS["convolution"]
BASE = "https://example.org/course/convolution"


@pytest.mark.parametrize("name", LESSONS)
@given(data=st.data())
def test_a_link_brings_everything_back(name: str, data: st.DataObject) -> None:
    lesson = LESSONS[name]
    settings, _ = lesson.settle(data.draw(wishes(lesson)))
    offered = sharing.controls_of(lesson)
    chosen = data.draw(st.none() | st.sets(st.sampled_from(offered)))
    show = None if chosen is None else tuple(name for name in offered if name in chosen)
    shared = Shared(show, data.draw(st.sampled_from(SPEEDS)))
    lang = data.draw(st.sampled_from(("", *LANGUAGES)))
    link = sharing.link(BASE, lesson, settings, shared, step=True, lang=lang)
    assert link.startswith(BASE)
    query = dict(parse_qsl(urlsplit(link).query))
    assert query.get("lang", "") == lang
    assert sharing.read(query, lesson) == (shared, [])
    asked = {name: value for name, value in query.items() if name.startswith(lesson.prefix + "_")}
    assert asked == lesson.format(settings)


def test_a_link_may_leave_out_the_step() -> None:
    settings, _ = CONVOLUTION.parse({"conv_size": "7", "conv_step": "4"})
    with_step, without = (
        sharing.link(BASE, CONVOLUTION, settings, Shared(), step=step) for step in (True, False)
    )
    assert with_step == f"{BASE}?conv_size=7&conv_step=4"
    assert without == f"{BASE}?conv_size=7"
    opening = CONVOLUTION.opening()
    assert sharing.link(BASE, CONVOLUTION, opening, Shared(), step=True) == BASE


def test_names_stay_readable_in_the_link() -> None:
    shared = Shared(("conv_size", "conv_kernel"), 0.25)
    link = sharing.link(BASE, CONVOLUTION, CONVOLUTION.opening(), shared, step=True)
    assert link == f"{BASE}?show=conv_size,conv_kernel&speed=0.25"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "kept", "said"),
    [
        ({"show": "conv_size,bad"}, ("conv_size",), "bad"),
        ({"show": "bad"}, None, "bad"),
        ({"show": "conv_step"}, None, "conv_step"),  # no control of the sidebar
        ({"show": "pool_size"}, None, "pool_size"),
        ({"show": ""}, None, ""),
        ({"speed": "3"}, None, "3"),
        ({"speed": "[x](https://example.org)"}, None, "`[x](https://example.org)`"),
    ],
)
def test_what_cannot_be_taken_is_said(
    query: dict[str, str], kept: tuple[str, ...] | None, said: str, lang: str
) -> None:
    shared, notices = sharing.read(query, CONVOLUTION)
    assert shared == Shared(kept)
    assert len(notices) == 1
    assert said in notice_sentence(notices[0], lang)


def test_none_is_not_the_same_as_all() -> None:
    assert sharing.read({"show": "none"}, CONVOLUTION) == (Shared(()), [])
    assert Shared(()).query == {"show": "none"}
    assert not Shared(()).shows("conv_size")
    assert Shared().shows("conv_size")


@given(show=st.text(max_size=60), speed=st.text(max_size=20))
def test_any_text_is_read(show: str, speed: str) -> None:
    shared, notices = sharing.read({"show": show, "speed": speed}, CONVOLUTION)
    assert sharing.read(shared.query, CONVOLUTION) == (shared, [])
    assert all(notice_sentence(notice, "ko") for notice in notices)


def test_only_what_means_something_now_is_offered() -> None:
    offered = sharing.controls_of(CONVOLUTION, CONVOLUTION.opening())
    assert {"conv_size", "conv_kernel", "conv_data", "conv_weights"} <= set(offered)
    assert not {"conv_seed", "conv_photo", "conv_width", "conv_step"} & set(offered)


def test_the_player_offers_the_same_speeds() -> None:
    clock = (ROOT / "assets" / "player" / "clock.js").read_text("utf-8")
    found = re.search(r"export const SPEEDS = \[([\d., ]+)\]", clock)
    assert found is not None
    assert tuple(float(speed) for speed in found[1].split(",")) == SPEEDS
