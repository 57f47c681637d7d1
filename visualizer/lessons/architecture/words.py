"""A network in words: names of layers, the facts of one, the table of all, why one cannot work."""

from __future__ import annotations

from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Dropout,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    kind,
)
from visualizer.engine.network.walk import Failure, Step, Walk
from visualizer.lessons.roads import Visit
from visualizer.notation import TIMES, number, shape
from visualizer.settings.labels import label
from visualizer.settings.messages import error_sentence
from visualizer.words.tables import Table
from visualizer.words.text import known, text


def compact(count: int) -> str:
    """Write a large count shortly: three digits and k, M or G.

    >>> compact(950), compact(34944), compact(37752832), compact(714188480)
    ('950', '34.9 k', '37.8 M', '714 M')
    """
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        # 999 500 rounds to 1.00 M, not to 1000 k.
        if count >= 0.9995 * limit:
            return f"{count / limit:#.3g}".rstrip(".") + f" {unit}"
    return str(count)


def memory(size: int) -> str:
    """Write bytes as kB, MB or GB (powers of 1000).

    >>> memory(600), memory(1161600)
    ('600 B', '1.16 MB')
    """
    return compact(size).replace(" k", " kB").replace(" M", " MB").replace(" G", " GB") + (
        " B" if size < 1000 else ""
    )


def square(size: int) -> str:
    """Write a square window: ``11×11``."""
    return f"{size}{TIMES}{size}"


def layer_title(layer: Layer, lang: str) -> str:
    """Return a layer's full name with its numbers: ``Convolution 96 · 11×11, stride 4``."""
    name = text(f"arch.kind.{kind(layer)}", lang)
    match layer:
        case Conv():
            parts = [f"{layer.out_channels} · {square(layer.kernel_size)}", *_extras(layer, lang)]
            return f"{name} " + ", ".join(parts)
        case MaxPool() | AvgPool():
            return f"{name} " + ", ".join([square(layer.kernel_size), *_extras(layer, lang)])
        case AdaptiveAvgPool(size):
            return f"{name} → {square(size)}"
        case Activation(function):
            return _function(function, lang)
        case Dropout(p):
            return f"{name} {p:g}"
        case LocalResponseNorm(size):
            return f"{name} {size}"
        case Linear(outputs):
            return f"{name} {outputs}"
        case _:
            return name


def layer_short(layer: Layer, lang: str) -> str:
    """Return what the drawing says under a box, lines parted by ``<br>``."""
    match layer:
        case Conv():
            # Padding is left to the hover text: it changes what is read, not what is seen here.
            return "<br>".join([square(layer.kernel_size), *_extras(layer, lang, padding=False)])
        case MaxPool() | AvgPool():
            window = f"{text(f'arch.short.{kind(layer)}', lang)} {square(layer.kernel_size)}"
            return "<br>".join([window, *_extras(layer, lang, padding=False)])
        case Activation(function):
            return _function(function, lang)
        case AdaptiveAvgPool(size):
            return text("arch.short.adaptive_avg_pool", lang, size=size)
        case Dropout(p):
            return text("arch.short.dropout", lang, p=f"{p:g}")
        case GlobalAvgPool() | _:
            return text(f"arch.short.{kind(layer)}", lang)


def _function(name: str, lang: str) -> str:
    key = f"arch.activation.{name}"
    return text(key, lang) if known(key) else name


def _extras(layer: Conv | MaxPool | AvgPool, lang: str, padding: bool = True) -> list[str]:
    """Stride, padding, dilation and groups, where they are not the usual ones."""
    stride = layer.stride if isinstance(layer, Conv) else layer.step
    usual = 1 if isinstance(layer, Conv) else layer.kernel_size
    parts = []
    if stride != usual:
        parts.append(text("arch.stride_short", lang, stride=stride))
    if layer.padding and padding:
        parts.append(text("arch.padding_short", lang, padding=layer.padding))
    if isinstance(layer, Conv) and layer.dilation != 1:
        parts.append(text("arch.dilation_short", lang, dilation=layer.dilation))
    if isinstance(layer, Conv) and layer.groups != 1:
        parts.append(text("arch.groups_short", lang, groups=layer.groups))
    return parts


def facts(walk: Walk, index: int, lang: str) -> list[tuple[str, str]]:
    """Return (label, value) for everything there is to know of one layer, formulas written out."""
    step = walk.steps[index]
    layer, rows, cols = step.layer, step.formulas.rows, step.formulas.cols
    found: list[tuple[str, str]] = []

    def add(key: str, value: object) -> None:
        found.append((text(f"arch.fact.{key}", lang), str(value)))

    if isinstance(layer, Conv):
        add("filters", number(layer.out_channels))
    if isinstance(layer, Conv | MaxPool | AvgPool):
        add("kernel", square(layer.kernel_size))
        add("stride", layer.stride if isinstance(layer, Conv) else layer.step)
        add("padding", layer.padding)
    if isinstance(layer, Conv):
        if layer.dilation != 1:
            add("dilation", layer.dilation)
        if layer.groups != 1:
            add("groups", layer.groups)
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


def field_size(step: Step) -> str:
    """Write a step's receptive field: ``195×195``; a dash where there is none."""
    if step.field is None:
        return "–"
    size = step.field.size
    return shape(size if isinstance(size, tuple) else (size, size))


def _field_words(walk: Walk, index: int, lang: str) -> str:
    step = walk.steps[index]
    before = field_size(walk.steps[index - 1]) if index else square(1)
    if isinstance(step.layer, Linear):
        return text("arch.field_whole", lang, field=field_size(step))
    if not step.exact or step.field is None:
        return text("arch.field_uneven", lang, field=field_size(step), before=before)
    jump = step.field.jump
    both = jump if isinstance(jump, tuple) else (jump, jump)
    apart = number(both[0]) if both[0] == both[1] else shape(both)
    return text("arch.field_how", lang, field=field_size(step), before=before, jump=apart)


def hover(walk: Walk, index: int, lang: str) -> str:
    """Return a layer's facts for the hover text of the drawing, lines parted by ``<br>``."""
    step = walk.steps[index]
    lines = [f"<b>{step.name}</b>  {layer_title(step.layer, lang)}"]
    if step.values == 0 or isinstance(step.layer, Activation | Dropout | LocalResponseNorm):
        # What keeps shape and weights needs no list of zeros.
        return lines[0]
    return "<br>".join(
        [*lines, *(f"{label}: {value}" for label, value in facts(walk, index, lang))]
    )


def captions(walk: Walk, lang: str) -> dict[str, object]:
    """Return the words of the drawing, the fields of ``figures.architecture.Captions`` by name."""
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
    """Return all layers that work, one a row, with every count in full."""
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
    """Return the sums over all layers in one sentence."""
    layers = [step.layer for step in walk.steps]
    return text(
        "arch.totals",
        lang,
        convolutions=sum(isinstance(layer, Conv) for layer in layers),
        linear=sum(isinstance(layer, Linear) for layer in layers),
        parameters=number(walk.parameters),
        memory=memory(walk.parameter_bytes),
        work=number(walk.multiply_adds),
        activations=memory(walk.bytes),
    )


def drawing_alt(walk: Walk, name: str, lang: str) -> str:
    """Return what the drawing shows: every shape in turn, for those who do not see it."""
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
    """Return which layer cannot work, counted from 1."""
    layer = layer_title(failure.layer, lang)
    return text("arch.failure", lang, number=failure.index + 1, layer=layer)


def failure_reason(failure: Failure, lang: str) -> str:
    """Return why a layer cannot work on its input."""
    given = text("arch.failure_input", lang, shape=shape(failure.input))
    return f"{error_sentence(failure.error, lang)} {given}"


def suggestion(failure: Failure, lang: str) -> str:
    """Return what would work in place of the layer that does not."""
    titles = [layer_title(layer, lang) for layer in failure.suggestion]
    if not titles:
        return text("arch.suggest_remove", lang)
    layers = titles[0]
    if len(titles) > 1:
        layers = text("arch.then", lang, first=titles[0], second=titles[1])
    return text("arch.suggest_change", lang, layers=layers)


def visit_note(visit: Visit, lang: str) -> str:
    """Return what the other lesson shows smaller than the network has it; empty for nothing."""
    if not visit.capped:
        return ""
    changes = ", ".join(
        f"{label(name, lang)} {number(was)} → {number(now)}" for name, was, now in visit.capped
    )
    return text("arch.move_capped", lang, changes=changes)
