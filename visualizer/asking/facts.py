"""A layer in words, for the facts that stand beside a question."""

from __future__ import annotations

from visualizer.asking.question import Said, say
from visualizer.engine.arguments import Size
from visualizer.engine.network.layers import (
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Linear,
    MaxPool,
    both,
    kind,
)
from visualizer.engine.network.walk import Step
from visualizer.notation import TIMES, shape


def layer_facts(step: Step) -> tuple[Said, ...]:
    """Name a layer's input, its kind and its numbers, as far as they are not the usual ones."""
    layer = step.layer
    found = [_fact("input", shape(step.input)), Said(f"ask.kind_{kind(layer)}")]
    match layer:
        case Conv():
            found += [
                _fact("filters", layer.out_channels),
                _fact("window", _window_of(layer.kernel_size)),
            ]
            found += [_fact("stride", _sized(layer.stride))]
            found += [_fact("padding", _sized(layer.padding))]
            if layer.dilation != 1:
                found.append(_fact("dilation", _sized(layer.dilation)))
            if layer.groups != 1:
                found.append(_fact("groups", layer.groups))
            if not layer.bias:
                found.append(Said("ask.layer_no_bias"))
        case MaxPool() | AvgPool():
            found += [_fact("window", _window_of(layer.kernel_size))]
            found += [_fact("stride", _sized(layer.step))]
            if layer.padding:
                found.append(_fact("padding", _sized(layer.padding)))
            if layer.ceil_mode:
                found.append(Said("ask.layer_ceil"))
        case AdaptiveAvgPool(size):
            found.append(_fact("output", _window_of(size)))
        case Linear():
            found.append(_fact("outputs", layer.out_features))
            if not layer.bias:
                found.append(Said("ask.layer_no_bias"))
    return tuple(found)


def _fact(name: str, value: object) -> Said:
    return say("ask.fact", name=Said(f"ask.layer_{name}"), value=value)


def _window_of(size: Size) -> str:
    height, width = both(size)
    return f"{height}{TIMES}{width}"


def _sized(size: Size) -> str:
    return _window_of(size) if isinstance(size, tuple) else str(size)
