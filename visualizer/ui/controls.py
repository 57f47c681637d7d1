"""Controls bound to a lesson's table: each widget's key is its parameter's name in the address.

The lesson's live bounds go into the widgets, so that no impossible setting can be reached by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic

import streamlit as st

from visualizer.settings.labels import choice_title, explanation, label
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
)
from visualizer.settings.rules import Bounds, S
from visualizer.words.text import text


@dataclass(frozen=True)
class Controls(Generic[S]):
    """The widgets of one lesson in one run; ``settings`` are settled and already in the widgets.

    ``labels`` holds the text keys of labels that are not ``param.<name>``, by field.
    """

    lesson: Lesson[S]
    settings: S
    lang: str
    labels: Mapping[str, str] = field(default_factory=dict)

    def bounds(self, name: str) -> Bounds:
        """Return what a field's control may be set to now."""
        return self.lesson.bound(self.settings, name)

    @cached_property
    def relevant(self) -> frozenset[str]:
        """The fields that mean something now."""
        return self.lesson.relevant(self.settings)

    def label(self, name: str) -> str:
        """Return a field's label."""
        own = self.labels.get(name)
        return text(own, self.lang) if own else label(self.lesson[name].name, self.lang)

    def help(self, name: str) -> str | None:
        """Return a field's explanation, None where it needs none."""
        return explanation(self.lesson[name].name, self.lang)

    def show(self, *names: str) -> None:
        """Draw the controls of those of the named fields that mean something now."""
        for name in names:
            if name in self.relevant:
                self._control(name)

    def title_of(self, name: str) -> Callable[[str], str]:
        """Return how the choices of a field are named on screen."""
        return lambda choice: choice_title(self.lesson[name].name, choice, self.lang)

    def _control(self, name: str) -> None:
        parameter, bounds = self.lesson[name], self.bounds(name)
        title, key, help_ = self.label(name), parameter.name, self.help(name)
        if isinstance(parameter, ChoiceParameter):
            choices = tuple(str(c) for c in bounds.choices or parameter.choices)
            fixed = len(choices) < 2
            st.selectbox(
                title, choices, key=key, format_func=self.title_of(name), help=help_, disabled=fixed
            )
        elif isinstance(parameter, FlagParameter):
            fixed = len(bounds.choices or (False, True)) < 2
            st.toggle(title, key=key, help=help_, disabled=fixed)
        elif isinstance(parameter, IntParameter) and bounds.choices is not None:
            allowed = [int(choice) for choice in bounds.choices]
            st.selectbox(title, allowed, key=key, help=help_, disabled=len(allowed) < 2)
        elif isinstance(parameter, IntParameter):
            low, high = int(bounds.low), int(bounds.high)
            draw = st.slider if parameter.slider and low < high else st.number_input
            draw(title, low, high, step=1, key=key, help=help_, disabled=low == high)
        elif isinstance(parameter, FloatParameter):
            draw = st.slider if parameter.slider else st.number_input
            ends = float(bounds.low), float(bounds.high)
            draw(title, *ends, step=parameter.step, key=key, help=help_)
