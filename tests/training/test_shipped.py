"""What ships: the file, its size, its card. How accurate it is, training/evaluate measures."""

import hashlib
import json

import pytest
import torch

from training.evaluate import SHIPPED, load_shipped
from visualizer.alexnet.model import AlexNet
from visualizer.alexnet.names import class_names
from visualizer.alexnet.preprocessing import prepare
from visualizer.material.photos import PHOTO_FOLDER, photo_answers, photo_names, photo_wnids

pytestmark = pytest.mark.skipif(not SHIPPED.exists(), reason="no weights ship yet")


def test_the_file_is_small_and_the_cards_is_about_it() -> None:
    data = SHIPPED.read_bytes()
    assert len(data) <= 20_000_000
    card = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256(data).hexdigest()
    accuracy = card["accuracy"]
    page = SHIPPED.with_name("alexnet200_card.md").read_text(encoding="utf-8")
    assert f"{accuracy['top1']:.2%} | {accuracy['top5']:.2%}" in page


def test_it_is_plain_alexnet_with_200_outputs() -> None:
    model = load_shipped()
    wanted = AlexNet(num_classes=200)
    assert type(model) is AlexNet
    assert [type(m) for m in model.modules()] == [type(m) for m in wanted.modules()]
    assert all(bool(torch.isfinite(p).all()) for p in model.parameters())


def ranking(model: AlexNet, photo: str) -> list[str | None]:
    """Return the WordNet ids of the network's guesses for a shipped photo, the best one first."""
    names, data = class_names(200), (PHOTO_FOLDER / f"{photo}.jpg").read_bytes()
    with torch.inference_mode():
        logits = model(prepare(data).tensor[None])[0]
    return [names[index].wnid for index in logits.argsort(descending=True).tolist()]


def test_shipped_photos_of_its_classes_are_among_its_first_three() -> None:
    model, known = load_shipped(), {each.wnid for each in class_names(200)}
    photos = [name for name in photo_names() if known.intersection(photo_wnids(name) or ())]
    assert len(photos) >= 12
    missed = {
        name: first
        for name in photos
        if not set(first := ranking(model, name)[:3]).intersection(photo_wnids(name) or ())
    }
    assert not missed


def test_the_photos_that_are_said_to_come_out_right_do_and_no_others() -> None:
    card = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    answers = photo_answers(card["sha256"])
    assert answers is not None
    model = load_shipped()
    right = [name for name in photo_names() if ranking(model, name)[0] in (photo_wnids(name) or ())]
    assert right == list(answers.right)


def test_the_card_has_a_temperature_that_helps() -> None:
    card = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    calibration = card["calibration"]
    assert 0.1 < calibration["temperature"] < 10
    assert calibration["error_after"] <= calibration["error_before"]
    page = SHIPPED.with_name("alexnet200_card.md").read_text(encoding="utf-8")
    assert f"divided by {calibration['temperature']:.4f}" in page
