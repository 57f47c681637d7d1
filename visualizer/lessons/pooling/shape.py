"""Why a pooling's output has its shape, and what the next layer saves by it."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.sizes import span
from visualizer.lessons.pooling.example import PoolExample
from visualizer.notation import number, percent, shape
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.text import text
from visualizer.words.windows import spans


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


@dataclass(frozen=True)
class _Axis:
    """One direction of a pooling, in cells."""

    size: int
    kernel: int
    stride: int
    padding: int
    dilation: int
    places: int
    ceil_mode: bool

    @property
    def reach(self) -> int:
        """Cells from the window's first to its last."""
        return span(self.kernel, self.dilation)

    @property
    def room(self) -> int:
        """How far the window can move from its first place."""
        return self.size + 2 * self.padding - self.reach

    @property
    def rest(self) -> int:
        """What the strides leave over of the room."""
        return self.room % self.stride

    @property
    def by_formula(self) -> int:
        """Places by the formula alone: with ceil_mode it can count one more than torch keeps."""
        up = self.stride - 1 if self.ceil_mode else 0
        return (self.room + up) // self.stride + 1


def _axes(example: PoolExample) -> tuple[_Axis, _Axis]:
    sizes, places = example.input.shape[1:], example.trace.output.shape[1:]
    down, across = (
        _Axis(
            sizes[i], example.kernel[i], example.stride[i], example.padding[i],
            example.trace.dilation[i], places[i], example.ceil_mode,
        )
        for i in (0, 1)
    )  # fmt: skip
    return down, across


def _sliding(example: PoolExample, lang: str) -> tuple[tuple[str, ...], list[str]]:
    down, across = _axes(example)
    parts = (("", down),) if down == across else (("H", down), ("W", across))
    dilated = any(axis.dilation > 1 for _, axis in parts)
    window = "- d(k-1) - 1" if dilated else "- k"
    formulas = [f"o = {_rounded(f'n + 2p {window}', 's', example.ceil_mode)}"]
    formulas += [_put_in(name, axis, dilated) for name, axis in parts]
    sentences = [_moves(name, axis, lang) for name, axis in parts]
    if any(axis.by_formula != axis.places for _, axis in parts):
        sentences.append(text("pool.shape_dropped", lang))
    sentences += _unused(example, lang)
    overlaps = {axis.kernel - axis.stride for _, axis in parts}
    if not dilated and len(overlaps) == 1 and min(overlaps) > 0:
        sentences.append(text("pool.overlap", lang, cells=min(overlaps)))
    return tuple(formulas), sentences


def _rounded(top: str, bottom: object, up: bool) -> str:
    left, right = ("lceil", "rceil") if up else ("lfloor", "rfloor")
    return rf"\left\{left} \frac{{{top}}}{{{bottom}}} \right\{right} + 1"


def _put_in(name: str, axis: _Axis, dilated: bool) -> str:
    left = f"o_{{{name}}}" if name else "o"
    window = rf"- {axis.dilation} \cdot ({axis.kernel} - 1) - 1" if dilated else f"- {axis.kernel}"
    top = rf"{axis.size} + 2 \cdot {axis.padding} {window}"
    counted = str(axis.places)
    if axis.by_formula != axis.places:
        counted = rf"{axis.by_formula} \to {axis.places}"
    return (
        rf"\begin{{aligned}} {left} &= {_rounded(top, axis.stride, axis.ceil_mode)} \\"
        rf" &= {_rounded(str(axis.room), axis.stride, axis.ceil_mode)} = {counted}"
        r" \end{aligned}"
    )


def _moves(name: str, axis: _Axis, lang: str) -> str:
    how = "exact" if not axis.rest else "ceil" if axis.ceil_mode else "floor"
    key = f"pool.shape_{how}" if axis.room else "shape.filled"
    along = {"": "shape.both", "H": "shape.down", "W": "shape.across"}[name]
    return text(
        key, lang, along=text(along, lang), padded=axis.size + 2 * axis.padding,
        kernel=axis.reach, room=axis.room, stride=axis.stride, rest=axis.rest, places=axis.places,
    )  # fmt: skip


def _unused(example: PoolExample, lang: str) -> list[str]:
    """Name the rows and columns of the input that no window reads."""
    trace = example.trace
    rows = [int(row) for row in trace.source_rows[trace.unused_rows()] if row >= 0]
    columns = [int(col) for col in trace.source_cols[trace.unused_cols()] if col >= 0]
    if rows == columns:
        return [text("pool.unused", lang, lines=spans(rows))] if rows else []
    found = [text("shape.unused_rows", lang, rows=spans(rows))] if rows else []
    return found + ([text("shape.unused_columns", lang, columns=spans(columns))] if columns else [])


def _facts(example: PoolExample, neurons: int, lang: str) -> tuple[Fact, ...]:
    before, after = example.input.size, example.trace.output.size
    first, second = before * neurons + neurons, after * neurons + neurons
    saved = first - second
    how = "fewer" if saved > 0 else "more" if saved < 0 else "same"
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
                f"pool.next_{how}", lang,
                first=f"{number(before)}·{number(neurons)} + {number(neurons)}",
                second=f"{number(after)}·{number(neurons)} + {number(neurons)}",
                change=number(abs(saved)), share=percent(abs(saved) / first),
            ),
        ),
    )  # fmt: skip
