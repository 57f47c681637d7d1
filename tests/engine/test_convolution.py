import numpy as np
import pytest
import torch.nn.functional as torch_nn
from hypothesis import given

from tests.engine.cases import MANY, Case, agree, convolutions, tensor, torch_conv2d, transposed
from visualizer.engine import EngineError, conv2d, conv_output_size, conv_transpose2d


@MANY
@given(case=convolutions())
def test_conv2d_is_torch(case: Case) -> None:
    agree(lambda: conv2d(**case), lambda: torch_conv2d(case))


@MANY
@given(case=transposed())
def test_conv_transpose2d_is_torch(case: Case) -> None:
    def oracle() -> np.ndarray:
        tensors = {name: tensor(case[name]) for name in ("input", "weight", "bias")}
        return torch_nn.conv_transpose2d(**{**case, **tensors}).numpy()

    agree(lambda: conv_transpose2d(**case), oracle)


RAMP = np.arange(1, 26).reshape(1, 5, 5)
ONES = np.ones((1, 1, 3, 3))


def test_five_by_five_and_three_by_three() -> None:
    kernel = [[[[1, 0, -1]] * 3]]
    assert conv2d(RAMP, kernel).tolist() == [[[-6.0] * 3] * 3]


def test_stride_two_takes_every_other_window() -> None:
    full = conv2d(RAMP, ONES)
    np.testing.assert_array_equal(conv2d(RAMP, ONES, stride=2), full[:, ::2, ::2])


def test_padding_counts_as_zero() -> None:
    assert conv2d(RAMP, ONES, padding=1)[0, 0, 0] == 1 + 2 + 6 + 7


def test_dilation_reads_cells_apart() -> None:
    corners = 1 + 3 + 5 + 11 + 13 + 15 + 21 + 23 + 25
    assert conv2d(RAMP, ONES, dilation=2).tolist() == [[[corners]]]


def test_depthwise_keeps_channels_apart() -> None:
    image = np.stack([RAMP[0], 100 * RAMP[0]])
    weight = np.array([[[[1]]], [[[2]]]])
    np.testing.assert_array_equal(conv2d(image, weight, groups=2), [RAMP[0], 200 * RAMP[0]])


def test_even_same_puts_the_extra_cell_below_and_right() -> None:
    assert conv2d([[[1, 2]]], [[[[1, 10]]]], padding="same").tolist() == [[[21.0, 2.0]]]


def test_transposed_spreads_the_kernel() -> None:
    assert conv_transpose2d([[[1, 2]]], [[[[1, 1, 1]]]]).tolist() == [[[1.0, 3.0, 3.0, 2.0]]]


def test_bias_is_added_to_each_filter() -> None:
    made = conv2d([[[0.0]]], np.ones((2, 1, 1, 1)), bias=[3, -4])
    assert made.reshape(-1).tolist() == [3.0, -4.0]


def test_the_input_is_not_touched() -> None:
    image = RAMP.astype(float)
    before = image.copy()
    conv2d(image, ONES, padding=1)[...] = 7
    np.testing.assert_array_equal(image, before)


def test_a_large_image_is_computed_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    image = np.random.default_rng(0).normal(size=(4, 20, 20))
    weight = np.random.default_rng(1).normal(size=(4, 2, 3, 3))
    whole = conv2d(image, weight, groups=2)
    monkeypatch.setattr("visualizer.engine.windows.layout.BLOCK", 1000)
    np.testing.assert_allclose(conv2d(image, weight, groups=2), whole, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (
            {"weight": np.ones((1, 1, 7, 7))},
            "kernel_too_large",
            "kernel 7 is larger than the padded input 5: no window fits",
        ),
        (
            {"dilation": 3},
            "dilated_kernel_too_large",
            "kernel 3 with dilation 3 spans 7 cells, more than the padded input 5: no window fits",
        ),
        (
            {"padding": "same", "stride": 2},
            "same_with_stride",
            "padding 'same' needs stride 1, but stride is 2",
        ),
        (
            {"padding": 5, "padding_mode": "reflect"},
            "reflect_too_wide",
            "reflection needs padding smaller than the input: padding 5, input 5",
        ),
        (
            {"padding": 6, "padding_mode": "circular"},
            "circular_too_wide",
            "circular padding cannot be larger than the input: padding 6, input 5",
        ),
        ({"groups": 2}, "channels_mismatch", "the input has 1 channels, but the kernels read 2"),
        ({"stride": 0}, "below_minimum", "stride must be at least 1, but is 0"),
        ({"stride": True}, "not_an_integer", "stride must be a whole number, but is True"),
        ({"padding": -1}, "below_minimum", "padding must be at least 0, but is -1"),
        (
            {"padding": "some"},
            "not_a_choice",
            "padding must be one of valid, same, but is 'some'",
        ),
        ({"padding": 10**9}, "too_many_cells", None),
        ({"bias": [1, 2]}, "bias_length", None),
        ({"input": np.ones((5, 5))}, "wrong_axes", None),
        ({"input": np.ones((1, 0, 5))}, "empty_array", None),
        ({"input": [["a"]]}, "not_real_numbers", None),
        ({"input": [[1], [1, 2]]}, "not_real_numbers", None),
    ],
)
def test_a_refusal_says_why(arguments: Case, code: str, sentence: str | None) -> None:
    with pytest.raises(EngineError) as caught:
        conv2d(**{"input": RAMP, "weight": ONES, **arguments})
    assert caught.value.code == code
    if sentence:
        assert str(caught.value) == sentence


def test_filters_must_divide_into_groups() -> None:
    with pytest.raises(EngineError, match="3 filters cannot be shared equally among 2 groups"):
        conv2d(np.ones((2, 3, 3)), np.ones((3, 1, 2, 2)), groups=2)


def test_alexnet_sizes() -> None:
    assert conv_output_size(224, 11, stride=4, padding=2) == 55
    assert conv_output_size((224, 100), (11, 3), 4, 2) == (55, 26)
