"""The files beside this one: answers that were given, what was read, what is ignored until when.

`answers.json` is written by `make audit` when a service answers; the other two by hand.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from packaging.specifiers import SpecifierSet

from tools.audit.asked import Answer, Finding, Versions

HERE = Path(__file__).parent
NOBODY = "nobody yet"


@dataclass(frozen=True)
class Ignore:
    """An advisory that is known and left for now: ``reason``, and until which day that holds."""

    id: str
    package: str
    reason: str
    until: date


def read_answer(path: Path, kind: str) -> tuple[str, Answer]:
    """Return the kept answer about "python" or "npm" and its date; ("", a silence) for none."""
    if not path.exists():
        return "", Answer(silence=NOBODY)
    about = json.loads(path.read_text("utf-8"))[kind]
    if about["by"] == NOBODY:
        return "", Answer(silence=NOBODY)
    findings = tuple(Finding(**{**each, "ids": tuple(each["ids"])}) for each in about["findings"])
    return about["date"], Answer(about["by"], about["asked"], findings)


def write_answers(
    path: Path, answers: Mapping[str, tuple[str, Answer]], packages: Mapping[str, Versions]
) -> None:
    """Keep answers, each with its date, by what they are about; nothing is written that is there.

    ``packages``: what was asked about; where nobody has answered, this is what is kept.
    """
    about = {
        kind: {
            "date": when or None,
            "by": answer.by or NOBODY,
            "asked": dict(sorted((answer.asked or packages[kind]).items())),
            "findings": [asdict(each) for each in answer.findings],
        }
        for kind, (when, answer) in answers.items()
    }
    written = json.dumps(about, indent=1) + "\n"
    if not path.exists() or path.read_text("utf-8") != written:
        path.write_text(written, "utf-8")


def found_by_reading(path: Path, kind: str, packages: Versions) -> tuple[list[Finding], int]:
    """Return which of the advisories that were read hold for these versions, and how many were."""
    read = [each for each in _entries(path, "advisory") if each["kind"] == kind]
    findings = []
    for each in read:
        versions = packages.get(each["package"], "").split(", ")
        for version in versions:
            if version and SpecifierSet(each["affected"]).contains(version, prereleases=True):
                findings.append(
                    Finding(
                        tuple(each["ids"]),
                        each["package"],
                        version,
                        each["fixed"],
                        f"{each['what']} {each.get('here', '')}".strip(),
                        f"read on {each['read']}: {each['source']}",
                    )
                )
    return findings, len(read)


def read_ignores(path: Path) -> list[Ignore]:
    """Return what is ignored; SystemExit with a sentence for an entry without reason or end."""
    ignores = []
    for each in _entries(path, "ignore"):
        until = each.get("until")
        if not each.get("reason") or not isinstance(until, date):
            raise SystemExit(f"{path.name}: {each.get('id')} has no reason, or no day in `until`.")
        ignores.append(Ignore(each["id"], each["package"], each["reason"], until))
    return ignores


def _entries(path: Path, name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get(name, [])
    return entries
