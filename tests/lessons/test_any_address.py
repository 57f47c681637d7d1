"""Any address opens its lesson: nothing raises, settings come back, every notice is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.learning import check
from visualizer.lessons.activation import example as activation
from visualizer.lessons.convolution import example as convolution
from visualizer.lessons.convolution.backward.flow import flow as convolution_flow
from visualizer.lessons.convolution.learns.run import learning as convolution_learning
from visualizer.lessons.convolution.learns.run import unmoved
from visualizer.lessons.convolution.shape import shape_story as convolution_story
from visualizer.lessons.dense import example as dense
from visualizer.lessons.dropout import example as dropout
from visualizer.lessons.pooling import example as pooling
from visualizer.lessons.pooling.backward.flow import flow as pooling_flow
from visualizer.lessons.pooling.shape import shape_story as pooling_story
from visualizer.lessons.registry import PAGES, PageEntry
from visualizer.lessons.training import example as training
from visualizer.settings.messages import notice_sentence
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
)

LESSONS = [page for page in PAGES if page.lesson]
FOREIGN = ("", "x", "-1", "1e3", "99999999999", "٥", "nan", "inf", "0x5", "<b>", "[a](b)", "1_2~3")
GRIDS = (
    "1_2_3~4_5_6~7_8_9",
    "0.5_-0.25~0_1",
    "7",
    "1_2~3",
    "z0.1.2.2.AAAA",
    "1_2~~3_4",
    "999_-999",
)
STACKS = (
    "lenet5",
    "tiny",
    "1-3x16-c4k3-relu-max2-flat-fc5",
    "1-1x8-c4k9",
    "1-3x9999",
    "2-3x8",
    "-",
)


def compute(name: str, settings: Any) -> None:
    """Compute and tell what a lesson shows first."""
    if name == "convolution":
        example = convolution.build(settings)
        if settings.learns:
            assert np.isfinite(convolution_learning(unmoved(settings)).descent.losses).all()
        else:
            trace = convolution_flow(settings).trace if settings.runs_back else example.trace
            assert 0 <= settings.step < trace.steps
        convolution_story(example, "ko")
    elif name == "pooling":
        pooled = pooling.build(settings)
        forward = settings.pass_ == "forward"
        assert 0 <= settings.step < (pooled if forward else pooling_flow(settings)).trace.steps
        pooling_story(pooled, settings.neurons, "ko")
    elif name == "activation" and settings.kind != "softmax":
        activation.chain(settings.kind, settings.slope, settings.layers)
    elif name == "dropout":
        assert len(dropout.build(settings).dropped.output) == settings.outputs
    elif name == "dense":
        assert settings.output < len(dense.build(settings).y)
    elif name == "training":
        for one in training.trainings(settings):
            check(one)
    elif name == "architecture":
        assert len(settings.network.walk().steps) >= settings.step


def written(parameter: Parameter) -> st.SearchStrategy[str]:
    """Strings for one parameter: mostly values of its kind, sometimes anything."""
    kinds: dict[type[Parameter], Callable[[Any], st.SearchStrategy[str]]] = {
        IntParameter: lambda p: st.integers(p.low - 1, min(p.high, p.low + 12) + 1).map(str),
        FloatParameter: lambda p: st.floats(p.low, p.high).map(lambda v: f"{v:.{p.decimals}f}"),
        ChoiceParameter: lambda p: st.sampled_from(p.choices),
        FlagParameter: lambda p: st.sampled_from(("0", "1", "true", "off")),
    }
    own = kinds.get(type(parameter), lambda p: st.sampled_from((*GRIDS, *STACKS)))(parameter)
    return own | own | own | st.sampled_from(FOREIGN) | st.text(max_size=12)


def addresses(entry: PageEntry) -> st.SearchStrategy[dict[str, str]]:
    """Addresses of a lesson: its own names, misspelt ones, another lesson's."""
    own = {p.name: written(p) for p in entry.lesson.parameters}
    others = st.dictionaries(
        st.sampled_from(("conv_size", "lang", f"{entry.prefix}_", f"{entry.prefix}_colour", "x")),
        st.text(max_size=8),
        max_size=2,
    )
    return st.tuples(st.fixed_dictionaries({}, optional=own), others).map(lambda p: p[1] | p[0])


@pytest.mark.parametrize("entry", LESSONS, ids=lambda page: page.name)
@given(data=st.data())
def test_any_address_opens_its_lesson(entry: PageEntry, data: st.DataObject) -> None:
    query = data.draw(addresses(entry))
    lesson = entry.lesson
    settings, notices = lesson.parse(query)
    assert lesson.settle(settings)[0] == settings
    address = lesson.format(settings)
    again, told = lesson.parse(address)
    if "upload" not in address.values():  # a picture without its numbers stays behind
        assert (again, told) == (settings, [])
    for notice in notices:
        for lang in ("en", "ko"):
            assert notice_sentence(notice, lang)
    compute(entry.name, settings)
