"""The pages of a tour's folder: the contents, and a page a step with the ways between them."""

from __future__ import annotations

import html
from typing import Any

from visualizer.offline.document import Draft, beside
from visualizer.offline.page import draft, shows
from visualizer.taking.taken import taken_of
from visualizer.tours.tour import Question, Step, Tour, Words
from visualizer.words.text import LANGUAGES, text

_OTHER = {"en": "ko", "ko": "en"}


def index(tour: Tour) -> str:
    """Return the page that opens the folder: the contents in every language."""
    parts = "".join(
        f'<div lang="{lang}"><h2><a href="{lang}/index.html">{_said(tour.title, lang)}</a></h2>'
        f"{_listed(tour, lang, f'{lang}/')}</div>"
        for lang in LANGUAGES
    )
    title = " · ".join(tour.title.text(lang) for lang in LANGUAGES)
    both = Draft(title, "", (), (), "en", above=f'<div class="beside">{parts}</div>')
    return beside(both, "shared")


def contents(tour: Tour, lang: str) -> str:
    """Return the contents in one language: each step's title and text."""
    chapters = "".join(
        f'<h2><a href="{at + 1}.html">{at + 1}. {_said(step.title, lang)}</a></h2>'
        f"<p>{_said(step.text, lang)}</p>"
        for at, step in enumerate(tour.steps)
    )
    ways = f'<nav class="ways">{_language("index.html", lang)}</nav>'
    return beside(
        Draft(tour.title.text(lang), "", (), (), lang, above=ways + chapters), "../shared"
    )


def step_page(tour: Tour, at: int, lang: str) -> str:
    """Return the page of the step ``at``, counted from 0."""
    step = tour.steps[at]
    above = _ways(tour, at, lang) + _words(step, lang)
    below = _question(step.question, lang) if step.question is not None else ""
    title = f"{at + 1}. {step.title.text(lang)}"
    settings = _settings(step)
    if settings is None:
        made = Draft(title, "", (), (), lang, above=above, below=below)
    else:
        page = draft(step.page, settings, lang)
        made = Draft(
            title, "", page.light, page.dark, lang, above=above, below=below, moves=_moves(step)
        )
    return beside(made, "../shared")


def _settings(step: Step) -> Any:
    """Return the settings of what a step shows; None where it can show nothing here."""
    if shows(step.page) is None:
        return None
    settings = step.entry.lesson.parse(dict(step.query))[0]
    taken = taken_of(step.page)
    refused = taken is not None and taken.refused is not None and taken.refused(settings)
    return None if refused else settings


def _moves(step: Step) -> dict[str, Any]:
    """Return what the player does, as its script knows it."""
    if step.stage is None:
        return {}
    stage = step.stage
    moves: dict[str, Any] = {"play": 0, "speed": stage.speed}
    if stage.to is not None:
        moves["to"] = stage.to
    return {**moves, "light": {role: dict(cells) for role, cells in stage.light.items()}}


def _said(words: Words, lang: str) -> str:
    """Return words of the tour as HTML, with the language that they are in where it is another."""
    escaped, code = html.escape(words.text(lang)), words.language(lang)
    return f'<span lang="{code}">{escaped}</span>' if code and code != lang else escaped


def _word(key: str, lang: str) -> str:
    return html.escape(text(key, lang))


def _listed(tour: Tour, lang: str, folder: str) -> str:
    rows = "".join(
        f'<li><a href="{folder}{at + 1}.html">{_said(step.title, lang)}</a></li>'
        for at, step in enumerate(tour.steps)
    )
    return f"<ol>{rows}</ol>"


def _language(file: str, lang: str) -> str:
    """Return the link to the same page in the other language, named in that language."""
    other = _OTHER[lang]
    name = html.escape(text("site.language", other))
    return f'<a class="way" href="../{other}/{file}" lang="{other}" hreflang="{other}">{name}</a>'


def _ways(tour: Tour, at: int, lang: str) -> str:
    ways = [f'<a class="way" href="index.html">{_word("site.contents", lang)}</a>']
    for word, to, rel in (("back", at - 1, "prev"), ("next", at + 1, "next")):
        if 0 <= to < len(tour.steps):
            name = _word(f"tour.{word}", lang)
            ways.append(f'<a class="way" rel="{rel}" href="{to + 1}.html">{name}</a>')
    count = html.escape(text("tour.place", lang, step=at + 1, steps=len(tour.steps)))
    ways.append(f"<span>{count}</span>")
    ways.append(_language(f"{at + 1}.html", lang))
    return f'<nav class="ways">{"".join(ways)}</nav>\n'


def _words(step: Step, lang: str) -> str:
    said = f"<p>{_said(step.text, lang)}</p>"
    if step.try_ is not None:
        said += (
            f'<p class="quiet"><strong>{_word("site.try", lang)}</strong>'
            f" {_said(step.try_, lang)}</p>"
        )
    if step.stage is not None and step.stage.to is not None:
        said += f'<button type="button" id="show">{_word("tour.show", lang)}</button>\n'
    return said


def _question(question: Question, lang: str) -> str:
    """Return a question with its answer one tap away, in the page's own HTML."""
    choices = "".join(f"<li>{_said(choice, lang)}</li>" for choice in question.choices)
    right = _said(question.choices[question.answer], lang)
    why = f" {_said(question.why, lang)}" if question.why is not None else ""
    return (
        f"<h2>{_word('tour.question', lang)}</h2><p>{_said(question.text, lang)}</p>"
        f"<ul>{choices}</ul><details><summary>{_word('site.answer', lang)}</summary>"
        f"<p><strong>{right}</strong>{why}</p></details>\n"
    )
