"""Shift the input and the output shifts; a kernel answers most to its own pattern."""

from __future__ import annotations

import numpy as np
import pytest

from tests.lessons.convolution.cases import example_of
from visualizer.lessons.convolution.pattern import patches
from visualizer.lessons.convolution.shift import shifted
from visualizer.lessons.convolution.words import pattern_words, shift_words
from visualizer.material.kernels import KERNELS
from visualizer.words.text import LANGUAGES


def test_with_stride_one_all_cells_but_those_at_the_edge_move_along() -> None:
    example = example_of(size="5")
    found = shifted(example)
    assert (found.moved[0, :, 0] == 0).all()
    np.testing.assert_array_equal(found.moved[0, :, 1:], found.input[0, :, :-1])
    assert found.along[0].tolist() == [[False, True, True]] * 3
    np.testing.assert_array_equal(found.after[0, :, 1:], found.before[0, :, :-1])


def test_a_window_that_reaches_into_the_padding_loses_what_went_out() -> None:
    # The middle row 1 2 3 under a kernel of ones: 1+2, 1+2+3, 2+3; moved it is 0 1 2.
    example = example_of(
        size="3", padding="1", bias="0", input="custom", data="0_0_0~1_2_3~0_0_0",
        preset="custom", weights="0_0_0~1_1_1~0_0_0",
    )  # fmt: skip
    found = shifted(example)
    assert found.before[0, 1].tolist() == [3, 6, 5]
    assert found.after[0, 1].tolist() == [1, 3, 3]
    assert found.along[0, 1].tolist() == [False, True, False]


def test_with_stride_two_the_output_does_not_follow_one_cell() -> None:
    example = example_of(
        size="7", kernel="1", stride="2", bias="0", preset="custom", weights="1",
        input="custom", data="~".join(["1_2_3_4_5_6_7"] * 7),
    )  # fmt: skip
    found = shifted(example)
    assert found.before[0, 0].tolist() == [1, 3, 5, 7]
    assert found.after[0, 0].tolist() == [0, 2, 4, 6]
    assert not found.along.any()


def test_sobel_answers_twelve_to_itself_and_nothing_to_flat() -> None:
    found = patches(KERNELS["sobel_x"](3, 3)[None])
    answers = {patch.name: round(patch.response, 9) for patch in found}
    assert answers == {"own": 12, "turned": 0, "mirrored": -12, "board": 0, "flat": 0}


@pytest.mark.parametrize("name", [*KERNELS])
@pytest.mark.parametrize("shape", [(3, 3), (2, 5)])
def test_no_patch_of_the_same_energy_answers_more(name: str, shape: tuple[int, int]) -> None:
    kernel = np.stack([KERNELS[name](*shape)] * 2)
    if not kernel.any():
        return
    own, *others = patches(kernel)
    assert own.response == pytest.approx((kernel**2).sum())
    for patch in others:
        assert (patch.cells**2).sum() == pytest.approx((kernel**2).sum())
        assert patch.response == pytest.approx((patch.cells * kernel).sum())
        assert patch.response <= own.response + 1e-9
    assert others[-1].response == pytest.approx(others[-1].cells.flat[0] * kernel.sum())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stride", [1, 2])
def test_the_words_say_the_numbers(lang: str, stride: int) -> None:
    example = example_of(size="5", stride=str(stride))
    found = shifted(example)
    said = shift_words(example, found, lang)
    assert str(int(found.along[0].sum())) in said
    assert str(found.along[0].size) in said
    kernel = example.weight[0]
    assert "12" in pattern_words(kernel, patches(kernel), lang)
    assert "0.00" not in pattern_words(kernel, patches(kernel), lang)
