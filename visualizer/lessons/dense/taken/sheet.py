"""The fully connected layer on paper: counts and outputs to fill in."""

from __future__ import annotations

from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.material.randomness import Stream
from visualizer.notation import number
from visualizer.taking.paper.blocks import (
    Blank,
    Block,
    Grid,
    Grids,
    Heading,
    Line,
    Words,
    fits,
    rounded,
)
from visualizer.words.text import text


def other(settings: DenseSettings, stream: Stream) -> DenseSettings:
    """Return a layer of the same shape on other numbers."""
    channels, height, width = build(settings).map.shape
    seed = stream.seed()
    return settings.changed(
        map="random", data="", channels=channels, size=min(height, width), seed=seed, output=0
    )


def sheet(settings: DenseSettings, lang: str) -> list[Block] | None:
    """Return the counts with blanks, map, weights and biases, and the empty outputs."""
    example = build(settings)
    channels, height, width = example.map.shape
    outputs, inputs = example.weight.shape
    maps = [
        Grid(text("dense.channel", lang, number=c + 1), plane)
        for c, plane in enumerate(example.map)
    ]
    layer = [
        Grid(text("dense.take_weights", lang), example.weight),
        Grid("b", example.bias[:, None]),
        Grid("y", example.y[:, None], hidden=True),
    ]
    if not fits([*maps, *layer]):
        return None
    blanks = [Blank(number(side), 10) for side in (channels, height, width, inputs, outputs)]
    c, h, w, n, m = blanks
    total = Blank(number(example.parameters))
    return [
        Heading(text("dense.take_counts", lang)),
        Line(("n = C·H·W =", c, "·", h, "·", w, "=", n)),
        Line(("m·n + m =", m, "·", n, "+", m, "=", total)),
        Heading(text("take.paper_compute", lang)),
        Words(text("dense.take_flat", lang), small=True),
        *([Words(text("take.paper_decimals", lang), small=True)] if rounded(layer) else []),
        Grids(tuple(maps)),
        Grids(tuple(layer)),
    ]
