"""Readers without a browser who come to a server, look at a page with numbers of their own, and go.

What they do is the same for the same number, and different for every other one.
"""

from __future__ import annotations

import asyncio
import io
import random
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from PIL import Image
from streamlit.proto.Common_pb2 import FileUploaderState, UploadedFileInfo

from deploy.visit import Answer, VisitError, Visitor
from tests.deploy.uploading import upload
from visualizer.lessons.registry import PAGES, page_named
from visualizer.material.photos import photo_names
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    Value,
)
from visualizer.words.text import LANGUAGES, text

LESSONS = tuple(page.name for page in PAGES if page.name != "alexnet")
UPLOADING = {  # where a picture is asked for, and as what
    "convolution": ("conv_input", "choice.input.upload"),
    "pooling": ("pool_input", "choice.input.upload"),
    "alexnet": ("alex_photo", "choice.alex_photo.upload"),
}
_BROUGHT = ("upload", "camera")  # choices that wait for a picture


def address(page: str, number: int) -> str:
    """Return the path and query of a page with settings that reader ``number`` has chosen."""
    own = {"lang": LANGUAGES[number % len(LANGUAGES)]}
    if page == "home":
        return f"/?{urlencode(own)}"
    photos = photo_names()
    if page == "alexnet":  # other weights would be other networks, and 240 MB each
        return f"/alexnet?{urlencode({'alex_photo': photos[number % len(photos)], **own})}"
    lesson = page_named(page).lesson
    drawn = random.Random(number)
    kinds = (IntParameter, FloatParameter, ChoiceParameter, FlagParameter)
    changed = [each for each in lesson.parameters if isinstance(each, kinds)]
    values = {p.field: _value(p, drawn) for p in drawn.sample(changed, min(4, len(changed)))}
    settled, _ = lesson.settle(lesson.opening().changed(**values))
    return f"/{page}?{urlencode({**lesson.format(settled), **own})}"


def _value(parameter: Parameter, drawn: random.Random) -> Value:
    """Return a value of a parameter; a whole number is no more than twelve above the least."""
    if isinstance(parameter, IntParameter):
        return drawn.randint(parameter.low, min(parameter.high, parameter.low + 12))
    if isinstance(parameter, FloatParameter):
        return round(drawn.uniform(parameter.low, parameter.high), parameter.decimals)
    if isinstance(parameter, ChoiceParameter):
        return drawn.choice([each for each in parameter.choices if each not in _BROUGHT])
    return drawn.random() < 0.5


async def read(url: str, page: str, number: int) -> None:
    """Open a page, perhaps change a number or bring a picture, and leave; VisitError if it fails.

    Every third reader changes a number once, and every fifth brings a picture where one is taken.
    """
    brings = page in UPLOADING and number % 5 == 0
    async with Visitor(
        url + (address(page, number) if not brings else f"/{page}?lang=en")
    ) as visitor:
        answer = await visitor.run()
        if brings:
            await bring(visitor, answer, page, number)
        elif number % 3 == 0 and (change := _change(answer)):
            await visitor.run(**change)


async def bring(visitor: Visitor, answer: Answer, page: str, number: int) -> Answer:
    """Ask for the place of a picture and put one into it; returns the run that takes it."""
    choice, label = UPLOADING[page]
    asked = next(each for each in answer.widgets("selectbox") if each.endswith(choice))
    answer = await visitor.run(id=asked, string_value=text(label, "en"))
    place = next(answer.widgets("file_uploader"), "")
    file, name = picture(number), f"reader-{number}"
    status = await asyncio.to_thread(upload, visitor, file, name)
    if not place or status != 204:
        raise VisitError(f"{page}: the picture was not taken ({status})")
    held = UploadedFileInfo(file_id=name, name="own.png", size=len(file))
    return await visitor.run(
        id=place, file_uploader_state_value=FileUploaderState(uploaded_file_info=[held])
    )


def picture(number: int) -> bytes:
    """Return a PNG of 100×80 pixels of noise, other ones for each number."""
    image = Image.frombytes("RGB", (100, 80), random.Random(number).randbytes(24_000))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _change(answer: Answer) -> dict[str, Any]:
    """Return another value for the first number that can be changed, nothing without one."""
    for message in answer.elements:
        element = message.delta.new_element
        if element.WhichOneof("type") == "number_input" and not element.number_input.disabled:
            field = element.number_input
            now = field.value if field.set_value else field.default
            other = now + field.step if now + field.step <= field.max else now - field.step
            if field.min <= other <= field.max:
                return {"id": field.id, "double_value": other}
    return {}


async def all_read(url: str, readers: Sequence[tuple[str, int]], at_once: int = 4) -> None:
    """Let readers, each a page and a number, come and go, at most ``at_once`` at a time."""
    waiting: Iterator[tuple[str, int]] = iter(readers)

    async def one_after_another() -> None:
        for page, number in waiting:
            await read(url, page, number)

    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
