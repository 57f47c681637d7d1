"""Controls for the numbers of one layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import streamlit as st

from visualizer.engine.arguments import Size
from visualizer.engine.network.layers import (
    ACTIVATIONS,
    Add,
    AvgPool,
    Concat,
    Dropout,
    From,
    Layer,
    MaxPool,
    ZeroPad,
    both,
    kind,
)
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.address import LIMITS
from visualizer.lessons.architecture.parts.sources import source_form
from visualizer.words.text import text

_WIDTH = 128  # pixels of a number: three stand beside each other on a projector
_SIZES = ("kernel_size", "stride", "padding", "dilation", "output_padding", "output_size")
_AXES = ("rows", "columns")
_APART = "_arch_apart"  # the layer whose rows and columns have controls of their own


def layer_form(
    layer: Layer, place: int, walk: Walk, changed: Callable[[Layer], None], lang: str
) -> None:
    """Draw a control for each number of a layer, as many in a row as fit, within LIMITS.

    A size is one number, or one for the rows and one for the columns if the reader wants that.
    changed: called with the new layer after each change.
    """
    if isinstance(layer, From | Add | Concat):
        source_form(layer, place, walk, changed, lang)
        return
    names = [field.name for field in fields(layer)]
    if not names:
        return
    apart = _is_apart(layer, place)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in names:
            if name in _SIZES and apart:
                for axis in (0, 1):
                    _size(layer, name, axis, changed, lang)
            else:
                _control(layer, name, changed, lang)
        if any(name in _SIZES for name in names):
            _apart(layer, place, apart, changed, lang)


def _is_apart(layer: Layer, place: int) -> bool:
    sizes = (getattr(layer, name, None) for name in _SIZES)
    pairs = any(isinstance(size, tuple) for size in sizes)
    return pairs or st.session_state.get(_APART) == (place, kind(layer))


def _apart(
    layer: Layer, place: int, apart: bool, changed: Callable[[Layer], None], lang: str
) -> None:
    key = f"arch_apart_{kind(layer)}"

    def took() -> None:
        if st.session_state[key]:
            st.session_state[_APART] = (place, kind(layer))
            return
        st.session_state.pop(_APART, None)
        rows = {
            name: both(size)[0]
            for name in _SIZES
            if isinstance(size := getattr(layer, name, None), tuple)
        }
        if rows:
            changed(replace(layer, **rows))  # type: ignore[arg-type]

    st.session_state[key] = apart
    st.checkbox(text("arch.apart", lang), key=key, on_change=took)


def _size(layer: Layer, name: str, axis: int, changed: Callable[[Layer], None], lang: str) -> None:
    key = f"arch_edit_{kind(layer)}_{name}_{_AXES[axis]}"

    def took() -> None:
        pair = list(both(_shown_size(layer, name)))
        pair[axis] = int(st.session_state[key])
        changed(_with(layer, name, (pair[0], pair[1])))

    st.session_state[key] = both(_shown_size(layer, name))[axis]
    label = text(f"arch.apart_{_AXES[axis]}", lang, field=text(f"arch.field.{name}", lang))
    limit = LIMITS[name]
    st.number_input(label, limit.low, limit.high, key=key, on_change=took, width=_WIDTH)


def _control(layer: Layer, name: str, changed: Callable[[Layer], None], lang: str) -> None:
    key = f"arch_edit_{kind(layer)}_{name}"
    label = text(f"arch.field.{name}", lang)

    def took() -> None:
        changed(_with(layer, name, st.session_state[key]))

    value = _shown(layer, name)
    st.session_state[key] = value
    if isinstance(value, bool):
        st.toggle(label, key=key, on_change=took)
    elif isinstance(value, str):
        st.selectbox(
            label, ACTIVATIONS, key=key, on_change=took, width=200,
            format_func=lambda function: text(f"arch.activation.{function}", lang),
        )  # fmt: skip
    else:
        limit = LIMITS[_limit(layer, name)]
        st.number_input(label, limit.low, limit.high, key=key, on_change=took, width=_WIDTH)


def _limit(layer: Layer, name: str) -> str:
    if isinstance(layer, ZeroPad):
        return "around"
    return {"p": "percent", "size": "lrn_size"}.get(name, name)


def _shown(layer: Layer, name: str) -> int | bool | str:
    if isinstance(layer, Dropout):
        return round(layer.p * 100)
    if name in _SIZES:
        return both(_shown_size(layer, name))[0]
    value: int | bool | str = getattr(layer, name)
    return value


def _shown_size(layer: Layer, name: str) -> Size:
    if isinstance(layer, MaxPool | AvgPool) and name == "stride":
        return layer.step
    size: Size = getattr(layer, name)
    return size


def _with(layer: Layer, name: str, value: Size | bool | str) -> Layer:
    if isinstance(layer, Dropout):
        assert isinstance(value, int)
        return Dropout(value / 100)
    made: Layer = replace(layer, **{name: value})  # type: ignore[arg-type]
    if isinstance(made, MaxPool | AvgPool) and made.stride == made.kernel_size:
        # A stride as large as the window is stored as None, so that it follows the window's size.
        return replace(made, stride=None)
    return made
