"""The five claims: pairs that differ in one thing, and are judged by what was measured."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from visualizer.learning import Claim, Run, Snapshot, TrainingSettings, check, claims

NAMES = ["vanishing", "dying", "pooling", "dropout", "data"]


def begun(settings: TrainingSettings, epochs: int) -> Snapshot:
    run = Run(settings)
    for _ in range(epochs + 1):
        run.one_epoch()
    return run.snapshot()


def test_there_are_five_and_each_pair_differs_in_one_thing() -> None:
    assert [claim.name for claim in claims()] == NAMES
    for claim in claims():
        left, right = claim.seeded(7)
        assert check(left).seed == check(right).seed == 7
        names = [field.name for field in fields(TrainingSettings)]
        other = [name for name in names if getattr(left, name) != getattr(right, name)]
        assert other == (["pictures"] if claim.name == "data" else ["layers"])


@pytest.mark.parametrize("claim", claims(), ids=NAMES)
def test_a_verdict_waits_for_an_epoch_of_both_and_then_has_its_numbers(claim: Claim) -> None:
    pair = [replace(one, pictures=min(one.pictures, 60)) for one in claim.seeded(0)]
    before, after = ([begun(one, epochs) for one in pair] for epochs in (0, 1))
    assert claim.verdict(before[0], after[1]) is None
    verdict = claim.verdict(after[0], after[1])
    assert verdict is not None
    assert len({numbers.name for numbers in verdict.numbers}) == len(verdict.numbers) >= 2


def test_gradients_vanish_behind_sigmoid_from_the_first_epoch_on() -> None:
    claim = claims()[0]
    left, right = (begun(replace(one, pictures=200), 1) for one in claim.seeded(0))
    verdict = claim.verdict(left, right)
    assert verdict is not None
    assert verdict.holds
    assert verdict.numbers[0].left < 1e-3 < 1e-2 < verdict.numbers[0].right
