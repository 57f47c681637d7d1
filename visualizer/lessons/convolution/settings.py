"""The convolution lesson's settings: every one, its default, its bounds and why they are so."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from visualizer.material.kernels import PRESETS
from visualizer.material.randomness import LAST_SEED
from visualizer.settings.inputs import FIRST_PHOTO, INPUTS, PHOTO_CHOICES
from visualizer.settings.origin import origin
from visualizer.settings.table import Settings, choice, decimal, flag, grid, whole
from visualizer.settings.upstream import AIMS, FIRST_AIM, UPSTREAMS

PADDINGS = ("number", "valid", "same")
MODES = ("zeros", "reflect", "replicate", "circular")
BACKWARD = ("input", "weight")
PASSES = ("forward", *BACKWARD, "learn")
GOALS = ("kernel", "painted")
RATES = ("small", "right", "large", "own")
ACTIVATIONS = ("none", "relu", "leaky_relu", "sigmoid", "tanh")

MOST_FILTERS = 6  # three channels, two filters each: a depthwise convolution that widens
LARGEST_OUTPUT = 32  # every step of it can be played and every cell of it seen
MOST_STEPS = MOST_FILTERS * LARGEST_OUTPUT * LARGEST_OUTPUT
MOST_DESCENTS = 300  # further on the eye sees nothing change
MOST_OPENED = MOST_FILTERS * (3 * 11 * 11 + 1)


@dataclass(frozen=True)
class ConvolutionSettings(Settings, prefix="conv"):
    """All settings. ``size`` and ``kernel`` alone make squares.

    With ``rect`` on, the fields ending in ``_w`` (and ``width``) set the widths apart; with it off
    they follow.
    """

    input: str = choice("random", INPUTS, section="input")
    photo: str = choice(FIRST_PHOTO, PHOTO_CHOICES, section="input")
    # 3: less has no inside. 32: more cells than a screen can number or a lecture can follow.
    size: int = whole(5, 3, 32, section="input")
    width: int = whole(5, 3, 32, section="input")
    # 3 channels are a colour picture; more could not be told apart on one stage.
    channels: int = whole(1, 1, 3, section="input")
    seed: int = whole(12, 0, LAST_SEED, section="input")
    data: str = grid(section="input")
    preset: str = choice("sobel_x", PRESETS, section="kernel")
    # 11 is AlexNet's first kernel, the largest a student meets.
    kernel: int = whole(3, 1, 11, section="kernel")
    kernel_w: int = whole(3, 1, 11, section="kernel")
    filters: int = whole(1, 1, MOST_FILTERS, section="kernel")
    weights: str = grid(section="kernel")
    # Strides above 4 (AlexNet's) are rare; 8 lets the window jump over whole stretches.
    stride: int = whole(1, 1, 8, section="motion")
    stride_w: int = whole(1, 1, 8, section="motion")
    pad_kind: str = choice("number", PADDINGS, section="motion")
    # 10 is "full" padding for the largest kernel; 11 shows a border that is padding alone.
    padding: int = whole(0, 0, 11, section="motion")
    padding_w: int = whole(0, 0, 11, section="motion")
    dilation: int = whole(1, 1, 4, section="motion")
    dilation_w: int = whole(1, 1, 4, section="motion")
    bias: bool = flag(True, section="after")
    # The first filter's bias; each next one is 1 less, so that each filter has its own.
    bias_value: float = decimal(1.0, -99.0, 99.0, section="after")
    activation: str = choice("none", ACTIVATIONS, section="after")
    rect: bool = flag(False, section="more")
    # Only the common divisors of channels and filters: the rules say which.
    groups: int = whole(1, 1, 3, section="more")
    mode: str = choice("zeros", MODES, section="more")
    transposed: bool = flag(False, section="more")
    # torch wants it below the stride or the dilation: at most 7.
    output_padding: int = whole(0, 0, 7, section="more")
    # ``pass`` is a word of Python. Backward there is one step for each input cell or weight.
    pass_: str = choice("forward", PASSES, section="backward")
    upstream: str = choice("ones", UPSTREAMS, section="backward")
    gradient: str = grid(section="backward")
    # What the output is to become, where the gradient is that of a target.
    aim: str = choice(FIRST_AIM, AIMS, section="backward")
    target: str = grid(section="backward")
    # A kernel learns: towards what, from which random weights, how fast, how far.
    goal: str = choice("kernel", GOALS, section="learn")
    start: int = whole(1, 0, LAST_SEED, section="learn")
    rate: str = choice("right", RATES, section="learn")
    # Pixels from 0 to 255 take rates of some millionths.
    rate_value: float = decimal(0.1, 1e-9, 999.0, 9, section="learn")
    descents: int = whole(60, 1, MOST_DESCENTS, section="learn")
    # The weight whose gradient is opened, counted through all kernels and then all biases.
    opened: int = whole(0, 0, MOST_OPENED - 1)
    step: int = whole(0, 0, MOST_STEPS - 1)
    # Which unit of AlexNet the numbers are from. ``from`` is a word of Python.
    from_: str = origin()

    @property
    def runs_back(self) -> bool:
        """Whether the stage shows what flows back, to input or kernel."""
        return self.pass_ in BACKWARD

    @property
    def learns(self) -> bool:
        """Whether a kernel learns."""
        return self.pass_ == "learn"

    @property
    def weight_count(self) -> int:
        """How many weights the kernels have, with the biases where there are any."""
        return prod(self.weights_shape) + (self.filters if self.bias else 0)

    @property
    def input_shape(self) -> tuple[int, int, int]:
        """The input's (channels, height, width)."""
        return self.channels, self.size, self.width

    @property
    def weights_shape(self) -> tuple[int, int, int]:
        """The shape of typed weights: (filters · channels / groups, kernel rows, columns)."""
        return self.filters * (self.channels // self.groups), self.kernel, self.kernel_w
