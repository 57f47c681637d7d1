"""An example saved as JSON, or as a link, opens again the very same; what is no example says so."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import visualizer
from tests.taking.cases import OFFERED, state
from visualizer.lessons.activation.figure import curve
from visualizer.lessons.architecture.figures.drawing import Captions, network_figure
from visualizer.lessons.architecture.words import captions
from visualizer.lessons.convolution import scene as convolution
from visualizer.lessons.dense import scene as dense
from visualizer.lessons.dropout.example import build as dropout
from visualizer.lessons.dropout.figures.network import network
from visualizer.lessons.dropout.words import hover_texts, layer_names
from visualizer.lessons.pooling import scene as pooling
from visualizer.settings.sharing import Shared, link
from visualizer.taking.saved import MOST_BYTES, LoadError, parse, save
from visualizer.words.text import LANGUAGES

STATES = 200
FIGURES = range(0, STATES, 20)  # states whose picture is drawn twice: what is equal draws the same


def _curve(settings: Any) -> Any:
    found = OFFERED["activation"].arrays(settings)
    x, y = found["input"], found["output"]
    if settings.kind == "softmax":
        return [x.tolist(), y.tolist()]
    return curve(x, y, found["input_grad"], 0, ("f", "slope"), False).to_json()


def _network(settings: Any) -> Any:
    example = dropout(settings)
    names, hover = layer_names(example, "ko"), hover_texts(example, True, "ko")
    return network(
        example.dropped.after, example.weights, example.masks, names=names, hover=hover, limit=9,
        dark=True,
    ).to_json()  # fmt: skip


def _boxes(settings: Any) -> Any:
    walk = settings.network.walk()
    said = Captions(**captions(walk, "ko"))
    return network_figure(walk, said, dark=False, width=800, selected=None).to_json()


def _stage(drawn: Any) -> Callable[[Any], Any]:
    """Draw a stage past what is remembered: equal settings would be handed the same picture."""

    def figure(settings: Any) -> Any:
        still = drawn.__wrapped__(settings.changed(step=0), False, "ko", settings.step)
        return still.chart.json, still.data

    return figure


def _dense(settings: Any) -> Any:
    undone: Any = dense.drawn
    still = undone.__wrapped__(settings, True, "ko")
    return still.chart.json, still.data


DRAWN: dict[str, Callable[[Any], Any]] = {
    "convolution": _stage(convolution.drawn),
    "pooling": _stage(pooling.drawn),
    "dense": _dense,
    "activation": _curve,
    "dropout": _network,
    "architecture": _boxes,
}


@pytest.mark.parametrize("name", OFFERED)
def test_two_hundred_states_come_back_from_a_file_and_from_a_link(name: str) -> None:
    taken = OFFERED[name]
    seen = set()
    # In the order of their photos, so that AlexNet looks at each but once.
    states = sorted(
        ((seed, state(taken, seed)) for seed in range(STATES)), key=lambda s: repr(s[1])
    )
    for seed, settings in states:
        seen.add(settings)
        loaded = parse(save(taken, settings))
        assert (loaded.lesson, loaded.settings) == (name, settings)
        arrays = taken.arrays(settings)
        assert list(loaded.arrays) == list(arrays)
        for key, array in arrays.items():
            assert loaded.arrays[key].shape == array.shape
            np.testing.assert_array_equal(loaded.arrays[key], array)
        query = taken.lesson.format(settings)
        assert taken.lesson.parse(query) == (settings, [])
        if seed in FIGURES and name in DRAWN:
            assert DRAWN[name](settings) == DRAWN[name](loaded.settings)
    assert len(seen) > STATES // 2


def test_a_file_opens_the_example_that_a_link_opens(tmp_path: Path) -> None:
    taken = OFFERED["pooling"]
    settings = taken.lesson.parse({"pool_kind": "avg", "pool_size": "7", "pool_step": "3"})[0]
    file = tmp_path / "예제.json"
    file.write_text(save(taken, settings), encoding="utf-8")
    address = json.loads(file.read_text(encoding="utf-8"))["address"]
    assert link("/pooling", taken.lesson, settings, Shared(), step=True) == f"/pooling?{address}"
    for source in (
        file,
        str(file),
        io.BytesIO(file.read_bytes()),
        io.StringIO(save(taken, settings)),
    ):
        loaded = visualizer.load(source)
        assert (loaded.settings, loaded.agrees) == (settings, True)
    assert loaded.arrays["output"].shape == (1, 3, 3)


def test_other_numbers_in_a_file_are_noticed() -> None:
    taken = OFFERED["dense"]
    content = json.loads(save(taken, taken.lesson.opening()))
    content["arrays"]["bias"]["values"][0] += 1
    loaded = parse(json.dumps(content))
    assert not loaded.agrees
    assert loaded.settings == taken.lesson.opening()


def changed(**values: Any) -> str:
    """Return a saved example with other entries at its top."""
    taken = OFFERED["convolution"]
    return json.dumps(json.loads(save(taken, taken.lesson.opening())) | values)


def array(shape: Any, values: Any) -> dict[str, Any]:
    """Return an entry for arrays."""
    return {"arrays": {"input": {"shape": shape, "values": values}}}


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "take.no_json"),
    "binary": (b"\xff\xfe\x00\x01", "take.no_json"),
    "deep": ("[" * 100_000, "take.no_json"),
    "large": ("x" * (MOST_BYTES + 1), "take.too_large"),
    "list": ("[1, 2]", "take.no_example"),
    "notebook": ('{"cells": [], "nbformat": 4}', "take.no_example"),
    "version": (changed(version=2), "take.other_version"),
    "home": (changed(lesson="home"), "take.no_lesson"),
    "unhashable": (changed(lesson=["convolution"]), "take.no_lesson"),
    "no settings": (changed(settings=[]), "take.no_settings"),
    "number": (changed(settings={"conv_size": 5}), "take.no_settings"),
    "foreign": (changed(settings={"pool_size": "5"}), "take.foreign_setting"),
    "range": (changed(settings={"conv_size": "9999"}), "take.bad_settings"),
    "together": (changed(settings={"conv_size": "3", "conv_kernel": "11"}), "take.bad_settings"),
    "no arrays": (changed(arrays=None), "take.no_arrays"),
    "entry": (changed(arrays={"input": 5}), "take.bad_array"),
    "shape": (changed(**array([2, 2], [[1, 2], [3]])), "take.bad_array"),
    "flat": (changed(**array([2, 2], [1, 2, 3, 4])), "take.bad_array"),
    "minus": (changed(**array([-1], [1])), "take.bad_array"),
    "true": (changed(**array([1], [True])), "take.bad_array"),
    "words": (changed(**array([1], ["one"])), "take.bad_array"),
    "huge": (changed(**array([1], [10**400])), "take.bad_array"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_example_says_so_in_both_languages(case: str) -> None:
    data, key = BAD[case]
    with pytest.raises(LoadError) as caught:
        parse(data)
    assert caught.value.key == key
    sentences = [caught.value.sentence(lang) for lang in LANGUAGES]
    assert len(set(sentences)) == len(LANGUAGES)
    assert str(caught.value) == sentences[0]


def test_foreign_text_in_a_file_stays_text() -> None:
    with pytest.raises(LoadError) as caught:
        parse(changed(lesson="[a](http://b) <b>"))
    assert "`[a](http://b) <b>`" in caught.value.sentence("en")


def test_no_numbers_are_kept() -> None:
    taken = OFFERED["pooling"]
    empty = {"pool_size": "3", "pool_kernel": "2", "pool_padding": "1", "pool_dilation": "4"}
    settings = taken.lesson.parse(empty)[0]
    output = taken.arrays(settings)["output"]
    loaded = parse(save(taken, settings))
    np.testing.assert_array_equal(loaded.arrays["output"], output)
    extremes = np.array([np.inf, -np.inf, np.nan, -0.0, 1e300, 0.1, 2.0**53 + 2])
    content = json.loads(save(taken, settings))
    content["arrays"] = {"x": {"shape": [7], "values": ["inf", "-inf", "nan", -0.0, 1e300, 0.1,
                                                         2.0**53 + 2]}}  # fmt: skip
    read = parse(json.dumps(content)).arrays["x"]
    np.testing.assert_array_equal(read, extremes)
    assert np.signbit(read[3])


def test_visualizer_alone_loads_nothing() -> None:
    program = "import sys, visualizer; assert 'numpy' not in sys.modules; print(visualizer.load)"
    root = Path(visualizer.__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False
    )
    assert "function load" in run.stdout, run.stderr
    with pytest.raises(AttributeError, match="nothing"):
        visualizer.nothing  # noqa: B018
