"""What a kernel learns, how fast and from where: the choices above the picture."""

from __future__ import annotations

from math import ceil, sqrt

import numpy as np
import streamlit as st

from visualizer.engine.sizes import span
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.learns import words
from visualizer.lessons.convolution.learns.run import Learning, rate_of
from visualizer.lessons.convolution.settings import RATES, ConvolutionSettings
from visualizer.material.kernels import PRESETS
from visualizer.material.randomness import LAST_SEED
from visualizer.settings.grids import encode
from visualizer.settings.labels import choice_title, explanation, label
from visualizer.ui import address, sources
from visualizer.ui.controls import Controls
from visualizer.ui.details import popped
from visualizer.ui.grid_editor import grid_editor
from visualizer.words.text import text

_PAINTED = "painted"
_TARGET, _RATE = "conv_learn_target", "conv_learn_rate"
_SIZE, _LARGEST = 8, 32  # of a picture of random numbers


def draw(settings: ConvolutionSettings, found: Learning, lang: str) -> None:
    """Draw the choices, and say what the learning rate does."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="conv_learn_choices"):
        _target(settings, lang)
        _rate(settings, found, lang)
        st.button(
            text("conv.learn_again", lang), key="conv_learn_again", icon=":material/casino:",
            on_click=lambda: address.open_with(
                LESSON, settings.changed(start=(settings.start + 1) % (LAST_SEED + 1), step=0)
            ),
        )  # fmt: skip
    said = words.rate_said(found, lang)
    if found.descent.diverged:
        st.warning(said, icon=":material/trending_up:")
    else:
        st.caption(said)
    if unknown := words.unknown_said(found, lang):
        st.caption(unknown)
        st.button(
            text("conv.learn_picture", lang), key="conv_learn_picture", type="tertiary",
            icon=":material/image:", on_click=_take_a_picture_that_tells,
        )  # fmt: skip


def target_editor(controls: Controls[ConvolutionSettings], target: np.ndarray) -> None:
    """Draw the table in which the target (maps, rows, columns) is typed."""
    lang = controls.lang
    with popped(text("back.edit_target", lang), "conv_target_editor_place") as is_open:
        if is_open:
            names = [text("common.map", lang, number=i + 1) for i in range(len(target))]
            grid_editor("conv_target_editor", target, names, put_target, lang)


def put_target(grid: np.ndarray) -> None:
    """Take a grid (maps, rows, columns) as the target, from a callback."""
    sources.remember_typed(LESSON, "target", grid)
    address.change(LESSON, goal=_PAINTED, aim="custom", target=encode(grid))


def rate_editor(controls: Controls[ConvolutionSettings], bound: float) -> None:
    """Draw the field for a learning rate of one's own, in steps that suit ``bound``."""
    if "rate_value" not in controls.relevant:
        return
    parameter = LESSON["rate_value"]
    decimals = int(np.clip(2 - np.floor(np.log10(bound)), 1, 9)) if np.isfinite(bound) else 3
    st.number_input(
        controls.label("rate_value"), 1e-9, 999.0, step=10.0 ** (1 - decimals),
        format=f"%.{decimals}f", key=parameter.name,
    )  # fmt: skip


def _target(settings: ConvolutionSettings, lang: str) -> None:
    choices = [*PRESETS, _PAINTED]
    st.session_state[_TARGET] = _PAINTED if settings.goal == _PAINTED else settings.preset

    def chosen() -> None:
        wanted = st.session_state[_TARGET]
        if wanted == _PAINTED:
            address.change(LESSON, goal=_PAINTED)
        else:
            address.change(LESSON, goal="kernel", preset=wanted)

    def named(choice: str) -> str:
        if choice == _PAINTED:
            return choice_title("conv_goal", choice, lang)
        return text("conv.learn_target_of", lang, name=choice_title("conv_preset", choice, lang))

    st.selectbox(
        text("conv.learn_target", lang), choices, key=_TARGET, format_func=named,
        on_change=chosen, width=260, help=explanation("conv_goal", lang),
    )  # fmt: skip


def _rate(settings: ConvolutionSettings, found: Learning, lang: str) -> None:
    st.session_state[_RATE] = settings.rate

    def chosen() -> None:
        wanted = st.session_state[_RATE] or settings.rate
        if wanted == "own" and settings.rate != "own":
            # One's own begins with the one that was there, to two digits.
            now = float(f"{rate_of(settings, found.problem.bound):.2g}")
            address.change(LESSON, rate="own", rate_value=min(round(now, 9), 999.0))
        else:
            address.change(LESSON, rate=wanted)

    st.segmented_control(
        label("conv_rate", lang), RATES, key=_RATE, on_change=chosen,
        format_func=lambda choice: choice_title("conv_rate", choice, lang),
        help=explanation("conv_rate", lang),
    )  # fmt: skip


def _take_a_picture_that_tells() -> None:
    settings = address.current(LESSON)
    weights = settings.weight_count / settings.filters
    # Twice as many output cells as a filter has weights, where that is not too large to be seen.
    outputs = ceil(sqrt(2 * weights))
    reach = span(
        max(settings.kernel, settings.kernel_w), max(settings.dilation, settings.dilation_w)
    )
    step = max(settings.stride, settings.stride_w)
    side = min(_LARGEST, max(_SIZE, (outputs - 1) * step + reach))
    address.open_with(LESSON, settings.changed(input="random", size=side, width=side, step=0))
