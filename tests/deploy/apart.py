"""Running what needs an event loop of its own, beside that of the browser tests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def apart(function: Callable[..., T], *arguments: object) -> T:
    """Call a function in another thread: Playwright leaves a running loop in the main one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function, *arguments).result()


def finish(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end."""
    finished: T = apart(asyncio.run, coroutine)
    return finished
