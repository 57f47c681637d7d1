"""The charts: a component that asks for what it has not got yet, as fast as it is answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

import streamlit as st

from visualizer.figures.colors import palette
from visualizer.learning import Snapshot, TrainingSettings, trainer
from visualizer.learning.parts.pointwise import CAN_DIE
from visualizer.lessons.registry import ROOT
from visualizer.lessons.training import LESSON, frames, words
from visualizer.lessons.training.example import trainings
from visualizer.lessons.training.parts.runs import Runs
from visualizer.lessons.training.settings import NO_CLAIM, TrainingPageSettings
from visualizer.ui import address, scripts
from visualizer.ui.address import WHILE_HERE
from visualizer.ui.charts import is_dark
from visualizer.words.text import text

KEY: Final = "train_board"
_ASKED: Final = f"{WHILE_HERE}train_asked"
_COUNT: Final = f"{WHILE_HERE}train_count"
_PICKED: Final = f"{WHILE_HERE}train_picked"
_LEAST: Final = 60  # ms between two questions: more than ten a second
_SHARE: Final = 40  # ms for each training of the process: many who watch are not to slow the others
_FOLDER = ROOT / "assets" / "training"
_WORDS: Final = (
    "loss", "accuracy", "gradients", "gradients_note", "dead", "dead_note", "dead_of", "kernels",
    "maps", "confusion", "confusion_note", "wrong", "wrong_note", "wrong_none", "training",
    "validation", "steps", "epochs", "epoch", "status", "numbers", "play", "pause", "scrub",
    "group", "ready", "running", "paused", "finished", "diverged", "stopped", "failed",
)  # fmt: skip


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_training",
        html=(_FOLDER / "board.html").read_text("utf-8"),
        css=(_FOLDER / "board.css").read_text("utf-8"),
        js=scripts.script("training/board.js"),
    )


def board(
    runs: Runs | None,
    snapshots: tuple[Snapshot, ...],
    settings: TrainingPageSettings,
    lang: str,
) -> None:
    """Draw the charts; empty ones where nothing was trained yet."""
    _component()(
        key=KEY,
        data=scripts.sent(message(runs, snapshots, settings, lang)),
        on_ask_change=_asked,
        on_picked_change=_picked,
    )


def was_picked() -> bool:
    """Tell whether the reader has just chosen another picture, and forget it."""
    return bool(st.session_state.pop(_PICKED, False))


def message(
    runs: Runs | None,
    snapshots: tuple[Snapshot, ...],
    settings: TrainingPageSettings,
    lang: str,
) -> dict[str, Any]:
    """Return what the browser is sent: what is new of each training, and what stays where asked."""
    asked = _last_asked()
    picture = settings.picture - 1 if settings.claim == NO_CLAIM else None
    number = f"{runs.number}.{picture}" if runs is not None else ""
    dark = is_dark()
    look = f"{lang}.{dark}.{settings.claim}.{hash(trainings(settings))}"
    have = asked.get("have") if asked.get("id") == number else None
    st.session_state[_COUNT] = count = int(st.session_state.get(_COUNT, 0)) + 1
    return {
        # No two messages are alike: an answer without news is one too.
        "count": count,
        "id": number,
        "look": look,
        "live": any(one.state == "running" for one in snapshots),
        "least": max(_LEAST, _SHARE * trainer().running),
        "fixed": None if asked.get("look") == look else _fixed(settings, dark, lang),
        "runs": [
            frames.since(one, _pair(have, place), picture) for place, one in enumerate(snapshots)
        ],
    }


def _asked() -> None:
    found = (st.session_state.get(KEY) or {}).get("ask")
    if isinstance(found, dict):
        st.session_state[_ASKED] = found


def _picked() -> None:
    found = (st.session_state.get(KEY) or {}).get("picked")
    if isinstance(found, int | float) and LESSON["picture"].accepts(int(found) + 1):
        address.change(LESSON, picture=int(found) + 1)
        st.session_state[_PICKED] = True


def _last_asked() -> dict[str, Any]:
    found = st.session_state.get(_ASKED)
    return found if isinstance(found, dict) else {}


def _pair(have: object, place: int) -> tuple[int, int]:
    """Return how many points and epochs of a training the browser says that it has."""
    try:
        points, epochs = have[place]  # type: ignore[index]
        return max(0, int(points)), max(0, int(epochs))
    except (TypeError, ValueError, IndexError, KeyError):
        return 0, 0


def _fixed(settings: TrainingPageSettings, dark: bool, lang: str) -> dict[str, Any]:
    """Return what stays while these settings are trained: names, sizes, colours, words."""
    wanted = trainings(settings)
    colors = palette(dark)
    return {
        "runs": [
            _of_one(one, settings.claim, which, lang)
            for one, which in zip(wanted, words.SIDES, strict=False)
        ],
        "words": {name: text(f"train.board.{name}", lang) for name in _WORDS},
        "pictures": frames.shown_pictures(),
        "picture": settings.picture - 1,
        "colors": {
            "ink": colors.ink, "faint": colors.faint, "line": colors.line, "zero": colors.zero,
            "negative": colors.negative, "positive": colors.positive,
        },
    }  # fmt: skip


def _of_one(one: TrainingSettings, claim: str, which: str, lang: str) -> dict[str, Any]:
    network = one.network()
    mortal = [i for i, layer in enumerate(network) if getattr(layer, "kind", "") in CAN_DIE]
    return {
        "name": words.shown_name(claim, which, lang),
        "epochs": one.epochs,
        "stepsPerEpoch": -(-one.pictures // one.batch),
        "stride": frames.stride(one),
        "layers": words.names(one, words.weighted(one), lang),
        "mortal": words.names(one, mortal, lang),
        "maps": words.names(one, frames.map_places(one), lang),
    }
