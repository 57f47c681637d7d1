"""One picture through both layers: equal to torch, and only one of them moves along."""

from __future__ import annotations

import numpy as np
import pytest

from tests.lessons.dense.cases import example_of
from visualizer.lessons.dense.sharing import Sharing, share
from visualizer.settings.parameters import Value


@pytest.mark.parametrize("changes", [{}, {"map": "random", "channels": 3}, {"data": "1"}])
def test_both_layers_compute_what_torch_does(changes: dict[str, Value]) -> None:
    torch = pytest.importorskip("torch")
    now = share(example_of(**changes).map, 4)
    for picture in (now.picture, now.moved):
        x = torch.from_numpy(picture)
        conv = torch.nn.functional.conv2d(
            x[None], torch.from_numpy(now.kernel)[None, None], torch.tensor([now.bias]).double(),
            padding=1,
        )[0]  # fmt: skip
        dense = torch.nn.functional.linear(
            x.flatten(), torch.from_numpy(now.weight), torch.from_numpy(now.biases)
        )
        np.testing.assert_allclose(now.convolved(picture), conv.numpy())
        np.testing.assert_allclose(now.connected(picture).ravel(), dense.numpy())


@pytest.mark.parametrize("seed", range(5))
def test_the_convolution_moves_along_and_the_other_layer_does_not(seed: int) -> None:
    now = share(example_of().map, seed)
    assert now.picture[:, :-1].tolist() == now.moved[:, 1:].tolist()
    assert now.follows
    before, after = now.convolved(now.picture), now.convolved(now.moved)
    assert after[:, 1:].tolist() == before[:, :-1].tolist()
    assert set(after[:, 0]) == {now.bias}, "what comes in is empty"
    assert now.changed >= 0.8 * before.size


def test_of_the_first_example_every_output_differs() -> None:
    now = share(example_of().map, 4)
    assert now.changed == now.picture.size == 18
    assert now.parameters == (10, 18 * 18 + 18)


def test_a_picture_of_one_cell_is_the_kernel_turned_round() -> None:
    kernel = np.arange(9.0).reshape(3, 3)
    picture, moved = np.zeros((2, 3, 4))
    picture[1, 1] = moved[1, 2] = 1
    now = Sharing(picture, moved, kernel, 0.0, np.eye(12), np.zeros(12))
    assert now.convolved(picture)[:, :3].tolist() == [[8, 7, 6], [5, 4, 3], [2, 1, 0]]
    assert now.convolved(moved)[:, 1:].tolist() == [[8, 7, 6], [5, 4, 3], [2, 1, 0]]
