"""Measure each claim of `visualizer.learning.claims` over ten seeds: the table of docs/learning.md.

    python -m benchmarks.claims                 # seeds 0 to 9, some minutes
    python -m benchmarks.claims --first 100     # seeds 100 to 109
    python -m benchmarks.claims dropout         # one claim

Each training runs alone, so that the processor time of its steps says something.
"""

from __future__ import annotations

import argparse
from statistics import median
from typing import Final

from visualizer.learning import Claim, Run, Snapshot, TrainingSettings, Verdict, claims

SEEDS: Final = 10


def trained(settings: TrainingSettings) -> Snapshot:
    """Train to the end, alone."""
    run = Run(settings)
    while run.advance() is not None:
        pass
    return run.snapshot("diverged" if run.diverged else "finished")


def measured(claim: Claim, first: int) -> list[Verdict]:
    """Judge a claim for SEEDS seeds from ``first`` on."""
    verdicts = []
    for seed in range(first, first + SEEDS):
        left, right = claim.seeded(seed)
        verdict = claim.verdict(trained(left), trained(right))
        assert verdict is not None
        verdicts.append(verdict)
    return verdicts


def row(claim: Claim, verdicts: list[Verdict]) -> str:
    """Write a row of the table: for how many seeds it holds, and the median of each number."""
    cells = [claim.name, f"{sum(verdict.holds for verdict in verdicts)} of {len(verdicts)}"]
    for place, numbers in enumerate(verdicts[0].numbers):
        found = [verdict.numbers[place] for verdict in verdicts]
        both = [one.left for one in found], [one.right for one in found]
        left, right = (f"{median(one):.3g} ({min(one):.3g} to {max(one):.3g})" for one in both)
        cells.append(f"{numbers.name}: {left}; {right}")
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table of the claims that the command line names, or of all."""
    parser = argparse.ArgumentParser(description="Measure the claims over ten seeds.")
    parser.add_argument("names", nargs="*", metavar="claim")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    print("| claim | holds | left; right: median (least to greatest) of ten seeds |", flush=True)
    for claim in claims():
        if not asked.names or claim.name in asked.names:
            print(row(claim, measured(claim, asked.first)), flush=True)


if __name__ == "__main__":
    main()
