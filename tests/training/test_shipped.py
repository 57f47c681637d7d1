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


@pytest.mark.parametrize(
    ("photo", "name"),
    [
        ("cat", "tabby cat"),
        ("coffee", "espresso"),
        ("dam", "dam"),
        ("goldfish", "goldfish"),
        ("pan", "frying pan"),
        ("rocket", "projectile"),
    ],
)
def test_shipped_photos_of_its_classes_are_among_its_first_three(photo: str, name: str) -> None:
    data = (SHIPPED.parent / "photos" / f"{photo}.jpg").read_bytes()
    with torch.inference_mode():
        logits = load_shipped()(prepare(data).tensor[None])[0]
    names = class_names(200)
    assert name in [names[index].en.split(",")[0] for index in logits.topk(3).indices.tolist()]


def test_the_photos_that_are_said_to_come_out_right_do_and_no_others() -> None:
    card = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    answers = photo_answers(card["sha256"])
    assert answers is not None
    model, names = load_shipped(), class_names(200)
    right = []
    for name in photo_names():
        with torch.inference_mode():
            logits = model(prepare((PHOTO_FOLDER / f"{name}.jpg").read_bytes()).tensor[None])[0]
        if names[int(logits.argmax())].wnid in (photo_wnids(name) or ()):
            right.append(name)
    assert right == list(answers.right)


def test_the_card_has_a_temperature_that_helps() -> None:
    card = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    calibration = card["calibration"]
    assert 0.1 < calibration["temperature"] < 10
    assert calibration["error_after"] <= calibration["error_before"]
    page = SHIPPED.with_name("alexnet200_card.md").read_text(encoding="utf-8")
    assert f"divided by {calibration['temperature']:.4f}" in page
