"""How a number is written, everywhere: on a cell, in a formula, in a sentence, in alt text.

One place, so that the same value never reads two ways on one screen. ``assets/shared/numbers.js``
holds the same rules for the numbers that change while the kernel moves; ``tests/js`` compares
both.
"""

from __future__ import annotations

import math
import re
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


_DIGITS, _RAISED = "-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISE, _LOWER = str.maketrans(_DIGITS, _RAISED), str.maketrans(_RAISED, _DIGITS)
_SMALLEST_WRITTEN_OUT = 0.001
_MOST_DECIMALS = 9
_POWER = "·10"
FACTOR_DIGITS = 3  # one more than a product has
_DUST = 1e-13  # of the largest term of a sum: what float64 adds to an exact result, and no more


def precise(value: float, decimals: int = 2, digits: int = 2) -> str:
    """Write a number so that it never looks like 0, 1 or −1 when it is not.

    Small numbers get the decimals they have, up to ``digits`` significant digits, tiny ones a power
    of ten, numbers near 1 as many decimals as tell them from it; others are written as by
    ``number``.

    >>> precise(0.25), precise(0.0067379), precise(0.05), precise(0.0000454), precise(0.99995)
    ('0.25', '0.0067', '0.05', '4.5·10⁻⁵', '0.99995')
    >>> precise(1.00004), precise(1 - 1e-15), precise(2.999)
    ('1.00004', '≈ 1', '3.00')
    """
    value = float(value)
    size = abs(value)
    if not 0 < size < 2 or size == 1:
        return number(value, decimals)
    if size < _SMALLEST_WRITTEN_OUT:
        head, power = f"{value:.{digits - 1}e}".split("e")
        return power_of_ten(head, int(power))
    first = digits - 1 - math.floor(math.log10(size))  # decimals that show so many digits
    for needed in range(decimals, max(decimals, _MOST_DECIMALS) + 1):
        shown = float(number(size, needed))
        if shown == size or (needed >= first and shown != 1):
            return number(value, needed)
    return "≈ " + number(math.copysign(1, value))


def significant(value: float, digits: int) -> str:
    """Write a number with so many significant digits, whole ones as they are.

    >>> significant(12.345, 3), significant(0.0029137, 3), significant(-0.5, 3), significant(7, 2)
    ('12.3', '0.00291', '−0.500', '7')
    >>> significant(123.456, 2), significant(0.00001234, 2), significant(0, 2)
    ('123', '1.2·10⁻⁵', '0')
    """
    value = float(value)
    size = abs(value)
    if not math.isfinite(value) or value.is_integer():
        return number(value)
    if size < _SMALLEST_WRITTEN_OUT:
        return precise(value, digits=digits)
    first = digits - 1 - math.floor(math.log10(size))
    if float(f"{size:.{max(0, first)}f}") >= 10 ** (math.floor(math.log10(size)) + 1):
        first -= 1  # 9.996 becomes 10.0
    if first <= 0:
        return number(math.copysign(math.floor(size + 0.5), value))
    return number(value, first)


def power_of_ten(digits: str, power: int) -> str:
    """Write digits times a power of ten.

    >>> power_of_ten("-4.5", -5)
    '−4.5·10⁻⁵'
    """
    return f"{digits.replace('-', MINUS)}{_POWER}{str(power).translate(_RAISE)}"


def of_terms(value: float, terms: Iterable[float], decimals: int = 2) -> str:
    """Write the sum of ``terms`` as ``precise`` does, without the dust that rounding leaves.

    >>> of_terms(0.1 + 0.2 - 0.3, [0.1, 0.2, -0.3]), of_terms(0.004, [0.004])
    ('0', '0.004')
    """
    largest = max((abs(float(term)) for term in terms), default=0.0)
    whole = round(value) if math.isfinite(value) else value
    return precise(whole if abs(value - whole) <= _DUST * largest else value, decimals)


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

    It has a digit more than a product, so that multiplying what is written gives what is written.

    >>> factor(2), factor(-3), factor(0.0033), factor(1 / 9), factor(-0.0029137)
    ('2', '(−3)', '0.0033', '0.111', '(−0.00291)')
    """
    text = precise(value, digits=FACTOR_DIGITS)
    return f"({text})" if text.startswith(MINUS) else text


def added(value: float) -> str:
    """Write a number that is added to something, with its sign apart: as short as can be.

    >>> added(1), added(-2), added(-0.8281), added(0)
    ('+ 1', '− 2', '− 0.83', '+ 0')
    """
    text = precise(value)
    return f"{MINUS} {text[len(MINUS) :]}" if text.startswith(MINUS) else f"+ {text}"


_WRITTEN = re.compile(rf"(?:≈ )?{MINUS}?(\d[\d{THIN_SPACE}]*(\.\d+)?(·10[{_RAISED}]+)?|∞)")


def plain(written: str) -> str:
    """Turn a written number into one that a spreadsheet reads; other text stays as it is.

    >>> plain("−1\u2009234.50"), plain("4.5·10⁻⁵"), plain("−∞"), plain("padding")
    ('-1234.50', '4.5e-5', '-inf', 'padding')
    """
    if not _WRITTEN.fullmatch(written):
        return written
    digits = written.removeprefix("≈ ").replace(MINUS, "-").replace(THIN_SPACE, "")
    head, power, raised = digits.replace("∞", "inf").partition(_POWER)
    return f"{head}e{raised.translate(_LOWER)}" if power else head


def latex(written: str) -> str:
    r"""Turn a written number into LaTeX, thousands with commas.

    >>> latex("−1\u2009234"), latex("4.5·10⁻⁵")
    ('-1{,}234', '4.5 \\cdot 10^{-5}')
    """
    head, power, raised = written.partition(_POWER)
    digits = head.replace(MINUS, "-").replace(THIN_SPACE, "{,}").replace("≈ ", r"\approx ")
    return rf"{digits} \cdot 10^{{{raised.translate(_LOWER)}}}" if power else digits


_GROUPS = re.compile(rf"(?<=\d)(?:{THIN_SPACE}|\\+u2009)(?=\d{{3}})")


def grouped(written: str, lang: str) -> str:
    r"""Write thousands as a language does: Korean has a comma where English has a thin space.

    ``written`` may be a sentence, a table or a figure as JSON. It is done where words are put
    together and figures handed on, because numbers are written before it is known for whom.

    >>> grouped("뉴런 4\u2009096개, 1, 2", "ko"), grouped("4\u2009096 neurons", "en")
    ('뉴런 4,096개, 1, 2', '4\u2009096 neurons')
    """
    return _GROUPS.sub(",", written) if lang == "ko" else written


def shape(sizes: Iterable[int]) -> str:
    """Write a shape as titles and sentences do.

    >>> shape((1, 5, 5))
    '1×5×5'
    """
    return TIMES.join(number(size) for size in sizes)
