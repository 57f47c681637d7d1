"""Download the official weights; an interrupted download can be continued.

The bytes are written to ``NAME.part``, and only a complete file with the right hash is renamed to
``NAME``. If something fails, a file that was there before stays, and so do the bytes that arrived:
the next download asks the server only for the rest.
"""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from visualizer.alexnet.errors import DownloadError
from visualizer.alexnet.weights.remote import (
    OFFICIAL,
    Progress,
    RemoteFile,
    cache_folder,
    file_hash,
    megabytes,
)
from visualizer.alexnet.weights.transfer import Transfer

try:
    import fcntl
except ImportError:  # on Windows there is only the lock between threads
    fcntl = None  # type: ignore[assignment]

__all__ = ["OFFICIAL", "Progress", "RemoteFile", "cache_folder", "download", "file_hash"]

MARGIN: Final = 16_000_000  # bytes that must stay free on the disk


def download(
    remote: RemoteFile = OFFICIAL,
    folder: Path | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
    timeout: float = 20.0,
) -> Path:
    """Download a file and return its path; a file that is there and right is not loaded again.

    ``progress``: called after every piece of the file. ``cancel``: asked before every piece; if it
    returns True, `Cancelled` is raised and the bytes are kept. ``timeout``: how many seconds the
    server may be silent. Raises DownloadError if anything fails.
    """
    folder = cache_folder() if folder is None else folder
    final, part = folder / remote.name, folder / (remote.name + ".part")
    with _disk_errors(folder, remote.size):
        folder.mkdir(parents=True, exist_ok=True)
        with _only_one(part):
            if _is_right(final, remote):
                return final
            if part.exists() and part.stat().st_size > remote.size:
                part.unlink()
            have = part.stat().st_size if part.exists() else 0
            _check_space(folder, remote.size - have)
            if have < remote.size:
                Transfer(remote, part, progress, cancel, timeout).run(have)
            digest = file_hash(part)
            if not digest.startswith(remote.sha256_prefix):
                part.unlink()
                expected = remote.sha256_prefix
                got = digest[: len(expected)]
                raise DownloadError("download_wrong_hash", expected=expected, got=got)
            os.replace(part, final)
    return final


def _is_right(path: Path, remote: RemoteFile) -> bool:
    if not path.is_file() or path.stat().st_size != remote.size:
        return False
    return file_hash(path).startswith(remote.sha256_prefix)


def _check_space(folder: Path, need: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < need + MARGIN:
        raise _disk_full(folder, need, free)


def _disk_full(folder: Path, need: int, free: int) -> DownloadError:
    return DownloadError(
        "download_disk_full", folder=folder, need=megabytes(need), free=megabytes(free)
    )


@contextmanager
def _disk_errors(folder: Path, size: int) -> Iterator[None]:
    """Turn every error of the disk into a DownloadError."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _disk_full(folder, size, shutil.disk_usage(folder).free) from error
        reason = error.strerror or type(error).__name__
        raise DownloadError("download_folder", folder=folder, reason=reason) from error


_busy: set[Path] = set()
_busy_lock = threading.Lock()


@contextmanager
def _only_one(part: Path) -> Iterator[None]:
    """Hold a lock: only one thread, and one process if the system has file locks, may download."""
    with _busy_lock:
        if part in _busy:
            raise DownloadError("download_running")
        _busy.add(part)
    try:
        if fcntl is None:
            yield
            return
        with open(part.with_suffix(".lock"), "wb") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise DownloadError("download_running") from error
            yield
    finally:
        with _busy_lock:
            _busy.discard(part)
