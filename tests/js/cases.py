"""What Python writes, draws and looks up, as cases for the browser's scripts.

``python -m tests.js.cases FILE`` writes them; ``node --test`` reads them and compares.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from tests.js.painting.cases import colours, edited
from tests.js.traces import ACTIVATIONS, Trace, traces
from visualizer.engine import GatherTrace, WindowTrace
from visualizer.figures.lettering import cell_text
from visualizer.figures.packing import pack
from visualizer.figures.scene import Polyline, Scene, cell_path, cover_path, join, window_path
from visualizer.figures.stage import Stage
from visualizer.figures.windows import window_scene
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.figure import frames
from visualizer.lessons.convolution.learns.run import learning, unmoved
from visualizer.lessons.dense.figures.network import connections
from visualizer.lessons.dense.figures.places import spread
from visualizer.lessons.pooling import words as pooling_words
from visualizer.lessons.pooling.backward import words as back_words
from visualizer.lessons.pooling.scene import backward_scene, pooling_scene
from visualizer.notation import added, factor, number, of_terms, precise
from visualizer.words import sums

ROLES = ("input", "kernel", "products", "output", "activated")
TITLES = {role: [role] * 4 for role in ROLES}
MOST_STEPS = 24  # of one run
TIE = "(tie)"


def write(file: Path) -> None:
    """Write all cases to ``file`` as JSON."""
    cases = {
        "numbers": numbers(),
        "arrays": [{"packed": pack(a), "values": _plain(a.ravel())} for a in arrays()],
        "examples": [example(name, trace) for name, trace in traces().items()],
        "layers": [layer(seed) for seed in range(3)],
        "edited": edited(),
        "colours": colours(),
        "descents": descents(),
        "tie": TIE,
    }
    file.write_text(json.dumps(cases, ensure_ascii=False, allow_nan=False), "utf-8")


def descents() -> list[dict[str, Any]]:
    """Return what the browser is sent of some descents, and the engine's output at each step."""
    asked: tuple[dict[str, str], ...] = (
        {"conv_input": "cross", "conv_bias": "0"},
        {"conv_channels": "2", "conv_filters": "4", "conv_groups": "2", "conv_padding": "1"},
        {"conv_transposed": "1", "conv_stride": "2", "conv_activation": "leaky_relu"},
    )
    found = []
    for query in asked:
        wanted = {**query, "conv_pass": "learn", "conv_descents": "4"}
        settings = unmoved(LESSON.parse(wanted)[0])
        run = learning(settings)
        steps = range(run.descent.steps + 1)
        outputs = [_plain(run.at(step).trace.activated.ravel()) for step in steps]
        data = json.loads(frames(settings, False, "en")["descent"])
        found.append({"data": data, "outputs": outputs})
    return found


def numbers() -> dict[str, Any]:
    """Return values, and how each is written: as a number, precisely, as a factor, as a sum."""
    rng = np.random.default_rng(3)
    special = [0.0, -0.0, np.nan, np.inf, -np.inf, 1e15, -1e15, 1.5e15 + 0.5, 1e21, 1.23456e100]
    halves = [0.125, 0.375, -0.125, 2.675, 1.005, 0.00005, 0.005, -0.005, 0.0049, -0.001, 1e-300]
    large = [999.995, 999.994, 1000, 1234.5, -12345, 123456789.125, 1e14 + 0.25, 9.9999e14]
    drawn = [*rng.normal(0, 100, 60), *rng.integers(-(10**7), 10**7, 20), *rng.normal(0, 0.02, 20)]
    near = [0.99995, -0.999949, 1.00004, 1 - 1e-9, 1 + 1e-15, -1.5, 0.01, 0.0999, 0.001, 4.5e-5]
    tiny = [9.99e-4, -9.96e-4, 1e-9, 5e-324, 0.05, 1.999999, 2.0000001]
    values = np.array([*special, *halves, *large, *near, *tiny, *drawn], dtype=np.float64)
    return {
        "values": pack(values),
        "numbers": [number(float(v)) for v in values],
        "exact": [number(float(v), 4) for v in values],
        "precise": [precise(float(v)) for v in values],
        "precise4": [precise(float(v), 4) for v in values],
        "added": [added(float(v)) for v in values],
        "factors": [factor(float(v)) for v in values],
        "sums": [of_terms(float(v), [3.0, -4e3]) for v in values],
    }


def arrays() -> list[np.ndarray]:
    """Return arrays of every packed type."""
    return [
        np.array([[-128, 127], [0, 1]]),
        np.array([300, -32768]),
        np.array([70_000, -(2**31)]),
        np.array([[[0.1, -2.5e-300]], [[1e300, 2**31]]]),
    ]


def example(name: str, trace: Trace) -> dict[str, Any]:
    """Return one run's data as the page sends it, and what it shows at its steps."""
    written, activate = ACTIVATIONS.get(name, ("", None))
    function = activate.__name__ if activate else ""
    if isinstance(trace, WindowTrace):
        scene = window_scene(trace, titles=TITLES, activation=written, function=function)
    elif isinstance(trace, GatherTrace):
        scene = backward_scene(trace, TITLES)
    else:
        scene = pooling_scene(trace, titles=TITLES)
    stage = Stage(scene, dark=False)
    stage.figure()
    steps = np.unique(np.linspace(0, trace.steps - 1, MOST_STEPS).astype(int))
    return {
        "name": name,
        "data": {**stage.data(), "kernels": []},
        "offsets": stage.canvas.corners,
        "steps": [step_case(scene, trace, stage.canvas.corners, int(step)) for step in steps],
        "reading": list(reading(trace)),
        "meeting": list(meeting(trace)),
    }


def step_case(
    scene: Scene, trace: Trace, offsets: dict[str, list[tuple[float, float]]], step: int
) -> dict[str, Any]:
    """Return what one step reads, writes and draws."""
    now = scene.moment(step)
    write = number if scene.weight is None else precise
    shown = [cell_text(float(value), write) for value in now.shown.ravel()]
    totals = zip(now.sums, now.shown, strict=True) if len(now.sums) else ()
    winner = None
    if now.winner is not None:
        right, down = offsets["input"][now.filter]
        winner = _path(cell_path([(right + now.winner[1], down + now.winner[0])]))
    return {
        "step": step,
        "cell": [now.filter, now.row, now.col],
        "rows": now.rows.tolist(),
        "cols": now.cols.tolist(),
        "channels": list(now.channels),
        "products": shown + [f"Σ {of_terms(float(one), of.ravel())}" for one, of in totals],
        "formula": written_step(scene, trace, step),
        "window": _path(join(window_path(scene, now, offsets["input"][c]) for c in now.channels)),
        "winner": winner,
        "covers": {
            role: _path(join(cover_path(scene, f, now, at) for f, at in enumerate(offsets[role])))
            for role in ("output", "activated")
            if role in offsets
        },
    }


def written_step(scene: Scene, trace: Trace, step: int) -> str:
    """Return the formula under the stage."""
    if isinstance(trace, GatherTrace):
        return back_words.written_step(trace, step)
    if not isinstance(trace, WindowTrace):
        tie = f"   {TIE}" if trace.tied(step) else ""
        return pooling_words.written_step(trace, step) + tie
    activation = str(scene.data["activation"])
    if not activation:
        return sums.written_step(trace, step)
    call = activation.replace("{}", sums.written_result(trace, step))
    result = precise(trace.activated_result(step))
    return f"{sums.written_step(trace, step)}   →   {call} = {result}"


def reading(trace: Trace) -> Iterable[dict[str, Any]]:
    """Yield cells of the grid, and the steps that read them."""
    channels, height, width = trace.grid.shape
    for channel in (0, channels - 1):
        for row, col in ((0, 0), (height // 2, width // 2), (height - 1, 1 % width)):
            steps = trace.steps_reading(channel, row, col)
            yield {"channel": channel, "row": row, "col": col, "steps": steps.tolist()}


def meeting(trace: Trace) -> Iterable[dict[str, Any]]:
    """Yield places of the window, and the cells that each meets."""
    height, width = trace.kernel_size
    for row, col in {(0, 0), (height - 1, 0), (height - 1, width - 1)}:
        rows, cols = trace.cells_meeting(row, col)
        yield {
            "row": row,
            "col": col,
            "cells": [[r, c] for r in rows.tolist() for c in cols.tolist()],
        }


def layer(seed: int) -> dict[str, Any]:
    """Return a dense layer, and the paths of its drawing with the first output chosen."""
    rng = np.random.default_rng(seed)
    grid = rng.integers(-3, 4, (1 + seed, 2, 3)).astype(np.float64)
    weight = rng.integers(-1, 2, (3, grid.size)).astype(np.float64)
    figure = connections(
        grid,
        weight,
        weight @ grid.ravel(),
        titles={"map": ["map"] * len(grid), "flat": "", "outputs": "", "classes": ""},
        classes=[("", 0.0)] * len(weight),
        hover=[""] * grid.size,
        hover_outputs=[""] * len(weight),
        dark=False,
    )
    drawn = {trace["name"]: trace for trace in figure.to_plotly_json()["data"]}
    names = [name for name in drawn if name.startswith("strong:") or name == "chosen"]
    return {
        "weights": weight.astype(int).tolist(),
        "heights": [float(height) for height in spread(len(weight), grid.size)],
        "cells": [[0, 0]] * grid.size,
        "chosen": {name: _path((drawn[name]["x"], drawn[name]["y"])) for name in names},
    }


def _path(path: Polyline) -> dict[str, list[float | None]]:
    return {"x": list(path[0]), "y": list(path[1])}


def _plain(values: np.ndarray) -> list[float]:
    return [float(value) for value in values]


if __name__ == "__main__":
    write(Path(sys.argv[1]))
