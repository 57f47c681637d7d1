"""The effective field: by torch's gradient, inside the theoretical one, strongest in the middle."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer.engine import conv2d_backward
from visualizer.engine.network.layers import (
    Activation,
    Add,
    AvgPool,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Flatten,
    From,
    Layer,
    Linear,
    MaxPool,
    ZeroPad,
)
from visualizer.engine.network.walk import walk
from visualizer.lessons.architecture.effective import can_be_measured, measured
from visualizer.lessons.architecture.example import shapes_of
from visualizer.lessons.architecture.proof import effective_field
from visualizer.lessons.architecture.settings import ArchitectureSettings

SMALL = (1, 24, 24)
STACKS: list[list[Layer]] = [
    [Conv(2, 3), Conv(2, 5, padding=2), AvgPool(2), Conv(1, 3)],
    [Conv(2, (1, 5)), BatchNorm(), Activation("sigmoid"), Conv(1, (3, 1), stride=(1, 2))],
    [ZeroPad(2, 1, 0, 3), Conv(3, 3, dilation=2), ConvTranspose(2, 3, stride=1), Conv(1, 3)],
    [Conv(2, 3, padding=1), From(-1), Conv(2, 5, padding=2), Add(0), Conv(1, 3)],
    [Conv(2, 3, padding=1), Conv(2, 3, padding=1), Concat((0, -1)), Conv(1, 1)],
]


@pytest.mark.parametrize("layers", STACKS)
def test_what_has_a_gradient_is_the_field_and_all_of_it(layers: list[Layer]) -> None:
    walked = walk(SMALL, layers)
    assert walked.failure is None
    last = len(layers) - 1
    unit = (last, walked.output_shape[1] // 2, walked.output_shape[2] // 2)
    found = effective_field(walked.layers, shapes_of(walked), unit, walked.multiply_adds)
    rows, cols = np.nonzero(found.strength)
    seen = measured(walked, ArchitectureSettings(layer=last))
    assert seen is not None
    box = (rows.min(), cols.min(), rows.max(), cols.max())
    assert box == (seen.field.top, seen.field.left, seen.field.bottom, seen.field.right)


def test_the_engines_backward_gives_the_same_gradient() -> None:
    import torch

    layers = [Conv(1, 3, padding=1)]
    walked = walk((1, 9, 9), layers)
    found = effective_field(layers, shapes_of(walked), (0, 4, 4), 10**12, seed=3)
    assert found.draws == 1
    generator = torch.Generator().manual_seed(3)
    torch.randn(1, 1, 9, 9, generator=generator)
    kernel = (torch.randn(1, 1, 3, 3, generator=generator) * (2 / 9) ** 0.5).double().numpy()
    at_unit = np.zeros((1, 9, 9))
    at_unit[0, 4, 4] = 1.0
    ours = np.abs(conv2d_backward(at_unit, np.zeros((1, 9, 9)), kernel, padding=1).input[0])
    np.testing.assert_allclose(found.strength, ours / ours.max(), rtol=1e-6)


def test_a_deep_units_strength_lies_in_the_middle() -> None:
    layers = [part for _ in range(8) for part in (Conv(4, 3, padding=1), Activation("relu"))]
    walked = walk((1, 40, 40), layers)
    found = measured(walked, ArchitectureSettings(layer=15))
    assert found is not None
    assert (found.field.height, found.field.width) == (17, 17)
    assert found.middle.height < 11
    assert found.side < 17
    assert found.field.top < found.middle.top < found.middle.bottom < found.field.bottom


def test_fully_connected_units_and_huge_networks_are_not_measured() -> None:
    dense = walk((1, 8, 8), [Conv(1, 3), MaxPool(2), Flatten(), Linear(3)])
    assert not can_be_measured(dense, ArchitectureSettings(layer=3))
    assert can_be_measured(dense, ArchitectureSettings(layer=2))
    huge = walk((64, 512, 512), [Conv(2048, 15, padding=7)])
    assert not can_be_measured(huge, ArchitectureSettings(layer=0))


def test_a_unit_that_sees_only_padding_is_not_measured() -> None:
    walked = walk((1, 4, 4), [Conv(1, 1, padding=5)])
    assert measured(walked, ArchitectureSettings(layer=0, row=0, col=0)) is None
