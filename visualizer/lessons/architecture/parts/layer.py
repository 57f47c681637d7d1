"""Controls for the numbers of one layer; a pair is set to one number for both directions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import streamlit as st

from visualizer.engine.network.layers import (
    ACTIVATIONS,
    INPUT,
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
    both,
    kind,
)
from visualizer.lessons.architecture.address import LIMITS
from visualizer.words.text import text

# The numbers of a new layer: they suit most inputs.
_NEW: tuple[Layer, ...] = (
    Conv(16, 3, padding=1),
    MaxPool(2),
    AvgPool(2),
    GlobalAvgPool(),
    AdaptiveAvgPool(6),
    Activation("relu"),
    Dropout(0.5),
    LocalResponseNorm(5),
    Flatten(),
    Linear(10),
    ConvTranspose(16, 2, stride=2),
    BatchNorm(),
    ZeroPad(1, 1, 1, 1),
    AdaptiveMaxPool(6),
    From(INPUT),
    Add(INPUT),
    Concat((INPUT,)),
)
_WIDTH = 128  # pixels of a number: three stand beside each other on a projector
NEW: dict[str, Layer] = {kind(layer): layer for layer in _NEW}


def layer_form(layer: Layer, changed: Callable[[Layer], None], lang: str) -> None:
    """Draw a control for each number of a layer, as many in a row as fit, within LIMITS.

    changed: called with the new layer after each change.
    """
    names = [field.name for field in fields(layer)]
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in names:
            if name != "sources":
                _control(layer, name, changed, lang)


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
    if isinstance(layer, From | Add):
        return layer.source - INPUT
    if isinstance(layer, MaxPool | AvgPool) and name == "stride":
        return both(layer.step)[0]
    value: int | bool | str | tuple[int, int] = getattr(layer, name)
    return value[0] if isinstance(value, tuple) else value


def _with(layer: Layer, name: str, value: int | bool | str) -> Layer:
    if isinstance(layer, Dropout):
        return Dropout(int(value) / 100)
    if isinstance(layer, From | Add):
        return replace(layer, source=int(value) + INPUT)
    if isinstance(layer, MaxPool | AvgPool) and name == "stride":
        # A stride as large as the window is stored as None, so that it follows the window's size.
        return replace(layer, stride=None if value == layer.kernel_size else int(value))
    return replace(layer, **{name: value})  # type: ignore[arg-type]
