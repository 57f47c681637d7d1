"""Formulas as MathML: what ConvScope writes is understood whole, other things are refused."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from visualizer.lessons.activation.words import FORMULAS
from visualizer.lessons.dense.words import SOFTMAX
from visualizer.offline.maths import FormulaError, mathml
from visualizer.offline.prose import paragraphs


@pytest.mark.parametrize("latex", [*(each for pair in FORMULAS.values() for each in pair), SOFTMAX])
def test_a_formula_becomes_well_formed_mathml(latex: str) -> None:
    ElementTree.fromstring(mathml(latex))


def test_parts_stand_where_they_belong() -> None:
    assert "<msup><mi>e</mi><mrow><mrow><mo>−</mo><mi>x</mi></mrow></mrow></msup>" in mathml(
        "e^{-x}"
    )
    assert "<msub><mi>W</mi><mn>1</mn></msub>" in mathml("W_1")
    assert "<msubsup>" in mathml("x_i^2")
    rows = mathml(r"\begin{cases} 1 & x > 0 \\[0.5em] 0 & x \le 0 \end{cases}")
    assert rows.count("<mtr>") == 2
    assert rows.count("<mtd>") == 4
    assert "&gt;" in rows
    assert 'style="color: #123456"' in mathml(r"\textcolor{#123456}{x}")


@pytest.mark.parametrize(
    "latex", [r"\unknown", r"\frac{1}", "{x", "x}", r"\begin{matrix}x\end{matrix}"]
)
def test_what_is_not_understood_is_refused(latex: str) -> None:
    with pytest.raises(FormulaError):
        mathml(latex)


def test_prose_is_words_and_never_markup() -> None:
    made = paragraphs(
        "**bold** `code <b>` [link](https://example.org) $e^2$ <script>\n\n- one\n- two"
    )
    assert made.startswith("<p><strong>bold</strong> <code>code &lt;b&gt;</code> link <math")
    assert "<script>" not in made
    assert "example.org" not in made
    assert made.endswith("<ul><li>one</li><li>two</li></ul>")
