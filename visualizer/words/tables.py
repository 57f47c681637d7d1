"""Tables of text, ready to show or to copy."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Column heads and rows of text; the last ``closing`` rows are sums and results."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    closing: int = 0

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """The rows as a page shows them: sums and results first, where no scrolling hides them."""
        at = len(self.rows) - self.closing
        return self.rows[at:] + self.rows[:at]


def table_html(table: Table, *, scrolls: bool = True) -> str:
    """Write a table as HTML, columns of words at the left; its look is assets/shared/listed.css.

    scrolls: in a box of its own, from some height on.
    """

    def are_words(column: int) -> bool:
        cells = [str(cells[column]) for cells in table.shown]
        return 2 * sum(cell[:1].isalpha() for cell in cells) > len(cells)

    marks = [' class="words"' * are_words(column) for column in range(len(table.columns))]

    def row(cells: Iterable[object], cell: str) -> str:
        pairs = zip(cells, marks, strict=True)
        made = "".join(f"<{cell}{m}>{html.escape(str(value))}</{cell}>" for value, m in pairs)
        return f"<tr>{made}</tr>"

    body = "".join(row(cells, "td") for cells in table.shown)
    head = row(table.columns, "th")
    return (
        f'<div class="listed{" scrolls" * scrolls}" tabindex="0"><table><thead>{head}</thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def table_markdown(table: Table) -> str:
    """Write a table as Markdown: numbers to the right, as in every dialect that has tables.

    >>> print(table_markdown(Table(("Name", "Weights"), (("conv1", "34 944"),))), end="")
    | Name | Weights |
    | :-- | --: |
    | conv1 | 34 944 |
    """
    numbers = [
        2 * sum(row[column][:1].isdigit() for row in table.rows) > len(table.rows)
        for column in range(len(table.columns))
    ]
    lines = [table.columns, tuple("--:" if number else ":--" for number in numbers), *table.rows]
    return "".join(f"| {' | '.join(map(_escaped, line))} |\n" for line in lines)


def _escaped(cell: str) -> str:
    """Return a cell whose signs are text: none of them ends it or has a meaning of its own."""
    return re.sub(r"([\\|*_`<\[])", r"\\\1", " ".join(cell.split()))
