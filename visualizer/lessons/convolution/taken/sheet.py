"""The convolution on paper."""

from __future__ import annotations

from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.questions.shapes import facts
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.words import filter_names
from visualizer.material.randomness import Stream
from visualizer.notation import precise
from visualizer.taking.paper.blocks import Block, Grid, Grids, Heading, Words, fits, rounded
from visualizer.taking.paper.sizes import Axis, size_lines
from visualizer.words.text import text


def other(settings: ConvolutionSettings, stream: Stream) -> ConvolutionSettings:
    """Return the same convolution of other numbers; kernels with a name stay what they are."""
    preset = "random" if settings.preset == "custom" else settings.preset
    seed = stream.seed()
    return settings.changed(input="random", seed=seed, preset=preset, weights="", step=0, from_="")


def sheet(settings: ConvolutionSettings, lang: str) -> list[Block] | None:
    """Return input, kernels, the empty output and the shape formula; None if too large."""
    example = build(settings)
    trace = example.trace
    inputs, kernels, outputs = (
        _inputs(example, lang),
        _kernels(example, lang),
        _outputs(example, lang),
    )
    if not fits([*inputs, *kernels, *outputs]):
        return None
    told = " · ".join(fact.text(lang) for fact in facts(settings, example))
    axes = [
        Axis(
            example.input.shape[1 + i],
            example.weight.shape[2 + i],
            example.stride[i],
            _given_pads(example, i),
            example.dilation[i],
            trace.output.shape[1 + i],
            example.output_padding,
        )
        for i in (0, 1)
    ]
    letters = "shape.letters_transposed" if example.transposed else "shape.letters"
    return [
        Words(told, small=True),
        *([Words(_after(example, lang), small=True)] if _after(example, lang) else []),
        Heading(text("take.paper_shape", lang)),
        Words(text(letters, lang), small=True),
        *size_lines(axes, lang, transposed=example.transposed),
        Heading(text("take.paper_compute", lang)),
        *([Words(text("take.paper_decimals", lang), small=True)] if rounded(outputs) else []),
        Grids((*inputs, *kernels, *outputs)),
    ]


def _given_pads(example: Example, axis: int) -> tuple[int, int]:
    """Return the padding before and after; of a transposed one what the call says, not the grid."""
    if example.transposed:
        side = 0 if isinstance(example.padding, str) else example.padding[axis]
        return side, side
    first, last = example.trace.pads[axis]
    return int(first), int(last)


def _inputs(example: Example, lang: str) -> list[Grid]:
    first = text("common.input", lang)
    several = len(example.input) > 1
    return [
        Grid(f"{first} · {text('common.channel', lang, number=i + 1)}" if several else first, plane)
        for i, plane in enumerate(example.input)
    ]


def _kernels(example: Example, lang: str) -> list[Grid]:
    """Return the kernels as they slide, so those of a transposed convolution turned."""
    names = filter_names(example, lang)
    found = []
    filters, each = example.trace.weight.shape[:2]
    for f in range(filters):
        for c in range(each):
            title = [text("common.kernel", lang)]
            if filters > 1:
                title = [text("conv.take_filter", lang, filter=f + 1)]
                title += [names[f]] if names else []
            if each > 1:
                channel = example.trace.channels(f)[c]
                title.append(text("common.channel", lang, number=channel + 1))
            found.append(Grid(" · ".join(title), example.trace.weight[f, c]))
    return found


def _outputs(example: Example, lang: str) -> list[Grid]:
    first = text("common.output", lang)
    maps = example.trace.activated
    return [
        Grid(
            f"{first} · {text('common.map', lang, number=i + 1)}" if len(maps) > 1 else first,
            plane,
            hidden=True,
        )
        for i, plane in enumerate(maps)
    ]


def _after(example: Example, lang: str) -> str:
    """Name what follows the sum: each filter's bias, the activation, the way a kernel is drawn."""
    found = []
    if example.bias is not None:
        values = ", ".join(precise(float(value)) for value in example.bias)
        found.append(f"{text('param.conv_bias', lang)} {values}")
    if example.activation != "none":
        name = text(f"choice.conv_activation.{example.activation}", lang)
        found.append(f"{text('param.conv_activation', lang)} {name}")
    if example.transposed:
        found.append(text("conv.take_turned", lang))
    return " · ".join(found)
