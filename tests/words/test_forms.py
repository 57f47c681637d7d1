"""Words that follow a value: English plurals, and Korean particles as the value is read aloud."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from convscope.texts import TEXTS as NOTEBOOK
from visualizer.notation import number, percent, precise
from visualizer.words.forms import Listing, Value, particle
from visualizer.words.text import catalogs, text
from visualizer.words.windows import spans

TEXTS = {key: pair for catalog in catalogs().values() for key, pair in catalog.items()}

NOUNS = (
    "activations|bytes|cells|channels|classes|columns|draws|features|filters|groups|inputs|layers"
    "|maps|multiply-adds|neurons|numbers|outputs|others|parameters|photos|pixels|places|products"
    "|rows|samples|scores|seconds|steps|strides|units|values|weights"
)
PLURAL_OF_ONE = re.compile(
    rf"\b1 (?:(?!and |of )[a-z]+ )?(?:{NOUNS})\b|\b1 (?:are|come|have|lie|share|stay)\b"
)
# What can be no count of one.
NEVER_ONE = {
    "pool.one_by_one": "said of several channels",
    "alexnet.error.occlusion_patch": "a span of sizes",
    "alexnet.error.handoff_range": "values of a layer",
    "alexnet.error.weights_not_alexnet": "weights of a network",
    "alexnet.error.weights_not_finite": "values of a file",
    "alexnet.error.unit_cell": "maps of a layer",
    "alex.field": "height times width",
    "arch.field_how": "height times width",
    "arch.field_uneven": "height times width",
    "arch.field_whole": "height times width",
}
# What no text says: there is another word for it, or another way to ask politely.
OTHER_WORDS = (
    "파라미터", "최댓값 풀링", "맥스 풀링", "최대값", "윈도우", "곱셈·덧셈", "추첨", "견주", "훈련",
    "에지", "무대", "검산", "보세요", "하세요", "쓰세요",
)  # fmt: skip
PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로")


def names(template: str) -> set[str]:
    """Return the names that a template wants values for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def formats(template: str) -> list[str]:
    """Return how a template formats its values."""
    return [spec for _, name, spec, _ in Formatter().parse(template) if name and spec]


@pytest.mark.parametrize(
    ("count", "said"), [(0, "draws"), (1, "draw"), (-1, "draw"), ("1", "draw"), ("1.00", "draws")]
)
def test_one_is_spoken_of_in_the_singular(count: object, said: str) -> None:
    assert f"{Value(count):draw|draws}" == said


def test_a_form_may_hold_the_value_itself() -> None:
    template = "{cells:the only cell|all {cells} cells}"
    assert [template.format(cells=Value(n)) for n in (1, 4)] == ["the only cell", "all 4 cells"]


def test_a_listing_of_one_place_is_singular_whatever_its_number() -> None:
    said = [f"{spans(rows):row|rows} {spans(rows)}" for rows in ([3], [0], [1, 4], [0, 1, 2])]
    assert said == ["row 4", "row 1", "rows 2, 5", "rows 1–3"]
    assert not Listing("").single


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (0, "0은 0이 0을 0과 0으로"),
        (1, "1은 1이 1을 1과 1로"),
        (2, "2는 2가 2를 2와 2로"),
        (3, "3은 3이 3을 3과 3으로"),
        (4, "4는 4가 4를 4와 4로"),
        (5, "5는 5가 5를 5와 5로"),
        (6, "6은 6이 6을 6과 6으로"),
        (7, "7은 7이 7을 7과 7로"),
        (8, "8은 8이 8을 8과 8로"),
        (9, "9는 9가 9를 9와 9로"),
        (10, "10은 10이 10을 10과 10으로"),
        (54, "54는 54가 54를 54와 54로"),
        ("1.00", "1.00은 1.00이 1.00을 1.00과 1.00으로"),
        ("−0.5", "−0.5는 −0.5가 −0.5를 −0.5와 −0.5로"),
        (number(12000), f"{number(12000)}은 {number(12000)}이 {number(12000)}을"
                        f" {number(12000)}과 {number(12000)}으로"),
        ("4.5·10⁻³", "4.5·10⁻³은 4.5·10⁻³이 4.5·10⁻³을 4.5·10⁻³과 4.5·10⁻³으로"),
        ("10⁻⁵", "10⁻⁵은 10⁻⁵이 10⁻⁵을 10⁻⁵과 10⁻⁵으로"),
        ("y²", "y²은 y²이 y²을 y²과 y²으로"),
        ("1/(1 − p)", "1/(1 − p)는 1/(1 − p)가 1/(1 − p)를 1/(1 − p)와 1/(1 − p)로"),
        ("커널", "커널은 커널이 커널을 커널과 커널로"),
        ("특징 맵", "특징 맵은 특징 맵이 특징 맵을 특징 맵과 특징 맵으로"),
        ("패딩(0)", "패딩(0)은 패딩(0)이 패딩(0)을 패딩(0)과 패딩(0)으로"),
        ("same (같은 크기)", "same (같은 크기)는 same (같은 크기)가 same (같은 크기)를"
                          " same (같은 크기)와 same (같은 크기)로"),
        ("71%", "71%는 71%가 71%를 71%와 71%로"),
        ("`n`", "`n`은 `n`이 `n`을 `n`과 `n`으로"),
        ("AlexNet", "AlexNet은 AlexNet이 AlexNet을 AlexNet과 AlexNet으로"),
        ("Linear", "Linear는 Linear가 Linear를 Linear와 Linear로"),
        ("Dropout", "Dropout은 Dropout이 Dropout을 Dropout과 Dropout으로"),
        ("Embedding", "Embedding은 Embedding이 Embedding을 Embedding과 Embedding으로"),
        ("`title`", "`title`은 `title`이 `title`을 `title`과 `title`로"),
        ("answer", "answer는 answer가 answer를 answer와 answer로"),
        ("LR", "LR은 LR이 LR을 LR과 LR로"),
        ("weights.yaml", "weights.yaml은 weights.yaml이 weights.yaml을 weights.yaml과"
                         " weights.yaml로"),
        ("", "는 가 를 와 로"),
    ],
)  # fmt: skip
def test_a_particle_fits_how_the_value_is_read(word: object, said: str) -> None:
    assert " ".join(f"{Value(word):{pair}}" for pair in PAIRS) == said


def test_a_particle_after_foreign_letters_never_fails() -> None:
    for word in ("İ", "ß", "²", "½", "中", "\u0301", "🙂"):
        assert particle(word, "은", "는") in ("은", "는")


def test_no_english_text_speaks_of_one_in_the_plural() -> None:
    found = {}
    for key, (english, _) in TEXTS.items():
        said = text(key, "en", **dict.fromkeys(names(english), 1))
        if key not in NEVER_ONE and PLURAL_OF_ONE.search(said):
            found[key] = said
    assert found == {}
    assert set(NEVER_ONE) <= set(TEXTS), "an exception without a text"


def test_no_korean_text_leaves_the_particle_open_or_guesses_it() -> None:
    written = "\n".join(korean for _, korean in TEXTS.values())
    assert not re.search(r"\(으\)로|[은는이가을를과와]\([은는이가을를과와]\)", written)
    for key, (_, korean) in TEXTS.items():
        guessed = re.search(r"\}\*{0,2}(은|는|을|를|이|가|과|와|으로|로)(?![가-힣(])", korean)
        assert not guessed, f"{key}: {guessed and guessed[0]}"


def test_forms_are_spelled_right() -> None:
    for key, (english, korean) in TEXTS.items():
        assert all(spec.count("|") == 1 for spec in formats(english)), key
        assert all(spec in PAIRS for spec in formats(korean)), key


def test_percentages_touch_their_sign() -> None:
    for key, pair in TEXTS.items():
        assert not re.search(r"[\d}] %", " ".join(pair)), key
    assert f"{percent(0.71)}%" == "71%"


def test_korean_calls_one_thing_by_one_word() -> None:
    for key, (_, korean) in {**TEXTS, **NOTEBOOK}.items():
        for word in OTHER_WORDS:
            assert word not in korean, f"{key}: {word}"


@pytest.mark.parametrize("value", [0.999999, 1.000001, 1e-12, 0.004, -0.99999, 5e-324, 1 - 1e-16])
def test_a_number_that_is_not_whole_never_looks_whole(value: float) -> None:
    for decimals in (2, 3, 4):
        assert not re.fullmatch(r"−?[01](\.0+)?", precise(value, decimals))
