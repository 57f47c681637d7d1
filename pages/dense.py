"""Dense layer: a feature map laid out flat, every number linked to every output."""

import streamlit as st

from visualizer.figures.stage import Stage
from visualizer.figures.windows import convolution_scene
from visualizer.lessons.dense import words as said
from visualizer.lessons.dense.example import build, convolution_parameters, parameters_of
from visualizer.lessons.dense.figure import connections, counts
from visualizer.lessons.dense.parts.links import CONFIG, links, whole_layer
from visualizer.lessons.dense.proof import dense_by_torch
from visualizer.lessons.dense.settings import LESSON
from visualizer.lessons.dense.sidebar import sidebar, with_convolution
from visualizer.notation import number, shape
from visualizer.ui import address, details, player, shell
from visualizer.ui.proof import proof
from visualizer.words.stage import convolution_titles, hover_words
from visualizer.words.text import text
from visualizer.words.windows import stage_alt

lang = shell.open_page("dense")
values, notices = address.read(LESSON)
values = with_convolution(values)
address.say(notices, lang)
example = build(values)
sidebar(values, lang)
dark = player.is_dark()
trace, alt = example.trace, said.alt(example, lang)

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
cells = said.input_words(example, lang)
network = connections(
    example.map, example.weight, example.y,
    titles=titles, hover=cells, hover_outputs=ends, dark=dark,
)  # fmt: skip
links(example, network, alt)

drawing = Stage(
    convolution_scene(
        trace, titles=convolution_titles(trace, "none", lang), words=hover_words(lang)
    ),
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
    output = int(address.current(LESSON)["dense_output"])
    st.caption(text("dense.hover", lang))
    st.markdown(said.order(example, lang))
    st.subheader(text("dense.matrix", lang), anchor=False)
    whole_layer(example, output, dark, lang)
    names = ("words", "code", "proof", "take")
    in_words, in_code, proven, take = st.tabs([text(f"common.tab_{n}", lang) for n in names])
    table = said.table(example, output, lang)
    torch_code, numpy_code = said.torch_code(example), said.numpy_code(example)
    with in_words:
        details.words(said.sentence(example, output, lang), table)
    with in_code:
        details.code(torch_code, numpy_code, lang)
    with proven:
        both = said.both_ways(example)
        proof("dense_proof", both, lambda: dense_by_torch(example), lang)
    with take:
        details.take("dense", torch_code, numpy_code, table, lang)


with followed:
    step_by_step()

with why:
    st.subheader(text("dense.count", lang), anchor=False)
    st.markdown(text("dense.count_here", lang))
    st.latex(said.count_here(example))
    st.markdown(text("dense.count_words", lang))
    low, high = LESSON["dense_side"].low, LESSON["dense_side"].high  # type: ignore[attr-defined]
    side = st.slider(text("param.dense_side", lang), low, high, key="dense_side")
    st.latex(said.count_formula(side))
    st.markdown(said.count_words(side, lang))
    sides = range(low, high + 1)
    legend = text("dense.count_fc", lang), text("dense.count_conv", lang)
    figure = counts(
        sides, [parameters_of(s) for s in sides], convolution_parameters(), side,
        names=legend, axis=text("dense.count_axis", lang), dark=dark,
    )  # fmt: skip
    written = text("dense.alt_count", lang, count=number(parameters_of(side)), side=side)
    st.plotly_chart(figure, key="dense_counts", theme=None, config=CONFIG, alt=written)
