"""Which tour the reader is in, and at which step: ``tour=lecture.3``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import streamlit as st

from visualizer.settings.lesson import Lesson
from visualizer.settings.rules import S
from visualizer.tours import folder
from visualizer.tours.tour import Step, Tour
from visualizer.ui import address

KEY = "tour"
_OWN = "_tour_own"  # the visitor's own tour, for this visit
_PLAYS = "_tour_plays"
_NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True)
class Place:
    """A step of a tour; ``at`` is counted from 0, in addresses as on screen from 1."""

    tour: Tour
    at: int

    @property
    def step(self) -> Step:
        """The step."""
        return self.tour.steps[self.at]

    @property
    def written(self) -> str:
        """The place as an address writes it."""
        return f"{self.tour.name}.{self.at + 1}"


@dataclass(frozen=True)
class Trouble:
    """Why an address leads to no step: ``key`` of the sentence and what is put into it."""

    key: str
    details: dict[str, object]


def here() -> Place | Trouble | None:
    """Return where the address says the reader is; None where it speaks of no tour."""
    written = st.query_params.get(KEY)
    if written is None:
        return None
    name, _, number = written.rpartition(".")
    tour = own() if name == folder.OWN else folder.find(name)
    if name == folder.OWN and tour is None:
        return Trouble("tour.own_missing", {})
    if tour is None:
        return Trouble("tour.unknown", {"name": name or written})
    at = int(number) - 1 if _NUMBER.fullmatch(number) else -1
    if not 0 <= at < len(tour.steps):
        return Trouble("tour.no_such_step", {"steps": len(tour.steps), "value": number})
    return Place(tour, at)


def settings_of(place: Place) -> dict[str, str]:
    """Return the parameters of the link to a step, the page's own and the tour's."""
    return {**place.step.query, KEY: place.written}


def leave() -> None:
    """Go on without the tour, from a callback; the example stays as it is."""
    if KEY in st.query_params:
        del st.query_params[KEY]
    address.note_tour(None)


def own() -> Tour | None:
    """Return the tour that this visitor brought along."""
    tour: Tour | None = st.session_state.get(_OWN)
    return tour


def bring(tour: Tour) -> None:
    """Keep a visitor's own tour for this visit."""
    st.session_state[_OWN] = tour


def moves(lesson: Lesson[S]) -> dict[str, Any]:
    """Return what the player of a lesson does for the tour's step; {} where that is nothing.

    ``play`` changes when the reader asks to be shown. Cells are lit while the example is the
    step's own: in another one they may not exist.
    """
    place = here()
    if not isinstance(place, Place) or place.step.stage is None:
        return {}
    stage = place.step.stage
    if place.step.entry.prefix != lesson.prefix:
        return {}
    wanted, now = lesson.parse(dict(place.step.query))[0], address.current(lesson)
    is_same = lesson.rewound(wanted) == lesson.rewound(now)
    moves: dict[str, Any] = {"play": int(st.session_state.get(_PLAYS, 0)), "speed": stage.speed}
    if stage.to is not None:
        moves["to"] = stage.to
    if is_same:
        moves["light"] = {role: dict(cells) for role, cells in stage.light.items()}
    return moves


def show_me() -> None:
    """Put the step's own example back and let the player move, from a callback."""
    place = here()
    if isinstance(place, Place):
        lesson: Lesson[Any] = place.step.entry.lesson
        address.open_with(lesson, lesson.parse(dict(place.step.query))[0])
        st.session_state[_PLAYS] = int(st.session_state.get(_PLAYS, 0)) + 1
