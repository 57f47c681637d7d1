"""One version, the changelog's; one list of requirements."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

import convscope
from convscope.version import ROOT, VERSION, newest

REPOSITORY = Path(__file__).resolve().parents[2]


def test_the_version_is_that_of_the_newest_release() -> None:
    headings = re.findall(r"^## (.*)$", (REPOSITORY / "CHANGELOG.md").read_text("utf-8"), re.M)
    released = next(heading for heading in headings if heading != "Unreleased")
    assert released.split()[0] == VERSION == convscope.__version__


def test_the_citation_names_the_same_version() -> None:
    assert f"\nversion: {VERSION}\n" in (REPOSITORY / "CITATION.cff").read_text("utf-8")


def test_a_changelog_without_a_release_has_no_version() -> None:
    with pytest.raises(ValueError, match="no version"):
        newest("# Changelog\n\n## Unreleased\n")


def test_in_the_repository_the_app_lies_beside_the_package() -> None:
    assert ROOT == REPOSITORY
    assert (ROOT / "app.py").is_file()


def test_the_package_needs_what_the_app_needs() -> None:
    """What a notebook brings along has a floor that the app's own pin is not below."""
    made = runpy.run_path(str(REPOSITORY / "setup.py"))
    listed = (REPOSITORY / "requirements.txt").read_text("utf-8").splitlines()
    pinned = [line for line in listed if "==" in line]
    for line, asked in zip(pinned, made["requirements"](), strict=True):
        name, _, version = line.partition("==")
        floor = re.fullmatch(rf"{name}>=([\d.]+)", asked)
        assert (floor is not None) == (name in made["BROUGHT"])
        if floor is None:
            assert asked == line
        else:
            assert [int(n) for n in floor[1].split(".")] <= [int(n) for n in version.split(".")]
