"""A link that was sent keeps its questions: what some seeds ask for, written down once.

Who adds a kind of question or changes what is drawn changes these on purpose: links that were sent
then lead to other questions.
"""

from __future__ import annotations

import pytest

from visualizer.asking import series

PROMISED: dict[tuple[str, int, int], str] = {
    ("convolution", 1, 4711): (
        "reads 1-0-1; shape 3×3; value -3; shape 5×5; reads 0-0-0; "
        "value 0; value -4; shape 1×1; reads 1-1-3; reads 4-4-3"
    ),
    ("convolution", 2, 4711): (
        "shape 1×7×7; parameters 30; value -2; reads 1-1-0; value 1; reads 6-6-2; "
        "parameters 16; shape 1×4×4; parameters 17; reads 0-3-1"
    ),
    ("convolution", 3, 4711): (
        "value 2; shape 2×7×7; parameters 36; reads 3-3-3; reads 0-0-1; "
        "shape 3×5×5; value -6; parameters 17; reads 1-1-1; value 3"
    ),
    ("pooling", 1, 4711): (
        "value 4.75; shape 3×3; winner 0-2; winner 5-5; shape 2×2; value 3.111; "
        "value 5.222; winner 5-1; shape 2×2; value 6"
    ),
    ("pooling", 2, 4711): (
        "divisor 6; winner 4-3; shape 4×4; value 9; winner 0-1; value -1; "
        "divisor 2; shape 3×3; divisor 2; shape 2×3×3"
    ),
    ("pooling", 3, 4711): (
        "shape 3×3; value 2.5; winner 2-3; divisor 2; winner 1-3; "
        "shape 2×2; value 4; divisor 3; winner 3-2; value -1"
    ),
}


def written(name: str, level: int, seed: int) -> str:
    """Write what a series asks and what is right."""
    found = []
    for question in series(name, level, seed):
        answer = question.answer
        if isinstance(answer, tuple):
            shown = "×".join(f"{side:g}" for side in answer)
        else:
            shown = answer if isinstance(answer, str) else f"{answer:.4g}"
        found.append(f"{question.kind} {shown}")
    return "; ".join(found)


@pytest.mark.parametrize("asked", PROMISED)
def test_a_link_asks_what_it_asked_when_it_was_sent(asked: tuple[str, int, int]) -> None:
    assert written(*asked) == PROMISED[asked]
