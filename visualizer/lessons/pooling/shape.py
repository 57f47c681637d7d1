"""Why a pooling's output has its shape, what it saves, what it keeps; and the call as code."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.convolution.code import literal
from visualizer.lessons.convolution.shape import Fact, ShapeStory
from visualizer.lessons.pooling.example import PoolExample
from visualizer.notation import number, shape
from visualizer.words.text import text
from visualizer.words.windows import spans

_LOOPS = """\
rows, columns = {rows}, {columns}
y = np.zeros((x.shape[0], rows, columns))
for c in range(x.shape[0]):  # every channel by itself
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride - padding, j * stride - padding
{window}
"""
_INSIDE = """\
            bottom, right = top + size, left + size
            window = x[c, max(0, top):bottom, max(0, left):right]  # what lies outside is left out
            y[c, i, j] = {result}"""
_PADDED = """\
            window = x[c, max(0, top):top + size, max(0, left):left + size]
            down = min(top + size, x.shape[1] + padding) - top  # padding counts, what hangs
            across = min(left + size, x.shape[2] + padding) - left  # over beyond it does not
            y[c, i, j] = window.sum() / (down * across)"""


def shape_story(example: PoolExample, neurons: int, lang: str) -> ShapeStory:
    """Return the story of the output's shape, and what the next layer of ``neurons`` saves."""
    if example.kind == "global":
        channels, height, width = example.input.shape
        formulas: tuple[str, ...] = (r"y_c = \frac{1}{HW} \sum_{i,j} x_{c,i,j}",)
        sentences = [text("pool.global_shape", lang, channels=channels, cells=height * width)]
    else:
        formulas, sentences = _sliding(example, lang)
    if len(example.input) > 1:
        sentences.append(text("pool.one_by_one", lang, channels=len(example.input)))
    return ShapeStory(formulas, tuple(sentences), _facts(example, neurons, lang))


def _sliding(example: PoolExample, lang: str) -> tuple[tuple[str, ...], list[str]]:
    trace = example.trace
    size, places = example.input.shape[1], trace.output.shape[1]
    left, right = ("lceil", "rceil") if example.ceil_mode else ("lfloor", "rfloor")
    room = size + 2 * example.padding - example.kernel
    rest = room % example.stride

    def rounded(top: str, bottom: object) -> str:
        return rf"\left\{left} \frac{{{top}}}{{{bottom}}} \right\{right} + 1"

    filled = f"{size} + 2 \\cdot {example.padding} - {example.kernel}"
    formulas = [
        "o = " + rounded("n + 2p - k", "s"),
        rf"\begin{{aligned}} o &= {rounded(filled, example.stride)} \\"
        rf" &= {rounded(str(room), example.stride)} = "
        + (str(places) if _expected(room, example) == places else rf"{places + 1} \to {places}")
        + r" \end{aligned}",
    ]
    moves = "exact" if not rest else "ceil" if example.ceil_mode else "floor"
    sentences = [
        text(
            f"pool.shape_{moves}", lang, padded=size + 2 * example.padding, kernel=example.kernel,
            room=room, stride=example.stride, rest=rest, places=places,
        )
    ]  # fmt: skip
    if _expected(room, example) != places:
        sentences.append(text("pool.shape_dropped", lang))
    unused = trace.source_rows[trace.unused_rows()]
    lost = [int(row) for row in unused if row >= 0]
    if lost:
        sentences.append(text("pool.unused", lang, lines=spans(lost)))
    if example.stride < example.kernel:
        shared = example.kernel - example.stride
        sentences.append(text("pool.overlap", lang, cells=shared))
    return tuple(formulas), sentences


def _expected(room: int, example: PoolExample) -> int:
    """What the formula alone gives; ceil_mode may drop the last window."""
    return (-(-room // example.stride) if example.ceil_mode else room // example.stride) + 1


def _facts(example: PoolExample, neurons: int, lang: str) -> tuple[Fact, ...]:
    before, after = example.input.size, example.trace.output.size
    first, second = before * neurons + neurons, after * neurons + neurons
    share = 100 * (first - second) / first
    return (
        Fact(text("shape.parameters", lang), "0", text("pool.no_parameters", lang)),
        Fact(
            text("pool.values", lang),
            f"{number(before)} → {number(after)}",
            f"{shape(example.input.shape)} → {shape(example.trace.output.shape)}",
        ),
        Fact(
            text("pool.next", lang, neurons=number(neurons)),
            f"{number(first)} → {number(second)}",
            text(
                "pool.next_how", lang,
                first=f"{number(before)}·{number(neurons)} + {number(neurons)}",
                second=f"{number(after)}·{number(neurons)} + {number(neurons)}",
                saved=number(first - second), share=number(round(share)),
            ),
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class Shift:
    """What one cell to the right changes: the grids, and how many cells keep their number."""

    moved: NDArray[np.float64]
    pooled: NDArray[np.float64]
    pooled_before: NDArray[np.float64]
    kept_input: NDArray[np.bool_]
    kept: NDArray[np.bool_]


def shift(example: PoolExample) -> Shift:
    """Compare the first channel with itself moved right by one cell, before and after pooling."""
    moved, pooled = example.shifted()
    before = example.trace.output[0]
    return Shift(
        moved, pooled, before, np.isclose(moved, example.input[0]), np.isclose(pooled, before)
    )


def torch_code(example: PoolExample) -> str:
    """Return a script that makes the same output with torch.nn.functional, in float64."""
    arguments = ["x[None]", str(example.kernel)]
    if example.stride != example.kernel:
        arguments.append(f"stride={example.stride}")
    if example.padding:
        arguments.append(f"padding={example.padding}")
    if example.ceil_mode:
        arguments.append("ceil_mode=True")
    if example.kind == "avg" and example.padding and not example.count_include_pad:
        arguments.append("count_include_pad=False")
    call = {
        "max": f"F.max_pool2d({', '.join(arguments)})[0]",
        "avg": f"F.avg_pool2d({', '.join(arguments)})[0]",
        "global": "F.adaptive_avg_pool2d(x[None], 1)[0]",
    }[example.kind]
    lines = ["import torch", "import torch.nn.functional as F", ""]
    lines += [f"x = {literal(example.input, 'torch.tensor')}", "", f"y = {call}"]
    return "\n".join([*lines, "print(tuple(y.shape))", "print(y)"]) + "\n"


def numpy_code(example: PoolExample) -> str:
    """Return a script that makes the same output with loops that a student can read."""
    lines = ["import numpy as np", "", f"x = {literal(example.input, 'np.array')}"]
    if example.kind == "global":
        lines += ["", "y = x.mean(axis=(1, 2), keepdims=True)"]
    else:
        size, stride, padding = example.kernel, example.stride, example.padding
        lines += [f"size, stride, padding = {size}, {stride}, {padding}", ""]
        _, rows, columns = example.trace.output.shape
        window = _INSIDE.format(result=f"window.{'max' if example.kind == 'max' else 'mean'}()")
        if example.kind == "avg" and padding and example.count_include_pad:
            window = _PADDED
        lines.append(_LOOPS.format(rows=rows, columns=columns, window=window).rstrip())
    return "\n".join([*lines, "print(y.shape)", "print(y)"]) + "\n"
