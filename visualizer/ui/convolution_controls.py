"""The convolution lesson's sidebar, in the order one thinks."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer.lessons import pictures
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution_example import Example, with_input, with_weights
from visualizer.lessons.convolution_rules import data_shape, weights_shape
from visualizer.lessons.lesson_error import LessonError
from visualizer.lessons.messages import error_sentence
from visualizer.lessons.parameters import Values
from visualizer.lessons.text import text
from visualizer.ui import address
from visualizer.ui.controls import Controls
from visualizer.ui.grid_editor import grid_editor

_TROUBLE = "_conv_upload_trouble"


def sidebar(values: Values, example: Example, lang: str) -> None:
    """Draw every control of the lesson."""
    controls = Controls(LESSON, values, LESSON.bounds(values), lang)
    apart = bool(values["conv_rect"])
    with st.sidebar:
        _heading("common.section_input", lang)
        controls.show("conv_input")
        if values["conv_input"] == "photo":
            _photo(controls, lang)
        if values["conv_input"] == "upload":
            _upload(lang)
        controls.show("conv_size", label="conv_height" if apart else None)
        controls.show("conv_width", "conv_channels", "conv_seed")
        with st.popover(text("edit.input", lang), width="stretch"):
            names = [text("edit.channel", lang, channel=c + 1) for c in range(len(example.input))]
            grid_editor("conv_input_editor", example.input, names, _type_input, lang)
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
        st.button(
            text("common.reset", lang),
            icon=":material/restart_alt:",
            on_click=address.reset,
            args=(LESSON,),
            width="stretch",
        )


def _heading(key: str, lang: str) -> None:
    st.markdown(f"##### {text(key, lang)}")


def _photo(controls: Controls, lang: str) -> None:
    names = pictures.photo_names()
    st.selectbox(
        controls.label("conv_photo"),
        names,
        key="conv_photo",
        format_func=lambda name: pictures.photo_title(name, lang),
    )


def _upload(lang: str) -> None:
    st.file_uploader(
        text("param.conv_upload", lang),
        key="conv_upload",
        on_change=_uploaded,
        help=text("upload.hint", lang),
    )
    trouble = st.session_state.get(_TROUBLE)
    if trouble is not None:
        st.error(error_sentence(trouble, lang), icon=":material/broken_image:")


def _uploaded() -> None:
    """Take a new picture's numbers into the settings; what is no picture changes nothing."""
    st.session_state[_TROUBLE] = None
    file = st.session_state.get("conv_upload")
    if file is None:
        return
    try:
        picture = pictures.open_picture(file.getvalue())
    except LessonError as error:
        st.session_state[_TROUBLE] = error
        return
    values = address.current(LESSON)
    grid = pictures.resample(picture, *data_shape(values))
    address.change(LESSON, **with_input(values, grid, "upload"))


def _kernel_editor(values: Values, example: Example, lang: str) -> None:
    filters, reads = example.weight.shape[:2]
    names = [
        text("edit.weights", lang, filter=f + 1, channel=c + 1)
        for f in range(filters)
        for c in range(reads)
    ]
    maps = example.weight.reshape(weights_shape(values))
    grid_editor("conv_kernel_editor", maps, names, _type_weights, lang)


def _type_input(grid: np.ndarray) -> None:
    address.change(LESSON, **with_input(address.current(LESSON), grid))


def _type_weights(grid: np.ndarray) -> None:
    address.change(LESSON, **with_weights(address.current(LESSON), grid))
