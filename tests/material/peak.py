"""Print what opening each of the given files adds to a process at its peak, as JSON.

    python -m tests.material.peak FILE...

Each file is opened in a process of its own, forked from one that has loaded and tried everything.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from tests.material.files import colourful, saved
from visualizer.material import PictureError, open_picture


def peak() -> int:
    """Return the most bytes that this process had in memory so far."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def measured(path: str) -> dict[str, object]:
    """Return the outcome for a file, and the bytes added."""
    data = Path(path).read_bytes()
    before = peak()
    try:
        picture = open_picture(data)
        outcome = f"{picture.format} {picture.mode}"
    except PictureError as error:
        outcome = error.code
    return {"outcome": outcome, "added": peak() - before}


def main() -> None:
    """Open each file in a child, which writes what it found."""
    for kind in ("PNG", "WEBP", "AVIF", "TIFF", "JPEG"):
        open_picture(saved(colourful(40, 30), kind))
    for path in sys.argv[1:]:
        child = os.fork()
        if not child:
            print(json.dumps(measured(path)), flush=True)
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
