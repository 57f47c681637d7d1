"""The parts of the architecture page: drawing, facts of a layer, costs, 224 or 227, table, code."""

from __future__ import annotations

import streamlit as st

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import words
from visualizer.lessons.architecture.code import torch_code
from visualizer.lessons.architecture.figures.drawing import Captions, network_figure
from visualizer.lessons.architecture.figures.layout import boxes
from visualizer.lessons.architecture.figures.plots import Bars, cost_figure
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.parts.charts import two_widths
from visualizer.lessons.architecture.presets import ALEXNETS
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.sidebar import choose, network_title
from visualizer.lessons.architecture.stories import convention_stories, cost_layers, costs
from visualizer.lessons.roads import Visit, visit
from visualizer.ui import details, shell
from visualizer.ui.charts import is_dark
from visualizer.words.text import text


def drawing(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Draw the network to scale; a click on a box chooses its layer."""
    captions = Captions(**words.captions(walk, lang))
    chosen = settings.layer if walk.steps else None

    def picked(index: int) -> None:
        if index >= 0:
            choose(index)

    two_widths(
        "arch_drawing",
        lambda width: network_figure(
            walk, captions, dark=is_dark(), width=width, selected=chosen
        ),
        words.drawing_alt(walk, network_title(settings.net, lang), lang),
        picked,
    )  # fmt: skip
    said = [text("arch.scale", lang)]
    if any(box.streams > 1 for box in boxes(walk)):
        said.append(text("arch.streams", lang))
    st.caption(" ".join([*said, text("arch.click", lang)]))
    st.markdown(words.totals(walk, lang))


def layer_facts(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Show the facts of the chosen layer, and a link to the lesson in which its window moves."""
    if not walk.steps:
        st.info(text("arch.empty", lang))
        return
    index = settings.layer
    step = walk.steps[index]
    heading(f"{step.name} · {layer_title(step.layer, lang)}")
    rows = [f"| {label} | {value} |" for label, value in words.facts(walk, index, lang)]
    listed, moving = st.columns([3, 2], gap="large")
    with listed.container(key="arch_facts"):
        # A Markdown table must have a head; this one is empty and hidden.
        st.html("<style>.st-key-arch_facts thead { display: none; }</style>")
        st.markdown("\n".join(["| | |", "|:--|:--|", *rows]))
    found = visit(walk, index)
    if found is not None:
        with moving:
            _see_it_move(found, lang)


def _see_it_move(found: Visit, lang: str) -> None:
    shell.link(
        found.page,
        text("arch.move", lang),
        icon=":material/play_circle:",
        settings=found.query,
    )
    if note := words.visit_note(found, lang):
        st.caption(note)


def cost_plots(walk: Walk, lang: str) -> None:
    """Draw the charts of parameters and multiply-adds."""
    names, kinds = cost_layers(walk)
    if not names:
        return
    heading(text("arch.costs", lang))
    both = [costs(walk, what, lang) for what in ("parameters", "multiply_adds")]
    parameters, work = (Bars(c.title, c.values, c.texts, c.hovers) for c in both)
    alt = ". ".join(
        f"{c.title}: " + ", ".join(f"{n} {v}" for n, v in zip(names, c.texts, strict=True))
        for c in both
    )
    two_widths(
        "arch_costs",
        lambda width: cost_figure(names, kinds, parameters, work, dark=is_dark(), width=width),
        alt,
    )
    st.markdown(text("arch.costs_why", lang))


def conventions(settings: ArchitectureSettings, lang: str) -> None:
    """Show the three ways to read AlexNet's input size side by side, where AlexNet is shown."""
    if settings.net not in ALEXNETS:
        return
    heading(text("arch.conventions", lang))
    st.markdown(text("arch.conventions_lead", lang))
    stories = convention_stories(lang)
    for column, story in zip(st.columns(len(stories), gap="medium"), stories, strict=True):
        sign = ":material/check_circle:" if story.agrees else ":material/cancel:"
        column.markdown(f"{sign} **{story.title}**")
        column.code(story.formula, language=None, wrap_lines=True)
        column.markdown(story.story)


def table_and_code(walk: Walk, lang: str) -> None:
    """Show the table of all layers, and the network as PyTorch code; both can be downloaded."""
    listed, coded = st.tabs([text("arch.table", lang), text("arch.code", lang)])
    table = words.table(walk, lang)
    with listed:
        st.dataframe(
            [dict(zip(table.columns, row, strict=True)) for row in table.rows],
            hide_index=True,
            height=36 * (len(table.rows) + 1) + 2,
        )
        details.download(
            text("arch.take_table", lang), lambda: details.as_csv(table), "network.csv"
        )
    with coded:
        reason = words.failure_reason(walk.failure, lang) if walk.failure else ""
        code = torch_code(walk, reason)
        st.caption(text("arch.code_lead", lang))
        st.code(code, language="python")
        details.download(text("take.script", lang), lambda: code, "network.py")
        st.caption(text("arch.proof", lang))


def heading(title: str) -> None:
    """Draw the heading of a part."""
    st.subheader(title, anchor=False)
