"""The numbers of all limits, for a process of some two hundred readers; see benchmarks/abuse.py.

Each stands well above what the app itself does: the live camera sends eleven messages a second, a
training that is watched four, and a page that opens sends three.
"""

from __future__ import annotations

from typing import Final

# Messages of one line, and their bytes: so many at once, and then so many a second; more wait to be
# read.
MESSAGES_AT_ONCE: Final = 60
MESSAGES: Final = 20.0
BYTES_AT_ONCE: Final = 4_000_000
BYTES: Final = 1_000_000.0

# Lines: of one address, of all, and of one address those that have not asked for anything yet. Who
# comes beyond takes the place of the line that has been still for the longest time: if that was a
# reader's page, it connects again by itself.
LINES_OF_ADDRESS: Final = 400
LINES: Final = 1_000
SILENT_LINES: Final = 50
# Of one address so many at once, and then so many a second; more wait to be opened, to the end of a
# patience.
OPENED_AT_ONCE: Final = 200
OPENED: Final = 20.0
PATIENCE_TO_OPEN: Final = 10.0  # seconds
SILENCE: Final = 30.0  # seconds until a line that asks for nothing is closed

# Uploads: of one session and of one address so many at once, and then so many a second.
UPLOADS_AT_ONCE: Final = 15
UPLOADS: Final = 0.5
UPLOADS_OF_ADDRESS_AT_ONCE: Final = 150
UPLOADS_OF_ADDRESS: Final = 5.0
# Bytes: of one file, where the session has been shown no place for a larger one; of all that one
# session holds, and all together. Larger files have a place of their own: one at a time.
MEGABYTE: Final = 1 << 20
FILE: Final = 50 * MEGABYTE
HELD_BY_SESSION: Final = 100 * MEGABYTE
HELD: Final = 250 * MEGABYTE
ENVELOPE: Final = 1 * MEGABYTE  # what a form adds to the file in it, at most
REFUSING: Final = 2.0  # seconds until one who asks too fast is told so
# Seconds until a file must have come: 50 MB in two minutes are 3.5 megabits a second.
COMING: Final = 120.0
COMING_LARGE: Final = 900.0

# Processor time: of a session's seconds so much counts as was used lately, fading to a third in
# FADING seconds. Below FREE nobody gives way; above it one gives way to those who have used less
# than this share of one's own, as long as their runs go on, and pauses to have no more than CORE of
# a core while they are about, which is ABOUT seconds after a run. Nobody pauses for longer than
# PATIENCE seconds, before GOING seconds of work.
FADING: Final = 20.0
FREE: Final = 1.0
SHARE: Final = 0.25
CORE: Final = 0.25
ABOUT: Final = 2.0
PATIENCE: Final = 1.0
GOING: Final = 0.05
