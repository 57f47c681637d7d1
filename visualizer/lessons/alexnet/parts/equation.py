"""A sum as a line of terms that wraps: what each channel gives, with its name below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from visualizer.notation import MINUS, precise

_STYLE = """<style>
.alex-sum { display: flex; flex-wrap: wrap; gap: 0.2rem 0.6rem; align-items: flex-start;
  font-size: 1.35rem; font-variant-numeric: tabular-nums; margin: 0.4rem 0 0.2rem; }
.alex-sum span { display: inline-flex; flex-direction: column; align-items: center; }
.alex-sum small { font-size: 0.85rem; opacity: 0.75; white-space: nowrap; }
</style>"""


@dataclass(frozen=True)
class Term:
    """A number of a sum, and what it is."""

    value: float
    name: str


def plain(value: float) -> str:
    """Write a number of a real network: three decimals, more where it would look like 0 or 1."""
    return precise(value, 3)


def equation(before: str, terms: Sequence[Term], result: str, after: str) -> str:
    """Return the line as HTML: ``before`` or the terms, the result, and what follows from it."""
    parts = [f"<span>{escape(before)}</span>"] if before else []
    for place, term in enumerate(terms):
        sign = MINUS if term.value < 0 else "+"
        written = plain(abs(term.value))
        if place:
            parts.append(f"<span>{sign}</span>")
        elif term.value < 0:
            written = sign + written
        parts.append(f"<span>{written}<small>{escape(term.name)}</small></span>")
    parts += ["<span>=</span>", f"<span><b>{escape(result)}</b></span>"]
    if after:
        parts += ["<span>→</span>", f"<span>{escape(after)}<small>ReLU</small></span>"]
    return _STYLE + '<div class="alex-sum">' + "".join(parts) + "</div>"
