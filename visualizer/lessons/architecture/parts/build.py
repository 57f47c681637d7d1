"""Build your own: controls for the chosen layer, the network as a list, and repairs."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import edit, words
from visualizer.lessons.architecture.address import LIMITS
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.parts.adding import adding
from visualizer.lessons.architecture.parts.editing import (
    change,
    chosen,
    present,
    remember,
    travel,
    write,
)
from visualizer.lessons.architecture.parts.layer import layer_form
from visualizer.lessons.architecture.parts.sections import side_by_side
from visualizer.lessons.architecture.parts.stack import stack
from visualizer.lessons.architecture.presets import Network
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.notation import shape
from visualizer.ui.details import folded
from visualizer.words.text import text


def build(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Draw the editor of the network in the settings: the chosen layer, then the list of all."""
    network = settings.network
    history = remember(network)
    place = chosen(network, settings)
    trouble(walk, network, lang)
    with st.container(key="arch_builder"):
        side_by_side("arch_builder", 350)
        one, listed = st.columns(2, gap="large")
        with one:
            if network.layers:
                layer = network.layers[place]
                with st.container(key="arch_editor"):
                    st.markdown(f"**{place + 1}. {layer_title(layer, lang)}**")
                    layer_form(layer, place, walk, lambda *new: change(place, *new), lang)
                    _buttons(network, place, lang)
            else:
                st.info(text("arch.empty", lang))
            adding(walk, network, place, lang)
        with listed:
            _history_buttons(history, lang)
            if network.layers:
                stack(walk, network, lang)
            with folded(
                text("arch.input_size", lang, shape=shape(network.input_shape)), "arch_input_size"
            ) as is_open:
                if is_open:
                    _input_size(network, lang)


def trouble(walk: Walk, network: Network, lang: str) -> None:
    """Say which layer cannot work, why, and what would work; a button makes that change."""
    failure = walk.failure
    if failure is None:
        return
    title, reason = words.failure_title(failure, lang), words.failure_reason(failure, lang)
    st.error(f"**{title}.** {reason} {words.suggestion(failure, lang)}", icon=":material/error:")
    mended = edit.repair(network, failure)
    if mended == network:
        st.caption(text("arch.full", lang, most=edit.MAX_LAYERS))
        return
    st.button(
        text("arch.repair", lang), key="arch_repair", icon=":material/build:", type="primary",
        on_click=write, args=(mended, failure.index),
    )  # fmt: skip


def _history_buttons(history: edit.History, lang: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        title = text("arch.build", lang)
        how = f"{text('arch.build_lead', lang)} {text('arch.order_how', lang)}"
        st.markdown(f"**{title}**", help=how, width="stretch")
        for word, icon, goal in (
            ("undo", "undo", history.undo()),
            ("redo", "redo", history.redo()),
        ):
            st.button(
                text(f"arch.{word}", lang), key=f"arch_{word}", icon=f":material/{icon}:",
                disabled=goal is history, on_click=travel, args=(goal,),
            )  # fmt: skip


def _input_size(network: Network, lang: str) -> None:
    names = ("channels", "height", "width")
    keys = [f"arch_input_{name}" for name in names]

    def resized() -> None:
        channels, height, width = (int(st.session_state[key]) for key in keys)
        write(edit.resize(present(), (channels, height, width)))

    for column, name, key, size in zip(
        st.columns(3), names, keys, network.input_shape, strict=True
    ):
        limit = LIMITS["channels" if name == "channels" else "size"]
        st.session_state[key] = size
        column.number_input(
            text(f"arch.input_{name}", lang), limit.low, limit.high, key=key, on_change=resized
        )


def _buttons(network: Network, place: int, lang: str) -> None:
    last = len(network.layers) - 1

    def button(word: str, icon: str, disabled: bool, act: Callable[[], None]) -> None:
        st.button(
            text(f"arch.{word}", lang), key=f"arch_{word}", icon=f":material/{icon}:",
            disabled=disabled, on_click=act,
        )  # fmt: skip

    with st.container(horizontal=True):
        up, down = place - 1, place + 1
        button(
            "up", "arrow_upward", place == 0,
            lambda: write(edit.move(present(), place, up), up),
        )  # fmt: skip
        button(
            "down", "arrow_downward", place == last,
            lambda: write(edit.move(present(), place, down), down),
        )  # fmt: skip
        button(
            "delete", "delete", False,
            lambda: write(edit.delete(present(), place), max(0, min(place, last - 1))),
        )  # fmt: skip
