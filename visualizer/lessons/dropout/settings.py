"""The dropout lesson's table: every setting, its default, its bounds and why they are so."""

from __future__ import annotations

from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import ChoiceParameter, FloatParameter, IntParameter

MODES = ("train", "eval")

LESSON = Lesson(
    "drop",
    (
        # Two hidden layers of five: the network of the lecture.
        IntParameter("drop_inputs", 4, 2, 6, "input"),
        IntParameter("drop_layers", 2, 1, 3, "input"),
        # Eight neurons are as many as one can still number in a drawing.
        IntParameter("drop_neurons", 5, 2, 8, "input"),
        IntParameter("drop_outputs", 2, 1, 3, "input"),
        FloatParameter("drop_p", 0.5, 0.0, 1.0, 2, "motion"),
        ChoiceParameter("drop_mode", "train", MODES, "motion"),
        IntParameter("drop_seed", 49, 0, 9999, "motion"),
        # 2000 draws bring the mean within a few hundredths, and still compute in milliseconds.
        IntParameter("drop_draws", 500, 1, 2000, "after"),
    ),
)
