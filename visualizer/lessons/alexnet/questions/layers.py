"""Questions about AlexNet's layers; they need no weights, and but for the last layer no torch."""

from __future__ import annotations

from visualizer.asking import Mistake, Question, layers, question
from visualizer.asking.question import say
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    Conv,
    Dropout,
    Flatten,
    Layer,
    Linear,
    MaxPool,
)
from visualizer.engine.network.walk import Step, Walk, walk
from visualizer.lessons.alexnet.questions.network import classes
from visualizer.lessons.alexnet.settings import LAST, SHIPPED_CLASSES, AlexNetSettings
from visualizer.memory import remembered
from visualizer.notation import shape

_NAME = "alexnet"
INPUT = (3, 224, 224)
_RELU = Activation("relu")
# As torchvision publishes it, which is what the page runs; a test compares it with the network.
LAYERS: tuple[Layer, ...] = (
    *(Conv(64, 11, stride=4, padding=2), _RELU, MaxPool(3, 2)),
    *(Conv(192, 5, padding=2), _RELU, MaxPool(3, 2)),
    *(Conv(384, 3, padding=1), _RELU),
    *(Conv(256, 3, padding=1), _RELU),
    *(Conv(256, 3, padding=1), _RELU, MaxPool(3, 2)),
    *(AdaptiveAvgPool(6), Flatten(), Dropout(0.5), Linear(4096), _RELU),
    *(Dropout(0.5), Linear(4096), _RELU),
)


@remembered(4)
def network(count: int) -> Walk:
    """Return the walk through AlexNet for so many classes."""
    return walk(INPUT, (*LAYERS, Linear(count)))


def _walk(settings: AlexNetSettings) -> Walk:
    # Of the last layer alone the size depends on the weights.
    return network(classes() if settings.layer == LAST else SHIPPED_CLASSES)


def _step(settings: AlexNetSettings) -> Step | None:
    """Return the chosen layer; None for the one that changes nothing at this size."""
    return next((s for s in _walk(settings).steps if s.name == settings.layer), None)


def layer_alone(settings: AlexNetSettings) -> AlexNetSettings:
    """Return settings that show the layer, and no unit or class that somebody chose."""
    return AlexNetSettings().changed(layer=settings.layer)


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
