"""A network as a short text for the address, and back.

    1-3x227-c96k11s4-relu-lrn5-max3s2-flat-fc4096-relu-drop50-fc1000

The parts are joined by hyphens. The first is the version, the second the input: channels x height,
and x width if it is another. Then there is a word for each layer:

    c96k11, t96k2   convolution, transposed one: filters and kernel
    max3, avg3      pooling: window                 gap          global average pooling
    to6, tomax6     adaptive average, maximum pooling: output
    lrn5            local response normalisation: size           bn  batch normalisation
    drop50          dropout: percent                flat         flatten
    fc1000          fully connected: outputs        pad1         zeros on each side
    relu, leaky, sigmoid, tanh, gelu, softmax, ...  activations
    from2, add2     go back to layer 2, add its output           cat2.5  concatenate: behind those
                                                                 of 2 and 5 the channels so far

Layers are counted from 1; 0 is the network's input. Other numbers follow where they are not the
usual ones: ``s`` stride, ``p`` padding, ``o`` output padding, ``d`` dilation, ``g`` groups, and the
letters ``x`` for no bias and ``u`` for sizes that are rounded up. A size that differs down and
across is a pair: ``c8k3x5s1x2``. Zeros that differ are those at the left, right, top and bottom, an
``m`` before those that are cut away: ``pad0.1.0.m1``. A network in ``presets`` is written by its
name alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.arguments import Size
from visualizer.engine.network.layers import (
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
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import DEFAULT, PRESETS, Network
from visualizer.lessons.architecture.reading import (
    ACTIVATION_WORDS,
    BadWord,
    read_input,
    read_layer,
)
from visualizer.lessons.architecture.reading import LIMITS as LIMITS
from visualizer.settings.parameters import Parameter, ParameterError
from visualizer.settings.table import declared

VERSION = "1"
LONGEST = 9000  # characters: MAX_LAYERS of the longest words


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
            rest = _rest(("s", stride, 1), ("p", padding, 0), ("d", dilation, 1), ("g", groups, 1))
            return f"c{filters}k{_size(kernel)}{rest}" + ("" if bias else "x")
        case ConvTranspose(filters, kernel, stride, padding, extra, dilation, groups, bias):
            rest = _rest(
                ("s", stride, 1), ("p", padding, 0), ("o", extra, 0),
                ("d", dilation, 1), ("g", groups, 1),
            )  # fmt: skip
            return f"t{filters}k{_size(kernel)}{rest}" + ("" if bias else "x")
        case MaxPool() | AvgPool():
            name = "max" if isinstance(layer, MaxPool) else "avg"
            rest = _rest(("s", layer.step, layer.kernel_size), ("p", layer.padding, 0))
            return f"{name}{_size(layer.kernel_size)}{rest}" + "u" * layer.ceil_mode
        case GlobalAvgPool():
            return "gap"
        case AdaptiveAvgPool(size):
            return f"to{_size(size)}"
        case AdaptiveMaxPool(size):
            return f"tomax{_size(size)}"
        case ZeroPad(left, right, top, bottom):
            sides = [f"{n}".replace("-", "m") for n in (left, right, top, bottom)]
            return "pad" + (sides[0] if len(set(sides)) == 1 else ".".join(sides))
        case BatchNorm():
            return "bn"
        case Activation(kind):
            return ACTIVATION_WORDS[kind]
        case Dropout(p):
            return f"drop{round(p * 100)}"
        case LocalResponseNorm(size):
            return f"lrn{size}"
        case Flatten():
            return "flat"
        case Linear(outputs, bias):
            return f"fc{outputs}" + ("" if bias else "x")
        case From(source):
            return f"from{source + 1}"
        case Add(source):
            return f"add{source + 1}"
        case Concat(sources):
            return "cat" + ".".join(str(source + 1) for source in sources)


def _rest(*parts: tuple[str, Size, Size]) -> str:
    return "".join(f"{key}{_size(value)}" for key, value, usual in parts if value != usual)


def _size(size: Size) -> str:
    return f"{size[0]}x{size[1]}" if isinstance(size, tuple) else str(size)


_PRESET_NAMES = {_spelled(preset): name for name, preset in PRESETS.items()}


def decode(written: str) -> Network:
    """Return the network for a text, which is a preset's name or what `encode` writes.

    Raises ParameterError: "bad_network" if it cannot be read, "network_too_long" for more than
    MAX_LAYERS layers. Layers that do not fit together are no error here; the walk finds them. A
    branch that names no layer before it cannot be read.
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
        shape = read_input(words[0])
        return Network(shape, tuple(read_layer(part, i) for i, part in enumerate(words[1:])))
    except BadWord:
        raise ParameterError("bad_network") from None


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
