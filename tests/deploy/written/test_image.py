"""The image: rules that a Dockerfile keeps, what goes into it, the list of what is in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from convscope.version import VERSION
from deploy.ports import METRICS_PORT
from deploy.server import ROOT

LINES = (ROOT / "deploy" / "Dockerfile").read_text("utf-8").replace("\\\n", "").splitlines()
STAGES = re.findall(r"^FROM \S+ AS (\w+)$", "\n".join(LINES), re.MULTILINE)
APP = LINES[LINES.index("FROM ${PYTHON} AS app") :]


def said(word: str, lines: list[str] = LINES) -> list[str]:
    """Return what follows an instruction, each time."""
    return [line.split(maxsplit=1)[1] for line in lines if line.split(" ", 1)[0] == word]


def test_bases_are_named_with_a_tag_that_is_not_the_latest() -> None:
    assert STAGES == ["build", "front", "app"]
    bases = [each.partition("=")[2] for each in said("ARG") if ":" in each]
    assert len(bases) == 2
    assert not any(base.endswith(":latest") for base in bases)


def test_the_app_runs_as_nobody_in_particular_and_is_asked_how_it_is() -> None:
    assert said("USER", APP) == ["10001:10001"]
    (check,) = said("HEALTHCHECK", APP)
    assert check.endswith('CMD [".venv/bin/python", "-m", "deploy.health"]')
    assert not any("pip" in each or "apt" in each for each in said("RUN", APP))
    assert all(each.startswith("[") for each in said("CMD", APP))


def test_nothing_is_fetched_past_the_package_index() -> None:
    assert said("ADD") == []
    assert not any(re.search(r"curl|wget|apt-get|sudo", each) for each in said("RUN"))


def test_the_image_holds_what_the_app_needs_and_no_tests() -> None:
    rules = (ROOT / ".dockerignore").read_text("utf-8").split("\n")
    kept = [rule[1:] for rule in rules if rule.startswith("!")]
    assert "*" in rules
    assert all((ROOT / each).exists() for each in kept)
    assert not any(fnmatch(each, "test*") for each in kept)
    copied = {word for each in said("COPY") for word in each.split()[:-1] if word[0] not in "-."}
    inside = {word for word in copied if not word.startswith("/")}
    assert all(any(word == each or word.startswith(f"{each}/") for each in kept) for word in inside)


def test_the_bill_of_materials_names_every_package(tmp_path: Path) -> None:
    target = tmp_path / "sbom.cdx.json"
    subprocess.run([sys.executable, "tools/sbom.py", str(target)], cwd=ROOT, check=True)
    bill = json.loads(target.read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == VERSION
    refs = [each["bom-ref"] for each in bill["components"]]
    assert len(set(refs)) == len(refs)
    found = dict(re.findall(r"pkg:pypi/([\w-]+)@([\d.]+)", " ".join(refs)))
    for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines():
        if "==" in line:
            name, _, version = line.partition("==")
            assert found[name] == version


def test_a_container_without_a_server_is_not_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "1")
    monkeypatch.delenv(METRICS_PORT, raising=False)
    command = [sys.executable, "-m", "deploy.health"]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (asked.returncode, asked.stderr) == (1, b"")
