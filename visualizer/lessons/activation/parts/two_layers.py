"""Why a straight line is not enough: two linear layers beside the one layer they are."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.activation import figure as figures
from visualizer.lessons.activation import two_layers
from visualizer.lessons.activation.words import layer_formulas, layer_rows
from visualizer.ui import shell
from visualizer.ui.charts import chart, is_dark
from visualizer.ui.details import folded
from visualizer.words.text import text


@shell.fragment
def straight(lang: str) -> None:
    """Show that two linear layers make one, in numbers and drawn, and that ReLU bends the line."""
    with folded(text("act.straight_title", lang), "act_straight") as is_open:
        if not is_open:
            return
        found = two_layers.run(two_layers.EXAMPLES)
        st.markdown(text("act.straight_lead", lang))
        for formula in layer_formulas(found):
            st.latex(formula)
        names = [text(f"act.straight_{name}", lang) for name in ("two", "one", "bent")]
        head = ["*x*", "*W*₁*x* + *b*₁", *names]  # a formula alone is no name for a column
        numbers = [[f"${cell}$" for cell in row] for row in layer_rows(found)]
        rows = [head, ["---:"] * len(head), *numbers]
        st.markdown("\n".join(f"| {' | '.join(row)} |" for row in rows))
        said = text("act.straight_says", lang)
        st.markdown(said)
        drawn = two_layers.run(two_layers.along())
        lines = ((names[0], drawn.two), (names[2], drawn.bent))
        chart(figures.lines(drawn.x, lines, is_dark()), "act_straight_plot", said)
