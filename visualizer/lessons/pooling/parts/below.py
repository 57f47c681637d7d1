"""What stands under the pooling lesson's stage: three poolings side by side, and the shift."""

from __future__ import annotations

import streamlit as st

from visualizer.figures.colors import limit_of
from visualizer.lessons.pooling.example import PoolExample
from visualizer.notation import number
from visualizer.ui.grids import grids
from visualizer.words.text import text


def side_by_side(example: PoolExample, lang: str) -> None:
    """Show the input and its maximum, average and global average."""
    st.subheader(text("pool.beside_title", lang), anchor=False)
    st.markdown(text("pool.beside", lang))
    shown = [(_first(text("common.input", lang), example, lang), example.input[0])]
    for kind in ("max", "avg", "global"):
        pooled = example.traced(kind).output[0]
        shown.append((text(f"choice.pool_kind.{kind}", lang), pooled))
    grids("pool_beside", shown, limit_of(example.input))


def moved_by_one(example: PoolExample, lang: str) -> None:
    """Show what pooling keeps when the input moves by one cell."""
    found = example.shifted()
    kept, cells = int(found.kept.sum()), found.kept.size
    input_kept, input_cells = int(found.kept_input.sum()), found.kept_input.size
    st.subheader(text("pool.shift_title", lang), anchor=False)
    counts = {"input_kept": input_kept, "input_cells": input_cells, "kept": kept, "cells": cells}
    shares = {"input_share": 100 * input_kept / input_cells, "share": 100 * kept / cells}
    told = {name: number(round(value)) for name, value in {**counts, **shares}.items()}
    more = "pool.shift_more" if kept * input_cells > input_kept * cells else "pool.shift_less"
    st.markdown(f"{text('pool.shift', lang, **told)} {text(more, lang)}")
    shown = [
        (_first(text("common.input", lang), example, lang), example.input[0]),
        (text("pool.moved", lang), found.moved),
        (text("pool.pooled", lang), found.pooled_before),
        (text("pool.pooled_moved", lang), found.pooled),
    ]
    marks = (None, found.kept_input, None, found.kept)
    grids("pool_shift", shown, limit_of(example.input), marks)


def _first(name: str, example: PoolExample, lang: str) -> str:
    several = len(example.input) > 1
    return f"{name} · {text('pool.first_channel', lang)}" if several else name
