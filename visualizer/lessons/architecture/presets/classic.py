"""LeNet-5, AlexNet and VGG: one layer after another. And a network small enough for a pencil."""

from __future__ import annotations

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
from visualizer.lessons.architecture.presets.network import RELU, Network

TANH = Activation("tanh")

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


def _vgg(*blocks: tuple[int, ...]) -> Network:
    """Stack blocks of 3×3 convolutions with these filters, a pooling behind each block."""
    layers: list[Layer] = []
    for block in blocks:
        for filters in block:
            layers += (Conv(filters, 3, padding=1), RELU)
        layers.append(MaxPool(2))
    layers += (Flatten(), Linear(4096), RELU, Dropout(0.5))
    layers += (Linear(4096), RELU, Dropout(0.5), Linear(1000))
    return Network((3, 224, 224), tuple(layers))


# Simonyan, Zisserman (2014), table 1, columns A, D and E.
VGG11 = _vgg((64,), (128,), (256,) * 2, (512,) * 2, (512,) * 2)
VGG16 = _vgg((64,) * 2, (128,) * 2, (256,) * 3, (512,) * 3, (512,) * 3)
VGG19 = _vgg((64,) * 2, (128,) * 2, (256,) * 4, (512,) * 4, (512,) * 4)

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
