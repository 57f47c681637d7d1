"""Nothing in the image gives anybody rights, and no secret of who builds it is in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import scan
from deploy.server import ROOT
from tests.deploy.written.test_image import LINES, STAGES, said

BITS = r"find / -xdev -type f \( -perm -4000 -o -perm -2000 \)"


def asked(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the scan as the Dockerfile does."""
    return subprocess.run(
        [sys.executable, "-m", "deploy.scan", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_files_with_rights_of_another_are_found(tmp_path: Path) -> None:
    deep = tmp_path / "usr" / "bin"
    deep.mkdir(parents=True)
    for name, mode in {"su": 0o4755, "wall": 0o2755, "both": 0o6755, "ls": 0o755}.items():
        (deep / name).write_text("")
        (deep / name).chmod(mode)
    deep.chmod(0o2755)  # a folder's bit hands on its group and gives nobody anything
    (tmp_path / "link").symlink_to(deep / "su")
    found = asked(tmp_path)
    assert found.returncode == 1
    assert found.stdout.splitlines() == [
        f"setuid, setgid: {deep / 'both'}",
        f"setuid: {deep / 'su'}",
        f"setgid: {deep / 'wall'}",
    ]
    for name in ("su", "wall", "both"):
        (deep / name).chmod(0o755)
    assert (asked(tmp_path).returncode, asked(tmp_path).stdout) == (0, "")
    assert asked(tmp_path / "none").returncode == 2


@pytest.mark.skipif(not hasattr(os, "getxattr"), reason="there are no capabilities of files here")
def test_capabilities_of_a_file_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ping").write_text("")
    monkeypatch.setattr(os, "getxattr", lambda *_, **__: b"cap_net_raw")
    assert list(scan.privileged(tmp_path)) == [f"capabilities: {tmp_path / 'ping'}"]


@pytest.mark.skipif(sys.prefix == sys.base_prefix, reason="this is no virtual environment")
def test_what_the_requirements_install_has_none() -> None:
    """The environment that runs this is what the image's is: the same list, the same pip."""
    assert list(scan.privileged(Path(sys.prefix).resolve())) == []


def test_both_images_lose_the_bits_and_are_looked_through_before_their_user_is_named() -> None:
    for stage, check in (("front", f'test -z "$({BITS})"'), ("app", "-m deploy.scan /")):
        start = next(i for i, line in enumerate(LINES) if line.endswith(f" AS {stage}"))
        rest = LINES[start + 1 :]
        lines = rest[: next((i for i, line in enumerate(rest) if line[:5] == "FROM "), None)]
        step = next(i for i, line in enumerate(lines) if "chmod a-s" in line)
        assert lines[step].startswith(f"RUN {BITS} -exec chmod a-s {{}} + ")
        assert check in lines[step]
        after = [line.split(" ", 1)[0] for line in lines[step + 1 :] if line and line[0] != "#"]
        assert after[0] == "USER"
        assert not {"COPY", "ADD", "RUN"} & set(after), "nothing comes in behind the check"
    assert STAGES[-1] == "app"


def ignored(path: str) -> bool:
    """Tell whether Docker leaves a file out: the last rule that fits counts."""
    out = False
    for rule in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        if not rule or rule[0] == "#":
            continue
        pattern = re.escape(rule.lstrip("!").rstrip("/"))
        pattern = pattern.replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]*")
        if re.fullmatch(f"{pattern}(/.*)?", path):
            out = rule[0] != "!"
    return out


def test_the_secret_of_the_compose_file_stays_out_of_the_image() -> None:
    """`COPY . .` would take along what docs/deploy/compose.md has everybody write beside it."""
    assert said("COPY")[1] == ". ."
    assert not ignored("deploy/server.py")
    assert not ignored("deploy/compose/settings.conf")
    for secret in ("deploy/compose/.env", ".env", ".streamlit/secrets.toml", ".git/config"):
        assert ignored(secret), secret
