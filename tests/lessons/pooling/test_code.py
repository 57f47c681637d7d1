"""Torch, the code to copy and the stage make the same numbers."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from tests.lessons.cases import output_of
from tests.settings.cases import wishes
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.code import numpy_code, torch_code
from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.proof import pooling_by_torch
from visualizer.lessons.pooling.settings import PoolingSettings


@given(wishes(LESSON))
def test_torch_and_the_loops_make_the_same(wished: PoolingSettings) -> None:
    settings, _ = LESSON.settle(wished.changed(size=7, input="random"))
    made = build(settings)
    assert np.allclose(pooling_by_torch(made), made.trace.output)
    assert np.allclose(output_of(numpy_code(made)), made.trace.output)
    assert np.allclose(output_of(torch_code(made)), made.trace.output)
