"""The code to copy, torch's proof and the picture have the same numbers."""

from __future__ import annotations

import numpy as np
import pytest

from tests.lessons.cases import output_of
from tests.lessons.dropout.cases import example_of
from visualizer.lessons.dropout.code import numpy_code, torch_code
from visualizer.lessons.dropout.proof import dropout_by_torch


@pytest.mark.parametrize("mode", ["train", "eval"])
@pytest.mark.parametrize("p", [0.0, 0.3, 1.0])
def test_both_codes_print_the_outputs_on_screen(mode: str, p: float) -> None:
    now = example_of(p=p, mode=mode)
    for code in (torch_code(now), numpy_code(now)):
        np.testing.assert_allclose(output_of(code), now.shown.output, atol=1e-12)


@pytest.mark.parametrize("p", [0.0, 0.3, 1.0])
def test_torch_finds_the_same_in_all_four_ways(p: float) -> None:
    ours, theirs = dropout_by_torch(example_of(p=p))
    assert len(ours) == 3 * 2 + 5
    np.testing.assert_allclose(ours, theirs, atol=1e-9)
