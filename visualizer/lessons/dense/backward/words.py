"""What flows back through a fully connected layer, in words: drawing, step and story."""

from __future__ import annotations

import numpy as np

from visualizer.lessons.dense.backward.flow import Flow
from visualizer.lessons.dense.example import Array
from visualizer.lessons.dense.words import class_name, input_words, written_share
from visualizer.notation import factor, number, precise, shape
from visualizer.words import upstream
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.sums import written_result, written_sum
from visualizer.words.tables import Table
from visualizer.words.text import text


def titles(flow: Flow, lang: str, *, narrow: bool) -> dict[str, str | list[str]]:
    """Return the titles of the drawing's parts, as `connections` takes them."""
    grid = flow.example.map
    others = [text("dense.channel", lang, number=c + 1) for c in range(1, len(grid))]
    # Where channels stand beside each other, the first one's title has two lines.
    sizes = f"<br>{shape(grid.shape)}" if narrow and others else shape(grid.shape)
    key = "dense.back_map" if flow.way == "input" else "dense.map"
    error = "" if flow.target is None else "dense.back_error"
    classes = error if flow.label is None else "dense.classes"
    return {
        "map": [text(key, lang, shape=sizes), *others],
        "flat": text("dense.flat", lang, count=flow.example.x.size),
        "outputs": text("dense.back_outputs", lang),
        "classes": text(classes, lang, count=len(flow.given)) if classes else "",
    }


def beside(flow: Flow, lang: str) -> list[tuple[str, float | None]]:
    """Return what stands beside each output: how its gradient came about, and a share for a bar."""
    if flow.label is not None:
        shares = [float(share) for share in flow.example.probabilities]
        return [
            (_less_one(f"{class_name(j, lang)} <b>{written_share(share)}</b>", j, flow), share)
            for j, share in enumerate(shares)
        ]
    if flow.target is not None:
        pairs = zip(flow.example.y, flow.target, strict=True)
        return [(f"2·({_difference(float(y), float(t))}) / {len(flow.given)}", None)
                for y, t in pairs]  # fmt: skip
    return []


def _less_one(written: str, output: int, flow: Flow) -> str:
    return f"{written} − 1" if output == flow.label else written


def _difference(y: float, t: float) -> str:
    return f"{precise(y)} − {factor(t)}"


def hover_words(flow: Flow, lang: str) -> tuple[list[str], list[str]]:
    """Return what each input and each output says when it is pointed at."""
    inputs = input_words(flow.example, lang)
    if flow.way == "input":
        inputs = [
            text("dense.back_cell", lang, channel=channel + 1, row=row + 1, column=col + 1,
                 index=i + 1, value=precise(float(flow.gradients.input[i])))
            for i, (channel, row, col) in _places(flow)
        ]  # fmt: skip
    outputs = [
        text("dense.back_neuron", lang, output=j + 1, name=class_name(j, lang),
             value=precise(float(value)))
        for j, value in enumerate(flow.given)
    ]  # fmt: skip
    return inputs, outputs


def _places(flow: Flow) -> list[tuple[int, tuple[int, int, int]]]:
    return [(i, flow.example.place(i)) for i in range(flow.example.x.size)]


def stage_titles(flow: Flow, lang: str) -> dict[str, list[str]]:
    """Return the titles of every role's grids, where the steps are a sliding window."""
    trace, names = flow.trace, roles(flow, lang)
    outputs, inputs = flow.example.weight.shape
    sizes = {"input": (outputs, inputs) if flow.way == "input" else (inputs,),
             "kernel": (outputs,) if flow.way == "input" else (),
             "output": (inputs,) if flow.way == "input" else (outputs, inputs)}  # fmt: skip
    first = {role: f"{names[role]} {shape(size)}".rstrip() for role, size in sizes.items()}
    rows = [text("dense.back_row", lang, output=j + 1) for j in range(1, len(trace.output))]
    return {
        "input": [first["input"]],
        "kernel": [first["kernel"]],
        "products": [text("common.products", lang)],
        "output": [first["output"], *rows],
    }


def roles(flow: Flow, lang: str) -> dict[str, str]:
    """Return what input, kernel and output of the sliding window are here."""
    return {role: text(f"dense.back_{flow.way}_{role}", lang)
            for role in ("input", "kernel", "output")}  # fmt: skip


def player_words(flow: Flow, lang: str) -> dict[str, str]:
    """Return what the player calls the stage's grids."""
    found = {}
    for role, name in roles(flow, lang).items():
        found[role] = name
        found[f"{role}_n"] = text("dense.back_numbered", lang, name=name, number="{number}")
    return found


def alt(flow: Flow, lang: str) -> str:
    """Say what the drawing shows to those who do not see it."""
    names = {"given": _listed(flow.given), "input": _listed(flow.gradients.input)}
    return text(f"dense.back_alt_{flow.way}", lang, **names, inputs=flow.example.x.size)


def stage_alt(flow: Flow, lang: str) -> str:
    """Say what the sliding window shows to those who do not see it."""
    rows = np.atleast_2d(flow.result)
    values = "; ".join(_listed(row) for row in rows)
    return text("dense.back_alt_stage", lang, name=roles(flow, lang)["output"], values=values)


def sentence(flow: Flow, step: int, lang: str) -> str:
    """Say what flows back at ``step``: where to, the products, and what it means."""
    output, index = flow.place(step)
    channel, row, col = flow.example.place(index)
    result = written_result(flow.trace, step)
    named = text(
        f"dense.back_step_{flow.way}", lang, input=index + 1, channel=channel + 1, row=row + 1,
        column=col + 1, output=(output or 0) + 1, outputs=len(flow.given),
        sum=written_sum(flow.trace, step), result=result,
    )  # fmt: skip
    parts = [
        text("words.step", lang, step=step + 1, steps=flow.trace.steps),
        named,
        text(f"dense.back_means_{flow.way}", lang, total=result),
    ]
    return " ".join(parts)


def table(flow: Flow, step: int, lang: str) -> Table:
    """Return the products of ``step`` and their sum; of a weight those of its output's row."""
    output, index = flow.place(step)
    example = flow.example
    heads: tuple[str, ...]
    if output is None:
        heads = ("dense.back_column_output", "dense.back_column_weight", "dense.back_column_given",
                 "words.column_product")  # fmt: skip
        pairs = zip(example.weight[:, index], flow.given, strict=True)
        rows = [(str(j + 1), *_product(float(w), float(g))) for j, (w, g) in enumerate(pairs)]
        total = written_result(flow.trace, step)
        rows.append(("", "", text("words.row_sum", lang), total))
        return Table(tuple(text(head, lang) for head in heads), tuple(rows), 1)
    heads = ("dense.column_input", "dense.back_column_value", "dense.back_column_given",
             "dense.back_column_result")  # fmt: skip
    given = float(flow.given[output])
    rows = [(str(i + 1), *_product(float(x), given)) for i, x in enumerate(example.x)]
    return Table(tuple(text(head, lang) for head in heads), tuple(rows), 0)


def _product(one: float, other: float) -> tuple[str, str, str]:
    return precise(one), precise(other, digits=3), precise(one * other)


def story(flow: Flow, lang: str) -> ShapeStory:
    """Return the formulas, what they mean here, and the numbers that belong to them."""
    example, given = flow.example, flow.given
    outputs, inputs = example.weight.shape
    sentences = [_begins(flow, lang), text(f"dense.back_why_{flow.way}", lang)]
    sentences.append(text("dense.back_bias_why", lang))
    sizes = {"input": shape(example.map.shape), "weight": shape(example.weight.shape)}
    facts = (
        Fact(
            text(f"dense.back_shape_{flow.way}", lang), sizes[flow.way],
            text(f"dense.back_shape_{flow.way}_how", lang, outputs=outputs, inputs=inputs),
        ),
        Fact(
            text("dense.back_bias", lang), _listed(given),
            text("dense.back_bias_how", lang),
        ),
    )  # fmt: skip
    return ShapeStory((*_FORMULAS[flow.way], _BIAS), tuple(sentences), facts)


def _begins(flow: Flow, lang: str) -> str:
    """Say where the gradient at the outputs is from."""
    if flow.label is None:
        return upstream.said(flow.upstream, flow.example.y, flow.target, flow.given, lang)
    share = float(flow.example.probabilities[flow.label])
    gradient = float(flow.given[flow.label])
    return text(
        "dense.back_class", lang, name=class_name(flow.label, lang), loss=precise(flow.loss),
        p=precise(share), gradient=precise(gradient),
    )  # fmt: skip


def _listed(values: Array) -> str:
    return ", ".join(number(value) if abs(value) >= 1 else precise(value)
                     for value in values.tolist())  # fmt: skip


_BIAS = r"\frac{\partial L}{\partial b} = \delta"
_FORMULAS = {
    "input": (
        r"\frac{\partial L}{\partial x_i} = \sum_j w_{j,\,i} \cdot \delta_j",
        r"\frac{\partial L}{\partial x} = W^{\text{T}} \delta",
    ),
    "weight": (
        r"\frac{\partial L}{\partial w_{j,\,i}} = x_i \cdot \delta_j",
        r"\frac{\partial L}{\partial W} = \delta\, x^{\text{T}}",
    ),
}
