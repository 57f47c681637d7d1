"""A stage written down for the browser: named by what it shows, once for all readers."""

from __future__ import annotations

import json

from visualizer.figures.still import PHONE
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.scene import drawn
from visualizer.lessons.pooling import LESSON as POOLING
from visualizer.lessons.pooling.scene import drawn as drawn_pooling


def test_the_same_example_is_drawn_once_for_all() -> None:
    one, _ = LESSON.parse({"conv_seed": "3", "conv_input": "random", "conv_step": "2"})
    other, _ = LESSON.parse({"conv_seed": "3", "conv_input": "random", "conv_step": "4"})
    assert LESSON.rewound(one) == LESSON.rewound(other) != one
    assert build(LESSON.rewound(one)) is build(LESSON.rewound(other))
    made = drawn(LESSON.rewound(one), False, "en", 0)
    assert drawn(LESSON.rewound(other), False, "en", 0) is made


def test_another_example_theme_or_language_has_another_name() -> None:
    settings = LESSON.opening()
    others = [
        drawn(settings, False, "en", 0),
        drawn(settings, True, "en", 0),
        drawn(settings, False, "ko", 0),
        drawn(settings.changed(seed=9, input="random"), False, "en", 0),
        # Here the titles alone differ from language to language.
        drawn_pooling(POOLING.opening(), False, "en", 0),
        drawn_pooling(POOLING.opening(), False, "ko", 0),
    ]
    assert len({still.chart.identity for still in others}) == len(others)
    for still in others:
        assert json.loads(still.chart.json)["layout"]["meta"]["id"] == still.chart.identity


def test_a_phone_gets_the_height_of_its_layout() -> None:
    still = drawn(LESSON.opening(), False, "en", 0)
    layouts = {one["width"]: one["height"] for one in json.loads(still.data)["layouts"]}
    phones = sorted((width for width in layouts if width < PHONE), reverse=True)
    assert [height for _, height in still.heights] == [layouts[width] for width in phones]
    windows = [window for window, _ in still.heights]
    assert windows == sorted(windows, reverse=True)
    # A window is as wide as the column and its two margins of 16 pixels.
    for (window, _), wider in zip(still.heights[1:], phones, strict=False):
        assert window == wider + 31
