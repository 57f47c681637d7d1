"""Where the parts of a dense layer's drawing lie: apart, and low enough for a projector."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer.lessons.dense.figures.places import places, spread

SHAPES = [(1, 1, 1), (1, 2, 2), (1, 3, 3), (1, 4, 4), (2, 3, 3), (3, 2, 2), (1, 4, 1)]


def test_outputs_are_spread_over_the_height_of_the_inputs() -> None:
    assert spread(1, 9).tolist() == [4.0]
    heights = spread(6, 4)
    assert np.allclose(np.diff(heights), 4 / 6)
    assert heights.mean() == pytest.approx(1.5)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("outputs", range(1, 7))
def test_rings_bars_and_numbers_have_room(shape: tuple[int, ...], outputs: int) -> None:
    at = places(shape, outputs, narrow=False)
    heights = spread(outputs, int(np.prod(shape))) * at.step
    assert at.step >= 18, "a line of 14 pixels beside each input"
    assert np.all(np.diff(heights) >= 41.9), "a ring, or a name and its bar"
    assert heights[0] + at.top >= 40, "the title above the first ring"
    assert heights[-1] + 19 <= (int(np.prod(shape)) - 1) * at.step + at.bottom
    assert at.height <= 390, "player and formula fit below it on a projector"


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_on_a_phone_the_map_lies_above_the_links(shape: tuple[int, ...]) -> None:
    at = places(shape, 3, narrow=True)
    assert at.map[2] > at.links[3]
    assert at.cells[0] * at.cell <= 320
    assert len({y for _, y in at.corners}) == 1
