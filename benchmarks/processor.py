"""Processor time of the browsers that this process started; read from /proc, so on Linux alone."""

from __future__ import annotations

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def browser_ms() -> float:
    """Return how many ms all processes of the browsers have run so far."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            stat = (folder / "stat").read_text("utf-8")
        except OSError:
            continue  # it has ended meanwhile
        name = stat[stat.index("(") + 1 : stat.rindex(")")]
        fields = stat[stat.rindex(")") + 2 :].split()
        parents[int(folder.name)] = int(fields[1])
        if "chrom" in name.lower():
            ticks[int(folder.name)] = int(fields[11]) + int(fields[12])
    mine = (count for pid, count in ticks.items() if _is_below(pid, os.getpid(), parents))
    return sum(mine) * 1000 / _TICKS


def _is_below(pid: int, ancestor: int, parents: dict[int, int]) -> bool:
    while pid in parents and pid != ancestor:
        pid = parents[pid]
    return pid == ancestor
