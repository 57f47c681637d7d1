"""Every text exists in both languages and takes the same values in both."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from visualizer.engine import SENTENCES
from visualizer.lessons.convolution.settings import LESSON, PHOTOS
from visualizer.settings.parameters import ChoiceParameter
from visualizer.words.text import LANGUAGES, catalogs, known, text

EVERY = [
    pytest.param(key, pair, id=key)
    for catalog in catalogs().values()
    for key, pair in catalog.items()
]
# Names that Korean lecturers write in Latin letters too.
LATIN_IN_BOTH = re.compile(r"[A-Za-z0-9×·()+\-−=/%.,:;…⌊⌋σ∑ {}_\d]*")


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize(("key", "pair"), EVERY)
def test_both_languages_say_it(key: str, pair: tuple[str, str]) -> None:
    assert len(pair) == len(LANGUAGES)
    english, korean = pair
    assert english.strip() == english != ""
    assert korean.strip() == korean != ""
    assert placeholders(english) == placeholders(korean)
    assert not re.search("[가-힣]", english)
    if korean == english:
        assert LATIN_IN_BOTH.fullmatch(korean), f"{key} is not translated"
        assert len(korean) <= 30, f"{key} is not translated"
    else:
        # A text that is nothing but numbers and marks around its values needs no Hangul.
        bare = re.sub(r"\{.*?\}", "", korean)
        assert re.search("[가-힣]", korean) or not re.search("[A-Za-z]", bare)


@pytest.mark.parametrize(
    ("key", "pair"), [case for case in EVERY if not str(case.values[0]).startswith("alexnet.")]
)
def test_korean_never_guesses_the_particle_after_a_value(key: str, pair: tuple[str, str]) -> None:
    """을/를, 은/는, 이/가, 과/와 depend on how a value is read aloud: a setting's is not known.

    The AlexNet page's values are few and fixed (layers, limits), so its texts may choose.
    """
    assert not re.search(r"\}(을|를|은|는|이|가|과|와)(?![가-힣(])", pair[1]), key


def test_no_key_stands_in_two_catalogs() -> None:
    keys = [key for catalog in catalogs().values() for key in catalog]
    assert len(keys) == len(set(keys))


def test_an_unknown_key_is_an_error_and_an_unknown_language_is_english() -> None:
    with pytest.raises(KeyError):
        text("no.such.key", "en")
    assert text("common.play", "fr") == text("common.play", "en") != text("common.play", "ko")
    assert text("common.step_of", "ko", step=2, steps=9) == "9단계 중 2단계"


def test_every_control_and_choice_of_the_convolution_lesson_has_its_words() -> None:
    for parameter in LESSON.parameters:
        assert known(f"param.{parameter.name}")
        if isinstance(parameter, ChoiceParameter) and parameter.name != "conv_photo":
            for choice in parameter.choices:
                assert known(f"choice.{parameter.name}.{choice}")
    for preset in LESSON["conv_preset"].choices:  # type: ignore[attr-defined]
        assert known(f"use.conv_preset.{preset}")
    assert len(PHOTOS) == len(set(PHOTOS))


@pytest.mark.parametrize("code", SENTENCES)
def test_every_error_of_the_engine_has_a_sentence_with_the_same_values(code: str) -> None:
    for lang in range(len(LANGUAGES)):
        template = catalogs()["visualizer.words.texts.errors"][f"error.{code}"][lang]
        common = {"parameter", "value", "allowed"}
        assert placeholders(template) - common == placeholders(SENTENCES[code]) - common
