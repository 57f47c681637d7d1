"""Letting go of readers who left, when their time is over; and of the memory that they had.

Streamlit remembers a reader who left for ``server.disconnectedSessionTTL`` seconds, and then until
the next one leaves: after a lecture up to 128 of them, their uploads included, would stay for as
long as nobody comes. And glibc keeps what was freed in as many heaps as eight times the cores,
because every run of a page is a thread of its own; two do as well, as one thread of Python runs at
a time. What is large, as a photo's pixels, it is told to give back at once; a layer's output is
less, since to ask for each of them anew took a fifth of AlexNet's time.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
from contextlib import suppress
from typing import Final

from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo

HEAPS: Final = 2
LARGE: Final = 4 * 1024 * 1024  # bytes
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # of glibc's malloc.h


def _forget(kept: TTLCache[str, SessionInfo]) -> None:
    """End the sessions whose time is over; a name that Streamlit still holds keeps no upload."""
    for _, over in kept.expire():
        over.session.shutdown()
    # What they had is in circles, and Python looks for such only while somebody asks for something.
    if kept.ttl and not kept._data:
        gc.collect()
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)


def begin() -> None:
    """Let the server that this process becomes forget in time, and keep few heaps.

    Where MALLOC_ARENA_MAX is in the environment, glibc is as the environment says.
    """
    save = MemorySessionStorage.save

    def saved(self: MemorySessionStorage, session_info: SessionInfo) -> None:
        """Keep a reader who left; Streamlit does so on its event loop."""
        save(self, session_info)
        kept: TTLCache[str, SessionInfo] = self._cache  # type: ignore[assignment]
        # A little later, so that the storage's clock says so too.
        asyncio.get_running_loop().call_later(kept.ttl + 0.1, _forget, kept)

    MemorySessionStorage.save = saved  # type: ignore[method-assign]
    if "MALLOC_ARENA_MAX" not in os.environ:
        with suppress(OSError, AttributeError):
            glibc = ctypes.CDLL("libc.so.6")
            glibc.mallopt(_M_ARENA_MAX, HEAPS)
            glibc.mallopt(_M_MMAP_THRESHOLD, LARGE)
