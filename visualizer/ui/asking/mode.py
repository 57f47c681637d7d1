"""The mode that asks: a series of ten in a lesson's place, opened by the address.

``ask=<level>.<seed>.<number>`` is all there is to it: the browser's Back and a link lead to a
question as they lead to an example. The lesson's own settings are left as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from secrets import randbelow
from typing import Any
from urllib.parse import urlencode
from zlib import crc32

import streamlit as st

from visualizer.asking import LEVELS, TEN, Link, LinkError, Question, series, series_about
from visualizer.asking.links import KEY, LEVEL_NAMES, MINE
from visualizer.asking.series import bank_of
from visualizer.lessons.registry import page_named
from visualizer.material.randomness import LAST_SEED
from visualizer.settings.table import Settings
from visualizer.ui import address, shell
from visualizer.ui.asking import one
from visualizer.ui.asking.focus import focus_on, focus_soon
from visualizer.ui.asking.marks import marks, score
from visualizer.words.text import text

_BOX = "asked_series"


def is_asking() -> bool:
    """Tell whether the address asks."""
    return KEY in st.query_params


def begin() -> None:
    """Open the mode with a new series of the first level, from a callback."""
    _go(Link(LEVEL_NAMES[0], randbelow(LAST_SEED + 1)))


def instead(name: str, settings: Settings, lang: str) -> None:
    """Where the address asks: draw a question of the page ``name`` and end the page.

    settings: the lesson's own, settled. Call it once they are read and before anything else is
    drawn. An address that asks for no question is said to, and the lesson opens.
    """
    asked = st.query_params.get(KEY)
    if asked is None:
        return
    try:
        link = Link.read(asked, TEN)
    except LinkError as error:
        del st.query_params[KEY]
        st.warning(error.said.text(lang), icon=":material/link_off:")
        return
    questions = _questions(name, settings, link)
    _frame(name, questions, link, lang)
    shell.end_page()


def _questions(name: str, settings: Settings, link: Link) -> Sequence[Question]:
    if link.level == MINE:
        return series_about(name, settings, link.seed)
    return series(name, int(link.level), link.seed)


def _key(name: str, link: Link, question: Question) -> str:
    """Return what a question is kept under for the visit: its place in the series, its example."""
    place = f"asked_{name}_{link.level}_{link.seed}_{link.number}"
    own = f"_{crc32(repr(question.settings).encode()):x}" if link.level == MINE else ""
    return place + own


def _frame(name: str, questions: Sequence[Question], link: Link, lang: str) -> None:
    number = min(link.number, len(questions))
    links = [Link(link.level, link.seed, i) for i in range(1, len(questions) + 1)]
    keys = [_key(name, place, q) for place, q in zip(links, questions, strict=True)]
    with st.container(horizontal=True, vertical_alignment="center", key="asked_frame"):
        _series(name, link, lang)
        if questions:
            with st.container(
                horizontal=True, vertical_alignment="center", gap="xsmall", key="asked_nav"
            ):
                _step("ask.previous", "chevron_left", links, number - 1, lang)
                marks([one.progress(key).end for key in keys], number, lang)
                _step("ask.next", "chevron_right", links, number + 1, lang)
        st.button(
            text("ask.leave", lang), key="asked_leave", type="tertiary", icon=":material/close:",
            on_click=_leave,
        )  # fmt: skip
    if not questions:
        st.info(text("ask.none_here", lang), icon=":material/info:")
        return
    ends = [one.progress(key).end for key in keys]
    question = questions[number - 1]
    if all(ends):
        _done(ends, keys, link, lang)

    def after() -> None:
        _onward(name, links, ends, question, number, lang)

    one.draw(question, keys[number - 1], lang, after)


def _step(word: str, icon: str, links: Sequence[Link], number: int, lang: str) -> None:
    """Draw an arrow to another question; one that leads nowhere is not to be pressed."""
    possible = 1 <= number <= len(links)
    st.button(
        text(word, lang), key=f"asked_{icon}", icon=f":material/{icon}:", type="tertiary",
        disabled=not possible, on_click=_go, args=(links[number - 1] if possible else links[0],),
    )  # fmt: skip


def _series(name: str, link: Link, lang: str) -> None:
    """Draw the button that says which series this is, and opens what changes it."""
    titles = {str(n): text(f"{_prefix(name)}.ask_level_{n}", lang) for n in LEVELS}
    titles[MINE] = text("ask.level_mine", lang)
    label = f"{titles[link.level]} · {link.seed}"
    # Streamlit takes a box with another title for another box: it stays open as its series changes.
    if _BOX in st.session_state:
        st.session_state[_BOX] = st.session_state[_BOX]
    box = st.popover(label, key=_BOX, icon=":material/tune:", on_change="rerun")
    if not box.open:
        return
    st.session_state["asked_level"], st.session_state["asked_seed"] = link.level, link.seed

    def changed() -> None:
        level, seed = st.session_state["asked_level"], st.session_state["asked_seed"]
        _open_at(Link(level, link.seed if seed is None else int(seed)))

    with box:
        st.radio(
            text("ask.level", lang), list(titles), key="asked_level", on_change=changed,
            format_func=titles.__getitem__,
        )  # fmt: skip
        st.number_input(
            text("ask.seed", lang), 0, LAST_SEED, step=1, key="asked_seed", on_change=changed,
            help=text("ask.seed_help", lang, last=LAST_SEED),
        )  # fmt: skip
        st.button(
            text("ask.new", lang), key="asked_new", icon=":material/casino:", width="stretch",
            on_click=lambda: _open_at(Link(link.level, randbelow(LAST_SEED + 1))),
        )  # fmt: skip
        st.caption(text("ask.link_words", lang))
        st.code(_address_of(Link(link.level, link.seed)), language=None, wrap_lines=True)


def _onward(
    name: str, links: list[Link], ends: list[one.End], question: Question, number: int, lang: str
) -> None:
    """Draw the buttons behind an answered question: the next open one, or the lesson itself."""
    later = [i for i, end in enumerate(ends) if not end and i != number - 1]
    beyond = [i for i in later if i >= number] or later
    with st.container(horizontal=True, key="asked_onward"):
        if beyond:
            st.button(
                text("ask.next", lang), key="asked_next", type="primary",
                on_click=_go, args=(links[beyond[0]],),
            )  # fmt: skip
        st.button(
            text("ask.in_lesson", lang), key="asked_lesson", icon=":material/open_in_new:",
            on_click=_open, args=(name, question),
        )  # fmt: skip
    focus_on(".st-key-asked_onward button", f"{number} {ends[number - 1]}")


def _done(ends: Sequence[one.End], keys: Sequence[str], link: Link, lang: str) -> None:
    with st.container(key="asked_done", border=True):
        st.markdown(f"**{text('ask.done', lang)}.** {score(ends, lang)}")
        with st.container(horizontal=True):
            st.button(
                text("ask.again", lang), key="asked_again", icon=":material/replay:",
                on_click=_again, args=(keys,),
            )  # fmt: skip
            st.button(
                text("ask.new", lang), key="asked_more", icon=":material/casino:",
                on_click=_go, args=(Link(link.level, randbelow(LAST_SEED + 1)),),
            )  # fmt: skip


def _again(keys: Sequence[str]) -> None:
    for key in keys:
        one.forget(key)
    level, seed, _ = st.query_params[KEY].split(".")
    _go(Link(level, int(seed)))


def _open_at(link: Link) -> None:
    st.query_params[KEY] = link.written


def _go(link: Link) -> None:
    """Go to a question, and take the keyboard along."""
    _open_at(link)
    focus_soon()


def _leave() -> None:
    st.query_params.pop(KEY, None)


def _open(name: str, question: Question) -> None:
    """Leave, and open the question's example in the lesson."""
    lesson: Any = bank_of(name).lesson
    address.open_with(lesson, question.settings)
    _leave()


def _prefix(name: str) -> str:
    return page_named(name).prefix


def _address_of(link: Link) -> str:
    base = (st.context.url or "").split("?")[0]
    others = {name: value for name, value in st.query_params.to_dict().items() if name != KEY}
    if link.level != MINE:
        others = {name: value for name, value in others.items() if name == "lang"}
    return f"{base}?{urlencode({**others, KEY: link.written})}"
