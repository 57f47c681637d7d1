"""A network, with or without branches, as a class: its layers, and a straight ``forward``.

    y = self.pool1(x)                            # 64×56×56
    x = self.relu(self.bn2(self.conv2(y)))       # 64×56×56
    x = self.relu(self.bn3(self.conv3(x)) + y)

``x`` is what the layers before have made. What is read again further down has a name of its own,
``y``, or ``y1``, ``y2`` where several are kept at once.
"""

from __future__ import annotations

import re
from itertools import pairwise

from visualizer.engine.network.layers import (
    INPUT,
    Activation,
    Add,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    Linear,
    LocalResponseNorm,
)
from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import Step, Walk
from visualizer.lessons.architecture.code.calls import torch_call
from visualizer.lessons.architecture.code.comments import beside, not_working

_LEARN = (Conv, ConvTranspose, Linear, BatchNorm)
# These stand around the layer before, on one line with it.
_AROUND = (BatchNorm, Activation, Dropout, LocalResponseNorm, Flatten)
_LONGEST = 68  # characters of a line before it takes one more layer
_BODY = " " * 8


def module_class(walk: Walk, reason: str) -> list[str]:
    """Return the lines that define ``class Network`` and make ``model``.

    The comment behind each line is the shape after its last layer. A layer that cannot work, and
    all layers behind it, are comments.
    """
    modules, calls = _modules(walk)
    names = _variables(walk)
    lines, result = _forward(walk, calls, names)
    return [
        "import torch",
        "from torch import nn",
        "",
        "",
        "class Network(nn.Module):",
        "    def __init__(self):",
        f"{_BODY}super().__init__()",
        *(f"{_BODY}self.{name} = {call}" for name, call in modules.items()),
        "",
        f"    def forward(self, {names[INPUT]}):",
        *beside(lines, _BODY),
        *not_working(walk, reason, _BODY),
        f"{_BODY}return {result}",
        "",
        "",
        "model = Network()",
    ]


def _modules(walk: Walk) -> tuple[dict[str, str], dict[int, str]]:
    """Return the modules, name to call, and the name of the module that each step calls.

    Layers that learn nothing are made once and used wherever they are the same.
    """
    steps = [step for step in walk.steps if not isinstance(step.layer, From | Add | Concat)]
    made: dict[str, str] = {}
    names: dict[int, str] = {}
    shared: dict[str, str] = {}  # of layers that learn nothing: call to name
    kinds: dict[str, set[str]] = {}  # the calls of each stem
    for step in steps:
        kinds.setdefault(_stem(step), set()).add(torch_call(step.layer, step.input))
    for step in steps:
        call, name = torch_call(step.layer, step.input), step.name.replace("-", "_")
        if not isinstance(step.layer, _LEARN):
            name = shared.setdefault(call, _stem(step) if len(kinds[_stem(step)]) == 1 else name)
        made[name] = call
        names[step.index] = name
    return made, names


def module_names(walk: Walk) -> dict[int, str]:
    """Return the name of the module that each step calls in the class; branches have none."""
    return _modules(walk)[1]


def _stem(step: Step) -> str:
    """Return a step's name without what is counted; an activation's is its kind, as ``relu6``."""
    layer = step.layer
    if isinstance(layer, Activation):
        return layer.kind
    return re.sub(r"\d.*", "", step.name)


def _read(walk: Walk) -> dict[int, tuple[int, ...]]:
    """Return for each step that computes which steps' values it reads; goings back are followed."""
    origin = {INPUT: INPUT}
    read: dict[int, tuple[int, ...]] = {}
    for step in walk.steps:
        found = tuple(origin[source] for source in step.sources)
        if isinstance(step.layer, From):
            origin[step.index] = found[0]
        else:
            origin[step.index] = step.index
            read[step.index] = found
    last = len(walk.steps) - 1
    read[last + 1] = (origin[last],)  # the result
    return read


def _variables(walk: Walk) -> dict[int, str]:
    """Return the variable of each step's value, and of INPUT's."""
    read = _read(walk)
    order = [INPUT, *read]
    ends = {source: index for index, sources in read.items() for source in sources}
    kept = [
        index for index, following in pairwise(order) if ends.get(index, following) != following
    ]
    slots: dict[int, int] = {}
    most = 0
    for index in kept:
        # A value may take the name of one that is read for the last time where it is made.
        taken = {slots[other] for other in slots if ends[other] > index}
        slots[index] = next(n for n in range(len(kept) + 1) if n not in taken)
        most = max(most, slots[index])
    return {
        index: "x" if index not in slots else f"y{slots[index] + 1}" if most else "y"
        for index in order
    }


def _forward(
    walk: Walk, calls: dict[int, str], names: dict[int, str]
) -> tuple[list[tuple[str, Shape]], str]:
    """Return the lines of ``forward`` with the shapes behind them, and what it returns."""
    read = _read(walk)
    lines: list[tuple[str, Shape]] = []
    value = before = ""
    last = INPUT
    for step in (walk.steps[index] for index in read if index < len(walk.steps)):
        sources = [names[source] for source in read[step.index]]
        # A layer stands around the one before where that has no name of its own and leads here.
        around = isinstance(step.layer, _AROUND) and read[step.index] == (last,) and last != INPUT
        if around and names[last] == "x" and len(value) < _LONGEST:
            lines.pop()
            before = value
        else:
            before = sources[-1]
        value = _expression(step, calls, [*sources[:-1], before])
        lines.append((f"{names[step.index]} = {value}", step.output))
        last = step.index
    return lines, names[read[len(walk.steps)][0]]


def _expression(step: Step, calls: dict[int, str], values: list[str]) -> str:
    match step.layer:
        case Add():
            return f"{values[1]} + {values[0]}"
        case Concat():
            return f"torch.cat([{', '.join(values)}], dim=1)"
        case _:
            return f"self.{calls[step.index]}({values[0]})"
