"""Uploads: how large a file may be, how fast they come, and how much is held of them.

Streamlit holds a file as long as its session lasts, wherever in the app it was put, and knows one
largest size for all places. Here a file may be as large as the largest place for one that the
session has been shown; and when too much is held, the files of the session that holds most make
room: what a page needs of a file it has long read.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, Protocol

from deploy.limits.bucket import Bucket
from deploy.limits.numbers import (
    COMING,
    COMING_LARGE,
    ENVELOPE,
    FILE,
    HELD,
    HELD_BY_SESSION,
    MEGABYTE,
    READ,
    READ_AT_ONCE,
    UPLOADS,
    UPLOADS_AT_ONCE,
    UPLOADS_OF_ADDRESS,
    UPLOADS_OF_ADDRESS_AT_ONCE,
)

PATH: Final = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+$")
_KEPT: Final = 1_000  # whose buckets are remembered before full ones are forgotten


class Keeper(Protocol):
    """Where Streamlit holds files: by session, then by file; each has ``data``."""

    file_storage: dict[str, dict[str, Any]]

    def remove_session_files(self, session_id: str) -> None:
        """Forget the files of a session."""


@dataclass(frozen=True)
class Upload:
    """A file that is going to come. ``origin``: the address that counts; ``size``: in bytes."""

    session: str
    origin: str
    size: int

    @property
    def is_large(self) -> bool:
        """Whether it needs the place that there is once."""
        return self.size > FILE + ENVELOPE

    @property
    def patience(self) -> float:
        """The seconds within which it must have come."""
        return COMING_LARGE if self.is_large else COMING


class Uploads:
    """What the sessions of a process upload, and hold of it."""

    def __init__(
        self, keeper: Callable[[], Keeper], largest: int, others: Callable[[str], bool]
    ) -> None:
        """``keeper`` finds where files are held; ``largest``: bytes that Streamlit takes.

        ``others`` tells whether others than a session are about.
        """
        self._keeper, self._largest, self._others = keeper, largest, others
        self._coming: list[Upload] = []
        self._buckets: dict[str, Bucket] = {}

    def refuses(self, upload: Upload) -> HTTPStatus | None:
        """Return why an upload is refused, None if it may come."""
        if upload.size > self._limit(upload.session) + ENVELOPE:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        buckets = (
            self._bucket(upload.session, UPLOADS_AT_ONCE, UPLOADS),
            self._bucket(f"@{upload.origin}", UPLOADS_OF_ADDRESS_AT_ONCE, UPLOADS_OF_ADDRESS),
        )
        if not all(bucket.has_one() for bucket in buckets):
            return HTTPStatus.TOO_MANY_REQUESTS
        if upload.is_large:
            taken = any(each.is_large for each in self._coming)
            return HTTPStatus.SERVICE_UNAVAILABLE if taken else None
        own = sum(each.size for each in self._small() if each.session == upload.session)
        if own + upload.size > HELD_BY_SESSION:
            return HTTPStatus.TOO_MANY_REQUESTS
        coming = sum(each.size for each in self._small())
        if coming + upload.size > HELD:
            return HTTPStatus.SERVICE_UNAVAILABLE
        self._make_room(upload, own, coming)
        return None

    async def serve(self, upload: Upload, served: Awaitable[None]) -> None:
        """Wait for an upload that may come, and count it meanwhile; TimeoutError if it is late."""
        self._coming.append(upload)
        try:
            async with asyncio.timeout(upload.patience):
                await served
        finally:
            self._coming.remove(upload)

    def pause(self, upload: Upload, size: int) -> float:
        """Return how many seconds to wait after so many bytes of an upload were read.

        To take a file out of its form keeps the loop busy that serves all others.
        """
        if not self._others(upload.session):
            return 0.0
        return self._bucket(f"bytes {upload.session}", READ_AT_ONCE, READ).take(size)

    def _small(self) -> Iterator[Upload]:
        return (each for each in self._coming if not each.is_large)

    def _limit(self, session: str) -> int:
        """Return how many bytes a file may have: as the largest place that was shown."""
        # Asked of what is loaded: before a page ran there is no place for a file.
        places = sys.modules.get("visualizer.ui.upload")
        shown = places.largest_place(session) * MEGABYTE if places is not None else 0
        return min(self._largest, max(FILE, shown))

    def _bucket(self, name: str, most: float, rate: float) -> Bucket:
        if len(self._buckets) > _KEPT:
            self._buckets = {name: each for name, each in self._buckets.items() if not each.is_full}
        return self._buckets.setdefault(name, Bucket(most, rate))

    def _make_room(self, upload: Upload, own: int, coming: int) -> None:
        """Forget files until one more fits: the session's own, then of those who hold most."""
        held = self._held()
        if held.get(upload.session, 0) + own + upload.size > HELD_BY_SESSION:
            self._forget(upload.session, held)
        while held and sum(held.values()) + coming + upload.size > HELD:
            self._forget(max(held, key=held.__getitem__), held)

    def _held(self) -> dict[str, int]:
        """Return the bytes that each session holds, a file above the usual size left out."""
        sizes = {
            session: sum(len(file.data) for file in list(files.values()) if len(file.data) <= FILE)
            for session, files in list(self._keeper().file_storage.items())
        }
        return {session: size for session, size in sizes.items() if size}

    def _forget(self, session: str, held: dict[str, int]) -> None:
        self._keeper().remove_session_files(session)
        held.pop(session, None)


def size_of(scope: Mapping[str, Any]) -> int | None:
    """Return the bytes that a question's body has, None if it does not say."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else None
    return None
