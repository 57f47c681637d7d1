"""The bar of a tour above a page: what the step says, and the way on and back."""

from __future__ import annotations

import html

import streamlit as st

from visualizer.lessons.registry import PageEntry
from visualizer.settings.messages import filled
from visualizer.tours.tour import Step, Words
from visualizer.ui import address, language, shell
from visualizer.ui.touring import own, place, question
from visualizer.words.text import text


def enter(entry: PageEntry) -> None:
    """Go to the step that the address names, where it is on another page or says nothing more."""
    where = place.here()
    if not isinstance(where, place.Place) or not address.is_new_tour(where.written):
        return
    question.stop_asking()
    settings = place.settings_of(where)
    if where.step.entry != entry:
        page = shell.page_object(where.step.entry, language.current())
        st.switch_page(page, query_params={**settings, **language.in_address()})
    if not any(name.startswith(entry.prefix + "_") for name in st.query_params):
        st.query_params.update(settings)


def bar(entry: PageEntry, lang: str) -> None:
    """Draw the bar where the address is in a tour; say so where it cannot be."""
    where = place.here()
    if isinstance(where, place.Trouble):
        _trouble(where, lang)
    elif where is not None:
        with st.container(key="tour", border=True):
            st.html(_words(where, lang))
            _ways(where, entry, lang)
            question.question(where, lang)


def instead(lang: str) -> None:
    """Where the step asks a question of the lesson: draw it, and end the page."""
    where = place.here()
    if isinstance(where, place.Place) and question.is_asking(where):
        question.instead(where, lang)
        shell.end_page()


def _trouble(trouble: place.Trouble, lang: str) -> None:
    st.warning(filled(trouble.key, trouble.details, lang), icon=":material/link_off:")
    if trouble.key == "tour.own_missing":
        own.uploader("tour_again", lang, resumes=True)


def _words(where: place.Place, lang: str) -> str:
    """Return what the step says as HTML; nothing of the file is read as Markdown or HTML."""
    step, tour = where.step, where.tour
    count = text("tour.place", lang, step=where.at + 1, steps=len(tour.steps))
    said = [f"<p{_language(step.text, lang)}>{_text(step.text, lang)}</p>"]
    if step.try_ is not None:
        said.append(
            f"<p{_language(step.try_, lang)}><strong>{html.escape(text('tour.try', lang))}</strong>"
            f" {_text(step.try_, lang)}</p>"
        )
    name = html.escape(text("tour.name", lang, title=tour.title.text(lang)))
    return (
        f'<details class="tour" open><summary title="{name}">'
        f"<span>{count}</span> · <strong{_language(step.title, lang)}>{_text(step.title, lang)}"
        f"</strong></summary>{''.join(said)}</details>"
    )


def _text(words: Words, lang: str) -> str:
    return html.escape(words.text(lang))


def _language(words: Words, lang: str) -> str:
    """Return the attribute that says which language words are in, where not the page's."""
    code = words.language(lang)
    return f' lang="{code}"' if code and code != lang else ""


def _ways(where: place.Place, entry: PageEntry, lang: str) -> None:
    with st.container(key="tour_ways", horizontal=True, vertical_alignment="center"):
        if _moves(where.step):
            st.button(
                text("tour.show", lang),
                key="tour_show",
                type="primary",
                icon=":material/play_arrow:",
                on_click=place.show_me,
            )
        for word, icon, at in (
            ("back", "arrow_back", where.at - 1),
            ("next", "arrow_forward", where.at + 1),
        ):
            if 0 <= at < len(where.tour.steps):
                _way(place.Place(where.tour, at), entry, word, icon, lang)
        st.button(
            text("tour.leave", lang),
            key="tour_leave",
            type="tertiary",
            icon=":material/close:",
            on_click=place.leave,
        )


def _way(to: place.Place, entry: PageEntry, word: str, icon: str, lang: str) -> None:
    """Draw the way to another step: a link to another page, a button on the same one.

    Streamlit leaves the address alone where a link leads to the page that is open.
    """
    label, icon = text(f"tour.{word}", lang), f":material/{icon}:"
    settings = place.settings_of(to)
    if to.step.entry != entry:
        with st.container(key=f"tour_{word}", width="content"):
            shell.link(to.step.page, label, icon=icon, settings=settings)
    elif st.button(label, key=f"tour_{word}", icon=icon):
        st.query_params.from_dict({**settings, **language.in_address()})
        st.rerun()


def _moves(step: Step) -> bool:
    return step.stage is not None and step.stage.to is not None
