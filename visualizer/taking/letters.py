"""The Korean letters of a picture, put into it: a file finds no web font where it is opened."""

from __future__ import annotations

import base64
import io
import re

from visualizer.lessons.registry import ROOT
from visualizer.memory import remembered

FAMILY = "ConvScopeLetters"
"""What a picture calls the letters that it carries."""
MOST = 400
"""Letters of one picture."""
_FOLDER = ROOT / "assets" / "paper"
_WEIGHTS = {"Regular": 400, "Bold": 700}
_KOREAN = re.compile("[\u3131-\u318e\uac00-\ud7a3]")


def korean_in(words: str) -> str:
    """Return the Korean letters in ``words``, each once and in order, ``MOST`` at most.

    >>> korean_in("입력 1×5×5, 출력")
    '력입출'
    """
    return "".join(sorted(set(_KOREAN.findall(words)))[:MOST])


@remembered(32)
def font_rules(letters: str) -> str:
    """Return style rules with the outlines of ``letters``, regular and bold; "" for no letters.

    letters: as ``korean_in`` returns them. The font goes by the name ``FAMILY`` and has nothing
    else, so that all other signs look as they do on the screen.
    """
    return "\n".join(_rule(letters, name, weight) for name, weight in _WEIGHTS.items() if letters)


def _rule(letters: str, name: str, weight: int) -> str:
    # Half a second to be loaded, for those alone who save a picture in Korean.
    from fontTools import subset

    options = subset.Options()
    options.flavor = "woff"
    options.layout_features = []
    options.hinting = False
    font = subset.load_font(str(_FOLDER / f"ConvScopePaper-{name}.ttf"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    file = io.BytesIO()
    subset.save_font(font, file, options)
    data = base64.b64encode(file.getvalue()).decode("ascii")
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight};'
        f' src: url("data:font/woff;base64,{data}") format("woff"); }}'
    )
