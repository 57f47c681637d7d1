"""What is worked out once for all readers and kept for a while: a class asks the same thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from threading import RLock
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def remembered(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Keep the last ``most`` answers of a function, for all sessions of the process.

    Its arguments must be hashable, and nobody may change what it returns. Thirty readers who open
    one link at the same moment wait for one answer: without the lock each would work it out.
    """

    def keeping(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        kept = lru_cache(maxsize=most)(function)
        lock = RLock()

        @wraps(function)
        def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            with lock:
                return kept(*args, **kwargs)  # type: ignore[arg-type]  # hashable, as said above

        return answer

    return keeping
