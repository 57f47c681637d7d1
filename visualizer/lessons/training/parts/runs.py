"""The session's training, or pair of trainings: begun, told to go on, dropped with the page."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final

import streamlit as st

from visualizer.learning import Snapshot, Ticket, TrainingSettings, trainer
from visualizer.lessons.training.example import trainings
from visualizer.lessons.training.settings import TrainingPageSettings
from visualizer.ui.address import WHILE_HERE

_KEY: Final = f"{WHILE_HERE}training"
_NUMBERS = itertools.count(1)

_SOON: Final = 2.0  # seconds
ENDED: Final = ("finished", "diverged", "stopped", "failed")


@dataclass(frozen=True, eq=False)
class Runs:
    """One training, or a claim's two. number: tells it from others of this process."""

    number: int
    wanted: tuple[TrainingSettings, ...]
    tickets: tuple[Ticket, ...]

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return where each stands."""
        return tuple(ticket.snapshot() for ticket in self.tickets)

    def play(self) -> None:
        """Train each to its end."""
        for ticket in self.tickets:
            ticket.play()

    def pause(self) -> None:
        """Let each rest."""
        for ticket in self.tickets:
            ticket.pause()

    def step(self) -> None:
        """Take one step of each."""
        for ticket in self.tickets:
            ticket.step()

    def epoch(self) -> None:
        """Train each to the end of its epoch."""
        for ticket in self.tickets:
            if not ticket.snapshot().epochs:
                # What the network is worth before its first step is an epoch of its own, number 0.
                ticket.epoch()
                ticket.wait(_SOON)
            ticket.epoch()

    def stop(self) -> None:
        """End each."""
        for ticket in self.tickets:
            ticket.stop()


def current(settings: TrainingPageSettings) -> Runs | None:
    """Return the session's training of these settings; one of others is ended and dropped."""
    runs: Runs | None = st.session_state.get(_KEY)
    if runs is not None and runs.wanted != trainings(settings):
        runs.stop()
        del st.session_state[_KEY]
        return None
    return runs


def begin(settings: TrainingPageSettings) -> Runs:
    """Prepare the training of these settings in place of the one there was."""
    before: Runs | None = st.session_state.get(_KEY)
    if before is not None:
        before.stop()
    wanted = trainings(settings)
    runs = Runs(next(_NUMBERS), wanted, tuple(trainer().open(one) for one in wanted))
    st.session_state[_KEY] = runs
    return runs
