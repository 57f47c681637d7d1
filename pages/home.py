"""Home: what this is, where to start, the order to take the lessons in, and all of them."""

import streamlit as st

from visualizer.lessons.home.parts import cards, learning_path
from visualizer.ui import shell
from visualizer.ui.touring.begin import begin
from visualizer.words.text import text

lang = shell.open_page("home")

st.markdown(text("home.about", lang), width=760)
learning_path.start(lang)
begin(lang)
st.header(text("home.path", lang), anchor=False)
st.markdown(text("home.path_lead", lang))
learning_path.learning_path(lang)
st.header(text("home.lessons", lang), anchor=False)
cards.cards(lang)
