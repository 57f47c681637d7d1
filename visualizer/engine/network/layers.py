"""The layers a network is stacked from, as plain records: what they are, not what they compute.

Sizes are whole numbers and hold for both axes, as in the networks taught here. What depends on the
input (input channels, input features) is not written down: it follows from the layer before.
"""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.activation import ELEMENTWISE

ACTIVATIONS = (*ELEMENTWISE, "softmax")

# Local response normalisation as Krizhevsky et al. (2012, section 3.3) set it, in the paper's own
# meaning: b = a / (k + alpha * sum of a^2)^beta, the sum not divided by the number of channels.
LRN_ALPHA, LRN_BETA, LRN_K = 1e-4, 0.75, 2.0


@dataclass(frozen=True)
class Conv:
    """A convolution: ``out_channels`` filters of ``kernel_size`` x ``kernel_size``."""

    out_channels: int
    kernel_size: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    groups: int = 1
    bias: bool = True


@dataclass(frozen=True)
class MaxPool:
    """The largest value of each window; without ``stride`` the windows lie side by side."""

    kernel_size: int
    stride: int | None = None
    padding: int = 0
    ceil_mode: bool = False

    @property
    def step(self) -> int:
        """The stride in force."""
        return self.kernel_size if self.stride is None else self.stride


@dataclass(frozen=True)
class AvgPool:
    """The mean of each window; without ``stride`` the windows lie side by side."""

    kernel_size: int
    stride: int | None = None
    padding: int = 0
    ceil_mode: bool = False

    @property
    def step(self) -> int:
        """The stride in force."""
        return self.kernel_size if self.stride is None else self.stride


@dataclass(frozen=True)
class GlobalAvgPool:
    """The mean of each whole channel: (C, H, W) -> (C, 1, 1)."""


@dataclass(frozen=True)
class AdaptiveAvgPool:
    """Means over windows chosen so that the output is ``output_size`` x ``output_size``."""

    output_size: int


@dataclass(frozen=True)
class Activation:
    """A function of each value alone (softmax: over the channels); ``kind`` is in ACTIVATIONS."""

    kind: str = "relu"


@dataclass(frozen=True)
class Dropout:
    """Each value is set to zero with probability ``p`` while training."""

    p: float = 0.5


@dataclass(frozen=True)
class LocalResponseNorm:
    """Each value divided by a power of the squares of ``size`` neighbouring channels."""

    size: int = 5


@dataclass(frozen=True)
class Flatten:
    """All values in one row: (C, H, W) -> (C*H*W,)."""


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

# Layers that read windows of a (C, H, W) map and therefore cannot follow a flattened one.
MAP_LAYERS = (Conv, MaxPool, AvgPool, GlobalAvgPool, AdaptiveAvgPool, LocalResponseNorm)


def kind(layer: Layer) -> str:
    """Return the layer's name in snake_case, for texts and tables.

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
