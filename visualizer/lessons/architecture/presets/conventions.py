"""The three ways to read the input size in AlexNet's paper."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.network.layers import Conv, Flatten
from visualizer.engine.network.walk import Step, walk
from visualizer.lessons.architecture.presets.classic import ALEXNET_2012


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
