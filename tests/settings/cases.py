"""Settings for tests: random ones, as a hand at the controls would reach them."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.engine.stacks import STACKS
from visualizer.lessons.architecture.address import NetworkParameter, encode
from visualizer.lessons.architecture.presets import Network
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    Value,
)
from visualizer.settings.rules import S


def values_of(parameter: Parameter) -> st.SearchStrategy[Value]:
    """Return the values that one parameter alone accepts."""
    if isinstance(parameter, IntParameter):
        return st.integers(parameter.low, parameter.high)
    if isinstance(parameter, FloatParameter):
        unit = 10**parameter.decimals
        whole = st.integers(round(parameter.low * unit), round(parameter.high * unit))
        return whole.map(lambda units: units / unit)
    if isinstance(parameter, ChoiceParameter):
        return st.sampled_from(parameter.choices)
    if isinstance(parameter, FlagParameter):
        return st.booleans()
    if isinstance(parameter, NetworkParameter):
        return STACKS.map(lambda stack: encode(Network(*stack)))
    return st.sampled_from(("", "1_2_3~4_5_6~7_8_9", "0.5_-0.25~0_1", "7"))


def wishes(lesson: Lesson[S]) -> st.SearchStrategy[S]:
    """Return any settings whose values are valid one by one, possible together or not."""
    chosen = st.fixed_dictionaries({}, optional={p.field: values_of(p) for p in lesson.parameters})
    return chosen.map(lambda values: lesson.defaults().changed(**values))


def settled(lesson: Lesson[S]) -> st.SearchStrategy[S]:
    """Return settings that are possible together."""
    return wishes(lesson).map(lambda wished: lesson.settle(wished)[0])


def settle(lesson: Lesson[S], **wished: Value) -> S:
    """Return the possible settings nearest to the defaults with these values."""
    return lesson.settle(lesson.defaults().changed(**wished))[0]
