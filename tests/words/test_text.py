"""Every text exists in both languages and takes the same values in both."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path
from string import Formatter

import pytest

from visualizer.engine import SENTENCES
from visualizer.words import text as words
from visualizer.words.text import LANGUAGES, catalogs, text

CATALOGS = catalogs()
TEXTS = [(key, pair) for catalog in CATALOGS.values() for key, pair in catalog.items()]
# Names that Korean lecturers write in Latin letters too.
LATIN_IN_BOTH = re.compile(r"[A-Za-z0-9×·()+\-−=/%.,:;…⌊⌋σ∑ {}_\d]*")
HANGUL = re.compile("[가-힣]")


def placeholders(template: str) -> set[str]:
    """Return the names that a template wants values for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def translated(english: str, korean: str) -> bool:
    """Tell whether the Korean text is Korean, or needs no Hangul."""
    if korean == english:
        return LATIN_IN_BOTH.fullmatch(korean) is not None and len(korean) <= 30
    # A text that is nothing but numbers and marks around its values needs no Hangul.
    bare = re.sub(r"\{.*?\}", "", korean)
    return bool(HANGUL.search(korean)) or not re.search("[A-Za-z]", bare)


def faults(pair: tuple[str, str]) -> list[str]:
    """Return what is wrong with a text's two languages."""
    english, korean = pair
    wrong = {
        "is empty or begins or ends with a space": any(said.strip() != said or not said
                                                       for said in pair),
        "has other placeholders in Korean": placeholders(english) != placeholders(korean),
        "has Hangul in its English": HANGUL.search(english) is not None,
        "is not translated": not translated(english, korean),
    }  # fmt: skip
    return [what for what, is_wrong in wrong.items() if is_wrong]


def test_both_languages_say_everything() -> None:
    assert len(TEXTS) > 500
    assert all(len(pair) == len(LANGUAGES) for _, pair in TEXTS)
    found = {key: wrong for key, pair in TEXTS if (wrong := faults(pair))}
    assert found == {}


@pytest.mark.parametrize(
    ("pair", "fault"),
    [
        (("Play", ""), "is empty or begins or ends with a space"),
        (("Play ", "재생"), "is empty or begins or ends with a space"),
        (("{a} of {b}", "{a}개"), "has other placeholders in Korean"),
        (("Play 재생", "재생"), "has Hangul in its English"),
        (("Play it", "Play that"), "is not translated"),
        (("Play?", "Play?"), "is not translated"),
    ],
)
def test_each_fault_would_be_found(pair: tuple[str, str], fault: str) -> None:
    assert fault in faults(pair)


def test_korean_never_guesses_the_particle_after_a_value() -> None:
    """을/를, 은/는, 이/가, 과/와 depend on how a value is read aloud: a setting's is not known.

    The AlexNet page's values are few and fixed (layers, limits), so its texts may choose.
    """
    guess = re.compile(r"\}(을|를|은|는|이|가|과|와)(?![가-힣(])")
    found = [
        key for key, (_, korean) in TEXTS if guess.search(korean) and not key.startswith("alexnet.")
    ]
    assert found == []


def test_no_letter_follows_a_bold_value() -> None:
    """Markdown would show the stars of `**tabby (cat)**s`: a value may end in a bracket."""
    follows = re.compile(r"\}\*\*[^\W_]")
    assert [key for key, pair in TEXTS if any(follows.search(said) for said in pair)] == []


def test_no_text_strikes_out_what_stands_between_two_tildes() -> None:
    """Markdown takes 1~3행, 1~3열 for a line through the words between; a dash writes spans."""
    struck = re.compile(r"~(?! ).*(?<! )~")
    assert struck.search("1~3행, 1~3열")
    found = [key for key, pair in TEXTS if any(struck.search(said) for said in pair)]
    assert found == []


@pytest.mark.parametrize("module", CATALOGS)
def test_no_catalog_writes_a_key_twice(module: str) -> None:
    """Python would keep the second text and forget the first without a word."""
    file = importlib.import_module(module).__file__
    assert file is not None
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    keys = [
        str(key.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    ]
    assert len(keys) > 0
    assert sorted(set(keys)) == sorted(keys)


def test_a_key_in_two_catalogs_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = {"one": {"a.b": ("A", "가")}, "two": {"a.b": ("B", "나")}}
    monkeypatch.setattr(words, "catalogs", lambda: twice)
    with pytest.raises(ValueError, match=r"two repeats \['a.b'\]"):
        words._texts.__wrapped__()


def test_an_unknown_key_is_an_error_and_an_unknown_language_is_english() -> None:
    with pytest.raises(KeyError):
        text("no.such.key", "en")
    assert text("common.play", "fr") == text("common.play", "en") != text("common.play", "ko")
    assert text("player.count", "ko", step=2, steps=9) == "2 / 9단계"


def test_every_error_of_the_engine_has_a_sentence_with_the_same_values() -> None:
    common = {"parameter", "value", "allowed"}
    assert SENTENCES
    for code, sentence in SENTENCES.items():
        for template in CATALOGS["visualizer.words.texts.errors"][f"error.{code}"]:
            assert placeholders(template) - common == placeholders(sentence) - common, code
