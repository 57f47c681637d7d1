"""Matrix products of which each stays on the thread that asks for it.

OpenBLAS shares a product of more than 2¹⁸ multiply-adds among all cores, and lets one caller at a
time do so. Here several trainings and everybody's pages share the cores, so a product is asked for
in parts that are smaller.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = 2**18


def product(a: NDArray[Any], b: NDArray[Any], out: NDArray[Any]) -> None:
    """Write a (M, K) @ b (K, N) into out (M, N)."""
    rows, inner = a.shape
    each = MOST // (inner * b.shape[1]) or 1
    if each >= rows:
        np.matmul(a, b, out=out)
        return
    for start in range(0, rows, each):
        np.matmul(a[start : start + each], b, out=out[start : start + each])


def gathered(a: NDArray[Any], b: NDArray[Any], out: NDArray[Any]) -> None:
    """Write aᵀ (K, M) @ b (M, N) into out (K, N), where M is long."""
    rows, inner = a.shape
    each = MOST // (inner * b.shape[1]) or 1
    np.matmul(a[:each].T, b[:each], out=out)
    for start in range(each, rows, each):
        out += a[start : start + each].T @ b[start : start + each]
