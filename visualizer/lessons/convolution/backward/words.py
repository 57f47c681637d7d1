"""What flows back through a convolution, in words: the stage's titles, the step, the story."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from visualizer.lessons.convolution.backward.flow import Flow
from visualizer.notation import factor, of_terms, precise, shape
from visualizer.words import upstream, windows
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.sums import ELLIPSIS, MOST_TERMS, written_sum, written_total
from visualizer.words.tables import Table
from visualizer.words.text import text


def roles(flow: Flow, lang: str) -> dict[str, str]:
    """Return what the stage's input, kernel and output are here."""
    kind = f"{flow.way}{'_transposed' if flow.example.transposed else ''}"
    return {role: text(f"conv.back_{kind}_{role}", lang) for role in ("input", "kernel", "output")}


def titles(flow: Flow, lang: str) -> dict[str, list[str]]:
    """Return the titles of every role's grids."""
    trace, names = flow.trace, roles(flow, lang)
    reads, maps = trace.weight.shape[1], len(trace.output)
    if flow.way == "input":
        each, weights = ("common.map", "common.map") if reads > 1 else ("common.map", "")
        outputs = [text("common.channel", lang, number=i + 1) for i in range(maps)]
    else:
        each, weights = ("common.map" if flow.example.transposed else "common.channel"), ""
        outputs = [_pair(flow, place, lang) for place in range(maps)]
    inputs = [text(each, lang, number=i + 1) for i in range(len(trace.grid))]
    kernels = [text(weights, lang, number=i + 1) if weights else "" for i in range(reads)]
    sizes = {"input": trace.input.shape, "kernel": trace.weight.shape[1:],
             "output": flow.shape}  # fmt: skip
    first = {
        role: text("stage.of", lang, name=names[role], shape=shape(size))
        for role, size in sizes.items()
    }
    return {
        "input": [first["input"], *inputs[1:]],
        "kernel": [first["kernel"], *kernels[1:]],
        "products": [text("common.products", lang)] + [""] * (reads - 1),
        "output": [first["output"], *outputs[1:]],
    }


def player_words(flow: Flow, lang: str) -> dict[str, str]:
    """Return what the player calls the stage's grids."""
    found = {}
    for role, name in roles(flow, lang).items():
        found[role] = name
        found[f"{role}_n"] = text("conv.back_numbered", lang, name=name, number="{number}")
    return found


def alt(flow: Flow, lang: str) -> str:
    """Say what the stage shows to those who do not see it."""
    trace = flow.trace
    sizes = {
        "input": shape(trace.input.shape),
        "kernel": shape(trace.weight.shape[1:]),
        "output": shape(flow.shape),
    }
    parts = [f"{name} {sizes[role]}" for role, name in roles(flow, lang).items()]
    said = text("conv.back_alt", lang, parts=", ".join(parts))
    if trace.output.size <= 64:
        said += " " + text("conv.back_values", lang, values=windows.in_rows(trace.output))
    return said


def sentence(flow: Flow, step: int, lang: str) -> str:
    """Say what happens at ``step``: of what the gradient is, what adds up, and what it means."""
    trace = flow.trace
    place, row, col = trace.cell(step)
    parts = [text("words.step", lang, step=step + 1, steps=trace.steps)]
    if flow.way == "input":
        values = {"channel": place + 1, "row": row + 1, "column": col + 1}
        parts.append(text("conv.back_cell", lang, **values))
    else:
        filter_, channel = flow.pair(place)
        values = {"filter": filter_ + 1, "channel": channel + 1, "row": row + 1, "column": col + 1}
        parts.append(text("conv.back_weight", lang, **values))
    key = "words.sum" if trace.products(step).size > 1 else "words.product"
    total = written_total(trace, step)
    parts.append(text(key, lang, sum=written_sum(trace, step), total=total))
    more = flow.from_padding
    if more is not None:
        extra = float(more[place, row, col])
        whole = precise(float(flow.result[place, row, col]))
        parts.append(text("conv.back_more", lang, more=precise(extra), whole=whole))
        total = whole
    parts.append(text(f"conv.back_means_{flow.way}", lang, total=total))
    return " ".join(parts)


def table(flow: Flow, step: int, lang: str) -> Table:
    """Return the products of ``step``, one a row, and their sum."""
    found = windows.table(flow.trace, step, lang)
    kind = f"{flow.way}{'_transposed' if flow.example.transposed else ''}"
    heads = list(found.columns)
    if flow.way == "input" or flow.example.transposed:
        heads[0] = text("conv.back_column_map", lang)
    heads[3] = text(f"conv.back_column_{kind}_value", lang)
    heads[4] = text(f"conv.back_column_{kind}_weight", lang)
    return replace(found, columns=tuple(heads))


def story(flow: Flow, lang: str) -> ShapeStory:
    """Return the formula of this way, what it means here, and the numbers that belong to it."""
    example = flow.example
    kind = f"{flow.way}{'_transposed' if example.transposed else ''}"
    output = example.trace.activated
    sentences = [upstream.said(flow.upstream, output, flow.target, flow.given, lang)]
    if flow.slope is not None:
        name = text(f"choice.conv_activation.{example.activation}", lang)
        sentences.append(upstream.slope_said(name, flow.given, flow.slope, lang))
    sentences.append(text(f"conv.back_{kind}_why", lang))
    sentences += _layout(flow, lang)
    if flow.from_padding is not None:
        sentences.append(text("conv.back_repeated", lang))
    facts = [
        Fact(
            text(f"conv.back_{flow.way}_shape", lang), shape(flow.shape),
            text(f"conv.back_{flow.way}_shape_how", lang),
        )
    ]  # fmt: skip
    if example.bias is not None:
        sentences.append(text("conv.back_bias_why", lang))
        key = "conv.back_bias_of" if len(output) > 1 else "conv.back_bias"
        facts += [
            Fact(text(key, lang, filter=f + 1), *_added(flow.at_sums[f], total))
            for f, total in enumerate(flow.gradients.bias.tolist())
        ]
    return ShapeStory((_FORMULAS[kind],), tuple(sentences), tuple(facts))


def _added(cells: np.ndarray, total: float) -> tuple[str, str]:
    """Write the sum of a filter's gradients, and how it adds up."""
    values = [factor(value) for value in cells.ravel().tolist()]
    if len(values) > MOST_TERMS:
        half = MOST_TERMS // 2 - 1
        values = [*values[:half], ELLIPSIS, *values[-half:]]
    return of_terms(total, cells.ravel()), " + ".join(values)


def _layout(flow: Flow, lang: str) -> list[str]:
    """Say how stride, dilation and padding lay out this way's convolution."""
    example, said = flow.example, []
    stride, dilation = example.stride, example.dilation
    if flow.way == "input" and not example.transposed:
        if stride != (1, 1):
            zeros = _sides((stride[0] - 1, stride[1] - 1))
            said.append(text("conv.back_spread", lang, stride=_sides(stride), zeros=zeros))
        (top, bottom), (left, right) = flow.trace.pads
        sides = {"top": top, "bottom": bottom, "left": left, "right": right}
        if min(sides.values()) >= 0:
            said.append(text("conv.back_pads", lang, **sides))
        else:
            said.append(text("conv.back_cut", lang))
    if flow.way == "weight" and (stride, dilation) != ((1, 1), (1, 1)):
        values = {"stride": _sides(stride), "dilation": _sides(dilation)}
        said.append(text("conv.back_swapped", lang, **values))
    if example.groups > 1:
        said.append(text("conv.back_groups", lang))
    return said


def _sides(pair: tuple[int, int]) -> str:
    """Write a number for each direction, or the one number that both have."""
    return str(pair[0]) if pair[0] == pair[1] else shape(pair)


def _pair(flow: Flow, place: int, lang: str) -> str:
    filter_, channel = flow.pair(place)
    return text("edit.weights", lang, filter=filter_ + 1, channel=channel + 1)


_MET = r"m \cdot s + a \cdot d - p,\; n \cdot s + b \cdot d - p"
_X = r"\frac{\partial L}{\partial x_{c,\,i,\,j}}"
_W = r"\frac{\partial L}{\partial w_{f,\,c,\,a,\,b}}"
_FORMULAS = {
    "input": _X + r" = \sum_{f,\,a,\,b} \delta_{f,\,m,\,n} \cdot w_{f,\,c,\,a,\,b}",
    "weight": _W + r" = \sum_{m,\,n} x_{c,\;" + _MET + r"} \cdot \delta_{f,\,m,\,n}",
    "input_transposed": r"\frac{\partial L}{\partial x_{c,\,m,\,n}} = \sum_{f,\,a,\,b} \delta_{f,\;"
    + _MET + r"} \cdot w_{f,\,c,\,a,\,b}",
    "weight_transposed": _W + r" = \sum_{m,\,n} \delta_{f,\;" + _MET + r"} \cdot x_{c,\,m,\,n}",
}  # fmt: skip


def letters(flow: Flow, lang: str) -> str:
    """Say what the letters of the formula stand for."""
    kind = f"{flow.way}{'_transposed' if flow.example.transposed else ''}"
    key = f"conv.back_letters_{'input' if kind == 'input' else 'others'}"
    return text(key, lang)
