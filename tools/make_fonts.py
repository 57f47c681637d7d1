"""Make the fonts from Noto Sans CJK (SIL Open Font License 1.1): for the web and for paper.

    python tools/make_fonts.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc

The sources are in Debian's package ``fonts-noto-cjk``. The fonts keep the 2,350 syllables of KS X
1001 and the single letters, which are all that Korean prose needs: a new sentence needs no new
font. A web font has about 160 kB, which a browser loads only for a page that shows Korean.

The printed worksheets' fonts have Latin letters and signs besides. A PDF takes TrueType outlines,
so their cubic curves are redrawn as quadratic ones; what the source lacks of a formula's signs
(brackets of rounding, raised digits, the thin space) is made of what it has.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "static" / "fonts"
PAPER = ROOT / "assets" / "paper"
FAMILY = "Noto Sans CJK KR"
WEIGHTS = ("Regular", "Bold")

# What a worksheet writes besides Korean: ASCII, and the signs of numbers, formulas and sentences.
SIGNS = "−×÷·±≈≠≤≥→←↑↓∞∑√σΦφ′′°²³¹–—…‘’“”¼½¾○●□☐①②③④⑤『』「」"
RAISED = dict(zip("⁰⁴⁵⁶⁷⁸⁹⁻", "0456789−", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
CROSS = {"✕": "×"}
_CURVE_ERROR = 2.0  # thousandths of the letter's height: far below what a printer resolves


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


def make_paper(collection: Path, target: Path) -> None:
    """Write a worksheets' font: TrueType outlines of letters, signs and Korean."""
    font = korean_face(collection)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG", "GPOS", "GSUB"]
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={*range(0x20, 0x7F), *map(ord, SIGNS), *syllables(), *letters()})
    subsetter.subset(font)
    _to_quadratic(font)
    _add_signs(font)
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = "ConvScope Paper"
        if record.nameID == 6:
            record.string = target.stem
    font.save(target)


def _to_quadratic(font: TTFont) -> None:
    """Redraw the cubic outlines of ``CFF`` as quadratic ones in ``glyf``."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, _CURVE_ERROR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, drawn
    font["hmtx"].metrics = {name: font["hmtx"][name] for name in order}
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs",
                  "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions",
                  "maxComponentElements"):  # fmt: skip
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["head"].glyphDataFormat = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
    for name in order:
        glyph = drawn[name]
        glyph.recalcBounds(table)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))


def _add_signs(font: TTFont) -> None:
    """Add brackets of rounding, raised and lowered digits and the thin space."""
    cmap, glyphs = font.getBestCmap(), font.getGlyphSet()

    def add(character: str, glyph: object, width: int) -> None:
        name = f"uni{ord(character):04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = glyph
        font["glyf"].glyphOrder = font.getGlyphOrder()
        glyph.recalcBounds(font["glyf"])  # type: ignore[attr-defined]
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
        for table in font["cmap"].tables:
            table.cmap[ord(character)] = name

    for characters, scale, shift in ((RAISED, 0.6, 400), (LOWERED, 0.6, -120), (CROSS, 1, 0)):
        for character, base in characters.items():
            source = cmap[ord(base)]
            pen = TTGlyphPen(None)
            glyphs[source].draw(TransformPen(pen, (scale, 0, 0, scale, 0, shift)))
            add(character, pen.glyph(), round(scale * font["hmtx"][source][0]))
    bracket = font["glyf"][cmap[ord("[")]]
    (left, inner, right), ys = (sorted({point[i] for point in bracket.coordinates}) for i in (0, 1))
    width = font["hmtx"][cmap[ord("[")]][0]
    for character in "⌊⌋⌈⌉":
        pen = TTGlyphPen(None)
        corners = [(left, ys[0]), (left, ys[-1]), (inner, ys[-1]), (inner, ys[1]), (right, ys[1]),
                   (right, ys[0])]  # fmt: skip
        if character in "⌋⌉":
            corners = [(width - x, y) for x, y in reversed(corners)]
        if character in "⌈⌉":
            corners = [(x, ys[0] + ys[-1] - y) for x, y in reversed(corners)]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
        add(character, pen.glyph(), width)
    add("\u2009", TTGlyphPen(None).glyph(), 160)


def main() -> None:
    """Make a web font and a worksheets' font for each weight."""
    if len(sys.argv) != 1 + len(WEIGHTS):
        raise SystemExit(__doc__)
    for folder in (FOLDER, PAPER):
        folder.mkdir(parents=True, exist_ok=True)
    for weight, source in zip(WEIGHTS, sys.argv[1:], strict=True):
        target = FOLDER / f"ConvScopeKorean-{weight}.woff2"
        make(Path(source), target)
        print(f"{target.name}: {target.stat().st_size // 1024} kB")
        target = PAPER / f"ConvScopePaper-{weight}.ttf"
        make_paper(Path(source), target)
        print(f"{target.name}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
