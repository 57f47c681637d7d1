"""The result of a layer: its output shape, and the records of the builder that it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.network.layers import Layer
from visualizer.lessons.architecture.paste.machine.values import (
    Module,
    Ref,
    Shape,
    Unknown,
    Value,
    plain_number,
)
from visualizer.lessons.architecture.paste.wrong import Change, Wrong


@dataclass(frozen=True)
class Result:
    """What a layer makes of shapes.

    shape: with the batch axis; None where it cannot be known. records: None where the builder has
    no layers for it, and then ``lacks`` says what that is.
    """

    shape: Shape | None
    records: tuple[Layer, ...] | None = ()
    lacks: str = ""
    flat_from: Shape | None = None


@dataclass(frozen=True)
class Arriving:
    """What a layer reads: the shape with its batch axis, and the map it was flattened from."""

    shape: Shape
    batched: bool = True
    flat_from: Shape | None = None

    @property
    def inner(self) -> Shape:
        """The shape without the batch axis."""
        return self.shape[1:] if self.batched else self.shape

    def outer(self, inner: Shape) -> Shape:
        """Put the batch axis before a shape."""
        return (*self.shape[:1], *inner) if self.batched else inner


class NotKnown(Exception):
    """An argument's value is not known, so the shape is not."""


def size_pair(args: dict[str, Value], name: str, layer: str, low: int = 1) -> tuple[int, int]:
    """Return an argument as (height, width). Wrong: it is no size; NotKnown: it is not known."""
    value = args[name]
    if plain_number(value):
        value = (value, value)
    if isinstance(value, list | tuple) and len(value) == 1:
        value = (value[0], value[0])
    if not isinstance(value, list | tuple) or len(value) != 2:
        if isinstance(value, Unknown):
            raise NotKnown(name)
        raise _no_size(layer, name, value)
    height, width = (number(part, name, layer, low) for part in value)
    return height, width


def number(value: Value, name: str, layer: str, low: int = 1) -> int:
    """Return an argument as a whole number."""
    if plain_number(value):
        assert isinstance(value, int)
        if value < low:
            raise Wrong("number_too_low", {"layer": layer, "name": name, "value": int(value)})
        return int(value)
    if isinstance(value, Unknown):
        raise NotKnown(name)
    raise _no_size(layer, name, value)


def _no_size(layer: str, name: str, value: Value) -> Wrong:
    mends = ()
    if isinstance(value, float) and value == value and abs(value) < 1e9 and value.is_integer():
        mends = ((Change(name, str(int(value))),),)  # type: ignore[assignment]
    shown = repr(value)[:40] if isinstance(value, float | str | bool) or value is None else "( )"
    if isinstance(value, Module | Ref):
        shown = f"nn.{value.kind}()" if isinstance(value, Module) else value.name
    if isinstance(value, Module | Ref | list | tuple | dict | str | bool) or value is None:
        return Wrong("no_number", {"layer": layer, "name": name, "value": shown[:40]})
    return Wrong("not_whole", {"layer": layer, "name": name, "value": shown[:40]}, mends)
