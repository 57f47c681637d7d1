"""What a pair came to is said as it was measured, also where the claim does not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from visualizer.learning import Numbers, Run, Snapshot, Verdict, claims
from visualizer.lessons.training import words
from visualizer.lessons.training.settings import CLAIMS
from visualizer.words.text import text

NAMES = ("first_to_last", "validation", "dead", "parameters", "seconds", "gap", "training")


def test_the_page_has_the_claims_that_are_measured() -> None:
    assert tuple(claim.name for claim in claims()) == CLAIMS


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("holds", [True, False])
def test_it_says_whether_a_claim_holds(holds: bool, lang: str) -> None:
    claim = claims()[0]
    said = words.verdict_sentence(claim, Verdict(holds, ()), 12, lang)
    assert said == text("train.verdict.holds" if holds else "train.verdict.fails", lang, seed=12)
    assert "12" in said


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_number_is_named_and_written(lang: str) -> None:
    numbers = [Numbers(name, 0.25, 0.5) for name in NAMES]
    table = words.measured(claims()[2], numbers, lang)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows[text("train.number.validation", lang)] == ("25%", "50%")
    assert rows[text("train.number.seconds", lang)] == ("250 ms", "500 ms")
    assert rows[text("train.number.gap", lang)] == ("0.25", "0.50")
    assert len(rows) == len(NAMES)


@pytest.mark.parametrize("claim", claims(), ids=lambda claim: claim.name)
def test_what_a_claim_measures_has_words(claim: object) -> None:
    assert hasattr(claim, "left")
    both: list[Snapshot] = []
    for side in (claim.left, claim.right):  # type: ignore[attr-defined]
        run = Run(replace(side, pictures=20, epochs=1))
        run.one_epoch()
        run.one_epoch()
        both.append(run.snapshot())
    verdict = claim.verdict(*both)  # type: ignore[attr-defined]
    assert {number.name for number in verdict.numbers} <= set(NAMES)
