import hashlib
import json
from pathlib import Path

import pytest
import torch

from tests.training.test_student import lived_in
from training.card import Stored, main, stored
from training.curve import draw, read_log
from training.export import export
from training.network.student import Student

LOG = [
    {"step": 50, "seconds": 10, "size": 96, "batch": 256, "loss": 4.0},
    {"step": 100, "seconds": 20, "size": 96, "batch": 256, "loss": 3.5},
    {"step": 100, "seconds": 20, "validated": 96, "top1": 0.2, "top5": 0.4},
    # Killed, and gone on from a checkpoint at step 60.
    {"step": 100, "seconds": 22, "size": 96, "batch": 256, "loss": 3.4},
    {"step": 100, "seconds": 22, "validated": 96, "top1": 0.25, "top5": 0.45},
    {"step": 110, "seconds": 60, "size": 224, "batch": 128, "loss": 3.0},
]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in LOG))
    return path


def test_a_log_counts_repeated_steps_once(log: Path) -> None:
    curve = read_log(log)
    assert [step for step, *_ in curve.losses] == [50, 100, 110]
    assert curve.scores == [(100, 96, 0.25, 0.45)]
    assert curve.seconds == 60
    assert curve.epochs_by_size(photos=25_600) == {96: 1.0, 224: 0.05}


def test_the_picture_names_the_sizes(log: Path) -> None:
    picture = draw(read_log(log))
    assert picture.startswith("<svg")
    assert "96×96" in picture
    assert "224×224" in picture
    assert picture.count("<polyline") == 3


def test_both_cards_say_what_was_measured(data_folder: Path, log: Path, tmp_path: Path) -> None:
    torch.manual_seed(0)
    weights = tmp_path / "alexnet200.npz"
    export(lived_in(Student(3, rank=4)), weights)
    assert main(["--data", str(data_folder), "--weights", str(weights), "--log", str(log)]) == 0
    made = json.loads(weights.with_suffix(".json").read_text(encoding="utf-8"))
    assert made["sha256"] == hashlib.sha256(weights.read_bytes()).hexdigest()
    assert made["num_classes"] == 3
    assert made["accuracy"]["photos"] == 6
    for part in ("data", "recipe", "limits", "licence"):
        assert set(made[part]) == {"en", "ko"}
    page = (tmp_path / "alexnet200_card.md").read_text(encoding="utf-8")
    assert f"{made['accuracy']['top1']:.2%}" in page
    assert made["calibration"]["fitted_on"] + made["calibration"]["measured_on"] == 6
    assert f"divided by {made['calibration']['temperature']:.4f}" in page
    assert "0.0 epochs at 224×224" in page
    assert "factors of rank 4 in int8" in page
    assert "rank 4, soft labels from an EfficientNet-Lite2" in made["recipe"]["en"]
    assert "EfficientNet-Lite2를 썼고" in made["recipe"]["ko"]
    assert "랭크 4로" in made["recipe"]["ko"]


def test_the_card_knows_float_factors_from_int8(tmp_path: Path) -> None:
    torch.manual_seed(0)
    for kind, int8 in (("float16", False), ("int8", True)):
        export(lived_in(Student(3, rank=4)), tmp_path / kind, kind)  # type: ignore[arg-type]
        assert stored(tmp_path / f"{kind}.npz") == Stored(4, int8)
