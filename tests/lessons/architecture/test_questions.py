"""Questions about networks: answers are torch's, and mistakes are what they claim to be."""

from __future__ import annotations

import math
from collections import Counter
from typing import cast

import torch

from tests.asking.cases import questions
from tests.asking.torch_layers import check_field, check_parameters, check_shape, learned, module_of
from visualizer.asking import Question, about, bank_of
from visualizer.engine.network.layers import Conv, Linear
from visualizer.engine.network.walk import Step, Walk
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.settings import ArchitectureSettings

NAME = "architecture"


def of_kind(*kinds: str) -> list[tuple[Question, Walk, Step]]:
    found = []
    for question in questions("architecture"):
        if question.kind in kinds:
            settings = cast(ArchitectureSettings, question.settings)
            walk = settings.network.walk()
            found.append((question, walk, walk.steps[settings.layer]))
    return found


def test_there_are_a_thousand_and_every_usual_mistake_is_among_them() -> None:
    assert len(questions("architecture")) >= 1000
    made = Counter(
        (q.kind, mistake.name) for q in questions("architecture") for mistake in q.mistakes
    )
    for kind in bank_of(NAME).kinds:
        assert sum(1 for each in made if each[0] == kind.name) >= 2, kind.name
    for name in ("rounded", "padding_once", "dilation_as_stride", "groups_ignored", "maps_fewer"):
        assert any(each[1] == name for each in made), name


def test_the_shape_behind_a_layer() -> None:
    for question, _, step in of_kind("shape"):
        check_shape(question, step)


def test_what_a_layer_learns() -> None:
    for question, _, step in of_kind("parameters"):
        check_parameters(question, step)


def test_what_a_unit_sees() -> None:
    for question, walk, step in of_kind("field"):
        check_field(question, walk, step.index)


def test_how_long_the_flat_row_is() -> None:
    for question, walk, step in of_kind("flat"):
        c, h, w = step.input
        assert question.answer == torch.flatten(torch.zeros(step.input)).numel()
        behind = [s.output[0] for s in walk.steps[step.index :] if isinstance(s.layer, Linear)]
        expected = {
            "channels": h * w, "plane": c, "one_side": c * h, "added": c + h + w,
            "start": math.prod(walk.input_shape), "outputs": behind[0] if behind else 0,
        }  # fmt: skip
        for mistake in question.mistakes:
            assert mistake.answer == expected[mistake.name], mistake.name


def test_which_layer_has_most() -> None:
    for question, walk, _ in of_kind("most", "work"):
        steps = [s for s in walk.steps if isinstance(s.layer, Conv | Linear)]
        measures = {
            "parameters": [learned(module_of(s.layer, s.input[0])) for s in steps],
            "work": [_multiplications(s) for s in steps],
            "largest": [math.prod(s.output) for s in steps],
            "filters": [s.output[0] for s in steps],
        }
        names = [s.name for s in steps]
        assert [choice.name for choice in question.choices] == names
        right = measures["parameters" if question.kind == "most" else "work"]
        assert right.count(max(right)) == 1
        assert question.answer == names[right.index(max(right))]
        for mistake in question.mistakes:
            wrong = measures[mistake.name]
            assert mistake.answer == names[wrong.index(max(wrong))]


def _multiplications(step: Step) -> int:
    """Count every use of a weight: each filter's window at each place of its map."""
    weight = next(p for n, p in module_of(step.layer, step.input[0]).named_parameters()
                  if n == "weight")  # fmt: skip
    return weight.numel() * math.prod(step.output[1:])


def test_a_network_that_does_not_work_is_asked_as_far_as_it_does() -> None:
    broken = LESSON.settle(LESSON.defaults().changed(net="1-3x8-c4k3-fc10", layer=0))[0]
    assert about(NAME, "shape", broken) is not None
    assert about(NAME, "most", broken) is None
    nothing = LESSON.settle(LESSON.defaults().changed(net="1-3x8-c4k9"))[0]
    assert all(about(NAME, kind.name, nothing) is None for kind in bank_of(NAME).kinds)
