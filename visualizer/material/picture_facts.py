"""What a file says of its picture that Pillow does not keep, found before decoding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """A file's facts, as the rest of the opener needs them.

    ``data``: what Pillow gets, the file or the file without what could break its decoder.
    ``per_pixel``: bytes that decoding takes for each pixel beside Pillow's canvas, of which
    ``left_per_pixel`` stay until the picture is closed; ``fixed``: bytes that it takes at any size.
    ``incomplete``: the end is missing. ``animated``: more pictures follow (None: ask Pillow).
    ``orientation``: the EXIF number (None: ask Pillow). ``exif``: a block that Pillow has not seen.
    ``depth``: bits of one value. ``white``: the value that is white (None: not said).
    ``inverted``: 0 is white although Pillow takes it for black. ``signed``: values can be negative.
    ``planes``: the ending of Pillow's decoders for 16-bit colours that lie one after the other.
    ``idle_alpha``: an alpha of 0 everywhere means that nobody wrote it.
    """

    data: bytes
    per_pixel: float = 0.0
    left_per_pixel: float = 0.0
    fixed: float = 0.0
    incomplete: bool = False
    animated: bool | None = None
    orientation: int | None = None
    depth: int = 8
    white: int | None = None
    inverted: bool = False
    signed: bool = True
    planes: str = ""
    exif: bytes | None = None
    idle_alpha: bool = False
