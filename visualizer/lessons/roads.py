"""From a layer to the lesson where its window moves: the address, and what had to be smaller.

A layer of a drawn network has shapes alone; one of a real network brings its numbers along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from visualizer.engine.network.layers import Activation, AvgPool, Conv, GlobalAvgPool, MaxPool
from visualizer.engine.network.walk import Step, Walk
from visualizer.lessons import convolution, pooling
from visualizer.lessons.convolution.example import with_weights
from visualizer.lessons.convolution.settings import ACTIVATIONS
from visualizer.settings.inputs import with_typed
from visualizer.settings.lesson import Lesson
from visualizer.settings.origin import OWN_PICTURES, Origin, mark_of
from visualizer.settings.parameters import IntParameter, Value
from visualizer.settings.rules import S

LARGEST_SIZE = 32
LARGEST_POOL_SIZE = 16
MOST_CHANNELS = 3
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

    A picture of the reader's own is in no address: the page is as they left it.
    """
    if origin.photo in OWN_PICTURES:
        return Visit("alexnet", {})
    places = {"channel": origin.filter, "row": origin.row, "col": origin.col}
    unit = {f"alex_{name}": str(place - 1) for name, place in places.items()}
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
    groups = min(layer.groups, MOST_CHANNELS)
    channels = groups * min(step.input[0] // layer.groups, MOST_CHANNELS // groups)
    filters = groups * min(layer.out_channels // layer.groups, MOST_FILTERS // groups)
    asked = {
        "size": step.input[1],
        "channels": step.input[0],
        "filters": layer.out_channels,
        "kernel": layer.kernel_size,
        "stride": layer.stride,
        "padding": layer.padding,
        "dilation": layer.dilation,
        "groups": layer.groups,
    }
    wanted: dict[str, Value] = {
        **_capped(convolution.LESSON, asked),
        "size": _alike(step, 1, LARGEST_SIZE),
        "channels": channels,
        "filters": filters,
        "groups": groups,
        "bias": layer.bias,
    }
    if step.input[1] != step.input[2]:
        asked["width"] = step.input[2]
        wanted |= {"rect": True, "width": _alike(step, 2, LARGEST_SIZE)}
        wanted |= {
            f"{side}_w": wanted[side] for side in ("kernel", "stride", "padding", "dilation")
        }
    if isinstance(following, Activation) and following.kind in ACTIVATIONS:
        wanted["activation"] = following.kind
    return _settled("convolution", convolution.LESSON, asked, wanted)


def _pool(step: Step, layer: MaxPool | AvgPool) -> Visit:
    asked = {
        "size": step.input[1],
        "kernel": layer.kernel_size,
        "padding": layer.padding,
    }
    wanted: dict[str, Value] = {
        **_capped(pooling.LESSON, asked),
        "kind": "max" if isinstance(layer, MaxPool) else "avg",
        "input": "random",
        "size": _alike(step, 1, LARGEST_POOL_SIZE),
        "ceil": layer.ceil_mode,
    }
    if step.input[1] != step.input[2]:
        asked["width"] = step.input[2]
        wanted |= {"rect": True, "width": _alike(step, 2, LARGEST_POOL_SIZE)}
        wanted |= {f"{side}_w": wanted[side] for side in ("kernel", "padding")}
    if layer.step != layer.kernel_size:
        wanted["stride"] = wanted["stride_w"] = str(layer.step)
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
