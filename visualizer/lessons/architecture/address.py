"""A network as a short text for the address, and back.

    1-3x227-c96k11s4-relu-lrn5-max3s2-flat-fc4096-relu-drop50-fc1000

The parts are joined by hyphens. The first is the version, the second the input: channels x height,
and x width if it is another. Then there is a word for each layer:

    c96k11   convolution: filters and kernel        max3, avg3   pooling: window
    gap      global average pooling                 to6          adaptive average pooling: output
    lrn5     local response normalisation: size     drop50       dropout: percent
    flat     flatten                                fc1000       fully connected: outputs
    relu, leaky, sigmoid, tanh, gelu, softmax       activations

Other numbers follow where they are not the usual ones: ``s`` stride, ``p`` padding, ``d`` dilation,
``g`` groups, and the letters ``x`` for no bias and ``u`` for sizes that are rounded up. A network
in ``presets`` is written by its name alone.
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
LONGEST = 1200  # characters


@dataclass(frozen=True)
class Limit:
    """The range of a whole number, both ends included."""

    low: int
    high: int


# The numbers that controls offer and addresses may hold. They are large enough for the networks
# that students meet: VGG's 4096 units, the 21 thousand classes of ImageNet-21k, pictures of 512.
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
    """A part of the text is no layer, or a number is out of its range."""


def encode(network: Network) -> str:
    """Return a network's text: a preset's name, or version, input and layers.

    `decode` can read it back if the network's numbers are within LIMITS and MAX_LAYERS.
    """
    spelled = _spelled(network)
    # The texts are compared, not the networks: MaxPool(2) and MaxPool(2, 2) mean the same.
    return _PRESET_NAMES.get(spelled, spelled)


def _spelled(network: Network) -> str:
    channels, height, width = network.input_shape
    size = f"{channels}x{height}" + ("" if height == width else f"x{width}")
    return "-".join([VERSION, size, *(word(layer) for layer in network.layers)])


def word(layer: Layer) -> str:
    """Return the word for a layer, such as ``c96k11s4``."""
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
    """Return the network for a text, which is a preset's name or what `encode` writes.

    Raises ParameterError: "bad_network" if it cannot be read, "network_too_long" for more than
    MAX_LAYERS layers. Layers that do not fit together are no error here; the walk finds them.
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
    # A stride as large as the window is the usual one, even if the address gives it.
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
    """A network as a lesson's parameter; its value is the text that `encode` writes."""

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
        """Read a network's text and return it as `encode` writes it. Raises ParameterError."""
        return encode(decode(written))

    def accepts(self, value: object) -> bool:
        """Tell whether a value is a network's text as `encode` writes it."""
        try:
            return isinstance(value, str) and self.parse(value) == value
        except ParameterError:
            return False


def stack(default: str = DEFAULT, *, section: str = "") -> str:
    """Declare a setting that holds a network, as the text that `encode` writes."""
    field: str = declared(NetworkParameter(default, section=section))
    return field
