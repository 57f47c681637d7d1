"""A sum as a line of HTML that wraps: what each channel adds, with the channel's name below it."""

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
class Summand:
    """One number of a sum, and what it is called."""

    value: float
    name: str


def plain(value: float) -> str:
    """Write a number of a real network: three decimals, more where it would look like 0 or 1."""
    return precise(value, 3)


def equation(
    before: str, summands: Sequence[Summand], result: str, after: str, name: str = ""
) -> str:
    """Return the line as HTML: ``before`` or the summands, the result, and what ReLU makes of it.

    ``before``: words in place of summands; ``after``: the ReLU with its result; ``name``: what the
    result is called. All three may be empty.
    """
    parts = [f"<span>{escape(before)}</span>"] if before else []
    for place, summand in enumerate(summands):
        sign = MINUS if summand.value < 0 else "+"
        written = plain(abs(summand.value))
        if place:
            parts.append(f"<span>{sign}</span>")
        elif summand.value < 0:
            written = sign + written
        parts.append(f"<span>{written}<small>{escape(summand.name)}</small></span>")
    called = f"<small>{escape(name)}</small>" if name else ""
    parts += ["<span>=</span>", f"<span><b>{escape(result)}</b>{called}</span>"]
    if after:
        parts += ["<span>→</span>", f"<span>{escape(after)}<small>ReLU</small></span>"]
    return _STYLE + '<div class="alex-sum">' + "".join(parts) + "</div>"
