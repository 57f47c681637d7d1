"""What `make install` gives pip: the list with the page for torch, or without if it is silent."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = "https://download.pytorch.org/whl/cpu/torch/"
# A Python that installs nothing: it notes the list that pip would have read.
PYTHON = """#!/bin/sh
case "$2" in
pip) [ "$3" = --version ] || cat "$7" >taken ;;
*) [ "$3" = "PAGE" ] && exit ANSWER ;;
esac
"""


@pytest.mark.parametrize("answers", [True, False])
def test_a_page_that_does_not_answer_is_asked_once(tmp_path: Path, answers: bool) -> None:
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.sh", tmp_path / "tools")
    for name in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON.replace("PAGE", PAGE).replace("ANSWER", "0" if answers else "1"))
    python.chmod(0o755)
    command = ["sh", "tools/setup.sh", "app"]
    first, second = (
        subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        for _ in range(2)
    )
    taken = (tmp_path / "taken").read_text()
    assert (PAGE in taken) is answers
    assert ("does not answer" in first.stderr) is not answers
    assert second.stderr == ""  # nothing is installed twice
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        assert line in taken or "==" not in line
