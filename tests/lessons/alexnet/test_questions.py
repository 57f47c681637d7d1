"""Questions about AlexNet: the network itself is asked again, whatever weights it has."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import cast

import pytest
import torch

from tests.asking.cases import questions
from tests.asking.torch_layers import check_field, check_parameters, check_shape
from visualizer.alexnet.model import NETWORKS, empty_model, layers_of
from visualizer.alexnet.preprocessing import prepare
from visualizer.alexnet.run import apply
from visualizer.alexnet.weights.registry import shared_network
from visualizer.asking import Question, about, bank_of, series, series_about
from visualizer.engine.network.walk import Step
from visualizer.lessons.alexnet import LESSON
from visualizer.lessons.alexnet.questions import guesses
from visualizer.lessons.alexnet.settings import (
    INPUTS,
    TORCHVISION,
    AlexNetSettings,
    layer_shape,
    names_of,
)
from visualizer.lessons.alexnet.stack import stack
from visualizer.material.photos import photo_bytes, photo_wnids

NAME = "alexnet"
series_module = importlib.import_module("visualizer.asking.series")


def of_kind(*kinds: str) -> list[tuple[Question, AlexNetSettings]]:
    found = [question for question in questions("alexnet") if question.kind in kinds]
    return [(each, cast(AlexNetSettings, each.settings)) for each in found]


@cache
def shares(photo: str) -> torch.Tensor:
    """Return every class's probability: the whole model at once, as torch runs it."""
    loaded = shared_network()
    with torch.inference_mode():
        logits = loaded.model(prepare(photo_bytes(photo)).tensor.unsqueeze(0))[0]
        return torch.softmax(logits.double() / loaded.weights.temperature, 0)


def place(photo: str, index: int) -> int:
    return 1 + int((shares(photo) > shares(photo)[index]).sum())


def shown_by(photo: str) -> int | None:
    """Return the best placed class that a photo shows."""
    wnids = photo_wnids(photo) or ()
    meant = [each.index for each in shared_network().weights.classes if each.wnid in wnids]
    return min(meant, key=lambda index: place(photo, index)) if meant else None


def test_there_are_a_thousand_of_every_kind() -> None:
    assert len(questions("alexnet")) >= 1000
    made = Counter(question.kind for question in questions("alexnet"))
    assert set(made) == {kind.name for kind in bank_of(NAME).kinds}
    assert min(made.values()) > 30


def test_the_first_guess() -> None:
    for question, settings in of_kind("guess", "close"):
        photo = settings.photo
        assert question.answer == str(int(shares(photo).argmax()))
        indices = [int(choice.name) for choice in question.choices]
        assert indices == sorted(indices)
        if question.kind == "close":
            best = {str(int(i)) for i in shares(photo).topk(5).indices}
            assert {choice.name for choice in question.choices} <= best
        for mistake in question.mistakes:
            wrong = place(photo, int(cast(str, mistake.answer)))
            assert mistake.name == f"place_{wrong}"
            assert f" {wrong} " in mistake.why.text("en").replace(".", " ")


def test_how_far_in_front_the_right_class_comes() -> None:
    for question, settings in of_kind("five"):
        index = shown_by(settings.photo)
        assert index is not None
        found = place(settings.photo, index)
        assert question.answer == ("first" if found == 1 else "five" if found <= 5 else "later")
        order = [choice.name for choice in question.choices]
        assert order == ["first", "five", "later"]
        for mistake in question.mistakes:
            hoped = order.index(mistake.name) < order.index(str(question.answer))
            assert mistake.why.key == f"alex.ask_five_{'hoped' if hoped else 'feared'}"


def test_which_photo_it_is_most_certain_about() -> None:
    for question, settings in of_kind("certain"):
        photos = [choice.name for choice in question.choices]
        assert photos[0] == settings.photo
        assert len(set(photos)) == 3
        most = max(photos, key=lambda photo: float(shares(photo).max()))
        assert question.answer == most


@pytest.mark.parametrize("name", NETWORKS)
def test_the_layers_are_those_of_the_network(name: str) -> None:
    count = 200
    steps = {step.name: step for step in stack(count, name).steps}
    x = torch.zeros(1, *INPUTS[name], device="meta")
    found = layers_of(empty_model(NETWORKS[name], count))
    assert tuple(layer.name for layer in found) == names_of(name)
    for layer in found:
        x = apply(layer, x)
        learned = sum(parameter.numel() for parameter in layer.module.parameters())
        written = layer_shape(layer.name, count, name)
        assert (tuple(x.shape[1:]), layer.kind) == (written.shape, written.kind)
        if layer.name in steps:
            assert steps[layer.name].output == tuple(x.shape[1:])
            assert steps[layer.name].parameters == learned
    assert set(names_of(name)) - set(steps) == ({"avgpool"} if name == TORCHVISION else set())


def step_of(settings: AlexNetSettings) -> Step:
    count = shared_network().weights.num_classes
    return next(s for s in stack(count).steps if s.name == settings.layer)


def test_shapes_parameters_and_fields_of_layers() -> None:
    seen = set()
    for question, settings in of_kind("shape", "parameters", "field"):
        step = step_of(settings)
        seen.add((question.kind, step.name))
        if question.kind == "parameters":
            check_parameters(question, step)
        elif question.kind == "field":
            check_field(question, stack(200), step.index)
        elif step.name != "fc6":
            check_shape(question, step)
        else:
            maps = torch.zeros(256, 6, 6)
            expected = {"one_map": 36, "maps": 256, "one_side": 256 * 6, "outputs": 4096}
            assert question.answer == maps.flatten().numel()
            assert {m.name: m.answer for m in question.mistakes} == expected
    assert {("shape", "fc6"), ("parameters", "fc8"), ("field", "pool5")} <= seen


def test_the_network_of_2012_is_asked_about_its_layers_alone() -> None:
    settings = LESSON.settle(LESSON.defaults().changed(network="2012", layer="conv2"))[0]
    for kind in ("guess", "close", "five", "certain"):
        assert about(NAME, kind, settings) is None
    learned = about(NAME, "parameters", settings)
    assert learned is not None
    assert "307{,}456" in learned.formulas[0]  # a filter reads 48 of the 96 maps
    made = about(NAME, "shape", settings)
    assert made is not None
    assert cast(AlexNetSettings, made.settings).network == "2012"
    # Of a reader's own network only what its layers tell, and nothing of its guesses.
    own = settings.changed(weights="own", layer="fc8")
    assert about(NAME, "parameters", own) is None
    assert {each.kind for each in series_about(NAME, own, 3)} <= {"shape", "parameters", "field"}


def test_weights_that_learned_nothing_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "ranked", lambda photo: None)
    settings = LESSON.defaults()
    for kind in ("guess", "close", "five", "certain"):
        assert about(NAME, kind, settings) is None
    assert about(NAME, "shape", settings) is not None


def test_a_picture_of_one_s_own_is_not_asked_about() -> None:
    own = LESSON.settle(LESSON.defaults().changed(photo="upload"))[0]
    for kind in ("guess", "close", "five", "certain"):
        assert about(NAME, kind, own) is None


def test_another_network_is_asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = series(NAME, 1, 3)
    assert series(NAME, 1, 3) is before
    bank = bank_of(NAME)
    monkeypatch.setattr(series_module, "bank_of", lambda name: replace(bank, state=lambda: -1))
    again = series(NAME, 1, 3)
    assert again is not before
    assert [q.answer for q in again] == [q.answer for q in before]
