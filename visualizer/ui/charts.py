"""Charts: one configuration for all, one for each width of the column, and what was clicked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

import plotly.graph_objects as go
import streamlit as st
from streamlit.elements.lib.layout_utils import LayoutConfig
from streamlit.proto.PlotlyChart_pb2 import PlotlyChart

from visualizer.figures.packing import Plain, Written, written
from visualizer.notation import grouped
from visualizer.ui import language
from visualizer.ui.scripts import styled

# Pictures to look at and to point at, not to zoom: nothing moves under a finger or a wheel.
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def chart(
    figure: go.Figure | Plain,
    key: str,
    alt: str,
    *,
    picked: Callable[[int], None] | None = None,
) -> None:
    """Draw a figure, keyed ``key``; ``alt`` says what it shows to those who do not see it.

    picked: told the number (customdata) of a point that is clicked.
    """
    if picked is None:
        ready_chart(written(figure), key, alt)
        return

    def chosen() -> None:
        number = clicked(key)
        if number is not None:
            picked(number)

    st.plotly_chart(
        figure, key=key, theme=None, config=CONFIG, alt=alt, width="stretch",
        on_select=chosen, selection_mode="points",
    )  # fmt: skip


def ready_chart(
    figure: Written,
    key: str,
    alt: str,
    name: str = "",
    height: Literal["", "stretch"] = "",
) -> None:
    """Draw a figure that is written already. height: the figure's own, or that of the box.

    name: of the chart in the browser; as a rule the figure's. Under another name Streamlit takes
    the old chart out of the page and draws a new one; under the same name it leaves the chart as it
    is, whatever figure comes, and who moves it has to draw what is new.

    Streamlit's own call would check the figure and copy it three times to write it; and it would
    always name a chart by its figure.
    """
    chart = PlotlyChart(
        spec=grouped(figure.json, language.current()),
        config=json.dumps(CONFIG),
        alt=alt,
        id=f"$$ID-{name or figure.identity}-{key}",
    )
    layout = LayoutConfig(width="stretch", height=height or figure.height)
    st._main._enqueue("plotly_chart", chart, layout_config=layout)


def clicked(key: str) -> int | None:
    """Return the number of the point that was clicked in a chart; None where there is none."""
    event: Any = st.session_state.get(key)
    points = event["selection"]["points"] if event else []
    data = points[0].get("customdata") if points else None
    value = data[0] if isinstance(data, list | tuple) and data else data
    return int(value) if isinstance(value, int | float) else None


def one_fits(key: str, keys: Mapping[int, str]) -> Iterator[int]:
    """Yield each width, with a box for what is made for it; one of the boxes is shown.

    keys: for each width in pixels the key of its box; a picture must fit its width, and is shown in
    columns that are as wide or wider, up to the next width. The narrowest is shown in narrower
    ones as well. It is the column that is measured, not the window: the sidebar may be open.
    """
    with st.container(key=key, gap=None):
        styled(_rules(key, keys))
        for width, box in keys.items():
            with st.container(key=box, gap=None):
                yield width


def _rules(key: str, keys: Mapping[int, str]) -> str:
    widths = sorted(keys)
    rules = [f".st-key-{key} {{ container-type: inline-size; width: 100%; }}"]
    for i, width in enumerate(widths):
        hidden = f"{{ .st-key-{keys[width]} {{ display: none; }} }}"
        if i > 0:
            rules.append(f"@container (width < {width}px) {hidden}")
        if i + 1 < len(widths):
            rules.append(f"@container (width >= {widths[i + 1]}px) {hidden}")
    return "\n".join(rules)


def is_dark() -> bool:
    """Tell whether figures are to be dark: as a rule, whether the reader's theme is."""
    once = st.session_state.get(_ONCE)
    return once if isinstance(once, bool) else st.context.theme.type == "dark"


def draw_once(dark: object) -> None:
    """Have the page's next whole run draw dark figures, or light ones, whatever the theme is.

    The run after that follows the theme again, as the next one does if ``dark`` is no bool.
    """
    st.session_state[_NEXT] = dark


def begin_page() -> None:
    """Begin a whole run of a page: see ``draw_once``."""
    st.session_state[_ONCE] = st.session_state.pop(_NEXT, None)


_NEXT, _ONCE = "_charts_dark_next", "_charts_dark_once"
