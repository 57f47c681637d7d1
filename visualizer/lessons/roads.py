"""From a layer to the lesson where its window moves: the address, and what had to be smaller.

A layer of a drawn network has shapes alone; one of a real network brings its numbers along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    Conv,
    ConvTranspose,
    GlobalAvgPool,
    MaxPool,
    both,
)
from visualizer.engine.network.shapes import output_shape
from visualizer.engine.network.walk import Step, Walk
from visualizer.lessons import convolution, pooling
from visualizer.lessons.convolution.example import with_weights
from visualizer.lessons.convolution.settings import ACTIVATIONS
from visualizer.lessons.pooling.settings import AS_KERNEL
from visualizer.settings.inputs import with_typed
from visualizer.settings.lesson import Lesson
from visualizer.settings.origin import TORCHVISION, TRAINED, Origin, mark_of
from visualizer.settings.parameters import IntParameter, Value
from visualizer.settings.rules import S

LARGEST_SIZE = 32
LARGEST_POOL_SIZE = 16
MOST_CHANNELS = 3
MOST_ADDED = 7  # cells of output padding: what the lesson has
MOST_FILTERS = 4  # maps that stand side by side and can still be read


@dataclass(frozen=True)
class Visit:
    """A lesson set to one layer.

    ``page``: its name; ``query``: its address; ``capped``: (parameter, what the layer has, what the
    lesson shows) for everything that had to be smaller, to be said on the page.
    """

    page: str
    query: dict[str, str]
    capped: tuple[tuple[str, int, int], ...] = ()


def visit(walk: Walk, index: int) -> Visit | None:
    """Return the lesson for the layer ``index`` of a walk; None if no lesson slides its window.

    The input becomes smaller, but so that the last window ends as far from the edge as in the
    network: a stride that fits there fits here. IndexError: no such step.
    """
    step = walk.steps[index]
    following = walk.layers[index + 1] if index + 1 < len(walk.layers) else None
    match step.layer:
        case Conv():
            return _conv(step, step.layer, following)
        case ConvTranspose():
            return _transposed(step, step.layer, following)
        case MaxPool() | AvgPool():
            return _pool(step, step.layer)
        case GlobalAvgPool():
            size = min(LARGEST_POOL_SIZE, *step.input[1:])
            wanted: dict[str, Value] = {"kind": "global", "input": "random", "size": size}
            return _settled("pooling", pooling.LESSON, {"size": step.input[1]}, wanted)
        case _:
            return None


def visit_convolution(
    settings: Mapping[str, Value],
    image: np.ndarray,
    kernel: np.ndarray,
    origin: Origin | None = None,
) -> Visit:
    """Return the convolution lesson with one real channel and one real kernel.

    image: (1, S, S), S at most 32; kernel: (k, k); settings: the lesson's own, by field; origin:
    which unit's channel it is, for the lesson to say and to lead back to.
    """
    lesson = convolution.LESSON
    # Maps, cut-outs and kernels of AlexNet are square: the widths follow the heights.
    wanted = lesson.rules.follow(lesson.defaults().changed(**settings))
    wanted = with_weights(with_typed(wanted, image), kernel[np.newaxis])
    settled, _ = lesson.settle(wanted)
    if origin is not None:
        mark = mark_of(settled, lesson.rules.hidden(settled))
        settled = replace(settled, from_=replace(origin, mark=mark).written)
    return Visit("convolution", lesson.format(settled))


def way_back(origin: Origin) -> Visit:
    """Return the AlexNet page at the unit that an example comes from.

    Pictures and weights of the reader's own are in no address: the page is as they left it.
    """
    if origin.is_own:
        return Visit("alexnet", {})
    places = {"channel": origin.filter, "row": origin.row, "col": origin.col}
    unit = {f"alex_{name}": str(place - 1) for name, place in places.items()}
    if (origin.network, origin.weights) != (TORCHVISION, TRAINED):
        unit |= {"alex_network": origin.network, "alex_weights": origin.weights}
    return Visit("alexnet", {"alex_photo": origin.photo, "alex_layer": origin.layer, **unit})


def visit_pooling(
    settings: Mapping[str, Value], image: np.ndarray, origin: Origin | None = None
) -> Visit:
    """Return the pooling lesson with one real channel, (1, H, W); settings by field.

    origin: which unit's channel it is, for the lesson to say and to lead back to.
    """
    lesson = pooling.LESSON
    wanted = with_typed(lesson.defaults().changed(**settings), image)
    settled, _ = lesson.settle(wanted)
    if origin is not None:
        mark = mark_of(settled, lesson.rules.hidden(settled))
        settled = replace(settled, from_=replace(origin, mark=mark).written)
    return Visit("pooling", lesson.format(settled))


def _conv(step: Step, layer: Conv, following: object) -> Visit:
    sizes = _alike(step, 1, LARGEST_SIZE), _alike(step, 2, LARGEST_SIZE)
    asked, wanted = _convolution(step, layer, following, sizes)
    return _settled("convolution", convolution.LESSON, asked, wanted)


def _transposed(step: Step, layer: ConvTranspose, following: object) -> Visit | None:
    """Return the lesson with a smaller input, None where it would have to change the window."""
    if isinstance(layer.output_padding, tuple):
        return None
    sizes = [
        max((n for n in range(3, size + 1) if _grown(layer, n, axis) <= LARGEST_SIZE), default=3)
        for axis, size in enumerate(min(size, LARGEST_SIZE) for size in step.input[1:])
    ]
    asked, wanted = _convolution(step, layer, following, (sizes[0], sizes[1]))
    asked["output_padding"] = layer.output_padding
    wanted |= {"transposed": True, "output_padding": min(layer.output_padding, MOST_ADDED)}
    found = _settled("convolution", convolution.LESSON, asked, wanted)
    names = {f"conv_{name}" for name in ("size", "width", "channels", "filters", "groups")}
    return found if names >= {name for name, _, _ in found.capped} else None


def _grown(layer: ConvTranspose, size: int, axis: int) -> int:
    """Return how many cells a transposed convolution makes of ``size``; none where it cannot."""
    try:
        shape = output_shape(replace(layer, groups=1), (1, size, size))
    except EngineError:
        return 0
    return shape[axis + 1]


def _convolution(
    step: Step, layer: Conv | ConvTranspose, following: object, sizes: tuple[int, int]
) -> tuple[dict[str, int], dict[str, Value]]:
    """Return what a layer has, and what the lesson shows of it on an input of these sizes."""
    groups = min(layer.groups, MOST_CHANNELS)
    channels = groups * min(step.input[0] // layer.groups, MOST_CHANNELS // groups)
    filters = groups * min(layer.out_channels // layer.groups, MOST_FILTERS // groups)
    down, across = (
        {
            "size": step.input[axis + 1],
            "kernel": both(layer.kernel_size)[axis],
            "stride": both(layer.stride)[axis],
            "padding": both(layer.padding)[axis],
            "dilation": both(layer.dilation)[axis],
        }
        for axis in (0, 1)
    )
    asked = {
        **down,
        "channels": step.input[0],
        "filters": layer.out_channels,
        "groups": layer.groups,
    }
    if down != across:
        asked |= {_across(name): value for name, value in across.items()}
    wanted: dict[str, Value] = {
        **_capped(convolution.LESSON, asked),
        "rect": down != across,
        "size": sizes[0],
        "channels": channels,
        "filters": filters,
        "groups": groups,
        "bias": layer.bias,
    }
    if down != across:
        wanted["width"] = sizes[1]
    if isinstance(following, Activation) and following.kind in ACTIVATIONS:
        wanted["activation"] = following.kind
    return asked, wanted


def _across(name: str) -> str:
    return "width" if name == "size" else f"{name}_w"


def _pool(step: Step, layer: MaxPool | AvgPool) -> Visit:
    down, across = (
        {
            "size": step.input[axis + 1],
            "kernel": both(layer.kernel_size)[axis],
            "padding": both(layer.padding)[axis],
        }
        for axis in (0, 1)
    )
    strides = both(layer.step)
    # Where the stride is the window's, the lesson's follows it.
    own = (AS_KERNEL, AS_KERNEL) if layer.step == layer.kernel_size else tuple(map(str, strides))
    rect = down != across or own[0] != own[1]
    asked = {**down, **({_across(name): n for name, n in across.items()} if rect else {})}
    wanted: dict[str, Value] = {
        **_capped(pooling.LESSON, asked),
        "kind": "max" if isinstance(layer, MaxPool) else "avg",
        "input": "random",
        "rect": rect,
        "size": _alike(step, 1, LARGEST_POOL_SIZE),
        "stride": own[0],
        "stride_w": own[1],
        "ceil": layer.ceil_mode,
    }
    if rect:
        wanted["width"] = _alike(step, 2, LARGEST_POOL_SIZE)
    return _settled("pooling", pooling.LESSON, asked, wanted)


def _capped(lesson: Lesson[S], asked: Mapping[str, int]) -> dict[str, Value]:
    """Return what is asked for, each number brought within its parameter's bounds."""
    largest = {p.field: p.high for p in lesson.parameters if isinstance(p, IntParameter)}
    return {name: min(value, largest[name]) for name, value in asked.items()}


def _settled(
    page: str, lesson: Lesson[S], asked: Mapping[str, int], wanted: Mapping[str, Value]
) -> Visit:
    """Let the lesson itself have the last word on what is possible."""
    settings, _ = lesson.settle(lesson.defaults().changed(**wanted))
    both = [(name, was, getattr(settings, name)) for name, was in asked.items()]
    capped = tuple(
        (lesson[name].name, was, int(now))
        for name, was, now in both
        if now != was and str(now).isdigit()
    )
    return Visit(page, lesson.format(settings), capped)


def _alike(step: Step, axis: int, largest: int) -> int:
    """Return the largest size up to ``largest`` that leaves as much over as the layer's own."""
    formula = step.formulas.rows if axis == 1 else step.formulas.cols
    assert formula is not None
    size = step.input[axis]
    if size <= largest:
        return size
    smaller = largest - (largest - size) % formula.stride
    return smaller if size - smaller <= formula.room and smaller >= 3 else largest
