"""Add a layer behind the one that is edited, or a block of several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from visualizer.engine.network.layers import Layer
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import edit
from visualizer.lessons.architecture.parts.editing import present, write
from visualizer.lessons.architecture.presets import Network
from visualizer.lessons.architecture.presets.blocks import BLOCKS, NEW, maps_before, new_layer, put
from visualizer.words.text import text

_ICONS = {"residual": ":material/redo:", "two_branches": ":material/call_split:"}


def adding(walk: Walk, network: Network, place: int, lang: str) -> None:
    """Draw the controls that add something behind the layer ``place``."""
    if len(network.layers) >= edit.MAX_LAYERS:
        st.caption(text("arch.full", lang, most=edit.MAX_LAYERS))
        return
    at = place + 1 if network.layers else 0
    label = text("arch.add", lang)
    if network.layers:
        name = walk.steps[place].name if place < len(walk.steps) else f"{place + 1}."
        label = text("arch.add_after", lang, name=name)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            text("arch.add", lang), list(NEW), key="arch_new", width=200,
            format_func=lambda name: text(f"arch.kind.{name}", lang),
        )  # fmt: skip
        st.button(
            label, key="arch_add", icon=":material/add:",
            on_click=_add(at, lambda: [new_layer(st.session_state["arch_new"], walk, at)]),
        )  # fmt: skip
    _blocks(walk, network, at, lang)


def _blocks(walk: Walk, network: Network, at: int, lang: str) -> None:
    with st.container(horizontal=True):
        for name, made in BLOCKS.items():
            block = made(walk, at)
            full = len(network.layers) + len(block) > edit.MAX_LAYERS
            st.button(
                text(f"arch.block.{name}", lang),
                key=f"arch_block_{name}",
                icon=_ICONS[name],
                help=text(f"arch.block_how.{name}", lang),
                disabled=full or maps_before(walk, at) is None,
                on_click=_add(at, lambda block=block: block),  # type: ignore[misc]
            )


def _add(at: int, layers: Callable[[], Sequence[Layer]]) -> Callable[[], None]:
    def add() -> None:
        found = layers()
        write(put(present(), at, found), at + len(found) - 1)

    return add
