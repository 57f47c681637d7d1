"""From a layer to the lesson where its window moves: the address, and what had to be smaller."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.network.layers import Activation, AvgPool, Conv, GlobalAvgPool, MaxPool
from visualizer.engine.network.walk import Step, Walk
from visualizer.lessons.convolution.settings import ACTIVATIONS, LESSON, MOST_FILTERS
from visualizer.lessons.pooling.settings import LESSON as POOLING
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import IntParameter

LARGEST_SIZE = 32
LARGEST_POOL_SIZE = 16
MOST_CHANNELS = 3


@dataclass(frozen=True)
class Visit:
    """A lesson set to one layer.

    page: its address (``/convolution``); parameters: the query; capped: (parameter, what the layer
    has, what the lesson shows) for everything that had to be smaller, to be said on the page.
    """

    page: str
    parameters: dict[str, str]
    capped: tuple[tuple[str, int, int], ...]


def visit(walk: Walk, index: int) -> Visit | None:
    """Return the lesson for the layer ``index`` of a walk; None if no lesson slides its window.

    The input becomes smaller, but so that the last window ends as far from the edge as in the
    network: a stride that fits there fits here. IndexError: no such step.
    """
    step = walk.steps[index]
    following = walk.layers[index + 1] if index + 1 < len(walk.layers) else None
    match step.layer:
        case Conv():
            return _conv(step, following)
        case MaxPool() | AvgPool():
            return _pool(step)
        case GlobalAvgPool():
            size = min(LARGEST_POOL_SIZE, *step.input[1:])
            wanted = {"pool_kind": "global", "pool_input": "random", "pool_size": str(size)}
            return _settled("/pooling", POOLING, {"pool_size": step.input[1]}, wanted)
        case _:
            return None


def _conv(step: Step, following: object) -> Visit:
    layer = step.layer
    assert isinstance(layer, Conv)
    groups = min(layer.groups, MOST_CHANNELS)
    channels = groups * min(step.input[0] // layer.groups, MOST_CHANNELS // groups)
    filters = groups * min(layer.out_channels // layer.groups, MOST_FILTERS // groups)
    asked = {
        "conv_size": step.input[1],
        "conv_channels": step.input[0],
        "conv_filters": layer.out_channels,
        "conv_kernel": layer.kernel_size,
        "conv_stride": layer.stride,
        "conv_padding": layer.padding,
        "conv_dilation": layer.dilation,
        "conv_groups": layer.groups,
    }
    largest = {p.name: p.high for p in LESSON.parameters if isinstance(p, IntParameter)}
    wanted = {name: str(min(value, largest[name])) for name, value in asked.items()}
    wanted |= {
        "conv_size": str(_alike(step, 1, LARGEST_SIZE)),
        "conv_channels": str(channels),
        "conv_filters": str(filters),
        "conv_groups": str(groups),
        "conv_bias": "1" if layer.bias else "0",
    }
    if step.input[1] != step.input[2]:
        asked["conv_width"] = step.input[2]
        wanted |= {"conv_rect": "1", "conv_width": str(_alike(step, 2, LARGEST_SIZE))}
    if isinstance(following, Activation) and following.kind in ACTIVATIONS:
        wanted["conv_activation"] = following.kind
    return _settled("/convolution", LESSON, asked, wanted)


def _settled(page: str, lesson: Lesson, asked: dict[str, int], wanted: dict[str, str]) -> Visit:
    """Let the lesson itself have the last word on what is possible."""
    values, _ = lesson.parse(wanted)
    both = [(name, was, values[name]) for name, was in asked.items()]
    capped = tuple(
        (name, was, int(now)) for name, was, now in both if now != was and str(now).isdigit()
    )
    return Visit(page, lesson.format(values), capped)


def _pool(step: Step) -> Visit:
    layer = step.layer
    assert isinstance(layer, MaxPool | AvgPool)
    asked = {
        "pool_size": step.input[1],
        "pool_kernel": layer.kernel_size,
        "pool_padding": layer.padding,
    }
    largest = {p.name: p.high for p in POOLING.parameters if isinstance(p, IntParameter)}
    wanted = {name: str(min(value, largest[name])) for name, value in asked.items()}
    wanted |= {
        "pool_kind": "max" if isinstance(layer, MaxPool) else "avg",
        "pool_input": "random",
        "pool_size": str(_alike(step, 1, LARGEST_POOL_SIZE)),
        "pool_ceil": "1" if layer.ceil_mode else "0",
    }
    if layer.step != layer.kernel_size:
        wanted["pool_stride"] = str(layer.step)
    return _settled("/pooling", POOLING, asked, wanted)


def _alike(step: Step, axis: int, largest: int) -> int:
    """The largest size not above ``largest`` that leaves as much over as the layer's own does."""
    formula = step.formulas.rows if axis == 1 else step.formulas.cols
    assert formula is not None
    size = step.input[axis]
    if size <= largest:
        return size
    smaller = largest - (largest - size) % formula.stride
    return smaller if size - smaller <= formula.room and smaller >= 3 else largest
