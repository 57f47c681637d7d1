"""The buttons, the charts and what a pair came to: a fragment that runs while something trains."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from visualizer.learning import Snapshot
from visualizer.lessons.training import words
from visualizer.lessons.training.example import claim_of
from visualizer.lessons.training.parts import board, runs
from visualizer.lessons.training.settings import TrainingPageSettings
from visualizer.ui import details, shell
from visualizer.words.text import text


@shell.fragment
def live(settings: TrainingPageSettings, lang: str) -> None:
    """Draw what moves while the network learns; the charts ask for it again and again."""
    if board.was_picked():
        # The address and the sidebar learn of the other picture.
        st.rerun(scope="app")
    now = runs.current(settings)
    snapshots = now.snapshots() if now is not None else ()
    _buttons(settings, snapshots, lang)
    _trouble(snapshots, lang)
    board.board(now, snapshots, settings, lang)
    _verdict(settings, snapshots, lang)


def _buttons(settings: TrainingPageSettings, snapshots: tuple[Snapshot, ...], lang: str) -> None:
    states = [one.state for one in snapshots]
    running = "running" in states
    ended = bool(states) and all(state in runs.ENDED for state in states)
    begun = any(one.step for one in snapshots)
    with st.container(key="train_controls", horizontal=True, gap="small"):
        if running:
            _button("pause", ":material/pause:", lambda: _tell(settings, runs.Runs.pause), lang)
        else:
            name = "again" if ended else "go_on" if begun else "go"
            icon = ":material/replay:" if ended else ":material/play_arrow:"
            _button(name, icon, lambda: _tell(settings, runs.Runs.play, anew=ended), lang, True)
        if not ended:
            step, epoch = runs.Runs.step, runs.Runs.epoch
            _button("step", ":material/skip_next:", lambda: _tell(settings, step), lang)
            _button("epoch", ":material/fast_forward:", lambda: _tell(settings, epoch), lang)
        if states and not ended:
            _button("stop", ":material/stop:", lambda: _tell(settings, runs.Runs.stop), lang)


def _button(
    name: str, icon: str, pressed: Callable[[], None], lang: str, primary: bool = False
) -> None:
    st.button(
        text(f"train.{name}", lang),
        key="train_main" if name in ("go", "go_on", "again", "pause") else f"train_do_{name}",
        icon=icon,
        type="primary" if primary else "secondary" if name == "pause" else "tertiary",
        on_click=pressed,
    )


def _tell(
    settings: TrainingPageSettings, what: Callable[[runs.Runs], None], anew: bool = False
) -> None:
    """Tell the session's training something, which begins where there is none."""
    now = None if anew else runs.current(settings)
    what(now if now is not None else runs.begin(settings))


def _trouble(snapshots: tuple[Snapshot, ...], lang: str) -> None:
    states = {one.state for one in snapshots}
    if "failed" in states:
        st.error(text("train.state.failed", lang), icon=":material/error:")
    elif "diverged" in states:
        st.warning(text("train.state.diverged", lang), icon=":material/trending_up:")


def _verdict(settings: TrainingPageSettings, snapshots: tuple[Snapshot, ...], lang: str) -> None:
    """Show what both trainings came to, when they rest."""
    claim = claim_of(settings)
    if claim is None or not snapshots or any(one.state == "running" for one in snapshots):
        return
    verdict = claim.verdict(*snapshots)
    if verdict is None:
        return
    with st.container(key="train_verdict"):
        if all(one.state == "finished" for one in snapshots):
            said = words.verdict_sentence(claim, verdict, settings.seed, lang)
            (st.success if verdict.holds else st.warning)(
                said, icon=":material/check:" if verdict.holds else ":material/close:"
            )
        else:
            st.info(text("train.verdict.early", lang), icon=":material/hourglass_top:")
        details.listed(words.measured(claim, verdict.numbers, lang), scrolls=False)
