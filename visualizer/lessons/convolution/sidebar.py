"""The convolution lesson's sidebar, in the order one thinks."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer.lessons.convolution.example import Example, with_weights
from visualizer.lessons.convolution.rules import data_shape, weights_shape
from visualizer.lessons.convolution.settings import LESSON
from visualizer.settings.parameters import Values
from visualizer.ui import address
from visualizer.ui import inputs as input_controls
from visualizer.ui.controls import Controls
from visualizer.ui.grid_editor import grid_editor
from visualizer.words.text import text


def sidebar(values: Values, example: Example, lang: str) -> None:
    """Draw every control of the lesson."""
    controls = Controls(LESSON, values, LESSON.bounds(values), lang)
    apart = bool(values["conv_rect"])
    with st.sidebar:
        _heading("common.section_input", lang)
        input_controls.source(controls, data_shape)
        controls.show("conv_size", label="conv_height" if apart else None)
        controls.show("conv_width", "conv_channels", "conv_seed")
        input_controls.editor(LESSON, example.input, lang)
        _heading("common.section_kernel", lang)
        controls.show("conv_preset")
        st.caption(text(f"use.conv_preset.{values['conv_preset']}", lang))
        controls.show("conv_kernel", label="conv_kernel_h" if apart else None)
        controls.show("conv_kernel_w", "conv_filters")
        with st.popover(text("edit.kernel", lang), width="stretch"):
            _kernel_editor(values, example, lang)
        _heading("common.section_motion", lang)
        controls.show("conv_stride", label="conv_stride_h" if apart else None)
        controls.show("conv_stride_w", "conv_pad_kind")
        controls.show("conv_padding", label="conv_padding_h" if apart else None)
        controls.show("conv_padding_w")
        controls.show("conv_dilation", label="conv_dilation_h" if apart else None)
        controls.show("conv_dilation_w")
        _heading("common.section_after", lang)
        controls.show("conv_bias", "conv_bias_value", "conv_activation")
        with st.expander(text("common.section_more", lang), key="conv_more"):
            controls.show("conv_rect", "conv_groups", "conv_mode")
            controls.show("conv_transposed", "conv_output_padding")
        input_controls.reset_button(LESSON, lang)


def _heading(key: str, lang: str) -> None:
    st.markdown(f"##### {text(key, lang)}")


def _kernel_editor(values: Values, example: Example, lang: str) -> None:
    filters, reads = example.weight.shape[:2]
    names = [
        text("edit.weights", lang, filter=f + 1, channel=c + 1)
        for f in range(filters)
        for c in range(reads)
    ]
    maps = example.weight.reshape(weights_shape(values))
    grid_editor("conv_kernel_editor", maps, names, _type_weights, lang)


def _type_weights(grid: np.ndarray) -> None:
    address.change(LESSON, **with_weights(address.current(LESSON), grid))
