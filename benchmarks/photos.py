"""How long a class waits that asks AlexNet at the same moment, each with a photo of its own.

    python -m benchmarks.photos                              twenty, in one process
    python -m benchmarks.photos --serve                      the same behind make serve
    python -m benchmarks.photos --at http://localhost:8501   a server that runs already

First each opens /alexnet with another shipped photo; where there are more readers than photos, some
ask for the same one. Counted is the time from the question to the last message of the whole page,
in a process that has the network but has answered none of these photos. Then as many have the page
open and upload a photo that nobody has asked about: counted from the upload on. A browser's own
work, which is done on each reader's machine, is not in it.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, nullcontext
from http import HTTPStatus

from streamlit.proto.Common_pb2 import FileUploaderState, FileURLs, UploadedFileInfo

from benchmarks.crowd import Measured, Meter
from benchmarks.load import behind_nginx, one_process
from benchmarks.photos_memory import noisy
from deploy.visit import Answer, VisitError, Visitor
from tests.deploy.uploading import upload
from visualizer.material.photos import photo_names
from visualizer.words.text import text

_WARM = "goldfish"  # the photo that the page opens with: asked before the others
_EACH = 4  # visits that each process is warmed with, behind nginx by chance
_FILE = "own"  # the name of a visitor's file in the session
_UPLOAD = "choice.alex_photo.upload"


async def _ask(url: str, photo: str) -> float:
    started = time.perf_counter()
    async with Visitor(f"{url}/alexnet?alex_photo={photo}") as visitor:
        answer = await visitor.run()
        if not answer.holds("imgs"):
            raise VisitError("no picture came")
    return time.perf_counter() - started


async def _give(visitor: Visitor, widget: str, photo: bytes) -> float:
    started = time.perf_counter()
    if await asyncio.to_thread(upload, visitor, photo, _FILE) != HTTPStatus.NO_CONTENT:
        raise VisitError("the photo was not taken")
    file = UploadedFileInfo(
        name="own.jpg", size=len(photo), file_id=_FILE, file_urls=FileURLs(file_id=_FILE)
    )
    state = FileUploaderState(uploaded_file_info=[file])
    answer = await visitor.run(id=widget, file_uploader_state_value=state)
    if not answer.holds("imgs"):
        raise VisitError("no picture came")
    return time.perf_counter() - started


async def _shipped(url: str, readers: int, pids: Sequence[int]) -> None:
    photos = [name for name in photo_names() if name != _WARM]
    asked = [photos[number % len(photos)] for number in range(readers)]
    with Meter(pids) as meter:
        waits = await asyncio.gather(*(_ask(url, photo) for photo in asked))
    print(f"{readers} ask at once, {len(set(asked))} different photos", flush=True)
    _say(waits, meter)


async def _own(url: str, readers: int, pids: Sequence[int]) -> None:
    async with AsyncExitStack() as stack:
        given = []
        for number in range(readers):
            visitor = await stack.enter_async_context(Visitor(f"{url}/alexnet?lang=en"))
            choice = _widget(await visitor.run(), "selectbox", "alex_photo")
            chosen = await visitor.run(id=choice, string_value=text(_UPLOAD, "en"))
            given.append((visitor, _widget(chosen, "file_uploader", ""), noisy(number)))
        with Meter(pids) as meter:
            waits = await asyncio.gather(*(_give(*each) for each in given))
    print(f"{readers} upload a photo at once, all different", flush=True)
    _say(waits, meter)


def _widget(answer: Answer, kind: str, key: str) -> str:
    return next(each for each in answer.widgets(kind) if each.endswith(key))


def _say(waits: Sequence[float], meter: Meter) -> None:
    cost = None if meter.server is None else meter.server * meter.passed / len(waits)
    print("   ", Measured(tuple(waits), 0, meter.own, meter.server, cost).line(), flush=True)


async def _class(url: str, readers: int, pids: Sequence[int], warm: int) -> None:
    for _ in range(warm):
        await _ask(url, _WARM)
    await _shipped(url, readers, pids)
    await _own(url, readers, pids)


def main() -> None:
    """Measure one server."""
    parser = argparse.ArgumentParser(description="Measure a class that asks AlexNet at once.")
    parser.add_argument("--at", default="", help="the address of a server that runs already")
    parser.add_argument("--serve", action="store_true", help="several processes behind nginx")
    parser.add_argument("--readers", type=int, default=20)
    given = parser.parse_args()
    own = behind_nginx("") if given.serve else one_process()
    with nullcontext((given.at.rstrip("/"), [])) if given.at else own as (url, pids):
        asyncio.run(_class(url, given.readers, pids, _EACH * max(1, len(pids))))


if __name__ == "__main__":
    main()
