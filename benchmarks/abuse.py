"""What thirty readers notice of one who asks too much of their server.

    python -m benchmarks.abuse                 the server as `make run` has it, each kind of abuser
    python -m benchmarks.abuse --plain         as `streamlit run` has it, without our limits
    python -m benchmarks.abuse --at http://localhost:8501   a server that runs already

Thirty have the convolution open and each changes its seed every three seconds, at a moment of its
own. Their waits are measured without an abuser, and with one of each kind (abusers.py), the one
after the other, and once more without; beside each stands its 95th percentile over that of the two
measurements without. The exit status is 1 where one is above 1.5.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

from benchmarks.abusers import KINDS
from benchmarks.crowd import ROOT, Crowd, Measured, changing, open_page
from benchmarks.load import one_process, streamlit

MOST = 1.5


def main() -> None:
    """Measure one server."""
    parser = argparse.ArgumentParser(description="Measure what readers notice of an abuser.")
    parser.add_argument("--at", default="", help="the address of a server that runs already")
    parser.add_argument("--plain", action="store_true", help="without our limits")
    parser.add_argument("--readers", type=int, default=30)
    parser.add_argument("--lasting", type=float, default=30.0, help="seconds of each measurement")
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), choices=list(KINDS))
    given = parser.parse_args()
    crowd = Crowd(0, 0.0, given.readers, 3.0, given.lasting)
    server = streamlit(ROOT) if given.plain else one_process()
    with nullcontext((given.at.rstrip("/"), [])) if given.at else server as (url, pids):
        asyncio.run(open_page(url, 88888))
        found = {"nobody": _measured("nobody", url, pids, crowd)}
        for kind in given.kinds:
            with _abuser(kind, url):
                found[kind] = _measured(kind, url, pids, crowd)
        found["nobody again"] = _measured("nobody again", url, pids, crowd)
    without = (found["nobody"].p95 + found["nobody again"].p95) / 2
    ratios = {kind: found[kind].p95 / without for kind in given.kinds}
    print("p95 with an abuser over p95 without:")
    for kind, ratio in ratios.items():
        print(f"    {kind:<12} {ratio:.2f}")
    sys.exit(any(ratio > MOST or found[kind].failed for kind, ratio in ratios.items()))


def _measured(kind: str, url: str, pids: Sequence[int], crowd: Crowd) -> Measured:
    measured = asyncio.run(changing(url, crowd, pids))
    print(f"{kind:<12} {measured.line()}", flush=True)
    return measured


@contextmanager
def _abuser(kind: str, url: str) -> Iterator[None]:
    command = [sys.executable, "-m", "benchmarks.abusers", kind, url]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        yield
        if process.poll() is not None:
            print(f"    the abuser ended before the others: {process.returncode}")
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    main()
