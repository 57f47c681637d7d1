"""What is drawn for a question about AlexNet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import streamlit as st

from visualizer.asking import Question
from visualizer.asking.question import Lights
from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.network import Drawn, arrangements
from visualizer.lessons.alexnet.figures.photo import enlarged
from visualizer.lessons.alexnet.figures.prediction import probability_bars
from visualizer.lessons.alexnet.parts import photo
from visualizer.lessons.alexnet.parts.answers import Answer, answer, network
from visualizer.lessons.alexnet.parts.places import diagram
from visualizer.lessons.alexnet.parts.prediction import percent, truth
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.questions.guesses import trio
from visualizer.lessons.alexnet.questions.network import classes
from visualizer.lessons.alexnet.settings import (
    INPUTS,
    LAST,
    SHIPPED_CLASSES,
    AlexNetSettings,
    layer_shape,
    names_of,
)
from visualizer.material.photos import photo_title
from visualizer.notation import shape
from visualizer.ui.asking.pictures import Pictures
from visualizer.ui.charts import chart, is_dark
from visualizer.words.text import text

_PHOTO = 360  # pixels: a photo that leaves room for the choices below it
_LEAST = 240  # pixels: of a photo beside its answer
_SMALLEST = 84  # of three, so that a phone has the choices below them in view
_WITH_WEIGHTS = ("conv", "linear")


def _asked(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(AlexNetSettings, question.settings)
    if question.kind in ("guess", "close", "five"):
        with st.container(width=_PHOTO):
            photo.show(_answer(settings.photo, lang), settings.photo, lang)
    elif question.kind == "certain":
        _photos(settings.photo, False, lang)
    else:
        # Behind what is asked, every shape would tell it. The hint marks what goes in.
        names = names_of(settings.network)
        place = names.index(settings.layer)
        shown = names[: place + (0 if question.kind == "shape" else 1)]
        _network(settings, shown, shown[-1] if "layer" in lights and shown else "", lang)


def _revealed(question: Question, lang: str) -> None:
    settings = cast(AlexNetSettings, question.settings)
    if question.kind in ("guess", "close", "five"):
        _best(settings.photo, lang)
    elif question.kind == "certain":
        _photos(settings.photo, True, lang)
    else:
        _network(settings, names_of(settings.network), settings.layer, lang)


PICTURES = Pictures(_asked, _revealed)


def _answer(name: str, lang: str) -> Answer:
    return answer(network(lang), photo.shipped(name))


def _best(name: str, lang: str) -> None:
    """Draw the photo and its best five classes."""
    found = _answer(name, lang)
    seen, thought = columns("asked_answer", [2, 3], _LEAST)
    with seen:
        photo.show(found, name, lang)
    with thought:
        top = found.prediction.top
        names = [each.name.name(lang) for each in top]
        shares = [each.probability for each in top]
        alt = text("alex.bars_alt", lang, name=names[0], share=percent(shares[0]))
        figure = probability_bars(names, shares, [percent(s) for s in shares], dark=is_dark())
        chart(figure, "asked_top", alt)
        truth(found, name, lang)


def _photos(first: str, known: bool, lang: str) -> None:
    """Draw three photos as the network gets them; ``known``: with its first guesses."""
    names = trio(first)
    for column, name in zip(columns("asked_photos", len(names), _SMALLEST), names, strict=True):
        found = _answer(name, lang)
        title = photo_title(name, lang)
        best = found.prediction.top[0]
        if known:
            title = text(
                "alex.ask_first_guess", lang, photo=title, name=best.name.name(lang),
                share=f"{100 * best.probability:.0f}",
            )  # fmt: skip
        crop = enlarged(np.asarray(found.prepared.crop))
        column.image(in_place(crop, "JPEG"), caption=title, width="stretch", alt=title)


def _network(settings: AlexNetSettings, names: Sequence[str], chosen: str, lang: str) -> None:
    """Draw the input and these layers to scale."""
    taken = INPUTS[settings.network]
    boxes = [Drawn("", text("alex.kind.input", lang), shape(taken), taken, False)]
    for name in names:
        count = classes(settings) if name == LAST else SHIPPED_CLASSES
        layer = layer_shape(name, count, settings.network)
        told = f"{name}, {text(f'alex.kind.{layer.kind}', lang)}, {shape(layer.shape)}"
        boxes.append(Drawn(name, name, told, layer.shape, layer.kind in _WITH_WEIGHTS))
    label = ", ".join(box.title for box in boxes)
    diagram("asked_network", arrangements(boxes), chosen, label, lambda _: None)
