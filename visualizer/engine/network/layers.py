"""The layers of a network as plain records of their settings.

A size is one whole number for both axes, or a pair (height, width); a pair of equal numbers is kept
as one number, so that what means the same is equal. The number of input channels or input features
is not part of a record, because it follows from the layer before.

A network is a stack: each layer reads the one before it. Branches are three kinds of layer that
read an earlier one besides, or instead, by its index in the stack, −1 for the network's input:

    From(2)         goes back: what follows reads the output of layer 2
    Add(2)          adds the output of layer 2 to that of the layer before
    Concat((2, 5))  lays the channels of layers 2, 5 and the layer before behind each other
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from visualizer.engine.activation import ELEMENTWISE
from visualizer.engine.arguments import Size

SHAPE_KEEPING = ("relu6", "elu", "silu", "hardswish")
"""Activation functions that networks use and no lesson computes: only their shapes are known."""

OVER_CHANNELS = ("softmax", "log_softmax")
"""Activation functions each of whose values reads all channels of its place."""

ACTIVATIONS = (*ELEMENTWISE, *SHAPE_KEEPING, *OVER_CHANNELS)

INPUT = -1
"""The source that stands for the network's input."""


class _Sized:
    """A record whose pairs of equal numbers are kept as one number."""

    def __post_init__(self) -> None:
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if isinstance(value, list | tuple) and len(value) == 2 and field.name in _PAIRED:
                one = value[0] if value[0] == value[1] else (value[0], value[1])
                object.__setattr__(self, field.name, one)


_PAIRED = {"kernel_size", "stride", "padding", "dilation", "output_padding", "output_size"}


def both(size: Size) -> tuple[int, int]:
    """Return a size as (height, width).

    >>> both(3), both((3, 5))
    ((3, 3), (3, 5))
    """
    return (size, size) if isinstance(size, int) else size


# Local response normalisation with the constants of Krizhevsky et al. (2012, section 3.3):
# b = a / (k + alpha · sum of a²)^beta. The paper does not divide the sum by the number of channels.
LRN_ALPHA, LRN_BETA, LRN_K = 1e-4, 0.75, 2.0


@dataclass(frozen=True)
class Conv(_Sized):
    """A convolution with ``out_channels`` filters of ``kernel_size``."""

    out_channels: int
    kernel_size: Size
    stride: Size = 1
    padding: Size = 0
    dilation: Size = 1
    groups: int = 1
    bias: bool = True


@dataclass(frozen=True)
class ConvTranspose(_Sized):
    """A transposed convolution: see `engine.transposed.conv_transpose2d` for its numbers."""

    out_channels: int
    kernel_size: Size
    stride: Size = 1
    padding: Size = 0
    output_padding: Size = 0
    dilation: Size = 1
    groups: int = 1
    bias: bool = True


@dataclass(frozen=True)
class _Pool(_Sized):
    kernel_size: Size
    stride: Size | None = None
    padding: Size = 0
    ceil_mode: bool = False

    @property
    def step(self) -> Size:
        """The stride as a size, also where it is not given."""
        return self.kernel_size if self.stride is None else self.stride


class MaxPool(_Pool):
    """The largest value of each window; if ``stride`` is None it equals ``kernel_size``."""


class AvgPool(_Pool):
    """The mean of each window; if ``stride`` is None it equals ``kernel_size``."""


@dataclass(frozen=True)
class ZeroPad:
    """Zeros laid around a map, in torch's order; a negative number cuts cells away."""

    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True)
class BatchNorm:
    """Batch normalisation: each channel is scaled and shifted by two learned numbers."""


@dataclass(frozen=True)
class GlobalAvgPool:
    """The mean of each channel: (C, H, W) becomes (C, 1, 1)."""


@dataclass(frozen=True)
class AdaptiveAvgPool(_Sized):
    """Means over windows whose size is chosen so that the output map has ``output_size``."""

    output_size: Size


@dataclass(frozen=True)
class AdaptiveMaxPool(_Sized):
    """The largest values of windows whose size is chosen as for `AdaptiveAvgPool`."""

    output_size: Size


@dataclass(frozen=True)
class Activation:
    """An activation function; ``kind`` is one of ACTIVATIONS. Softmax runs over the channels."""

    kind: str = "relu"


@dataclass(frozen=True)
class Dropout:
    """Each value is set to zero with probability ``p`` during training."""

    p: float = 0.5


@dataclass(frozen=True)
class LocalResponseNorm:
    """Local response normalisation over ``size`` neighbouring channels; see LRN_ALPHA."""

    size: int = 5


@dataclass(frozen=True)
class Flatten:
    """All values in one row: (C, H, W) becomes (C·H·W,)."""


@dataclass(frozen=True)
class Linear:
    """A fully connected layer: every output reads every input."""

    out_features: int
    bias: bool = True


@dataclass(frozen=True)
class From:
    """Goes back to an earlier layer's output, where a new branch begins; computes nothing."""

    source: int


@dataclass(frozen=True)
class Add:
    """The sum of an earlier layer's output and that of the layer before; both have one shape."""

    source: int


@dataclass(frozen=True)
class Concat:
    """The channels of earlier layers' outputs and, behind them, of the layer before."""

    sources: tuple[int, ...]


Pool = MaxPool | AvgPool
Adaptive = AdaptiveAvgPool | AdaptiveMaxPool
Branch = From | Add | Concat
Layer = (
    Conv
    | ConvTranspose
    | MaxPool
    | AvgPool
    | GlobalAvgPool
    | AdaptiveAvgPool
    | AdaptiveMaxPool
    | ZeroPad
    | BatchNorm
    | Activation
    | Dropout
    | LocalResponseNorm
    | Flatten
    | Linear
    | From
    | Add
    | Concat
)

# Layers that need a (C, H, W) map as input, and so cannot follow a flattened one.
MAP_LAYERS = (
    Conv,
    ConvTranspose,
    MaxPool,
    AvgPool,
    GlobalAvgPool,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    ZeroPad,
    LocalResponseNorm,
)


def sources(index: int, layer: Layer) -> tuple[int, ...]:
    """Return the indices of the layers whose outputs layer ``index`` reads; −1 for the input.

    >>> sources(4, Conv(8, 3)), sources(4, Add(1)), sources(4, From(1))
    ((3,), (1, 3), (1,))
    """
    match layer:
        case From(source):
            return (source,)
        case Add(source):
            return source, index - 1
        case Concat(others):
            return *others, index - 1
        case _:
            return (index - 1,)


def kind(layer: Layer) -> str:
    """Return the layer's name in snake_case: one of KINDS, used in the keys of texts.

    >>> kind(MaxPool(2)), kind(Activation("relu"))
    ('max_pool', 'activation')
    """
    return _KINDS[type(layer)]


_KINDS: dict[type, str] = {
    Conv: "conv",
    ConvTranspose: "conv_transpose",
    MaxPool: "max_pool",
    AvgPool: "avg_pool",
    GlobalAvgPool: "global_avg_pool",
    AdaptiveAvgPool: "adaptive_avg_pool",
    AdaptiveMaxPool: "adaptive_max_pool",
    ZeroPad: "zero_pad",
    BatchNorm: "batch_norm",
    Activation: "activation",
    Dropout: "dropout",
    LocalResponseNorm: "local_response_norm",
    Flatten: "flatten",
    Linear: "linear",
    From: "from",
    Add: "add",
    Concat: "concat",
}
KINDS = tuple(_KINDS.values())
