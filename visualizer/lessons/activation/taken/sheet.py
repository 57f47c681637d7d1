"""The activation function on paper: values of the curve, or softmax's shares, to fill in."""

from __future__ import annotations

from visualizer.lessons.activation.example import derivative, function
from visualizer.lessons.activation.settings import LOGITS, ActivationSettings
from visualizer.lessons.activation.softmax import softmax_table
from visualizer.material.randomness import Stream
from visualizer.notation import number, precise
from visualizer.taking.paper.blocks import Blank, Block, Heading, Listed, Part, Words
from visualizer.words.text import text

_GIVEN = 2  # columns of softmax's table that are not to be filled in: class and logit


def other(settings: ActivationSettings, stream: Stream) -> ActivationSettings:
    """Return the same function at another point; softmax of other logits."""
    if settings.kind == "softmax":
        return settings.changed(**{name: stream.whole(-6, 6) / 2 for name in LOGITS})
    return settings.changed(x=stream.whole(-500, 500) / 100)


def sheet(settings: ActivationSettings, lang: str) -> list[Block]:
    """Return the formula and a table with blanks."""
    kind, slope = settings.kind, settings.slope
    title = Heading(text(f"choice.act_kind.{kind}", lang))
    if kind == "softmax":
        told = text("act.take_formula.softmax", lang, temperature=number(settings.temperature))
        table = softmax_table(settings.logits, settings.temperature, lang)
        rows: list[tuple[Part, ...]] = [
            (*row[:_GIVEN], *(Blank(cell) for cell in row[_GIVEN:])) for row in table.rows[:-1]
        ]
        sums: list[Part] = [Blank(cell) if cell else "" for cell in table.rows[-1][1:]]
        total = (text("words.row_sum", lang), *sums)
        return [title, Words(told), Words(text("take.paper_decimals", lang), small=True),
                Listed(table.columns, (*rows, total))]  # fmt: skip
    told = text(f"act.take_formula.{kind}", lang, slope=precise(slope))
    x = settings.x
    points = sorted({0.0, *(round(point, 2) + 0.0 for point in (x, -x, x / 2, x - 1, x + 1))})
    f, steep = function(kind, slope), derivative(kind, slope)
    values: list[tuple[Part, ...]] = [
        (number(p), Blank(precise(float(f(p))), 30), Blank(precise(float(steep(p))), 30))
        for p in points
    ]
    columns = ("x", "f(x)", text("act.column_slope", lang))
    return [title, Words(told), Words(text("take.paper_decimals", lang), small=True),
            Listed(columns, tuple(values))]  # fmt: skip
