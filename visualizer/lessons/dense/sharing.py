"""One picture through a convolution and a fully connected layer with as many outputs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visualizer import engine
from visualizer.lessons.dense.example import Array
from visualizer.material.randomness import integers

KERNEL = 3
_SEEDS = 40_000  # beyond every other seed of the lesson


@dataclass(frozen=True, eq=False)
class Sharing:
    """picture, moved: (H, W), the second one cell further to the right; kernel: (3, 3).

    bias: the convolution's; weight: (H·W, H·W) and biases: (H·W,) of the fully connected layer.
    """

    picture: Array
    moved: Array
    kernel: Array
    bias: float
    weight: Array
    biases: Array

    def convolved(self, picture: Array) -> Array:
        """Return what the convolution makes of a picture, as large as it: (H, W)."""
        kernel, bias = self.kernel[None, None], np.array([self.bias])
        return np.asarray(engine.conv2d(picture[None], kernel, bias, padding=1)[0])

    def connected(self, picture: Array) -> Array:
        """Return what the fully connected layer makes of a picture, laid out as it: (H, W)."""
        return engine.linear(picture.ravel(), self.weight, self.biases).reshape(picture.shape)

    @property
    def parameters(self) -> tuple[int, int]:
        """How many weights and biases the convolution has, and the fully connected layer."""
        return self.kernel.size + 1, self.weight.size + self.biases.size

    @cached_property
    def follows(self) -> bool:
        """Whether the convolution's output moves along and is the same otherwise."""
        before, after = self.convolved(self.picture), self.convolved(self.moved)
        return bool(np.allclose(after[:, 1:], before[:, :-1]))

    @cached_property
    def changed(self) -> int:
        """How many outputs of the fully connected layer are not where the move would put them."""
        before, after = self.connected(self.picture), self.connected(self.moved)
        same = np.isclose(after[:, 1:], before[:, :-1]).sum()
        return int(after.size - same)


def share(grid: Array, seed: int) -> Sharing:
    """Return the example for the first channel of a map (C, H, W).

    The map stands among empty columns, one before it and two behind it, so that nothing is cut off
    when it moves, nor of what the convolution makes of it.
    """
    height, width = grid.shape[1:]
    picture, moved = np.zeros((2, height, width + KERNEL))
    picture[:, 1 : 1 + width] = grid[0]
    moved[:, 2 : 2 + width] = grid[0]
    cells, seed = picture.size, _SEEDS + 4 * seed
    return Sharing(
        picture, moved, integers(seed, (KERNEL, KERNEL), -2, 2),
        float(integers(seed + 1, (1,), -2, 2)[0]), integers(seed + 2, (cells, cells), -3, 3),
        integers(seed + 3, (cells,), -2, 2),
    )  # fmt: skip
