"""How layers and large counts are written: on the drawing, in lists and in sentences."""

from __future__ import annotations

from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Dropout,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    kind,
)
from visualizer.notation import TIMES
from visualizer.words.text import text


def compact(count: int) -> str:
    """Write a large count with three digits and k, M or G.

    >>> compact(950), compact(34944), compact(37752832), compact(714188480)
    ('950', '34.9 k', '37.8 M', '714 M')
    """
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        # From 999 500 on, three digits give 1.00 M rather than 1000 k.
        if count >= 0.9995 * limit:
            return f"{count / limit:#.3g}".rstrip(".") + f" {unit}"
    return str(count)


def memory(size: int) -> str:
    """Write a number of bytes as kB, MB or GB, in powers of 1000.

    >>> memory(600), memory(1161600)
    ('600 B', '1.16 MB')
    """
    return compact(size).replace(" k", " kB").replace(" M", " MB").replace(" G", " GB") + (
        " B" if size < 1000 else ""
    )


def square(size: int) -> str:
    """Write a square window: ``11×11``."""
    return f"{size}{TIMES}{size}"


def layer_title(layer: Layer, lang: str) -> str:
    """Return a layer's full name with its numbers: ``Convolution 96 · 11×11, stride 4``."""
    name = text(f"arch.kind.{kind(layer)}", lang)
    match layer:
        case Conv():
            parts = [f"{layer.out_channels} · {square(layer.kernel_size)}", *_extras(layer, lang)]
            return f"{name} " + ", ".join(parts)
        case MaxPool() | AvgPool():
            return f"{name} " + ", ".join([square(layer.kernel_size), *_extras(layer, lang)])
        case AdaptiveAvgPool(size):
            return f"{name} → {square(size)}"
        case Activation(function):
            return _function(function, lang)
        case Dropout(p):
            return f"{name} {p:g}"
        case LocalResponseNorm(size):
            return f"{name} {size}"
        case Linear(outputs):
            return f"{name} {outputs}"
        case _:
            return name


def layer_short(layer: Layer, lang: str) -> str:
    """Return what the drawing says below a box; ``<br>`` begins a new line."""
    match layer:
        case Conv():
            # There is little room: padding is only in the hover text.
            return "<br>".join([square(layer.kernel_size), *_extras(layer, lang, padding=False)])
        case MaxPool() | AvgPool():
            window = f"{text(f'arch.short.{kind(layer)}', lang)} {square(layer.kernel_size)}"
            return "<br>".join([window, *_extras(layer, lang, padding=False)])
        case Activation(function):
            return _function(function, lang)
        case AdaptiveAvgPool(size):
            return text("arch.short.adaptive_avg_pool", lang, size=size)
        case Dropout(p):
            return text("arch.short.dropout", lang, p=f"{p:g}")
        case _:
            return text(f"arch.short.{kind(layer)}", lang)


def _function(name: str, lang: str) -> str:
    return text(f"arch.activation.{name}", lang)


def _extras(layer: Conv | MaxPool | AvgPool, lang: str, padding: bool = True) -> list[str]:
    """Return stride, padding, dilation and groups in words, leaving out the usual values."""
    stride = layer.stride if isinstance(layer, Conv) else layer.step
    usual = 1 if isinstance(layer, Conv) else layer.kernel_size
    parts = []
    if stride != usual:
        parts.append(text("arch.stride_short", lang, stride=stride))
    if layer.padding and padding:
        parts.append(text("arch.padding_short", lang, padding=layer.padding))
    if isinstance(layer, Conv) and layer.dilation != 1:
        parts.append(text("arch.dilation_short", lang, dilation=layer.dilation))
    if isinstance(layer, Conv) and layer.groups != 1:
        parts.append(text("arch.groups_short", lang, groups=layer.groups))
    return parts
