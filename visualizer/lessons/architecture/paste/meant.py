"""Which network a text means, and one walk through it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from visualizer.engine.network.layers import Layer
from visualizer.lessons.architecture.paste.guard import check, parsed
from visualizer.lessons.architecture.paste.machine.keras import Keras, Stack, stated_input
from visualizer.lessons.architecture.paste.machine.state import MOST_STEPS, Frame, Note
from visualizer.lessons.architecture.paste.machine.tape import Entry
from visualizer.lessons.architecture.paste.machine.values import (
    Class,
    Function,
    Module,
    Shape,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.wrong import (
    Edits,
    Mending,
    Spot,
    Stop,
    Wrong,
    after,
)

PREFERRED = ("model", "net", "network", "cnn")
_KERAS, _TORCH = re.compile(r"\b(?:keras|Conv2D|Dense)\b"), re.compile(r"\b(?:torch|nn)\b")
BATCH = 2
"""The batch that walks through a network: one would vanish where axes of length 1 do."""


@dataclass(frozen=True)
class Found:
    """The mistake that stops a network."""

    code: str
    line: int
    values: dict[str, object]
    mends: tuple[Mending | tuple[Mending, ...], ...] = ()
    spot: Spot | None = None
    is_limit: bool = False
    phase: int = 0  # 0 while the text is parsed, 1 while the network is made, 2 while it computes


@dataclass
class Pass:
    """What one reading finds."""

    source: str
    input_shape: Shape
    tree: ast.Module | None = None
    entries: list[Entry] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    stack: tuple[Layer, ...] | None = None
    notes: list[Note] = field(default_factory=list)
    found: Found | None = None
    syntax: SyntaxError | None = None
    own_input: Shape | None = None
    own_input_line: int = 0
    steps: int = 0
    made: list[tuple[str, Module]] = field(default_factory=list)

    @property
    def progress(self) -> tuple[int, int]:
        """How far it comes before a mistake: the phase, then layers called or the line."""
        if self.found is None:
            return (3, 0) if self.syntax is None else (0, self.syntax.lineno or 0)
        return self.found.phase, len(self.entries) if self.found.phase == 2 else self.found.line


class Machine(Keras):
    """The whole interpreter."""

    channels: int = 3

    def guess(self, name: str, line: int) -> Value:
        """Return what a parameter without a value usually is, None for no guess."""
        if self.at_top or self.running:
            return None
        plain = name.lower().replace("_", "")
        if plain in (
            "numclasses",
            "nclasses",
            "classes",
            "numclass",
            "outdim",
            "outputdim",
            "nclass",
        ):
            value = 10
        elif plain in (
            "inchannels",
            "nchannels",
            "inch",
            "inputchannels",
            "inc",
            "numchannels",
            "channels",
            "inchans",
        ):
            value = self.channels
        else:
            return None
        self.note("warning", "assumed", line, name=name[:40], value=value)
        return value


def read_once(source: str, input_shape: Shape, most_steps: int = MOST_STEPS) -> Pass:
    """Read a text once: parse it, make the network it means, walk a tensor through it."""
    read = Pass(source, input_shape)
    machine = Machine(most_steps=most_steps)
    machine.channels = input_shape[0]
    machine.is_keras = bool(_KERAS.search(source)) and not _TORCH.search(source)
    try:
        check(source)
        read.tree = parsed(source)
        _make_and_run(machine, read)
    except SyntaxError as error:
        read.syntax = error
    except Stop as stop:
        line = stop.line or machine.line() or 1
        read.found = Found(
            stop.code, line, stop.values, is_limit=True, phase=2 if machine.running else 1
        )
    except Wrong as wrong:
        spot = wrong.spot
        line = wrong.line or machine.line() or (spot.made.lineno if spot and spot.made else 1)
        phase = 2 if machine.running else 1
        read.found = Found(wrong.code, line, wrong.values, wrong.mends, spot, phase=phase)
    except RecursionError:
        read.found = Found("too_deep", machine.line() or 1, {}, is_limit=True, phase=1)
    except Exception:
        # A reader gets a sentence whatever was pasted, even where this code has a fault itself.
        read.found = Found("unreadable", machine.line() or 1, {}, is_limit=True, phase=1)
    read.entries, read.notes = machine.tape.entries, machine.notes
    read.steps = machine.steps
    return read


def _make_and_run(machine: Machine, read: Pass) -> None:
    assert read.tree is not None
    machine.frames.append(Frame(1, machine.module_scope))
    try:
        machine.execute(read.tree.body)
    except Stop as stop:
        if stop.code != "too_many_steps" or _made_in(machine) is None:
            raise
        # What follows the network, its training, takes no steps from it.
        machine.steps = 0
    model = _made_in(machine)
    if model is None:
        model = _of_class(machine, read.tree)
    machine.frames.clear()
    machine.depth = 0
    if model is None:
        raise Stop("no_network", 1)
    read.own_input, read.own_input_line = machine.own_input, machine.own_input_line
    if isinstance(model, Stack) and (stated := stated_input(model)) is not None:
        read.own_input, read.own_input_line = stated
    shape = read.input_shape = read.own_input or read.input_shape
    machine.running = True
    tensor = Tensor((BATCH, *shape), -1)
    machine.tape.whole = len(shape) in (1, 3)
    try:
        if isinstance(model, Stack):
            result: Value = machine.run_stack(model, tensor)
        else:
            result = machine.run(model, [tensor], {}, None)
        _check_result(machine, result, model, read)
    finally:
        paths = {} if isinstance(model, Stack) else _paths(model)
        read.names = _names(paths, machine.tape.entries)
        read.made = [(paths[id(each)], each) for each in machine.objects if id(each) in paths]


def _check_result(machine: Machine, result: Value, model: Stack | Module, read: Pass) -> None:
    if isinstance(result, tuple | list) and result:
        result = result[0]
    if isinstance(result, Tensor):
        read.stack = machine.tape.end_at(result.node)
    elif result is None and machine.no_return is not None:
        line = machine.no_return.node.lineno
        name = machine.no_return.owner.name if machine.no_return.owner else ""
        machine.note("warning", "no_return", line, machine.return_mends(), None, name=name[:40])
        read.stack = machine.tape.end_at(len(machine.tape.stack) - 1)
    elif isinstance(result, Module):
        line = machine.returned or 1
        mends = (Edits((after(result.made.func, "()"),)),) if result.made is not None else ()
        machine.note("warning", "layer_returned", line, mends, None, made=f"nn.{result.kind}")


def _made_in(machine: Machine) -> Stack | Module | None:
    """Return the network that the code makes: named model or net, or else the last one."""
    names = machine.module_scope.names
    whole = {
        name: value
        for name, value in names.items()
        if isinstance(value, Stack) or (isinstance(value, Module) and _is_network(value))
    }
    for name in PREFERRED:
        if name in whole:
            return whole[name]
    if whole:
        return list(whole.values())[-1]
    last = machine.last_value
    if isinstance(last, Stack) or (isinstance(last, Module) and _is_network(last)):
        return last
    inside = {id(part) for each in machine.objects for part in each.children.values()}
    roots = [each for each in machine.objects if each.own is not None and id(each) not in inside]
    return roots[-1] if roots else None


def _is_network(module: Module) -> bool:
    return module.own is not None or (module.kind == "Sequential" and bool(module.children))


def _of_class(machine: Machine, tree: ast.Module) -> Module | None:
    """Make the last class that no other class uses."""
    classes = [
        value
        for value in machine.module_scope.names.values()
        if isinstance(value, Class) and value.torch_base
    ]
    used = {
        node.id
        for value in classes
        for part in [*value.node.body, *value.node.bases]
        for node in ast.walk(part)
        if isinstance(node, ast.Name) and node.id != value.name
    }
    free = [value for value in classes if value.name not in used] or classes
    if not free:
        return None
    machine.frames.clear()
    try:
        made = machine.instantiate(free[-1], [], {}, None)
    except Stop as stop:
        made = _of_function(machine) if stop.code == "parameter_missing" else None
        if made is None:
            raise
    return made if isinstance(made, Module) else None


def _of_function(machine: Machine) -> Value:
    """Return what the first function of the code gives that makes a network of no arguments."""
    for value in list(machine.module_scope.names.values()):
        if not isinstance(value, Function):
            continue
        named = value.node.args
        places = [*named.posonlyargs, *named.args, *named.kwonlyargs]
        if any(place.arg not in value.defaults for place in places):
            continue
        made = machine.invoke(value, [], {})
        if isinstance(made, Module) and _is_network(made):
            return made
    return None


def _paths(model: Module) -> dict[int, str]:
    """Return the name of each module within a network, as torch's named_modules() has it."""
    paths: dict[int, str] = {}
    waiting: list[tuple[str, Module]] = [("", model)]
    while waiting and len(paths) < 10_000:
        path, module = waiting.pop()
        if id(module) in paths:
            continue
        paths[id(module)] = path
        parts = [(key, part) for key, part in module.children.items() if isinstance(part, Module)]
        for key, part in reversed(parts):
            waiting.append((f"{path}.{key}" if path else key, part))
    return paths


def _names(paths: dict[int, str], entries: list[Entry]) -> list[str]:
    """Return each entry's name: a module's path, or the function's name."""
    return [
        entry.name if entry.module is None else paths.get(id(entry.module)) or entry.name
        for entry in entries
    ]
