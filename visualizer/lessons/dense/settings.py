"""The fully connected lesson's settings: every one, its default, its bounds and why."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.material.randomness import LAST_SEED
from visualizer.settings.table import Settings, choice, grid, whole
from visualizer.settings.upstream import UPSTREAMS

MAPS = ("convolution", "random")
# Rows and columns by channels: more inputs than this cannot be drawn as lines one can follow.
LARGEST_SIDE = {1: 4, 2: 3, 3: 2}
LARGEST_COUNTED = 16  # side of the maps whose parameters are counted
PASSES = ("forward", "input", "weight")
CLASS = "class"  # the gradient at the output is that of the cross entropy of a class
MOST_OUTPUTS, MOST_INPUTS = 6, 18


@dataclass(frozen=True)
class DenseSettings(Settings, prefix="dense"):
    """All settings: the feature map, the layer on it, and the output that is looked at."""

    map: str = choice("convolution", MAPS, section="input")
    # The map's numbers, so that a link shows them wherever it is opened.
    data: str = grid()
    channels: int = whole(2, 1, 3, section="input")
    size: int = whole(3, 2, 4, section="input")
    outputs: int = whole(3, 1, MOST_OUTPUTS, section="kernel")
    seed: int = whole(4, 0, LAST_SEED, section="kernel")
    # Counted from 0, as every step in an address.
    output: int = whole(0, 0, 5)
    # AlexNet's last maps are 6×6; 13×13 is what they were before pooling.
    side: int = whole(6, 1, LARGEST_COUNTED, slider=True)
    # ``pass`` is a word of Python. Backward there is one step for each input, or each weight.
    pass_: str = choice("forward", PASSES, section="backward")
    upstream: str = choice("ones", (*UPSTREAMS, CLASS), section="backward")
    gradient: str = grid(section="backward")
    target: str = grid(section="backward")
    # The true class, counted from 0 in an address. Of the first example's first class softmax is so
    # sure that nothing would flow back.
    label: int = whole(1, 0, MOST_OUTPUTS - 1, section="backward")
    step: int = whole(0, 0, MOST_OUTPUTS * MOST_INPUTS - 1)

    @property
    def output_shape(self) -> tuple[int, int, int]:
        """The shape of a typed gradient or target: a column of as many numbers as outputs."""
        return 1, self.outputs, 1
