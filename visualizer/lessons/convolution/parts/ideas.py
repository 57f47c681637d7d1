"""What a convolution is good for, one tap away: it moves along, and it finds its own pattern."""

from __future__ import annotations

import streamlit as st

from visualizer.figures.colors import limit_of
from visualizer.lessons.convolution.example import Example
from visualizer.lessons.convolution.pattern import patches
from visualizer.lessons.convolution.shift import shifted
from visualizer.lessons.convolution.words import pattern_words, shift_words
from visualizer.notation import of_terms
from visualizer.ui import shell
from visualizer.ui.details import folded
from visualizer.ui.grids import grids
from visualizer.words.text import text


@shell.fragment
def moves_along(example: Example, photo: bool, lang: str) -> None:
    """Show the input moved by one cell and both outputs; a transposed convolution has no such."""
    if example.transposed:
        return
    with folded(text("conv.shift_title", lang), "conv_shift_part") as is_open:
        if not is_open:
            return
        found = shifted(example)
        st.markdown(shift_words(example, found, lang))
        inputs = [
            (text("common.input", lang), found.input[0]),
            (text("conv.shift_input", lang), found.moved[0]),
        ]
        pixels = len(found.input) if photo else 0
        grids("conv_shift_input", inputs, limit_of(found.input), photo=pixels)
        outputs = [
            (text("common.output", lang), found.before[0]),
            (text("conv.shift_output", lang), found.after[0]),
        ]
        marks = (None, found.along[0])
        grids("conv_shift_output", outputs, limit_of(found.before), marks)


@shell.fragment
def own_pattern(example: Example, lang: str) -> None:
    """Put the first filter's own pattern and others of the same energy before it."""
    with folded(text("conv.pattern_title", lang), "conv_pattern_part") as is_open:
        if not is_open:
            return
        kernel = example.weight[0]
        if not kernel.any():
            st.markdown(text("conv.pattern_none", lang))
            return
        found = patches(kernel)
        st.markdown(pattern_words(kernel, found, lang))
        shown = []
        for patch in found:
            products = (patch.cells * kernel).ravel()
            answer = of_terms(patch.response, products)
            shown.append((f"{text(f'conv.pattern_{patch.name}', lang)}: {answer}", patch.cells[0]))
        grids("conv_pattern", shown, limit_of(kernel), least=140)
        if len(kernel) > 1:
            st.caption(text("conv.pattern_channel", lang))
