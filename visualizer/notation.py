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


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLEST_WRITTEN_OUT = 0.001
_MOST_DECIMALS = 9


def precise(value: float, decimals: int = 2) -> str:
    """Write a number between −1 and 1 so that it never looks like 0 or 1 when it is not.

    Small numbers get two significant digits, tiny ones a power of ten, numbers near 1 as many
    decimals as tell them from it; everything else is written as ``number`` does.

    >>> precise(0.25), precise(0.0067379), precise(0.0000454), precise(0.99995), precise(1.0)
    ('0.25', '0.0067', '4.5·10⁻⁵', '0.99995', '1')
    """
    value = float(value)
    size = abs(value)
    if not 0 < size < 1:
        return number(value, decimals)
    if size < _SMALLEST_WRITTEN_OUT:
        digits, power = f"{value:.1e}".split("e")
        return f"{digits.replace('-', MINUS)}·10{str(int(power)).translate(_RAISED)}"
    first = 1 - math.floor(math.log10(size))  # decimals that show two significant digits
    needed = max(decimals, first)
    while needed < _MOST_DECIMALS and number(size, needed).startswith("1."):
        needed += 1
    written = number(value, needed)
    return "≈ " + written if number(size, needed).startswith("1.") else written


def percent(share: float) -> str:
    """Write a share from 0 to 1 in percent, without the sign; never 0 or 100 when it is not.

    >>> percent(0.7), percent(0.125), percent(0.0000454), percent(0.99995)
    ('70', '12.50', '0.0045', '99.995')
    """
    value = 100 * float(share)
    whole = round(value)
    if 0 < whole < 100 and abs(value - whole) < 0.005:
        return number(whole)
    if value < 1:
        return precise(value)
    decimals = 2
    while 100 - value > 0 and decimals < _MOST_DECIMALS and number(value, decimals)[:3] == "100":
        decimals += 1
    return number(value, decimals)


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
