"""The layers of a network as plain records of their settings.

Sizes are whole numbers that hold for both axes. The number of input channels or input features is
not part of a record, because it follows from the layer before.
"""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.activation import ELEMENTWISE

ACTIVATIONS = (*ELEMENTWISE, "softmax")

# Local response normalisation with the constants of Krizhevsky et al. (2012, section 3.3):
# b = a / (k + alpha · sum of a²)^beta. The paper does not divide the sum by the number of channels.
LRN_ALPHA, LRN_BETA, LRN_K = 1e-4, 0.75, 2.0


@dataclass(frozen=True)
class Conv:
    """A convolution with ``out_channels`` filters of ``kernel_size`` × ``kernel_size``."""

    out_channels: int
    kernel_size: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    groups: int = 1
    bias: bool = True


@dataclass(frozen=True)
class MaxPool:
    """The largest value of each window; if ``stride`` is None it equals ``kernel_size``."""

    kernel_size: int
    stride: int | None = None
    padding: int = 0
    ceil_mode: bool = False

    @property
    def step(self) -> int:
        """The stride as a number, also where it is not given."""
        return self.kernel_size if self.stride is None else self.stride


@dataclass(frozen=True)
class AvgPool:
    """The mean of each window; if ``stride`` is None it equals ``kernel_size``."""

    kernel_size: int
    stride: int | None = None
    padding: int = 0
    ceil_mode: bool = False

    @property
    def step(self) -> int:
        """The stride as a number, also where it is not given."""
        return self.kernel_size if self.stride is None else self.stride


@dataclass(frozen=True)
class GlobalAvgPool:
    """The mean of each channel: (C, H, W) becomes (C, 1, 1)."""


@dataclass(frozen=True)
class AdaptiveAvgPool:
    """Means over windows whose size is chosen so that the output is ``output_size`` × that."""

    output_size: int


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


Pool = MaxPool | AvgPool
Layer = (
    Conv
    | MaxPool
    | AvgPool
    | GlobalAvgPool
    | AdaptiveAvgPool
    | Activation
    | Dropout
    | LocalResponseNorm
    | Flatten
    | Linear
)

# Layers that need a (C, H, W) map as input, and so cannot follow a flattened one.
MAP_LAYERS = (Conv, MaxPool, AvgPool, GlobalAvgPool, AdaptiveAvgPool, LocalResponseNorm)


def kind(layer: Layer) -> str:
    """Return the layer's name in snake_case: one of KINDS, used in the keys of texts.

    >>> kind(MaxPool(2)), kind(Activation("relu"))
    ('max_pool', 'activation')
    """
    return _KINDS[type(layer)]


_KINDS: dict[type, str] = {
    Conv: "conv",
    MaxPool: "max_pool",
    AvgPool: "avg_pool",
    GlobalAvgPool: "global_avg_pool",
    AdaptiveAvgPool: "adaptive_avg_pool",
    Activation: "activation",
    Dropout: "dropout",
    LocalResponseNorm: "local_response_norm",
    Flatten: "flatten",
    Linear: "linear",
}
KINDS = tuple(_KINDS.values())
