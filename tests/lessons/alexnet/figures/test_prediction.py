"""The bars of the answer and of the time that layers took."""

from __future__ import annotations

from visualizer.lessons.alexnet.figures.prediction import probability_bars, time_bars


def test_bars_carry_the_probabilities_and_the_names() -> None:
    figure = probability_bars(["a", "b"], [0.7, 0.1], ["70 %", "10 %"], dark=False)
    assert list(figure.data[0].x) == [0.7, 0.1]
    assert [note.text for note in figure.layout.annotations] == ["a", "b"]
    assert list(time_bars(["conv1"], [0.002], dark=True).data[0].x) == [2.0]
