"""The words of an address read as layers; `address` says what they mean, and writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from visualizer.engine.arguments import Size
from visualizer.engine.network.layers import (
    ACTIVATIONS,
    INPUT,
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
)


@dataclass(frozen=True)
class Limit:
    """The range of a whole number, both ends included."""

    low: int
    high: int


MOST_SOURCES = 8  # layers that one concatenation names; GoogLeNet's name three

# The numbers that controls offer and addresses may hold. They are large enough for the networks
# that students meet: VGG's 4096 units, the 21 thousand classes of ImageNet-21k, a patch of 32.
LIMITS: dict[str, Limit] = {
    "channels": Limit(1, 4096),
    "size": Limit(1, 1024),
    "out_channels": Limit(1, 4096),
    "kernel_size": Limit(1, 64),
    "stride": Limit(1, 32),
    "padding": Limit(0, 64),
    "output_padding": Limit(0, 31),
    "dilation": Limit(1, 32),
    "groups": Limit(1, 4096),
    "output_size": Limit(1, 64),
    "lrn_size": Limit(1, 15),
    "percent": Limit(0, 95),
    "out_features": Limit(1, 65536),
    "around": Limit(-64, 64),
    "source": Limit(0, 999),
}

ACTIVATION_WORDS = {kind: kind.replace("_relu", "").replace("_", "") for kind in ACTIVATIONS}
_WORD_ACTIVATIONS = {word: kind for kind, word in ACTIVATION_WORDS.items()}
_PLAIN: dict[str, Layer] = {"gap": GlobalAvgPool(), "flat": Flatten(), "bn": BatchNorm()}
_DIGITS = "[0-9]{1,5}"
_N = rf"({_DIGITS})"
_SIZE = rf"({_DIGITS}(?:x{_DIGITS})?)"


def _part(letter: str, number: str = _SIZE) -> str:
    return rf"(?:{letter}{number})?"


_INPUT = re.compile(rf"{_N}x{_N}(?:x{_N})?")
_CONV = re.compile(
    rf"([ct]){_N}k{_SIZE}{_part('s')}{_part('p')}{_part('o')}{_part('d')}{_part('g', _N)}(x?)"
)
_POOL = re.compile(rf"(max|avg){_SIZE}{_part('s')}{_part('p')}(u?)")
_LINEAR = re.compile(rf"fc{_N}(x?)")
_COUNTED = re.compile(rf"(lrn|drop){_N}")
_ADAPTIVE = re.compile(rf"(to|tomax){_SIZE}")
_PAD = re.compile(r"pad(m?[0-9]{1,2}(?:\.m?[0-9]{1,2}){3}|m?[0-9]{1,2})")
_BRANCH = re.compile(r"(from|add|cat)([0-9]{1,3}(?:\.[0-9]{1,3})*)")


class BadWord(ValueError):
    """A part of the text is no layer, or a number is out of its range."""


def read_input(written: str) -> tuple[int, int, int]:
    """Return the input's shape (C, H, W). Raises BadWord."""
    found = _INPUT.fullmatch(written)
    if not found:
        raise BadWord(written)
    channels, height, width = found.groups()
    return (
        _number("channels", channels),
        _number("size", height),
        _number("size", width or height),
    )


def read_layer(written: str, index: int) -> Layer:
    """Return the layer that a word means as layer ``index`` of a stack.

    Raises BadWord, also where a branch names a layer that does not stand before it.
    """
    if written in _WORD_ACTIVATIONS:
        return Activation(_WORD_ACTIVATIONS[written])
    if written in _PLAIN:
        return _PLAIN[written]
    if found := _CONV.fullmatch(written):
        return _conv(*found.groups())
    if found := _POOL.fullmatch(written):
        return _pool(*found.groups())
    if found := _BRANCH.fullmatch(written):
        return _branch(found[1], found[2].split("."), index)
    if found := _LINEAR.fullmatch(written):
        return Linear(_number("out_features", found[1]), not found[2])
    if found := _ADAPTIVE.fullmatch(written):
        make = AdaptiveAvgPool if found[1] == "to" else AdaptiveMaxPool
        return make(_size("output_size", found[2]))
    if found := _COUNTED.fullmatch(written):
        if found[1] == "lrn":
            return LocalResponseNorm(_number("lrn_size", found[2]))
        return Dropout(_number("percent", found[2]) / 100)
    if found := _PAD.fullmatch(written):
        return _pad(found[1].split("."))
    raise BadWord(written)


def _number(name: str, digits: str) -> int:
    value, limit = int(digits), LIMITS[name]
    if not limit.low <= value <= limit.high:
        raise BadWord(digits)
    return value


def _size(name: str, digits: str) -> Size:
    height, _, width = digits.partition("x")
    down = _number(name, height)
    return (down, _number(name, width)) if width else down


def _pool(name: str, kernel: str, stride: str | None, padding: str | None, up: str) -> Layer:
    make = MaxPool if name == "max" else AvgPool
    layer = make(_size("kernel_size", kernel), None, _size("padding", padding or "0"), bool(up))
    if stride is None:
        return layer
    step = make(layer.kernel_size, _size("stride", stride), layer.padding, bool(up))
    # A stride as large as the window is the usual one, even if the address gives it.
    return layer if step.stride == layer.kernel_size else step


def _conv(
    name: str,
    filters: str,
    kernel: str,
    stride: str | None,
    padding: str | None,
    extra: str | None,
    dilation: str | None,
    groups: str | None,
    no_bias: str,
) -> Layer:
    count, window = _number("out_channels", filters), _size("kernel_size", kernel)
    step, around = _size("stride", stride or "1"), _size("padding", padding or "0")
    spread, parts = _size("dilation", dilation or "1"), _number("groups", groups or "1")
    if name == "c":
        if extra is not None:
            raise BadWord(extra)
        return Conv(count, window, step, around, spread, parts, not no_bias)
    added = _size("output_padding", extra or "0")
    return ConvTranspose(count, window, step, around, added, spread, parts, not no_bias)


def _pad(digits: list[str]) -> Layer:
    sides = [_number("around", part.replace("m", "-")) for part in digits]
    left, right, top, bottom = sides if len(sides) == 4 else sides * 4
    return ZeroPad(left, right, top, bottom)


def _branch(name: str, digits: list[str], index: int) -> Layer:
    found = tuple(_number("source", part) + INPUT for part in digits)
    if max(found) >= index or len(found) > (MOST_SOURCES if name == "cat" else 1):
        raise BadWord(name)
    match name:
        case "from":
            return From(found[0])
        case "add":
            return Add(found[0])
        case _:
            return Concat(found)
