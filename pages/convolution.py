"""Convolution: a kernel slides over the input and makes the output, product by product."""

import streamlit as st

from visualizer.figures.photo import photo_colors
from visualizer.figures.stage import Stage
from visualizer.figures.windows import convolution_scene
from visualizer.lessons.convolution.code import numpy_code, torch_code
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.settings import LESSON
from visualizer.lessons.convolution.shape import correlation_note, shape_story
from visualizer.lessons.convolution.sidebar import sidebar
from visualizer.settings.inputs import is_picture
from visualizer.ui import address, details, player, shell
from visualizer.ui.proof import convolution_by_torch, proof
from visualizer.words import windows as words
from visualizer.words.stage import WRITTEN, convolution_titles, hover_words
from visualizer.words.text import text

lang = shell.open_page("convolution")
values, notices = address.read(LESSON)
address.say(notices, lang)
example = build(values)
trace = example.trace
activation = str(values["conv_activation"])
sidebar(values, example, lang)

scene = convolution_scene(
    trace,
    titles=convolution_titles(trace, activation, lang),
    words=hover_words(lang),
    activation=WRITTEN[activation],
    photo=photo_colors(example.input) if is_picture("conv", values) else None,
)
drawing = Stage(scene, player.is_dark(), player.first_step(LESSON))
figure = drawing.figure()
data = drawing.data()
identity = player.stage("conv", figure, data, words.stage_alt(trace, lang))


@shell.fragment
def step_by_step() -> None:
    """Everything that follows the step: when the player rests, this alone runs again."""
    player.player(LESSON, data, identity, lang)
    step = int(address.current(LESSON)["conv_step"])
    why, tabs = st.columns(2, gap="large")
    with why:
        letters = "shape.letters_transposed" if example.transposed else "shape.letters"
        story = shape_story(example, lang)
        details.shape_column(story, text(letters, lang), correlation_note(example, lang), lang)
    names = ("words", "code", "proof", "take")
    with tabs:
        in_words, in_code, proven, take = st.tabs([text(f"common.tab_{n}", lang) for n in names])
    table = words.table(trace, step, lang, activation)
    with in_words:
        details.words(words.sentence(trace, step, lang, activation), table)
    with in_code:
        details.code(torch_code(example), numpy_code(example), lang)
    with proven:
        proof("conv_proof", trace.activated, lambda: convolution_by_torch(example), lang)
    with take:
        details.take("convolution", torch_code(example), numpy_code(example), table, lang)


step_by_step()
