"""Settings for these tests: random ones, as a hand at the controls would reach them."""

from __future__ import annotations

from hypothesis import strategies as st

from visualizer.lessons.convolution.settings import LESSON
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    Value,
    Values,
)


def values_of(parameter: Parameter) -> st.SearchStrategy[Value]:
    """Values that one parameter alone accepts."""
    if isinstance(parameter, IntParameter):
        return st.integers(parameter.low, parameter.high)
    if isinstance(parameter, FloatParameter):
        return st.integers(round(parameter.low * 100), round(parameter.high * 100)).map(
            lambda hundredths: hundredths / 100
        )
    if isinstance(parameter, ChoiceParameter):
        return st.sampled_from(parameter.choices)
    if isinstance(parameter, FlagParameter):
        return st.booleans()
    return st.sampled_from(("", "1_2_3~4_5_6~7_8_9", "0.5_-0.25~0_1", "7"))


def wishes() -> st.SearchStrategy[Values]:
    """Any combination of values that are valid one by one, possible together or not."""
    return st.fixed_dictionaries({}, optional={p.name: values_of(p) for p in LESSON.parameters})


def settings_() -> st.SearchStrategy[Values]:
    """Settled settings of the convolution lesson."""
    return wishes().map(lambda values: LESSON.settle(values)[0])
