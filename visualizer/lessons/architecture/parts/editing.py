"""What every part of the builder does: read the network, write another one, go to a layer."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.architecture import LESSON, edit
from visualizer.lessons.architecture.address import decode, encode
from visualizer.lessons.architecture.presets import Network
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.sidebar import choose
from visualizer.settings.parameters import ParameterError
from visualizer.ui import address

PLACE = "arch_place"
"""The key of the layer to edit."""
_HISTORY = "_arch_history"


def remember(network: Network) -> edit.History:
    """Return the history for undo and redo, after adding the network if it is a new one."""
    history: edit.History = st.session_state.get(_HISTORY) or edit.History(network)
    if encode(history.present) != encode(network):
        history = history.change(network)
    st.session_state[_HISTORY] = history
    return history


def travel(history: edit.History) -> None:
    """Show the present of another history; to be called in a callback."""
    st.session_state[_HISTORY] = history
    write(history.present)


def write(network: Network, place: int | None = None) -> None:
    """Put a network into the settings; to be called in a callback.

    A network that no address can hold changes nothing. place: the layer to edit next.
    """
    try:
        written = encode(decode(encode(network)))
    except ParameterError:
        return
    address.change(LESSON, net=written)
    if place is not None:
        go(place)


def present() -> Network:
    """Return the network as it is now; in a callback, after all changes so far."""
    return address.current(LESSON).network


def go(place: int) -> None:
    """Choose the layer to edit; to be called in a callback."""
    st.session_state[PLACE] = place
    walk = present().walk()
    if 0 <= place < len(walk.steps):
        choose(place)


def chosen(network: Network, settings: ArchitectureSettings) -> int:
    """Return the layer to edit: the one that is looked at, or a chosen one that cannot work."""
    last, looked = len(network.layers) - 1, settings.layer
    place = int(st.session_state.get(PLACE) or 0)
    working = len(network.walk().steps)
    if place < working or place > last:
        place = looked
    st.session_state[PLACE] = place = max(0, min(place, last))
    return place


def change(place: int, *layers: object) -> None:
    """Put other layers in place of one; to be called in a callback."""
    write(edit.change(present(), place, *layers))  # type: ignore[arg-type]
