"""One step's sum, term by term: the same terms for the sentence, the table and the code.

Long sums are shortened in the middle; terms that add nothing are marked, so that they can be paler.
"""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine import INSERTED, PADDED, WindowTrace
from visualizer.notation import factor, of_terms

MOST_TERMS = 14  # as many as one line of a slide holds; assets/player/formula.js has the same
ELLIPSIS = "…"


@dataclass(frozen=True)
class Term:
    """One product: where it is and what it multiplies.

    ``channel`` is the input channel, ``kernel_row`` and ``kernel_col`` the weight's place in the
    sliding kernel, ``grid_row`` and ``grid_col`` the cell of the padded input, ``row`` and ``col``
    the input cell it shows (−1: none). ``kind`` is "input", "padding" or "inserted".
    """

    channel: int
    kernel_row: int
    kernel_col: int
    grid_row: int
    grid_col: int
    row: int
    col: int
    kind: str
    value: float
    weight: float
    product: float

    @property
    def zero(self) -> bool:
        """Whether the term adds nothing."""
        return self.product == 0

    @property
    def written(self) -> str:
        """The term as a product, as in the middle of a sum: ``2·(−3)``, ``(−2)·3``."""
        return f"{factor(self.value)}·{factor(self.weight)}"


_KINDS = {PADDED: "padding", INSERTED: "inserted"}


def terms(trace: WindowTrace, step: int) -> list[Term]:
    """Return the products of ``step``: channel by channel, row by row."""
    now = trace.step(step)
    found = []
    for c, channel in enumerate(now.channels):
        for i, grid_row in enumerate(now.rows):
            for j, grid_col in enumerate(now.cols):
                found.append(
                    Term(
                        channel,
                        i,
                        j,
                        int(grid_row),
                        int(grid_col),
                        int(trace.source_rows[grid_row]),
                        int(trace.source_cols[grid_col]),
                        _KINDS.get(int(trace.cell_kind[grid_row, grid_col]), "input"),
                        float(now.window[c, i, j]),
                        float(now.weights[c, i, j]),
                        float(now.products[c, i, j]),
                    )
                )
    return found


def shortened(all_terms: list[Term], most: int = MOST_TERMS) -> list[Term | None]:
    """Return all terms, or the first and last ones with None for those left out between."""
    if len(all_terms) <= most:
        return list(all_terms)
    half = most // 2 - 1
    return [*all_terms[:half], None, *all_terms[-half:]]


def written_sum(trace: WindowTrace, step: int, most: int = MOST_TERMS) -> str:
    """Return the sum of products: ``2·1 + 0·(−3) + … + 4·2``."""
    parts = shortened(terms(trace, step), most)
    return " + ".join(ELLIPSIS if part is None else part.written for part in parts)


def written_step(trace: WindowTrace, step: int, most: int = MOST_TERMS) -> str:
    """Return the whole step: ``2·1 + 0·(−3) + … + 1 = 5``, bias included, activation not."""
    bias = f" + {factor(trace.bias_of(step))}" if trace.has_bias else ""
    return f"{written_sum(trace, step, most)}{bias} = {written_result(trace, step)}"


def written_total(trace: WindowTrace, step: int) -> str:
    """Return the sum of all products of ``step``, the bias left out."""
    now = trace.step(step)
    return of_terms(float(now.channel_sums.sum()), now.products.ravel())


def written_channel_sums(trace: WindowTrace, step: int) -> list[str]:
    """Return the sum of each channel's products at ``step``."""
    now = trace.step(step)
    return [
        of_terms(float(total), products.ravel())
        for total, products in zip(now.channel_sums, now.products, strict=True)
    ]


def written_result(trace: WindowTrace, step: int) -> str:
    """Return what ``step`` gives before the activation: products and bias."""
    now = trace.step(step)
    return of_terms(now.result, [*now.products.ravel(), now.bias])
