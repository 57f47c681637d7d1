"""Letting go of readers who left, when their time is over; and of the memory that they had.

Streamlit remembers a reader who left for ``server.disconnectedSessionTTL`` seconds, and then until
the next one leaves: after a lecture up to 128 of them, their uploads included, would stay for as
long as nobody comes. And glibc keeps what was freed in as many heaps as eight times the cores,
because every run of a page is a thread of its own; two do as well, as one thread of Python runs at
a time.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
from contextlib import suppress
from typing import Final

from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo

HEAPS: Final = 2
_M_ARENA_MAX: Final = -8  # of glibc's malloc.h


class Forgetting(MemorySessionStorage):
    """Keeps who left as Streamlit does, and drops each when the time is over."""

    def save(self, session_info: SessionInfo) -> None:
        """Keep a reader who left; must be called on the event loop, as Streamlit does."""
        super().save(session_info)
        # No sooner than the clock of the storage says that the time is over.
        asyncio.get_running_loop().call_later(self._cache.ttl + 0.1, self._cache.expire)


def begin() -> None:
    """Let the server that this process becomes forget in time, and keep few heaps.

    MALLOC_ARENA_MAX in the environment says another number of heaps; without glibc nothing does.
    """
    from streamlit.web.server.starlette import starlette_app

    starlette_app.MemorySessionStorage = Forgetting  # type: ignore[misc]
    if "MALLOC_ARENA_MAX" not in os.environ:
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").mallopt(_M_ARENA_MAX, HEAPS)
