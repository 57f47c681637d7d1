"""Every way a download can go, against a server on this machine."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.alexnet.web import (
    CONTENT,
    DIGEST,
    Handler,
    Server,
    cut_after,
    ignores_range,
    stall_after,
    whole,
)
from visualizer.alexnet.errors import Cancelled, DownloadError
from visualizer.alexnet.weights.download import (
    OFFICIAL,
    Progress,
    RemoteFile,
    cache_folder,
    download,
)
from visualizer.words.text import LANGUAGES, text


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.over.set()
        running.shutdown()
        thread.join()


@pytest.fixture
def remote(server: Server) -> RemoteFile:
    port = server.server_address[1]
    return RemoteFile(f"http://127.0.0.1:{port}/w.pth", "w.pth", len(CONTENT), DIGEST[:8])


def failing(remote: RemoteFile, folder: Path, **options: Any) -> DownloadError:
    """The error of a download that fails, its sentences tried in both languages."""
    with pytest.raises(DownloadError) as caught:
        download(remote, folder, **options)
    for lang in LANGUAGES:
        assert "{" not in text(caught.value.key, lang, **caught.value.details)
    return caught.value


def test_a_file_is_fetched_checked_and_put_in_place(remote: RemoteFile, tmp_path: Path) -> None:
    seen: list[Progress] = []
    path = download(remote, tmp_path / "new" / "folder", seen.append)
    assert path.read_bytes() == CONTENT
    assert not path.with_suffix(".pth.part").exists()
    assert [each.done for each in seen] == sorted(each.done for each in seen)
    assert (seen[-1].done, seen[-1].total) == (len(CONTENT), len(CONTENT))
    assert seen[-1].seconds_left in (0.0, None)


def test_what_is_there_is_not_fetched_again(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    (tmp_path / "w.pth").write_bytes(CONTENT)
    assert download(remote, tmp_path) == tmp_path / "w.pth"
    assert server.asked == []


def test_a_cut_connection_keeps_what_came_and_goes_on_from_there(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    server.answer = cut_after(300_000)
    assert failing(remote, tmp_path).code == "download_cut"
    part = tmp_path / "w.pth.part"
    assert part.read_bytes() == CONTENT[:300_000]
    error = failing(remote, tmp_path)
    assert (error.code, error.details["done"]) == ("download_cut", "0.6")
    server.answer = whole
    assert download(remote, tmp_path).read_bytes() == CONTENT
    assert server.asked == [None, "bytes=300000-", "bytes=600000-"]


def test_a_stalled_server_is_given_up_on(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    server.answer = stall_after(200_000)
    error = failing(remote, tmp_path, timeout=0.3)
    assert (error.code, error.details["seconds"]) == ("download_stalled", "0.3")
    assert (tmp_path / "w.pth.part").read_bytes() == CONTENT[:200_000]


def test_a_server_that_never_answers_is_given_up_on(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    def wait(handler: Handler) -> None:
        handler.server.over.wait(30)

    server.answer = wait
    assert failing(remote, tmp_path, timeout=0.3).code == "download_stalled"


def test_a_server_that_ignores_range_costs_nothing(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    part = tmp_path / "w.pth.part"
    part.write_bytes(CONTENT[:500_000])
    server.answer = lambda handler: handler.send(
        200, CONTENT[:100_000], Content_Length=str(len(CONTENT))
    )
    error = failing(remote, tmp_path, timeout=0.3)
    assert error.code in ("download_cut", "download_stalled")
    assert part.read_bytes() == CONTENT[:500_000]
    server.answer = ignores_range
    assert download(remote, tmp_path).read_bytes() == CONTENT


def test_a_corrupted_file_is_thrown_away_and_the_old_one_stays(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    (tmp_path / "w.pth").write_bytes(b"an older file")
    server.answer = lambda handler: handler.send(200, CONTENT[:-1] + b"?")
    error = failing(remote, tmp_path)
    assert error.code == "download_wrong_hash"
    assert error.details["expected"] == DIGEST[:8]
    assert (tmp_path / "w.pth").read_bytes() == b"an older file"
    assert not (tmp_path / "w.pth.part").exists()
    server.answer = whole
    assert download(remote, tmp_path).read_bytes() == CONTENT


def test_a_damaged_part_does_not_end_in_place(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    (tmp_path / "w.pth.part").write_bytes(b"?" * 1000)
    assert failing(remote, tmp_path).code == "download_wrong_hash"
    (tmp_path / "w.pth.part").write_bytes(b"?" * 2_000_000)  # longer than the file itself
    assert download(remote, tmp_path).read_bytes() == CONTENT


def test_a_whole_part_needs_no_server(server: Server, remote: RemoteFile, tmp_path: Path) -> None:
    (tmp_path / "w.pth.part").write_bytes(CONTENT)
    assert download(remote, tmp_path).read_bytes() == CONTENT
    assert server.asked == []


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_the_servers_own_errors_are_said(
    server: Server, remote: RemoteFile, tmp_path: Path, status: int
) -> None:
    server.answer = lambda handler: handler.send(status, b"no")
    error = failing(remote, tmp_path)
    assert (error.code, error.details["status"]) == ("download_server", status)


def test_a_range_beyond_the_servers_file_begins_anew(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    (tmp_path / "w.pth.part").write_bytes(CONTENT[:1000])
    server.answer = lambda handler: (
        handler.send(416, b"") if handler.headers.get("Range") else whole(handler)
    )
    assert download(remote, tmp_path).read_bytes() == CONTENT
    assert server.asked == ["bytes=1000-", None]


def test_another_files_answer_is_refused(
    server: Server, remote: RemoteFile, tmp_path: Path
) -> None:
    server.answer = lambda handler: handler.send(200, b"<html>please log in</html>")
    error = failing(remote, tmp_path)
    assert (error.code, error.details["got"]) == ("download_wrong_size", "26")
    part = tmp_path / "w.pth.part"
    part.write_bytes(CONTENT[:1000])
    server.answer = lambda handler: handler.send(
        206, CONTENT[5:], Content_Range=f"bytes 5-{len(CONTENT) - 1}/{len(CONTENT)}"
    )
    assert failing(remote, tmp_path).code == "download_answer"
    server.answer = lambda handler: handler.send(206, b"?", Content_Range="bytes 1000-1000/1001")
    assert failing(remote, tmp_path).code == "download_wrong_size"
    assert part.read_bytes() == CONTENT[:1000]


def test_an_endless_answer_is_stopped(server: Server, remote: RemoteFile, tmp_path: Path) -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(CONTENT)

    server.answer = endless
    assert failing(remote, tmp_path).code == "download_wrong_size"
    assert (tmp_path / "w.pth.part").stat().st_size <= len(CONTENT)


def test_no_network(tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound but not listening: nobody answers there
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        remote = RemoteFile(f"http://127.0.0.1:{port}/w", "w", 10, "00")
        assert failing(remote, tmp_path).code == "download_no_network"


def test_no_name_for_the_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    error = failing(OFFICIAL, tmp_path)
    assert error.code == "download_no_network"
    assert error.details["host"] == "download.pytorch.org"


def test_a_full_disk_is_seen_before_the_first_byte(
    server: Server, remote: RemoteFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    error = failing(remote, tmp_path)
    assert (error.code, error.details["need"]) == ("download_disk_full", "0.9")
    assert server.asked == []


def test_a_disk_that_fills_up_on_the_way(
    remote: RemoteFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert failing(remote, tmp_path).code == "download_disk_full"
    monkeypatch.undo()
    assert download(remote, tmp_path).read_bytes() == CONTENT


def test_a_folder_that_cannot_be_written(remote: RemoteFile, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert failing(remote, blocked / "folder").code == "download_folder"


def test_cancelling_keeps_what_came(server: Server, remote: RemoteFile, tmp_path: Path) -> None:
    seen: list[Progress] = []
    with pytest.raises(Cancelled):
        download(remote, tmp_path, seen.append, cancel=lambda: bool(seen))
    kept = (tmp_path / "w.pth.part").stat().st_size
    assert 0 < kept <= len(CONTENT)
    assert download(remote, tmp_path).read_bytes() == CONTENT


def test_two_at_once_do_not_meet(remote: RemoteFile, tmp_path: Path) -> None:
    codes: list[str] = []

    def second(_: Progress) -> None:
        if not codes:
            codes.append(failing(remote, tmp_path).code)

    assert download(remote, tmp_path, second).read_bytes() == CONTENT
    assert codes == ["download_running"]


def test_the_cache_folder_follows_the_standard() -> None:
    assert cache_folder({"XDG_CACHE_HOME": "/tmp/x"}) == Path("/tmp/x/convscope")
    home = Path("~/.cache/convscope").expanduser()
    assert cache_folder({}) == cache_folder({"XDG_CACHE_HOME": "not/absolute"}) == home


def test_the_official_file_is_the_published_one() -> None:
    assert OFFICIAL.url == "https://download.pytorch.org/models/alexnet-owt-7be5be79.pth"
    assert OFFICIAL.size == 244_408_911
    assert OFFICIAL.sha256_prefix in OFFICIAL.name
