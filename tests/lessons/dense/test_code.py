"""The code to copy computes the outputs, both ways."""

from __future__ import annotations

import numpy as np
import pytest

from tests.lessons.cases import run_code
from tests.lessons.dense.cases import example_of
from visualizer.lessons.dense.code import numpy_code, torch_code
from visualizer.lessons.dense.proof import dense_by_torch
from visualizer.settings.parameters import Value


@pytest.mark.parametrize("changes", [{}, {"map": "random", "channels": 3}])
def test_both_codes_and_the_proof_compute_the_outputs(changes: dict[str, Value]) -> None:
    now = example_of(**changes)
    for code in (torch_code(now), numpy_code(now)):
        names, printed = run_code(code)
        y = names["y"]
        np.testing.assert_allclose(y.detach().numpy() if hasattr(y, "detach") else y, now.y)
        assert len(printed.splitlines()) >= 3
        assert printed.strip().endswith("True")
    np.testing.assert_allclose(dense_by_torch(now), [*now.y, *now.y, *now.probabilities])
