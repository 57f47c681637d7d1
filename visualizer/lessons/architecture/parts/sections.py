"""The parts of the architecture page: drawing, facts of a layer, costs, 224 or 227, table, code."""

from __future__ import annotations

import streamlit as st

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import words
from visualizer.lessons.architecture.code import CLASS, FORMS, branches, torch_code
from visualizer.lessons.architecture.described import described
from visualizer.lessons.architecture.figures.drawing import (
    WIDE,
    Captions,
    network_figure,
    widths,
)
from visualizer.lessons.architecture.figures.nodes import nodes
from visualizer.lessons.architecture.figures.plots import Bars, cost_figure
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.parts.boxes import clickable
from visualizer.lessons.architecture.presets import ALEXNETS, network_title
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.sidebar import choose
from visualizer.lessons.architecture.stories import convention_stories, cost_layers, costs
from visualizer.lessons.roads import Visit, visit
from visualizer.notation import grouped
from visualizer.ui import details, shell
from visualizer.ui.charts import chart, is_dark, one_fits
from visualizer.words.tables import table_markdown
from visualizer.words.text import text

DRAWINGS = {
    WIDE: "arch_drawing_wide",
    800: "arch_drawing",
    460: "arch_drawing_half",
    340: "arch_drawing_phone",
}
"""The widths in pixels that the drawing is made for, and the keys of its charts."""


def drawing(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Draw the network to scale; a click on a box chooses its layer."""
    captions = Captions(**words.captions(walk, lang))
    chosen = settings.layer if walk.steps else None

    def picked(index: int) -> None:
        if index >= 0:
            choose(index)

    alt = described(walk, network_title(settings.net, lang), lang)
    for width in one_fits("arch_drawings", {w: f"{DRAWINGS[w]}_box" for w in widths(walk)}):
        figure = network_figure(walk, captions, dark=is_dark(), width=width, selected=chosen)
        clickable(figure, DRAWINGS[width], alt, picked)
    said = [text("arch.scale", lang)]
    drawn = nodes(walk)
    if any(box.streams > 1 for box in drawn.boxes):
        said.append(text("arch.streams", lang))
    if drawn.branched:
        said.append(text("arch.marks", lang))
    key = "arch.click_graph" if drawn.branched else "arch.click"
    st.caption(text(key, lang), help=" ".join(said))


def layer_facts(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Show the facts of the chosen layer, and a link to the lesson in which its window moves."""
    if not walk.steps:
        return
    index = settings.layer
    step = walk.steps[index]
    st.markdown(words.totals(walk, lang))
    heading(f"{step.name} · {layer_title(step.layer, lang)}")
    rows = [f"| {label} | {value} |" for label, value in words.facts(walk, index, lang)]
    with st.container(key="arch_facts"):
        side_by_side("arch_facts", 280)
        # A Markdown table must have a head; this one is empty and hidden.
        st.html("<style>.st-key-arch_facts thead { display: none; }</style>")
        listed, moving = st.columns([3, 2], gap="large")
        listed.markdown(grouped("\n".join(["| | |", "|:--|:--|", *rows]), lang))
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
    with st.container(key="arch_costs"):
        side_by_side("arch_costs", 360)
        for column, what in zip(st.columns(2), ("parameters", "multiply_adds"), strict=True):
            found = costs(walk, what, lang)
            listed = ", ".join(f"{n} {v}" for n, v in zip(names, found.texts, strict=True))
            bars = Bars(found.title, found.values, found.texts, found.hovers)
            with column:
                st.markdown(f"**{found.title}**")
                figure = cost_figure(names, kinds, bars, dark=is_dark())
                chart(figure, f"arch_costs_{what}", f"{found.title}: {listed}")
    st.markdown(text("arch.costs_why", lang))


def side_by_side(key: str, least: int) -> None:
    """Let the columns in the box ``key`` stand below each other where one has less than ``least``.

    least: pixels. Streamlit itself does so by the width of the window alone.
    """
    st.html(
        f"<style>.st-key-{key} [data-testid=stHorizontalBlock]:has(> [data-testid=stColumn])"
        " { flex-wrap: wrap; }"
        f" .st-key-{key} [data-testid=stColumn] {{ min-width: min({least}px, 100%); }}</style>"
    )


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


@shell.fragment
def table_and_code(walk: Walk, lang: str) -> None:
    """Show the table of all layers, and the network as PyTorch code; both can be downloaded."""
    listed, coded = details.opened("arch_tabs", ("arch.table", "arch.code"), lang)
    if listed.open:
        table = words.table(walk, lang)
        with listed:
            details.listed(table, scrolls=False)
            with st.container(horizontal=True):
                details.download(
                    text("arch.take_table", lang), lambda: details.as_csv(table), "network.csv"
                )
                details.download(
                    text("arch.take_markdown", lang), lambda: table_markdown(table), "network.md"
                )
    if coded.open:
        with coded:
            st.caption(text("arch.code_lead", lang))
            reason = words.failure_reason(walk.failure, lang) if walk.failure else ""
            code = torch_code(walk, reason, _form(walk, lang))
            st.code(code, language="python", wrap_lines=True)
            details.download(text("take.script", lang), lambda: code, "network.py")
            st.caption(text("arch.proof", lang))


def _form(walk: Walk, lang: str) -> str:
    """Ask whether the code is an nn.Sequential or a class; with branches it can only be a class."""
    if branches(walk):
        st.caption(text("arch.code_branches", lang))
        return CLASS
    return st.segmented_control(
        text("arch.code_form", lang),
        FORMS,
        default=FORMS[0],
        required=True,
        format_func=lambda form: text(f"arch.code_{form}", lang),
        key="arch_code_form",
        label_visibility="collapsed",
    )


def heading(title: str) -> None:
    """Draw the heading of a part."""
    st.header(title, anchor=False)
