"""Editing a network: every change makes a new one, and a history keeps the old ones for undo."""

from __future__ import annotations

from dataclasses import dataclass, replace

from visualizer.engine.network.layers import Layer
from visualizer.engine.network.walk import Failure
from visualizer.lessons.architecture.presets import Network

MAX_LAYERS = 40
MAX_HISTORY = 100


def insert(network: Network, position: int, layer: Layer) -> Network:
    """Return the network with a layer inserted before ``position``, clamped to 0..length.

    A network that has MAX_LAYERS layers is returned unchanged.
    """
    if len(network.layers) >= MAX_LAYERS:
        return network
    at = max(0, min(position, len(network.layers)))
    return _with(network, (*network.layers[:at], layer, *network.layers[at:]))


def delete(network: Network, position: int) -> Network:
    """Return the network without the layer at ``position``; IndexError if there is none."""
    _check(network, position)
    return _with(network, network.layers[:position] + network.layers[position + 1 :])


def move(network: Network, position: int, to: int) -> Network:
    """Return the network with the layer at ``position`` moved to ``to``, clamped to 0..length − 1.

    IndexError if there is no layer at ``position``.
    """
    _check(network, position)
    layers = list(network.layers)
    layer = layers.pop(position)
    layers.insert(max(0, min(to, len(layers))), layer)
    return _with(network, tuple(layers))


def change(network: Network, position: int, *layers: Layer) -> Network:
    """Return the network with the layer at ``position`` replaced by any number of layers.

    If that were more than MAX_LAYERS in all, the network is returned unchanged. IndexError if there
    is no layer at ``position``.
    """
    _check(network, position)
    if len(network.layers) - 1 + len(layers) > MAX_LAYERS:
        return network
    return _with(network, (*network.layers[:position], *layers, *network.layers[position + 1 :]))


def repair(network: Network, failure: Failure) -> Network:
    """Return the network with a failure's suggestion in place of the layer that cannot work.

    If that were more than MAX_LAYERS layers, the network is returned unchanged.
    """
    return change(network, failure.index, *failure.suggestion)


def resize(network: Network, input_shape: tuple[int, int, int]) -> Network:
    """Return the network with an input of another shape (C, H, W)."""
    return replace(network, input_shape=input_shape)


def _with(network: Network, layers: tuple[Layer, ...]) -> Network:
    return replace(network, layers=layers)


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
