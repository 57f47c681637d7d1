"""Architecture: AlexNet from end to end, what its layers cost, and a stack of one's own."""

import streamlit as st

from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.parts import build, field, pasting, sections
from visualizer.lessons.architecture.sidebar import sidebar
from visualizer.ui import address, shell
from visualizer.ui.asking import mode as asking
from visualizer.ui.take import tab
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text

lang = shell.open_page("architecture")
settings, notices = address.read(LESSON)
address.say(notices, lang)
asking.instead("architecture", settings, lang)
walk = settings.network.walk()
sidebar(settings, walk, lang)

sections.drawing(walk, settings, lang)
end_if_embedded()


@shell.fragment
def pasted() -> None:
    """Read what is pasted without running the whole page again."""
    pasting.pasting(lang)


# What is changed stands directly below what shows the change.
build.build(walk, settings, lang)
pasted()

sections.layer_facts(walk, settings, lang)
sections.cost_plots(walk, lang)


@shell.fragment
def what_a_unit_sees() -> None:
    """Everything that follows the chosen unit: its controls run this part alone again."""
    field.field(walk, lang)


if walk.steps:
    sections.heading(text("arch.field", lang))
    what_a_unit_sees()

sections.conventions(settings, lang)
st.divider()
sections.table_and_code(walk, lang)
tab.folded("architecture", lang)
