"""The handwritten digits that a network learns: UCI's, 8×8 pixels; assets/digits says whose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

DIGITS_FILE: Final = Path(__file__).resolve().parents[2] / "assets" / "digits" / "digits.npz"

CLASSES: Final = 10
SIZE: Final = 8
GREATEST: Final = 16
"""The greatest value of a pixel in the file."""

TRAINING_PICTURES: Final = 1200
VALIDATION_PICTURES: Final = 597


@dataclass(frozen=True)
class Digits:
    """Pictures (N, 1, 8, 8), float64 from 0 (paper) to 1 (ink), and the digit of each, (N,).

    Neither can be written to, because all readers share them.
    """

    pictures: NDArray[np.float64]
    labels: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.labels)


@lru_cache(maxsize=1)
def digits() -> tuple[Digits, Digits]:
    """Return the pictures for training, the first 1,200 of the file, and those for validation.

    The file's order is kept, in which writers follow one another: most validation pictures are
    therefore by people whose hand no training picture shows.
    """
    with np.load(DIGITS_FILE, allow_pickle=False) as file:
        pictures = file["pictures"][:, None].astype(np.float64) / GREATEST
        labels = file["digits"].astype(np.intp)
    for array in (pictures, labels):
        array.setflags(write=False)
    first = TRAINING_PICTURES
    return Digits(pictures[:first], labels[:first]), Digits(pictures[first:], labels[first:])
