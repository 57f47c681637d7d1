"""The chart of parameters."""

from visualizer.lessons.dense.figures.counts import counts


def test_the_chosen_count_is_written_out() -> None:
    figure = counts(
        range(1, 8), [n * n for n in range(1, 8)], 5, 6, names=("a", "b"), axis="n", dark=False
    )
    chosen = figure.to_plotly_json()["data"][-1]
    assert (chosen["x"], chosen["y"], chosen["text"]) == ([6], [36], ["36"])
