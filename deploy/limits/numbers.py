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
BYTES: Final = 700_000.0

# Lines that have asked for something, each with a session: of one address, and of all. Who comes
# beyond takes the place of the line that has been still for the longest time: if that was a page
# somebody reads, it connects again by itself.
LINES_OF_ADDRESS: Final = 400
LINES: Final = 1_000
# Sessions that one address begins: so many at once, and then so many a second; more wait, and those
# that would wait longer than a patience are refused.
SESSIONS_AT_ONCE: Final = 200
SESSIONS: Final = 20.0
PATIENCE_TO_BEGIN: Final = 10.0  # seconds
# Lines that have not asked for anything yet, which cost next to nothing, and the seconds until such
# a line is closed.
SILENT_LINES: Final = 4_000
SILENCE: Final = 30.0

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
# While others are about, a session's uploads are read so many bytes at once, then so many a second.
READ_AT_ONCE: Final = 12 * MEGABYTE
READ: Final = 8 * MEGABYTE
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
CORE: Final = 0.5
ABOUT: Final = 2.0
PATIENCE: Final = 1.0
GOING: Final = 0.05
