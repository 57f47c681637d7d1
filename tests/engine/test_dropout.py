from typing import Any

import numpy as np
import pytest

from tests.engine.cases import Case
from visualizer.engine import EngineError, dropout, dropout_mask

X = np.arange(1.0, 1001.0)


def test_what_is_kept_is_scaled_and_the_rest_is_zero() -> None:
    y = dropout(X, p=0.2, rng=3)
    kept = dropout_mask(X.shape, p=0.2, rng=3)
    np.testing.assert_allclose(y[kept], X[kept] / 0.8, rtol=1e-12)
    assert not y[~kept].any()
    assert 0 < (~kept).sum() < X.size


def test_nothing_happens_when_not_training() -> None:
    y = dropout(X, training=False)
    np.testing.assert_array_equal(y, X)
    assert not np.shares_memory(y, X)


def test_the_ends_of_p() -> None:
    np.testing.assert_array_equal(dropout(X, p=0), X)
    np.testing.assert_array_equal(dropout(X, p=1), np.zeros_like(X))


def test_a_seed_repeats_and_a_generator_moves_on() -> None:
    np.testing.assert_array_equal(dropout(X, rng=5), dropout(X, rng=5))
    generator = np.random.default_rng(5)
    first, second = dropout(X, rng=generator), dropout(X, rng=generator)
    np.testing.assert_array_equal(first, dropout(X, rng=5))
    assert (first != second).any()
    assert dropout(X).shape == X.shape


def test_many_draws_average_to_the_input() -> None:
    generator = np.random.default_rng(0)
    mean = np.mean([dropout(np.ones(50), p=0.3, rng=generator) for _ in range(2000)], axis=0)
    # The standard error is √(p/(1−p)/n) = 0.015; six of them are never reached by chance.
    np.testing.assert_allclose(mean, 1.0, atol=0.09)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"p": -0.1}, "not_between"),
        ({"p": 1.1}, "not_between"),
        ({"p": float("nan")}, "not_a_number"),
        ({"p": True}, "not_a_number"),
        ({"training": 1}, "not_a_flag"),
        ({"rng": "seed"}, "not_a_generator"),
        ({"rng": -1}, "not_a_generator"),
        ({"x": "text"}, "not_real_numbers"),
    ],
)
def test_dropout_refuses(arguments: Case, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        dropout(**{"x": X, **arguments})
    assert caught.value.code == code


@pytest.mark.parametrize("shape", [-1, 1.5, (2, "a"), (1,) * 40, 10**12, None])
def test_a_mask_of_no_shape(shape: Any) -> None:
    with pytest.raises(EngineError):
        dropout_mask(shape)
