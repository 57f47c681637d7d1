"""How layers and large counts are written: on the drawing, in lists and in sentences."""

from __future__ import annotations

from visualizer.engine.arguments import Size
from visualizer.engine.network.layers import (
    INPUT,
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    From,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
    both,
    kind,
)
from visualizer.notation import MINUS, TIMES
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


def window(size: Size) -> str:
    """Write a window's rows and columns.

    >>> window(11), window((1, 7))
    ('11×11', '1×7')
    """
    height, width = both(size)
    return f"{height}{TIMES}{width}"


def sized(size: Size) -> str:
    """Write a number that holds for both directions once, a pair as ``1×2``."""
    return window(size) if isinstance(size, tuple) else str(size)


def number_of(source: int) -> int:
    """Return the number of a layer as lists count them, from 1; 0 is the network's input."""
    return source + 1


def layer_title(layer: Layer, lang: str) -> str:
    """Return a layer's full name with its numbers: ``Convolution 96 · 11×11, stride 4``."""
    name = text(f"arch.kind.{kind(layer)}", lang)
    match layer:
        case Conv() | ConvTranspose():
            parts = [f"{layer.out_channels} · {window(layer.kernel_size)}", *_extras(layer, lang)]
            return f"{name} " + ", ".join(parts)
        case MaxPool() | AvgPool():
            return f"{name} " + ", ".join([window(layer.kernel_size), *_extras(layer, lang)])
        case AdaptiveAvgPool(size) | AdaptiveMaxPool(size):
            return f"{name} → {window(size)}"
        case ZeroPad():
            return f"{name} {around(layer, lang)}"
        case From(source):
            return text("arch.from_input" if source < 0 else "arch.from_layer", lang,
                        number=number_of(source))  # fmt: skip
        case Add(source):
            return f"{name}: {sources_words((source,), lang)}"
        case Concat(sources):
            return f"{name}: {sources_words(sources, lang)}"
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
            return "<br>".join([window(layer.kernel_size), *_extras(layer, lang, padding=False)])
        case MaxPool() | AvgPool() | ConvTranspose():
            first = f"{text(f'arch.short.{kind(layer)}', lang)} {window(layer.kernel_size)}"
            return "<br>".join([first, *_extras(layer, lang, padding=False)])
        case Activation(function):
            return _function(function, lang)
        case AdaptiveAvgPool(size) | AdaptiveMaxPool(size):
            return text(f"arch.short.{kind(layer)}", lang, size=window(size))
        case Dropout(p):
            return text("arch.short.dropout", lang, p=f"{p:g}")
        case _:
            return text(f"arch.short.{kind(layer)}", lang)


def _function(name: str, lang: str) -> str:
    return text(f"arch.activation.{name}", lang)


def around(layer: ZeroPad, lang: str) -> str:
    """Say how many cells lie on which side; a negative number cuts cells away."""
    sides = {"left": layer.left, "right": layer.right, "top": layer.top, "bottom": layer.bottom}
    if len(set(sides.values())) == 1:
        return _signed(layer.left)
    named = (f"{text(f'arch.side.{side}', lang)} {_signed(n)}" for side, n in sides.items() if n)
    return ", ".join(named)


def _signed(number: int) -> str:
    return f"{MINUS}{-number}" if number < 0 else str(number)


def sources_words(sources: tuple[int, ...], lang: str) -> str:
    """Name the layers that a branch reads besides the one before it, counted from 1."""
    numbers = [
        text("arch.input", lang) if source < 0 else f"{number_of(source)}" for source in sources
    ]
    if sources == (INPUT,):
        return text("arch.with_input", lang)
    key = "arch.with_layer" if len(numbers) == 1 else "arch.with_layers"
    return text(key, lang, layers=", ".join(numbers))


def _extras(
    layer: Conv | ConvTranspose | MaxPool | AvgPool, lang: str, padding: bool = True
) -> list[str]:
    """Return stride, padding, dilation and groups in words, leaving out the usual values."""
    stride = layer.step if isinstance(layer, MaxPool | AvgPool) else layer.stride
    usual = layer.kernel_size if isinstance(layer, MaxPool | AvgPool) else 1
    parts = []
    if stride != usual:
        parts.append(text("arch.stride_short", lang, stride=sized(stride)))
    if layer.padding and padding:
        parts.append(text("arch.padding_short", lang, padding=sized(layer.padding)))
    if isinstance(layer, ConvTranspose) and layer.output_padding and padding:
        parts.append(text("arch.output_padding_short", lang, padding=sized(layer.output_padding)))
    if not isinstance(layer, MaxPool | AvgPool) and layer.dilation != 1:
        parts.append(text("arch.dilation_short", lang, dilation=sized(layer.dilation)))
    if not isinstance(layer, MaxPool | AvgPool) and layer.groups != 1:
        parts.append(text("arch.groups_short", lang, groups=layer.groups))
    return parts
