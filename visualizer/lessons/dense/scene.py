"""The dense layer on the stage: a convolution whose kernels cover the whole map."""

from __future__ import annotations

from visualizer.figures.stage import Stage
from visualizer.figures.still import Still, still
from visualizer.figures.windows import window_scene
from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.memory import remembered
from visualizer.words.stage import window_titles


@remembered(64)
def drawn(settings: DenseSettings, dark: bool, lang: str) -> Still:
    """Return the stage of the example that ``settings`` (rewound) describe."""
    trace = build(settings).trace
    scene = window_scene(trace, titles=window_titles(trace, "none", lang))
    return still(Stage(scene, dark))
