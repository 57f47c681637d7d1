"""What is worked out once for all readers and kept for a while: a class asks the same thing."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from threading import Lock, RLock
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass
class _Asked:
    """A question that is being answered: who asks the same waits for its lock."""

    asking: int = 0
    lock: RLock = field(default_factory=RLock)


def remembered(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Keep the last ``most`` answers of a function, for all sessions of the process.

    Its arguments must be hashable, and nobody may change what it returns. Thirty readers who open
    one link at the same moment wait for one answer: without a lock each would work it out. Who asks
    something else waits for nobody.
    """

    def keeping(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        kept = lru_cache(maxsize=most)(function)
        lock = Lock()
        asked: dict[Hashable, _Asked] = {}

        @wraps(function)
        def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            question = (args, frozenset(kwargs.items()))
            with lock:
                mine = asked.setdefault(question, _Asked())
                mine.asking += 1
            try:
                with mine.lock:
                    return kept(*args, **kwargs)  # type: ignore[arg-type]  # hashable, as said above
            finally:
                with lock:
                    mine.asking -= 1
                    if not mine.asking:
                        del asked[question]

        return answer

    return keeping
