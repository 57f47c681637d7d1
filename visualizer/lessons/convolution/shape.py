"""Why the output has its shape, what the layer costs and how far it sees, with the numbers put in.

Formulas are those of torch.nn.Conv2d and ConvTranspose2d; LaTeX for formulas, plain Markdown for
sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil, gcd

import numpy as np

from visualizer.engine import WindowTrace
from visualizer.engine.sizes import span
from visualizer.lessons.convolution.example import Example
from visualizer.lessons.convolution.rules import same_with_stride
from visualizer.notation import TIMES, number
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.sums import written_result
from visualizer.words.text import text
from visualizer.words.windows import spans


@dataclass(frozen=True)
class _Axis:
    """One direction of a call, in cells."""

    size: int
    kernel: int
    stride: int
    dilation: int
    pads: tuple[int, int]
    padding: int
    output: int

    @property
    def extent(self) -> int:
        return span(self.kernel, self.dilation)

    @property
    def room(self) -> int:
        """How far the window can move from its first place."""
        return self.size + sum(self.pads) - self.extent


def shape_story(example: Example, lang: str) -> ShapeStory:
    """Return the story of ``example``'s output shape, in ``lang``."""
    down, across = _axes(example)
    same = down == across
    parts = (("", down),) if same else (("H", down), ("W", across))
    if example.transposed:
        formulas = [_general_transposed(example)]
        formulas += [_put_in_transposed(name, axis, example.output_padding) for name, axis in parts]
        sentences = [_sentence_transposed(down, across, lang)]
        if example.output_padding:
            sentences.append(text("shape.output_padding", lang, extra=example.output_padding))
    else:
        formulas = [_general(down)]
        formulas += [_put_in(name, axis) for name, axis in parts]
        sentences = [_moves(name, axis, lang) for name, axis in parts]
        sentences += _unused(example, lang)
        if example.padding == "same":
            sentences.append(
                text("shape.same", lang, **same_with_stride(down.size, down.extent, 2))
            )
    return ShapeStory(tuple(formulas), tuple(sentences), _facts(example, down, across, lang))


def correlation_note(example: Example, lang: str) -> str:
    """Return that this is cross-correlation, and what flipping this kernel would change."""
    if example.transposed:
        return text("shape.transposed_turned", lang)
    kernel = example.weight
    flipped = kernel[..., ::-1, ::-1]
    if np.array_equal(kernel, flipped):
        change = text("shape.flip_same", lang)
    elif np.array_equal(kernel, -flipped):
        change = text("shape.flip_sign", lang)
    else:
        change = _change(example.trace, replace(example, weight=flipped).trace, lang)
    return f"{text('shape.correlation', lang)} {change}"


def _change(trace: WindowTrace, turned: WindowTrace, lang: str) -> str:
    """Say at which step the turned kernel first gives another result."""
    differ = ~np.isclose(trace.output, turned.output).ravel()
    if not differ.any():
        return text("shape.flip_here", lang)
    step = int(np.argmax(differ))
    now, flipped = written_result(trace, step), written_result(turned, step)
    return text("shape.flip_other", lang, step=step + 1, now=now, flipped=flipped)


def _axes(example: Example) -> tuple[_Axis, _Axis]:
    trace = example.trace
    down, across = (
        _Axis(
            size=example.input.shape[1 + i],
            kernel=example.weight.shape[2 + i],
            stride=example.stride[i],
            dilation=example.dilation[i],
            pads=trace.pads[i],
            padding=0 if isinstance(example.padding, str) else example.padding[i],
            output=trace.output.shape[1 + i],
        )
        for i in (0, 1)
    )
    return down, across


def _general(axis: _Axis) -> str:
    padding = "2p" if axis.pads[0] == axis.pads[1] else r"p_1 + p_2"
    return rf"o = \left\lfloor \frac{{n + {padding} - d(k-1) - 1}}{{s}} \right\rfloor + 1"


def _put_in(name: str, axis: _Axis) -> str:
    first, last = axis.pads
    padding = rf"2 \cdot {first}" if first == last else f"{first} + {last}"
    top = rf"{axis.size} + {padding} - {axis.dilation} \cdot ({axis.kernel} - 1) - 1"
    left = rf"o_{{{name}}}" if name else "o"
    # Two lines, or half a page and every phone would cut the result off.
    return (
        rf"\begin{{aligned}} {left}"
        rf" &= \left\lfloor \frac{{{top}}}{{{axis.stride}}} \right\rfloor + 1"
        rf" \\ &= \left\lfloor \frac{{{axis.room}}}{{{axis.stride}}} \right\rfloor + 1"
        rf" = {axis.output - 1} + 1 = {axis.output} \end{{aligned}}"
    )


def _general_transposed(example: Example) -> str:
    extra = " + q" if example.output_padding else ""
    return rf"o = (n - 1)\,s - 2p + d(k-1){extra} + 1"


def _put_in_transposed(name: str, axis: _Axis, output_padding: int) -> str:
    extra = f" + {output_padding}" if output_padding else ""
    left = rf"o_{{{name}}}" if name else "o"
    return (
        rf"{left} = ({axis.size} - 1) \cdot {axis.stride} - 2 \cdot {axis.padding}"
        rf" + {axis.dilation} \cdot ({axis.kernel} - 1){extra} + 1 = {axis.output}"
    )


def _moves(name: str, axis: _Axis, lang: str) -> str:
    along = {"": "shape.both", "H": "shape.down", "W": "shape.across"}[name]
    rest = axis.room % axis.stride
    return text(
        "shape.filled" if not axis.room else "shape.floor" if rest else "shape.exact",
        lang,
        along=text(along, lang),
        padded=axis.size + sum(axis.pads),
        extent=axis.extent,
        room=axis.room,
        stride=axis.stride,
        places=axis.output,
        rest=rest,
    )


def _unused(example: Example, lang: str) -> list[str]:
    """Name the rows and columns of the input that no window reads."""
    trace = example.trace
    rows = _of_input(trace.unused_rows(), trace.pads[0], example.input.shape[1])
    columns = _of_input(trace.unused_cols(), trace.pads[1], example.input.shape[2])
    found = []
    if rows:
        found.append(text("shape.unused_rows", lang, rows=spans(rows)))
    if columns:
        found.append(text("shape.unused_columns", lang, columns=spans(columns)))
    return found


def _of_input(grid: Iterable[int], pads: tuple[int, int], size: int) -> list[int]:
    """Turn grid indices to input indices and leave out those of the padding."""
    return [int(index) - pads[0] for index in grid if pads[0] <= index < pads[0] + size]


def _sentence_transposed(down: _Axis, across: _Axis, lang: str) -> str:
    zeros = sorted({down.stride - 1, across.stride - 1})
    around = sorted({down.extent - 1 - down.padding, across.extent - 1 - across.padding})
    return text(
        "shape.transposed",
        lang,
        zeros=", ".join(map(str, zeros)),
        around=", ".join(map(str, around)),
    )


def cells_reaching(kernel: int, stride: int, dilation: int) -> int:
    """Return how many input cells, along one axis, reach an output cell of a transposed one.

    That is ⌈k / (s / gcd(s, d))⌉ at most: of the kernel's taps, d cells apart, only every
    (s / gcd(s, d))-th meets an input cell; between them lie inserted zeros. A small input or
    padding can leave fewer.

    >>> cells_reaching(3, 1, 3), cells_reaching(3, 2, 1), cells_reaching(4, 2, 2)
    (3, 2, 4)
    """
    return ceil(kernel / (stride // gcd(stride, dilation)))


def _facts(example: Example, down: _Axis, across: _Axis, lang: str) -> tuple[Fact, ...]:
    trace = example.trace
    filters, each, height, width = example.weight.shape
    weights = f"{filters}·{each}·{height}·{width}"
    parameters = f"{weights} + {filters}" if trace.has_bias else weights
    if example.transposed:
        channels, rows, columns = example.input.shape
        cost = f"{channels}·{rows}·{columns} · {filters // example.groups}·{height}·{width}"
        reach = tuple(
            cells_reaching(axis.kernel, axis.stride, axis.dilation) for axis in (down, across)
        )
        how_reach = text("shape.reach_transposed", lang)
    else:
        maps, rows, columns = trace.output.shape
        cost = f"{maps}·{rows}·{columns} · {each}·{height}·{width}"
        reach = (down.extent, across.extent)
        dilated = (down.dilation, across.dilation) != (1, 1)
        how_reach = text("shape.reach_dilated" if dilated else "shape.reach", lang)
    return (
        Fact(
            text("shape.parameters", lang),
            number(trace.parameters),
            text("shape.parameters_how", lang, sum=parameters)
            if trace.has_bias
            else text("shape.parameters_plain", lang, sum=parameters),
        ),
        Fact(
            text("shape.cost", lang),
            number(trace.multiply_adds),
            text(
                "shape.cost_transposed" if example.transposed else "shape.cost_how", lang, sum=cost
            ),
        ),
        Fact(text("shape.field", lang), TIMES.join(number(side) for side in reach), how_reach),
    )
