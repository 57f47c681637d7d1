"""What torch says of a snippet: the shape that every layer makes, or the line where it raises."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

FILE = "snippet.py"
HERE = Path(__file__).parent / "snippets"
BATCH = 2
# Functions that change no shape and make no layer.
SILENT = {"contiguous", "to", "cuda", "cpu", "float", "data"}
NAMED = {"_max_pool2d": "max_pool2d", "boolean_dispatch": "max_pool2d", "__iadd__": "add"}


@dataclass(frozen=True)
class Snippet:
    """A piece of code, the shape of its input, and what else its first line says."""

    name: str
    shape: tuple[int, ...]
    told: tuple[str, ...]
    source: str


def snippets(file: str) -> list[Snippet]:
    """Return the snippets of a file, which are parted by lines that begin with ===."""
    found = []
    for part in ("\n" + (HERE / file).read_text(encoding="utf-8")).split("\n=== ")[1:]:
        head, _, source = part.partition("\n")
        name, shape, *told = (each.strip() for each in head.split("|"))
        sizes = tuple(int(size) for size in shape.split("x"))
        found.append(Snippet(name, sizes, tuple(told), source.rstrip("\n") + "\n"))
    return found


@dataclass
class Called:
    """The layers and functions called, with the shapes they made, without the batch axis."""

    calls: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    inside: int = 0

    def add(self, name: str, out: Any) -> None:
        if isinstance(out, torch.Tensor):
            self.calls.append((name, tuple(out.shape[1:])))


class _Functions(TorchFunctionMode):
    def __init__(self, called: Called) -> None:
        super().__init__()
        self.called = called

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.called.inside += 1
        try:
            out = func(*args, **(kwargs or {}))
        finally:
            self.called.inside -= 1
        name = getattr(func, "__name__", "")
        if not self.called.inside and name not in SILENT and not name.startswith("__get"):
            self.called.add(NAMED.get(name, name.strip("_")), out)
        return out


@contextmanager
def listening(model: nn.Module, called: Called) -> Iterator[None]:
    """Write down every layer of torch's and every function that the model calls."""
    handles = []
    for name, module in model.named_modules():
        if type(module).__module__.startswith("torch.") and not list(module.children()):

            def enter(*_: Any) -> None:
                called.inside += 1

            def leave(_: Any, __: Any, out: Any, name: str = name) -> None:
                called.inside -= 1
                called.add(name, out)

            handles += [
                module.register_forward_pre_hook(enter),
                module.register_forward_hook(leave),
            ]
    try:
        with _Functions(called):
            yield
    finally:
        for handle in handles:
            handle.remove()


def made(source: str, expression: str) -> nn.Module:
    """Run a snippet's code and return the network that an expression names."""
    names: dict[str, Any] = {"__name__": "snippet"}
    exec(compile(source, FILE, "exec"), names)  # our own code, written for these tests
    return eval(expression, names)  # type: ignore[no-any-return]


def run(source: str, expression: str, shape: tuple[int, ...]) -> tuple[Called, Any]:
    """Run a snippet's network on zeros of a batch of two; return its calls and its result."""
    torch.manual_seed(0)
    model = made(source, expression)
    called = Called()
    with torch.no_grad():
        if any("Lazy" in type(part).__name__ for part in model.modules()):
            model(torch.zeros(BATCH, *shape))
        given = torch.zeros(BATCH, *shape)
        with listening(model, called):
            out = model(given)
    return called, out


def raised(source: str, expression: str, shape: tuple[int, ...]) -> tuple[Exception, int | None]:
    """Return what a snippet raises, and the last line of the snippet that was running.

    AssertionError: it raises nothing. The line is None where no line of the snippet was running.
    """
    try:
        run(source, expression, shape)
    except SyntaxError as error:
        return error, error.lineno
    except Exception as error:
        lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == FILE]
        return error, lines[-1] if lines else None
    raise AssertionError("nothing is raised")
