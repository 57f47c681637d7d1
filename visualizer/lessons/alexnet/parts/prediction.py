"""What the network thinks: the best five, where the probabilities come from, the time it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from visualizer.lessons.alexnet.figures.prediction import probability_bars, time_bars
from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.notation import number, shape
from visualizer.ui import charts
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.prediction import Prediction


def percent(share: float) -> str:
    """Write a share as a percentage; what is nearly nothing is said to be."""
    return "< 0.1 %" if 0 < share < 0.001 else f"{100 * share:.1f} %"


def prediction(answer: Answer, lang: str) -> None:
    """Draw the best five classes."""
    top = answer.prediction.top
    names = [each.name.name(lang) for each in top]
    shares = [each.probability for each in top]
    alt = text("alex.bars_alt", lang, name=names[0], share=percent(shares[0]))
    figure = probability_bars(names, shares, [percent(s) for s in shares], dark=charts.is_dark())
    charts.chart(figure, "alex_top", alt)
    spent = 1000 * (answer.prepared.prepare_seconds + answer.prepared.decode_seconds)
    st.caption(
        text(
            "alex.rest", lang, rest=percent(answer.prediction.rest),
            others=number(answer.prediction.classes - len(top)),
            forward=f"{1000 * answer.run.seconds:.0f}", prepare=f"{spent:.0f}",
        )
    )  # fmt: skip


def softmax(answer: Answer, lang: str) -> None:
    """Link the last layer's numbers (logits) to the probabilities, class by class."""
    found = answer.prediction
    with st.expander(text("alex.softmax", lang), icon=":material/functions:"):
        st.markdown(text("alex.softmax_words", lang, classes=number(found.classes)))
        st.latex(_formula(found))
        power = "exp(z − z_max)"
        if found.temperature != 1:
            st.markdown(text("alex.calibrated", lang, temperature=f"{found.temperature:.4g}"))
            power = "exp((z − z_max) / T)"
        st.dataframe(
            [
                {
                    text("alex.col_class", lang): each.name.name(lang),
                    text("alex.col_logit", lang): number(each.logit),
                    power: f"{each.exponential:.4f}",
                    text("alex.col_sum", lang): f"{found.denominator:.4f}",
                    text("alex.col_probability", lang): percent(each.probability),
                }
                for each in found.top
            ],
            hide_index=True,
        )


def _formula(found: Prediction) -> str:
    """Softmax of the best class with its numbers, in LaTeX; T only where it is not 1."""
    best = found.top[0]
    plain = found.temperature == 1
    over = "" if plain else "/T"
    left, right = ("", "") if plain else ("(", ")")
    shown = f"{left}{best.logit:.2f} - ({found.largest:.2f}){right}"
    shown += "" if plain else f"/{found.temperature:.4g}"
    return (
        rf"p = \frac{{e^{{{left}z - z_{{\max}}{right}{over}}}}}"
        rf"{{\sum_j e^{{{left}z_j - z_{{\max}}{right}{over}}}}} = "
        rf"\frac{{e^{{{shown}}}}}{{{found.denominator:.3f}}}"
        rf" = \frac{{{best.exponential:.3f}}}{{{found.denominator:.3f}}}"
        rf" = {best.probability:.3f}"
    )


def times(answer: Answer, lang: str) -> None:
    """Draw the time of each layer, and what it has to show for it."""
    run = answer.run
    with st.expander(text("alex.times", lang), icon=":material/timer:"):
        slowest = max(run.layers, key=lambda each: each.seconds)
        st.markdown(
            text(
                "alex.times_words", lang, total=f"{1000 * run.seconds:.0f}", layer=slowest.name,
                share=percent(slowest.seconds / run.seconds if run.seconds else 0.0),
            )
        )  # fmt: skip
        chart, table = st.columns(2)
        figure = time_bars(run.names, [each.seconds for each in run.layers], dark=charts.is_dark())
        alt = text("alex.times_alt", lang, layer=slowest.name)
        with chart:
            charts.chart(figure, "alex_times", alt)
        table.dataframe(
            [
                {
                    text("alex.col_layer", lang): each.name,
                    text("alex.col_shape", lang): shape(each.shape),
                    text("alex.col_parameters", lang): number(each.parameters),
                }
                for each in run.layers
            ],
            hide_index=True,
            height=36 * 12,
        )
