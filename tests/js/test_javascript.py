"""The scripts' own tests, run by Node against cases that Python writes now."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.js.cases import write

HERE = Path(__file__).parent
OLDEST = 18  # the first Node with a test runner


def usable_node() -> str:
    """Return Node's path; without a usable one skip, or fail where CI=true."""
    node = shutil.which("node")
    found = "not installed"
    if node:
        found = subprocess.run([node, "--version"], capture_output=True, text=True).stdout.strip()
        major = re.match(r"v(\d+)\.", found)
        if major and int(major[1]) >= OLDEST:
            return node
    sentence = f"The tests of the browser's scripts need Node {OLDEST} or newer; it is {found}."
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


def test_node_finds_both_sides_equal(tmp_path: Path) -> None:
    node = usable_node()
    cases = tmp_path / "cases.json"
    write(cases)
    tests = sorted(str(path) for path in HERE.rglob("*.test.js"))
    assert len(tests) >= 5
    run = subprocess.run(
        [node, "--test", "--test-reporter=tap", *tests],
        env={**os.environ, "CONVSCOPE_CASES": str(cases)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    passed = re.search(r"^# pass (\d+)$", run.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) > 100
    assert re.search(r"^# fail 0$", run.stdout, re.MULTILINE)
    assert re.search(r"^# skipped 0$", run.stdout, re.MULTILINE)
