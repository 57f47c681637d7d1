"""What makes a unit, number by number: patch × weights = products, a pooling window, or inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from visualizer.figures.colors import limit_of
from visualizer.figures.grids import grid_figure
from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.parts.equation import plain
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.lessons.roads import Visit, visit_convolution, visit_pooling
from visualizer.notation import number, significant
from visualizer.settings.messages import filled
from visualizer.settings.origin import Origin
from visualizer.settings.parameters import Value
from visualizer.ui import shell
from visualizer.ui.charts import chart, is_dark
from visualizer.ui.details import listed
from visualizer.words.tables import Table
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.unit import ChannelSum, OpenUnit

SHOWN = 3  # channels whose products are drawn: conv1 has three
LISTED = 10  # inputs of a fully connected unit that are listed
NORMAL, TALL = 230, 300  # pixels of a grid's height
WIDE = 5  # a kernel of conv2: its numbers can be read on the taller grid


def products(answer: Answer, opened: OpenUnit, settings: AlexNetSettings, lang: str) -> None:
    """Draw patch × weights = products for the channels that give most."""
    assert opened.weights is not None
    assert opened.products is not None
    first, rest = opened.strongest(SHOWN)
    others = len(opened.sources) - len(first)
    channel = opened.channel + 1
    st.markdown(text("alex.products_lead", lang, layer=opened.made_by, channel=channel))
    maps = len(answer.run.input_of(opened.made_by))
    if len(opened.channels) < maps:
        st.markdown(
            text(
                "alex.group", lang, first=opened.channels[0] + 1, last=opened.channels[-1] + 1,
                maps=number(maps),
            )
        )  # fmt: skip
    picked = [opened.place_of(source.channel) for source in first]
    ends = [limit_of(part[picked]) for part in (opened.patch, opened.weights, opened.products)]
    for place, source in zip(picked, first, strict=True):
        _one_channel(opened, source, place, ends, lang)
        _to_convolution(answer, opened, source, settings, lang)
    if others:
        st.markdown(text("alex.products_rest", lang, count=number(others), sum=plain(rest)))


def _one_channel(
    opened: OpenUnit, source: ChannelSum, place: int, ends: list[float], lang: str
) -> None:
    """Draw a channel's three grids; a product has fewer digits than its factors, or looks false."""
    assert opened.weights is not None
    assert opened.products is not None
    key = f"alex.rgb.{source.channel}" if opened.made_by == "conv1" else "alex.patch"
    total = text("alex.sum", lang, sum=plain(source.sum))
    grids = (
        ("input", opened.patch[place], text(key, lang, channel=source.channel + 1), _factor),
        ("weights", opened.weights[place], text("alex.weights", lang), _factor),
        ("products", opened.products[place], total, _product),
    )
    height = TALL if opened.weights.shape[-1] == WIDE else NORMAL
    row = columns(f"alex_grids_{source.channel}", 3, 250)
    for column, (part, grid, words, write), end in zip(row, grids, ends, strict=True):
        figure = grid_figure(
            grid, words, limit=end, dark=is_dark(), write=write, height=height,
            marked=opened.padding if part == "input" and opened.padding.any() else None,
        )  # fmt: skip
        for numbers in figure["data"][1:]:  # they fill their cells, and a wide font would touch
            numbers["textfont"]["size"] = max(9, numbers["textfont"]["size"] - 2)
        with column:
            chart(figure, f"alex_grid_{source.channel}_{part}", words)


def _factor(value: float) -> str:
    return significant(value, 3)


def _product(value: float) -> str:
    return significant(value, 2)


def _to_convolution(
    answer: Answer, opened: OpenUnit, source: ChannelSum, settings: AlexNetSettings, lang: str
) -> None:
    """Draw the way into the convolution lesson with one channel's numbers."""
    from visualizer.alexnet.errors import UnitError
    from visualizer.alexnet.handoff import hand_off

    try:
        handed = hand_off(
            answer.run, opened.layer, opened.channel, opened.row, opened.col, source.channel
        )
    except UnitError as error:
        st.caption(filled(error.key, error.details, lang))
        return
    assert handed.kernel is not None
    origin = _origin(opened, settings, source.channel, handed.settings["step"])
    found = visit_convolution(handed.settings, handed.input, handed.kernel, origin)
    _step_through(found, text("alex.step", lang, channel=source.channel + 1), lang)


def window(answer: Answer, opened: OpenUnit, settings: AlexNetSettings, lang: str) -> None:
    """Draw a pooling window with its winner, and the way into the pooling lesson."""
    from visualizer.alexnet.errors import UnitError
    from visualizer.alexnet.handoff import hand_off

    grid = opened.patch[0]
    marked = np.zeros(grid.shape, dtype=bool)
    if opened.winner is not None:
        marked[opened.winner[0] - opened.rows[0], opened.winner[1] - opened.cols[0]] = True
    place, _ = columns("alex_window_row", [1, 2], 250)
    title = text("alex.window", lang)
    figure = grid_figure(
        grid, title, limit=limit_of(grid), dark=is_dark(), write=_factor, marked=marked
    )
    with place:
        chart(figure, "alex_window", title)
    try:
        handed = hand_off(answer.run, opened.layer, opened.channel, opened.row, opened.col)
    except UnitError as error:
        st.caption(filled(error.key, error.details, lang))
        return
    origin = _origin(opened, settings, opened.channel, handed.settings["step"])
    found = visit_pooling(handed.settings, handed.input, origin)
    _step_through(found, text("alex.step_pool", lang, channel=opened.channel + 1), lang)


def _origin(opened: OpenUnit, settings: AlexNetSettings, channel: int, step: Value) -> Origin:
    """Say of a lesson's example which unit it is from; channel and step from 0."""
    return Origin(
        settings.photo, opened.layer, opened.channel + 1, opened.row + 1, opened.col + 1,
        channel + 1, int(step) + 1, network=settings.network, weights=settings.weights,
    )  # fmt: skip


def _step_through(found: Visit, label: str, lang: str) -> None:
    icon, help_ = ":material/play_circle:", text("alex.step_help", lang)
    shell.link(found.page, label, icon=icon, settings=found.query, help=help_)


def inputs(answer: Answer, opened: OpenUnit, lang: str) -> None:
    """List the inputs of a fully connected unit that give most."""
    assert opened.weights is not None
    first, rest = opened.strongest(LISTED)
    before = answer.run.layers[answer.run.index(opened.made_by) - 1]
    rows = []
    for source in first:
        place = source.channel
        where = f"{before.name} {place + 1}"
        if len(before.shape) == 3:
            channel, row, col = (int(at) + 1 for at in np.unravel_index(place, before.shape))
            where = f"{before.name} {channel} ({row}, {col})"
        value, weight = (float(of[place, 0, 0]) for of in (opened.patch, opened.weights))
        rows.append(
            (where, significant(value, 4), significant(weight, 4), significant(source.sum, 3))
        )
    st.markdown(text("alex.inputs_lead", lang, count=number(len(opened.sources))))
    heads = (text(f"alex.col_{name}", lang) for name in ("input", "value", "weight", "product"))
    listed(Table(tuple(heads), tuple(rows)))
    others = number(len(opened.sources) - len(first))
    st.markdown(text("alex.inputs_rest", lang, count=others, sum=plain(rest)))
