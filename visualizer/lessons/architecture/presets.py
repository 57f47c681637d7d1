"""Networks to start from: those that lectures show, as their authors published them."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.network.layers import (
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
from visualizer.engine.network.walk import Step, Walk, walk
from visualizer.memory import remembered
from visualizer.words.text import text

RELU, TANH = Activation("relu"), Activation("tanh")


@dataclass(frozen=True)
class Network:
    """An input shape (C, H, W) and the layers stacked on it."""

    input_shape: tuple[int, int, int]
    layers: tuple[Layer, ...]

    def walk(self) -> Walk:
        """Walk the input through the layers; the first one that cannot work is in ``failure``."""
        return _walked(self)


@remembered(64)
def _walked(network: Network) -> Walk:
    # A page, its rules and ten questions walk through the same network, hundreds of times.
    return walk(network.input_shape, network.layers)


# LeCun, Bottou, Bengio, Haffner (1998), figure 2, in the form taught today: means in place of
# trainable subsampling, a third layer whose maps all read all six maps, and ten ordinary outputs.
LENET5 = Network(
    (1, 32, 32),
    (
        *(Conv(6, 5), TANH, AvgPool(2)),
        *(Conv(16, 5), TANH, AvgPool(2)),
        *(Conv(120, 5), TANH, Flatten()),
        *(Linear(84), TANH, Linear(10)),
    ),
)

# Krizhevsky, Sutskever, Hinton (2012), section 3.5. There are two groups where the two graphics
# cards did not exchange their maps. The input is 227: only then are the paper's sizes right.
ALEXNET_2012 = Network(
    (3, 227, 227),
    (
        *(Conv(96, 11, stride=4), RELU, LocalResponseNorm(5), MaxPool(3, 2)),
        *(Conv(256, 5, padding=2, groups=2), RELU, LocalResponseNorm(5), MaxPool(3, 2)),
        *(Conv(384, 3, padding=1), RELU),
        *(Conv(384, 3, padding=1, groups=2), RELU),
        *(Conv(256, 3, padding=1, groups=2), RELU, MaxPool(3, 2)),
        *(Flatten(), Linear(4096), RELU, Dropout(0.5)),
        *(Linear(4096), RELU, Dropout(0.5), Linear(1000)),
    ),
)

# torchvision.models.alexnet, after Krizhevsky's "One weird trick" (2014): no groups, no local
# response normalisation, padding in the first layer.
ALEXNET = Network(
    (3, 224, 224),
    (
        *(Conv(64, 11, stride=4, padding=2), RELU, MaxPool(3, 2)),
        *(Conv(192, 5, padding=2), RELU, MaxPool(3, 2)),
        *(Conv(384, 3, padding=1), RELU),
        *(Conv(256, 3, padding=1), RELU),
        *(Conv(256, 3, padding=1), RELU, MaxPool(3, 2)),
        *(AdaptiveAvgPool(6), Flatten(), Dropout(0.5), Linear(4096), RELU),
        *(Dropout(0.5), Linear(4096), RELU, Linear(1000)),
    ),
)


def _vgg_block(*filters: int) -> tuple[Layer, ...]:
    convs = tuple(part for count in filters for part in (Conv(count, 3, padding=1), RELU))
    return *convs, MaxPool(2)


# Simonyan, Zisserman (2014), table 1, column A.
VGG11 = Network(
    (3, 224, 224),
    (
        *(_vgg_block(64) + _vgg_block(128) + _vgg_block(256, 256)),
        *(_vgg_block(512, 512) + _vgg_block(512, 512)),
        *(Flatten(), Linear(4096), RELU, Dropout(0.5)),
        *(Linear(4096), RELU, Dropout(0.5), Linear(1000)),
    ),
)

# Small enough to follow by hand: only the last layer is fully connected, and it reads 32 values.
TINY = Network(
    (1, 28, 28),
    (
        *(Conv(8, 3, padding=1), RELU, MaxPool(2)),
        *(Conv(16, 3, padding=1), RELU, MaxPool(2)),
        *(Conv(32, 3, padding=1), RELU, GlobalAvgPool()),
        *(Flatten(), Linear(10)),
    ),
)

PRESETS: dict[str, Network] = {
    "alexnet2012": ALEXNET_2012,
    "alexnet": ALEXNET,
    "lenet5": LENET5,
    "vgg11": VGG11,
    "tiny": TINY,
}
DEFAULT = "alexnet2012"
ALEXNETS = ("alexnet2012", "alexnet")  # the input size of these is told


@dataclass(frozen=True)
class Convention:
    """One way to read the input size of AlexNet's paper, and the maps that follow from it.

    name: "paper" (224 without padding, as the paper's text says), "fits" (227 without padding) or
    "padded" (224 with padding 2). first: the step of conv1; last_map: the shape that fc6 reads.
    """

    name: str
    size: int
    padding: int
    first: Step
    last_map: tuple[int, ...]

    @property
    def agrees(self) -> bool:
        """Tell whether the maps have the paper's sizes: 55×55 the first, 6×6 the last."""
        return self.first.output[1:] == (55, 55) and self.last_map[1:] == (6, 6)


def input_conventions() -> tuple[Convention, ...]:
    """Return the three ways to read the paper's input size.

    All three have the paper's 96 filters, so that they differ in size and padding only.
    """
    found = []
    for name, size, padding in (("paper", 224, 0), ("fits", 227, 0), ("padded", 224, 2)):
        layers = ALEXNET_2012.layers
        first = Conv(96, 11, stride=4, padding=padding)
        flat = layers.index(Flatten())
        walked = walk((3, size, size), (first, *layers[1:flat]))
        found.append(Convention(name, size, padding, walked.steps[0], walked.output_shape))
    return tuple(found)


def network_title(net: str, lang: str) -> str:
    """Return the title of a network: a preset's, or the one for networks of one's own."""
    return text(f"choice.arch_net.{net if net in PRESETS else 'custom'}", lang)
