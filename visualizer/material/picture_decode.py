"""Every call into Pillow's decoders, and nothing else within its ``try``.

Decoders raise whatever they stumble over in damaged data: a dozen classes, none of them promised.
So here alone ``Exception`` is caught, around one call of Pillow's each, and a mistake of ours in
any other line still shows itself.
"""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageFile

from visualizer.material.picture_error import PictureError
from visualizer.material.picture_limits import MAX_MEGAPIXELS, shown

_ORIENTATION: Final = 0x0112  # the EXIF tag


def opened(kind: str, data: bytes) -> ImageFile.ImageFile:
    """Return the picture with its header read, its pixels not yet.

    Raises PictureError: damaged, too_many_pixels; LookupError for a format Pillow does not know.
    """
    Image.init()
    if kind not in Image.OPEN:
        raise LookupError(f"Pillow opens no format of the name {kind}")
    source = io.BytesIO(data)
    try:
        return Image.open(source, formats=(kind,))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError("too_many_pixels", limit=MAX_MEGAPIXELS) from error
    except Exception as error:
        raise PictureError("damaged", format=shown(kind)) from error


def smaller(image: ImageFile.ImageFile, factor: int) -> None:
    """Let the decoder of a JPEG leave out pixels: to at most ``1 / factor`` of each side.

    It knows 1, 2, 4 and 8; every other format ignores it.
    """
    step = max(each for each in (1, 2, 4, 8) if each <= factor)
    if step > 1:
        image.draft(None, (image.width // step, image.height // step))


def widen(image: ImageFile.ImageFile, ending: str) -> None:
    """Have the values of each colour decoded as 16 bits, by the decoders with this ending."""
    image.tile = [
        tile._replace(args=(f"{tile.args[0]}{ending}", *tile.args[1:]))
        for tile in image.tile
        if isinstance(tile.args, tuple)
    ]


def animated(image: ImageFile.ImageFile) -> bool:
    """Tell whether more pictures follow the first; asked before the pixels are read."""
    try:
        return bool(getattr(image, "is_animated", False))
    except Exception:  # what follows is damaged, and does not matter
        return False


def loaded(image: ImageFile.ImageFile, kind: str) -> list[int] | None:
    """Read the pixels. Return None, or for a file cut short which rows are there (1) and not (0).

    Raises PictureError: damaged, where less than half came through.
    """
    try:
        image.load()
    except Exception as error:
        rows = _rows(image)
        if 2 * sum(rows) < len(rows):
            raise PictureError("damaged", format=shown(kind)) from error
        return rows
    return None


def orientation(image: Image.Image, exif: bytes | None) -> int | None:
    """Return the EXIF number of how the camera was held, 1 without one, None for a damaged block.

    ``exif`` is a block that Pillow has not seen.
    """
    try:
        notes = image.getexif()
        if exif is not None:
            notes.load(exif if exif.startswith(b"Exif\0\0") else b"Exif\0\0" + exif)
        number = notes.get(_ORIENTATION, 1)
    except Exception:
        return None
    return number if isinstance(number, int) else 1


def _rows(image: ImageFile.ImageFile) -> list[int]:
    """Return 1 for each row that is not all zero, and so was read; [0] where there are none."""
    image.tile = []  # nothing more to read: what there is stays
    try:
        return image.getprojection()[1]
    except Exception:
        return [0]
