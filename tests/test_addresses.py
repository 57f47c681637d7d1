"""Shared links keep their meaning: what hundreds of addresses parse to, kept in addresses.json.

Each entry has the page, the query, the settings it parses to, the notices (code, parameter, value
asked for, what is allowed, value used) and the address that the page then writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from visualizer.lessons.activation import settings as activation
from visualizer.lessons.alexnet import settings as alexnet
from visualizer.lessons.architecture import settings as architecture
from visualizer.lessons.convolution import settings as convolution
from visualizer.lessons.dense import settings as dense
from visualizer.lessons.dropout import settings as dropout
from visualizer.lessons.pooling import settings as pooling

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "addresses.json").read_text(encoding="utf-8")
)
LESSONS = {
    "convolution": convolution.LESSON,
    "activation": activation.LESSON,
    "pooling": pooling.LESSON,
    "dropout": dropout.LESSON,
    "dense": dense.LESSON,
    "architecture": architecture.LESSON,
    "alexnet": alexnet.lesson(200),
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
        values, notices = lesson.parse(case["query"])
        told = [[n.code, n.parameter, n.value, n.allowed, n.used] for n in notices]
        assert values == case["values"], case["query"]
        assert told == case["notices"], case["query"]
        assert lesson.format(values) == case["address"], case["query"]
