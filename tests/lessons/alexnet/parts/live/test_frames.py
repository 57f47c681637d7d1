"""What a browser may send as a frame: a JPEG of one size, and nothing else whatsoever."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image

from visualizer.alexnet.preprocessing import RESIZE_TO
from visualizer.lessons.alexnet.parts.live.frames import (
    MOST_BYTES,
    SIDE,
    FrameError,
    read_frame,
    read_kept,
)

LAYERS = ("conv1", "relu1")


def picture(side: int = SIDE, kind: str = "JPEG", height: int = 0) -> str:
    """Return a picture's file as base64."""
    buffer = io.BytesIO()
    Image.new("RGB", (side, height or side), "teal").save(buffer, kind)
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def sent(**other: Any) -> dict[str, Any]:
    """Return what a browser sends, some of it changed."""
    return {"number": 3, "picture": picture(), "layer": "relu1", "first": 32} | other


def test_a_frame_is_as_large_as_a_photo_becomes() -> None:
    assert SIDE == RESIZE_TO


def test_a_frame_is_read() -> None:
    frame = read_frame(sent(), LAYERS)
    assert (frame.number, frame.layer, frame.first) == (3, "relu1", 32)
    with Image.open(io.BytesIO(frame.picture)) as image:
        assert image.size == (SIDE, SIDE)


@pytest.mark.parametrize(
    "wrong",
    [
        None, True, 3, "frame", [], {}, [sent()],
        sent(number=0), sent(number=-1), sent(number=True), sent(number=1.5), sent(number="1"),
        sent(number=2**31), sent(number=None),
        sent(layer="conv9"), sent(layer=None), sent(layer=["conv1"]), sent(layer={}),
        sent(first=-1), sent(first="0"), sent(first=float("nan")), sent(first=10**40),
        sent(picture=None), sent(picture=""), sent(picture=7), sent(picture=[picture()]),
        sent(picture="no base64!"), sent(picture="data:image/jpeg;base64," + picture()),
        sent(picture="é" * 40), sent(picture="A" * (MOST_BYTES * 2)),
        sent(picture=base64.b64encode(b"<html>").decode()),
        sent(picture=base64.b64encode(b"\xff\xd8\xff" + b"x" * 500).decode()),
        sent(picture=picture(kind="PNG")), sent(picture=picture(side=SIDE + 1)),
        sent(picture=picture(height=SIDE * 2)), sent(picture=picture(side=4000, height=1)),
    ],
)  # fmt: skip
def test_what_is_no_frame_is_refused(wrong: object) -> None:
    with pytest.raises(FrameError):
        read_frame(wrong, LAYERS)


def test_a_frame_is_kept_with_the_channel_that_was_pressed() -> None:
    assert read_kept(sent(channel=7), LAYERS).channel == 7
    assert read_kept(sent(channel=None), LAYERS).channel is None
    assert read_kept(sent(), LAYERS).frame.number == 3
    for wrong in (sent(channel=-1), sent(channel="7"), sent(channel=True), None):
        with pytest.raises(FrameError):
            read_kept(wrong, LAYERS)
