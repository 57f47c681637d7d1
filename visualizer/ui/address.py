"""A lesson's settings between the address, the widgets and the reader.

Widget keys are the address's parameter names. Streamlit's own binding is not used: it writes a
selectbox's translated label into the address, so that a link made in Korean would not open in
English. Here the lesson's table reads and writes, in one form for both languages.
"""

from __future__ import annotations

from functools import cache

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from visualizer.lessons.registry import PAGES
from visualizer.settings import sharing
from visualizer.settings.lesson import Lesson
from visualizer.settings.messages import notice_sentence
from visualizer.settings.parameters import Value
from visualizer.settings.rules import Notice, S

WHILE_HERE = "_while_here_"
"""Begins the names of what the session keeps until the reader goes to another page."""

_MOST_NOTICES = 6


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(page.prefix for page in PAGES)


def _kept(lesson: Lesson[S]) -> str:
    return f"_{lesson.prefix}_settings"


def _told(lesson: Lesson[S]) -> str:
    return f"_{lesson.prefix}_notices"


def _arrived(lesson: Lesson[S]) -> str:
    return f"_{lesson.prefix}_arrivals"


def current(lesson: Lesson[S]) -> S:
    """Return the settings as they are now; only after ``read`` in this session."""
    settings: S = st.session_state[_kept(lesson)]
    return settings


def elsewhere(lesson: Lesson[S]) -> S:
    """Return the settings another page's lesson was left with, its opening ones if never opened."""
    kept: S | None = st.session_state.get(_kept(lesson))
    return kept if kept is not None else lesson.opening()


def is_known(lesson: Lesson[S]) -> bool:
    """Tell whether this visit has opened the lesson."""
    return _kept(lesson) in st.session_state


def arrivals(lesson: Lesson[S]) -> int:
    """Return how often an address has set this lesson: the player then goes to its step."""
    return int(st.session_state.get(_arrived(lesson), 0))


def note_page(name: str, tour: str | None) -> None:
    """Note, before a page runs, that the reader has come to it from another.

    tour: the step of a tour that the address names; another one is another arrival.
    """
    if st.session_state.get("_page") != name:
        for key in [key for key in st.session_state if str(key).startswith(WHILE_HERE)]:
            del st.session_state[key]
    if st.session_state.get("_page") != name or (tour and is_new_tour(tour)):
        st.session_state["_page"] = name
        st.session_state["_page_entered"] = True
    note_tour(tour)


def is_new_tour(tour: str) -> bool:
    """Tell whether the reader has just come to a step of a tour."""
    return bool(st.session_state.get("_tour") != tour)


def note_tour(tour: str | None) -> None:
    """Note which step of a tour the address names, without arriving there."""
    st.session_state["_tour"] = tour


def read(lesson: Lesson[S]) -> tuple[S, list[Notice]]:
    """Return the settings of this run, valid and settled, and put them into the widgets.

    The address speaks when the page is entered and on the browser's Back and Forward; from then on
    the widgets do. Settings survive a visit to another page.
    """
    # Settings without a widget stay in the state of the session: they alone tell nothing.
    came = bool(st.session_state.pop("_page_entered", False))
    entered = came or not any(name in st.session_state for name in lesson.names)
    query = {name: st.query_params[name] for name in st.query_params}
    # A step of a tour means its whole example, also where that is the one a page opens with.
    named = "tour" in query or any(name.startswith(lesson.prefix + "_") for name in query)
    kept: S | None = st.session_state.get(_kept(lesson))
    notices: list[Notice] = []
    if _is_history() or kept is None or (entered and named):
        settings, notices = lesson.parse(query)
        notices = notices + sharing.read(query, lesson)[1]
        st.session_state[_told(lesson)] = (settings, notices)
        st.session_state[_arrived(lesson)] = arrivals(lesson) + 1
    else:
        shown = {
            parameter.field: st.session_state[parameter.name]
            for parameter in lesson.parameters
            if parameter.name in st.session_state
        }
        settings, _ = lesson.settle(kept.changed(**shown))
        # What an address could not have stays said until a control is turned.
        told = st.session_state.get(_told(lesson))
        if told and told[0] == settings:
            notices = told[1]
    _into_widgets(lesson, settings)
    keep(lesson, settings)
    return settings, notices


def keep(lesson: Lesson[S], settings: S) -> None:
    """Remember settled settings and write the address that brings them back."""
    st.session_state[_kept(lesson)] = settings
    wanted = lesson.format(settings)
    others = {
        name: st.query_params[name]
        for name in st.query_params
        # Another page's settings are left behind when the reader comes from it.
        if name.partition("_")[0] not in _prefixes()
        # What these could not have is not asked for again.
        and name not in (sharing.SHOW, sharing.SPEED)
    } | shared(lesson).query
    if {**others, **wanted} != st.query_params.to_dict():
        st.query_params.from_dict({**others, **wanted})


def base() -> str:
    """Return the page's own address as the browser has it, without a query."""
    return (st.context.url or "").partition("?")[0].partition("#")[0]


def here() -> str:
    """Return the whole address: it opens the very same example."""
    query = sharing.written(st.query_params.to_dict())
    return f"{base()}?{query}" if query else base()


def shared(lesson: Lesson[S]) -> sharing.Shared:
    """Return which controls the address leaves, and the player's speed."""
    return sharing.read(st.query_params.to_dict(), lesson)[0]


def share(lesson: Lesson[S], now: sharing.Shared) -> None:
    """Write other controls to leave, or another speed, into the address."""
    query = {name: st.query_params[name] for name in st.query_params}
    kept = {n: v for n, v in query.items() if n not in (sharing.SHOW, sharing.SPEED)}
    if {**kept, **now.query} != query:
        st.query_params.from_dict({**kept, **now.query})


def change(lesson: Lesson[S], **changes: Value) -> None:
    """Set some settings, by field, from a callback, as if a person had turned those knobs."""
    put(lesson, current(lesson).changed(**changes))


def put(lesson: Lesson[S], wished: S) -> None:
    """Set all settings from a callback, moved to what is possible."""
    settings, _ = lesson.settle(wished)
    st.session_state[_kept(lesson)] = settings
    _into_widgets(lesson, settings)


def replace(lesson: Lesson[S], settings: S) -> None:
    """Put settled settings in place of what ``read`` returned, before the controls are drawn."""
    _into_widgets(lesson, settings)
    keep(lesson, settings)


def open_with(lesson: Lesson[S], settings: S) -> None:
    """Set all settings from a callback, as an address does: the player goes to their step."""
    put(lesson, settings)
    st.session_state[_arrived(lesson)] = arrivals(lesson) + 1


def reset(lesson: Lesson[S]) -> None:
    """Set everything back, from a callback; the player goes to where it began.

    Where a teacher's link left only some controls, back to the link's own example.
    """
    told = st.session_state.get(_told(lesson))
    open_with(lesson, told[0] if told and shared(lesson).show is not None else lesson.opening())


def say(notices: list[Notice], lang: str) -> None:
    """Show, in one box, everything of the address that could not be taken as it was."""
    if notices:
        lines = [notice_sentence(notice, lang) for notice in notices[:_MOST_NOTICES]]
        body = "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else lines[0]
        st.warning(body, icon=":material/link_off:")


def _into_widgets(lesson: Lesson[S], settings: S) -> None:
    for name, value in settings.values().items():
        st.session_state[name] = value


def _is_history() -> bool:
    context = get_script_run_ctx()
    return bool(context is not None and getattr(context, "is_history_navigation", False))
