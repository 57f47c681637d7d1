"""How many examples hypothesis tries, and which tests begin.

    HYPOTHESIS_PROFILE=long pytest     what ``make test-long`` runs

The short profile tries the same examples each time, so that a failure repeats; the long one looks
for new ones, and says how to repeat what fails. Time says nothing on a shared machine.
"""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

# Each worker, and each server that a test starts, keeps one core busy: threads that wait for one
# another while others compute cost more than they bring. Read when torch and NumPy are imported.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

settings.register_profile("short", max_examples=30, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=400, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

# What takes longest begins, so that no worker is left with it while the others have nothing to do.
SLOW = ("tests/browser/", "tests/training/", "tests/alexnet/", "tests/tools/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put slow folders first, the slowest before the others."""
    places = {folder: place for place, folder in enumerate(SLOW)}

    def place(item: pytest.Item) -> int:
        return next((places[f] for f in SLOW if item.nodeid.startswith(f)), len(SLOW))

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """Look for garbage less often: a worker holds 1.8 GB, and a seventh of its time went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
