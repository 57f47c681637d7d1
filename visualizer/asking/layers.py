"""Questions about a layer of a network: its output's shape, what it learns, what it sees.

Every lesson with a network asks them; the network is a walk of the engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from visualizer.asking.facts import layer_facts
from visualizer.asking.question import Choice, Lights, Mistake, Question, Said, question, say
from visualizer.asking.sizes import Axis, size_mistakes
from visualizer.engine.network.layers import (
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Flatten,
    GlobalAvgPool,
    Linear,
    MaxPool,
    ZeroPad,
    both,
)
from visualizer.engine.network.shapes import windows
from visualizer.engine.network.walk import Step, Walk
from visualizer.engine.sizes import span
from visualizer.notation import TIMES, latex, number, shape
from visualizer.settings.table import Settings

_SIDES = ("ask.maps", "ask.rows", "ask.columns")
_MOST_TYPED = 100_000  # parameters; larger numbers are recognised among others, not worked out


def marked(step: Step) -> Lights:
    """Return the box of a step's output, and that of what goes in, as lights."""
    return {"layer": ((0, step.index, 0),)}


def output_shape(lesson: str, settings: Settings, step: Step) -> Question | None:
    """Ask for the shape behind a layer that makes another one of it."""
    layer = step.layer
    if not isinstance(layer, Conv | MaxPool | AvgPool | AdaptiveAvgPool | GlobalAvgPool):
        return None
    channels, *before = step.input
    maps, *sides = step.output
    answers: dict[str, tuple[float, ...]] = {}
    wrong: list[Mistake] = []
    group = "conv" if isinstance(layer, Conv) else "pool"
    if isinstance(layer, Conv | MaxPool | AvgPool):
        wrong = size_mistakes(_axes(step, layer), sides, [maps])
    if isinstance(layer, Conv):
        answers["channels_kept"] = (channels, *sides)
        answers["channels_times"] = (channels * maps, *sides)
    else:
        answers["maps_fewer"] = (max(1, channels // max(1, before[0] // sides[0])), *sides)
        answers["unchanged"] = step.input
        answers["one_map"] = (1, *sides)
    put: dict[str, object] = {
        "name": step.name, "channels": channels, "maps": maps, "rows": sides[0],
        "columns": sides[1],
    }  # fmt: skip
    wrong += [
        Mistake(name, tuple(map(float, answer)), say(f"ask.layer_{name}", **put))
        for name, answer in answers.items()
    ]
    return question(
        lesson,
        "shape",
        settings,
        "shape",
        prompt=say("ask.layer_shape", **put),
        answer=tuple(map(float, step.output)),
        because=say(f"ask.layer_shape_{group}", **put),
        hint=say(f"ask.layer_shape_hint_{group}", **put),
        mistakes=wrong,
        sides=_SIDES,
        hides=("shape",),
        lights=marked(step),
        facts=layer_facts(step),
        formulas=_sizes(step),
    )


def _axes(step: Step, layer: Conv | MaxPool | AvgPool) -> list[Axis]:
    stride = both(layer.stride if isinstance(layer, Conv) else layer.step)
    dilation = both(layer.dilation if isinstance(layer, Conv) else 1)
    kernel, padding = both(layer.kernel_size), both(layer.padding)
    up = not isinstance(layer, Conv) and layer.ceil_mode
    return [
        Axis(size, kernel[axis], stride[axis], padding[axis], dilation[axis], up)
        for axis, size in enumerate(step.input[1:])
    ]


def _sizes(step: Step) -> tuple[str, ...]:
    """Return the arithmetic of a window's places in each direction, as LaTeX."""
    found = dict.fromkeys(
        formula.text() for formula in (step.formulas.rows, step.formulas.cols) if formula
    )
    return tuple(
        written.replace("⌊", r"\lfloor ").replace("⌋", r" \rfloor").replace("⌈", r"\lceil ")
        .replace("⌉", r" \rceil").replace("·", r" \cdot ").replace("−", "-").replace("→", r"\to")
        for written in found
    )  # fmt: skip


def parameters(lesson: str, settings: Settings, step: Step) -> Question | None:
    """Ask how many numbers a layer learns; where they are very many, to choose from."""
    layer = step.layer
    if isinstance(layer, Conv):
        counted = _of_convolution(step, layer)
    elif isinstance(layer, Linear):
        counted = _of_linear(step, layer)
    else:
        return None
    put: dict[str, object] = {
        "name": step.name, "biases": number(step.biases), "channels": step.input[0],
        "inputs": number(prod(step.input)), "outputs": number(step.output[0]),
        "filters": step.output[0], "groups": getattr(layer, "groups", 1),
        "window": _window(layer),
    }  # fmt: skip
    group = "conv" if isinstance(layer, Conv) else "linear"
    factors = r" \cdot ".join(str(factor) for _, factor in step.formulas.weights.factors)
    total = f"{factors} + {step.biases}" if step.biases else factors
    choices = _among(step.parameters, counted) if step.parameters > _MOST_TYPED else {}
    return question(
        lesson,
        "parameters",
        settings,
        "choice" if choices else "number",
        prompt=say("ask.layer_parameters" if layer.bias else "ask.layer_weights", **put),
        answer="right" if choices else float(step.parameters),
        because=say(f"ask.layer_parameters_{group}", **put),
        hint=say(f"ask.layer_parameters_hint_{group}", **put),
        mistakes=[
            Mistake(name, name if choices else float(wrong), say(f"ask.layer_{name}", **put))
            for name, wrong in counted.items()
        ],
        choices=[Choice(name, number(count)) for name, count in choices.items()],
        hides=("parameters",),
        lights=marked(step),
        facts=layer_facts(step),
        formulas=(rf"{total} = {latex(number(step.parameters))}",),
    )


def _window(layer: Conv | Linear) -> int:
    return prod(both(layer.kernel_size)) if isinstance(layer, Conv) else 1


def _of_convolution(step: Step, layer: Conv) -> dict[str, int]:
    filters, channels = layer.out_channels, step.input[0]
    window, biases = _window(layer), step.biases
    _, rows, columns = step.output
    found = {
        "bias_forgotten": step.weights,
        "one_bias": step.weights + 1,
        "bias_invented": step.weights + filters,
        "one_channel": filters * window + biases,
        "one_filter": step.weights // filters + min(1, biases),
        "groups_ignored": filters * channels * window + biases,
        "not_shared": step.weights * rows * columns + biases,
    }
    return _fitting(found, layer.bias)


def _of_linear(step: Step, layer: Linear) -> dict[str, int]:
    inputs, outputs = prod(step.input), layer.out_features
    found = {
        "bias_forgotten": step.weights,
        "one_bias": step.weights + 1,
        "bias_invented": step.weights + outputs,
        "bias_of_inputs": step.weights + inputs,
        "added": inputs + outputs,
        "one_output": inputs + min(1, step.biases),
    }
    return _fitting(found, layer.bias)


def _fitting(found: dict[str, int], bias: bool) -> dict[str, int]:
    out = ("bias_invented",) if bias else ("one_bias", "bias_forgotten", "bias_of_inputs")
    return {name: count for name, count in found.items() if name not in out}


def _among(right: int, wrong: Mapping[str, int]) -> dict[str, int]:
    """Return the right number among the wrong ones, by size, each once."""
    found = {right: "right"}
    for name, count in wrong.items():
        found.setdefault(count, name)
    return {name: count for count, name in sorted(found.items())}


def field(lesson: str, settings: Settings, walk: Walk, index: int) -> Question | None:
    """Ask for the side of a unit's receptive field in the network's input; none on branches."""
    if any(step.sources != (step.index - 1,) for step in walk.steps[: index + 1]):
        return None
    step = walk.steps[index]
    if any(_uneven(step) for step in walk.steps[: index + 1]):
        return None
    seen = _side(step)
    levels = [(s, *_levels(s)) for s in walk.steps[: index + 1] if _levels(s)]
    if seen is None or not levels or levels[-1][0] is not step or len(levels) < 2:
        return None
    before = _side(levels[-2][0]) or 1
    jump = prod(stride for _, _, stride in levels[:-1])
    reach, last = levels[-1][1], levels[-2][0].name
    answers = {
        "own_window": reach,
        "jump_ignored": 1 + sum(window - 1 for _, window, _ in levels),
        "windows_added": sum(window for _, window, _ in levels),
        "field_before": before,
        "whole_window": before + reach * jump,
        "map_side": step.input[1],
    }
    put: dict[str, object] = {
        "name": step.name, "window": reach, "jump": jump, "before": before, "last": last,
        "seen": seen, "map": shape(step.input[1:]),
    }  # fmt: skip
    return question(
        lesson,
        "field",
        settings,
        "number",
        prompt=say("ask.layer_field", **put),
        answer=float(seen),
        because=say("ask.layer_field_because", **put),
        hint=say("ask.layer_field_hint", **put),
        mistakes=[
            Mistake(name, float(answer), say(f"ask.layer_{name}", **put))
            for name, answer in answers.items()
        ],
        hides=("field",),
        lights=marked(step),
        facts=tuple(_moved(s, window, stride) for s, window, stride in levels),
        formulas=(rf"{before} + ({reach} - 1) \cdot {jump} = {seen}",),
    )


def _moved(step: Step, window: int, stride: int) -> Said:
    """Name a layer with its window and stride; a dilated window also with what it spans."""
    own = both(getattr(step.layer, "kernel_size", window))[0]
    key = "ask.layer_moved" if own == window else "ask.layer_spread"
    sides = {"window": f"{own}{TIMES}{own}", "reach": f"{window}{TIMES}{window}"}
    return say(key, name=step.name, stride=stride, **sides)


def _uneven(step: Step) -> bool:
    """Tell whether a layer's windows differ down and across."""
    if len(step.input) != 3:
        return False
    down, across = (windows(step.layer, size, axis) for axis, size in enumerate(step.input[1:]))
    return down != across and not isinstance(step.layer, GlobalAvgPool | ZeroPad)


def _levels(step: Step) -> tuple[int, int] | tuple[()]:
    """Return how many cells a layer's window spans and its stride; nothing where it has none."""
    if isinstance(step.layer, Flatten | Linear) or len(step.input) != 3:
        return ()
    found = windows(step.layer, step.input[1], 0)
    if found is None or found[0] == 1:
        return ()
    kernel, stride, _, dilation = found
    return span(kernel, dilation), stride


def _side(step: Step) -> int | None:
    """Return the side of a step's receptive field where it is a square that is known exactly."""
    sizes: Sequence[int] | int | None = step.field.size if step.field and step.exact else None
    if isinstance(sizes, int) or sizes is None:
        return sizes
    return sizes[0] if sizes[0] == sizes[1] else None
