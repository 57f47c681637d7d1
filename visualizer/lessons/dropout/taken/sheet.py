"""The network with dropout on paper: each hidden neuron's way through its mask, to fill in."""

from __future__ import annotations

from visualizer.lessons.dropout.example import build
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.lessons.dropout.words import layer_names, scale
from visualizer.material.randomness import Stream
from visualizer.notation import precise
from visualizer.taking.paper.blocks import Blank, Block, Grid, Grids, Heading, Line, Listed, Words
from visualizer.words.text import text


def other(settings: DropoutSettings, stream: Stream) -> DropoutSettings:
    """Return the same network with other neurons dropped."""
    return settings.changed(seed=stream.seed())


def sheet(settings: DropoutSettings, lang: str) -> list[Block]:
    """Return inputs and first weights, the factor, and the table of neurons with blanks."""
    example = build(settings)
    p = f"{example.p:g}"
    names, run = layer_names(example, lang), example.dropped
    rows = []
    for layer, mask in enumerate(example.masks):
        for j, kept in enumerate(mask):
            factor = scale(example) if kept and example.scale is not None else "0"
            before, after = (
                precise(float(values[layer + 1][j])) for values in (run.before, run.after)
            )
            rows.append(
                (
                    names[layer + 1],
                    str(j + 1),
                    Blank(before, 18) if layer == 0 else before,
                    str(int(kept)),
                    Blank(factor),
                    Blank(after, 18),
                )
            )
    heads = ("layer", "neuron", "before", "mask", "factor", "after")
    columns = tuple(text(f"drop.column_{head}", lang) for head in heads)
    factor_line = Line((f"p = {p}:   1 / (1 − p) = ", Blank(scale(example))))
    return [
        Heading(text("drop.take_first", lang)),
        Words(text("drop.take_first_words", lang), small=True),
        Grids(
            (
                Grid(names[0], example.x[:, None]),
                Grid(text("drop.take_weights", lang), example.weights[0]),
            )
        ),
        Heading(text("drop.take_masked", lang)),
        Words(text("drop.take_masked_words", lang), small=True),
        *([factor_line] if example.scale is not None else []),
        Listed(columns, tuple(rows)),
    ]
