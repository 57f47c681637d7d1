"""Predict, then reveal: questions about an example, their usual mistakes, and series of ten.

A lesson's questions lie in its folder ``questions``, whose ``bank.py`` holds the ``BANK``; here is
what all lessons share: what a question is, how an answer is judged, how a seed becomes ten
questions that are the same for everyone who has the link. No Streamlit and no Plotly.
"""

from visualizer.asking.judging import Verdict, judge
from visualizer.asking.links import Link, LinkError
from visualizer.asking.question import Choice, Mistake, Question, Said, question
from visualizer.asking.series import (
    LEVELS,
    TEN,
    Bank,
    Kind,
    about,
    bank_of,
    has_questions,
    series,
    series_about,
)

__all__ = [
    "LEVELS",
    "TEN",
    "Bank",
    "Choice",
    "Kind",
    "Link",
    "LinkError",
    "Mistake",
    "Question",
    "Said",
    "Verdict",
    "about",
    "bank_of",
    "has_questions",
    "judge",
    "question",
    "series",
    "series_about",
]
