"""From a layer of torch.nn and a tensor to the run that is shown."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import nn

from convscope.errors import ShowError
from convscope.reading.choice import MOST_CHANNELS, Ask, below, choose
from convscope.reading.linear import linear
from convscope.reading.runs import Array, Note, Run
from convscope.reading.tensors import array_of, parameter_of
from visualizer import engine
from visualizer.engine.errors import shown
from visualizer.notation import number, shape
from visualizer.words.activations import WRITTEN

Reader = Callable[[Any, torch.Tensor, Ask], Run]


def run(layer: nn.Module, x: torch.Tensor, ask: Ask) -> Run:
    """Compute what is asked for of ``layer`` on ``x``; ShowError or EngineError if that is not."""
    for kind, reader in READERS.items():
        if isinstance(layer, kind):
            return reader(layer, x, ask)
    raise unsupported(layer)


def is_known(layer: object) -> bool:
    """Tell whether a layer is of a kind that can be shown."""
    return isinstance(layer, (*READERS, nn.Softmax))


def unsupported(layer: object) -> ShowError:
    """Return the error for what is no layer that can be shown."""
    if inspect.isclass(layer) and issubclass(layer, nn.Module):
        return ShowError("a_class", name=layer.__name__)
    if not isinstance(layer, nn.Module):
        return ShowError("no_layer", value=shown(layer))
    name = type(layer).__name__
    if isinstance(layer, nn.Sequential | nn.ModuleList) and len(layer):
        parts = (f"[{i}] {type(part).__name__}" for i, part in enumerate(layer))
        return ShowError("several", name=name, names=", ".join(parts))
    names = [kind.__name__ for kind in READERS] + [nn.Softmax.__name__]
    return ShowError("unsupported", name=name, names=", ".join(names))


def _image(layer: nn.Module, x: torch.Tensor, ask: Ask, channels: int | None) -> tuple[Array, Any]:
    """Return the image (C, H, W) asked for, and what picks its result from the layer's."""
    name = type(layer).__name__
    fits = x.ndim in (3, 4) and channels in (None, x.shape[-3])
    if not fits:
        key = "axes_image" if channels is None else "axes_channels"
        raise ShowError(
            "wrong_shape", name=name, axes=key, channels=channels, shape=f"({shape(x.shape)})"
        )
    if x.ndim == 3:
        below("index", ask.index, 1)
        return array_of(x, "x"), ...
    at = below("index", ask.index, len(x))
    return array_of(x[at], "x"), at


def batch_note(x: torch.Tensor, at: Any) -> tuple[Note, ...]:
    """Return what is to be said where ``at`` is one of a batch of several."""
    if at is ... or len(x) == 1:
        return ()
    return (("batch", {"count": len(x), "number": at + 1, "index": at}),)


def _picked(at: Any, filters: tuple[int, ...]) -> Callable[[Array], Array]:
    return lambda answer: np.asarray(answer[at][list(filters)])


def _convolution(layer: nn.Conv2d | nn.ConvTranspose2d, x: torch.Tensor, ask: Ask) -> Run:
    weight, bias = parameter_of(layer, "weight"), parameter_of(layer, "bias")
    assert weight is not None
    pixels, at = _image(layer, x, ask, layer.in_channels)
    output = below("output", ask.output, layer.out_channels)
    chosen = choose(layer.in_channels, layer.out_channels, layer.groups, output)
    filters, channels = list(chosen.filters), list(chosen.channels)
    shifts = None if bias is None else bias[filters]
    # Of torch's annotations, tuples of any length, the engine checks what matters.
    moves: dict[str, Any] = {
        name: getattr(layer, name) for name in ("stride", "padding", "dilation")
    }
    if isinstance(layer, nn.ConvTranspose2d):
        # Its weight is (C_in, C_out/groups, kH, kW): a filter is known by its place in its group.
        each = layer.out_channels // layer.groups
        places = sorted({f % each for f in filters})
        moves["output_padding"] = layer.output_padding
        trace = engine.trace_conv_transpose2d(
            pixels[channels], weight[channels][:, places], shifts, groups=chosen.groups, **moves
        )
    else:
        trace = engine.trace_conv2d(
            pixels[channels], weight[filters], shifts, groups=chosen.groups,
            padding_mode=layer.padding_mode, **moves,
        )  # fmt: skip
    return Run(
        name=type(layer).__name__,
        trace=trace,
        answer=_picked(at, chosen.filters),
        filters=chosen.filters,
        channels=chosen.channels,
        input_shape=pixels.shape,
        output_shape=(layer.out_channels, *trace.output.shape[1:]),
        parts=batch_note(x, at),
    )


def _pooling(
    layer: nn.Module,
    x: torch.Tensor,
    ask: Ask,
    pool: Callable[[Array], engine.PoolTrace],
    notes: tuple[Note, ...] = (),
) -> Run:
    pixels, at = _image(layer, x, ask, None)
    first = below("output", ask.output, len(pixels))
    filters = tuple(range(len(pixels)))[first:][:MOST_CHANNELS]
    if len(pixels) <= MOST_CHANNELS:
        filters = tuple(range(len(pixels)))
    trace = pool(pixels[list(filters)])
    return Run(
        name=type(layer).__name__,
        trace=trace,
        answer=_picked(at, filters),
        filters=filters,
        channels=filters,
        input_shape=pixels.shape,
        output_shape=(len(pixels), *trace.output.shape[1:]),
        parts=batch_note(x, at),
        notes=notes,
    )


def _max(layer: nn.MaxPool2d, x: torch.Tensor, ask: Ask) -> Run:
    moves = (layer.kernel_size, layer.stride, layer.padding, layer.dilation)
    return _pooling(
        layer, x, ask,
        lambda pixels: engine.trace_max_pool2d(pixels, *moves, ceil_mode=layer.ceil_mode),
    )  # fmt: skip


def _average(layer: nn.AvgPool2d, x: torch.Tensor, ask: Ask) -> Run:
    if layer.divisor_override is not None:
        raise ShowError(
            "setting", name="AvgPool2d", setting=f"divisor_override={layer.divisor_override}",
            instead="divisor_override=None",
        )  # fmt: skip
    moves = (layer.kernel_size, layer.stride, layer.padding)
    counts = (layer.ceil_mode, layer.count_include_pad)
    return _pooling(
        layer, x, ask, lambda pixels: engine.trace_avg_pool2d(pixels, *moves, *counts)
    )  # fmt: skip


def _adaptive(layer: nn.AdaptiveAvgPool2d | nn.AdaptiveMaxPool2d, x: torch.Tensor, ask: Ask) -> Run:
    pixels, _ = _image(layer, x, ask, None)
    given = layer.output_size if isinstance(layer.output_size, tuple) else (layer.output_size,) * 2
    sizes = pixels.shape[1:]
    wanted = [own if own is not None else size for own, size in zip(given, sizes, strict=True)]
    if any(size % own if own else True for own, size in zip(wanted, sizes, strict=True)):
        written = f"output_size={tuple(wanted)}"
        raise ShowError(
            "setting", name=type(layer).__name__, setting=written, instead="output_size=1"
        )
    kernel = (sizes[0] // wanted[0], sizes[1] // wanted[1])
    average = isinstance(layer, nn.AdaptiveAvgPool2d)
    pool = engine.trace_avg_pool2d if average else engine.trace_max_pool2d
    note: Note = ("adaptive", {"kernel": shape(kernel)})
    return _pooling(layer, x, ask, lambda pixels: pool(pixels, kernel), (note,))


def _elementwise(kind: str, layer: nn.Module, x: torch.Tensor, ask: Ask) -> Run:
    name = type(layer).__name__
    if not 1 <= x.ndim <= 4:
        raise ShowError("wrong_shape", name=name, axes="axes_any", shape=f"({shape(x.shape)})")
    if kind == "gelu" and getattr(layer, "approximate", "none") != "none":
        raise ShowError(
            "setting", name=name, setting='approximate="tanh"', instead='approximate="none"'
        )
    at: Any = below("index", ask.index, len(x)) if x.ndim == 4 else ...
    array = array_of(x[at], "x")
    pixels = array.reshape((1,) * (3 - array.ndim) + array.shape)
    first = below("output", ask.output, len(pixels))
    filters = tuple(range(len(pixels)))
    if len(pixels) > MOST_CHANNELS:
        filters = filters[first:][:MOST_CHANNELS]
    activation = engine.ELEMENTWISE[kind]
    written, options = WRITTEN.get(kind, name + "({})"), {}
    if activation.has_slope:
        slope = float(getattr(layer, "negative_slope", engine.NEGATIVE_SLOPE))
        options = {"negative_slope": slope}
        written = written.replace("{}", f"{{}}, {number(slope, 4)}")
    trace = engine.trace_conv2d(
        pixels[list(filters)],
        np.ones((len(filters), 1, 1, 1)),
        groups=len(filters),
        activation=lambda values: activation.function(values, **options),
    )
    return Run(
        name=name,
        trace=trace,
        answer=lambda answer: answer[at].reshape(pixels.shape)[list(filters)],
        filters=filters,
        channels=filters,
        input_shape=pixels.shape,
        output_shape=pixels.shape,
        written=written,
        parts=batch_note(x, at),
        notes=(("elementwise", {"name": name}),),
    )


def _linear(layer: nn.Linear, x: torch.Tensor, ask: Ask) -> Run:
    weight, bias = parameter_of(layer, "weight"), parameter_of(layer, "bias")
    assert weight is not None
    outputs, features = weight.shape
    array = array_of(x, "x")
    at: Any = ...
    is_map = array.ndim == 3 and array.shape[-1] != features and array.size == features
    if array.ndim == 2 and array.shape[1] == features:
        at = below("index", ask.index, len(array))
        array = array[at]
    elif not is_map and array.shape != (features,):
        raise ShowError(
            "wrong_shape", name="Linear", axes="axes_features", features=features,
            shape=f"({shape(array.shape)})",
        )  # fmt: skip
    found = linear(array, weight, bias, below("output", ask.output, outputs))
    picked = list(found.filters)
    return replace(
        found,
        answer=lambda answer: answer[at].reshape(-1)[picked].reshape(-1, 1, 1),
        flattens=is_map,
        parts=(*batch_note(x, at), *found.parts),
    )


READERS: dict[type[nn.Module], Reader] = {
    nn.Conv2d: _convolution,
    nn.ConvTranspose2d: _convolution,
    nn.MaxPool2d: _max,
    nn.AvgPool2d: _average,
    nn.AdaptiveAvgPool2d: _adaptive,
    nn.AdaptiveMaxPool2d: _adaptive,
    nn.Linear: _linear,
    nn.ReLU: partial(_elementwise, "relu"),
    nn.LeakyReLU: partial(_elementwise, "leaky_relu"),
    nn.Sigmoid: partial(_elementwise, "sigmoid"),
    nn.Tanh: partial(_elementwise, "tanh"),
    nn.GELU: partial(_elementwise, "gelu"),
}
