"""Controls bound to a lesson's table: each widget's key is its parameter's name.

The lesson's live bounds go into the widgets, so that no impossible setting can be reached by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from visualizer.settings.lesson import Bounds, Lesson
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Values,
)
from visualizer.words.text import known, text


@dataclass(frozen=True)
class Controls:
    """The widgets of one lesson in one run; ``values`` are settled and already in the widgets."""

    lesson: Lesson
    values: Values
    bounds: Mapping[str, Bounds]
    lang: str

    def label(self, name: str) -> str:
        return text(f"param.{name}", self.lang)

    def help(self, name: str) -> str | None:
        return text(f"help.{name}", self.lang) if known(f"help.{name}") else None

    def show(self, *names: str, label: str | None = None) -> None:
        """Draw the controls of the named parameters that mean something now."""
        relevant = self.lesson.relevant(self.values)
        for name in names:
            if name in relevant:
                self.control(name, self.label(label or name))

    def control(self, name: str, label: str) -> None:
        parameter, bounds = self.lesson[name], self.bounds[name]
        if isinstance(parameter, ChoiceParameter):
            self._choice(name, label, tuple(str(c) for c in bounds.choices or parameter.choices))
        elif isinstance(parameter, FlagParameter):
            fixed = len(bounds.choices or (False, True)) < 2
            st.toggle(label, key=name, help=self.help(name), disabled=fixed)
        elif isinstance(parameter, IntParameter):
            self._integer(name, label, bounds)
        elif isinstance(parameter, FloatParameter):
            st.number_input(
                label,
                min_value=float(bounds.low),
                max_value=float(bounds.high),
                step=1.0 if parameter.high - parameter.low > 4 else 0.05,
                key=name,
                help=self.help(name),
            )

    def named(self, name: str) -> Callable[[str], str]:
        """Return how a choice is named on screen."""

        def title(choice: str) -> str:
            key = f"choice.{name}.{choice}"
            return text(key, self.lang) if known(key) else choice

        return title

    def _choice(self, name: str, label: str, choices: tuple[str, ...]) -> None:
        st.selectbox(
            label,
            choices,
            key=name,
            format_func=self.named(name),
            help=self.help(name),
            disabled=len(choices) < 2,
        )

    def _integer(self, name: str, label: str, bounds: Bounds) -> None:
        if bounds.choices is not None:
            allowed = [int(choice) for choice in bounds.choices]
            st.selectbox(label, allowed, key=name, help=self.help(name), disabled=len(allowed) < 2)
            return
        low, high = int(bounds.low), int(bounds.high)
        st.number_input(
            label,
            min_value=low,
            max_value=high,
            step=1,
            key=name,
            help=self.help(name),
            disabled=low == high,
        )
