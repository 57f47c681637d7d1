"""A page to save: one file that asks nobody, of a known size, whole in both languages."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import numpy as np
import pytest

from tests.taking.cases import OFFERED, state
from visualizer.figures.packing import unpack
from visualizer.lessons.dropout.example import build as dropout
from visualizer.lessons.registry import HOME, PAGES
from visualizer.notation import number
from visualizer.offline import bundle
from visualizer.offline.document import alone
from visualizer.offline.page import draft, page, shows, size
from visualizer.offline.pieces import Live, flat
from visualizer.words.text import LANGUAGES, text

LESSONS = [entry.name for entry in PAGES if entry is not HOME]
QUICK = [name for name in LESSONS if name != "alexnet"]  # whose network takes a while
MOST_BYTES = 6_000_000
_ADDRESSES = ("src", "href", "action", "poster", "data", "srcset", "formaction", "background")


class _Read(HTMLParser):
    """What of a page is looked at: addresses, what scripts and styles hold, its words."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.held: dict[str, list[str]] = {}
        self.scripts = 0
        self.words = ""
        self._in = ""
        self._id = ""
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in, self._id = tag, given.get("id") or tag
        self.scripts += tag == "script"
        self.addresses += [given[name] or "" for name in _ADDRESSES if name in given]

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in ("script", "style"):
            self.held.setdefault(self._id, []).append(data)
        else:
            self.words += data


def content(written: str) -> Any:
    """Return the data of a page."""
    return json.loads("".join(_Read(written).held["content"]))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_a_page_asks_nobody_is_small_and_is_in_its_language(name: str, lang: str) -> None:
    settings = state(OFFERED[name], 0)
    written = page(name, settings, lang)
    found = _Read(written)
    assert all(address.startswith("data:image/") for address in found.addresses)
    for style in found.held["style"]:
        assert "@import" not in style
        assert all(each.startswith('"data:') for each in re.findall(r"url\((.{6})", style))
    assert "default-src 'none'" in written
    assert "connect-src" not in written
    weighs = len(written.encode())
    assert weighs < MOST_BYTES
    assert size(name, settings, False, lang) == pytest.approx(weighs, rel=0.1)
    lesson = OFFERED[name].lesson
    assert text(f"{lesson.prefix}.title", lang) in found.words
    assert text(f"{lesson.prefix}.lead", lang) in found.words
    assert f'<html lang="{lang}">' in written
    # What stands in a script's string does not end it.
    assert found.scripts == written.count("</script>")


def test_the_largest_stage_stays_below_the_limit() -> None:
    lesson = OFFERED["convolution"].lesson
    settings = lesson.parse({"conv_input": "random", "conv_size": "32"})[0]
    assert len(page("convolution", settings, "ko").encode()) < MOST_BYTES


@pytest.mark.parametrize("name", QUICK)
def test_any_example_makes_a_page_in_both_themes(name: str) -> None:
    for seed in range(10):
        lang = LANGUAGES[seed % 2]
        made = draft(name, state(OFFERED[name], seed), lang)
        sent = content(alone(made))
        assert sent["light"].keys() == sent["dark"].keys()
        for kind in ("figures", "components", "data"):
            assert sent["light"][kind].keys() == sent["dark"][kind].keys()
        used = {piece.component for piece in flat(made.light) if isinstance(piece, Live)}
        assert used <= set(bundle.COMPONENTS)


def test_the_curve_and_the_point_are_the_engines() -> None:
    taken = OFFERED["activation"]
    seen = 0
    for seed in range(40):
        settings = state(taken, seed)
        if settings.kind == "softmax":
            continue
        data = content(page("activation", settings, "en"))["light"]["data"]["act_player"]
        arrays = taken.arrays(settings)
        for name, packed in (("input", "x"), ("output", "y"), ("input_grad", "slope")):
            assert np.array_equal(unpack(data[packed]), arrays[name]), name
        assert unpack(data["x"])[data["at"]] == pytest.approx(settings.x, abs=0.005)
        seen += 1
        if seen == 10:
            return
    pytest.fail("too few curves were drawn")


def test_neurons_say_the_engines_numbers() -> None:
    for seed in range(10):
        settings = state(OFFERED["dropout"], seed)
        figures = content(page("dropout", settings, "ko"))["light"]["figures"]
        example = dropout(settings)
        for key, run in (("drop_whole", example.whole), ("drop_stage", example.shown)):
            drawn = str(json.loads(figures[key])["data"])
            for layer in run.after:
                for value in layer:
                    assert number(float(value)) in drawn


def test_every_layer_of_an_architecture_is_listed() -> None:
    for seed in range(10):
        settings = state(OFFERED["architecture"], seed)
        words = _Read(page("architecture", settings, "en")).words
        for step in settings.network.walk().steps:
            assert step.name in words
            assert number(step.parameters) in words


def test_data_cannot_end_its_element() -> None:
    hostile = {"said": "</script><!-- <script>"}
    written = bundle.data(hostile)
    assert "<" not in written
    assert json.loads(written) == hostile


def test_a_page_without_a_lesson_has_none_to_save() -> None:
    assert shows("home") is None
    with pytest.raises(KeyError):
        shows("nothing")
