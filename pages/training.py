"""Training: a small network learns handwritten digits, and every epoch can be looked at again."""

import streamlit as st

from visualizer.lessons.training import LESSON, words
from visualizer.lessons.training.example import trainings
from visualizer.lessons.training.parts import claims, live
from visualizer.lessons.training.settings import NO_CLAIM
from visualizer.lessons.training.sidebar import sidebar
from visualizer.ui import address, details, shell
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
st.header(text("train.network", lang), anchor=False)
for one, side in zip(trainings(settings), words.SIDES, strict=False):
    if settings.claim != NO_CLAIM:
        st.markdown(f"**{words.side(settings.claim, side, lang)}**")
    details.listed(words.network_table(one, lang), scrolls=False)
st.caption(text("train.data", lang))
tab.folded("training", lang)
