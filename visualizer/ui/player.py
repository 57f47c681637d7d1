"""The stage and its player: a Plotly chart, and the component that moves it in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit as st

from visualizer.figures.still import Still
from visualizer.lessons.registry import ROOT
from visualizer.notation import grouped
from visualizer.settings import sharing
from visualizer.settings.lesson import Lesson
from visualizer.settings.painted import read_painted
from visualizer.settings.rules import S
from visualizer.ui import address, charts, scripts, sources
from visualizer.ui.touring import place
from visualizer.words.player import WORDS, labels
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "player"


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_player",
        html=(_FOLDER / "player.html").read_text("utf-8"),
        css=(_FOLDER / "player.css").read_text("utf-8"),
        js=scripts.script("player/player.js"),
    )


def stage(lesson: Lesson[S], still: Still, alt: str) -> None:
    """Draw a lesson's stage, keyed ``<prefix>_stage``.

    It shows the first step whatever the step is, so that stepping never redraws it.
    """
    st.session_state.pop(_fresh(lesson), None)  # this run shows it
    # Another example is put into the same chart by the player; where the server has to step, each
    # step is a chart of its own.
    name = still.chart.identity if st.session_state.get(_by_server(lesson)) else "stage"
    _draw(f"{lesson.prefix}_stage", still, alt, name)


def alone(key: str, still: Still, step: int, alt: str, lang: str) -> None:
    """Draw a stage and its player that belong to no page's settings, opened at ``step``.

    They are keyed ``<key>_stage`` and ``<key>_player``; the steps the reader takes are not kept.
    """
    _draw(f"{key}_stage", still, alt, "stage")
    _component()(
        key=f"{key}_player",
        data=_sent(still, f"{key}_stage", step, 0, lang),
        on_painted_change=lambda: None,
        on_step_change=lambda: None,
        on_speed_change=lambda: None,
        on_missing_change=lambda: None,
    )


def _draw(key: str, still: Still, alt: str, name: str) -> None:
    # A stretched chart takes the height of its box, which the style sets and the player adapts:
    # a height in the figure itself would be put back by Streamlit after every change of layout.
    st.html(height_style(key, still))
    charts.ready_chart(still.chart, key, alt, name, "stretch")


def _sent(
    still: Still,
    stage: str,
    step: int,
    ask: int,
    lang: str,
    *,
    hidden: bool = False,
    **more: object,
) -> dict[str, Any]:
    """Return what the player is sent; ``ask`` changes when it has to go to ``step``."""
    return scripts.sent(
        {
            "id": still.chart.identity,
            # As text: the browser reads it when the example is another one.
            "example": still.data,
            "figure": "" if hidden else grouped(still.chart.json, lang),
            "hidden": hidden,
            "stage": stage,
            "step": step,
            "ask": ask,
            "speed": 1.0,
            "tour": {},
            "paints": False,
            "painted": 0,
            "labels": labels(lang),
            **more,
        }
    )


def height_style(key: str, still: Still) -> str:
    """Give the stage's box its height before the player starts, so that nothing jumps.

    On a phone the layout follows from the window's width; elsewhere the nominal height is right or
    nearly so.
    """
    rules = [f".st-key-{key} {{ height: {still.chart.height}px; }}"]
    rules += [
        f"@media (max-width: {window}px) {{ .st-key-{key} {{ height: {height}px; }} }}"
        for window, height in still.heights
    ]
    return "<style>" + "\n".join(rules) + "</style>"


def player(
    lesson: Lesson[S],
    still: Still,
    lang: str,
    *,
    hidden: bool = False,
    paints: bool = False,
    names: Mapping[str, str] | None = None,
) -> None:
    """Draw the controls of a lesson's stage, keyed ``<prefix>_player``.

    hidden: whether the stage is folded away, and so not in the page. paints: whether the input can
    be painted, for a lesson with typed inputs. names: what the stage's grids are called, where they
    are not input, kernel and output. Call it inside a fragment: the
    step it comes to rest on is written to the settings, the speed to the address, and the fragment
    alone runs again.
    """
    prefix = lesson.prefix
    key = f"{prefix}_player"

    def rested() -> None:
        step = (st.session_state.get(key) or {}).get("step")
        if step is not None:
            address.change(lesson, **{lesson.moved(address.current(lesson)): int(step)})

    def hurried() -> None:
        speed = (st.session_state.get(key) or {}).get("speed")
        if speed is not None:
            said = None if speed == sharing.USUAL_SPEED else float(speed)
            address.share(lesson, replace(address.shared(lesson), speed=said))

    def painted() -> None:
        sent = (st.session_state.get(key) or {}).get("painted")
        now: Any = address.current(lesson)
        found = read_painted(sent, now.input_shape)
        if found is not None:
            sources.type_in(lesson, found.grid)
            st.session_state[_painted(lesson)] = found.count
            st.session_state[_fresh(lesson)] = True

    if st.session_state.pop(_fresh(lesson), False):
        st.rerun()  # the whole page: the stage lies outside this fragment
    settings = address.current(lesson)
    moved = lesson.moved(settings)
    _component()(
        key=key,
        data=_sent(
            still,
            f"{prefix}_stage",
            int(getattr(settings, moved)),
            asked(lesson),
            lang,
            hidden=hidden,
            speed=address.shared(lesson).speed or sharing.USUAL_SPEED,
            tour=place.moves(lesson),
            paints=paints,
            painted=st.session_state.get(_painted(lesson), 0),
            labels={**labels(lang), **(names or {})},
        ),
        on_painted_change=painted,
        on_step_change=rested,
        on_speed_change=hurried,
        on_missing_change=lambda: st.session_state.update({_by_server(lesson): True}),
    )
    address.keep(lesson, settings)
    if st.session_state.get(_by_server(lesson)):
        _server_buttons(lesson, lang)


def first_step(lesson: Lesson[S]) -> int:
    """Return the step for the still picture: the first, unless the server itself must step.

    The browser's player needs Plotly in the page; where it is missing, each step is drawn anew.
    """
    if st.session_state.get(_by_server(lesson)):
        settings = address.current(lesson)
        return int(getattr(settings, lesson.moved(settings)))
    return 0


def asked(lesson: Lesson[S]) -> int:
    """Return what changes when the player has to go to the settings' step.

    That is with every arrival, and where another field says the step than before.
    """
    arrivals = address.arrivals(lesson)
    return arrivals if lesson.moved(address.current(lesson)) == lesson.step else -arrivals


def _by_server(lesson: Lesson[S]) -> str:
    return f"_{lesson.prefix}_by_server"


def _painted(lesson: Lesson[S]) -> str:
    """Where the visit keeps how many paintings have been taken."""
    return f"_{lesson.prefix}_painted"


def _fresh(lesson: Lesson[S]) -> str:
    """Where the visit keeps that one was taken which the stage does not show yet."""
    return f"_{lesson.prefix}_painted_now"


def _server_buttons(lesson: Lesson[S], lang: str) -> None:
    settings = address.current(lesson)
    moved = lesson.moved(settings)
    step = int(getattr(settings, moved))
    last = int(lesson.bound(settings, moved).high)
    goals = {"first": 0, "back": max(0, step - 1), "next": min(last, step + 1), "last": last}
    with st.container(horizontal=True):
        for word, goal in goals.items():
            pressed = st.button(
                text(WORDS[word], lang),
                key=f"{lesson[moved].name}_{word}",
                on_click=address.change,
                args=(lesson,),
                kwargs={moved: goal},
                disabled=goal == step,
            )
            if pressed:
                st.rerun()  # the whole page: the stage lies outside this fragment
