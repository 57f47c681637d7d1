"""Dense layer: a feature map laid out flat, every number linked to every output."""

import streamlit as st

from visualizer.figures.stage import Stage
from visualizer.figures.windows import window_scene
from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.code import numpy_code, torch_code
from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.figure import connections
from visualizer.lessons.dense.parts import count
from visualizer.lessons.dense.parts.links import links, whole_layer
from visualizer.lessons.dense.parts.taken import with_convolution
from visualizer.lessons.dense.proof import dense_by_torch
from visualizer.lessons.dense.sidebar import sidebar
from visualizer.notation import number, shape
from visualizer.ui import address, charts, details, player, shell
from visualizer.ui.controls import Controls
from visualizer.ui.proof import Proof
from visualizer.words.stage import window_titles
from visualizer.words.text import text
from visualizer.words.windows import stage_alt

lang = shell.open_page("dense")
settings, notices = address.read(LESSON)
settings = with_convolution(settings)
address.say(notices, lang)
example = build(settings)
sidebar(settings, lang)
dark = charts.is_dark()
trace, alt = example.trace, words.alt(example, lang)

channels = len(example.map)
titles = {
    "map": [
        text("dense.map", lang, shape=shape(example.map.shape)),
        *(text("dense.channel", lang, number=c + 1) for c in range(1, channels)),
    ],
    "flat": text("dense.flat", lang, count=example.x.size),
    "outputs": text("dense.outputs", lang, count=len(example.y)),
}
results = [number(float(value)) for value in example.y]
ends = [text("dense.neuron", lang, output=j + 1, value=y) for j, y in enumerate(results)]
cells = words.input_words(example, lang)
network = connections(
    example.map, example.weight, example.y,
    titles=titles, hover=cells, hover_outputs=ends, dark=dark,
)  # fmt: skip
links(example, network, alt)

drawing = Stage(
    window_scene(trace, titles=window_titles(trace, "none", lang)),
    dark,
)
data = drawing.data()
followed, folded, why = st.container(), st.container(), st.container()
with folded:
    st.subheader(text("dense.conv", lang), anchor=False)
    st.markdown(text("dense.conv_words", lang))
    identity = player.stage("dense", drawing.figure(), data, stage_alt(trace, lang))
    folded_values = ", ".join(number(float(value)) for value in trace.output.ravel())
    st.markdown(text("dense.conv_equal", lang, dense=", ".join(results), conv=folded_values))


@shell.fragment
def step_by_step() -> None:
    """Everything that follows the chosen output: when the player rests, this alone runs again."""
    player.player(LESSON, data, identity, lang)
    output = address.current(LESSON).output
    st.caption(text("dense.hover", lang))
    st.markdown(words.order(example, lang))
    st.subheader(text("dense.matrix", lang), anchor=False)
    whole_layer(example, output, dark, lang)
    said = details.Said(
        words.sentence(example, output, lang),
        words.table(example, output, lang),
        torch_code(example),
        numpy_code(example),
        "dense",
    )
    both = words.both_ways(example)
    details.tabs(said, Proof("dense_proof", both, lambda: dense_by_torch(example)), lang)


with followed:
    step_by_step()

with why:
    count.count(Controls(LESSON, settings, lang), example)
