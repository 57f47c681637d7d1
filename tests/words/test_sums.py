"""A step's sum as it is written under the stage."""

from __future__ import annotations

from tests.lessons.convolution.cases import example_of
from visualizer.notation import number
from visualizer.words.sums import written_step


def test_a_long_sum_is_shortened_in_the_middle() -> None:
    written = written_step(example_of(kernel="5").trace, 0)
    assert written.count("·") == 12
    assert " + … + " in written
    assert written.endswith(" + 1 = " + number(example_of(kernel="5").trace.result(0)))
