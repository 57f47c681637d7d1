"""Which network and weights are in use, how good they are, and the way to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from visualizer.lessons.alexnet.parts.network import own
from visualizer.lessons.alexnet.parts.network.download import panel
from visualizer.lessons.alexnet.settings import (
    BEST,
    NETWORKS,
    OWN,
    PAPER,
    STRONGEST,
    TRAINED,
    AlexNetSettings,
)
from visualizer.material.photos import photo_answers, photo_names, photo_wnids
from visualizer.notation import number, percent
from visualizer.settings.lesson import Lesson
from visualizer.settings.messages import filled
from visualizer.ui import address
from visualizer.ui.controls import Controls
from visualizer.ui.details import folded
from visualizer.words.quoting import quoted
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.weights.registry import Loaded

_CARD = ("data", "recipe", "limits", "licence")


def status(loaded: Loaded, settings: AlexNetSettings, lang: str) -> None:
    """Say in one line which weights are in use: in red where they are random."""
    weights = loaded.weights
    if not weights.trained:
        key = "alex.random" if settings.weights == TRAINED else "alex.random_chosen"
        key = "alex.random_2012" if settings.network == PAPER else key
        st.error(text(key, lang), icon=":material/warning:")
        return
    st.markdown(f"{_sentence(loaded, lang)} {_photos(loaded, lang)}")


def _photos(loaded: Loaded, lang: str) -> str:
    """Say how many shipped photos come out right; "" for weights that were not asked."""
    weights = loaded.weights
    answers = photo_answers(str(weights.card.get("sha256", "")))
    if answers is None:
        return ""
    ids = {each.wnid for each in weights.classes if each.wnid}
    names = photo_names()
    known = [name for name in names if ids.intersection(photo_wnids(name) or ())]
    return text(
        "alex.shipped_right", lang, photos=number(len(names)), known=number(len(known)),
        right=number(len(answers.right)), chosen=number(len(answers.chosen)),
    )  # fmt: skip


def choose(lesson: Lesson[AlexNetSettings], settings: AlexNetSettings, lang: str) -> None:
    """Draw the choice of a network and of its weights."""
    shared, controls = address.shared(lesson), Controls(lesson, settings, lang)
    drawn = {"network": NETWORKS, "weights": controls.bounds("weights").choices or ()}
    for field, choices in drawn.items():
        name = lesson[field].name
        if shared.shows(name):
            st.selectbox(
                controls.label(field), choices, key=name, disabled=len(choices) < 2,
                format_func=controls.title_of(field), on_change=_changed, args=(lesson, field),
            )  # fmt: skip


def _changed(lesson: Lesson[AlexNetSettings], field: str) -> None:
    """Open another network with its usual weights; units and classes are others there."""
    value = str(st.session_state[lesson[field].name])
    changes = {field: value} | ({"weights": TRAINED} if field == "network" else {})
    address.change(lesson, **changes, channel=STRONGEST, row=STRONGEST, col=STRONGEST, class_=BEST)


def sidebar(
    lesson: Lesson[AlexNetSettings],
    loaded: Loaded,
    settings: AlexNetSettings,
    classes: int,
    lang: str,
) -> None:
    """Draw the panel: network, weights, accuracy, the model card, one's own weights, a download.

    classes: of the trained network.
    """
    weights = loaded.weights
    st.header(text("alex.weights_title", lang), anchor=False)
    choose(lesson, settings, lang)
    if settings.network == PAPER:
        st.caption(text("alex.about_2012", lang))
    st.markdown(_sentence(loaded, lang))
    for notice in weights.notices:
        st.caption(":material/info: " + filled(notice.key, notice.details, lang))
    lines = [
        f"**{text(f'alex.card.{part}', lang)}** {words}"
        for part in _CARD
        if (words := _words(weights.card.get(part), lang))
    ]
    if calibration := _calibration(weights.card.get("calibration"), lang):
        lines.append(calibration)
    if lines:
        with folded(text("alex.card", lang), "alex_card") as is_open:
            if is_open:
                st.markdown("\n\n".join(lines))
    own.panel(lesson, classes, lang)
    if settings.weights == TRAINED and weights.source in ("shipped", "random"):
        panel(lang)


def _sentence(loaded: Loaded, lang: str) -> str:
    weights = loaded.weights
    path = quoted(weights.path.name) if weights.path else ""
    count = number(weights.num_classes)
    words = text(f"alex.source.{weights.source}", lang, file=path, classes=count)
    if weights.accuracy is not None:
        words += " " + text(
            "alex.accuracy", lang, top1=percent(weights.accuracy.top1),
            top5=percent(weights.accuracy.top5), photos=number(weights.accuracy.photos),
        )  # fmt: skip
    elif weights.trained and weights.source != OWN:
        words += " " + text("alex.no_accuracy", lang)
    return words


def _calibration(entry: object, lang: str) -> str:
    """Return what the card says of how honest the probabilities are; "" if that is not whole."""
    try:
        assert isinstance(entry, dict)
        return text(
            "alex.card.calibration", lang, temperature=f"{float(entry['temperature']):.4g}",
            before=percent(float(entry["error_before"])),
            after=percent(float(entry["error_after"])),
            fitted=number(int(entry["fitted_on"])), measured=number(int(entry["measured_on"])),
        )  # fmt: skip
    except (AssertionError, KeyError, TypeError, ValueError):
        return ""


def _words(entry: object, lang: str) -> str:
    """Return an entry of the card, which is one text or one for each language."""
    if isinstance(entry, dict):
        entry = entry.get(lang) or entry.get("en")
    return str(entry) if isinstance(entry, str) else ""
