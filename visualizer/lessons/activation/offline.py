"""The activation lesson's page without a server: the curve with its point, or softmax's shares."""

from __future__ import annotations

import numpy as np

from visualizer import engine
from visualizer.figures.packing import pack, written
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation import figure as figures
from visualizer.lessons.activation import softmax, words
from visualizer.lessons.activation.backward import words as back
from visualizer.lessons.activation.backward.flow import flow
from visualizer.lessons.activation.settings import CLASSES, CURVES, ActivationSettings
from visualizer.notation import precise
from visualizer.offline.pieces import Beside, Chart, Formula, Heading, Listed, Live, Piece, Prose
from visualizer.words.text import text


def shown(settings: ActivationSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``."""
    return (_shares if settings.kind == "softmax" else _curve)(settings, dark, lang)


def _curve(settings: ActivationSettings, dark: bool, lang: str) -> list[Piece]:
    kind, slope = settings.kind, settings.slope
    x = story.grid()
    y, steep = story.function(kind, slope)(x), story.derivative(kind, slope)(x)
    name = text(f"choice.act_kind.{kind}", lang)
    start = int(np.argmin(np.abs(x - story.START)))
    names = (name, text("act.derivative", lang))
    figure = written(figures.curve(x, y, steep, start, names, dark))
    value, at_slope = (part.replace("{a}", precise(slope)) for part in words.WRITTEN[kind])
    data = {
        "x": pack(x),
        "y": pack(y),
        "slope": pack(steep),
        "id": figure.identity,
        "stage": "act_stage",
        "at": int(np.argmin(np.abs(x - settings.x))),
        "ask": 0,
        "label": text("param.act_x", lang),
        "value": value,
        "steep": at_slope,
    }
    if settings.pass_ != "forward":
        found = flow(settings, x)
        data |= {"back": back.WRITTEN, "given": pack(found.given), "result": pack(found.result)}
        return [
            Chart("act_stage", figure, name),
            Live("act_player", "point", data),
            Heading(text("back.title", lang)),
            Formula(back.FORMULA),
            Prose(back.sentence(settings, lang)),
            Listed(back.table(settings, lang)),
        ]
    left = [
        (text(f"choice.act_kind.{each}", lang), story.chain(each, slope, settings.layers))
        for each in CURVES
    ]
    axes = (text("act.axis_layers", lang), text("act.axis_gradient", lang))
    told = words.chain_words(settings.layers, lang)
    chain = written(figures.chain(left, CURVES.index(kind), axes, dark))
    return [
        Formula(words.FORMULAS[kind][0]),
        Chart("act_stage", figure, name),
        Live("act_player", "point", data),
        Heading(text("act.what_title", lang)),
        Formula(words.FORMULAS[kind][1]),
        Prose(words.about(kind, slope, lang)),
        Listed(words.at_points(kind, slope, settings.x, lang)),
        Heading(text("act.chain_title", lang)),
        Prose(told),
        Chart("act_chain", chain, told),
    ]


def _shares(settings: ActivationSettings, dark: bool, lang: str) -> list[Piece]:
    z, temperature = settings.logits, settings.temperature
    shares = engine.softmax(z, temperature=temperature)
    names = [text(f"act.class.{name}", lang) for name in CLASSES]
    percents = softmax.written_shares(z, temperature, percent=True)
    listed = ", ".join(f"{name} {share}%" for name, share in zip(names, percents, strict=True))
    both = zip(figures.CLASS_COLORS[False], figures.CLASS_COLORS[True], strict=True)
    colors = [f"light-dark({light}, {deep})" for light, deep in both]
    fractions: list[tuple[Piece, ...]] = [
        (Prose(f"**{name}**"), Formula(softmax.softmax_fraction(z, temperature, i, colors)))
        for i, name in enumerate(names)
    ]
    lines = [
        (text("act.others", lang, raised=label), *story.share_of_first(z, temperature, raised))
        for label, raised in (("±0", 0.0), ("+2", 2.0), ("−2", -2.0))
    ]
    axis = text("act.axis_logit", lang, name=names[0])
    many = text("act.many", lang)
    return [
        Formula(words.FORMULAS["softmax"][0]),
        Chart("act_stage", written(figures.shares(names, shares, percents, dark)), listed),
        Beside(tuple(fractions)),
        Prose(text("act.softmax_sum", lang)),
        Listed(softmax.softmax_table(z, temperature, lang)),
        Heading(text("act.many_title", lang)),
        Prose(many),
        Chart("act_many", written(figures.no_single_curve(lines, z[0], axis, dark)), many),
    ]
