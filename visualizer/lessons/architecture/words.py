"""A network in words: the facts of a layer, the table of all, and why a layer cannot work."""

from __future__ import annotations

from typing import TypedDict

from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    Conv,
    ConvTranspose,
    Dropout,
    From,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
)
from visualizer.engine.network.walk import Failure, Step, Walk
from visualizer.lessons.architecture.naming import (
    around,
    layer_short,
    layer_title,
    memory,
    sized,
    window,
)
from visualizer.lessons.roads import Visit
from visualizer.notation import number, shape
from visualizer.settings.labels import label
from visualizer.settings.messages import error_sentence
from visualizer.words.tables import Table
from visualizer.words.text import text


def facts(walk: Walk, index: int, lang: str) -> list[tuple[str, str]]:
    """Return (label, value) for every fact of one layer, with the formulas written out."""
    step = walk.steps[index]
    layer, rows, cols = step.layer, step.formulas.rows, step.formulas.cols
    found: list[tuple[str, str]] = []

    def add(key: str, value: object) -> None:
        found.append((text(f"arch.fact.{key}", lang), str(value)))

    if isinstance(layer, Conv | ConvTranspose):
        add("filters", number(layer.out_channels))
    if isinstance(layer, Conv | ConvTranspose | MaxPool | AvgPool):
        add("kernel", window(layer.kernel_size))
        add("stride", sized(layer.step if isinstance(layer, MaxPool | AvgPool) else layer.stride))
        add("padding", sized(layer.padding))
    if isinstance(layer, ConvTranspose) and layer.output_padding:
        add("output_padding", sized(layer.output_padding))
    if isinstance(layer, Conv | ConvTranspose):
        if layer.dilation != 1:
            add("dilation", sized(layer.dilation))
        if layer.groups != 1:
            add("groups", layer.groups)
    if isinstance(layer, ZeroPad):
        add("around", around(layer, lang))
    if step.sources != (step.index - 1,):
        add("reads", ", ".join(_name_of(walk, source, lang) for source in step.sources))
    add("input", shape(step.input))
    add("output", shape(step.output))
    if rows is not None and cols is not None:
        if rows == cols:
            add("size", rows.text())
        else:
            add("rows", rows.text())
            add("columns", cols.text())
    if step.parameters:
        add("parameters", step.formulas.parameters_text)
        add("work", step.formulas.multiply_adds.text())
    else:
        add("parameters", 0)
    size = memory(step.bytes)
    add("memory", text("arch.memory_how", lang, values=number(step.values), memory=size))
    if step.field is not None:
        add("field", _field_words(walk, index, lang))
    return found


def _name_of(walk: Walk, source: int, lang: str) -> str:
    return walk.steps[source].name if source >= 0 else text("arch.input", lang)


def field_size(step: Step) -> str:
    """Write the size of a step's receptive field, ``195×195``, or a dash if it has none."""
    if step.field is None:
        return "–"
    size = step.field.size
    return shape(size if isinstance(size, tuple) else (size, size))


def _field_words(walk: Walk, index: int, lang: str) -> str:
    step = walk.steps[index]
    before = field_size(walk.steps[step.sources[-1]]) if step.sources[-1] >= 0 else window(1)
    if isinstance(step.layer, Linear):
        return text("arch.field_whole", lang, field=field_size(step))
    if not step.exact or step.field is None:
        return text("arch.field_uneven", lang, field=field_size(step), before=before)
    jump = step.field.jump
    both = jump if isinstance(jump, tuple) else (jump, jump)
    apart = number(both[0]) if both[0] == both[1] else shape(both)
    return text("arch.field_how", lang, field=field_size(step), before=before, jump=apart)


def hover(walk: Walk, index: int, lang: str) -> str:
    """Return a layer's facts as the drawing's hover text; ``<br>`` begins a new line."""
    step = walk.steps[index]
    lines = [f"<b>{step.name}</b>  {layer_title(step.layer, lang)}"]
    if isinstance(step.layer, From | Activation | Dropout | LocalResponseNorm):
        # For a layer without weights that keeps the shape, the facts would be mostly zeros.
        return lines[0]
    return "<br>".join(
        [*lines, *(f"{label}: {value}" for label, value in facts(walk, index, lang))]
    )


class DrawingWords(TypedDict):
    """The fields of ``figures.drawing.Captions``, which this module must not know."""

    names: tuple[str, ...]
    shapes: tuple[str, ...]
    details: tuple[str, ...]
    hovers: tuple[str, ...]
    failure: tuple[str, str] | None


def captions(walk: Walk, lang: str) -> DrawingWords:
    """Return the words of the drawing: the fields of ``figures.drawing.Captions`` by name."""
    steps = walk.steps
    failure = None
    if walk.failure is not None:
        failure = failure_title(walk.failure, lang), failure_reason(walk.failure, lang)
    name = text("arch.input", lang)
    return {
        "names": (name, *(step.name for step in steps)),
        "shapes": (shape(walk.input_shape), *(shape(step.output) for step in steps)),
        "details": ("", *(layer_short(step.layer, lang) for step in steps)),
        "hovers": (
            f"<b>{name}</b>  {shape(walk.input_shape)}",
            *(hover(walk, step.index, lang) for step in steps),
        ),
        "failure": failure,
    }


def table(walk: Walk, lang: str) -> Table:
    """Return a table with a row for each layer that works; no count is rounded."""
    columns = ("name", "layer", "output", "parameters", "work", "memory", "field")
    return Table(
        tuple(text(f"arch.column.{column}", lang) for column in columns),
        tuple(
            (
                step.name,
                layer_title(step.layer, lang),
                shape(step.output),
                number(step.parameters),
                number(step.multiply_adds),
                memory(step.bytes),
                field_size(step),
            )
            for step in walk.steps
        ),
    )


def totals(walk: Walk, lang: str) -> str:
    """Return the totals over all layers in one sentence."""
    layers = [step.layer for step in walk.steps]
    return text(
        "arch.totals",
        lang,
        convolutions=sum(isinstance(layer, Conv | ConvTranspose) for layer in layers),
        linear=sum(isinstance(layer, Linear) for layer in layers),
        parameters=number(walk.parameters),
        memory=memory(walk.parameter_bytes),
        work=number(walk.multiply_adds),
        activations=memory(walk.bytes),
    )


def drawing_alt(walk: Walk, name: str, lang: str) -> str:
    """Return the drawing's alternative text: the name of the network, and its shapes in turn."""
    path = " → ".join(
        f"{step.name} {shape(step.output)}" for step in walk.steps if step.output != step.input
    )
    return text(
        "arch.alt",
        lang,
        name=name,
        layers=len(walk.steps),
        input=shape(walk.input_shape),
        output=shape(walk.output_shape),
        path=path or "–",
    )


def failure_title(failure: Failure, lang: str) -> str:
    """Return a heading that says which layer cannot work, counted from 1."""
    layer = layer_title(failure.layer, lang)
    return text("arch.failure", lang, number=failure.index + 1, layer=layer)


def failure_reason(failure: Failure, lang: str) -> str:
    """Return one or two sentences about why a layer cannot work on its input."""
    given = text("arch.failure_input", lang, shape=shape(failure.input))
    return f"{error_sentence(failure.error, lang)} {given}"


def suggestion(failure: Failure, lang: str) -> str:
    """Return a sentence about what would work in place of the layer."""
    titles = [layer_title(layer, lang) for layer in failure.suggestion]
    if not titles:
        return text("arch.suggest_remove", lang)
    layers = titles[0]
    for title in titles[1:]:
        layers = text("arch.then", lang, first=layers, second=title)
    return text("arch.suggest_change", lang, layers=layers)


def visit_note(visit: Visit, lang: str) -> str:
    """Return which numbers the other lesson shows smaller than they are here; "" for none."""
    if not visit.capped:
        return ""
    changes = ", ".join(
        f"{label(name, lang)} {number(was)} → {number(now)}" for name, was, now in visit.capped
    )
    return text("arch.move_capped", lang, changes=changes)
