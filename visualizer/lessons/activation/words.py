"""Activations in sentences, formulas and tables."""

from __future__ import annotations

import numpy as np

from visualizer import engine
from visualizer.lessons.activation.example import derivative, function
from visualizer.lessons.activation.settings import CLASSES
from visualizer.notation import number, precise
from visualizer.words.tables import Table
from visualizer.words.text import text

# {x}: the point, {m}: its opposite, {y}: the value, {d}: the derivative, {a}: the slope.
WRITTEN = {
    "sigmoid": ("σ({x}) = 1 / (1 + e^({m})) = {y}", "σ′({x}) = {y} · (1 − {y}) = {d}"),
    "tanh": ("tanh({x}) = {y}", "tanh′({x}) = 1 − ({y})² = {d}"),
    "relu": ("max(0, {x}) = {y}", "ReLU′({x}) = {d}"),
    "leaky_relu": ("max({x}, {a} · ({x})) = {y}", "leaky ReLU′({x}) = {d}"),
    "gelu": ("{x} · Φ({x}) = {y}", "GELU′({x}) = Φ({x}) + {x} · φ({x}) = {d}"),
}
FORMULAS: dict[str, tuple[str, ...]] = {
    "sigmoid": (r"\sigma(x) = \frac{1}{1 + e^{-x}}", r"\sigma'(x) = \sigma(x)\,(1 - \sigma(x))"),
    "tanh": (
        r"\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}",
        r"\tanh'(x) = 1 - \tanh^2(x)",
    ),
    "relu": (
        r"f(x) = \max(0, x)",
        r"f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}",
    ),
    "leaky_relu": (
        r"f(x) = \begin{cases} x & x > 0 \\ a\,x & x \le 0 \end{cases}",
        r"f'(x) = \begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases}",
    ),
    "gelu": (r"f(x) = x\,\Phi(x)", r"f'(x) = \Phi(x) + x\,\varphi(x)"),
    "softmax": (r"p_i = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}",),
}


def at_points(kind: str, slope: float, x: float, lang: str) -> Table:
    """Return x, f(x) and f′(x) at the point and at whole numbers around 0."""
    points = sorted({x, -5.0, -2.0, -1.0, 0.0, 1.0, 2.0, 5.0})
    values, slopes = function(kind, slope)(points), derivative(kind, slope)(points)
    rows = tuple(
        (number(p), precise(float(v), 4), precise(float(d), 4))
        for p, v, d in zip(points, values, slopes, strict=True)
    )
    return Table(("x", "f(x)", text("act.column_slope", lang)), rows)


def sentence(kind: str, slope: float, x: float, lang: str) -> str:
    """Return what the function does at the point."""
    value, steep = float(function(kind, slope)(x)), float(derivative(kind, slope)(x))
    shown = {"x": number(x), "y": precise(value, 4), "d": precise(steep, 4)}
    return f"{text('act.at', lang, **shown)} {text(f'act.say.{kind}', lang)}"


def softmax_table(logits: list[float], temperature: float, lang: str) -> Table:
    """Return one row a class: logit, its distance from the greatest, power, share."""
    z = np.array(logits)
    away = (z - z.max()) / temperature
    shares = engine.softmax(z, temperature=temperature)
    rows = [
        (text(f"act.class.{name}", lang), *(precise(float(v), 4) for v in (a, b, np.exp(b), s)))
        for name, a, b, s in zip(CLASSES, z, away, shares, strict=True)
    ]
    total = (
        "",
        "",
        "",
        number(float(np.exp(away).sum()), 4),
        number(round(float(shares.sum()), 9)),
    )
    heads = ("act.column_class", "act.column_logit", "act.column_away", "act.column_power",
             "act.column_share")  # fmt: skip
    return Table(tuple(text(h, lang) for h in heads), (*rows, total))


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
        top = _latex(number(logits[i]))
        top = top if temperature == 1 else rf"{top}/{number(temperature)}"
        if lowered:
            top = _latex(number(float(scaled[i] - shift)))
        return colored(i, rf"e^{{{top}}}")

    def value(i: int) -> str:
        return colored(i, _latex(precise(float(powers[i]))))

    everyone = range(len(logits))
    share = float(powers[which] / powers.sum())
    below = " + ".join(power(i) for i in everyone)
    counted = " + ".join(value(i) for i in everyone)
    return (
        rf"\begin{{aligned}} p &= \frac{{{power(which)}}}{{{below}}} \\[0.6em]"
        rf" &= \frac{{{value(which)}}}{{{counted}}}"
        rf" = {colored(which, _latex(precise(share, 4)))} \end{{aligned}}"
    )


_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def _latex(written: str) -> str:
    """Turn a written number into LaTeX."""
    head, power, raised = written.partition("·10")
    plain = head.replace("−", "-").replace("\u2009", r"\,").replace("≈", r"\approx")
    return rf"{plain} \cdot 10^{{{raised.translate(_LOWERED)}}}" if power else plain
