"""Which earlier layers a branch reads, chosen by their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from visualizer.engine.network.layers import INPUT, Branch, Concat, Layer, kind
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.edit import named_by, naming
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.reading import MOST_SOURCES
from visualizer.notation import shape
from visualizer.words.text import text


def source_form(
    layer: Branch, place: int, walk: Walk, changed: Callable[[Layer], None], lang: str
) -> None:
    """Draw the control that chooses the layers before ``place`` which a branch names.

    changed: called with the branch that names others.
    """
    key = f"arch_edit_{kind(layer)}_source"
    label = text(f"arch.source.{kind(layer)}", lang)
    options = range(INPUT, place)
    named = [source for source in named_by(layer) if source in options]

    def title(source: int) -> str:
        return source_title(walk, source, lang)

    if isinstance(layer, Concat):
        st.session_state[key] = named

        def took_several() -> None:
            # A concatenation of nothing is none: the last one that is left stays.
            found: Sequence[int] = st.session_state[key]
            changed(naming(layer, found or named[:1] or (INPUT,)))

        st.multiselect(
            label, options, key=key, format_func=title, on_change=took_several,
            max_selections=MOST_SOURCES, help=text("arch.source_help.concat", lang),
            placeholder=text("arch.source_none", lang),
        )  # fmt: skip
        return
    st.session_state[key] = named[0] if named else INPUT
    st.selectbox(
        label, options, key=key, format_func=title,
        on_change=lambda: changed(naming(layer, [int(st.session_state[key])])),
        help=text(f"arch.source_help.{kind(layer)}", lang),
    )  # fmt: skip


def source_title(walk: Walk, source: int, lang: str) -> str:
    """Write a layer as a choice: its name and its output, or what it is if it cannot work."""
    if source == INPUT:
        return f"{text('arch.input', lang)} · {shape(walk.input_shape)}"
    if source < len(walk.steps):
        step = walk.steps[source]
        return f"{step.name} · {shape(step.output)}"
    return f"{source + 1}. {layer_title(walk.layers[source], lang)}"
