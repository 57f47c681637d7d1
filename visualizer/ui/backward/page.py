"""What stands under a picture that runs backward: the player, why, the tabs; in every lesson."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from visualizer.figures.still import Still
from visualizer.settings.lesson import Lesson
from visualizer.settings.rules import S
from visualizer.ui import address, details, player
from visualizer.ui.proof import Proof
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.stories import ShapeStory
from visualizer.words.tables import Table


@dataclass(frozen=True)
class Told:
    """What a lesson tells of what flows back.

    file: the page's name, as in `details.Said`. names: what the player calls the stage's grids.
    sentence, table: of a step, from 0. torch, numpy: the code to copy.
    """

    file: str
    names: Mapping[str, str]
    story: ShapeStory
    letters: str
    sentence: Callable[[int], str]
    table: Callable[[int], Table]
    torch: Callable[[], str]
    numpy: Callable[[], str]
    proof: Proof


def following(
    lesson: Lesson[S], still: Still, told: Told, lang: str, *, quiet: str = "", hidden: bool = False
) -> int:
    """Draw the player and what follows its step, and return the step; call it in a fragment.

    quiet: a line under the player. hidden: as for `player.player`.
    """
    player.player(lesson, still, lang, names=told.names, hidden=hidden)
    end_if_embedded()
    settings = address.current(lesson)
    step = int(getattr(settings, lesson.moved(settings)))
    if quiet:
        st.caption(quiet)
    below(lesson, told, step, lang)
    return step


def below(
    lesson: Lesson[S], told: Told, step: int, lang: str, title: str = "back.title"
) -> DeltaGenerator:
    """Draw why, under a ``title``, beside the tabs of a step; returns the tabs' column."""
    why, tabs = details.beside(f"{lesson.prefix}_below")
    with why:
        details.shape_column(told.story, told.letters, "", lang, title)
    with tabs:
        said = details.Said(
            lambda: told.sentence(step), lambda: told.table(step), told.torch, told.numpy, told.file
        )
        details.tabs(said, told.proof, lang)
    return tabs
