"""The live panel: a component that sends a frame whenever the last one's answer is drawn.

It is a fragment, so that a frame runs this and nothing else of the page. Between two runs nothing
of a frame is left in the session: it is dropped as soon as its answer is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from visualizer.figures.colors import palette
from visualizer.lessons.alexnet.parts.live import seats
from visualizer.lessons.alexnet.parts.live.answering import answered
from visualizer.lessons.alexnet.parts.live.frames import (
    SIDE,
    FrameError,
    Kept,
    read_frame,
    read_kept,
)
from visualizer.lessons.alexnet.settings import EITHER, STRONGEST, AlexNetSettings, names_of
from visualizer.lessons.registry import ROOT
from visualizer.settings.lesson import Lesson
from visualizer.ui import address, scripts, shell
from visualizer.ui.address import WHILE_HERE
from visualizer.ui.charts import is_dark
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.weights.registry import Loaded

KEY: Final = "alex_live"
_ASKED: Final = f"{WHILE_HERE}alex_asked"
_KEPT_NOW: Final = f"{WHILE_HERE}alex_kept_now"
_FOLDER = ROOT / "assets" / "live"
_WORDS: Final = (
    "group", "start", "go_on", "pause", "stop", "other", "flip", "keep", "privacy", "asking",
    "first", "paused", "off", "hidden", "ended", "kept", "slow", "pace", "seen", "best",
    "layer", "which", "map", "unit", "sheet", "maps_hint", "full", "frame", "insecure",
    "refused", "none", "busy", "other_error",
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """What the panel needs to know of the page that it stands on.

    keep: is given the JPEG file of a frame that is to be the page's photo.
    """

    lesson: Lesson[AlexNetSettings]
    loaded: Loaded
    settings: AlexNetSettings
    keep: Callable[[bytes], None]


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_live",
        html=(_FOLDER / "live.html").read_text("utf-8"),
        css=(_FOLDER / "live.css").read_text("utf-8"),
        js=scripts.script("live/live.js"),
    )


@shell.fragment
def panel(page: Page, lang: str) -> None:
    """Draw the panel, keyed ``alex_live``; it answers the frame that has just come."""
    if st.session_state.pop(_KEPT_NOW, False):
        st.rerun(scope="app")
    layers = names_of(page.settings.network)

    def came() -> None:
        sent = _told("frame")
        if sent is not None:  # the browser sends another where one was lost on its way
            st.session_state[_ASKED] = sent

    def kept() -> None:
        seats.SEATS.leave(_who())
        with suppress(FrameError):
            _take_over(page, read_kept(_told("keep"), layers))

    _component()(
        key=KEY,
        data=scripts.sent({**_fixed(page, layers, lang), **_answer(page, layers, lang)}),
        on_frame_change=came,
        on_keep_change=kept,
        on_rest_change=lambda: seats.SEATS.leave(_who()),
    )


def _told(name: str) -> object:
    return (st.session_state.get(KEY) or {}).get(name)


def _who() -> str:
    context = get_script_run_ctx()
    return context.session_id if context is not None else ""


def _take_over(page: Page, kept: Kept) -> None:
    """Make a frame the page's photo; open the channel that was pressed, else the strongest."""
    page.keep(kept.frame.picture)
    channel = STRONGEST if kept.channel is None else kept.channel
    address.change(
        page.lesson, layer=kept.frame.layer, channel=channel, row=STRONGEST, col=STRONGEST
    )
    st.session_state[_KEPT_NOW] = True


def _answer(page: Page, layers: tuple[str, ...], lang: str) -> dict[str, Any]:
    """Return the answer to what was asked: of a frame, or why there is none; empty if nothing was.

    A run that is ended from outside leaves the frame for the next one.
    """
    if _ASKED not in st.session_state:
        return {"answered": 0}
    try:
        frame = read_frame(st.session_state[_ASKED], EITHER)
        taken = seats.SEATS.take(_who())
        if frame.layer not in layers:  # of the network before: the browser sends another one
            found: dict[str, Any] = {"answered": 0}
        elif taken is None:
            found = {"answered": frame.number, "trouble": "full"}
        else:
            answer = answered(frame, page.loaded, page.settings.scale, is_dark(), lang)
            least = seats.least(taken)
            found = {"answered": frame.number, "answer": answer, "least": least}
    except FrameError:
        found = {"answered": 0, "trouble": "frame"}
    del st.session_state[_ASKED]
    return found


def _fixed(page: Page, layers: tuple[str, ...], lang: str) -> dict[str, Any]:
    """Return what stays from frame to frame: sizes, names, words, colours."""
    colors = palette(is_dark())
    return {
        "side": SIDE,
        "crop": page.loaded.model.input_size,
        "layers": layers,
        "layer": page.settings.layer,
        "words": {
            name: text(f"alex.live.{name}", lang, most=seats.MOST)
            if name == "full"
            else text(f"alex.live.{name}", lang)
            for name in _WORDS
        },
        "bar": colors.probability,
    }
