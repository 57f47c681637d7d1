"""The architecture page without a server: the network to scale, a layer's facts, the costs."""

from __future__ import annotations

from visualizer.engine.network.walk import Walk
from visualizer.figures.packing import written
from visualizer.lessons.architecture import words
from visualizer.lessons.architecture.described import described
from visualizer.lessons.architecture.figures.drawing import Captions, network_figure, widths
from visualizer.lessons.architecture.figures.plots import Bars, cost_figure
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.presets import network_title
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.stories import cost_layers, costs
from visualizer.offline.pieces import Beside, Chart, Heading, Listed, Piece, Prose
from visualizer.words.tables import Table
from visualizer.words.text import text


def shown(settings: ArchitectureSettings, dark: bool, lang: str) -> list[Piece]:
    """Return what the page shows of ``settings``."""
    walk = settings.network.walk()
    pieces: list[Piece] = [*_drawings(walk, settings, dark, lang)]
    pieces.append(Prose(text("arch.scale", lang), quiet=True))
    if walk.failure:
        pieces.append(Prose(words.failure_reason(walk.failure, lang)))
    if walk.steps:
        step = walk.steps[settings.layer]
        facts = tuple(words.facts(walk, settings.layer, lang))
        pieces += [
            Prose(words.totals(walk, lang)),
            Heading(f"{step.name} · {layer_title(step.layer, lang)}"),
            Prose("\n".join(f"- **{label}:** {value}" for label, value in facts)),
        ]
    names, kinds = cost_layers(walk)
    if names:
        parts = []
        for what in ("parameters", "multiply_adds"):
            found = costs(walk, what, lang)
            listed = ", ".join(f"{n} {v}" for n, v in zip(names, found.texts, strict=True))
            bars = Bars(found.title, found.values, found.texts, found.hovers)
            figure = written(cost_figure(names, kinds, bars, dark=dark))
            chart = Chart(f"arch_costs_{what}", figure, f"{found.title}: {listed}")
            parts.append((Prose(f"**{found.title}**"), chart))
        pieces += [Heading(text("arch.costs", lang)), Beside(tuple(parts))]
        pieces.append(Prose(text("arch.costs_why", lang)))
    table: Table = words.table(walk, lang)
    return [*pieces, Heading(text("arch.table", lang)), Listed(table)]


def _drawings(walk: Walk, settings: ArchitectureSettings, dark: bool, lang: str) -> list[Piece]:
    """Return a drawing for each width; the page shows the widest that fits."""
    captions = Captions(**words.captions(walk, lang))
    chosen = settings.layer if walk.steps else None
    alt = described(walk, network_title(settings.net, lang), lang)
    made: list[Piece] = []
    drawn = widths(walk)
    for place, width in enumerate(drawn):
        figure = network_figure(walk, captions, dark=dark, width=width, selected=chosen)
        least = width if place < len(drawn) - 1 else 0  # the last one serves narrower ones too
        most = drawn[place - 1] if place else 0
        made.append(Chart(f"arch_drawing_{width}", written(figure), alt, least, most))
    return made
