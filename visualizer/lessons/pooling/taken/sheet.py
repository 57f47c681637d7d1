"""The pooling on paper."""

from __future__ import annotations

from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.lessons.pooling.questions.shapes import facts
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.material.randomness import Stream
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
from visualizer.taking.paper.sizes import Axis, size_lines
from visualizer.words.text import text


def other(settings: PoolingSettings, stream: Stream) -> PoolingSettings:
    """Return the same pooling of other numbers."""
    return settings.changed(input="random", seed=stream.seed(), step=0, from_="")


def sheet(settings: PoolingSettings, lang: str) -> list[Block] | None:
    """Return input, the empty output and the shape formula; None if it is too large."""
    example = build(settings)
    grids = [*_named("input", example.input, lang), *_named("output", example.trace.output, lang)]
    if not fits(grids):
        return None
    told = " · ".join(fact.text(lang) for fact in facts(example))
    return [
        Words(told, small=True),
        *(_shape(example, lang) if example.kind != "global" else []),
        Heading(text("take.paper_compute", lang)),
        *([Words(text("take.paper_decimals", lang), small=True)] if rounded(grids) else []),
        Grids(tuple(grids)),
    ]


def _shape(example: PoolExample, lang: str) -> list[Block]:
    """Return the formula; with ceil_mode it can count a window that torch leaves out."""
    up, axes, lost = example.ceil_mode, [], list[Block]()
    for i, key in enumerate(("rows", "columns")):
        size, kernel = example.input.shape[1 + i], example.kernel[i]
        stride, pad, dilation = example.stride[i], example.padding[i], example.trace.dilation[i]
        room = size + 2 * pad - dilation * (kernel - 1) - 1
        places = -(-room // stride) + 1 if up else room // stride + 1
        axes.append(Axis(size, kernel, stride, (pad, pad), dilation, places))
        kept = example.trace.output.shape[1 + i]
        if kept != places:
            name = text(f"take.paper_{key}", lang)
            lost.append(Line((f"{name}:  o =", Blank(str(kept)))))
    if lost:
        lost.insert(0, Words(text("pool.shape_dropped", lang), small=True))
    return [
        Heading(text("take.paper_shape", lang)),
        Words(text("pool.take_letters", lang), small=True),
        *size_lines(axes, lang, up=up),
        *lost,
    ]


def _named(role: str, maps: object, lang: str) -> list[Grid]:
    planes = list(maps)  # type: ignore[call-overload]
    first = text(f"common.{role}", lang)
    hidden = role == "output"
    if len(planes) == 1:
        return [Grid(first, planes[0], hidden)]
    return [
        Grid(f"{first} · {text('common.channel', lang, number=i + 1)}", plane, hidden)
        for i, plane in enumerate(planes)
    ]
