"""Training: a small network learns handwritten digits, and every epoch can be looked at again."""

import streamlit as st

from visualizer.lessons.training import LESSON
from visualizer.lessons.training.parts import claims, live
from visualizer.lessons.training.sidebar import sidebar
from visualizer.ui import address, shell
from visualizer.ui.take import tab
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text

lang = shell.open_page("training")
settings, notices = address.read(LESSON)
address.say(notices, lang)
sidebar(settings, lang)

claims.explained(settings, lang)
live.live(settings, lang)
end_if_embedded()

claims.buttons(settings, lang)
claims.networks(settings, lang)
st.caption(text("train.data", lang))
tab.folded("training", lang)
