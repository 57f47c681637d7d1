"""What the AlexNet page keeps for all readers, and what it asks of a module that is not loaded."""

from __future__ import annotations

import gc
import sys
import weakref
from types import ModuleType

import pytest

from visualizer.lessons.alexnet.parts import answers
from visualizer.lessons.alexnet.parts.answers import SharedTable


class Result:
    """Held by a circle, as a page's run holds what it has worked out."""

    def __init__(self) -> None:
        self.me = self


def test_results_that_were_dropped_go_though_circles_hold_them() -> None:
    table = SharedTable(2, collects=2)
    made = []
    gc.disable()
    try:
        for number in range(4):
            result = Result()
            made.append(weakref.ref(result))
            table.put(("result", number), result)
        del result
        table.put(("result", 4), Result())
        table.put(("result", 5), Result())
        assert [each() is None for each in made] == [True] * 4
    finally:
        gc.enable()


def test_a_network_that_another_page_is_importing_is_not_loaded_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "visualizer.alexnet.weights.registry"
    monkeypatch.setitem(sys.modules, name, ModuleType(name))
    assert not answers.is_loaded()
    monkeypatch.delitem(sys.modules, name)
    assert not answers.is_loaded()
