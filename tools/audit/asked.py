"""Which packages there are, with their versions, and what a finding about one says."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import distributions
from pathlib import Path

Versions = Mapping[str, str]
"""Versions by the packages' names; of several a package has, with commas between them."""


@dataclass(frozen=True)
class Finding:
    """An advisory that holds for a package as it is used.

    ``ids``: its names, the first one is shown; ``fixed``: the version that mends it, "" for none;
    ``what``: a sentence; ``source``: who says so.
    """

    ids: tuple[str, ...]
    package: str
    version: str
    fixed: str
    what: str
    source: str


@dataclass(frozen=True)
class Answer:
    """What was answered: about which versions, and what is known against them.

    ``by``: who answered; ``silence``: why nobody did, then there is nothing else.
    """

    by: str = ""
    asked: Versions = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    silence: str = ""


def python_packages() -> dict[str, str]:
    """Return what is installed where this runs, by the names that PyPI uses.

    A local part such as ``+cpu`` is left out: services know the version without it.
    """
    return {plain(each.name): each.version.split("+")[0] for each in distributions()}


def npm_packages(lock: Path) -> dict[str, str]:
    """Return what a package-lock.json names; ValueError if it is none."""
    found: dict[str, set[str]] = defaultdict(set)
    for place, package in json.loads(lock.read_text("utf-8"))["packages"].items():
        if place:
            found[place.rpartition("node_modules/")[2]].add(package["version"])
    return {name: ", ".join(sorted(versions)) for name, versions in found.items()}


def plain(name: str) -> str:
    """Return a distribution's name as PyPI writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def uncovered(now: Versions, covered: Versions) -> list[str]:
    """Return what an answer about other versions says nothing of, in words."""
    lines = []
    for name, version in sorted(now.items()):
        if covered.get(name) != version:
            was = f" (asked about: {covered[name]})" if name in covered else ""
            lines.append(f"{name} {version}{was}")
    return lines
