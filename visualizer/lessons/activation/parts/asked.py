"""What is drawn for a question about an activation."""

from __future__ import annotations

from typing import cast

import numpy as np
import streamlit as st

from visualizer import engine
from visualizer.asking import Question
from visualizer.asking.question import Lights
from visualizer.figures.colors import limit_of
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation import figure as figures
from visualizer.lessons.activation.questions.layers import corner
from visualizer.lessons.activation.settings import CLASSES, ActivationSettings
from visualizer.lessons.activation.softmax import written_shares
from visualizer.notation import number, precise
from visualizer.ui.asking.pictures import Pictures
from visualizer.ui.charts import chart, is_dark
from visualizer.ui.grids import grids
from visualizer.words.text import text

_TALL = 250  # pixels: of a grid whose rows are to be told apart


def _asked(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(ActivationSettings, question.settings)
    if question.kind in ("value", "slope", "chain"):
        _curve(question, lights, lang)
    elif question.kind in ("zeros", "dead"):
        _sums(question, lights, lang)
    else:
        lit = [row for _, row, _ in lights.get("class", ())]
        _bars(settings, question.kind == "probability", lit, lang)


def _revealed(question: Question, lang: str) -> None:
    settings = cast(ActivationSettings, question.settings)
    if question.kind in ("value", "slope"):
        _whole_curve(settings, lang)
    elif question.kind == "chain":
        left = story.chain(settings.kind, 0.0, settings.layers)
        lines = [(_name(settings, lang), left)]
        axes = (text("act.axis_layers", lang), text("act.axis_gradient", lang))
        alt = f"{axes[1]}: {', '.join(precise(float(value), 4) for value in left)}"
        chart(figures.chain(lines, 0, axes, is_dark()), "asked_chain", alt)
    elif question.kind == "zeros":
        sums = corner(settings.bias)
        after = engine.relu(sums)
        shown = [(text("act.ask_sums", lang), sums), (_name(settings, lang), after)]
        grids("asked_zeros", shown, limit_of(sums), [None, after == 0], _TALL)
    elif question.kind == "dead":
        _dead(settings, lang)
    else:
        _shares(settings, lang)


PICTURES = Pictures(_asked, _revealed)


def _name(settings: ActivationSettings, lang: str) -> str:
    return text(f"choice.act_kind.{settings.kind}", lang)


def _curve(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(ActivationSettings, question.settings)
    kind, slope, at = settings.kind, settings.slope, settings.x
    side = next((column for _, _, column in lights.get("side", ())), None)
    name = _name(settings, lang)
    x = story.grid()
    if question.kind == "value":
        figure, alt = (
            figures.unknown(at, side, is_dark()),
            text("act.ask_alt_value", lang, x=number(at)),
        )
    elif question.kind == "slope":
        figure = figures.steepness(
            x, story.function(kind, slope)(x), at, name, is_dark(), side=side
        )
        alt = text("act.ask_alt_slope", lang, name=name, x=number(at))
    else:
        steep = story.derivative(kind, slope)(x)
        top = float(steep.max())
        title = f"{name}: {text('act.derivative', lang)}"
        level = top if "top" in lights else None
        figure = figures.steepness(x, steep, None, title, is_dark(), top=level)
        alt = text("act.ask_alt_chain", lang, name=name, steepest=precise(top))
    chart(figure, f"asked_{question.kind}", alt)


def _whole_curve(settings: ActivationSettings, lang: str) -> None:
    kind, slope = settings.kind, settings.slope
    x = story.grid()
    y, steep = story.function(kind, slope)(x), story.derivative(kind, slope)(x)
    at = int(np.argmin(np.abs(x - settings.x)))
    names = (_name(settings, lang), text("act.derivative", lang))
    alt = text(
        "act.at", lang, x=number(settings.x), y=precise(float(y[at]), 4),
        d=precise(float(steep[at]), 4),
    )  # fmt: skip
    chart(figures.curve(x, y, steep, at, names, is_dark()), "asked_curve", alt)


def _sums(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(ActivationSettings, question.settings)
    if question.kind == "zeros":
        sums, title, height = corner(settings.bias), text("act.ask_sums", lang), _TALL
        values = sums
    else:
        # The colour alone has to tell the sign: pale ones would not.
        sums, title, height = story.layer(settings.bias, 0.0).before, "", _TALL
        values = np.sign(sums)
        st.caption(text("act.ask_signs", lang))
    marked = np.zeros(sums.shape, dtype=bool)
    for _, row, column in lights.get("sums", ()):
        marked[row, column] = True
    limit = limit_of(values)
    grids(f"asked_{question.kind}", [(title, values)], limit, [marked], height)


def _dead(settings: ActivationSettings, lang: str) -> None:
    found = story.layer(settings.bias, settings.slope)
    after, gone = found.relu, found.dead
    if settings.kind == "leaky_relu":
        after, gone = found.leaky, found.dead_leaky
    title = text(
        "act.dead_of", lang, name=_name(settings, lang), dead=int(gone.sum()),
        neurons=story.NEURONS,
    )  # fmt: skip
    marked = np.broadcast_to(gone[:, None], after.shape)
    grids("asked_gone", [(title, after)], limit_of(found.before), [marked], _TALL)
    st.caption(text("act.dead_read", lang))


def _bars(settings: ActivationSettings, powers: bool, lit: list[int], lang: str) -> None:
    """Draw what is given of each class: its logit, or e to it."""
    names = [text(f"act.class.{name}", lang) for name in CLASSES]
    values = np.exp(settings.logits) if powers else np.array(settings.logits)
    written = [_written(float(value)) for value in values]
    what = text("act.ask_powers" if powers else "act.ask_logits", lang)
    listed = ", ".join(f"{name} {value}" for name, value in zip(names, written, strict=True))
    figure = figures.bars(names, values, written, lit, is_dark())
    chart(figure, "asked_bars", text("act.ask_alt_bars", lang, what=what, values=listed))


def _written(value: float) -> str:
    whole = round(value)
    return number(whole) if abs(value - whole) < 1e-3 else precise(value)


def _shares(settings: ActivationSettings, lang: str) -> None:
    z, warm = settings.logits, settings.temperature
    names = [text(f"act.class.{name}", lang) for name in CLASSES]
    written = written_shares(z, warm, percent=True)
    listed = ", ".join(f"{name} {share}%" for name, share in zip(names, written, strict=True))
    figure = figures.shares(names, engine.softmax(z, temperature=warm), written, is_dark())
    chart(figure, "asked_shares", listed)
