"""Words that depend on a value: a plural in English, a particle in Korean.

In a text, ``{count:draw|draws}`` is "draw" for 1 and "draws" for all else, ``{rows:row|rows}``
"row" where a listing names one row. ``{size:은/는}`` is the value with the particle that fits how
it is read aloud: 5는, 6은, 커널은. The pairs are 은/는, 이/가, 을/를, 과/와 (the first one follows
a final consonant) and 으로/로.
"""

from __future__ import annotations

import re

_BEFORE_PARTICLE = re.compile(r"[`’”()\]\s%°]+$")
# Digits as they are read: 영 일 이 삼 사 오 육 칠 팔 구. Those of 1, 7 and 8 end in ㄹ.
_DIGITS_WITH_FINAL, _DIGITS_WITH_RIEUL = "013678", "178"
# Names of letters that end in a consonant: 엘 엠 엔 알; L and R in ㄹ.
_LETTERS_WITH_FINAL, _LETTERS_WITH_RIEUL = "lmnr", "lr"
# English words are read as words, by the syllable that an ending becomes in Korean: Linear 리니어,
# Dropout 드롭아웃, title 타이틀. Others end as the name of their last letter would.
_WORD = re.compile(r"[A-Za-z][a-z]{2,}$|[A-Za-z]{2,}[a-z]{2}$")
_SYLLABLES = {"net": "넷", "out": "웃", "keep": "킵", "r": "어", "ng": "잉", "le": "을", "me": "임"}
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # read 제곱
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8


class Value(str):
    """A value in a text, as it is written; its format chooses the words that go with it."""

    @property
    def single(self) -> bool:
        """Whether it is a number that English speaks of in the singular."""
        return str(self) in ("1", "−1", "-1")

    def __format__(self, spec: str) -> str:
        """Write the value, choose between ``one|many``, or add the right ``particle/particle``."""
        if "|" in spec:
            one, many = spec.split("|")
            return one if self.single else many
        if "/" in spec:
            return f"{self}{particle(str(self), *spec.split('/'))}"
        return format(str(self), spec)


class Listing(Value):
    """Places counted from 1 in a text: one (``4``), several (``1, 3``) or a span (``2–4``)."""

    @property
    def single(self) -> bool:
        """Whether it names one place."""
        return self.isdigit()


def particle(word: str, closed: str, open_: str) -> str:
    """Return the particle after ``word``: ``closed`` after a final consonant, else ``open_``.

    Of 으로 and 로 it is 로 after ㄹ.

    >>> particle("5", "은", "는"), particle("6", "은", "는"), particle("커널", "으로", "로")
    ('는', '은', '로')
    """
    final, rieul = _ending(word)
    if closed == "으로":
        return open_ if not final or rieul else closed
    return closed if final else open_


def _ending(word: str) -> tuple[bool, bool]:
    """Tell whether a word, read aloud, ends in a consonant, and whether that is ㄹ."""
    if word.rstrip().endswith("%"):  # 퍼센트
        return False, False
    bare = _spoken(_BEFORE_PARTICLE.sub("", word)).lower()
    last = bare[-1:]
    if not last or last in _RAISED:
        return bool(last), False
    if _FIRST_SYLLABLE <= ord(last) <= _LAST_SYLLABLE:
        final = (ord(last) - _FIRST_SYLLABLE) % _FINALS
        return final != 0, final == _RIEUL
    if last.isdigit():
        # Numbers that end in zeros are read 십, 백, 천, 만: all with a consonant, none with ㄹ.
        return last in _DIGITS_WITH_FINAL, last in _DIGITS_WITH_RIEUL
    return last in _LETTERS_WITH_FINAL, last in _LETTERS_WITH_RIEUL


def _spoken(written: str) -> str:
    """Return a text with the syllable at its end for an English word that is read as one."""
    if _WORD.search(written):
        for ending, syllable in _SYLLABLES.items():
            if written.lower().endswith(ending):
                return syllable
    return written
