"""Softmax in formulas and tables; no share is written as 0 or as all there is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from visualizer import engine, notation
from visualizer.lessons.activation.example import Array
from visualizer.lessons.activation.settings import CLASSES
from visualizer.notation import latex, number, power_of_ten, precise
from visualizer.words.tables import Table
from visualizer.words.text import text

_SMALLEST = 1e-300  # below, float64 loses digits, and then the number itself


def softmax_table(logits: list[float], temperature: float, lang: str) -> Table:
    """Return one row a class: logit, its distance from the greatest, power, share."""
    z = np.array(logits)
    away = (z - z.max()) / temperature
    rows = [
        (text(f"act.class.{name}", lang), precise(float(a), 4), precise(float(b), 4), power, share)
        for name, a, b, power, share in zip(
            CLASSES, z, away, written_powers(away), written_shares(logits, temperature), strict=True
        )
    ]
    total = ("", "", "", written_total(away), "1")
    heads = ("act.column_class", "act.column_logit", "act.column_away", "act.column_power",
             "act.column_share")  # fmt: skip
    return Table(tuple(text(h, lang) for h in heads), (*rows, total))


def written_shares(logits: list[float], temperature: float, percent: bool = False) -> list[str]:
    """Write softmax's shares, as fractions of 1 or of 100; never 0 and never all of it.

    What is too small for float64 is written as a power of ten, worked out from the logits.
    """
    shares = engine.softmax(np.array(logits), temperature=temperature)
    write, shift = (_in_percent, 2) if percent else (_share, 0)
    exponents = (np.array(logits) - max(logits)) / temperature
    below = math.log(float(np.exp(exponents).sum()))
    return [
        write(float(share)) if share > _SMALLEST else _tiny(float(exponent) - below, shift)
        for share, exponent in zip(shares, exponents, strict=True)
    ]


def _share(share: float) -> str:
    return "≈ 1" if share == 1 else precise(share, 4)


def _in_percent(share: float) -> str:
    return "≈ 100" if share == 1 else notation.percent(share)


def written_powers(exponents: Iterable[float]) -> list[str]:
    """Write e to each exponent, at most 0; what is too small for float64 as a power of ten."""
    return [
        precise(math.exp(exponent), 4) if math.exp(exponent) > _SMALLEST else _tiny(exponent)
        for exponent in map(float, exponents)
    ]


def written_total(exponents: Sequence[float] | Array) -> str:
    """Write the sum of e to the exponents, the greatest of which is 0."""
    total = float(np.exp(exponents).sum())
    return "≈ 1" if total == 1 else precise(total, 4)


def _tiny(exponent: float, shift: int = 0) -> str:
    """Write e to ``exponent``, times 10 to ``shift``, as a power of ten."""
    power = exponent / math.log(10) + shift
    whole = math.floor(power)
    return power_of_ten(f"{10 ** (power - whole):.1f}", whole)


def underflows(logits: list[float], temperature: float) -> bool:
    """Tell whether a share is too small for float64, which then holds 0."""
    return not engine.softmax(np.array(logits), temperature=temperature).all()


def shifted(logits: list[float], temperature: float) -> bool:
    """Tell whether the logits are too large to be written as powers: less the greatest, then."""
    return max(abs(z) for z in logits) / temperature > 30


def softmax_fraction(logits: list[float], temperature: float, which: int, colors: list[str]) -> str:
    """Return one class's share as LaTeX: the fraction with its terms, each in its class's colour.

    Logits beyond 30 are written less the greatest, as they are computed, for e¹⁰⁰⁰ is no number
    a computer holds.
    """
    scaled = np.array(logits) / temperature
    lowered = shifted(logits, temperature)
    shift = float(scaled.max()) if lowered else 0.0
    powers = np.exp(scaled - shift)

    def colored(i: int, written: str) -> str:
        return rf"\textcolor{{{colors[i]}}}{{{written}}}"

    def power(i: int) -> str:
        top = latex(precise(logits[i]))
        top = top if temperature == 1 else rf"{top}/{number(temperature)}"
        if lowered:
            top = latex(precise(float(scaled[i] - shift)))
        return colored(i, rf"e^{{{top}}}")

    def value(i: int) -> str:
        tiny = powers[i] < _SMALLEST
        written = _tiny(float(scaled[i] - shift)) if tiny else precise(float(powers[i]))
        return colored(i, latex(written))

    everyone = range(len(logits))
    share = written_shares(logits, temperature)[which]
    equals = r"\approx" if share.startswith("≈") else "="
    below = " + ".join(power(i) for i in everyone)
    counted = " + ".join(value(i) for i in everyone)
    return (
        rf"\begin{{aligned}} p &= \frac{{{power(which)}}}{{{below}}} \\[0.6em]"
        rf" &= \frac{{{value(which)}}}{{{counted}}}"
        rf" {equals} {colored(which, latex(share.removeprefix('≈ ')))} \end{{aligned}}"
    )
