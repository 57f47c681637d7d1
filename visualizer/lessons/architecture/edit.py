"""Editing a network: every change makes a new one, and a history keeps the old ones for undo.

Branches name the same layers after an edit as before. Where a layer is gone, or no longer stands
before the one that names it, what it read stands for it: so no edit makes a branch that reads a
layer which comes later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from visualizer.engine.network.layers import INPUT, Add, Concat, From, Layer, sources
from visualizer.engine.network.walk import Failure
from visualizer.lessons.architecture.presets import Network

MAX_LAYERS = 200
MAX_HISTORY = 100


def insert(network: Network, position: int, layer: Layer) -> Network:
    """Return the network with a layer inserted before ``position``, clamped to 0..length.

    A network that has MAX_LAYERS layers is returned unchanged.
    """
    count = len(network.layers)
    if count >= MAX_LAYERS:
        return network
    at = max(0, min(position, count))
    return _ordered(network, [*range(at), layer, *range(at, count)])


def delete(network: Network, position: int) -> Network:
    """Return the network without the layer at ``position``; IndexError if there is none."""
    return change(network, position)


def move(network: Network, position: int, to: int) -> Network:
    """Return the network with the layer at ``position`` moved to ``to``, clamped to 0..length − 1.

    IndexError if there is no layer at ``position``.
    """
    _check(network, position)
    order = list(range(len(network.layers)))
    del order[position]
    order.insert(max(0, min(to, len(order))), position)
    return _ordered(network, order)


def change(network: Network, position: int, *layers: Layer) -> Network:
    """Return the network with the layer at ``position`` replaced by any number of layers.

    Branches that named it name the last of these. If that were more than MAX_LAYERS in all, the
    network is returned unchanged. IndexError if there is no layer at ``position``.
    """
    _check(network, position)
    count = len(network.layers)
    if count - 1 + len(layers) > MAX_LAYERS:
        return network
    stands_for = {position: position + len(layers) - 1} if layers else {}
    order = [*range(position), *layers, *range(position + 1, count)]
    return _ordered(network, order, stands_for)


def repair(network: Network, failure: Failure) -> Network:
    """Return the network with a failure's suggestion in place of the layer that cannot work.

    If that were more than MAX_LAYERS layers, the network is returned unchanged.
    """
    return change(network, failure.index, *failure.suggestion)


def resize(network: Network, input_shape: tuple[int, int, int]) -> Network:
    """Return the network with an input of another shape (C, H, W)."""
    return replace(network, input_shape=input_shape)


def _ordered(
    network: Network, order: Sequence[int | Layer], stands_for: dict[int, int] | None = None
) -> Network:
    """Return a network of old layers, by index, and new ones, in this order.

    stands_for: old layers that are gone, and the new places that branches then name.
    """
    places = {old: new for new, old in enumerate(order) if isinstance(old, int)}
    places |= stands_for or {}

    def place(source: int, reader: int) -> int:
        while source != INPUT and places.get(source, reader) >= reader:
            source = _read_by(network.layers, source)
        return INPUT if source == INPUT else places[source]

    made: list[Layer] = []
    for index, item in enumerate(order):
        if isinstance(item, int):
            named = [place(source, index) for source in named_by(network.layers[item])]
            made.append(naming(network.layers[item], named))
        else:
            made.append(naming(item, [min(source, index - 1) for source in named_by(item)]))
    return replace(network, layers=tuple(made))


def _read_by(layers: Sequence[Layer], index: int) -> int:
    """Return the layer whose output layer ``index`` reads; a sum's or concatenation's is the last.

    INPUT also where a broken stack names one that does not stand before it.
    """
    source = sources(index, layers[index])[-1]
    return source if INPUT <= source < index else INPUT


def named_by(layer: Layer) -> tuple[int, ...]:
    """Return the layers that a branch names, those that it reads besides the one before it."""
    match layer:
        case From(source) | Add(source):
            return (source,)
        case Concat(named):
            return named
        case _:
            return ()


def naming(layer: Layer, named: Iterable[int]) -> Layer:
    """Return a branch that names these layers instead, as many; any other layer as it is."""
    found = tuple(named)
    match layer:
        case From() | Add():
            return layer if found == (layer.source,) else replace(layer, source=found[0])
        case Concat():
            return layer if found == layer.sources else Concat(found)
        case _:
            return layer


def _check(network: Network, position: int) -> None:
    if not 0 <= position < len(network.layers):
        raise IndexError(f"no layer {position} in a stack of {len(network.layers)}")


@dataclass(frozen=True)
class History:
    """A network, the earlier ones for undo, and the undone ones for redo (the next one first)."""

    present: Network
    past: tuple[Network, ...] = ()
    future: tuple[Network, ...] = ()

    def change(self, network: Network) -> History:
        """Return the history with a new present network; the same history if it did not change.

        The undone networks are dropped, and of the earlier ones the last MAX_HISTORY are kept.
        """
        if network == self.present:
            return self
        return History(network, (*self.past, self.present)[-MAX_HISTORY:])

    def undo(self) -> History:
        """Return the history before the last change, or the same history if there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> History:
        """Return the history with the last undone change made again, or the same without one."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])
