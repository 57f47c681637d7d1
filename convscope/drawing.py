"""A part of a run as the pieces of a page: sentences, the stage, its player."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from convscope.cutting import Part, Stretch
from convscope.reading.runs import Note, Run
from convscope.texts import say
from visualizer.engine import WindowTrace
from visualizer.figures.packing import pack
from visualizer.figures.scene import Scene
from visualizer.figures.stage import Stage
from visualizer.figures.still import Still, still
from visualizer.figures.windows import window_scene
from visualizer.lessons.pooling import words as pooling_words
from visualizer.lessons.pooling.scene import pooling_scene
from visualizer.notation import shape
from visualizer.offline.pieces import Chart, Live, Piece, Prose
from visualizer.words import windows
from visualizer.words.player import labels
from visualizer.words.stage import window_titles
from visualizer.words.text import text

KEY = "show"


def drawn(run: Run, part: Part, dark: bool, lang: str) -> Still:
    """Return the stage at its first step."""
    return still(Stage(_scene(run, part, lang), dark))


def pieces(run: Run, part: Part, stage: Still, lang: str) -> list[Piece]:
    """Return what the page shows, from top to bottom."""
    words = labels(lang)
    if part.added is not None:
        words["bias"] = say("rest", lang)
    data = {
        "id": stage.chart.identity,
        "example": stage.data,
        "figure": stage.chart.json,
        "hidden": False,
        "stage": f"{KEY}_stage",
        "step": 0,
        "ask": 0,
        "speed": 1.0,
        "tour": {},
        "paints": False,
        "painted": 0,
        "labels": words,
    }
    above = " ".join(left_out(run, part, lang))
    below = " ".join(say(key, lang, **values) for key, values in run.notes)
    return [
        *([Prose(above, quiet=True)] if above else []),
        Chart(f"{KEY}_stage", stage.chart, _alt(part, lang)),
        Live(f"{KEY}_player", "player", data),
        *([Prose(below, quiet=True)] if below else []),
    ]


def left_out(run: Run, part: Part, lang: str) -> list[str]:
    """Return which part of the layer's work is shown, in sentences; none where it is all."""
    said: list[Note] = list(run.parts)
    outputs = run.output_shape[0]
    if len(run.filters) < outputs:
        shown = windows.spans(run.filters)
        said.append(("outputs", {"shown": shown, "count": outputs, "last": str(outputs - 1)}))
    if not (part.rows.whole and part.cols.whole):
        height, width = run.output_shape[1:]
        places = {"rows": _spanned(part.rows), "columns": _spanned(part.cols)}
        said.append(("area", {**places, "height": height, "width": width}))
    if part.added is not None and run.total is None:
        assert isinstance(part.trace, WindowTrace)
        count = len(run.channels)
        chosen = windows.spans(run.channels[i] for i in part.channels)
        told = {"count": count, "shown": chosen, "rest": count - len(part.channels)}
        said.append(("inputs_bias" if part.trace.has_bias else "inputs", told))
    return [say(key, lang, **values) for key, values in said]


def _spanned(stretch: Stretch) -> str:
    return windows.spans(range(stretch.first, stretch.first + stretch.count))


def _scene(run: Run, part: Part, lang: str) -> Scene:
    trace = part.trace
    if not isinstance(trace, WindowTrace):
        titles = {**pooling_words.titles(trace, lang), **_titles(run, part, lang)}
        return pooling_scene(trace, titles=titles)
    titles = {**window_titles(trace, "none", lang), **_titles(run, part, lang)}
    made = window_scene(trace, titles=titles, activation=run.written)
    if part.added is None:
        return made
    # Another number is added in every step: the player looks it up as it does the bias.
    first = part.added.reshape(len(part.added), -1)[:, 0]
    data = {**made.data, "bias": pack(part.added), "hasBias": True}
    return replace(made, bias=np.ascontiguousarray(first), data=data)


def _titles(run: Run, part: Part, lang: str) -> dict[str, list[str]]:
    """Return the titles of what may be a part of something larger."""
    trace, channels = part.trace, [run.channels[i] for i in part.channels]
    made = (trace.output.shape, run.output_shape, run.filters, "common.map")
    both: dict[str, tuple[str, _Told]] = {
        "input": (
            text("common.input", lang),
            (trace.input.shape, run.input_shape, channels, "common.channel"),
        ),
        "output": (text("common.output", lang), made),
    }
    if run.written:
        both["activated"] = (run.name, made)
    if isinstance(trace, WindowTrace) and part.added is not None and len(channels) > 1:
        whole = (len(run.channels), *trace.kernel_size)
        kernel = (trace.weight.shape[1:], whole, channels, "common.channel")
        both["kernel"] = (text("common.kernel", lang), kernel)
    return {role: _series(name, *told, lang) for role, (name, told) in both.items()}


_Told: TypeAlias = tuple[Sequence[int], Sequence[int], Sequence[int], str]
"""Shape of a part, shape of the whole, numbers of the part's panels, what each one is."""


def _series(
    name: str,
    part: Sequence[int],
    whole: Sequence[int],
    numbers: Sequence[int],
    each: str,
    lang: str,
) -> list[str]:
    """Return a role's titles: the first says how much of what it is, the others which one."""
    first = text("stage.of", lang, name=name, shape=shape(part))
    if tuple(part) != tuple(whole):
        first = say("of", lang, name=name, part=shape(part), whole=shape(whole))
        if tuple(part[1:]) == (1, 1):  # no wider than the cell below it needs
            first = say("one_of", lang, name=name, number=numbers[0] + 1)
        elif list(numbers) != list(range(len(numbers))):
            own = text(each, lang, number=numbers[0] + 1)
            first = say("numbered_of", lang, name=own, whole=shape(whole))
    return [first, *(text(each, lang, number=number + 1) for number in numbers[1:])]


def _alt(part: Part, lang: str) -> str:
    if isinstance(part.trace, WindowTrace):
        return windows.stage_alt(part.trace, lang)
    kind = "max" if part.trace.kind == "max" else "avg"
    return pooling_words.stage_alt(part.trace, kind, lang)
