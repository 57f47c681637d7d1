"""One unit, opened: where it looks, what it multiplies, what comes out, and that torch agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.maps import cells
from visualizer.lessons.alexnet.figures.photo import with_field
from visualizer.lessons.alexnet.parts import norm, products
from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.parts.counted import counted
from visualizer.lessons.alexnet.parts.equation import Summand, equation, plain
from visualizer.lessons.alexnet.parts.naming import class_of, with_class
from visualizer.lessons.alexnet.parts.places import tiles
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.notation import number, precise, shape
from visualizer.settings.lesson import Lesson
from visualizer.ui import address
from visualizer.ui.charts import is_dark
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.unit import OpenUnit

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
        large, photo, numbers = columns("alex_unit", [2, 2, 1.5], 180)
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
    else:
        name = with_class(answer, layer, channel, lang)
        st.markdown(text("alex.unit_title", lang, name=layer, unit=name))
    _equation(opened, class_of(answer, layer, channel, lang), lang)
    _agreement(opened, lang)
    if opened.kind == "conv":
        products.products(answer, opened, settings, lang)
    elif opened.kind == "linear":
        products.inputs(answer, opened, lang)
    elif opened.kind == "maxpool":
        products.window(answer, opened, settings, lang)
    elif opened.kind == "norm":
        norm.neighbours(answer, opened, lang)


def _large_map(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    from visualizer.alexnet.maps import value_range

    name, channel = settings.layer, settings.channel
    output = answer.run.layer(name).array()[channel]
    limit = value_range(answer.run, name, settings.scale, channel)  # type: ignore[arg-type]
    rows, cols = output.shape
    size = shape((rows, cols))
    st.markdown(text("alex.map_title", lang, name=name, channel=channel + 1, size=size))
    alt = text("alex.map_alt", lang, name=name, channel=channel + 1)

    def picked(place: int) -> None:
        at, beside = divmod(place, cols)
        address.change(lesson, row=at, col=beside)

    chosen = settings.row * cols + settings.col
    tiles("alex_map", cells(output, limit, is_dark()), output, chosen, alt, picked)
    st.caption(text("alex.map_hint", lang))


def _field(answer: Answer, opened: OpenUnit, lang: str) -> None:
    seen, field = opened.field.seen, opened.field
    st.markdown(text("alex.field_title", lang))
    crop = np.asarray(answer.prepared.crop)
    box = (seen.left, seen.top, seen.right, seen.bottom)
    size = f"{field.size}×{field.size}"
    words = text("alex.field", lang, size=size, jump=field.jump)
    if seen != field.whole:
        words += " " + text("alex.field_cut", lang, size=f"{seen.width:.0f}×{seen.height:.0f}")
    st.image(in_place(with_field(crop, box, is_dark())), width="stretch", alt=words)
    st.caption(words)


def _equation(opened: OpenUnit, called: str, lang: str) -> None:
    """Write the sum of what the channels give, the bias, and the ReLU where one follows."""
    summands: list[Summand] = []
    if opened.kind in ("conv", "linear"):
        first, rest = opened.strongest(products.SHOWN)
        key = "alex.term_channel" if opened.kind == "conv" else "alex.term_input"
        summands += [
            Summand(each.sum, text(key, lang, channel=number(each.channel + 1))) for each in first
        ]
        if others := len(opened.sources) - len(first):
            summands.append(Summand(rest, text("alex.term_others", lang, count=number(others))))
        summands.append(Summand(opened.bias, text("alex.term_bias", lang)))
        before = ""
    elif opened.kind == "norm":
        before = norm.divided(opened)
    else:
        before = text(f"alex.term_{opened.kind}", lang)
    result = plain(opened.total)
    after = f"max(0, {result}) = {plain(opened.value)}" if opened.relu else ""
    st.html(equation(before, summands, result, after, called))


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
