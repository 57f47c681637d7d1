"""Why a file is not taken as a picture: a code, the values for its sentence, and the sentence."""

from __future__ import annotations

from typing import Any, Final

# The sentences in both languages are visualizer/words/texts/pictures.py; a test holds these equal.
ENGLISH: Final = {
    "empty": "The file is empty.",
    "file_too_large": "The file is larger than {limit} MB. Save the picture smaller and try again.",
    "unknown": "This file is not a picture that can be opened here. These can: {formats}.",
    "heic": "This is a HEIC photo, as iPhones store them, and cannot be opened here. Send it as "
    "JPEG; an iPhone takes JPEG after Settings › Camera › Formats › Most Compatible.",
    "svg": "This is an SVG drawing, made of shapes and not of pixels. Export it as PNG.",
    "pdf": "This is a PDF document. Export the page as PNG or JPEG.",
    "raw": "This is a camera's RAW file, a photo not developed yet. Export it as JPEG.",
    "video": "This is a video. Save one of its frames as PNG or JPEG.",
    "foreign": "This is a {kind} file, which cannot be opened here. These can: {formats}.",
    "damaged": "This {format} file is damaged or ends too early, or is a rare kind of {format} "
    "that cannot be read here. Save it anew as PNG or JPEG.",
    "no_pixels": "This picture has no pixels.",
    "too_many_pixels": "This picture has more than {limit} megapixels. Save it smaller and try "
    "again.",
    "too_large": "This picture is {width}×{height}; a {format} file of this kind may have "
    "{limit} megapixels here. Save it smaller or as JPEG.",
    "too_slow": "This {format} file is packed in a way that takes too long to open. Save it anew "
    "as PNG or JPEG.",
    "too_narrow": "This picture is {width}×{height}: one side is more than {limit} times the "
    "other.",
}


class PictureError(ValueError):
    """A file that cannot be opened as a picture.

    ``code`` is stable (the keys of ``ENGLISH``), ``key`` names its text in both languages,
    ``details`` fills the text's placeholders, with numbers and names of ours and nothing out of the
    file; ``str()`` is the English sentence.
    """

    def __init__(self, code: str, **details: Any) -> None:
        self.code = code
        self.details = details
        super().__init__(ENGLISH[code].format(**details))

    @property
    def key(self) -> str:
        """Key of the sentence in the text catalog."""
        return f"picture.error.{self.code}"

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own way loses the details when an error crosses a process border.
        return _rebuilt, (self.code, self.details)


def _rebuilt(code: str, details: dict[str, Any]) -> PictureError:
    return PictureError(code, **details)
