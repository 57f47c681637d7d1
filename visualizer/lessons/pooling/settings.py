"""The pooling lesson's settings: every one, its default, its bounds and why they are so."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.material.randomness import LAST_SEED
from visualizer.settings.inputs import FIRST_PHOTO, INPUTS, PHOTO_CHOICES, Shape
from visualizer.settings.origin import origin
from visualizer.settings.parameters import Value
from visualizer.settings.table import Settings, choice, flag, grid, whole
from visualizer.settings.upstream import AIMS, FIRST_AIM, UPSTREAMS

Pair = tuple[int, int]

KINDS = ("max", "avg", "global")
AS_KERNEL = "kernel"
STRIDES = (AS_KERNEL, *(str(n) for n in range(1, 9)))
LECTURE = "lecture"
MOST_NEURONS = 4096
MOST_STEPS = 3 * 33 * 33  # half a kernel of 2 as padding makes 32 cells into 33


@dataclass(frozen=True)
class PoolingSettings(Settings, prefix="pool"):
    """All settings. ``size`` and ``kernel`` alone make squares.

    With ``rect`` on, ``width`` and the fields ending in ``_w`` set the widths apart; with it off
    they follow.
    """

    kind: str = choice("max", KINDS, section="kernel")
    input: str = choice(LECTURE, (LECTURE, *INPUTS), section="input")
    photo: str = choice(FIRST_PHOTO, PHOTO_CHOICES, section="input")
    # 3: less has no inside. 32: more cells than a lecture can follow.
    size: int = whole(4, 3, 32, section="input")
    width: int = whole(4, 3, 32, section="input")
    channels: int = whole(1, 1, 3, section="input")
    seed: int = whole(12, 0, LAST_SEED, section="input")
    data: str = grid(section="input")
    # Networks pool over 2 or 3 cells; 11 lets one see what too much does.
    kernel: int = whole(2, 1, 11, section="kernel")
    kernel_w: int = whole(2, 1, 11, section="kernel")
    stride: str = choice(AS_KERNEL, STRIDES, section="motion")
    stride_w: str = choice(AS_KERNEL, STRIDES, section="motion")
    # Half the largest kernel.
    padding: int = whole(0, 0, 5, section="motion")
    padding_w: int = whole(0, 0, 5, section="motion")
    # Maximum alone: torch has no dilated average.
    dilation: int = whole(1, 1, 4, section="motion")
    dilation_w: int = whole(1, 1, 4, section="motion")
    ceil: bool = flag(False, section="motion")
    count_pad: bool = flag(True, section="motion")
    # How many neurons the next fully connected layer has: 10 classes, AlexNet's 4096.
    neurons: int = whole(10, 1, MOST_NEURONS, section="after")
    rect: bool = flag(False, section="more")
    # ``pass`` is a word of Python. Backward there is one step for each input cell.
    pass_: str = choice("forward", ("forward", "input"), section="backward")
    upstream: str = choice("ones", UPSTREAMS, section="backward")
    gradient: str = grid(section="backward")
    # What the output is to become, where the gradient is that of a target.
    aim: str = choice(FIRST_AIM, AIMS, section="backward")
    target: str = grid(section="backward")
    step: int = whole(0, 0, MOST_STEPS - 1)
    # Which unit of AlexNet the numbers are from. ``from`` is a word of Python.
    from_: str = origin(pooling=True)

    @property
    def window(self) -> tuple[Pair, Pair, Pair, Pair]:
        """Kernel, stride, padding and dilation, each (down, across), in cells.

        The stride is the kernel's size unless set, as torch has it.
        """
        strides = (self.stride, self.kernel), (self.stride_w, self.kernel_w)
        down, across = (size if own == AS_KERNEL else int(own) for own, size in strides)
        return (
            (self.kernel, self.kernel_w),
            (down, across),
            (self.padding, self.padding_w),
            (self.dilation, self.dilation_w),
        )

    @property
    def input_shape(self) -> Shape:
        """The input's (channels, height, width)."""
        return self.channels, self.size, self.width


# What a lecture shows, one press away: halving as it is usual, and AlexNet's overlapping windows.
EXAMPLES: dict[str, dict[str, Value]] = {
    "lecture": {"kind": "max", "input": LECTURE, "size": 4, "kernel": 2},
    "alexnet": {
        "kind": "max", "input": "digit", "size": 13, "kernel": 3,
        "stride": "2",
    },
    "ceil": {
        "kind": "max", "input": "random", "size": 6, "kernel": 3,
        "stride": "2", "ceil": True,
    },
}  # fmt: skip
