"""What ``show`` raises, and nothing else: one class, one clear sentence."""

from __future__ import annotations

from convscope.texts import say


class ShowError(ValueError):
    """A layer or a tensor cannot be shown; as text, the sentence that says why and what can be.

    key: the sentence's, or "" where ``details["sentence"]`` is written already; details: its
    values; lang: "en" or "ko".
    """

    def __init__(self, key: str, lang: str = "en", **details: object) -> None:
        """Keep what is said."""
        self.key, self.lang, self.details = key, lang, details
        super().__init__(key)

    def __str__(self) -> str:
        """Return the sentence; ``axes`` in it are a text of their own."""
        details = dict(self.details)
        if "axes" in details:
            details["axes"] = say(str(details["axes"]), self.lang, **self.details)
        return say(self.key, self.lang, **details)

    def __reduce__(self) -> tuple[object, ...]:
        """Support copying, which would lose the details."""
        return _again, (self.key, self.lang, self.details)


def _again(key: str, lang: str, details: dict[str, object]) -> ShowError:
    return ShowError(key, lang, **details)
