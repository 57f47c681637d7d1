"""Ask the services: pip-audit for Python's packages, npm audit for npm's.

Neither is taken at its word. pip-audit ends with "No known vulnerabilities found" where an index
knows none of the packages, and npm with a message in JSON where nobody answered: an answer counts
for what it names.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.audit.asked import Answer, Finding, Versions, npm_packages, plain

PATIENCE = 300.0  # seconds until a service that says nothing counts as silent
OSV = "https://api.osv.dev/v1/query"


def ask_python(packages: Versions, osv: str = OSV) -> Answer:
    """Ask OSV, and PyPI where it is silent, about Python's packages; ``osv``: where OSV answers."""
    silences = []
    services = {"OSV": ("osv", "--osv-url", osv), "PyPI": ("pypi",)}
    if osv != OSV:
        services = {"OSV": services["OSV"]}
    for name, service in services.items():
        answer = _ask_pip_audit(packages, name, service)
        if answer.asked:
            return answer
        silences.append(answer.silence)
    return Answer(silence="; ".join(dict.fromkeys(silences)))


def _ask_pip_audit(packages: Versions, name: str, service: tuple[str, ...]) -> Answer:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "asked.txt"
        listed.write_text("".join(f"{n}=={v}\n" for n, v in sorted(packages.items())), "utf-8")
        said = _run(
            sys.executable, "-m", "pip_audit", "--requirement", str(listed), "--no-deps",
            "--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", "15",
            "--cache-dir", str(Path(folder) / "cache"), "--vulnerability-service", *service,
        )  # fmt: skip
    if "No module named pip_audit" in said.stderr:
        return Answer(silence="pip-audit is not installed (requirements-dev.txt)")
    try:
        found = json.loads(said.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Answer(silence=f"{name} does not answer")
    asked, findings = {}, []
    for each in found:
        if "skip_reason" in each:
            continue  # nobody knows this version there: no answer about it
        package = plain(each["name"])
        asked[package] = each["version"]
        findings += [
            Finding(
                (bug["id"], *sorted(bug["aliases"])), package, each["version"],
                ", ".join(bug["fix_versions"]), _line(bug["description"]), name,
            )
            for bug in each["vulns"]
        ]  # fmt: skip
    if not asked:
        return Answer(silence=f"{name} knows none of the packages")
    return Answer(name, asked, tuple(findings))


def ask_npm(root: Path, registry: str = "") -> Answer:
    """Ask npm about the packages of ``root``'s package-lock.json.

    ``registry``: whom to ask, "" for the one that npm is set to.
    """
    more = ("--registry", registry) if registry else ()
    try:
        said = _run("npm", "audit", "--json", "--package-lock-only", *more, folder=root)
    except FileNotFoundError:
        return Answer(silence="npm is not installed")
    try:
        found: dict[str, Any] = json.loads(said.stdout)
    except ValueError:
        found = {}
    if "auditReportVersion" not in found:
        return Answer(silence="npm's registry does not answer")
    versions, findings = npm_packages(root / "package-lock.json"), []
    for package, about in sorted(found["vulnerabilities"].items()):
        for bug in about["via"]:
            if isinstance(bug, dict):  # a name alone says: by way of that package
                mends = about.get("fixAvailable")
                fixed = mends["version"] if isinstance(mends, dict) else ""
                findings.append(
                    Finding(
                        (bug["url"].rpartition("/")[2],), package, versions.get(package, "?"),
                        fixed, _line(bug["title"]), "npm",
                    )
                )  # fmt: skip
    return Answer("npm", versions, tuple(findings))


def _run(*command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", "")


def _line(words: str) -> str:
    """Return the beginning of a description on one line."""
    line = " ".join(words.split())
    return line if len(line) <= 200 else f"{line[:199]}…"
