"""Foreign text shown as itself: what comes from an address, a file or a person is no Markdown."""

from __future__ import annotations

import re

_HARMLESS = re.compile(r"[+\-−]?\d+([.,]\d+)?|[^\W_]+( [^\W_]+)*|[^\W_]+(×[^\W_]+)*")
_WORD_JOINER = "\u2060"
_LONGEST = 80


def quoted(written: object, longest: int = _LONGEST) -> str:
    """Return foreign text so that Markdown shows it letter by letter, on one line.

    Numbers and plain words stay as they are. Everything else becomes a code span: nothing in it is
    a link, a picture, a formula or a colour, which no escaping by backslashes can promise, because
    addresses and icons are found in text that is escaped too. longest: in characters; what is
    longer is cut, with dots.

    >>> quoted("12"), quoted("valid"), quoted("[free](https://example.org)")
    ('12', 'valid', '`[free](https://example.org)`')
    >>> quoted("a ` b")
    '`` a ` b ``'
    """
    shown = "".join(letter if letter.isprintable() else " " for letter in str(written))
    if len(shown) > longest:
        shown = shown[: longest - 1] + "…"
    if not shown.strip() or _HARMLESS.fullmatch(shown):
        return shown
    # Streamlit rewrites the name of an icon even in a code span; a joiner without width hides it.
    shown = shown.replace(":material/", f":{_WORD_JOINER}material/")
    # A fence longer than any row of backticks inside cannot be closed from within.
    ticks = max((len(row) for row in re.findall("`+", shown)), default=0)
    fence = "`" * (ticks + 1)
    room = " " if ticks or shown[0] == " " or shown[-1] == " " else ""
    return f"{fence}{room}{shown}{room}{fence}"


def plainly(written: str) -> str:
    r"""Return a foreign sentence so that Markdown shows its words as they are, on one line.

    Every sign is escaped. Where Markdown finds addresses and Streamlit icons and colours in escaped
    text too (after a colon, at an @, after www.), a joiner without width keeps it from that.

    >>> plainly("It stays 5.")
    'It stays 5\\.'
    """
    shown = " ".join("".join(c if c.isprintable() else " " for c in written).split())
    shown = re.sub(r"(?<=[:@])(?=\S)|(?<=www)(?=\.)", _WORD_JOINER, shown, flags=re.IGNORECASE)
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", shown)
