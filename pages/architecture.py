"""Architecture: AlexNet from end to end, what its layers cost, and a stack of one's own."""

import streamlit as st

from visualizer.lessons.architecture.parts import build as architecture_build
from visualizer.lessons.architecture.parts import field as architecture_field
from visualizer.lessons.architecture.parts import sections as parts
from visualizer.lessons.architecture.settings import LESSON, network_of
from visualizer.lessons.architecture.sidebar import sidebar
from visualizer.ui import address, shell
from visualizer.words.text import text

lang = shell.open_page("architecture")
values, notices = address.read(LESSON)
address.say(notices, lang)
walk = network_of(values).walk()
sidebar(values, walk, lang)

parts.drawing(walk, values, lang)
parts.layer_facts(walk, values, lang)
parts.cost_plots(walk, lang)

parts.heading(text("arch.build", lang))
architecture_build.build(walk, values, lang)


@shell.fragment
def what_a_unit_sees() -> None:
    """Everything that follows the chosen unit: its controls run this part alone again."""
    architecture_field.field(walk, lang)


if walk.steps:
    parts.heading(text("arch.field", lang))
    what_a_unit_sees()

parts.conventions(lang)
st.divider()
parts.table_and_code(walk, lang)
