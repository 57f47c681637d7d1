"""Networks whose layers branch: sums in ResNet and MobileNetV2, concatenations in the others."""

from __future__ import annotations

from visualizer.engine.network.layers import (
    Activation,
    Add,
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
)
from visualizer.lessons.architecture.presets.network import RELU, Network, Pile

RELU6 = Activation("relu6")


def _normed(filters: int, kernel: int, stride: int = 1, groups: int = 1) -> tuple[Layer, Layer]:
    """Return a convolution that keeps the size but for its stride, normalised; it needs no bias."""
    padding = kernel // 2
    conv = Conv(filters, kernel, stride, padding, groups=groups, bias=False)
    return conv, BatchNorm()


def _resnet(*blocks: int) -> Network:
    """Build what He, Zhang, Ren, Sun (2016) have in table 1: so many basic blocks a stage.

    Where a stage begins, a 1×1 convolution fits the way that skips the block: the paper's option B,
    and what torchvision.models.resnet18 and resnet34 compute.
    """
    pile = Pile()
    pile.put(*_normed(64, 7, 2), RELU, MaxPool(3, 2, padding=1))
    for stage, count in enumerate(blocks):
        filters = 64 * 2**stage
        for block in range(count):
            stride = 2 if stage and not block else 1
            start = pile.last
            end = pile.put(*_normed(filters, 3, stride), RELU, *_normed(filters, 3))
            if stride > 1:
                pile.put(From(start), *_normed(filters, 1, stride), Add(end), RELU)
            else:
                pile.put(Add(start), RELU)
    pile.put(GlobalAvgPool(), Flatten(), Linear(1000))
    return pile.on(3, 224, 224)


RESNET18 = _resnet(2, 2, 2, 2)
RESNET34 = _resnet(3, 4, 6, 3)


def _fire(pile: Pile, squeeze: int, expand: int) -> None:
    start = pile.put(Conv(squeeze, 1), RELU)
    single = pile.put(Conv(expand, 1), RELU)
    pile.put(From(start), Conv(expand, 3, padding=1), RELU, Concat((single,)))


def _squeezenet() -> Network:
    """Build Iandola et al. (2016), version 1.1 of their repository: torchvision's squeezenet1_1."""
    pile = Pile()
    pile.put(Conv(64, 3, stride=2), RELU, MaxPool(3, 2, ceil_mode=True))
    for stage in (((16, 64),) * 2, ((32, 128),) * 2, ((48, 192),) * 2 + ((64, 256),) * 2):
        for numbers in stage:
            _fire(pile, *numbers)
        if stage[-1][0] < 64:
            pile.put(MaxPool(3, 2, ceil_mode=True))
    pile.put(Dropout(0.5), Conv(1000, 1), RELU, GlobalAvgPool(), Flatten())
    return pile.on(3, 224, 224)


SQUEEZENET = _squeezenet()


def _mobilenet_v2() -> Network:
    """Build Sandler et al. (2018), table 2: torchvision.models.mobilenet_v2."""
    pile = Pile()
    pile.put(*_normed(32, 3, 2), RELU6)
    channels = 32
    # Expansion, output channels, blocks and the stride of the first.
    for expansion, filters, count, first in (
        (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1),
        (6, 160, 3, 2), (6, 320, 1, 1),
    ):  # fmt: skip
        for block in range(count):
            start, stride, wide = pile.last, 1 if block else first, expansion * channels
            if expansion > 1:
                pile.put(*_normed(wide, 1), RELU6)
            pile.put(*_normed(wide, 3, stride, groups=wide), RELU6, *_normed(filters, 1))
            if stride == 1 and channels == filters:
                pile.put(Add(start))
            channels = filters
    pile.put(*_normed(1280, 1), RELU6, GlobalAvgPool(), Flatten(), Dropout(0.2), Linear(1000))
    return pile.on(3, 224, 224)


MOBILENET_V2 = _mobilenet_v2()


def _inception(pile: Pile, *filters: int) -> None:
    """Put four branches: 1×1; 1×1 and 3×3; 1×1 and 5×5; pooling and 1×1."""
    single, reduce3, conv3, reduce5, conv5, pooled = filters
    start = pile.last
    first = pile.put(Conv(single, 1), RELU)
    second = pile.put(
        From(start), Conv(reduce3, 1), RELU, Conv(conv3, 3, padding=1), RELU,
    )  # fmt: skip
    third = pile.put(
        From(start), Conv(reduce5, 1), RELU, Conv(conv5, 5, padding=2), RELU,
    )  # fmt: skip
    pile.put(From(start), MaxPool(3, 1, padding=1), Conv(pooled, 1), RELU)
    pile.put(Concat((first, second, third)))


def _googlenet() -> Network:
    """Build Szegedy et al. (2015), table 1, without the two classifiers that only help training.

    Sizes are rounded up, without padding, as in the authors' Caffe; local response normalisation
    stands where their figure 3 has it.
    """
    pile = Pile()
    pile.put(Conv(64, 7, stride=2, padding=3), RELU, MaxPool(3, 2, ceil_mode=True))
    pile.put(LocalResponseNorm(5), Conv(64, 1), RELU, Conv(192, 3, padding=1), RELU)
    pile.put(LocalResponseNorm(5), MaxPool(3, 2, ceil_mode=True))
    _inception(pile, 64, 96, 128, 16, 32, 32)
    _inception(pile, 128, 128, 192, 32, 96, 64)
    pile.put(MaxPool(3, 2, ceil_mode=True))
    _inception(pile, 192, 96, 208, 16, 48, 64)
    _inception(pile, 160, 112, 224, 24, 64, 64)
    _inception(pile, 128, 128, 256, 24, 64, 64)
    _inception(pile, 112, 144, 288, 32, 64, 64)
    _inception(pile, 256, 160, 320, 32, 128, 128)
    pile.put(MaxPool(3, 2, ceil_mode=True))
    _inception(pile, 256, 160, 320, 32, 128, 128)
    _inception(pile, 384, 192, 384, 48, 128, 128)
    pile.put(GlobalAvgPool(), Flatten(), Dropout(0.4), Linear(1000))
    return pile.on(3, 224, 224)


GOOGLENET = _googlenet()


def _twice(filters: int) -> tuple[Layer, ...]:
    return Conv(filters, 3, padding=1), RELU, Conv(filters, 3, padding=1), RELU


def _unet() -> Network:
    """Build a small network of our own after Ronneberger, Fischer, Brox (2015), figure 1.

    It differs in three ways: 16 to 128 channels instead of 64 to 1024, three halvings instead of
    four, and padding, so that maps keep their size and need not be cropped where they meet.
    """
    pile = Pile()
    kept = []
    for filters in (16, 32, 64):
        kept.append(pile.put(*_twice(filters)))
        pile.put(MaxPool(2))
    pile.put(*_twice(128))
    for filters, skipped in zip((64, 32, 16), reversed(kept), strict=True):
        pile.put(ConvTranspose(filters, 2, stride=2), Concat((skipped,)), *_twice(filters))
    pile.put(Conv(2, 1))
    return pile.on(1, 128, 128)


UNET = _unet()
