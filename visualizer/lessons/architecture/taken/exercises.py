"""Exercises about the network on the screen: shapes and parameters, which torch checks."""

from __future__ import annotations

from visualizer.engine.network.layers import Conv, Linear, both
from visualizer.engine.network.walk import Step
from visualizer.lessons.architecture.code import branches
from visualizer.lessons.architecture.code.module import module_names
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.notation import number, shape
from visualizer.taking.exercises import filled, size_function
from visualizer.taking.taken import Claim, Exercise
from visualizer.words.text import text


def exercises(settings: ArchitectureSettings, lang: str) -> list[Exercise]:
    """Return the chosen layer's shape, a layer's parameters and all, and the shape formula."""
    walk = settings.network.walk()
    if not walk.steps:
        return [size_function(lang)]
    chosen = walk.steps[min(settings.layer, len(walk.steps) - 1)]
    forked = branches(walk)
    # A model with branches cannot be cut behind a layer: there the last shape is asked for.
    found = [_shape(walk.steps[-1] if forked else chosen, forked, lang)]
    learning = [step for step in walk.steps if step.parameters]
    if learning:
        first = chosen if chosen.parameters else learning[0]
        module = f"model.{module_names(walk)[first.index]}" if forked else f"model[{first.index}]"
        found.append(_parameters(first, module, lang))
        found.append(_all(walk.parameters, learning, lang))
    return [*found, size_function(lang)]


def _shape(step: Step, last: bool, lang: str) -> Exercise:
    model = "model" if last else f"model[: {step.index + 1}]"
    after = tuple(step.output)
    written = ", ".join(["..."] * len(after)) + "," * (len(after) == 1)
    return Exercise(
        text("arch.take_ask_shape", lang, **_named(step, lang)),
        f"after = ({written})\n",
        f"after = {after}\n",
        "... not in after",
        (
            Claim(
                f"tuple(after) == tuple({model}(x).shape[1:])",
                text("arch.take_hint_shape", lang),
            ),
        ),
        shape(after),
        kind="shape",
    )


def _parameters(step: Step, module: str, lang: str) -> Exercise:
    return Exercise(
        text("arch.take_ask_parameters", lang, **_named(step, lang)),
        "parameters = ...\n",
        f"parameters = {_product(step)}\n",
        filled("parameters"),
        (
            Claim(
                f"parameters == sum(p.numel() for p in {module}.parameters())",
                text("arch.take_hint_parameters", lang),
            ),
        ),
        number(step.parameters),
        kind="parameters",
    )


def _all(count: int, learning: list[Step], lang: str) -> Exercise:
    total = " + ".join(str(step.parameters) for step in learning)
    return Exercise(
        text("arch.take_ask_all", lang),
        "total = ...\n",
        f"total = {total}\n",
        filled("total"),
        (
            Claim(
                "total == sum(p.numel() for p in model.parameters())",
                text("arch.take_hint_all", lang),
            ),
        ),
        number(count),
    )


def _named(step: Step, lang: str) -> dict[str, str]:
    return {"name": step.name, "layer": layer_title(step.layer, lang)}


def _product(step: Step) -> str:
    """Write a layer's parameters as weights plus biases."""
    match step.layer:
        case Conv(filters, kernel, groups=groups, bias=bias):
            height, width = both(kernel)
            weights = f"{filters} * {step.input[0] // groups} * {height} * {width}"
            return weights + f" + {filters}" * bias
        case Linear(outputs, bias):
            return f"{outputs} * {step.input[-1]}" + f" + {outputs}" * bias
    return str(step.parameters)
