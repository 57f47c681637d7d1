"""Build your own: controls for the chosen layer, the network as a list, and repairs."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import LESSON, edit, words
from visualizer.lessons.architecture.address import LIMITS, decode, encode
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.parts.layer import NEW, layer_form
from visualizer.lessons.architecture.parts.sections import side_by_side
from visualizer.lessons.architecture.presets import Network
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.sidebar import choose
from visualizer.notation import shape
from visualizer.settings.parameters import ParameterError
from visualizer.ui import address
from visualizer.ui.details import folded
from visualizer.words.text import text

_HISTORY = "_arch_history"
_PLACE = "arch_place"
_LONG = 11  # layers that a list shows without scrolling


def build(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Draw the editor of the network in the settings: the chosen layer, then the list of all."""
    network = settings.network
    history = remember(network)
    place = _place(network, settings)
    trouble(walk, network, lang)
    with st.container(key="arch_builder"):
        side_by_side("arch_builder", 350)
        one, stack = st.columns(2, gap="large")
        with one:
            if network.layers:
                with st.container(key="arch_editor"):
                    st.markdown(f"**{place + 1}. {layer_title(network.layers[place], lang)}**")
                    layer_form(network.layers[place], lambda *new: _change(place, *new), lang)
                    _buttons(network, place, lang)
            else:
                st.info(text("arch.empty", lang))
            _add(walk, network, place, lang)
        with stack:
            _history_buttons(history, lang)
            if network.layers:
                _list(walk, network, lang)
            with folded(
                text("arch.input_size", lang, shape=shape(network.input_shape)), "arch_input_size"
            ) as is_open:
                if is_open:
                    _input_size(network, lang)


def remember(network: Network) -> edit.History:
    """Return the history for undo and redo, after adding the network if it is a new one."""
    history: edit.History = st.session_state.get(_HISTORY) or edit.History(network)
    if encode(history.present) != encode(network):
        history = history.change(network)
    st.session_state[_HISTORY] = history
    return history


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
        _go(place)


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


def _now() -> Network:
    return address.current(LESSON).network


def _go(place: int) -> None:
    st.session_state[_PLACE] = place
    walk = _now().walk()
    if 0 <= place < len(walk.steps):
        choose(place)


def _place(network: Network, settings: ArchitectureSettings) -> int:
    """Return the layer to edit: the one that is looked at, or a chosen one that cannot work."""
    last, looked = len(network.layers) - 1, settings.layer
    place = int(st.session_state.get(_PLACE) or 0)
    working = len(network.walk().steps)
    if place < working or place > last:
        place = looked
    st.session_state[_PLACE] = place = max(0, min(place, last))
    return place


def _change(place: int, *layers: object) -> None:
    write(edit.change(_now(), place, *layers))  # type: ignore[arg-type]


def _list(walk: Walk, network: Network, lang: str) -> None:
    def line(place: int) -> str:
        title = layer_title(network.layers[place], lang)
        if place < len(walk.steps):
            step = walk.steps[place]
            return f"**{step.name}** · {title} → {shape(step.output)}"
        if walk.failure is not None and place == walk.failure.index:
            return f":red[:material/error: **{title}**]"
        return f":gray[{title}]"

    long = len(network.layers) > _LONG
    with st.container(height=340 if long else "content", border=long, key="arch_stack"):
        st.radio(
            text("arch.build", lang), range(len(network.layers)), key=_PLACE, format_func=line,
            label_visibility="collapsed", on_change=lambda: _go(int(st.session_state[_PLACE])),
        )  # fmt: skip


def _history_buttons(history: edit.History, lang: str) -> None:
    def travel(to: edit.History) -> None:
        st.session_state[_HISTORY] = to
        write(to.present)

    with st.container(horizontal=True, vertical_alignment="center"):
        title = text("arch.build", lang)
        st.markdown(f"**{title}**", help=text("arch.build_lead", lang), width="stretch")
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
        write(edit.resize(_now(), (channels, height, width)))

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
            lambda: write(edit.move(_now(), place, up), up),
        )  # fmt: skip
        button(
            "down", "arrow_downward", place == last,
            lambda: write(edit.move(_now(), place, down), down),
        )  # fmt: skip
        button(
            "delete", "delete", False,
            lambda: write(edit.delete(_now(), place), max(0, min(place, last - 1))),
        )  # fmt: skip


def _add(walk: Walk, network: Network, place: int, lang: str) -> None:
    if len(network.layers) >= edit.MAX_LAYERS:
        st.caption(text("arch.full", lang, most=edit.MAX_LAYERS))
        return
    at = place + 1 if network.layers else 0

    def add() -> None:
        write(edit.insert(_now(), at, NEW[st.session_state["arch_new"]]), at)

    label = text("arch.add", lang)
    if network.layers:
        name = walk.steps[place].name if place < len(walk.steps) else f"{place + 1}."
        label = text("arch.add_after", lang, name=name)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            text("arch.add", lang), list(NEW), key="arch_new", width=200,
            format_func=lambda name: text(f"arch.kind.{name}", lang),
        )  # fmt: skip
        st.button(label, key="arch_add", icon=":material/add:", on_click=add)
