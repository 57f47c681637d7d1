"""The network as a drawing, all channels of a layer as a picture; a click opens what it is on."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from visualizer.lessons.alexnet.figures.maps import Mosaic, filters, mosaic
from visualizer.lessons.alexnet.figures.network import Drawn, arrangements
from visualizer.lessons.alexnet.parts.answers import Answer, results
from visualizer.lessons.alexnet.parts.counted import counted
from visualizer.lessons.alexnet.parts.naming import class_of, with_class
from visualizer.lessons.alexnet.parts.places import FINGER, diagram, tiles
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import (
    LAST,
    STRONGEST,
    AlexNetSettings,
)
from visualizer.notation import number, precise, shape
from visualizer.settings.lesson import Lesson
from visualizer.ui import address
from visualizer.ui.charts import is_dark
from visualizer.ui.controls import Controls
from visualizer.ui.details import folded
from visualizer.words.text import text


def resolve(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings
) -> AlexNetSettings:
    """Put the strongest unit where nobody chose one, before its controls are drawn."""
    from visualizer.alexnet.maps import strongest_units

    channel, row, col = (settings.channel, settings.row, settings.col)
    places = len(answer.run.layer(settings.layer).shape) == 3
    if channel != STRONGEST and (not places or STRONGEST not in (row, col)):
        return settings
    output = answer.run.layer(settings.layer).array()
    best = strongest_units(output, 1, None if channel == STRONGEST else channel)[0]
    found = {"channel": best.channel, "row": best.row, "col": best.col}
    for name, value in found.items():  # other widgets stand already
        st.session_state[lesson[name].name] = value
    settled, _ = lesson.settle(settings.changed(**found))
    address.keep(lesson, settled)
    return settled


def choose_layer(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw the network to scale; a press on a box chooses its layer."""
    st.markdown(text(f"alex.layers_{settings.network}", lang))
    layer = settings.layer
    taken = tuple(answer.run.input.shape)
    boxes = [Drawn("", text("alex.kind.input", lang), _told("input", taken, lang), taken, False)]
    for each in answer.run.layers:
        told = _told(each.layer.kind, each.shape, lang, each.name)
        boxes.append(Drawn(each.name, each.name, told, each.shape, each.parameters > 0))
    label = text("alex.network_alt", lang, name=layer)
    diagram("alex_drawing", arrangements(boxes), layer, label, lambda name: _to_layer(lesson, name))
    st.caption(text("alex.network_hint", lang))


def _told(kind: str, sizes: tuple[int, ...], lang: str, name: str = "") -> str:
    """Return what is said of a box: its name, its kind, its shape."""
    parts = [name, text(f"alex.kind.{kind}", lang), shape(sizes)]
    return ", ".join(part for part in parts if part)


def _to_layer(lesson: Lesson[AlexNetSettings], name: str) -> None:
    address.change(lesson, layer=name, channel=STRONGEST, row=STRONGEST, col=STRONGEST)


def maps(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw all channels of the chosen layer, and what there is to know of it."""
    name = settings.layer
    layer = answer.run.layer(name)
    kind = layer.layer.kind
    st.markdown(
        text(
            "alex.layer_words", lang, name=name, kind=text(f"alex.kind.{kind}", lang),
            shape=shape(layer.shape), parameters=number(layer.parameters),
            ms=precise(1000 * layer.seconds),
        )
        + " " + text(f"alex.about.{kind}", lang)
    )  # fmt: skip
    controls = Controls(lesson, settings, lang)
    chosen, sort, scale, channel = columns("alex_controls", 4, 190)
    with chosen:
        st.selectbox(
            text("param.alex_layer", lang), answer.run.names, key="alex_layer",
            on_change=lambda: _to_layer(lesson, str(st.session_state["alex_layer"])),
        )  # fmt: skip
    with sort:
        controls.show("sort")
    with scale:
        controls.show("scale")
    with channel:
        _choose_channel(lesson, answer, settings, lang)
    shown = mosaic_of(answer, name, settings.sort, settings.scale)
    tiles(
        "alex_maps", shown, _words(answer, name, shown, lang), settings.channel,
        text("alex.maps_alt", lang, count=len(shown.channels), name=name),
        lambda number: _to_strongest(lesson, number), least=FINGER,
    )  # fmt: skip
    places = len(layer.shape) == 3
    st.caption(text("alex.maps_hint" if places else "alex.units_hint", lang))
    _strongest(lesson, answer, name, lang)
    if name in ("conv1", "relu1"):
        _filters(lesson, answer, settings, lang)


def _choose_channel(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw the choice of a channel by its number, of a unit of the last layer by its class."""
    label, count = text("param.alex_channel", lang), answer.run.layer(settings.layer).shape[0]
    if settings.layer == LAST:
        st.selectbox(
            label, range(count), key="alex_channel",
            format_func=lambda unit: f"{unit + 1} {class_of(answer, LAST, unit, lang)}",
        )  # fmt: skip
        return
    counted(
        label, "alex_channel", settings.channel, count,
        lambda channel: _to_strongest(lesson, channel),
    )  # fmt: skip


def _to_strongest(lesson: Lesson[AlexNetSettings], channel: int) -> None:
    address.change(lesson, channel=channel, row=STRONGEST, col=STRONGEST)


def mosaic_of(answer: Answer, name: str, sort: str, scale: str) -> Mosaic:
    """Return all channels of a layer as a picture; ``sort``, ``scale``: as in the settings."""
    from visualizer.alexnet.maps import channel_order, value_range

    dark = is_dark()

    def draw() -> Mosaic:
        output = answer.run.layer(name).array()
        planes = output if output.ndim == 3 else output.reshape(-1, 1, 1)
        ends: Any = np.abs(planes).max(axis=(1, 2))
        if scale != "map" or output.ndim == 1:
            # A unit is a map of one cell: on a scale of its own each would be at its end.
            ends = value_range(answer.run, name, "all" if scale == "all" else "layer")
        order = channel_order(output, sort)  # type: ignore[arg-type]
        return mosaic(planes, order.tolist(), ends, dark)

    found: Mosaic = results().get(("mosaic", answer.key, name, sort, scale, dark), draw)
    return found


def _words(answer: Answer, name: str, shown: Mosaic, lang: str) -> list[str]:
    output = answer.run.layer(name).array()
    if output.ndim == 3:
        flat = output.reshape(len(output), -1)
        most, mean = flat.max(axis=1), flat.mean(axis=1)
        return [
            text(
                "alex.map_hover",
                lang,
                channel=c + 1,
                most=precise(most[c]),
                mean=precise(mean[c]),
            )
            for c in shown.channels
        ]
    if name == LAST:
        return [
            f"{c + 1} {class_of(answer, name, c, lang)}: {precise(float(output[c]))}"
            for c in shown.channels
        ]
    unit = text("alex.unit_hover", lang, unit="{unit}", value="{value}")
    return [unit.format(unit=c + 1, value=precise(float(output[c]))) for c in shown.channels]


def _strongest(lesson: Lesson[AlexNetSettings], answer: Answer, name: str, lang: str) -> None:
    """Offer the units with the largest values; a press opens one."""
    from visualizer.alexnet.maps import strongest_units

    output = answer.run.layer(name).array()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        key = "alex.strongest_cells" if output.ndim == 3 else "alex.strongest"
        st.markdown(text(key, lang), width="content")
        for place, unit in enumerate(strongest_units(output, 5)):
            where = with_class(answer, name, unit.channel, lang)
            if output.ndim == 3:
                where += f" ({unit.row + 1}, {unit.col + 1})"
            st.button(
                f"{where}: {precise(unit.value)}", key=f"alex_strong_{place}",
                on_click=address.change, args=(lesson,),
                kwargs={"channel": unit.channel, "row": unit.row, "col": unit.col},
            )  # fmt: skip


def _filters(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Show conv1's filters as the small colour pictures they are; a click opens its channel."""
    dark = is_dark()

    def draw() -> Mosaic:
        first = answer.run.layer("conv1").layer.module
        return filters(first.weight.detach().numpy(), dark)  # type: ignore[operator]

    with folded(
        text("alex.filters", lang), "alex_filters_part", icon=":material/grid_view:", is_open=True
    ) as is_open:
        if is_open:
            count = answer.run.layer("conv1").shape[0]
            st.markdown(text("alex.filters_words", lang, count=count))
            shown: Mosaic = results().get(("filters", answer.loaded.generation, dark), draw)
            words = [text("alex.filter", lang, filter=c + 1) for c in shown.channels]
            tiles(
                "alex_filters", shown, words, settings.channel, text("alex.filters", lang),
                lambda number: _to_strongest(lesson, number), least=FINGER,
            )  # fmt: skip
            st.caption(text("alex.filters_in", lang, count=count))
