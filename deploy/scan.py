"""Find files that give who runs them more rights than he has: setuid, setgid, capabilities.

python -m deploy.scan [FOLDER]      status 1 and a line for each where there are any; by default /

The app needs none of them, and the image has none: its Dockerfile takes the bits away and then asks
this. Like ``find -xdev``: what is mounted below the folder is not looked at.
"""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

KINDS = {stat.S_ISUID: "setuid", stat.S_ISGID: "setgid"}


def privileged(folder: Path, unread: Callable[[OSError], None] | None = None) -> Iterator[str]:
    """Yield a line for each such file below ``folder``: what it has, and its path.

    ``unread``: told of what could not be looked at. OSError if the folder is none.
    """
    device = folder.lstat().st_dev
    for place, folders, names in os.walk(folder, onerror=unread):
        folders[:] = sorted(each for each in folders if _device(Path(place, each)) == device)
        for name in sorted(names):
            path = Path(place, name)
            try:
                has = rights(path)
            except OSError as error:
                if unread is not None:
                    unread(error)
                continue
            if has:
                yield f"{', '.join(has)}: {path}"


def rights(path: Path) -> list[str]:
    """Return which of the three a file has; none for a link, a device or a socket."""
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        return []
    found = [name for bit, name in KINDS.items() if mode & bit]
    asked = getattr(os, "getxattr", None)  # Linux alone has it
    if asked is not None:
        with suppress(OSError):  # a file has none, or its disk knows none
            asked(path, "security.capability", follow_symlinks=False)
            found.append("capabilities")
    return found


def _device(path: Path) -> int | None:
    try:
        return path.lstat().st_dev
    except OSError:
        return None


def main(arguments: list[str]) -> int:
    """Scan, say what was found, return the status for the shell."""
    parser = argparse.ArgumentParser(description="Find setuid and setgid files.")
    parser.add_argument("folder", nargs="?", default="/", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    if not folder.is_dir():
        print(f"{folder} is no folder.", file=sys.stderr)
        return 2
    unread: list[OSError] = []
    found = list(privileged(folder, unread.append))
    for line in found:
        print(line)
    if unread:
        print(f"{len(unread)} places could not be looked at; root could.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
