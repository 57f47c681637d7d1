"""What pyproject.toml cannot say: the package needs what requirements.txt lists."""

from __future__ import annotations

from pathlib import Path

from setuptools import setup

# A notebook brings these along, often with a build for its graphics card: pip shall leave them as
# they are where they are new enough.
BROUGHT = {"numpy": ">=2.0", "torch": ">=2.4", "pillow": ">=11", "pyyaml": ">=6"}


def requirements() -> list[str]:
    """Return the list's requirements, pinned as there but for those that a notebook brings."""
    text = (Path(__file__).parent / "requirements.txt").read_text(encoding="utf-8")
    # An option, as where torch is found, is pip's own: a package's metadata cannot hold it.
    lines = [line for line in text.splitlines() if "==" in line]
    names = [line.split("==")[0] for line in lines]
    return [
        name + BROUGHT[name] if name in BROUGHT else line
        for name, line in zip(names, lines, strict=True)
    ]


if __name__ == "__main__":
    # The script is named so that it is not taken for a module of the package.
    setup(script_name="setup.py", install_requires=requirements())
