"""The architecture lesson's sidebar, and the choice of a layer by any part of the page."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.presets import PRESETS, network_title
from visualizer.lessons.architecture.settings import MIDDLE, ArchitectureSettings
from visualizer.ui import address
from visualizer.ui.sidebar import left_by_teacher, reset_button
from visualizer.words.text import text


def choose(index: int) -> None:
    """Choose a layer, with its middle unit and its whole field; to be called in a callback."""
    address.change(LESSON, layer=index, row=MIDDLE, col=MIDDLE, step=index)


def sidebar(settings: ArchitectureSettings, walk: Walk, lang: str) -> None:
    """Draw the controls for the network and for the layer to look at."""
    shared = address.shared(LESSON)
    with st.sidebar:
        if shared.shows("arch_net"):
            _network_choice(settings.net, lang)
        if shared.shows("arch_layer"):
            _layer_choice(walk, lang)
        left_by_teacher(LESSON, lang)
        reset_button(LESSON, lang)


YEARS = {
    "lenet5": 1998,
    "alexnet2012": 2012,
    "alexnet": 2014,
    "vgg11": 2014,
    "vgg16": 2014,
    "vgg19": 2014,
    "googlenet": 2014,
    "resnet18": 2015,
    "resnet34": 2015,
    "unet": 2015,
    "squeezenet": 2016,
    "mobilenetv2": 2018,
}
"""When a network's paper came out; those of our own have none."""


def by_year(names: Iterable[str]) -> list[str]:
    """Return networks in the order of their years, those without one last."""
    return sorted(names, key=lambda name: YEARS.get(name, 9999))


def _network_choice(net: str, lang: str) -> None:
    """Draw the control that chooses a network, and say what the chosen one is."""

    def title(name: str) -> str:
        year, words = str(YEARS.get(name, "")), network_title(name, lang)
        return words if year in words else f"{words} · {year}"

    st.selectbox(
        text("param.arch_net", lang),
        [*by_year(PRESETS), *([] if net in PRESETS else [net])],
        key="arch_net",
        format_func=title,
        on_change=_restart,
        help=text("help.arch_net", lang),
    )
    if net in PRESETS:
        st.caption(text(f"arch.about.{net}", lang))


def _layer_choice(walk: Walk, lang: str) -> None:
    """Draw the control that chooses one of the layers that work."""
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
