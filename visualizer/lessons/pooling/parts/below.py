"""What stands under the pooling lesson's stage: three poolings side by side, and the shift."""

from __future__ import annotations

import streamlit as st

from visualizer.figures.colors import limit_of
from visualizer.lessons.pooling.example import PoolExample
from visualizer.lessons.pooling.words import shift_words
from visualizer.ui.grids import grids
from visualizer.words.text import text


def side_by_side(example: PoolExample, photo: bool, lang: str) -> None:
    """Show the input and its maximum, average and global average; a ``photo`` stays one."""
    st.header(text("pool.beside_title", lang), anchor=False)
    st.markdown(text("pool.beside", lang))
    shown = [(_first(text("common.input", lang), example, lang), example.input[0])]
    for kind in ("max", "avg", "global"):
        pooled = example.traced(kind).output[0]
        shown.append((text(f"choice.pool_kind.{kind}", lang), pooled))
    grids("pool_beside", shown, limit_of(example.input), photo=_pixels(example, photo))


def moved_by_one(example: PoolExample, photo: bool, lang: str) -> None:
    """Show what pooling keeps when the input moves by one cell; a ``photo`` stays one."""
    found = example.shifted()
    st.header(text("pool.shift_title", lang), anchor=False)
    st.markdown(shift_words(found, lang))
    shown = [
        (_first(text("common.input", lang), example, lang), example.input[0]),
        (text("pool.moved", lang), found.moved),
        (text("pool.pooled", lang), found.pooled_before),
        (text("pool.pooled_moved", lang), found.pooled),
    ]
    marks = (None, found.kept_input, None, found.kept)
    grids("pool_shift", shown, limit_of(example.input), marks, photo=_pixels(example, photo))


def _pixels(example: PoolExample, photo: bool) -> int:
    """Return how many channels of pixels there are, 0 where the input is no photo."""
    return len(example.input) if photo else 0


def _first(name: str, example: PoolExample, lang: str) -> str:
    several = len(example.input) > 1
    return f"{name} · {text('pool.first_channel', lang)}" if several else name
