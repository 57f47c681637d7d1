"""Fetch the official weights: resumable, verified, put in place in one step.

Bytes go to ``NAME.part`` beside the final place. Whatever fails, a file that was in place stays,
and so do the bytes that arrived; the next try asks the server for the rest. Only a file of the
right size and hash is moved into place.
"""

from __future__ import annotations

import errno
import hashlib
import http.client
import os
import shutil
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from visualizer.alexnet.errors import Cancelled, DownloadError

try:
    import fcntl
except ImportError:  # Windows: the lock of this process has to do
    fcntl = None  # type: ignore[assignment]

CHUNK: Final = 1 << 18
MARGIN: Final = 16_000_000  # bytes left free on the disk
MB: Final = 1_000_000


@dataclass(frozen=True)
class RemoteFile:
    """A file to fetch: where, its name here, its exact size, and how its SHA-256 begins."""

    url: str
    name: str
    size: int
    sha256_prefix: str

    @property
    def host(self) -> str:
        """The server's name, for sentences."""
        return urllib.parse.urlsplit(self.url).hostname or self.url


OFFICIAL: Final = RemoteFile(
    "https://download.pytorch.org/models/alexnet-owt-7be5be79.pth",
    "alexnet-owt-7be5be79.pth",
    244_408_911,
    "7be5be79",
)


@dataclass(frozen=True)
class Progress:
    """Bytes there, bytes in all, seconds left (None until the speed is known)."""

    done: int
    total: int
    seconds_left: float | None


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where downloads are kept: ``convscope`` in the user's cache folder (XDG base directories)."""
    base = environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # unset, or relative, which the standard says to ignore
        local = environ.get("LOCALAPPDATA", "")
        base = local if os.name == "nt" and local else os.path.expanduser("~/.cache")
    return Path(base) / "convscope"


def download(
    remote: RemoteFile = OFFICIAL,
    folder: Path | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
    timeout: float = 20.0,
) -> Path:
    """Fetch a file and return its place.

    ``timeout`` is the longest silence in seconds. ``cancel`` is asked after every piece; then
    :class:`Cancelled` is raised and the bytes are kept. Raises :class:`DownloadError` otherwise.
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
                _Transfer(remote, part, progress, cancel, timeout).run(have)
            digest = file_hash(part)
            if not digest.startswith(remote.sha256_prefix):
                part.unlink()
                expected = remote.sha256_prefix
                got = digest[: len(expected)]
                raise DownloadError("download_wrong_hash", expected=expected, got=got)
            os.replace(part, final)
    return final


def file_hash(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class _Transfer:
    """One request for the bytes that are missing."""

    def __init__(
        self,
        remote: RemoteFile,
        part: Path,
        progress: Callable[[Progress], None] | None,
        cancel: Callable[[], bool] | None,
        timeout: float,
    ) -> None:
        self.remote, self.part, self.timeout = remote, part, timeout
        self.progress, self.cancel = progress, cancel
        self.done = self.kept = 0

    def run(self, have: int) -> None:
        """Bring the part to its full size; ``have`` bytes are there."""
        self.done = self.kept = have
        with self._network_errors():
            try:
                response = self._request(have)
            except urllib.error.HTTPError as error:
                if error.code != 416:
                    raise
                # The server's file ends before ours does: what we have is of another file.
                error.close()
                self.part.unlink()
                self.done = self.kept = have = 0
                response = self._request(0)
        with response:
            start = self._start_of(response, have)
            # Not truncated: a server that begins anew must not cost what is there already.
            with open(self.part, "r+b" if self.part.exists() else "wb") as file:
                file.seek(start)
                self.done = start
                self._copy(response, file)
                file.flush()
                os.fsync(file.fileno())

    def _request(self, have: int) -> http.client.HTTPResponse:
        headers = {"User-Agent": "ConvScope", "Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
        request = urllib.request.Request(self.remote.url, headers=headers)
        response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=self.timeout)
        return response

    def _start_of(self, response: http.client.HTTPResponse, have: int) -> int:
        """First byte that the answer holds: ``have``, or 0 from a server that ignores Range."""
        host = self.remote.host
        length = response.headers.get("Content-Length")
        if response.status == 206:
            unit, _, place = response.headers.get("Content-Range", "").partition(" ")
            span, _, total = place.partition("/")
            if unit != "bytes" or span.partition("-")[0] != str(have):
                raise DownloadError("download_answer", host=host)
            if total not in ("*", str(self.remote.size)):
                raise self._wrong_size(total)
            return have
        if response.status != 200:
            raise DownloadError("download_server", host=host, status=response.status)
        if length is not None and length != str(self.remote.size):
            raise self._wrong_size(length)
        return 0

    def _copy(self, response: http.client.HTTPResponse, file: IO[bytes]) -> None:
        began, first = time.monotonic(), self.done
        while True:
            if self.cancel is not None and self.cancel():
                raise Cancelled()
            with self._network_errors():
                piece = response.read1(CHUNK)
            if not piece:
                break
            self.done += len(piece)
            if self.done > self.remote.size:
                raise self._wrong_size(f"> {self.remote.size}")
            file.write(piece)
            if self.progress is not None:
                seconds = time.monotonic() - began
                left = self.remote.size - self.done
                speed = (self.done - first) / seconds if seconds > 0 else 0.0
                known = left / speed if speed and seconds > 0.5 else None
                self.progress(Progress(self.done, self.remote.size, known))
        if self.done < self.remote.size:
            raise self._unfinished("download_cut")

    @contextmanager
    def _network_errors(self) -> Iterator[None]:
        host = self.remote.host
        try:
            yield
        except urllib.error.HTTPError as error:
            error.close()
            raise DownloadError("download_server", host=host, status=error.code) from error
        except TimeoutError as error:
            raise self._unfinished("download_stalled", seconds=_whole(self.timeout)) from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                seconds = _whole(self.timeout)
                raise self._unfinished("download_stalled", seconds=seconds) from error
            raise DownloadError("download_no_network", host=host) from error
        except (http.client.HTTPException, ConnectionError) as error:
            raise self._unfinished("download_cut") from error
        except (OSError, ValueError) as error:
            # Between server and us; the disk's own errors are handled where it is written to.
            if isinstance(error, socket.gaierror):
                raise DownloadError("download_no_network", host=host) from error
            raise self._unfinished("download_cut") from error

    def _unfinished(self, code: str, **details: Any) -> DownloadError:
        done, total = (_megabytes(each) for each in (max(self.done, self.kept), self.remote.size))
        return DownloadError(code, host=self.remote.host, done=done, total=total, **details)

    def _wrong_size(self, got: object) -> DownloadError:
        host, size = self.remote.host, self.remote.size
        return DownloadError("download_wrong_size", host=host, got=got, expected=size)


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
        "download_disk_full", folder=folder, need=_megabytes(need), free=_megabytes(free)
    )


@contextmanager
def _disk_errors(folder: Path, size: int) -> Iterator[None]:
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
    """One download of a file at a time, over all threads and (where the system can) processes."""
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


def _megabytes(size: int) -> str:
    return f"{size / MB:.1f}"


def _whole(seconds: float) -> str:
    return f"{seconds:g}"
