"""The convolution lesson's table: every setting, its default, its bounds and why they are so.

Heights and widths: ``conv_size`` and ``conv_kernel`` alone make squares. With ``conv_rect`` on, the
parameters ending in ``_w`` (and ``conv_width``) set the widths apart; with it off they follow.
"""

from __future__ import annotations

from visualizer.lessons.convolution.rules import CONVOLUTION_RULES, LARGEST_OUTPUT
from visualizer.material.kernels import PRESETS
from visualizer.settings.grids import GridParameter
from visualizer.settings.inputs import INPUTS, PHOTOS
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
)

PADDINGS = ("number", "valid", "same")
MODES = ("zeros", "reflect", "replicate", "circular")
ACTIVATIONS = ("none", "relu", "leaky_relu", "sigmoid", "tanh")

MOST_FILTERS = 4
MOST_STEPS = MOST_FILTERS * LARGEST_OUTPUT * LARGEST_OUTPUT

LESSON = Lesson(
    "conv",
    (
        ChoiceParameter("conv_input", "random", INPUTS, "input"),
        ChoiceParameter("conv_photo", (*PHOTOS, "")[0], PHOTOS or ("",), "input"),
        # 3: less has no inside. 32: more cells than a screen can number or a lecture can follow.
        IntParameter("conv_size", 5, 3, 32, "input"),
        IntParameter("conv_width", 5, 3, 32, "input"),
        # 3 channels are a colour picture; more could not be told apart on one stage.
        IntParameter("conv_channels", 1, 1, 3, "input"),
        # Four digits make ten thousand examples and a short address.
        IntParameter("conv_seed", 12, 0, 9999, "input"),
        GridParameter("conv_data", "input"),
        ChoiceParameter("conv_preset", "sobel_x", PRESETS, "kernel"),
        # 11 is AlexNet's first kernel, the largest a student meets.
        IntParameter("conv_kernel", 3, 1, 11, "kernel"),
        IntParameter("conv_kernel_w", 3, 1, 11, "kernel"),
        IntParameter("conv_filters", 1, 1, MOST_FILTERS, "kernel"),
        GridParameter("conv_weights", "kernel"),
        # Strides above 4 (AlexNet's) are rare; 8 lets the window jump over whole stretches.
        IntParameter("conv_stride", 1, 1, 8, "motion"),
        IntParameter("conv_stride_w", 1, 1, 8, "motion"),
        ChoiceParameter("conv_pad_kind", "number", PADDINGS, "motion"),
        # 10 is "full" padding for the largest kernel; 11 shows a border that is padding alone.
        IntParameter("conv_padding", 0, 0, 11, "motion"),
        IntParameter("conv_padding_w", 0, 0, 11, "motion"),
        IntParameter("conv_dilation", 1, 1, 4, "motion"),
        IntParameter("conv_dilation_w", 1, 1, 4, "motion"),
        FlagParameter("conv_bias", True, "after"),
        # The first filter's bias; each next one is 1 less, so that each filter has its own.
        FloatParameter("conv_bias_value", 1.0, -99.0, 99.0, 2, "after"),
        ChoiceParameter("conv_activation", "none", ACTIVATIONS, "after"),
        FlagParameter("conv_rect", False, "more"),
        # Bounds are the common divisors of channels and filters: see Bounds.choices.
        IntParameter("conv_groups", 1, 1, 3, "more"),
        ChoiceParameter("conv_mode", "zeros", MODES, "more"),
        FlagParameter("conv_transposed", False, "more"),
        # torch wants it below the stride or the dilation: at most 7.
        IntParameter("conv_output_padding", 0, 0, 7, "more"),
        IntParameter("conv_step", 0, 0, MOST_STEPS - 1),
    ),
    CONVOLUTION_RULES,
)
