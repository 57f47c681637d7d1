"""Shared links keep their meaning: what hundreds of addresses parse to, kept in addresses.json.

Each entry has the page, the query, the settings it parses to, the notices (code, parameter, value
asked for, what is allowed, value used) and the address that the page then writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from visualizer.lessons.alexnet import lesson as alexnet
from visualizer.lessons.registry import PAGES
from visualizer.settings.lesson import Lesson

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "addresses.json").read_text(encoding="utf-8")
)
# As many classes as when the addresses were written.
LESSONS: dict[str, Lesson[Any]] = {
    page.name: alexnet(200) if page.name == "alexnet" else page.lesson
    for page in PAGES
    if page.lesson is not None
}


def test_there_are_enough_of_every_lesson() -> None:
    pages = [case["page"] for case in CASES]
    assert len(pages) >= 200
    assert all(pages.count(page) >= 20 for page in LESSONS)


@pytest.mark.parametrize("page", LESSONS)
def test_every_address_parses_as_it_always_did(page: str) -> None:
    lesson = LESSONS[page]
    for case in CASES:
        if case["page"] != page:
            continue
        settings, notices = lesson.parse(case["query"])
        told = [[n.code, n.parameter, n.value, n.allowed, n.used] for n in notices]
        values = settings.values()
        assert {name: values[name] for name in case["values"]} == case["values"], case["query"]
        assert told == case["notices"], case["query"]
        # Settings that came later are not in the address: they stay as by default, or follow.
        assert lesson.format(settings) == case["address"], case["query"]
