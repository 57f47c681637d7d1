"""The pooling lesson's numbers: the lecture's, AlexNet's, and what a shift by one changes."""

from __future__ import annotations

import numpy as np

from tests.lessons.pooling.cases import example_of
from visualizer import engine
from visualizer.lessons.pooling.settings import EXAMPLES
from visualizer.words.text import known


def test_the_lecture_s_numbers_are_the_default() -> None:
    assert example_of().trace.output[0].tolist() == [[5, 8], [7, 6]]
    assert example_of(kind="avg").trace.output[0, 0, 0] == 3
    assert example_of(kind="global").trace.output.shape == (1, 1, 1)


def test_the_examples_one_press_away() -> None:
    assert example_of(**EXAMPLES["alexnet"]).trace.output.shape == (1, 6, 6)
    assert example_of(**EXAMPLES["ceil"]).trace.output.shape == (1, 3, 3)
    assert all(known(f"pool.example_{name}") for name in EXAMPLES)


def test_the_shift_keeps_what_it_says() -> None:
    made = example_of(input="digit", size=12)
    found = made.shifted()
    assert np.array_equal(found.moved[:, 1:], made.input[0, :, :-1])
    assert np.array_equal(found.pooled, engine.max_pool2d(found.moved[None], 2)[0])
    assert np.array_equal(found.kept, found.pooled == found.pooled_before)
    assert np.array_equal(found.kept_input, found.moved == made.input[0])
