from collections.abc import Callable

import numpy as np
import pytest
import torch
import torch.nn.functional as torch_nn
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.cases import Case
from visualizer import engine

NUMBERS = st.floats(-50, 50, allow_subnormal=False)
CORNERS = [0.0, -0.0, 1e-12, -1e-12, 40.0, -40.0, np.nan, np.inf, -np.inf]

PAIRS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch_nn.relu,
    "leaky_relu": torch_nn.leaky_relu,
    "gelu": torch_nn.gelu,
}


@pytest.mark.parametrize("name", PAIRS)
@given(values=st.lists(NUMBERS, min_size=1, max_size=8))
def test_values_and_derivatives_are_torch(name: str, values: list[float]) -> None:
    x = torch.tensor(values, dtype=torch.float64, requires_grad=True)
    y = PAIRS[name](x)
    y.sum().backward()
    assert x.grad is not None
    # torch's own gelu loses digits in the left tail, where the value is below 1e-12.
    np.testing.assert_allclose(
        getattr(engine, name)(values), y.detach().numpy(), rtol=1e-9, atol=1e-12
    )
    derivative = getattr(engine, f"{name}_derivative")
    np.testing.assert_allclose(derivative(values), x.grad.numpy(), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", PAIRS)
def test_corners_are_torch(name: str) -> None:
    expected = PAIRS[name](torch.tensor(CORNERS, dtype=torch.float64)).numpy()
    if name == "gelu":
        expected = expected[:-1]  # torch says NaN at −∞, where the limit is 0 · ∞ all the same
        np.testing.assert_allclose(engine.gelu(CORNERS[:-1]), expected, rtol=1e-9, atol=1e-12)
        return
    np.testing.assert_allclose(getattr(engine, name)(CORNERS), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", PAIRS)
def test_shape_is_kept_and_the_input_too(name: str) -> None:
    x = np.array([[1.0, -2.0], [0.5, 0.0]])
    before = x.copy()
    y = getattr(engine, name)(x)
    assert y.shape == x.shape
    assert y.dtype == np.float64
    assert not np.shares_memory(x, y)
    np.testing.assert_array_equal(x, before)
    assert getattr(engine, name)(3).shape == ()


def test_the_slope_of_leaky_relu() -> None:
    x = torch.tensor([-2.0, 0.0, 2.0], dtype=torch.float64)
    np.testing.assert_allclose(
        engine.leaky_relu(x.numpy(), 0.3), torch_nn.leaky_relu(x, 0.3).numpy(), rtol=1e-12
    )


@given(
    values=st.lists(st.lists(st.floats(-1000, 1000), min_size=3, max_size=3), min_size=1),
    axis=st.integers(-2, 1),
    temperature=st.floats(0.1, 10),
)
def test_softmax_is_torch(values: list[list[float]], axis: int, temperature: float) -> None:
    x = np.array(values)
    y = engine.softmax(x, axis=axis, temperature=temperature)
    expected = torch.softmax(torch.tensor(x) / temperature, dim=axis).numpy()
    np.testing.assert_allclose(y, expected, rtol=1e-9, atol=1e-300)
    np.testing.assert_allclose(y.sum(axis=axis), 1.0, rtol=1e-12)


def test_softmax_is_safe_for_any_logits() -> None:
    assert engine.softmax([1000, -1000]).tolist() == [1.0, 0.0]
    assert engine.softmax([1e308, -1e308], temperature=1e-300).tolist() == [1.0, 0.0]
    # The distance of the two overflows; divided first, it is 2.
    shares = engine.softmax([1e308, -1e308], temperature=1e308)
    np.testing.assert_allclose(shares, [0.8807970779778823, 0.11920292202211755], rtol=1e-12)
    np.testing.assert_allclose(engine.softmax(np.log([70, 25, 5])), [0.7, 0.25, 0.05])


def test_softmax_jacobian_is_torch() -> None:
    x = torch.tensor([1.0, -2.0, 0.5], dtype=torch.float64)
    expected = torch.autograd.functional.jacobian(lambda v: torch.softmax(v / 2, 0), x)
    np.testing.assert_allclose(
        engine.softmax_jacobian(x.numpy(), temperature=2), expected.numpy(), rtol=1e-9
    )


def test_sigmoid_keeps_its_digits_in_the_tail() -> None:
    np.testing.assert_allclose(engine.sigmoid(-700.0), np.exp(-700.0), rtol=1e-12)
    np.testing.assert_allclose(engine.tanh_derivative(50.0), 4 * np.exp(-100.0), rtol=1e-12)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"axis": 1}, "axis_out_of_range"),
        ({"axis": -2}, "axis_out_of_range"),
        ({"axis": 0.0}, "not_an_integer"),
        ({"temperature": 0}, "not_positive"),
        ({"temperature": -1}, "not_positive"),
        ({"temperature": float("nan")}, "not_a_number"),
        ({"temperature": "1"}, "not_a_number"),
        ({"x": ["a"]}, "not_real_numbers"),
        ({"x": [1j]}, "not_real_numbers"),
        ({"x": [True]}, "not_real_numbers"),
    ],
)
def test_softmax_refuses(arguments: Case, code: str) -> None:
    with pytest.raises(engine.EngineError) as caught:
        engine.softmax(**{"x": [1.0, 2.0], **arguments})
    assert caught.value.code == code
