"""How large a file may be, how fast files come, and how much is held of them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import pytest
import streamlit as st

from deploy.limits import uploads as under_test
from deploy.limits.numbers import (
    ENVELOPE,
    FILE,
    HELD,
    HELD_BY_SESSION,
    MEGABYTE,
    READ,
    READ_AT_ONCE,
    UPLOADS_AT_ONCE,
    UPLOADS_OF_ADDRESS_AT_ONCE,
)
from deploy.limits.uploads import PATH, Upload, Uploads, size_of
from tests.deploy.apart import finish
from visualizer.ui import upload as places

LARGEST = 572 * MEGABYTE
HERE = "192.0.2.1"


class File:
    """A file that is held: its length is all that is asked of it."""

    def __init__(self, size: int) -> None:
        """``size``: in bytes."""
        self.data = range(size)


@dataclass
class Keeper:
    """Holds files as Streamlit does."""

    file_storage: dict[str, dict[str, Any]] = field(default_factory=dict)

    def hold(self, session: str, size: int) -> None:
        """Hold one more file."""
        files = self.file_storage.setdefault(session, {})
        files[str(len(files))] = File(size)

    def remove_session_files(self, session_id: str) -> None:
        """Forget the files of a session."""
        del self.file_storage[session_id]


@pytest.fixture
def keeper() -> Keeper:
    """Where nothing is held yet."""
    return Keeper()


@pytest.fixture
def uploads(keeper: Keeper) -> Uploads:
    """Limits before it."""
    return Uploads(lambda: keeper, LARGEST, lambda session: session != "alone")


def test_a_file_may_be_as_large_as_the_largest_place_that_was_shown(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert uploads.refuses(Upload("a", HERE, FILE + ENVELOPE)) is None
    large = Upload("b", HERE, FILE + ENVELOPE + 1)
    assert uploads.refuses(large) == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    shown = places._Place(10_000)
    monkeypatch.setitem(places._LARGE, "b", shown)
    assert uploads.refuses(large) is None
    assert uploads.refuses(Upload("b", HERE, LARGEST + ENVELOPE)) is None
    more = Upload("b", HERE, LARGEST + ENVELOPE + 1)
    assert uploads.refuses(more) == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_a_place_above_the_usual_is_known_as_long_as_its_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @dataclass
    class Context:
        session_id: str = "visit"

    state: dict[str, object] = {}
    monkeypatch.setattr(places, "get_script_run_ctx", Context)
    monkeypatch.setattr(st, "session_state", state)
    assert places.largest_place("visit") == places.USUAL_MEGABYTES
    places._note(300)
    assert places.largest_place("visit") == 300
    state.clear()
    assert places.largest_place("visit") == places.USUAL_MEGABYTES


def test_one_session_sends_so_many_at_once_and_others_still_can(uploads: Uploads) -> None:
    answers = [uploads.refuses(Upload("a", HERE, 100)) for _ in range(UPLOADS_AT_ONCE + 1)]
    assert answers == [None] * UPLOADS_AT_ONCE + [HTTPStatus.TOO_MANY_REQUESTS]
    assert uploads.refuses(Upload("b", HERE, 100)) is None


def test_an_address_sends_so_many_at_once_whatever_its_sessions(uploads: Uploads) -> None:
    for number in range(UPLOADS_OF_ADDRESS_AT_ONCE):
        assert uploads.refuses(Upload(f"{number}", HERE, 1)) is None
    assert uploads.refuses(Upload("more", HERE, 1)) == HTTPStatus.TOO_MANY_REQUESTS
    assert uploads.refuses(Upload("elsewhere", "198.51.100.1", 1)) is None


def test_who_holds_most_makes_room_and_nothing_else_is_forgotten(
    uploads: Uploads, keeper: Keeper
) -> None:
    for session, megabytes in (("most", 48), ("some", 45), ("little", 1)):
        keeper.hold(session, megabytes * MEGABYTE)
        keeper.hold(session, megabytes * MEGABYTE)
    assert uploads.refuses(Upload("new", HERE, 40 * MEGABYTE)) is None
    assert set(keeper.file_storage) == {"most", "some", "little"}
    keeper.hold("new", 40 * MEGABYTE)
    assert uploads.refuses(Upload("newer", HERE, 40 * MEGABYTE)) is None
    assert set(keeper.file_storage) == {"some", "little", "new"}
    assert sum(uploads._held().values()) <= HELD - 40 * MEGABYTE


def test_a_session_that_holds_too_much_makes_room_itself(uploads: Uploads, keeper: Keeper) -> None:
    keeper.hold("a", 30 * MEGABYTE)
    keeper.hold("a", 30 * MEGABYTE)
    for _ in range(2):
        keeper.hold("b", HELD_BY_SESSION // 2)
    assert uploads.refuses(Upload("a", HERE, 45 * MEGABYTE)) is None
    assert set(keeper.file_storage) == {"b"}


def test_what_is_coming_counts_until_it_has_come(uploads: Uploads) -> None:
    async def come() -> list[HTTPStatus | None]:
        over = asyncio.Event()

        async def receive() -> None:
            await over.wait()

        first = [Upload("a", HERE, 45 * MEGABYTE) for _ in range(2)]
        others = [Upload(f"{number}", HERE, 45 * MEGABYTE) for number in range(3)]
        tasks = [asyncio.create_task(uploads.serve(each, receive())) for each in (*first, *others)]
        await asyncio.sleep(0)
        answers = [
            uploads.refuses(Upload("a", HERE, 45 * MEGABYTE)),  # of the session
            uploads.refuses(Upload("z", HERE, 45 * MEGABYTE)),  # of all
            uploads.refuses(Upload("z", HERE, 10 * MEGABYTE)),
        ]
        over.set()
        await asyncio.gather(*tasks)
        return [*answers, uploads.refuses(Upload("a", HERE, 45 * MEGABYTE))]

    busy, full = HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE
    assert finish(come()) == [busy, full, None, None]


def test_large_files_come_one_at_a_time_and_small_ones_beside_them(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [places._Place(572), places._Place(572)]
    for session, place in zip("ab", shown, strict=True):
        monkeypatch.setitem(places._LARGE, session, place)

    async def come() -> list[HTTPStatus | None]:
        over = asyncio.Event()

        async def receive() -> None:
            await over.wait()

        large = Upload("a", HERE, 400 * MEGABYTE)
        assert uploads.refuses(large) is None
        task = asyncio.create_task(uploads.serve(large, receive()))
        await asyncio.sleep(0)
        answers = [
            uploads.refuses(Upload("b", HERE, 400 * MEGABYTE)),
            uploads.refuses(Upload("b", HERE, 40 * MEGABYTE)),
        ]
        over.set()
        await task
        return [*answers, uploads.refuses(Upload("b", HERE, 400 * MEGABYTE))]

    assert finish(come()) == [HTTPStatus.SERVICE_UNAVAILABLE, None, None]


def test_a_file_that_does_not_come_is_given_up(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "COMING", 0.0)

    async def come() -> None:
        with pytest.raises(TimeoutError):
            await uploads.serve(Upload("a", HERE, FILE), asyncio.Event().wait())  # type: ignore[arg-type]

    finish(come())
    assert not uploads._coming


def test_a_large_file_is_read_slowly_while_others_are_about(uploads: Uploads) -> None:
    chunks = [READ_AT_ONCE // 4] * 4 + [READ // 2] * 2
    for session, waits in (("alone", [0] * 6), ("b", [0, 0, 0, 0, 0.5, 1.0])):
        upload = Upload(session, HERE, FILE)
        assert [uploads.pause(upload, each) for each in chunks] == pytest.approx(waits, abs=0.05)


def test_what_an_upload_is_stands_in_its_path_and_headers() -> None:
    found = PATH.search("/base/_stcore/upload_file/visit/file")
    assert found is not None
    assert found[1] == "visit"
    assert PATH.search("/_stcore/upload_file/visit/file/more") is None
    for said, size in ((b"12", 12), (b"-1", None), (b"x", None)):
        assert size_of({"headers": [(b"host", b"a"), (b"content-length", said)]}) == size
    assert size_of({"headers": []}) is None
