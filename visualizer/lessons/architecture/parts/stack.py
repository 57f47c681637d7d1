"""The network as a list: one row a layer, chosen by a click, moved by dragging or by keys."""

from __future__ import annotations

import streamlit as st

from visualizer.engine.network.layers import From
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import edit
from visualizer.lessons.architecture.figures.graph.beside import lanes_of
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.parts.editing import PLACE, go, present, write
from visualizer.lessons.architecture.parts.order import orderable
from visualizer.lessons.architecture.presets import Network
from visualizer.notation import shape
from visualizer.words.text import text

_LONG = 11  # layers that a list shows without scrolling
_BESIDE, _BEGINS = "│", "├"  # a row of a branch, and the one where it begins


def stack(walk: Walk, network: Network, lang: str) -> None:
    """Draw the list of all layers."""
    beside = lanes_of(walk)
    count = len(network.layers)

    def line(place: int) -> str:
        layer = network.layers[place]
        title = layer_title(layer, lang)
        if place < len(walk.steps):
            step = walk.steps[place]
            sign = _BEGINS if isinstance(layer, From) else _BESIDE
            mark = f":gray[{sign}]\u2002" if beside[place] else ""
            return f"{mark}**{step.name}** · {title} → {shape(step.output)}"
        if walk.failure is not None and place == walk.failure.index:
            return f":red[:material/error: **{title}**]"
        return f":gray[{title}]"

    long = count > _LONG
    with st.container(height=340 if long else "content", border=long, key="arch_stack"):
        st.radio(
            text("arch.build", lang), range(count), key=PLACE, format_func=line,
            label_visibility="collapsed", on_change=lambda: go(int(st.session_state[PLACE])),
        )  # fmt: skip
    names = [step.name for step in walk.steps]
    names += [layer_title(layer, lang) for layer in network.layers[len(names) :]]
    orderable("arch_stack", names, _moved, lang)


def _moved(place: int, to: int) -> None:
    network = present()
    if 0 <= place < len(network.layers):
        write(edit.move(network, place, to), to)
