"""The handwritten digits: what the file holds, how it is split, whose it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from visualizer.material.digits import (
    CLASSES,
    DIGITS_FILE,
    TRAINING_PICTURES,
    VALIDATION_PICTURES,
    digits,
)

ROOT = Path(__file__).resolve().parents[2]


def test_the_pictures_are_8_by_8_from_paper_to_ink() -> None:
    training, validation = digits()
    assert training.pictures.shape == (TRAINING_PICTURES, 1, 8, 8) == (1200, 1, 8, 8)
    assert validation.pictures.shape == (VALIDATION_PICTURES, 1, 8, 8) == (597, 1, 8, 8)
    for part in digits():
        assert len(part) == len(part.labels) == len(part.pictures)
        assert (part.pictures.min(), part.pictures.max()) == (0.0, 1.0)
        np.testing.assert_array_equal(part.pictures * 16 % 1, 0)


def test_every_digit_is_there_about_equally_often() -> None:
    for part in digits():
        counts = np.bincount(part.labels, minlength=CLASSES)
        assert len(counts) == CLASSES
        assert counts.max() < 1.2 * counts.min()


def test_nobody_can_write_to_what_all_share() -> None:
    for part in digits():
        assert not part.pictures.flags.writeable
        assert not part.labels.flags.writeable


def test_no_validation_picture_is_for_training_too() -> None:
    seen = {picture.tobytes() for picture in digits()[0].pictures}
    assert not any(picture.tobytes() in seen for picture in digits()[1].pictures)


def test_the_file_is_small_and_says_whose_it_is() -> None:
    assert DIGITS_FILE.stat().st_size < 60_000
    licence = (DIGITS_FILE.parent / "LICENCE.md").read_text(encoding="utf-8")
    for part in ("CC BY 4.0", "Alpaydin", "Kaynak", "1998", "doi.org"):
        assert part in licence


def test_the_file_holds_the_table_that_its_tool_reads_number_for_number() -> None:
    with np.load(DIGITS_FILE, allow_pickle=False) as file:
        rows = np.column_stack((file["pictures"].reshape(-1, 64), file["digits"]))
    table = "".join(",".join(map(str, row)) + "\n" for row in rows.tolist())
    tool = (ROOT / "tools" / "make_digits.py").read_text(encoding="utf-8")
    assert f'"{hashlib.sha256(table.encode()).hexdigest()}"' in tool
