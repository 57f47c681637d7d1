"""Readers who left leave nothing: a real server is asked what it holds after they are gone."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from deploy.backend import answers
from deploy.ports import free_ports
from deploy.server import ROOT
from deploy.visit import Visitor
from tests.deploy.apart import finish
from tests.deploy.counting import HELD
from tests.deploy.readers import LESSONS, all_read, bring

READERS = 32  # four for each page, one of each four with a picture where one is taken
AT_ONCE = 4
MOST = 1  # Streamlit's loop holds the last reader that it served, until it serves another
PATIENCE = 200  # questions, each with a collection of garbage


class Counted:
    """A server in a process of its own, which forgets readers as they leave."""

    def __init__(self) -> None:
        (port,) = free_ports(1)
        self.url = f"http://localhost:{port}"
        options = ("--server.headless=true", "--server.disconnectedSessionTTL=0")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.deploy.counting", f"--server.port={port}", *options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def held(self) -> dict[str, int]:
        """Return what it holds now."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = next(line for line in self.process.stdout if line.startswith("{"))
        found: dict[str, int] = json.loads(line)
        return found

    def left(self) -> dict[str, int]:
        """Return what it holds once nobody is remembered: the last ones go a moment later."""
        for _ in range(PATIENCE):
            found = self.held()
            if not found["connected"] and not found["remembered"]:
                break
        return found


@pytest.fixture(scope="module")
def server() -> Iterator[Counted]:
    """The server, once it takes readers."""
    running = Counted()
    try:
        while not answers(running.url):
            assert running.process.poll() is None, "the server did not start"
        yield running
    finally:
        running.process.kill()
        running.process.communicate()


def test_nothing_of_readers_who_left_is_kept(server: Counted) -> None:
    readers = [(LESSONS[number % len(LESSONS)], number) for number in range(READERS)]
    finish(all_read(server.url, readers, AT_ONCE))
    found = server.left()
    assert {found.pop(name) for name in HELD} <= {0, MOST}
    assert found == dict.fromkeys(found, 0)


def test_a_reader_who_is_there_is_held_with_his_picture(server: Counted) -> None:
    """Else the test above would count nothing."""

    async def stay() -> dict[str, int]:
        async with Visitor(f"{server.url}/convolution?lang=en") as visitor:
            await bring(visitor, await visitor.run(), "convolution", 5)
            return await asyncio.to_thread(server.held)

    found = finish(stay())
    assert found["AppSession"] == found["connected"] == found["uploads"] == 1
    assert found["SessionState"]
    assert found["UploadedFileRec"] == 1
