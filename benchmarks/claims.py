"""Measure each claim of `visualizer.learning.claims` over ten seeds: the table of docs/learning.md.

python -m benchmarks.claims            # all of them, some minutes
python -m benchmarks.claims dropout    # one
"""

from __future__ import annotations

import sys
from typing import Final

from visualizer.learning import Claim, Run, Snapshot, TrainingSettings, Verdict, claims

SEEDS: Final = range(10)


def trained(settings: TrainingSettings) -> Snapshot:
    """Train to the end, alone."""
    run = Run(settings)
    while run.advance() is not None:
        pass
    return run.snapshot("diverged" if run.diverged else "finished")


def measured(claim: Claim) -> list[Verdict]:
    """Judge a claim for each seed."""
    verdicts = []
    for seed in SEEDS:
        left, right = claim.seeded(seed)
        verdict = claim.verdict(trained(left), trained(right))
        assert verdict is not None
        verdicts.append(verdict)
    return verdicts


def row(claim: Claim, verdicts: list[Verdict]) -> str:
    """Write a row of the table: for how many seeds it holds, and the median of each number."""
    cells = [claim.name, f"{sum(verdict.holds for verdict in verdicts)} of {len(verdicts)}"]
    for place, numbers in enumerate(verdicts[0].numbers):
        both = [sorted(verdict.numbers[place][side] for verdict in verdicts) for side in (1, 2)]
        left, right = (f"{one[len(one) // 2]:.3g} ({one[0]:.3g} to {one[-1]:.3g})" for one in both)
        cells.append(f"{numbers.name}: {left}; {right}")
    return f"| {' | '.join(cells)} |"


def main(names: list[str]) -> None:
    """Print the table of the claims with these names, or of all."""
    print("| claim | holds | left; right: median (least to greatest) of ten seeds |", flush=True)
    for claim in claims():
        if not names or claim.name in names:
            print(row(claim, measured(claim)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
