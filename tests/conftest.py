"""What all tests share: the repository's root, and how hypothesis works."""

from __future__ import annotations

from hypothesis import settings

# Time says nothing on a shared machine; and the same examples each time make a failure repeatable.
settings.register_profile("convscope", deadline=None, derandomize=True)
settings.load_profile("convscope")
