"""What is drawn for a question about a network."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from visualizer.asking import Question
from visualizer.asking.question import Lights
from visualizer.engine.network.walk import Walk
from visualizer.engine.network.walk import walk as walked
from visualizer.lessons.architecture import words
from visualizer.lessons.architecture.figures.drawing import Captions, network_figure
from visualizer.lessons.architecture.figures.plots import Bars, cost_figure
from visualizer.lessons.architecture.figures.receptive import Growth, field_figure
from visualizer.lessons.architecture.naming import layer_short
from visualizer.lessons.architecture.presets import network_title
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.stories import (
    cost_layers,
    costs,
    field_labels,
    field_sentence,
)
from visualizer.notation import shape
from visualizer.ui.asking.pictures import Pictures
from visualizer.ui.charts import chart, is_dark, one_fits
from visualizer.words.text import text

_WIDTHS = (800, 460, 340)
"""Pixels: the widths that the drawing of a network is made for."""
_FIELDS = (460, 300)


def _asked(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(ArchitectureSettings, question.settings)
    whole = settings.network.walk()
    marked = [step for _, step, _ in lights.get("layer", ())]
    if question.kind in ("most", "work"):
        _drawing(whole, _plain(whole, lang), marked, lang)
        return
    # Behind what is asked, every shape would tell it. The hint marks what goes in.
    beyond = settings.layer + (0 if question.kind in ("shape", "flat") else 1)
    network = walked(whole.input_shape, whole.layers[:beyond])
    goes_in = [min(step, beyond - 1) for step in marked]
    _drawing(network, _plain(network, lang), goes_in, lang)


def _revealed(question: Question, lang: str) -> None:
    settings = cast(ArchitectureSettings, question.settings)
    walk = settings.network.walk()
    if question.kind in ("most", "work"):
        _costs(walk, "parameters" if question.kind == "most" else "multiply_adds", lang)
    elif question.kind == "field":
        _field(walk, settings, lang)
    else:
        alt = words.drawing_alt(walk, network_title(settings.net, lang), lang)
        _drawing(walk, Captions(**words.captions(walk, lang)), [settings.layer], lang, alt)


PICTURES = Pictures(_asked, _revealed)


def _plain(walk: Walk, lang: str) -> Captions:
    """Return captions whose hover tells no more than what stands there: no count, no field."""
    names = (text("arch.input", lang), *(step.name for step in walk.steps))
    shapes = tuple(map(shape, (walk.input_shape, *(step.output for step in walk.steps))))
    return Captions(
        names,
        shapes,
        ("", *(layer_short(step.layer, lang) for step in walk.steps)),
        tuple(f"<b>{name}</b>  {sizes}" for name, sizes in zip(names, shapes, strict=True)),
    )


def _drawing(
    walk: Walk, captions: Captions, marked: Collection[int], lang: str, alt: str = ""
) -> None:
    path = " → ".join(
        f"{name} {sizes}" for name, sizes in zip(captions.names, captions.shapes, strict=True)
    )
    said = alt or text("arch.ask_alt", lang, path=path)
    for width in one_fits("asked_network", {w: f"asked_network_{w}" for w in _WIDTHS}):
        figure = network_figure(walk, captions, dark=is_dark(), width=width, selected=marked)
        chart(figure, f"asked_boxes_{width}", said)


def _costs(walk: Walk, what: str, lang: str) -> None:
    names, kinds = cost_layers(walk)
    found = costs(walk, what, lang)
    listed = ", ".join(f"{n} {v}" for n, v in zip(names, found.texts, strict=True))
    bars = Bars(found.title, found.values, found.texts, found.hovers)
    figure = cost_figure(names, kinds, bars, dark=is_dark())
    chart(figure, "asked_costs", f"{found.title}: {listed}")


def _field(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    size = (walk.input_shape[1], walk.input_shape[2])
    grown = [Growth(*label) for label in field_labels(walk, settings, lang)]
    for width in one_fits("asked_field", {w: f"asked_field_{w}" for w in _FIELDS}):
        figure = field_figure(
            size, grown, text("arch.field_outside", lang), dark=is_dark(), width=width
        )
        chart(figure, f"asked_seen_{width}", field_sentence(walk, settings, lang))
