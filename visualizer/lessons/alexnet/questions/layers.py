"""Questions about AlexNet's layers; they need no weights, and but for the last layer no torch."""

from __future__ import annotations

from visualizer.asking import Mistake, Question, layers, question
from visualizer.asking.question import say
from visualizer.engine.network.layers import Linear
from visualizer.engine.network.walk import Step, Walk
from visualizer.lessons.alexnet import LESSON
from visualizer.lessons.alexnet.questions.network import classes
from visualizer.lessons.alexnet.settings import LAST, OWN, SHIPPED_CLASSES, AlexNetSettings
from visualizer.lessons.alexnet.stack import stack
from visualizer.notation import shape

_NAME = "alexnet"


def _walk(settings: AlexNetSettings) -> Walk:
    # Of the last layer alone the size depends on the weights.
    count = classes(settings) if settings.layer == LAST else SHIPPED_CLASSES
    return stack(count, settings.network)


def _step(settings: AlexNetSettings) -> Step | None:
    """Return the chosen layer; None for one that changes nothing, or whose size is not known."""
    if settings.layer == LAST and settings.weights == OWN:
        return None  # how many classes it has, the reader's visit alone knows
    return next((s for s in _walk(settings).steps if s.name == settings.layer), None)


def layer_alone(settings: AlexNetSettings) -> AlexNetSettings:
    """Return settings that show the layer, and no unit, class or own weights."""
    alone = AlexNetSettings().changed(
        layer=settings.layer, network=settings.network, weights=settings.weights
    )
    return LESSON.settle(alone)[0]


def output_shape(settings: AlexNetSettings) -> Question | None:
    """Ask for the shape behind the chosen layer, or for the row before the first connected one."""
    step = _step(settings)
    if step is None:
        return None
    if isinstance(step.layer, Linear):
        return _row(settings, step)
    return layers.output_shape(_NAME, layer_alone(settings), step)


def _row(settings: AlexNetSettings, step: Step) -> Question | None:
    """Ask how many numbers the first fully connected layer reads."""
    before = [s for s in _walk(settings).steps[: step.index] if len(s.input) == 3]
    if any(isinstance(s.layer, Linear) for s in _walk(settings).steps[: step.index]):
        return None
    channels, rows, columns = before[-1].input
    answers = {
        "one_map": rows * columns,
        "maps": channels,
        "one_side": channels * rows,
        "outputs": step.output[0],
    }
    put: dict[str, object] = {
        "name": step.name, "channels": channels, "rows": rows, "columns": columns,
    }  # fmt: skip
    return question(
        _NAME,
        "shape",
        layer_alone(settings),
        "number",
        prompt=say("alex.ask_row", **put),
        answer=float(step.input[0]),
        because=say("alex.ask_row_because", **put),
        hint=say("alex.ask_row_hint", **put),
        mistakes=[
            Mistake(name, float(answer), say(f"alex.ask_row_{name}", **put))
            for name, answer in answers.items()
        ],
        hides=("shape",),
        lights=layers.marked(step),
        facts=(say("alex.ask_last_maps", shape=shape(before[-1].input)),),
        formulas=(rf"{channels} \cdot {rows} \cdot {columns} = {step.input[0]}",),
    )


def parameters(settings: AlexNetSettings) -> Question | None:
    """Ask how much the chosen layer learns."""
    step = _step(settings)
    return None if step is None else layers.parameters(_NAME, layer_alone(settings), step)


def field(settings: AlexNetSettings) -> Question | None:
    """Ask what a unit of the chosen layer sees."""
    step = _step(settings)
    if step is None:
        return None
    return layers.field(_NAME, layer_alone(settings), _walk(settings), step.index)
