"""Typed grids in an address: short, safe in a URL, exact, and checked before they are believed.

Two ways of writing, both made only of letters, digits and ``-._~``, which a URL leaves as they are:

* readable: cells joined by ``_``, rows by ``~``, maps by ``~~``: ``1_0_-1~2_0_-2~1_0_-1``;
* packed, when that is shorter: ``z<decimals>.<maps>.<rows>.<columns>.<base64url>``, the values as
  whole numbers of 10**-decimals, low bytes first and apart from high ones (they compress better),
  through zlib. A 3×32×32 grid of pixel values takes about 4 kB.

Values reach from −999 to 999 with at most six decimals.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from visualizer.settings.parameters import Parameter, ParameterError

Array = NDArray[np.float64]

LARGEST = 999.0
DECIMALS = 6
MOST_CELLS = 3 * 32 * 32
LONGEST = 20_000
_READABLE_UP_TO = 240
_CELL = re.compile(r"[+-]?([0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9})")
_PACKED = re.compile(r"z([026])\.([0-9]{1,4})\.([0-9]{1,4})\.([0-9]{1,4})\.([A-Za-z0-9_-]*)")
_BYTES = {0: 2, 2: 3, 6: 4}


class GridError(ParameterError):
    """A string that is no grid, or a grid with values or a size that no lesson takes."""

    def __init__(self) -> None:
        """Give the error the one code it can have."""
        super().__init__("bad_grid")


def encode(grid: Array) -> str:
    """Write a (maps, rows, columns) grid; ``decode`` gives the same numbers back.

    Values are rounded to six decimals. Raises GridError for an empty or too large grid and for
    values that are not finite or beyond ±999.
    """
    grid = np.asarray(grid, dtype=np.float64)
    if grid.ndim != 3 or not 0 < grid.size <= MOST_CELLS:
        raise GridError
    if not np.all(np.isfinite(grid)) or np.abs(grid).max() > LARGEST:
        raise GridError
    least = _least(grid)
    packed = _pack(grid) if least > _READABLE_UP_TO else ""
    if packed and len(packed) < least:
        return packed
    readable = "~~".join(
        "~".join("_".join(_written(value) for value in row) for row in plane) for plane in grid
    )
    if len(readable) <= _READABLE_UP_TO:
        return readable
    packed = packed or _pack(grid)
    return packed if len(packed) < len(readable) else readable


def _least(grid: Array) -> int:
    """Return how many letters the readable way takes at least, without the time that it takes."""
    fractions = np.abs(grid - np.rint(grid)) > 10.0**-DECIMALS
    return int(2 * grid.size - 1 + 2 * fractions.sum() + (grid < -(10.0**-DECIMALS)).sum())


@lru_cache(maxsize=64)
def tidied(written: str) -> str:
    """Read either way of writing a grid and write it in the shorter one. Raises GridError.

    Settling an example reads each of its grids several times.
    """
    return encode(decode(written))


def decode(written: str) -> Array:
    """Read a grid of shape (maps, rows, columns), float64; raise GridError for anything else."""
    if not written or len(written) > LONGEST:
        raise GridError
    grid = _unpack(written) if written.startswith("z") else _read(written)
    if np.abs(grid).max() > LARGEST:
        raise GridError
    return np.round(grid, DECIMALS) + 0.0  # no negative zero


def refit(grid: Array, shape: tuple[int, int, int]) -> Array:
    """Cut ``grid`` (maps, rows, columns) to ``shape`` or fill it with zeros at the far ends."""
    fitted = np.zeros(shape)
    maps, rows, columns = (min(old, new) for old, new in zip(grid.shape, shape, strict=True))
    fitted[:maps, :rows, :columns] = grid[:maps, :rows, :columns]
    return fitted


@dataclass(frozen=True)
class GridParameter(Parameter):
    """A typed grid, kept in its written form; the empty string means that nothing was typed."""

    @property
    def initial(self) -> str:
        """Nothing typed."""
        return ""

    @property
    def allowed(self) -> str:
        """The range of its values."""
        return "−999–999"

    def parse(self, written: str) -> str:
        """Read either way of writing and write it in the shorter one."""
        return tidied(written) if written else ""

    def accepts(self, value: object) -> bool:
        """Take the written form of a grid, or the empty string."""
        try:
            return isinstance(value, str) and self.parse(value) is not None
        except GridError:
            return False


def _written(value: float) -> str:
    digits = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def _read(written: str) -> Array:
    planes = [[row.split("_") for row in plane.split("~")] for plane in written.split("~~")]
    rows, columns = len(planes[0]), len(planes[0][0])
    if any(len(plane) != rows or any(len(row) != columns for row in plane) for plane in planes):
        raise GridError
    cells = [cell for plane in planes for row in plane for cell in row]
    if len(cells) > MOST_CELLS or not all(_CELL.fullmatch(cell) for cell in cells):
        raise GridError
    return np.array([float(cell) for cell in cells]).reshape(len(planes), rows, columns)


def _pack(grid: Array) -> str:
    decimals = next(
        d for d in (0, 2, 6) if d == 6 or np.array_equal(np.round(grid, d), np.round(grid, 6))
    )
    whole = np.round(grid * 10**decimals).astype("<i4")
    planes = whole.reshape(-1, 1).view(np.uint8)[:, : _BYTES[decimals]].T
    squeezed = zlib.compress(planes.tobytes(), 9)
    code = base64.urlsafe_b64encode(squeezed).decode("ascii").rstrip("=")
    maps, rows, columns = grid.shape
    return f"z{decimals}.{maps}.{rows}.{columns}.{code}"


def _unpack(written: str) -> Array:
    match = _PACKED.fullmatch(written)
    if not match:
        raise GridError
    decimals, maps, rows, columns = (int(part) for part in match.groups()[:4])
    cells = maps * rows * columns
    if not 0 < cells <= MOST_CELLS:
        raise GridError
    width = _BYTES[decimals]
    try:
        code = match[5] + "=" * (-len(match[5]) % 4)
        unzip = zlib.decompressobj()
        raw = unzip.decompress(base64.urlsafe_b64decode(code), cells * width + 1)
    except (binascii.Error, zlib.error) as error:
        raise GridError from error
    if len(raw) != cells * width or not unzip.eof:
        raise GridError
    planes = np.frombuffer(raw, dtype=np.uint8).reshape(width, cells)
    padded = np.zeros((cells, 4), dtype=np.uint8)
    padded[:, :width] = planes.T
    if width < 4:  # carry the sign into the bytes that were left out
        padded[:, width:] = np.where(planes[width - 1] >= 128, 255, 0)[:, None]
    numbers: Array = padded.view("<i4").reshape(maps, rows, columns) / 10**decimals
    return numbers
