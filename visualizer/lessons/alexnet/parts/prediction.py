"""What the network thinks: the best five, where the probabilities come from, the time it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from visualizer import notation
from visualizer.lessons.alexnet.figures.prediction import probability_bars, time_bars
from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.material.photos import photo_title, photo_wnids
from visualizer.notation import factor, latex, number, precise, shape
from visualizer.ui import charts, shell
from visualizer.ui.details import folded, listed
from visualizer.words.tables import Table
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.prediction import Prediction


def percent(share: float) -> str:
    """Write a share as a percentage; what is nearly nothing is said to be."""
    return "< 0.1%" if 0 < share < 0.001 else f"{notation.percent(share)}%"


def rounded(share: float) -> str:
    """Write a share, 0 to 1, as a percentage; always with one decimal, so that it stays in place.

    >>> rounded(0.82), rounded(0.00003), rounded(0.99996)
    ('82.0%', '< 0.1%', '> 99.9%')
    """
    if 0 < share < 0.0005:
        return "< 0.1%"
    return "> 99.9%" if 0.9995 <= share < 1 else f"{100 * share:.1f}%"


def prediction(answer: Answer, lang: str) -> None:
    """Draw the best five classes."""
    top = answer.prediction.top
    names = [each.name.name(lang) for each in top]
    shares = [each.probability for each in top]
    alt = text("alex.bars_alt", lang, name=names[0], share=percent(shares[0]))
    figure = probability_bars(names, shares, [percent(s) for s in shares], dark=charts.is_dark())
    charts.chart(figure, "alex_top", alt)
    spent = 1000 * (answer.prepared.prepare_seconds + answer.prepared.decode_seconds)
    others = answer.prediction.classes - len(top)
    st.caption(
        text(
            "alex.rest" if others else "alex.rest_none", lang, others=number(others),
            rest=percent(answer.prediction.rest), forward=precise(1000 * answer.run.seconds, 1),
            prepare=precise(spent, 1),
        )
    )  # fmt: skip


def truth(answer: Answer, photo: str, lang: str) -> None:
    """Say of a shipped photo whether the answer is right, and why not where that is known."""
    from visualizer.alexnet.prediction import truth as placed

    wnids, classes = photo_wnids(photo), answer.loaded.weights.classes
    if wnids is None or not any(each.wnid for each in classes):
        return
    found, count = placed(answer.run, classes, wnids), number(len(classes))
    if found is None:
        title = photo_title(photo, lang)
        st.info(
            text("alex.truth.none", lang, photo=title, classes=count), icon=":material/lightbulb:"
        )
        return
    key = "alex.truth.first" if found.place == 1 else "alex.truth.later"
    said = text(
        key, lang, name=found.name.name(lang), place=number(found.place), classes=count,
        share=percent(found.probability),
    )  # fmt: skip
    icon = "check_circle" if found.place == 1 else "info"
    st.markdown(f":material/{icon}: {said}")


@shell.fragment
def softmax(answer: Answer, lang: str) -> None:
    """Link the last layer's numbers (logits) to the probabilities, class by class."""
    found = answer.prediction
    with folded(text("alex.softmax", lang), "alex_softmax", icon=":material/functions:") as is_open:
        if is_open:
            st.markdown(text("alex.softmax_words", lang, classes=number(found.classes)))
            st.latex(_formula(found))
            power = "exp(z − z_max)"
            if found.temperature != 1:
                st.markdown(text("alex.calibrated", lang, temperature=f"{found.temperature:.4g}"))
                power = "exp((z − z_max) / T)"
            heads = (
                text("alex.col_class", lang), text("alex.col_logit", lang), power,
                text("alex.col_sum", lang), text("alex.col_probability", lang),
            )  # fmt: skip
            rows = (
                (each.name.name(lang), precise(each.logit), precise(each.exponential, 4),
                 precise(found.denominator, 4), percent(each.probability))
                for each in found.top
            )  # fmt: skip
            listed(Table(heads, tuple(rows)))


def _formula(found: Prediction) -> str:
    """Softmax of the best class with its numbers, in LaTeX; T only where it is not 1."""
    best = found.top[0]
    plain = found.temperature == 1
    over = "" if plain else "/T"
    left, right = ("", "") if plain else ("(", ")")
    shown = f"{left}{latex(precise(best.logit))} - {latex(factor(found.largest))}{right}"
    shown += "" if plain else f"/{found.temperature:.4g}"
    power, below = (latex(precise(x, 3)) for x in (best.exponential, found.denominator))
    share = precise(best.probability, 3)
    # One of several shares is never all of it.
    equals = r"\approx" if best.probability == 1 or share.startswith("≈") else "="
    # In lines, as a phone has no room for one.
    return (
        rf"\begin{{aligned}} p &= \dfrac{{e^{{{left}z - z_{{\max}}{right}{over}}}}}"
        rf"{{\sum_j e^{{{left}z_j - z_{{\max}}{right}{over}}}}} \\[1.2em]"
        rf" &= \dfrac{{e^{{{shown}}}}}{{{below}}} \\[1.2em]"
        rf" &= \dfrac{{{power}}}{{{below}}} {equals} {latex(share.removeprefix('≈ '))}"
        r" \end{aligned}"
    )


@shell.fragment
def times(answer: Answer, lang: str) -> None:
    """Draw the time of each layer, and what it has to show for it."""
    run = answer.run
    with folded(text("alex.times", lang), "alex_times_part", icon=":material/timer:") as is_open:
        if is_open:
            slowest = max(run.layers, key=lambda each: each.seconds)
            st.markdown(
                text(
                    "alex.times_words", lang, layer=slowest.name,
                    total=precise(1000 * run.seconds, 1),
                    share=percent(slowest.seconds / run.seconds if run.seconds else 0.0),
                )
            )  # fmt: skip
            chart, table = columns("alex_time_row", 2, 260)
            figure = time_bars(
                run.names, [each.seconds for each in run.layers], dark=charts.is_dark()
            )
            alt = text("alex.times_alt", lang, layer=slowest.name)
            with chart:
                charts.chart(figure, "alex_times", alt)
            heads = (text(f"alex.col_{name}", lang) for name in ("layer", "shape", "parameters"))
            rows = ((each.name, shape(each.shape), number(each.parameters)) for each in run.layers)
            with table:
                listed(Table(tuple(heads), tuple(rows)))
