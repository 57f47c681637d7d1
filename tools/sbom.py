"""Write what a Python environment and its Debian consist of, as CycloneDX 1.6 (ECMA-424).

python tools/sbom.py sbom.cdx.json      run by the Python whose packages are meant
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from convscope.version import VERSION


def python_packages() -> list[dict[str, Any]]:
    """Return a component for each installed distribution, by name."""
    found = {_plain(each.name): _component(each) for each in distributions()}
    return [found[name] for name in sorted(found)]


def debian_packages() -> list[dict[str, Any]]:
    """Return a component for each installed Debian package; none where dpkg is not."""
    if shutil.which("dpkg-query") is None:
        return []
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f=${Package}\t${Version}\t${Architecture}\n"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    packages = sorted(line.split("\t") for line in listed.stdout.splitlines())
    return [
        {
            "type": "library",
            "bom-ref": (where := f"pkg:deb/debian/{name}@{version}?arch={architecture}"),
            "name": name,
            "version": version,
            "purl": where,
        }
        for name, version, architecture in packages
    ]


def bill() -> dict[str, Any]:
    """Return the whole document: the app, Python, its packages and the system's."""
    python = platform.python_version()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "component": {
                "type": "application",
                "bom-ref": "convscope",
                "name": "convscope",
                "version": VERSION,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [
            {"type": "platform", "bom-ref": "python", "name": "python", "version": python},
            *python_packages(),
            *debian_packages(),
        ],
    }


def _component(each: Distribution) -> dict[str, Any]:
    version = each.version
    where = f"pkg:pypi/{_plain(each.name)}@{version.replace('+', '%2B')}"
    component = {
        "type": "library",
        "bom-ref": where,
        "name": each.name,
        "version": version,
        "purl": where,
    }
    name = _licence(each)
    return component | ({"licenses": [{"license": {"name": name}}]} if name else {})


def _licence(each: Distribution) -> str:
    """Return what a package says its licence is, "" if nothing; the whole text is no name."""
    for field in ("License-Expression", "License"):
        for said in each.metadata.get_all(field) or []:
            if "\n" not in said.strip():
                return str(said.strip())
    kinds = each.metadata.get_all("Classifier") or []
    return ", ".join(kind.split(" :: ")[-1] for kind in kinds if kind.startswith("License ::"))


def _plain(name: str) -> str:
    """Return a distribution's name as PyPI writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where to: python tools/sbom.py sbom.cdx.json")
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=1) + "\n", "utf-8")
