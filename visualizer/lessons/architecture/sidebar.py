"""The architecture lesson's sidebar, and what choosing a layer means for the rest of the page."""

from __future__ import annotations

import streamlit as st

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.presets import PRESETS
from visualizer.lessons.architecture.settings import MIDDLE, ArchitectureSettings
from visualizer.lessons.architecture.words import layer_title
from visualizer.ui import address
from visualizer.ui.sidebar import reset_button
from visualizer.words.text import text


def network_title(net: str, lang: str) -> str:
    """Return what a network is called: a preset's name, or that it is one's own."""
    return text(f"choice.arch_net.{net if net in PRESETS else 'custom'}", lang)


def choose(index: int) -> None:
    """Choose a layer, from a callback: its middle unit, with its whole field shown."""
    address.change(LESSON, layer=index, row=MIDDLE, col=MIDDLE, step=index)


def sidebar(settings: ArchitectureSettings, walk: Walk, lang: str) -> None:
    """Draw the choice of a network and of the layer to look at."""
    net = settings.net
    with st.sidebar:
        st.selectbox(
            text("param.arch_net", lang),
            [*PRESETS, *([] if net in PRESETS else [net])],
            key="arch_net",
            format_func=lambda name: network_title(name, lang),
            on_change=_restart,
            help=text("help.arch_net", lang),
        )
        if net in PRESETS:
            st.caption(text(f"arch.about.{net}", lang))
        layer(walk, lang)
        reset_button(LESSON, lang)


def layer(walk: Walk, lang: str) -> None:
    """Draw the layers that work, to choose one."""
    if not walk.steps:
        return

    def title(index: int) -> str:
        step = walk.steps[index]
        return f"{step.name} · {layer_title(step.layer, lang)}"

    st.selectbox(
        text("param.arch_layer", lang),
        range(len(walk.steps)),
        key="arch_layer",
        format_func=title,
        on_change=lambda: choose(int(st.session_state["arch_layer"])),
    )


def _restart() -> None:
    address.change(LESSON, net=str(st.session_state["arch_net"]))
    choose(0)
