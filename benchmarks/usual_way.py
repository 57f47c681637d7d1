"""The usual way to move a kernel with Plotly: every frame holds heatmaps and redraws the figure.

The stage is measured against this: the same example, drawn as tutorials do it.
"""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import plotly.io as pio
from plotly.subplots import make_subplots

from visualizer.engine import WindowTrace


def usual_page(trace: WindowTrace, frames: int) -> str:
    """Return an HTML page with an animation of the first ``frames`` steps."""
    figure = make_subplots(rows=1, cols=3)
    grid, output = trace.grid[0], trace.output[0]

    def at(step: int) -> list[go.Heatmap]:
        _, row, col = trace.cell(step)
        seen = grid.copy()
        seen[np.ix_(trace.rows(step), trace.cols(step))] += 10
        done = np.full(output.shape, np.nan)
        done.ravel()[: row * output.shape[1] + col + 1] = output.ravel()[: step + 1]
        products = trace.products(step)[0]
        return [
            go.Heatmap(z=z, text=z, texttemplate="%{text}", showscale=False)
            for z in (seen, products, done)
        ]

    for place, heatmap in enumerate(at(0), start=1):
        figure.add_trace(heatmap, row=1, col=place)
    figure.frames = [go.Frame(data=at(step), name=str(step)) for step in range(frames)]
    figure.update_layout(width=1000, height=420)
    page: str = pio.to_html(figure, include_plotlyjs=True, auto_play=False, div_id="usual")
    return page
