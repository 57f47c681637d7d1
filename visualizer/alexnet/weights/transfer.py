"""The transfer of a file over HTTP, from the byte where an earlier download stopped."""

from __future__ import annotations

import http.client
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from visualizer.alexnet.errors import Cancelled, DownloadError
from visualizer.alexnet.weights.remote import Progress, RemoteFile, megabytes

CHUNK: Final = 1 << 18  # bytes read at a time


class Transfer:
    """The transfer of the bytes that are missing, into the part file."""

    def __init__(
        self,
        remote: RemoteFile,
        part: Path,
        progress: Callable[[Progress], None] | None,
        cancel: Callable[[], bool] | None,
        timeout: float,
    ) -> None:
        """Take the arguments of `download`; nothing is sent yet."""
        self.remote, self.part, self.timeout = remote, part, timeout
        self.progress, self.cancel = progress, cancel
        self.done = self.kept = 0

    def run(self, have: int) -> None:
        """Bring the part file to its full size; ``have`` bytes of it are there."""
        self.done = self.kept = have
        with self._network_errors():
            try:
                response = self._request(have)
            except urllib.error.HTTPError as error:
                if error.code != 416:
                    raise
                # The server's file is shorter than ours, so our bytes belong to another file.
                error.close()
                self.part.unlink()
                self.done = self.kept = have = 0
                response = self._request(0)
        with response:
            start = self._start_of(response, have)
            # The file is not truncated: should the server start from byte 0 and fail, our bytes
            # are still there.
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
        """Return the first byte in the response: ``have``, or 0 if the server ignores Range."""
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
                seconds_left = left / speed if speed and seconds > 0.5 else None
                self.progress(Progress(self.done, self.remote.size, seconds_left))
        if self.done < self.remote.size:
            raise self._unfinished("download_cut")

    @contextmanager
    def _network_errors(self) -> Iterator[None]:
        """Turn every error of the network into a DownloadError.

        The disk's errors are turned by `_disk_errors`: nothing is written within this block.
        """
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
            raise self._unfinished("download_cut") from error

    def _unfinished(self, code: str, **details: Any) -> DownloadError:
        done, total = (megabytes(each) for each in (max(self.done, self.kept), self.remote.size))
        return DownloadError(code, host=self.remote.host, done=done, total=total, **details)

    def _wrong_size(self, got: object) -> DownloadError:
        host, size = self.remote.host, self.remote.size
        return DownloadError("download_wrong_size", host=host, got=got, expected=size)


def _whole(seconds: float) -> str:
    return f"{seconds:g}"
