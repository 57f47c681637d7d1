"""How many examples hypothesis tries: few each time, many when asked.

    HYPOTHESIS_PROFILE=long pytest     what ``make test-long`` runs

The short profile tries the same examples each time, so that a failure repeats; the long one looks
for new ones, and says how to repeat what fails. Time says nothing on a shared machine.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("short", max_examples=30, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=400, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
