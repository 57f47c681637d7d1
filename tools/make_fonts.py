"""Make the Korean web fonts in static/fonts from Noto Sans CJK (SIL Open Font License 1.1).

    python tools/make_fonts.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc

The sources are in Debian's package ``fonts-noto-cjk``. The fonts keep the 2,350 syllables of KS X
1001 and the single letters, which are all that Korean prose needs: a new sentence needs no new
font. A font has about 160 kB, which a browser loads only for a page that shows Korean.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FOLDER = Path(__file__).resolve().parents[1] / "static" / "fonts"
FAMILY = "Noto Sans CJK KR"
WEIGHTS = ("Regular", "Bold")


def syllables() -> set[int]:
    """Return the code points of the 2,350 Hangul syllables of KS X 1001."""
    rows, columns = range(0xB0, 0xC9), range(0xA1, 0xFF)
    return {ord(bytes([row, column]).decode("euc_kr")) for row in rows for column in columns}


def letters() -> set[int]:
    """Return the code points of the single Hangul letters."""
    return set(range(0x3131, 0x318F))


def korean_face(collection: Path) -> TTFont:
    """Return the Korean font of a Noto Sans CJK collection; SystemExit if it has none."""
    for font in TTCollection(collection).fonts:
        names = {font["name"].getDebugName(1), font["name"].getDebugName(16)}
        if FAMILY in names:
            return font
    raise SystemExit(f"{collection} holds no {FAMILY}")


def make(collection: Path, target: Path) -> None:
    """Write the subset of ``collection``'s Korean font to ``target`` as WOFF2."""
    font = korean_face(collection)
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False  # not needed on today's screens, and a third of the size
    options.layout_features = []  # every syllable is a single glyph
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG"]  # for vertical writing
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]  # names, copyright, licence
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=syllables() | letters())
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def main() -> None:
    """Make a font for each weight."""
    if len(sys.argv) != 1 + len(WEIGHTS):
        raise SystemExit(__doc__)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for weight, source in zip(WEIGHTS, sys.argv[1:], strict=True):
        target = FOLDER / f"ConvScopeKorean-{weight}.woff2"
        make(Path(source), target)
        print(f"{target.name}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
