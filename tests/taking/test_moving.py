"""A GIF holds every picture, for as long as was asked; what is none is refused."""

from __future__ import annotations

import base64
import io

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

from visualizer.taking.letters import FAMILY, MOST, font_rules, korean_in
from visualizer.taking.moving import MOST_FRAMES, MOST_SIDE, REST, FramesError, gif

GROUND, INK = (255, 255, 255), (194, 24, 122)


def frame(at: int = 0, size: tuple[int, int] = (80, 30)) -> str:
    """Return a picture in base64 with a square in another place each time."""
    picture = Image.new("RGB", size, GROUND)
    ImageDraw.Draw(picture).rectangle([at, 5, at + 8, 13], fill=INK)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode("ascii")


@pytest.mark.parametrize("loop", [True, False])
@pytest.mark.parametrize("seconds", [0.125, 0.5, 2])
def test_a_gif_holds_every_picture_for_its_time(seconds: float, loop: bool) -> None:
    made = Image.open(io.BytesIO(gif([frame(i) for i in range(12)], seconds, loop=loop)))
    assert made.format == "GIF"
    assert (made.n_frames, made.size) == (12, (80, 30))  # type: ignore[attr-defined]
    assert ("loop" in made.info) == loop
    assert made.info.get("loop", 0) == 0  # for ever
    shown = []
    for at in range(12):
        made.seek(at)
        shown.append(made.info["duration"])
        drawn = made.convert("RGB")
        assert drawn.getpixel((at + 4, 8)) == INK
        assert drawn.getpixel((79, 29)) == GROUND, "the ground keeps its very colour"
    # GIF counts in hundredths of a second.
    assert shown[:-1] == [pytest.approx(seconds * 1000, abs=10)] * 11
    assert shown[-1] == pytest.approx((seconds + REST) * 1000, abs=10)


def test_one_picture_is_a_gif_too() -> None:
    assert Image.open(io.BytesIO(gif([frame()], 1, loop=True))).size == (80, 30)


@pytest.mark.parametrize(
    ("frames", "seconds"),
    [
        ([], 0.5),
        ([frame()] * (MOST_FRAMES + 1), 0.5),
        ([frame()], 0.0),
        ([frame()], 60.0),
        ([frame()], float("nan")),
        ([frame(), frame(size=(40, 30))], 0.5),
        ([frame(size=(MOST_SIDE + 1, 9))], 0.5),
        (["no base64!"], 0.5),
        ([base64.b64encode(b"GIF89a, no picture").decode()], 0.5),
        ([frame()[: len(frame()) // 8 * 4]], 0.5),
    ],
    ids=["none", "many", "short", "long", "nan", "sizes", "large", "text", "other", "cut"],
)
def test_what_is_no_film_is_refused(frames: list[str], seconds: float) -> None:
    with pytest.raises(FramesError):
        gif(frames, seconds, loop=True)


def test_a_picture_carries_its_korean_letters_and_no_others() -> None:
    letters = korean_in("입력 1×5×5, 커널 −3")
    assert letters == "".join(sorted("입력커널"))
    rules = font_rules(letters)
    assert rules.count("@font-face") == 2
    for weight, rule in zip((400, 700), rules.splitlines(), strict=True):
        assert f'font-family: "{FAMILY}"; font-weight: {weight};' in rule
        data = rule.partition("base64,")[2].partition('"')[0]
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        assert {chr(code) for code in font.getBestCmap()} == set(letters)


def test_no_letters_need_no_font_and_no_text_more_than_there_may_be() -> None:
    assert font_rules(korean_in("input 1×5×5")) == ""
    assert len(korean_in("".join(map(chr, range(0xAC00, 0xAC00 + 2 * MOST))))) == MOST
