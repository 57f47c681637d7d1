"""Curves, slopes and shares are torch's, and the code's to copy."""

from __future__ import annotations

import numpy as np
import pytest

from tests.lessons.cases import run_code
from visualizer import engine
from visualizer.lessons.activation import code
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation.proof import curve_by_torch, softmax_by_torch
from visualizer.lessons.activation.settings import CURVES, EXAMPLES


@pytest.mark.parametrize("kind", CURVES)
def test_curves_and_slopes_are_torch_s_and_the_code_s(kind: str) -> None:
    x = story.grid()
    ours = np.stack([story.function(kind, 0.2)(x), story.derivative(kind, 0.2)(x)])
    assert np.allclose(ours, curve_by_torch(kind, 0.2, x), atol=1e-12)
    by_numpy, _ = run_code(code.numpy_code(kind, 0.2, 1.5))
    points = np.asarray(by_numpy["x"])
    assert np.allclose(by_numpy["y"], story.function(kind, 0.2)(points))
    assert np.allclose(by_numpy["slope"], story.derivative(kind, 0.2)(points))
    grad = run_code(code.torch_code(kind, 0.2, 1.5))[0]["x"].grad.numpy()
    assert np.allclose(grad, story.derivative(kind, 0.2)(points))


@pytest.mark.parametrize("name", EXAMPLES)
def test_softmax_is_safe_and_sums_to_one(name: str) -> None:
    logits = list(EXAMPLES[name])
    shares = engine.softmax(logits)
    assert np.isclose(shares.sum(), 1)
    assert np.allclose(shares, softmax_by_torch(np.array(logits), 1.0))
    for script in (code.softmax_numpy(logits, 2.0), code.softmax_torch(logits, 2.0)):
        assert np.allclose(run_code(script)[0]["p"], engine.softmax(logits, temperature=2.0))
