"""A pooling as a scene for the stage: the window's numbers, and the one that wins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from visualizer.engine import OVERHANG, GatherTrace, PoolTrace
from visualizer.figures.asked.veil import Lit, asked_stage
from visualizer.figures.colors import Bytes
from visualizer.figures.packing import Written, pack
from visualizer.figures.photo import on_grid, photo_colors
from visualizer.figures.scene import Moment, Scene, sources
from visualizer.figures.stage import Stage
from visualizer.figures.still import Still, still
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.backward import words
from visualizer.lessons.pooling.backward.flow import flow
from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.words import titles
from visualizer.memory import remembered
from visualizer.settings.inputs import is_picture


def scene(example: PoolExample, photo: bool, lang: str) -> Scene:
    """Return the scene; ``photo``: whether the input is a picture and shown as one."""
    return pooling_scene(
        example.trace,
        titles=titles(example.trace, lang),
        photo=photo_colors(example.input) if photo else None,
    )


def pooling_scene(
    trace: PoolTrace,
    *,
    titles: Mapping[str, Sequence[str]],
    photo: Bytes | None = None,
) -> Scene:
    """Return the scene of a pooling's run.

    photo: (C, H, W, 3) colours of the input cells, where the input is a picture.
    """

    def moment(step: int) -> Moment:
        channel, row, col = trace.cell(step)
        return Moment(
            filter=channel,
            row=row,
            col=col,
            rows=trace.rows(step),
            cols=trace.cols(step),
            channels=[channel],
            shown=np.where(trace.valid(step), trace.window(step), np.nan),
            sums=np.zeros(0),
            winner=trace.winner(step),
        )

    # What lies beyond the padding is no number at all.
    grid = np.where(trace.cell_kind == OVERHANG, np.nan, trace.grid)
    chosen = {"winner": pack(trace.winners)} if trace.kind == "max" else {}
    return Scene(
        operation=trace.kind,
        grid=grid,
        kind=trace.cell_kind,
        origin=(int(trace.pads[0][0]), int(trace.pads[1][0])),
        weight=None,
        kernel_size=trace.kernel_size,
        stride=trace.stride,
        dilation=trace.dilation,
        groups=len(trace.input),
        output=trace.output,
        activated=None,
        unused_rows=trace.unused_rows(),
        unused_cols=trace.unused_cols(),
        titles=titles,
        moment=moment,
        photo=on_grid(photo, trace.source_rows, trace.source_cols),
        data={
            "divisor": pack(np.broadcast_to(trace.divisors, trace.output.shape)),
            "countPadding": trace.kind == "avg" and trace.count_include_pad,
            "sources": sources(trace),
            **chosen,
        },
    )


@remembered(64)
def drawn(settings: PoolingSettings, dark: bool, lang: str, step: int) -> Still:
    """Return the stage at ``step`` of the example that ``settings`` (rewound) describe."""
    if settings.pass_ != "forward":
        found = flow(settings)
        return still(Stage(backward_scene(found.trace, words.titles(found, lang)), dark, step))
    return still(Stage(scene(build(settings), is_picture(settings), lang), dark, step))


def backward_scene(trace: GatherTrace, titles: Mapping[str, Sequence[str]]) -> Scene:
    """Return the scene of what flows back to each input cell."""

    def moment(step: int) -> Moment:
        channel, row, col = trace.cell(step)
        return Moment(
            filter=channel,
            row=row,
            col=col,
            rows=trace.rows(step),
            cols=trace.cols(step),
            channels=[channel],
            shown=np.where(trace.flows(step), trace.window(step), np.nan)[None],
            sums=np.zeros(0),
        )

    real = trace.windows_real
    return Scene(
        operation="back",
        grid=trace.grid,
        kind=trace.cell_kind,
        origin=(0, 0),
        weight=None,
        kernel_size=trace.kernel_size,
        stride=trace.stride,
        dilation=trace.dilation,
        groups=len(trace.input),
        output=trace.output,
        activated=None,
        unused_rows=trace.unused_rows(),
        unused_cols=trace.unused_cols(),
        titles=titles,
        moment=moment,
        data={
            "divisor": pack(np.broadcast_to(trace.divisor, trace.output.shape)),
            "sources": sources(trace),
            # Where all that is no zero flows, the browser can tell by itself.
            **({} if (trace.reached == real).all() else {"reached": pack(trace.reached)}),
        },
    )


@remembered(64)
def asked(
    settings: PoolingSettings,
    hides: frozenset[str],
    lit: Lit,
    dark: bool,
    lang: str,
    width: int,
) -> Written:
    """Return the stage of a question about ``settings``, at their step, for a width in pixels."""
    whole = scene(build(LESSON.rewound(settings)), is_picture(settings), lang)
    return asked_stage(whole, settings.step, hides, lit, dark, lang, width)
