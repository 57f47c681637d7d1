"""A stack of layers as a short text for the address, and back.

    1-3x227-c96k11s4-relu-lrn5-max3s2-flat-fc4096-relu-drop50-fc1000

First the version, then the input as channels x height (x width where it differs), then one word a
layer: ``c`` convolution with its filters, ``max`` and ``avg`` pooling with their window, ``gap``
global and ``to`` adaptive mean, ``lrn`` normalisation, ``drop`` dropout in percent, ``flat``,
``fc`` fully connected, or an activation's name. Behind the first number, only where it is not the
usual one: ``k`` kernel, ``s`` stride, ``p`` padding, ``d`` dilation, ``g`` groups, ``x`` no bias,
``u`` sizes rounded up. A preset is written by its name alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from visualizer.engine.network.layers import (
    ACTIVATIONS,
    Activation,
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
)
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import DEFAULT, PRESETS, Network
from visualizer.settings.parameters import Parameter, ParameterError
from visualizer.settings.table import declared

VERSION = "1"
LONGEST = 1200


@dataclass(frozen=True)
class Limit:
    """A whole number's range, both ends included."""

    low: int
    high: int


# What a control offers and an address may ask for. The largest numbers are those of networks that
# students meet: VGG's 4096, ImageNet-21k's classes, a kernel of 15, pictures of 512.
LIMITS: dict[str, Limit] = {
    "channels": Limit(1, 64),
    "size": Limit(1, 512),
    "out_channels": Limit(1, 4096),
    "kernel_size": Limit(1, 15),
    "stride": Limit(1, 8),
    "padding": Limit(0, 15),
    "dilation": Limit(1, 8),
    "groups": Limit(1, 4096),
    "output_size": Limit(1, 32),
    "lrn_size": Limit(1, 15),
    "percent": Limit(0, 95),
    "out_features": Limit(1, 25000),
}

_ACTIVATION_WORDS = {kind: kind.replace("_relu", "") for kind in ACTIVATIONS}
_WORD_ACTIVATIONS = {word: kind for kind, word in _ACTIVATION_WORDS.items()}
_N = r"([0-9]{1,5})"


def _part(letter: str) -> str:
    return rf"(?:{letter}{_N})?"


_INPUT = re.compile(rf"{_N}x{_N}(?:x{_N})?")
_CONV = re.compile(rf"c{_N}k{_N}{_part('s')}{_part('p')}{_part('d')}{_part('g')}(x?)")
_POOL = re.compile(rf"(max|avg){_N}{_part('s')}{_part('p')}(u?)")
_LINEAR = re.compile(rf"fc{_N}(x?)")
_COUNTED = re.compile(rf"(to|lrn|drop){_N}")


class _Bad(ValueError):
    """A word that is no layer, or a number out of its range."""


def encode(network: Network) -> str:
    """Return a network's text: a preset's name, or version, input and layers joined by ``-``.

    ``decode`` reads it back for every network within LIMITS and MAX_LAYERS.
    """
    spelled = _spelled(network)
    # Texts are compared, because MaxPool(2) and MaxPool(2, 2) are one layer.
    return _PRESET_NAMES.get(spelled, spelled)


def _spelled(network: Network) -> str:
    channels, height, width = network.input_shape
    size = f"{channels}x{height}" + ("" if height == width else f"x{width}")
    return "-".join([VERSION, size, *(word(layer) for layer in network.layers)])


def word(layer: Layer) -> str:
    """Return one layer's word, ``c96k11s4``."""
    match layer:
        case Conv(filters, kernel, stride, padding, dilation, groups, bias):
            parts = (("s", stride, 1), ("p", padding, 0), ("d", dilation, 1), ("g", groups, 1))
            rest = "".join(f"{key}{value}" for key, value, usual in parts if value != usual)
            return f"c{filters}k{kernel}{rest}" + ("" if bias else "x")
        case MaxPool() | AvgPool():
            name = "max" if isinstance(layer, MaxPool) else "avg"
            apart = "" if layer.step == layer.kernel_size else f"s{layer.step}"
            around = f"p{layer.padding}" if layer.padding else ""
            return f"{name}{layer.kernel_size}{apart}{around}" + "u" * layer.ceil_mode
        case GlobalAvgPool():
            return "gap"
        case AdaptiveAvgPool(size):
            return f"to{size}"
        case Activation(kind):
            return _ACTIVATION_WORDS[kind]
        case Dropout(p):
            return f"drop{round(p * 100)}"
        case LocalResponseNorm(size):
            return f"lrn{size}"
        case Flatten():
            return "flat"
        case Linear(outputs, bias):
            return f"fc{outputs}" + ("" if bias else "x")


_PRESET_NAMES = {_spelled(preset): name for name, preset in PRESETS.items()}


def decode(written: str) -> Network:
    """Return the network a text stands for: a preset's name, or what ``encode`` writes.

    Raises ParameterError: "bad_network" for what cannot be read, "network_too_long" for more than
    MAX_LAYERS layers. Layers that do not fit on one another are no error: the walk shows them.
    """
    if written in PRESETS:
        return PRESETS[written]
    if len(written) > LONGEST:
        raise ParameterError("network_too_long")
    version, *words = written.split("-")
    if version != VERSION or not words:
        raise ParameterError("bad_network")
    if len(words) - 1 > MAX_LAYERS:
        raise ParameterError("network_too_long")
    try:
        return Network(_input(words[0]), tuple(_layer(part) for part in words[1:]))
    except _Bad:
        raise ParameterError("bad_network") from None


def _number(name: str, digits: str) -> int:
    value, limit = int(digits), LIMITS[name]
    if not limit.low <= value <= limit.high:
        raise _Bad(digits)
    return value


def _input(written: str) -> tuple[int, int, int]:
    found = _INPUT.fullmatch(written)
    if not found:
        raise _Bad(written)
    channels, height, width = found.groups()
    return (
        _number("channels", channels),
        _number("size", height),
        _number("size", width or height),
    )


def _layer(written: str) -> Layer:
    if written in _WORD_ACTIVATIONS:
        return Activation(_WORD_ACTIVATIONS[written])
    if written == "gap":
        return GlobalAvgPool()
    if written == "flat":
        return Flatten()
    if found := _COUNTED.fullmatch(written):
        return _counted(*found.groups())
    if found := _LINEAR.fullmatch(written):
        return Linear(_number("out_features", found[1]), not found[2])
    if found := _POOL.fullmatch(written):
        return _pool(*found.groups())
    if found := _CONV.fullmatch(written):
        return _conv(*found.groups())
    raise _Bad(written)


def _counted(name: str, digits: str) -> Layer:
    if name == "to":
        return AdaptiveAvgPool(_number("output_size", digits))
    if name == "lrn":
        return LocalResponseNorm(_number("lrn_size", digits))
    return Dropout(_number("percent", digits) / 100)


def _pool(name: str, kernel: str, stride: str | None, padding: str | None, up: str) -> Layer:
    size = _number("kernel_size", kernel)
    step = None if stride is None else _number("stride", stride)
    # A stride equal to the window is the usual one, however it was written.
    step = None if step == size else step
    make = MaxPool if name == "max" else AvgPool
    return make(size, step, _number("padding", padding or "0"), bool(up))


def _conv(
    filters: str,
    kernel: str,
    stride: str | None,
    padding: str | None,
    dilation: str | None,
    groups: str | None,
    no_bias: str,
) -> Layer:
    return Conv(
        _number("out_channels", filters),
        _number("kernel_size", kernel),
        _number("stride", stride or "1"),
        _number("padding", padding or "0"),
        _number("dilation", dilation or "1"),
        _number("groups", groups or "1"),
        not no_bias,
    )


@dataclass(frozen=True)
class NetworkParameter(Parameter):
    """A stack as a lesson's parameter; its value is the text that ``encode`` writes."""

    default: str = DEFAULT

    @property
    def initial(self) -> str:
        """The default."""
        return self.default

    @property
    def allowed(self) -> str:
        """The presets' names."""
        return ", ".join(PRESETS)

    def parse(self, written: str) -> str:
        """Read a stack and write it in the one way of its own."""
        return encode(decode(written))

    def accepts(self, value: object) -> bool:
        """Take a stack as ``encode`` writes it."""
        try:
            return isinstance(value, str) and self.parse(value) == value
        except ParameterError:
            return False


def stack(default: str = DEFAULT, *, section: str = "") -> str:
    """Declare a stack of layers, kept as the text that ``encode`` writes."""
    field: str = declared(NetworkParameter(default, section=section))
    return field
