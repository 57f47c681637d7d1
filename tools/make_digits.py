"""Make assets/digits/digits.npz from scikit-learn's copy of the handwritten digits.

    pip download --no-deps --only-binary :all: scikit-learn
    python tools/make_digits.py scikit_learn-*.whl

The copy is the test set of UCI's "Optical Recognition of Handwritten Digits", in its order: the
writers come one after the other. A later version of scikit-learn gives the same file as long as its
copy is the same, which is checked.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np

FILE = Path(__file__).resolve().parents[1] / "assets" / "digits" / "digits.npz"
INSIDE = "sklearn/datasets/data/digits.csv.gz"
SHA256 = "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8"
"""Of the table without its compression."""


def table(wheel: Path) -> bytes:
    """Return the table in a wheel of scikit-learn; ValueError if it is not the one we know."""
    with zipfile.ZipFile(wheel) as files:
        text = gzip.decompress(files.read(INSIDE))
    found = hashlib.sha256(text).hexdigest()
    if found != SHA256:
        raise ValueError(f"{INSIDE} has the SHA-256 {found}, not {SHA256}")
    return text


def packed(text: bytes) -> bytes:
    """Return the file of a table whose rows are 64 numbers from 0 to 16 and the digit."""
    rows = np.loadtxt(io.BytesIO(text), delimiter=",").astype(np.uint8)
    file = io.BytesIO()
    np.savez_compressed(file, pictures=rows[:, :64].reshape(-1, 8, 8), digits=rows[:, 64])
    return file.getvalue()


def main() -> None:
    """Read the wheel that the command line names and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path)
    FILE.write_bytes(packed(table(parser.parse_args().wheel)))


if __name__ == "__main__":
    main()
