"""The training's page without a server: what would be trained, on which pictures.

The training itself stays behind: the server computes it.
"""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import palette
from visualizer.figures.packing import written
from visualizer.learning import TrainingSettings
from visualizer.learning.settings import chosen
from visualizer.lessons.training.example import trainings
from visualizer.lessons.training.settings import NO_CLAIM, TrainingPageSettings
from visualizer.lessons.training.words import SIDES, network_table, side
from visualizer.material.digits import GREATEST, SIZE, digits
from visualizer.offline.pieces import Chart, Heading, Listed, Piece, Prose
from visualizer.words.text import text

_ACROSS, _DOWN = 10, 2
_GAP = 2  # pixels of paper between pictures


def shown(settings: TrainingPageSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``."""
    found: list[Piece] = []
    for one, which in zip(trainings(settings), SIDES, strict=False):
        if settings.claim != NO_CLAIM:
            found.append(Heading(side(settings.claim, which, lang)))
        alt = text("train.first_pictures", lang)
        found += [
            Prose(alt),
            Chart(f"train_pictures_{which}", written(_pictures(one, dark)), alt),
            Listed(network_table(one, lang)),
        ]
    return [*found, Prose(text("train.data", lang), quiet=True)]


def _pictures(settings: TrainingSettings, dark: bool) -> go.Figure:
    """Draw the first training pictures side by side."""
    training, _ = digits()
    places = chosen(settings, training).places[: _ACROSS * _DOWN]
    cell = SIZE + _GAP
    sheet = np.zeros((cell * _DOWN, cell * _ACROSS))
    for i, place in enumerate(places.tolist()):
        top, left = divmod(i, _ACROSS)
        sheet[top * cell : top * cell + SIZE, left * cell : left * cell + SIZE] = (
            training.pictures[place, 0] * GREATEST
        )
    colors = palette(dark)
    scale = [[0.0, colors.background], [1.0, colors.ink]]
    figure = go.Figure(go.Heatmap(z=sheet, colorscale=scale, showscale=False, hoverinfo="skip"))
    figure.update_xaxes(visible=False, fixedrange=True)
    figure.update_yaxes(visible=False, fixedrange=True, autorange="reversed")
    figure.update_layout(
        height=180, margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor=colors.background, plot_bgcolor=colors.background,
    )  # fmt: skip
    return figure
