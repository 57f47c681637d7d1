"""How a number is written, everywhere: on a cell, in a formula, in a sentence, in alt text.

One place, so that the same value never reads two ways on one screen. ``assets/shared/numbers.js``
holds the same rules for the numbers that change while the kernel moves; ``tests/js`` compares
both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

MINUS = "\u2212"
THIN_SPACE = "\u2009"
TIMES = "×"


def number(value: float, decimals: int = 2) -> str:
    """Write a number: whole numbers as they are, others rounded, a real minus, never ``-0.00``.

    >>> number(5), number(-3.0), number(0.125), number(-0.001), number(12345)
    ('5', '−3', '0.13', '0.00', '12\u2009345')
    """
    value = float(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else MINUS + "∞"
    if value.is_integer():
        digits = f"{abs(value):,.0f}" if abs(value) < 1e15 else f"{abs(value):.3g}"
    else:
        # Half away from zero, as a person rounds and as the browser's own copy of this rule does.
        scale = 10**decimals
        rounded = math.floor(abs(value) * scale + 0.5) / scale
        digits = f"{rounded:,.{decimals}f}" if rounded < 1e15 else f"{rounded:.3g}"
        if rounded == 0:
            return digits
    return (MINUS if value < 0 else "") + digits.replace(",", THIN_SPACE)


def factor(value: float) -> str:
    """Write a number as a factor in a product: negative ones in parentheses.

    >>> factor(2), factor(-3)
    ('2', '(−3)')
    """
    text = number(value)
    return f"({text})" if text.startswith(MINUS) else text


def shape(sizes: Iterable[int]) -> str:
    """Write a shape as titles and sentences do.

    >>> shape((1, 5, 5))
    '1×5×5'
    """
    return TIMES.join(number(size) for size in sizes)
