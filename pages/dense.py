"""Dense layer: a feature map laid out flat, every number linked to every output."""

import streamlit as st

from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.code import numpy_code, torch_code
from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.parts import backward, count, sharing
from visualizer.lessons.dense.parts.links import drawing, whole_layer
from visualizer.lessons.dense.parts.taken import with_convolution
from visualizer.lessons.dense.proof import dense_by_torch
from visualizer.lessons.dense.scene import drawn
from visualizer.lessons.dense.shape import shape_story
from visualizer.lessons.dense.sidebar import sidebar
from visualizer.notation import number
from visualizer.ui import address, charts, details, player, shell, sources
from visualizer.ui.asking import mode as asking
from visualizer.ui.controls import Controls
from visualizer.ui.proof import Proof
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text
from visualizer.words.windows import stage_alt

lang = shell.open_page("dense")
FOLDED = "dense_folded"
settings, notices = address.read(LESSON)
settings = with_convolution(settings)
address.say(notices, lang)
asking.instead("dense", LESSON.forward(settings), lang)
for grid in ("gradient", "target"):
    settings = sources.follow(LESSON, settings, grid, "custom", settings.output_shape)
backward.instead(settings, lang)
shown = LESSON.rewound(settings)
example = build(shown)
dark = charts.is_dark()
drawing(example, settings.output, dark, lang)
still = drawn(shown, dark, lang)


@shell.fragment
def step_by_step() -> None:
    """Everything that follows the chosen output: when the player rests, this alone runs again."""
    stage_shown = bool(st.session_state.get(FOLDED))
    player.player(LESSON, still, lang, hidden=not stage_shown)
    end_if_embedded()
    output = address.current(LESSON).output
    st.caption(text("dense.hover", lang))
    why, tabs = details.beside("dense_below")
    with why:
        letters = text("dense.letters", lang)
        details.shape_column(shape_story(example, lang), letters, "", lang)
        st.header(text("dense.scores", lang), anchor=False)
        st.latex(words.SOFTMAX)
        st.markdown(text("dense.scores_words", lang))
        st.markdown(words.lead(example, lang))
    with tabs:
        said = details.Said(
            lambda: words.sentence(example, output, lang),
            lambda: words.table(example, output, lang),
            lambda: torch_code(example),
            lambda: numpy_code(example),
            "dense",
        )
        proven = Proof("dense_proof", words.proven(example), lambda: dense_by_torch(example))
        details.tabs(said, proven, lang)
    with details.folded(text("dense.matrix", lang), "dense_whole") as is_open:
        if is_open:
            whole_layer(example, output, dark, lang)
    with details.folded(text("dense.conv", lang), FOLDED) as is_open:
        if is_open:
            as_convolution()


def as_convolution() -> None:
    """Draw the same layer as a convolution whose kernels cover the whole map."""
    st.markdown(text("dense.conv_words", lang))
    player.stage(LESSON, still, stage_alt(example.trace, lang))
    results, folded_values = (
        ", ".join(number(float(value)) for value in values)
        for values in (example.y, example.trace.output.ravel())
    )
    st.caption(text("dense.conv_equal", lang, dense=results, conv=folded_values))


step_by_step()
sidebar(settings, lang)
sharing.sharing(example, settings.seed, lang)

with details.folded(text("dense.count", lang), "dense_count") as is_open:
    if is_open:
        count.count(Controls(LESSON, settings, lang))
