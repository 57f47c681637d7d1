"""One unit, opened: where it looks, what it multiplies, what comes out, and that torch agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from visualizer.figures.colors import limit_of
from visualizer.figures.grids import grid_figure
from visualizer.lessons.alexnet.figures.maps import map_figure
from visualizer.lessons.alexnet.figures.photo import with_field
from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.parts.counted import counted
from visualizer.lessons.alexnet.parts.equation import Summand, equation, plain
from visualizer.lessons.alexnet.parts.layers import draw_map
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.lessons.roads import Visit, visit_convolution, visit_pooling
from visualizer.notation import number, precise, shape
from visualizer.settings.lesson import Lesson
from visualizer.settings.messages import filled
from visualizer.settings.origin import Origin
from visualizer.ui import address, shell
from visualizer.ui.charts import chart, is_dark
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.unit import ChannelSum, OpenUnit

SHOWN = 3  # channels whose products are drawn: conv1 has three
LISTED = 10  # inputs of a fully connected unit that are listed
EQUAL = 1e-4  # the page's promise, relative


def unit(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw the chosen unit and everything that made it."""
    from visualizer.alexnet.unit import open_unit

    layer = settings.layer
    channel = settings.channel
    places = len(answer.run.layer(layer).shape) == 3
    row, col = (settings.row, settings.col) if places else (0, 0)
    opened = open_unit(answer.run, layer, channel, row, col, answer.prepared)
    if places:
        large, photo, numbers = st.columns([2, 2, 1.5])
        with large:
            _large_map(lesson, answer, settings, lang)
        with photo:
            _field(answer, opened, lang)
        rows, cols = answer.run.layer(layer).shape[1:]
        with numbers:
            counted(
                text("param.alex_row", lang), "alex_row", row, rows,
                lambda place: address.change(lesson, row=place),
            )  # fmt: skip
            counted(
                text("param.alex_col", lang), "alex_col", col, cols,
                lambda place: address.change(lesson, col=place),
            )  # fmt: skip
            _agreement(opened, lang)
    _equation(opened, lang)
    if not places:
        _agreement(opened, lang)
    if opened.kind == "conv":
        _products(answer, opened, lang)
    elif opened.kind == "linear":
        _inputs(answer, opened, lang)
    elif opened.kind == "maxpool":
        _window(answer, opened, lang)


def _large_map(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    from visualizer.alexnet.maps import value_range

    name, channel = settings.layer, settings.channel
    output = answer.run.layer(name).array()[channel]
    limit = value_range(answer.run, name, settings.scale, channel)  # type: ignore[arg-type]
    rows, cols = output.shape
    words = [
        f"({row + 1}, {col + 1}): {precise(float(output[row, col]))}"
        for row in range(rows)
        for col in range(cols)
    ]
    cell = (settings.row, settings.col)
    size = shape((rows, cols))
    st.markdown(text("alex.map_title", lang, name=name, channel=channel + 1, size=size))
    figure = map_figure(output, limit, cell, words, dark=is_dark())
    alt = text("alex.map_alt", lang, name=name, channel=channel + 1)
    draw_map(figure, "alex_map", cols / rows, alt, lesson)
    st.caption(text("alex.map_hint", lang))


def _field(answer: Answer, opened: OpenUnit, lang: str) -> None:
    seen, field = opened.field.seen, opened.field
    st.markdown(text("alex.field_title", lang))
    crop = np.asarray(answer.prepared.crop)
    box = (seen.left, seen.top, seen.right, seen.bottom)
    st.image(with_field(crop, box, is_dark()), width="stretch", output_format="PNG")
    size = f"{field.size}×{field.size}"
    words = text("alex.field", lang, size=size, jump=field.jump)
    if seen != field.whole:
        words += " " + text("alex.field_cut", lang, size=f"{seen.width:.0f}×{seen.height:.0f}")
    st.caption(words)


def _equation(opened: OpenUnit, lang: str) -> None:
    """Write the sum of what the channels give, the bias, and the ReLU where one follows."""
    summands: list[Summand] = []
    if opened.kind in ("conv", "linear"):
        first, rest = opened.strongest(SHOWN)
        name = "alex.term_channel" if opened.kind == "conv" else "alex.term_input"
        summands += [
            Summand(each.sum, text(name, lang, channel=number(each.channel + 1))) for each in first
        ]
        if others := len(opened.sources) - len(first):
            summands.append(Summand(rest, text("alex.term_others", lang, count=number(others))))
        summands.append(Summand(opened.bias, text("alex.term_bias", lang)))
        before = ""
    else:
        before = text(f"alex.term_{opened.kind}", lang)
    result = plain(opened.total)
    after = f"max(0, {result}) = {plain(opened.value)}" if opened.relu else ""
    st.html(equation(before, summands, result, after))


def _agreement(opened: OpenUnit, lang: str) -> None:
    """Say that torch gave the same number, and how far apart the two are."""
    told = {
        "ours": precise(opened.value, 6),
        "torch": precise(opened.torch_value, 6),
        "difference": precise(opened.difference),
    }
    scale = max(abs(opened.torch_value), 1e-3)
    if opened.difference <= EQUAL * scale:
        st.success(text("alex.equal", lang, **told), icon=":material/verified:")
    else:
        st.error(text("alex.unequal", lang, **told), icon=":material/error:")


def _products(answer: Answer, opened: OpenUnit, lang: str) -> None:
    """Draw patch × weights = products for the channels that give most."""
    assert opened.weights is not None
    assert opened.products is not None
    first, rest = opened.strongest(SHOWN)
    others = len(opened.sources) - len(first)
    channel = opened.channel + 1
    st.markdown(text("alex.products_lead", lang, layer=opened.made_by, channel=channel))
    picked = [opened.place_of(source.channel) for source in first]
    ends = [limit_of(part[picked]) for part in (opened.patch, opened.weights, opened.products)]
    for place, source in zip(picked, first, strict=True):
        _one_channel(answer, opened, source, place, ends, lang)
    if others:
        st.markdown(text("alex.products_rest", lang, count=number(others), sum=plain(rest)))


def _one_channel(
    answer: Answer, opened: OpenUnit, source: ChannelSum, place: int, ends: list[float], lang: str
) -> None:
    assert opened.weights is not None
    assert opened.products is not None
    named = opened.made_by == "conv1"
    key = f"alex.rgb.{source.channel}" if named else "alex.patch"
    title = text(key, lang, channel=source.channel + 1)
    patch, weights, products = st.columns(3)
    shown = (
        (patch, opened.patch[place], title, 2),
        (weights, opened.weights[place], text("alex.weights", lang), 3),
        (products, opened.products[place], text("alex.sum", lang, sum=plain(source.sum)), 3),
    )
    for (column, grid, words, decimals), end in zip(shown, ends, strict=True):
        figure = grid_figure(
            grid, words, limit=end, dark=is_dark(), decimals=decimals,
            marked=opened.padding if column is patch and opened.padding.any() else None,
        )  # fmt: skip
        if decimals > 2 and len(figure.data) > 1:
            figure.data[1].textfont.size = max(9, figure.data[1].textfont.size - 2)
        with column:
            chart(
                figure,
                f"alex_grid_{source.channel}_{words[:1]}_{decimals}_{column is patch}",
                words,
            )
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
    origin = Origin(
        str(st.session_state["alex_photo"]), opened.layer, opened.channel + 1, opened.row + 1,
        opened.col + 1, source.channel + 1, int(handed.settings["step"]) + 1,
    )  # fmt: skip
    found = visit_convolution(handed.settings, handed.input, handed.kernel, origin)
    _step_through(found, text("alex.step", lang, channel=source.channel + 1), lang)


def _window(answer: Answer, opened: OpenUnit, lang: str) -> None:
    """Draw a pooling window with its winner, and the way into the pooling lesson."""
    from visualizer.alexnet.errors import UnitError
    from visualizer.alexnet.handoff import hand_off

    grid = opened.patch[0]
    marked = np.zeros(grid.shape, dtype=bool)
    if opened.winner is not None:
        marked[opened.winner[0] - opened.rows[0], opened.winner[1] - opened.cols[0]] = True
    window, _ = st.columns([1, 2])
    title = text("alex.window", lang)
    figure = grid_figure(
        grid, title, limit=limit_of(grid), dark=is_dark(), decimals=2, marked=marked
    )
    with window:
        chart(figure, "alex_window", title)
    try:
        handed = hand_off(answer.run, opened.layer, opened.channel, opened.row, opened.col)
    except UnitError as error:
        st.caption(filled(error.key, error.details, lang))
        return
    found = visit_pooling(handed.settings, handed.input)
    _step_through(found, text("alex.step_pool", lang, channel=opened.channel + 1), lang)


def _step_through(found: Visit, label: str, lang: str) -> None:
    icon, help_ = ":material/play_circle:", text("alex.step_help", lang)
    shell.link(found.page, label, icon=icon, settings=found.query, help=help_)


def _inputs(answer: Answer, opened: OpenUnit, lang: str) -> None:
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
        rows.append(
            {
                text("alex.col_input", lang): where,
                text("alex.col_value", lang): precise(float(opened.patch[place, 0, 0]), 4),
                text("alex.col_weight", lang): precise(float(opened.weights[place, 0, 0]), 4),
                text("alex.col_product", lang): precise(source.sum, 4),
            }
        )
    st.markdown(text("alex.inputs_lead", lang, count=number(len(opened.sources))))
    st.dataframe(rows, hide_index=True)
    others = number(len(opened.sources) - len(first))
    st.markdown(text("alex.inputs_rest", lang, count=others, sum=plain(rest)))
