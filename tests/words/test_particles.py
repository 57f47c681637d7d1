"""Korean particles that stand in a text after a number, a name or a formula, not after a value.

They are held against ``particle``: whoever writes a text reads what it is about, not how it ends.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from convscope.texts import TEXTS as NOTEBOOK
from visualizer.words.forms import particle
from visualizer.words.text import catalogs

ROOT = Path(__file__).parents[2]
TEXTS = {
    key: korean
    for catalog in (*catalogs().values(), NOTEBOOK)
    for key, (_, korean) in catalog.items()
}
TOURS = {file.name: file.read_text("utf-8") for file in (ROOT / "assets/tours").glob("*.yaml")}
PARTICLES = {
    one: pair
    for pair in (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"))
    for one in pair
}
WRITTEN = re.compile(
    r"(?<=[A-Za-z0-9²)`%])\*{0,2}(?P<said>은|는|이|가|을|를|과|와|으로|로)(?![가-힣])"
)
GLOSS = re.compile(
    r"(?<=[가-힣`])\([^()]*\)$"
)  # 뉴런(행)이 is read without what stands in brackets


def wrong(written: str) -> list[str]:
    """Return what stands before a particle that does not fit, with the particle."""
    found = []
    for match in WRITTEN.finditer(written):
        before, said = written[: match.start()], match["said"]
        if before.endswith("}"):  # a value
            continue
        if particle(GLOSS.sub("", before), *PARTICLES[said]) != said:
            found.append(before[-9:] + said)
    return found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1/(1 − p)을 곱해", ["1/(1 − p)을"]),
        ("x = 3를 넣으면", ["x = 3를"]),
        ("AlexNet는 그렇다", ["AlexNet는"]),
        ("뉴런(행)가 죽은", ["뉴런(행)가"]),
        ("1/(1 − p)를, 3을, AlexNet은, 뉴런(행)이, 55%가, 1×1로", []),
    ],
)
def test_a_wrong_particle_would_be_found(written: str, found: list[str]) -> None:
    assert wrong(written) == found


def test_every_particle_of_a_text_fits_what_stands_before_it() -> None:
    assert {key: found for key, korean in TEXTS.items() if (found := wrong(korean))} == {}


def test_so_does_every_particle_of_our_tour() -> None:
    assert TOURS
    assert {name: found for name, words in TOURS.items() if (found := wrong(words))} == {}


def test_percentages_touch_their_sign_in_our_tour() -> None:
    assert not [name for name, words in TOURS.items() if re.search(r"\d %", words)]
