"""Say what is known against the packages that are used.

python -m tools.audit [--strict]

Status 1 where an advisory holds that is not ignored, or whose ignoring has ended; with --strict
also where nobody has answered about a version.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from tools.audit import kept, services
from tools.audit.asked import Answer, Finding, Versions, npm_packages, python_packages, uncovered
from tools.audit.kept import Ignore

ROOT = Path(__file__).resolve().parents[2]
MOST = 12  # names of packages that a line lists


def main(arguments: Sequence[str]) -> int:
    """Ask, say what was found, keep what was answered; return the status for the shell."""
    parser = argparse.ArgumentParser(description="Ask what is known against the packages in use.")
    parser.add_argument("--strict", action="store_true", help="fail where nobody has answered")
    parser.add_argument("--kept", type=Path, default=kept.HERE, help="the folder with the files")
    parser.add_argument("--osv", default=services.OSV, help="where OSV answers")
    parser.add_argument("--registry", default="", help="npm's registry")
    given = parser.parse_args(arguments)
    today = _today()
    file: Path = given.kept / "answers.json"
    packages = {
        "python": python_packages(),
        "npm": npm_packages(ROOT / "package-lock.json"),
    }
    fresh = {
        "python": services.ask_python(packages["python"], given.osv),
        "npm": services.ask_npm(ROOT, given.registry),
    }
    answers = {
        kind: (today.isoformat(), answer) if answer.asked else kept.read_answer(file, kind)
        for kind, answer in fresh.items()
    }
    kept.write_answers(file, answers, packages)
    findings: list[Finding] = []
    lacking = 0
    for kind, now in packages.items():
        lacking += _say_who_answered(kind, now, fresh[kind], *answers[kind])
        about = [
            each for each in answers[kind][1].findings if now.get(each.package) == each.version
        ]
        read, count = kept.found_by_reading(given.kept / "read.toml", kind, now)
        known = {name for each in about for name in each.ids}
        findings += about + [each for each in read if not known & set(each.ids)]
        print(
            f"  {count} advisories were read by hand; {len(read)} of them hold for these versions."
        )
    failed = _say_findings(findings, kept.read_ignores(given.kept / "ignored.toml"), today)
    if lacking:
        print(f"No all-clear: nobody has answered about {lacking} of the versions in use.")
    return 1 if failed or (given.strict and lacking) else 0


def _today() -> date:
    return datetime.now(UTC).date()


def _say_who_answered(kind: str, now: Versions, fresh: Answer, when: str, answer: Answer) -> int:
    """Say whose answer this is and what it does not cover; return how many packages that is."""
    about = f"{kind}, {len(now)} packages"
    if fresh.asked:
        print(f"{about}: {fresh.by} has answered.")
    elif answer.asked:
        print(f"{about}: {fresh.silence}. This is a stored answer: {answer.by}, {when}.")
    else:
        print(f"{about}: {fresh.silence}, and nobody has answered before.")
    missing = uncovered(now, answer.asked)
    if missing and answer.asked:
        more = f" and {len(missing) - MOST} more" if len(missing) > MOST else ""
        print(f"  Not covered: {', '.join(missing[:MOST])}{more}.")
    return len(missing)


def _say_findings(findings: Sequence[Finding], ignores: Sequence[Ignore], today: date) -> bool:
    """Say each finding, and what is ignored and why; return whether one is left that is not."""
    failed, used = False, set()
    for each in findings:
        ignore = next(
            (one for one in ignores if one.id in each.ids and one.package == each.package), None
        )
        mends = f", fixed in {each.fixed}" if each.fixed else ", not fixed yet"
        print(f"{each.ids[0]}: {each.package} {each.version}{mends}. {each.what} [{each.source}]")
        if ignore is None:
            failed = True
            continue
        used.add(ignore)
        if ignore.until < today:
            failed = True
            print(f"  was ignored until {ignore.until}, which is past: {ignore.reason}")
        else:
            print(f"  ignored until {ignore.until}: {ignore.reason}")
    for one in ignores:
        if one not in used:
            print(f"{one.id} of {one.package} is ignored, and holds for nothing here.")
    if not findings:
        print("No advisory is known to hold, as far as was answered and read.")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
