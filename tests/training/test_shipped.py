"""What ships: the file, its size, its card. How accurate it is, training/evaluate measures."""

import hashlib
import json

import pytest
import torch

from training.evaluate import SHIPPED, load_shipped
from visualizer.alexnet.model import AlexNet

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
