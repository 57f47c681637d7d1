"""What fifty uploads of weights leave in memory: each replaces the one before, as in one visit.

    python -m benchmarks.own_weights

A file of 229 MB (AlexNet with three classes) is opened again and again, from both formats; after
the first five, which warm up torch and the allocator, the process may not grow by more than 50 MB.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from tests.alexnet.own.files import pth, safetensors
from visualizer.alexnet.model import AlexNet, AlexNet2012, random_model
from visualizer.alexnet.weights.own import OwnNetwork, open_own

UPLOADS, WARM = 50, 5


def resident() -> float:
    """Return the memory that this process holds, in MB; on Linux alone."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


def main() -> None:
    """Open the files in turn and print the process's memory in MB."""
    files = [
        pth(random_model(AlexNet, 3).state_dict()),
        safetensors(random_model(AlexNet2012, 37).state_dict()),
    ]
    place: OwnNetwork | None = None
    after: list[float] = []
    for turn in range(UPLOADS + WARM):
        # Streamlit's upload is a copy of its own, which is let go once it is open.
        place = open_own(io.BytesIO(files[turn % 2]), "homework.pth", place)
        after.append(resident())
        print(f"{turn + 1:3} {place.network:12} {after[-1]:8.0f} MB")
    # The two networks differ in size by a tenth: the same one is compared with itself.
    grown = after[-1] - after[-1 - UPLOADS]
    print(f"grown by {grown:.0f} MB in {UPLOADS} uploads")
    sys.exit(grown > 50)


if __name__ == "__main__":
    main()
