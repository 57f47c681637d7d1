"""A unit of local response normalisation: its neighbours' squares, the divisor, the quotient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.notation import latex, precise, significant
from visualizer.ui.details import listed
from visualizer.words.tables import Table
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.unit import OpenUnit


def divided(opened: OpenUnit) -> str:
    """Return the unit's quotient as a line reads it, without the result."""
    assert opened.divisor is not None
    value, divisor = _own(opened), opened.divisor
    return f"{precise(value, 3)} / {precise(divisor, 3)}"


def neighbours(answer: Answer, opened: OpenUnit, lang: str) -> None:
    """List the channels that are read with their squares, and write out the divisor.

    Source: A. Krizhevsky et al., "ImageNet Classification with Deep Convolutional Neural Networks",
    2012, section 3.3.
    """
    assert opened.products is not None
    assert opened.divisor is not None
    module: Any = answer.run.layer(opened.made_by).layer.module
    values, squares = opened.patch.ravel(), opened.products.ravel()
    count, total = len(values), float(squares.sum())
    st.markdown(
        text("alex.norm_lead", lang, channel=opened.channel + 1, count=count, size=module.size)
    )
    heads = ("alex.col_channel", "alex.col_value", "alex.col_square")
    rows = tuple(
        (str(channel + 1), significant(float(value), 4), significant(float(square), 4))
        for channel, value, square in zip(opened.channels, values, squares, strict=True)
    )
    listed(Table(tuple(text(head, lang) for head in heads), rows))
    value, divisor = _own(opened), opened.divisor
    share = f"{module.alpha / module.size:.4g}"
    inner = module.k + module.alpha / module.size * total
    # In lines, as a phone has no room for one.
    st.latex(
        rf"\begin{{aligned}} d &= \Bigl(k + \alpha \textstyle\sum_j a_j^2\Bigr)^{{\beta}} \\[0.6em]"
        rf" &= \bigl({module.k:g} + {share} \cdot {latex(precise(total, 3))}\bigr)"
        rf"^{{{module.beta:g}}} \\[0.6em]"
        rf" &= {latex(precise(inner, 4))}^{{{module.beta:g}}} = {latex(precise(divisor, 4))}"
        rf" \\[0.6em] \frac{{a}}{{d}} &= \frac{{{latex(precise(value, 3))}}}"
        rf"{{{latex(precise(divisor, 4))}}} = {latex(precise(opened.value, 3))} \end{{aligned}}"
    )
    st.caption(text("alex.norm_letters", lang, size=module.size))


def _own(opened: OpenUnit) -> float:
    """Return the value that is divided."""
    return float(opened.patch[opened.place_of(opened.channel), 0, 0])
