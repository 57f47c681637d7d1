"""What the architecture page's charts say: costs, the 224 or 227 question, how a field grows."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.network.layers import BatchNorm, Conv, ConvTranspose, Linear
from visualizer.engine.network.region import Region
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.example import field_growth, unit_of
from visualizer.lessons.architecture.naming import compact
from visualizer.lessons.architecture.presets import input_conventions
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.notation import number, shape
from visualizer.words.text import text
from visualizer.words.windows import spans


@dataclass(frozen=True)
class Costs:
    """One chart: its title, which says what it shows, and for each layer a value with its texts."""

    title: str
    values: tuple[int, ...]
    texts: tuple[str, ...]
    hovers: tuple[str, ...]


def cost_layers(walk: Walk) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return names and kinds ("conv", "fc", "norm") of the layers that have weights."""
    kinds: dict[type, str] = {Linear: "fc", BatchNorm: "norm"}
    steps = [step for step in walk.steps if step.parameters]
    found = (kinds.get(type(step.layer), "conv") for step in steps)
    return tuple(step.name for step in steps), tuple(found)


_MOST: dict[str, tuple[type, ...]] = {"parameters": (Linear,), "work": (Conv, ConvTranspose)}
"""The layers whose share a chart's title tells."""


def costs(walk: Walk, what: str, lang: str) -> Costs:
    """Return the bars of "parameters" or "multiply_adds" over the layers that have weights."""
    steps = [step for step in walk.steps if step.parameters]
    values = tuple(int(getattr(step, what)) for step in steps)
    total = sum(values)
    shares = [short_percent(value / total if total else 0.0) for value in values]
    key = "parameters" if what == "parameters" else "work"
    share = short_percent(walk.share(_MOST[key], what))
    return Costs(
        text(f"arch.costs_{key}", lang, share=share, total=compact(total)),
        values,
        tuple(
            text("arch.bar", lang, value=compact(value), share=part)
            for value, part in zip(values, shares, strict=True)
        ),
        tuple(
            f"{step.name}: {step.formulas.parameters_text}"
            if what == "parameters"
            else f"{step.name}: {step.formulas.multiply_adds.text()}"
            for step in steps
        ),
    )


def short_percent(share: float) -> str:
    """Write a share from 0 to 1 in percent, as short as a label on a bar needs.

    From 10 % on it is a whole number, below it has one decimal. Only 1 itself is written as 100.

    >>> [short_percent(share) for share in (0.9594, 0.041, 0.9999, 1.0, 0.0001)]
    ['96', '4.1', '99.9', '100', '< 0.1']
    """
    value = 100 * share
    if 0 < value < 0.05:
        return "< 0.1"
    if value >= 99.5 and share < 1:
        return f"{min(value, 99.9):.1f}"
    return f"{value:.0f}" if value >= 9.95 or value == 0 else f"{value:.1f}"


@dataclass(frozen=True)
class ConventionStory:
    """One way to read the paper's input size: a heading, the formula, and what follows from it.

    agrees: whether the maps then have the sizes that the paper gives.
    """

    title: str
    formula: str
    story: str
    agrees: bool


def convention_stories(lang: str) -> list[ConventionStory]:
    """Return the three ways to read AlexNet's input size, to be shown side by side."""
    told = []
    for convention in input_conventions():
        formula = convention.first.formulas.rows
        assert formula is not None
        told.append(
            ConventionStory(
                text(f"arch.convention.{convention.name}", lang),
                formula.text(),
                _convention_how(
                    convention.name,
                    lang,
                    quotient=number(formula.quotient),
                    left=formula.left_over,
                    first=shape(convention.first.output),
                    last=shape(convention.last_map),
                ),
                convention.agrees,
            )
        )
    return told


def _convention_how(name: str, lang: str, **values: object) -> str:
    if name == "fits":
        values.pop("left")
    return text(f"arch.convention_how.{name}", lang, **values)


def field_labels(
    walk: Walk, settings: ArchitectureSettings, lang: str
) -> list[tuple[Region, str, str]]:
    """Return (region, layer's name, label) for each layer up to the chosen one, for the animation.

    Layers that do not change the field, such as activations, are left out; the chosen layer is not.
    """
    found: list[tuple[Region, str, str]] = []
    index, *_ = unit_of(walk, settings)
    for grown in field_growth(walk, settings):
        region = grown.field
        if found and region == found[-1][0] and grown.layer != index:
            continue
        name = walk.steps[grown.layer].name
        size = shape((region.height, region.width))
        found.append((region, name, text("arch.field_label", lang, name=name, field=size)))
    return found


def field_sentence(walk: Walk, settings: ArchitectureSettings, lang: str) -> str:
    """Return a sentence with the picture's rows and columns that the chosen unit sees, from 1."""
    index, row, col = unit_of(walk, settings)
    grown = field_growth(walk, settings)
    if not grown or grown[-1].layer != index:
        # Between the kernels of a transposed convolution there may be values that read nothing.
        name = walk.steps[index].name
        return text("arch.field_empty", lang, name=name, row=row + 1, column=col + 1)
    region = grown[-1].field
    height, width = walk.input_shape[1:]
    inside = region.clipped(height, width)
    rows = spans(range(inside.top, inside.bottom + 1))
    columns = spans(range(inside.left, inside.right + 1))
    key = "arch.field_unit" if rows and columns else "arch.field_nothing"
    parts = [
        text(
            key,
            lang,
            name=walk.steps[index].name,
            row=row + 1,
            column=col + 1,
            rows=rows,
            columns=columns,
        )
    ]
    if inside != region and rows and columns:
        parts.append(text("arch.field_padding", lang))
    return " ".join(parts)
