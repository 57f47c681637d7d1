"""No address and no hand reaches an impossible convolution; what is possible is left alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.cases import settings_, wishes
from visualizer import engine
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.rules import LARGEST_OUTPUT, axes, steps
from visualizer.lessons.convolution.settings import LESSON
from visualizer.settings.lesson import Bounds
from visualizer.settings.messages import notice_sentence
from visualizer.settings.parameters import IntParameter, Values

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


def check_possible(values: Values) -> None:
    example = build(values)
    down, across = axes(values)
    assert example.trace.output.shape == (values["conv_filters"], down.output, across.output)
    assert max(example.trace.output.shape[1:]) <= LARGEST_OUTPUT
    assert 0 <= int(values["conv_step"]) < example.trace.steps == steps(values)


@given(st.dictionaries(NAMES, STRINGS, max_size=9))
@settings(deadline=None, max_examples=150)
def test_every_address_gives_a_convolution(query: dict[str, str]) -> None:
    values, notices = LESSON.parse(query)
    assert set(values) == set(LESSON.names)
    check_possible(values)
    for notice in notices:
        for lang in ("en", "ko"):
            assert notice_sentence(notice, lang)
    # Whatever of this lesson is not as asked is told.
    told = {notice.parameter for notice in notices}
    for name, written in query.items():
        if name in values and name in LESSON.relevant(values) and name not in told:
            assert LESSON[name].parse(written) == values[name]
        if name.startswith("conv_") and name not in values:
            assert name in told


@given(wishes())
@settings(deadline=None, max_examples=120)
def test_settling_once_is_enough_and_the_address_comes_back(wished: Values) -> None:
    values, _ = LESSON.settle(wished)
    check_possible(values)
    assert LESSON.settle(values) == (values, [])
    query = LESSON.format(values)
    expected, notices = LESSON.parse(query)
    if values["conv_input"] == "upload" and not values["conv_data"]:
        assert [notice.code for notice in notices] == ["upload_missing"]
    else:
        assert (expected, notices) == (values, [])


@given(settings_(), st.data())
@settings(deadline=None, max_examples=120)
def test_every_value_within_the_bounds_is_possible_as_it_is(
    values: Values, data: st.DataObject
) -> None:
    bounds = LESSON.bounds(values)
    name = data.draw(
        st.sampled_from([p.name for p in LESSON.parameters if isinstance(p, IntParameter)])
    )
    if name not in LESSON.relevant(values):
        return
    bound = bounds[name]
    assert bound.low <= int(values[name]) <= bound.high
    if bound.choices:
        wished = data.draw(st.sampled_from(bound.choices))
    else:
        low, high = int(bound.low), int(bound.high)
        wished = data.draw(st.sampled_from((low, high)) | st.integers(low, high))
    settled, notices = LESSON.settle({**values, name: wished})
    assert settled[name] == wished
    check_possible(settled)
    # Channels and filters push the groups, the one thing they collide with, and typed grids.
    assert {notice.code for notice in notices} <= {"groups", "grid_refitted"}


def test_the_first_picture() -> None:
    values, notices = LESSON.parse({})
    assert notices == []
    assert LESSON.format(values) == {}
    trace = build(values).trace
    assert trace.input.shape == (1, 5, 5)
    assert trace.weight.shape == (1, 1, 3, 3)
    assert trace.output.astype(int).tolist() == [[[1, 0, -6], [9, -4, -5], [7, -2, 3]]]


def settled(**wished: int | str | bool) -> Values:
    return LESSON.settle({f"conv_{name}": value for name, value in wished.items()})[0]


def test_a_kernel_that_does_not_fit_becomes_the_largest_that_does() -> None:
    values, notices = LESSON.parse({"conv_kernel": "9", "conv_padding": "1"})
    assert values["conv_kernel"] == values["conv_kernel_w"] == 7
    assert [(n.code, n.parameter, n.value, n.used) for n in notices] == [
        ("fit", "conv_kernel", "9", "7")
    ]
    assert "9" in notice_sentence(notices[0], "en")
    assert "커널 크기" in notice_sentence(notices[0], "ko")


def test_a_dilation_gives_way_before_the_kernel() -> None:
    values = settled(kernel=3, dilation=4)
    assert (values["conv_kernel"], values["conv_dilation"]) == (3, 2)


def test_same_padding_takes_stride_one() -> None:
    values, notices = LESSON.parse({"conv_pad_kind": "same", "conv_stride": "3"})
    assert values["conv_stride"] == 1
    assert [n.code for n in notices] == ["same_stride"]
    assert LESSON.bounds(values)["conv_stride"] == Bounds(1, 1)
    assert "conv_padding" not in LESSON.relevant(values)


def test_reflection_stays_within_the_picture() -> None:
    assert settled(size=3, padding=5, mode="reflect")["conv_padding"] == 2
    assert settled(size=3, padding=5, mode="circular")["conv_padding"] == 3


def test_outputs_stay_within_what_can_be_played() -> None:
    values, notices = LESSON.parse(
        {"conv_transposed": "1", "conv_size": "32", "conv_stride": "8", "conv_padding": "1"}
    )
    assert values["conv_stride"] == 1
    assert axes(values)[0].output == 32
    assert [n.code for n in notices] == ["output_cap"]


def test_groups_share_equally() -> None:
    assert settled(channels=3, filters=3, groups=2)["conv_groups"] == 1
    values = settled(channels=2, filters=4, groups=2)
    assert values["conv_groups"] == 2
    assert LESSON.bounds(values)["conv_groups"].choices == (1, 2)


def test_a_width_of_its_own_turns_the_rectangle_on() -> None:
    values, notices = LESSON.parse({"conv_width": "9", "conv_kernel": "5"})
    assert notices == []
    assert values["conv_rect"] is True
    assert build(values).trace.output.shape == (1, 1, 5)
    again, _ = LESSON.settle({**values, "conv_rect": False})
    assert again["conv_width"] == 5


def test_what_means_nothing_now_is_not_written() -> None:
    values = settled(bias=False, bias_value=7.0, output_padding=3, photo="x", data="1_2~3_4")
    assert LESSON.format(values) == {"conv_bias": "0"}


def test_a_widget_cannot_hold_more_decimals_than_the_address() -> None:
    assert settled(bias_value=1.23456)["conv_bias_value"] == 1.23


def test_a_step_beyond_the_end_is_the_last_one_and_an_address_is_told() -> None:
    values, notices = LESSON.parse({"conv_step": "500"})
    assert values["conv_step"] == 8
    assert [(n.code, n.parameter) for n in notices] == [("adjusted", "conv_step")]


def test_a_typed_grid_of_another_shape_is_refitted_and_said() -> None:
    values, notices = LESSON.parse({"conv_preset": "custom", "conv_weights": "1_2~3_4"})
    assert [(n.code, n.value, n.used) for n in notices] == [("grid_refitted", "1×2×2", "1×3×3")]
    assert build(values).weight[0, 0].tolist() == [[1, 2, 0], [3, 4, 0], [0, 0, 0]]
    values, notices = LESSON.parse({"conv_input": "custom", "conv_data": "1_2~x"})
    assert [n.code for n in notices] == ["bad_grid"]


def test_the_rules_know_the_sizes_of_the_engine() -> None:
    for kind, stride in (("number", 2), ("valid", 3), ("same", 1)):
        values = settled(size=13, kernel=4, dilation=2, padding=2, pad_kind=kind, stride=stride)
        padding = 2 if kind == "number" else kind
        assert axes(values)[0].output == engine.conv_output_size(13, 4, stride, padding, 2)
    values = settled(size=6, kernel=4, stride=3, transposed=True, padding=1, output_padding=2)
    assert axes(values)[0].output == engine.conv_transpose_output_size(6, 4, 3, 1, 2)
