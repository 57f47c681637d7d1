"""Files to download: the official weights, where downloads are kept, and how far one is."""

from __future__ import annotations

import hashlib
import os
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True)
class RemoteFile:
    """A file to download: its address, its name here, its size in bytes, how its SHA-256 begins."""

    url: str
    name: str
    size: int
    sha256_prefix: str

    @property
    def host(self) -> str:
        """The server's name, to show in sentences."""
        return urllib.parse.urlsplit(self.url).hostname or self.url


OFFICIAL: Final = RemoteFile(
    "https://download.pytorch.org/models/alexnet-owt-7be5be79.pth",
    "alexnet-owt-7be5be79.pth",
    244_408_911,
    "7be5be79",
)


@dataclass(frozen=True)
class Progress:
    """How far a download is, in bytes, and the seconds left (None until the speed is known)."""

    done: int
    total: int
    seconds_left: float | None


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for downloads: ``convscope`` in the user's cache folder.

    ``environ``: the environment variables, of which XDG_CACHE_HOME and LOCALAPPDATA count.
    """
    base = environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # the XDG standard says to ignore relative paths
        local = environ.get("LOCALAPPDATA", "")
        base = local if os.name == "nt" and local else os.path.expanduser("~/.cache")
    return Path(base) / "convscope"


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def megabytes(size: int) -> str:
    """Write a number of bytes in megabytes, for sentences."""
    return f"{size / 1_000_000:.1f}"
