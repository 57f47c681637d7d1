"""The interpreter's state: steps counted, the lines where it stands, what it has found."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from visualizer.lessons.architecture.paste.machine.tape import Tape
from visualizer.lessons.architecture.paste.machine.values import Function, Module, Scope, Value
from visualizer.lessons.architecture.paste.wrong import Mending, Spot, Stop

MOST_STEPS = 60_000
DEEPEST = 120
MOST_CALLS = 24
MOST_ITEMS = 5_000
MOST_NOTES = 60


@dataclass
class Frame:
    """A function of the code that is running: the line where it stands, its names."""

    line: int
    scope: Scope
    function: Function | None = None

    @property
    def in_method(self) -> bool:
        """Whether the function belongs to a class."""
        return self.function is not None and self.function.owner is not None


@dataclass(frozen=True)
class Note:
    """Something to tell that does not stop the network: a warning, or what is not supported."""

    kind: str
    code: str
    line: int
    values: dict[str, object]
    mends: tuple[Mending | tuple[Mending, ...], ...] = ()
    spot: Spot | None = None


@dataclass
class State:
    """What is shared by all parts of the interpreter."""

    module_scope: Scope = field(default_factory=Scope)
    frames: list[Frame] = field(default_factory=list)
    tape: Tape = field(default_factory=Tape)
    notes: list[Note] = field(default_factory=list)
    noted: set[tuple[object, ...]] = field(default_factory=set)
    objects: list[Module] = field(default_factory=list)
    own_input: tuple[int, ...] | None = None
    own_input_line: int = 0
    own_input_node: ast.Call | None = None
    last_value: Value = None
    no_return: Function | None = None
    returned: int | None = None
    lost: list[ast.FunctionDef] = field(default_factory=list)
    running: bool = False
    is_keras: bool = False  # whether the code is Keras's, for names that torch has too
    steps: int = 0
    most_steps: int = MOST_STEPS
    depth: int = 0

    def tick(self, node: ast.AST) -> None:
        """Count a step. Stop: there were too many."""
        self.steps += 1
        if self.steps > self.most_steps:
            raise Stop("too_many_steps", getattr(node, "lineno", self.line()))

    def line(self) -> int:
        """Return the line where the innermost function of the code stands, 0 outside of all."""
        return self.frames[-1].line if self.frames else 0

    @property
    def at_top(self) -> bool:
        """Whether the code outside of functions is being read."""
        return len(self.frames) == 1 and self.frames[0].function is None and not self.running

    def note(
        self,
        kind: str,
        code: str,
        line: int,
        mends: tuple[Mending | tuple[Mending, ...], ...] = (),
        spot: Spot | None = None,
        **values: object,
    ) -> None:
        """Write down something to tell, once."""
        key = (code, line, *values.values())
        if key not in self.noted and len(self.notes) < MOST_NOTES:
            self.noted.add(key)
            self.notes.append(Note(kind, code, line, values, mends, spot))

    def evaluate(self, node: ast.expr) -> Value:
        """Return an expression's value."""
        raise NotImplementedError

    def execute(self, body: list[ast.stmt]) -> None:
        """Run statements."""
        raise NotImplementedError

    def call(
        self, function: Value, given: list[Value], named: dict[str, Value], node: ast.Call | None
    ) -> Value:
        """Call a function, a class, a module or a method."""
        raise NotImplementedError

    def attribute(self, value: Value, name: str, node: ast.Attribute) -> Value:
        """Return an attribute of a value."""
        raise NotImplementedError

    def combine(self, left: Value, right: Value, sign: str, node: ast.AST) -> Value:
        """Return the sum or product of two values of which one is a tensor."""
        raise NotImplementedError


def call_line(node: ast.Call) -> int:
    """Return the line that Python gives to a call: of a method, the line of its name."""
    if isinstance(node.func, ast.Attribute) and node.func.lineno != node.func.end_lineno:
        return node.func.end_lineno or node.lineno
    return node.lineno
