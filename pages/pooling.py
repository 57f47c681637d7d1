"""Pooling: a window keeps one number of what it covers, channel by channel."""

import streamlit as st

from visualizer.figures.photo import photo_colors
from visualizer.figures.stage import Stage
from visualizer.lessons.pooling import words
from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.parts import below as pooling_below
from visualizer.lessons.pooling.scene import pooling_scene
from visualizer.lessons.pooling.settings import LESSON
from visualizer.lessons.pooling.shape import numpy_code, shape_story, torch_code
from visualizer.lessons.pooling.sidebar import sidebar
from visualizer.settings.inputs import is_picture
from visualizer.ui import address, details, player, shell
from visualizer.ui.proof import pooling_by_torch, proof
from visualizer.words.stage import hover_words
from visualizer.words.text import text

lang = shell.open_page("pooling")
values, notices = address.read(LESSON)
address.say(notices, lang)
example = build(values)
trace = example.trace
sidebar(values, example, lang)

scene = pooling_scene(
    trace,
    titles=words.titles(trace, lang),
    words=hover_words(lang),
    photo=photo_colors(example.input) if is_picture("pool", values) else None,
)
drawing = Stage(scene, player.is_dark(), player.first_step(LESSON))
figure = drawing.figure()
data = drawing.data()
identity = player.stage("pool", figure, data, words.stage_alt(trace, example.kind, lang))


@shell.fragment
def step_by_step() -> None:
    """Everything that follows the step: when the player rests, this alone runs again."""
    player.player(LESSON, data, identity, lang)
    step = int(address.current(LESSON)["pool_step"])
    why, tabs = st.columns(2, gap="large")
    with why:
        letters = "pool.letters_global" if example.kind == "global" else "pool.letters"
        story = shape_story(example, int(values["pool_neurons"]), lang)
        details.shape_column(story, text(letters, lang), "", lang)
    names = ("words", "code", "proof", "take")
    with tabs:
        in_words, in_code, proven, take = st.tabs([text(f"common.tab_{n}", lang) for n in names])
    table = words.table(trace, step, lang)
    with in_words:
        details.words(words.sentence(trace, step, lang), table)
    with in_code:
        details.code(torch_code(example), numpy_code(example), lang)
    with proven:
        proof("pool_proof", trace.output, lambda: pooling_by_torch(example), lang)
    with take:
        details.take("pooling", torch_code(example), numpy_code(example), table, lang)


step_by_step()
pooling_below.side_by_side(example, lang)
pooling_below.moved_by_one(example, lang)
