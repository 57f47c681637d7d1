"""No address and no hand reaches an impossible convolution; what is possible is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.settings.cases import settle, settled, wishes
from visualizer import engine
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.rules import axes, steps
from visualizer.lessons.convolution.settings import LARGEST_OUTPUT, ConvolutionSettings
from visualizer.settings.messages import notice_sentence
from visualizer.settings.parameters import IntParameter, Value
from visualizer.settings.rules import Bounds

NAMES = st.sampled_from(LESSON.names) | st.just("conv_colour") | st.text(max_size=8)
STRINGS = (
    st.text(max_size=12)
    | st.integers(-2, 40).map(str)
    | st.sampled_from(
        (
            "same",
            "valid",
            "reflect",
            "circular",
            "custom",
            "upload",
            "random",
            "1_2~3_4",
            "z0.1.1.1.A",
        )
    )
)
WHOLE = [p.field for p in LESSON.parameters if isinstance(p, IntParameter)]


def check_possible(settings: ConvolutionSettings) -> None:
    example = build(settings)
    down, across = axes(settings)
    assert example.trace.output.shape == (settings.filters, down.output, across.output)
    assert max(example.trace.output.shape[1:]) <= LARGEST_OUTPUT
    assert 0 <= settings.step < steps(settings)
    assert 0 <= settings.opened < settings.weight_count
    if settings.learns:
        assert steps(settings) == settings.descents + 1
        return
    shown = flow(LESSON.rewound(settings)).trace if settings.runs_back else example.trace
    assert shown.steps == steps(settings)


@given(st.dictionaries(NAMES, STRINGS, max_size=9))
def test_every_address_gives_a_convolution(query: dict[str, str]) -> None:
    settings, notices = LESSON.parse(query)
    assert set(settings.values()) == set(LESSON.names)
    check_possible(settings)
    for notice in notices:
        for lang in ("en", "ko"):
            assert notice_sentence(notice, lang)
    # Whatever of this lesson is not as asked is told.
    told = {notice.parameter for notice in notices}
    parameters = {parameter.name: parameter for parameter in LESSON.parameters}
    for name, written in query.items():
        parameter = parameters.get(name)
        if parameter is None:
            assert name in told or not name.startswith("conv_")
        elif parameter.field in LESSON.relevant(settings) and name not in told:
            assert parameter.parse(written) == settings.values()[name]


@given(wishes(LESSON))
def test_settling_once_is_enough_and_the_address_comes_back(wished: ConvolutionSettings) -> None:
    settings, _ = LESSON.settle(wished)
    check_possible(settings)
    assert LESSON.settle(settings) == (settings, [])
    again, notices = LESSON.parse(LESSON.format(settings))
    if settings.input == "upload" and not settings.data:
        assert [notice.code for notice in notices] == ["upload_missing"]
    else:
        assert (again, notices) == (settings, [])


@given(settled(LESSON), st.data())
def test_every_value_within_the_bounds_is_possible_as_it_is(
    settings: ConvolutionSettings, data: st.DataObject
) -> None:
    field = data.draw(st.sampled_from(sorted(set(WHOLE) & LESSON.relevant(settings))))
    bound = LESSON.bounds(settings)[field]
    assert bound.low <= getattr(settings, field) <= bound.high
    wished: Value
    if bound.choices:
        wished = data.draw(st.sampled_from(bound.choices))
    else:
        low, high = int(bound.low), int(bound.high)
        wished = data.draw(st.sampled_from((low, high)) | st.integers(low, high))
    moved, notices = LESSON.settle(settings.changed(**{field: wished}))
    assert getattr(moved, field) == wished
    check_possible(moved)
    # Channels and filters push the groups, the one thing they collide with, and typed grids.
    assert {notice.code for notice in notices} <= {"groups", "grid_refitted", "too_many_typed"}


def test_the_first_picture_has_edges_that_the_kernel_finds() -> None:
    settings, notices = LESSON.parse({})
    assert notices == []
    assert LESSON.format(settings) == {}
    trace = build(settings).trace
    assert trace.input.astype(int).tolist() == [
        [[0, 0, 1, 0, 0]] * 2 + [[1] * 5] + [[0, 0, 1, 0, 0]] * 2
    ]
    assert trace.output.astype(int).tolist() == [[[3, 0, -3], [2, 0, -2], [3, 0, -3]]]
    assert not trace.has_bias


def test_what_a_link_leaves_out_is_what_it_always_was() -> None:
    settings, _ = LESSON.parse({"conv_size": "5"})
    assert settings == LESSON.settle(LESSON.defaults())[0]
    # An empty address opens another example, so this one has to be named.
    assert LESSON.format(settings) == {"conv_input": "random", "conv_bias": "1"}
    assert LESSON.parse(LESSON.format(settings))[0] == settings
    trace = build(settings).trace
    assert trace.input.shape == (1, 5, 5)
    assert trace.weight.shape == (1, 1, 3, 3)
    assert trace.output.astype(int).tolist() == [[[1, 0, -6], [9, -4, -5], [7, -2, 3]]]


def test_a_kernel_that_does_not_fit_becomes_the_largest_that_does() -> None:
    settings, notices = LESSON.parse({"conv_kernel": "9", "conv_padding": "1"})
    assert settings.kernel == settings.kernel_w == 7
    assert [(n.code, n.parameter, n.value, n.used) for n in notices] == [
        ("fit", "conv_kernel", "9", "7")
    ]
    assert "9" in notice_sentence(notices[0], "en")
    assert "커널 크기" in notice_sentence(notices[0], "ko")


def test_a_dilation_gives_way_before_the_kernel() -> None:
    settings = settle(LESSON, kernel=3, dilation=4)
    assert (settings.kernel, settings.dilation) == (3, 2)


def test_same_padding_takes_stride_one() -> None:
    settings, notices = LESSON.parse({"conv_pad_kind": "same", "conv_stride": "3"})
    assert settings.stride == 1
    assert [n.code for n in notices] == ["same_stride"]
    assert LESSON.bounds(settings)["stride"] == Bounds(1, 1)
    assert "padding" not in LESSON.relevant(settings)


@pytest.mark.parametrize(("mode", "padding"), [("reflect", 2), ("circular", 3)])
def test_what_is_mirrored_or_wrapped_stays_within_the_picture(mode: str, padding: int) -> None:
    assert settle(LESSON, size=3, padding=5, mode=mode).padding == padding


def test_outputs_stay_within_what_can_be_played() -> None:
    settings, notices = LESSON.parse(
        {"conv_transposed": "1", "conv_size": "32", "conv_stride": "8", "conv_padding": "1"}
    )
    assert settings.stride == 1
    assert axes(settings)[0].output == 32
    assert [n.code for n in notices] == ["output_cap"]


def test_groups_share_equally() -> None:
    assert settle(LESSON, channels=3, filters=3, groups=2).groups == 1
    settings = settle(LESSON, channels=2, filters=4, groups=2)
    assert settings.groups == 2
    assert LESSON.bounds(settings)["groups"].choices == (1, 2)


def test_a_width_of_its_own_turns_the_rectangle_on() -> None:
    settings, notices = LESSON.parse({"conv_width": "9", "conv_kernel": "5"})
    assert notices == []
    assert settings.rect is True
    assert build(settings).trace.output.shape == (1, 1, 5)
    again, _ = LESSON.settle(settings.changed(rect=False))
    assert again.width == 5


def test_what_means_nothing_now_is_not_written() -> None:
    settings = settle(
        LESSON, bias=False, bias_value=7.0, output_padding=3, photo="x", data="1_2~3_4"
    )
    assert LESSON.format(settings) == {"conv_bias": "0"}


def test_a_widget_cannot_hold_more_decimals_than_the_address() -> None:
    assert settle(LESSON, bias_value=1.23456).bias_value == 1.23


def test_a_step_beyond_the_end_is_the_last_one_and_an_address_is_told() -> None:
    settings, notices = LESSON.parse({"conv_step": "500"})
    assert settings.step == 8
    assert [(n.code, n.parameter) for n in notices] == [("adjusted", "conv_step")]


def test_a_typed_grid_of_another_shape_is_refitted_and_said() -> None:
    settings, notices = LESSON.parse({"conv_preset": "custom", "conv_weights": "1_2~3_4"})
    assert [(n.code, n.value, n.used) for n in notices] == [("grid_refitted", "1×2×2", "1×3×3")]
    assert build(settings).weight[0, 0].tolist() == [[1, 2, 0], [3, 4, 0], [0, 0, 0]]
    _, notices = LESSON.parse({"conv_input": "custom", "conv_data": "1_2~x"})
    assert [n.code for n in notices] == ["bad_grid"]


def test_the_rules_know_the_sizes_of_the_engine() -> None:
    for kind, stride in (("number", 2), ("valid", 3), ("same", 1)):
        settings = settle(
            LESSON, size=13, kernel=4, dilation=2, padding=2, pad_kind=kind, stride=stride
        )
        padding = 2 if kind == "number" else kind
        assert axes(settings)[0].output == engine.conv_output_size(13, 4, stride, padding, 2)
    settings = settle(
        LESSON, size=6, kernel=4, stride=3, transposed=True, padding=1, output_padding=2
    )
    assert axes(settings)[0].output == engine.conv_transpose_output_size(6, 4, 3, 1, 2)
