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
    ("activation", 1, 4711): (
        "value 1; sum 1; probability 0.3; slope 0.2; first pig; "
        "zeros 10; probability 0.45; value 4; zeros 13; probability 0.1"
    ),
    ("activation", 2, 4711): (
        "last dog; zeros 14; slope 0.0266; shift stays; dead 5; "
        "value 0.4621; probability 0.3; temperature shrinks; temperature grows; value 0.9951"
    ),
    ("activation", 3, 4711): (
        "last dog; temperature shrinks; shift stays; value 0.9982; chain 1; "
        "probability 0.4444; slope 0.2350; dead 7; shift stays; value 0.1192"
    ),
    ("dropout", 1, 4711): (
        "factor 2; kept 0; expected 8; evaluated 4.5; factor 4; "
        "kept 0; expected 5; evaluated 4.5; kept 0; evaluated 0.5"
    ),
    ("dropout", 2, 4711): (
        "masks 64; mean 3; expected 2.5; factor 2.5; evaluated 1.5; "
        "kept 10; mean 4; evaluated 4.5; factor 4; kept 0"
    ),
    ("dropout", 3, 4711): (
        "back 0.4; next -1.5; mean 3; expected 4.8; kept 0; "
        "masks 64; expected 6; mean 2; back 0.9; next 8"
    ),
    ("dense", 1, 4711): (
        "value -11; flat 9; parameters 102; flat 12; value -10; "
        "parameters 51; flat 8; value 8; parameters 76; value -13"
    ),
    ("dense", 2, 4711): (
        "flat 8; shared 168; value 35; order 8; parameters 76; "
        "flat 12; value 29; shared 114; order 9; parameters 57"
    ),
    ("dense", 3, 4711): (
        "value 13; order 5; parameters 26; alexnet right; shared 114; "
        "folded 3×2×2; shared 95; value -13; folded 3×2×2; parameters 38"
    ),
    ("architecture", 1, 4711): (
        "field 7; flat 288; shape 4×26×26; parameters 210; parameters 40; "
        "flat 120; shape 8×8×8; field 32; parameters 1168; shape 12×12×12"
    ),
    ("architecture", 2, 4711): (
        "field 10; most fc4; shape 12×28×28; flat 392; parameters 448; "
        "flat 576; field 14; shape 16×11×11; most conv3; parameters 330"
    ),
    ("architecture", 3, 4711): (
        "work fc3; parameters 312; field 163; flat 144; shape 12×4×4; "
        "most fc2; shape 4×7×7; most fc9; work conv1; field 13"
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
