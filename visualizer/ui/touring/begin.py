"""Where tours begin on the home page: ours, a teacher's, and the reader's own."""

from __future__ import annotations

import streamlit as st

from visualizer.tours import folder
from visualizer.ui import details, shell
from visualizer.ui.touring import own
from visualizer.words.text import text


def begin(lang: str) -> None:
    """Draw the link to our tour and, one tap away, all others."""
    own.start(folder.LECTURE, lang)
    _others(lang)


@shell.fragment
def _others(lang: str) -> None:
    with details.folded(text("tour.more", lang), "tours") as is_open:
        if not is_open:
            return
        if folder.folder_is_missing():
            st.warning(text("tour.no_folder", lang), icon=":material/folder_off:")
        every = (*folder.shipped(), *folder.of_teacher())
        for found in every:
            if found.tour is not None and found.name != folder.LECTURE:
                own.start(found.name, lang)
        for found in every:
            if found.tour is None:
                own.say_problems(found.file, found.problems, lang)
        st.caption(text("tour.own_lead", lang))
        details.download(text("tour.example", lang), _ours, "tour.yaml")
        own.take(folder.LECTURE, lang)
        own.uploader("tour_file", lang)


def _ours() -> str:
    return (folder.OURS / f"{folder.LECTURE}.yaml").read_text("utf-8")
