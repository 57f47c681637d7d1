"""A teacher's own tour: the place for its file, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from visualizer.offline.site import zipped
from visualizer.settings.messages import filled
from visualizer.tours import folder
from visualizer.tours.nodes import MOST_BYTES
from visualizer.tours.problems import Problem
from visualizer.tours.reading import read_tour
from visualizer.ui import details, shell
from visualizer.ui.touring import place
from visualizer.ui.upload import any_uploader
from visualizer.words.quoting import plainly
from visualizer.words.text import text

_MOST = 40  # problems that are listed


def uploader(key: str, lang: str, *, resumes: bool = False) -> None:
    """Draw the place for a file; a tour without problems can be begun, others say what is wrong.

    resumes: whether the page is at a step of the tour already, and goes on there.
    """
    file = any_uploader(text("tour.upload", lang), key, lang, told=f"{MOST_BYTES // 1000} kB")
    if file is None:
        return
    tour, problems = read_tour(folder.OWN, file.getvalue())
    if tour is None:
        say_problems(file.name, problems, lang)
        return
    place.bring(tour)
    if resumes:
        st.rerun()
    start(folder.OWN, lang)
    take(folder.OWN, lang)


def start(name: str, lang: str) -> None:
    """Draw the link to the first step of a tour; nothing where there is no such tour."""
    tour = place.own() if name == folder.OWN else folder.find(name)
    if tour is not None:
        title, steps = plainly(tour.title.text(lang)), len(tour.steps)
        with st.container(key=f"tour_start_{name}"):
            shell.link(
                tour.steps[0].page,
                text("tour.start", lang, title=title, steps=steps),
                icon=":material/route:",
                settings=place.settings_of(place.Place(tour, 0)),
            )


def take(name: str, lang: str) -> None:
    """Offer a tour as a folder of pages; nothing where there is no such tour."""
    tour = place.own() if name == folder.OWN else folder.find(name)
    if tour is not None:
        label = text("site.take", lang, title=plainly(tour.title.text(lang)))
        help = text("site.take_help", lang)
        details.download(label, lambda: zipped(tour), f"convscope_{name}.zip", help)


def say_problems(file: str, problems: Sequence[Problem], lang: str) -> None:
    """List what is wrong in a file, line by line."""
    lines = [f"- {problem.sentence(lang)}" for problem in problems[:_MOST]]
    if more := len(problems) - _MOST if len(problems) > _MOST else 0:
        lines.append(f"- {text('tour.more_problems', lang, count=more)}")
    lead = filled("tour.bad_file", {"file": file, "count": len(problems)}, lang)
    st.error("\n".join([lead, "", *lines]), icon=":material/error:")
