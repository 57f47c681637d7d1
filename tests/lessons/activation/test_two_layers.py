"""Two linear layers are one layer; with ReLU between them they are not."""

from __future__ import annotations

import numpy as np
import torch

from visualizer.lessons.activation import two_layers
from visualizer.lessons.activation.two_layers import B1, B2, W1, W2
from visualizer.lessons.activation.words import layer_formulas, layer_rows


def test_the_numbers_are_those_of_a_blackboard() -> None:
    found = two_layers.run(two_layers.EXAMPLES)
    assert found.weight.tolist() == [[-1]]  # 1·2 + 3·(−1)
    assert found.bias.tolist() == [2]  # 1·(−2) + 3·2 − 2
    assert found.hidden.tolist() == [[-4, 3], [-2, 2], [0, 1], [2, 0], [4, -1]]
    assert found.two.tolist() == found.one.tolist() == [3, 2, 1, 0, -1]
    assert found.bent.tolist() == [7, 4, 1, 0, 2]


def test_torch_computes_the_same() -> None:
    x = two_layers.along()
    found = two_layers.run(x)
    first, second = torch.nn.Linear(1, 2).double(), torch.nn.Linear(2, 1).double()
    with torch.no_grad():
        for layer, weight, bias in ((first, W1, B1), (second, W2, B2)):
            layer.weight.copy_(torch.from_numpy(weight))
            layer.bias.copy_(torch.from_numpy(bias))
        column = torch.from_numpy(x)[:, None]
        two = second(first(column))[:, 0].numpy()
        bent = second(torch.relu(first(column)))[:, 0].numpy()
    np.testing.assert_allclose(found.two, two, atol=1e-12)
    np.testing.assert_allclose(found.one, two, atol=1e-12)
    np.testing.assert_allclose(found.bent, bent, atol=1e-12)


def test_two_layers_are_straight_and_relu_bends_them() -> None:
    found = two_layers.run(two_layers.along())
    assert np.allclose(np.diff(found.two, 2), 0)
    bends = found.x[1:-1][np.abs(np.diff(found.bent, 2)) > 1e-9]
    assert bends.tolist() == [1, 2]


def test_formulas_and_rows_write_the_same_numbers() -> None:
    found = two_layers.run(two_layers.EXAMPLES)
    assert layer_formulas(found)[-1] == "y = -x + 2"
    assert layer_rows(found)[0] == ["-1", "-4, 3", "3", "3", "7"]
