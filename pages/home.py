"""Home: what this is, the lessons that exist, and the order to take them in."""

import streamlit as st

from visualizer.lessons.home.parts import cards
from visualizer.ui import shell
from visualizer.words.text import text

lang = shell.open_page("home")

st.markdown(text("home.about", lang), width=760)
st.subheader(text("home.lessons", lang), anchor=False)
cards.cards(lang)
st.subheader(text("home.path", lang), anchor=False)
st.markdown(text("home.path_lead", lang))
cards.learning_path(lang)
