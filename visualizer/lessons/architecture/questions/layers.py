"""Questions about one layer of a network."""

from __future__ import annotations

from visualizer.asking import Mistake, Question, layers, question
from visualizer.asking.facts import layer_facts
from visualizer.asking.question import say
from visualizer.engine.network.layers import Flatten
from visualizer.engine.network.walk import Step
from visualizer.lessons.architecture.settings import MIDDLE, ArchitectureSettings
from visualizer.notation import shape

_NAME = "architecture"


def plain(settings: ArchitectureSettings) -> ArchitectureSettings:
    """Return settings without a chosen unit and without a picture of one's own choice."""
    return settings.changed(row=MIDDLE, col=MIDDLE, step=0)


def step_of(settings: ArchitectureSettings) -> Step | None:
    """Return the chosen layer; None in a network none of whose layers works."""
    steps = settings.network.walk().steps
    return steps[settings.layer] if steps else None


def output_shape(settings: ArchitectureSettings) -> Question | None:
    """Ask for the shape behind the chosen layer."""
    step = step_of(settings)
    return None if step is None else layers.output_shape(_NAME, plain(settings), step)


def parameters(settings: ArchitectureSettings) -> Question | None:
    """Ask how much the chosen layer learns."""
    step = step_of(settings)
    return None if step is None else layers.parameters(_NAME, plain(settings), step)


def field(settings: ArchitectureSettings) -> Question | None:
    """Ask what a unit of the chosen layer sees."""
    walk = settings.network.walk()
    return layers.field(_NAME, plain(settings), walk, settings.layer) if walk.steps else None


def flat(settings: ArchitectureSettings) -> Question | None:
    """Ask how long the row is that a map becomes."""
    step = step_of(settings)
    if step is None or not isinstance(step.layer, Flatten) or len(step.input) != 3:
        return None
    channels, rows, columns = step.input
    start = settings.network.input_shape
    following = settings.network.layers[step.index + 1 :]
    outputs = next((n for n in (getattr(each, "out_features", 0) for each in following) if n), 0)
    answers = {
        "channels": rows * columns,
        "plane": channels,
        "one_side": channels * rows,
        "added": channels + rows + columns,
        "start": start[0] * start[1] * start[2],
    }
    if outputs:
        answers["outputs"] = outputs
    put: dict[str, object] = {
        "name": step.name, "channels": channels, "rows": rows, "columns": columns,
        "shape": shape(step.input),
    }  # fmt: skip
    return question(
        _NAME,
        "flat",
        plain(settings),
        "number",
        prompt=say("arch.ask_flat", **put),
        answer=float(step.output[0]),
        because=say("arch.ask_flat_because", **put),
        hint=say("arch.ask_flat_hint", **put),
        mistakes=[
            Mistake(name, float(answer), say(f"arch.ask_flat_{name}", **put))
            for name, answer in answers.items()
        ],
        hides=("flat",),
        lights=layers.marked(step),
        facts=layer_facts(step)[:1],
        formulas=(rf"{channels} \cdot {rows} \cdot {columns} = {step.output[0]}",),
    )
