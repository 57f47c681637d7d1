"""The model card: python -m training.card --data PATH measures the shipped weights and writes it.

Two files beside the weights: alexnet200.json, whose essentials the page shows, and
alexnet200_card.md, the whole of it. Both take their accuracy from the one measurement.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.calibrate import Calibration, calibrate
from training.curve import Curve, read_log
from training.evaluate import SHIPPED, Score, load_shipped, logits_of, score, stock_predict
from training.network.student import DENSE
from training.photos.data import load_photos
from visualizer.words.forms import Value

RESULTS = Path(__file__).parent / "results"

DATA = {
    "en": (
        "Tiny ImageNet: 100,000 photos of 200 ImageNet classes, 500 a class, 64×64 pixels; "
        "measured on 5,000 others."
    ),
    "ko": (
        "Tiny ImageNet으로 학습했습니다. ImageNet 클래스 200개의 64×64 사진 100,000장"
        "(클래스당 500장)이며, 정확도는 따로 둔 5,000장으로 측정했습니다."
    ),
}
LIMITS = {
    "en": (
        "It knows 200 classes and names one of them for every picture, whatever it shows. It "
        "learned from small, blurred photos: fine detail, small objects and crowded scenes "
        "mislead it, and so do unusual angles. Its probabilities are calibrated on photos of its "
        "classes; for any other picture they mean nothing."
    ),
    "ko": (
        "아는 클래스가 200개뿐이어서, 어떤 사진이든 그중 하나로 답합니다. 작고 흐린 사진으로 "
        "학습했기 때문에 세밀한 무늬, 작은 물체, 복잡한 장면, 낯선 각도에서는 자주 틀립니다. "
        "출력 확률은 이 클래스들의 사진으로 보정했으므로, 다른 것이 찍힌 사진에서는 의미가 "
        "없습니다."
    ),
}
LICENCE = {
    "en": (
        "ImageNet's photos are for research and teaching, not for commercial use; weights learned "
        "from them carry that note."
    ),
    "ko": (
        "ImageNet 사진은 연구와 교육 목적으로만 쓸 수 있으며 상업적 이용은 허용되지 않습니다. "
        "이 사진으로 학습한 가중치도 같은 조건으로 쓰시기 바랍니다."
    ),
}


MACHINE = {"en": "one H200 GPU", "ko": "H200 GPU 1대"}
TEACHER = {
    "en": "an EfficientNet-Lite2 fitted to the same photos",
    "ko": "같은 사진으로 미세 조정한 EfficientNet-Lite2",
}


@dataclass(frozen=True)
class Stored:
    """How a weights file stores the large FC layers: the factors' rank, and whether in int8."""

    rank: int
    int8: bool


def stored(weights: Path) -> Stored:
    """Read from a file that `export` wrote how it is stored."""
    name = f"classifier.{DENSE[0][0]}.weight.b"
    with np.load(weights, allow_pickle=False) as file:
        int8 = f"{name}.int8" in file.files
        return Stored(len(file[f"{name}.int8" if int8 else name]), int8)


@dataclass(frozen=True)
class Making:
    """What a weights file does not say of itself, in both languages: the machine, the teacher."""

    machine: dict[str, str]
    teacher: dict[str, str]


def recipe_texts(curve: Curve, making: Making, how: Stored) -> dict[str, str]:
    """One sentence a language on how the weights were made."""
    sizes = curve.epochs_by_size()
    english = ", ".join(f"{epochs:.1f} epochs at {size}×{size}" for size, epochs in sizes.items())
    korean = ", ".join(f"{size}×{size}에서 {epochs:.1f}에폭" for size, epochs in sizes.items())
    minutes, teacher = round(curve.seconds / 60), Value(making.teacher["ko"])
    return {
        "en": (
            f"{english}, on {making.machine['en']}, {minutes} minutes; Muon, batch normalisation "
            f"folded in at the end, FC layers of rank {how.rank}, soft labels from "
            f"{making.teacher['en']}."
        ),
        "ko": (
            f"{korean} 동안 {making.machine['ko']}에서 {minutes}분 학습했습니다. 최적화에는 "
            f"Muon을, 소프트 레이블에는 {teacher:을/를} 썼고, 배치 정규화는 학습이 끝난 뒤 "
            f"합성곱에 합쳤으며, 완전 연결층은 랭크 {Value(how.rank):으로/로} 분해해 저장했습니다."
        ),
    }


def card(
    weights: Path,
    result: Score,
    calibration: Calibration,
    classes: int,
    recipe: dict[str, str],
) -> dict[str, Any]:
    """Return what alexnet200.json holds."""
    return {
        "file": weights.name,
        "sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "bytes": weights.stat().st_size,
        "num_classes": classes,
        "classes": "classes200.json",
        "accuracy": {
            "top1": round(result.top1, 4),
            "top5": round(result.top5, 4),
            "photos": result.photos,
            "size": 224,
        },
        "calibration": calibration.entry(),
        "data": DATA,
        "recipe": recipe,
        "limits": LIMITS,
        "licence": LICENCE,
    }


def markdown(made: dict[str, Any], how: Stored, notes: Sequence[str]) -> str:
    """Write the card as a page of text."""
    accuracy, calibration = made["accuracy"], made["calibration"]
    factors = f"rank {how.rank}" + (" in int8, a scale for each row" if how.int8 else "")
    lines = [
        "# AlexNet, 200 classes",
        "",
        f"`{made['file']}` ({made['bytes'] / 1e6:.1f} MB, SHA-256 `{made['sha256'][:16]}…`): the "
        "weights of torchvision's AlexNet layout with 200 outputs. float16; the two large FC",
        f"layers as factors of {factors}, which loading multiplies out. No pickle.",
        "",
        "| validation photos | size | top-1 | top-5 |",
        "|---|---|---|---|",
        f"| {accuracy['photos']} | 224×224, stock preprocessing | {accuracy['top1']:.2%} | "
        f"{accuracy['top5']:.2%} |",
        "",
        "Measured by `python -m training.evaluate`.",
        "",
        f"Probabilities are those of the logits divided by {calibration['temperature']:.4f}, the "
        f"temperature that fits {calibration['fitted_on']} of the validation photos best.",
        f"On the other {calibration['measured_on']} the expected calibration error "
        f"({calibration['bins']} bins) is {calibration['error_before']:.2%} without and "
        f"{calibration['error_after']:.2%} with it.",
        "",
        "## Data",
        "",
        made["data"]["en"],
        "",
        "## How it was made",
        "",
        made["recipe"]["en"],
        "",
        "The code is in `training/`, the curves in `training/results/`.",
        "",
        "## What it is bad at",
        "",
        made["limits"]["en"],
        "",
        *notes,
        "## Licence",
        "",
        made["licence"]["en"],
        "The teacher's weights (EfficientNet-Lite, Apache License 2.0) are not part of the file.",
        "",
    ]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Measure the weights and write both cards beside them."""
    parser = argparse.ArgumentParser(prog="python -m training.card", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with val.npz")
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    parser.add_argument("--work", type=Path, help="folder for the decoded photos (else temporary)")
    parser.add_argument("--log", type=Path, default=RESULTS / "log.jsonl")
    parser.add_argument("--machine", default=MACHINE["en"])
    parser.add_argument("--machine-ko", default=MACHINE["ko"])
    parser.add_argument("--teacher", default=TEACHER["en"])
    parser.add_argument("--teacher-ko", default=TEACHER["ko"])
    parser.add_argument("--notes", type=Path, help="Markdown put before the licence")
    args = parser.parse_args(arguments)
    model = load_shipped(args.weights)
    with tempfile.TemporaryDirectory() as temporary:
        photos = load_photos(args.data, args.work or Path(temporary), "val")
        logits = logits_of(stock_predict(model), photos)
    result, calibration = score(logits, photos.labels), calibrate(logits, photos.labels)
    making = Making(
        {"en": args.machine, "ko": args.machine_ko}, {"en": args.teacher, "ko": args.teacher_ko}
    )
    how = stored(args.weights)
    recipe = recipe_texts(read_log(args.log), making, how)
    made = card(args.weights, result, calibration, model.num_classes, recipe)
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    args.weights.with_suffix(".json").write_text(text, encoding="utf-8")
    notes = [args.notes.read_text(encoding="utf-8")] if args.notes else []
    page = args.weights.with_name(f"{args.weights.stem}_card.md")
    page.write_text(markdown(made, how, notes), encoding="utf-8")
    print(f"top-1 {result.top1:.2%}, top-5 {result.top5:.2%}; wrote {page.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
