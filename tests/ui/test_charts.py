"""What a click on a chart chose."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest


def script(event: dict[str, object] | None) -> None:
    import streamlit as st

    from visualizer.ui.charts import clicked

    st.session_state["chart"] = event
    st.text(repr(clicked("chart")))


@pytest.mark.parametrize(
    ("event", "number"),
    [
        (None, None),
        ({"selection": {"points": []}}, None),
        ({"selection": {"points": [{"x": 1}]}}, None),
        ({"selection": {"points": [{"customdata": "word"}]}}, None),
        ({"selection": {"points": [{"customdata": 7}]}}, 7),
        ({"selection": {"points": [{"customdata": [3.0, 5.0]}]}}, 3),
    ],
)
def test_a_click_is_the_number_that_its_point_carries(event: Any, number: int | None) -> None:
    app = AppTest.from_function(script, default_timeout=30, args=(event,)).run()
    assert not app.exception
    assert app.text[0].value == repr(number)
