"""Settings of every lesson that has something to take along, drawn from seeds."""

from __future__ import annotations

from typing import Any

from visualizer.lessons.architecture.address import NetworkParameter
from visualizer.lessons.architecture.presets import PRESETS
from visualizer.lessons.registry import PAGES
from visualizer.material.randomness import Stream
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    Value,
)
from visualizer.taking.taken import Taken, taken_of

OFFERED: dict[str, Taken[Any]] = {
    page.name: taken for page in PAGES if (taken := taken_of(page.name)) is not None
}
_STACKS = (*PRESETS, "1-3x16-c4k3-relu-max2-flat-fc5", "1-1x8-c4k9", "1-3x12-c4k3p1-gap-flat-fc3x")
_GRIDS = ("", "1_2_3~4_5_6~7_8_9", "0.5_-0.25~0_1", "7", "999_-999.123456")


def _value(parameter: Parameter, stream: Stream) -> Value:
    match parameter:
        case IntParameter():
            # Small sizes leave room for the others; a quarter of them is anything.
            most = parameter.high if stream.whole(0, 3) == 0 else min(parameter.high, 12)
            return stream.whole(parameter.low, max(parameter.low, most))
        case FloatParameter():
            unit = 10.0**parameter.decimals
            return stream.whole(round(parameter.low * unit), round(parameter.high * unit)) / unit
        case ChoiceParameter():
            return stream.pick(parameter.choices)
        case FlagParameter():
            return stream.whole(0, 1) == 1
        case NetworkParameter():
            return str(parameter.parse(stream.pick(_STACKS)))
    return stream.pick(_GRIDS) if parameter.field in ("data", "weights") else parameter.initial


def state(taken: Taken[Any], seed: int) -> Any:
    """Return settled settings of a lesson: some of them drawn, the others as they begin."""
    lesson = taken.lesson
    stream = Stream(seed, len(taken.name))
    drawn = {
        parameter.field: _value(parameter, stream)
        for parameter in lesson.parameters
        if stream.whole(0, 2)
    }
    settings = lesson.settle(lesson.defaults().changed(**drawn))[0]
    # A picture without its numbers stays on the machine that it is on.
    if getattr(settings, "input", "") == "upload" and not settings.data:
        settings = lesson.settle(settings.changed(input="random"))[0]
    if taken.refused is not None and taken.refused(settings):
        settings = settings.changed(photo=lesson.defaults().photo)
    return settings
