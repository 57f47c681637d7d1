from __future__ import annotations

import numpy as np
import pytest
import torch

from visualizer.alexnet.errors import UnitError
from visualizer.alexnet.geometry import field_of
from visualizer.alexnet.handoff import hand_off
from visualizer.alexnet.model import AnyAlexNet
from visualizer.alexnet.preprocessing import Prepared
from visualizer.alexnet.run import Run, run_network
from visualizer.alexnet.unit import open_unit
from visualizer.lessons import convolution, pooling
from visualizer.lessons.convolution.example import build as build_convolution
from visualizer.lessons.pooling.example import build as build_pooling
from visualizer.lessons.roads import visit_convolution, visit_pooling


def places(shape: tuple[int, ...], count: int = 6, seed: int = 0) -> list[tuple[int, int, int]]:
    """The corners of a layer and some units inside it."""
    full = shape if len(shape) == 3 else (*shape, 1, 1)
    rng = np.random.default_rng(seed)
    corners = [(0, 0, 0), tuple(size - 1 for size in full), (0, 0, full[2] - 1)]
    inside = [tuple(int(rng.integers(size)) for size in full) for _ in range(count)]
    return corners + inside  # type: ignore[return-value]


@pytest.mark.parametrize("which", ["run", "run_2012"])
def test_every_layers_units_equal_torchs(which: str, request: pytest.FixtureRequest) -> None:
    run: Run = request.getfixturevalue(which)
    for each in run.layers:
        for channel, row, col in places(each.shape):
            unit = open_unit(run, each.name, channel, row, col)
            where = each.name, channel, row, col
            torch_value = each.output[(channel, row, col)[: each.output.dim()]].item()
            assert unit.torch_value == torch_value, where
            # What nearly cancels out keeps float32's absolute error of the terms it is made of.
            slack = 1e-4 * abs(torch_value) + 1e-6
            assert unit.value == pytest.approx(torch_value, rel=0, abs=slack), where


@pytest.mark.parametrize("layer", ["conv1", "conv2", "conv3", "conv4", "conv5", "relu2"])
def test_products_and_sums_belong_together(run: Run, layer: str) -> None:
    unit = open_unit(run, layer, 10, 0, 4)
    assert unit.weights is not None
    assert unit.products is not None
    np.testing.assert_array_equal(unit.products, unit.patch * unit.weights)
    by_channel = dict(zip(unit.channels, unit.products.sum(axis=(1, 2)), strict=True))
    assert {each.channel: each.sum for each in unit.sources} == pytest.approx(by_channel)
    sizes = [abs(each.sum) for each in unit.sources]
    assert sizes == sorted(sizes, reverse=True)
    shown, others = unit.strongest(3)
    total = sum(each.sum for each in shown) + others + unit.bias
    assert total == pytest.approx(unit.total)
    assert unit.value == (max(unit.total, 0.0) if unit.relu else unit.total)


def test_padding_is_marked_and_zero(run: Run) -> None:
    unit = open_unit(run, "conv1", 0, 0, 54)
    assert unit.rows == tuple(range(-2, 9))
    assert unit.cols == tuple(range(214, 225))
    assert unit.padding[:2].all()
    assert unit.padding[:, -1:].all()
    assert not unit.padding[2:, :-1].any()
    assert not unit.patch[:, unit.padding].any()
    inside = run.input[:, 0:9, 214:224].numpy()
    np.testing.assert_array_equal(unit.patch[:, 2:, :-1], inside)


def test_max_pooling_names_the_winner(run: Run) -> None:
    unit = open_unit(run, "pool2", 33, 4, 5)
    assert unit.winner is not None
    values = run.input_of("pool2")[33]
    assert values[unit.winner].item() == unit.value
    row, col = unit.winner
    assert row in range(8, 11)
    assert col in range(10, 13)


def test_groups_read_their_own_channels(run_2012: Run) -> None:
    assert open_unit(run_2012, "conv2", 3, 0, 0).channels == range(0, 48)
    assert open_unit(run_2012, "conv2", 200, 0, 0).channels == range(48, 96)


@pytest.mark.parametrize(
    ("layer", "size", "jump"),
    # By hand: 11; 11+2·4; 19+4·8; 51+2·8; 67+2·16; +2·16; +2·16; +2·16
    [
        ("conv1", 11, 4), ("pool1", 19, 8), ("conv2", 51, 8), ("pool2", 67, 16),
        ("conv3", 99, 16), ("conv4", 131, 16), ("conv5", 163, 16), ("pool5", 195, 32),
    ],
)  # fmt: skip
def test_receptive_fields(run: Run, layer: str, size: int, jump: int) -> None:
    field = field_of(run, layer, 1, 2)
    assert (field.size, field.jump) == (size, jump)
    assert field.whole.width == field.whole.height == size
    neighbour = field_of(run, layer, 2, 3).whole
    assert neighbour.left - field.whole.left == neighbour.top - field.whole.top == jump


def test_a_fully_connected_unit_sees_everything(run: Run) -> None:
    assert field_of(run, "relu6", 0, 0).seen.width == 224


@pytest.mark.parametrize(("layer", "row", "col"), [("conv2", 13, 20), ("conv3", 2, 6)])
def test_only_pixels_in_the_field_change_a_unit(
    model: AnyAlexNet, prepared: Prepared, run: Run, layer: str, row: int, col: int
) -> None:
    seen = field_of(run, layer, row, col).seen
    box = np.s_[:, int(seen.top) : int(seen.bottom), int(seen.left) : int(seen.right)]
    kept = torch.randn(prepared.tensor.shape, generator=torch.Generator().manual_seed(0))
    kept[box] = prepared.tensor[box]
    changed = run_network(model, kept)
    at = np.s_[:, row, col]
    torch.testing.assert_close(changed.output(layer)[at], run.output(layer)[at])
    # And the field is no larger than it must be: one column less changes some unit.
    kept[:, :, int(seen.left)] += 3.0
    assert not torch.equal(run_network(model, kept).output(layer)[at], changed.output(layer)[at])


def test_the_field_is_found_on_the_photo(run: Run, prepared: Prepared) -> None:
    unit = open_unit(run, "conv1", 0, 20, 30, prepared)
    assert unit.field_photo is not None
    # 400×300: the crop is 262.5 wide, in the middle; conv1's window 30 begins at 4·30 − 2.
    pixel = 300 / 256
    assert unit.field_photo.width == pytest.approx(11 * 400 / 341, rel=1e-6)
    assert unit.field_photo.top == pytest.approx((16 + 78) * pixel)


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        (("conv7", 0, 0, 0), "unit_layer"),
        (("conv1", 64, 0, 0), "unit_channel"),
        (("conv1", -1, 0, 0), "unit_channel"),
        (("conv1", 0, 55, 0), "unit_cell"),
        (("conv1", 0, 0, -1), "unit_cell"),
        (("fc6", 0, 0, 1), "unit_cell"),
    ],
)
def test_units_that_are_not_there_are_refused(
    run: Run, unit: tuple[str, int, int, int], code: str
) -> None:
    with pytest.raises(UnitError) as caught:
        open_unit(run, *unit)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("layer", "row", "col"),
    [("conv1", 0, 0), ("conv1", 54, 54), ("relu1", 20, 31), ("conv2", 3, 26), ("conv5", 12, 0)],
)
def test_a_handed_over_convolution_gives_the_channels_sum(
    run: Run, layer: str, row: int, col: int
) -> None:
    example = hand_off(run, layer, 8, row, col)
    unit = open_unit(run, layer, 8, row, col)
    assert example.input_channel == unit.sources[0].channel
    assert example.exact == unit.sources[0].sum
    assert example.kernel is not None
    _, height, width = example.input.shape
    assert max(height, width) <= 32
    values = example.settings
    result = torch.nn.functional.conv2d(
        torch.from_numpy(example.input)[None],
        torch.from_numpy(example.kernel)[None, None],
        stride=int(values["stride"]),
        padding=int(values["padding"]),
    )[0, 0]
    assert values["step"] == example.row * result.shape[1] + example.col
    shown = result[example.row, example.col].item()
    assert shown == pytest.approx(example.rounded)
    # Two decimals: each of the k·k products is off by at most half a hundredth of its weight.
    slack = 0.0051 * float(np.abs(example.kernel).sum()) + 1e-3
    assert shown == pytest.approx(example.exact, abs=slack)


def test_the_cut_out_lies_where_it_says(run: Run) -> None:
    example = hand_off(run, "conv1", 8, 20, 31, input_channel=2)
    part = run.input[2, example.top : example.top + 31, example.left : example.left + 31]
    np.testing.assert_allclose(example.input[0], part.numpy(), atol=0.00501)


@pytest.mark.parametrize(
    ("layer", "row", "col"), [("pool1", 26, 0), ("pool1", 9, 9), ("pool5", 5, 5)]
)
def test_a_handed_over_pooling_gives_the_units_value(
    run: Run, layer: str, row: int, col: int
) -> None:
    example = hand_off(run, layer, 8, row, col)
    values = example.settings
    result = torch.nn.functional.max_pool2d(
        torch.from_numpy(example.input)[None], int(values["kernel"]), int(values["stride"])
    )[0, 0]
    assert values["step"] == example.row * result.shape[1] + example.col
    assert result[example.row, example.col].item() == example.rounded
    assert example.rounded == pytest.approx(example.exact, abs=0.0051)


@pytest.mark.parametrize("layer", ["conv1", "conv2", "relu4"])
def test_the_convolution_lesson_shows_what_was_handed_over(run: Run, layer: str) -> None:
    example = hand_off(run, layer, 8, 3, 4)
    assert example.kernel is not None
    found = visit_convolution(example.settings, example.input, example.kernel)
    settings, notices = convolution.LESSON.parse(found.query)
    assert notices == []
    trace = build_convolution(settings).trace
    assert trace.result(settings.step) == pytest.approx(example.rounded, abs=1e-9)
    np.testing.assert_array_equal(trace.input, example.input)
    np.testing.assert_array_equal(trace.weight[0, 0], example.kernel)


@pytest.mark.parametrize("layer", ["pool1", "pool2", "pool5"])
def test_the_pooling_lesson_shows_what_was_handed_over(run: Run, layer: str) -> None:
    example = hand_off(run, layer, 8, 3, 4)
    settings, notices = pooling.LESSON.parse(visit_pooling(example.settings, example.input).query)
    assert notices == []
    trace = build_pooling(settings).trace
    assert trace.result(settings.step) == example.rounded


def test_only_convolution_and_pooling_can_be_stepped_through(run: Run) -> None:
    with pytest.raises(UnitError, match="unit_kind"):
        hand_off(run, "fc6", 0, 0, 0)
    with pytest.raises(UnitError, match="unit_channel"):
        hand_off(run, "conv1", 0, 0, 0, input_channel=3)
