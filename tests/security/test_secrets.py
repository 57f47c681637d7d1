"""No secret is in the repository: no key, no token, no password, no file that is for them."""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEPT_APART = (
    ".env", ".env.*", "*.env", "secrets.toml", "*.pem", "*.key", "*.p12", "*.pfx", "*.jks",
    "*.kdbx", "id_rsa*", "id_ed25519*", ".npmrc", ".pypirc", ".netrc", ".git-credentials",
)  # fmt: skip
SHAPES = {
    "a private key": r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY",
    "a key of AWS": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a token of GitHub": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,})",
    "a token of GitLab": r"glpat-[A-Za-z0-9_-]{20,}",
    "a token of Slack": r"xox[abeoprs]-[A-Za-z0-9-]{10,}",
    "a key of Google": r"AIza[A-Za-z0-9_-]{35}\b",
    "a token of Hugging Face": r"hf_[A-Za-z0-9]{30,}\b",
    "a token of PyPI": r"pypi-AgE[A-Za-z0-9_-]{40,}",
    "a token of npm": r"npm_[A-Za-z0-9]{36}\b",
    "a key of a model's vendor": r"\bsk-[A-Za-z0-9_-]{32,}",
    "a web token": r"eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.",
    "a password in an address": r"\b[a-z]+://[^/\s:@'\"]+:[^/\s:@'\"{}$]+@[a-z]",
}
# In files that configure something, a value beside a name that means a secret. One that is asked of
# the environment or of a cluster's own store is none.
SETTINGS = (".yaml", ".yml", ".toml", ".conf", ".ini", ".cfg", ".service", ".env")
_NAME = r"[\w.-]*(?:passw(?:or)?d|secret|token|api_?key|credential)[\w.-]*[ \t]*[:=][ \t]*"
_VALUE = r"(?![ \t]*(?:$|\$\{|\{|true\b|false\b|none\b|null\b))\S+"
# Behind a # a sentence may speak of one; a single word there was a value.
NAMED = rf"(?im)^(?:[ \t-]*{_NAME}{_VALUE}|[ \t]*#[ \t]*{_NAME}{_VALUE}[ \t]*$)"


def listed() -> list[Path]:
    """Return the files of the repository; skips where this is no checkout."""
    found = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if found.returncode:
        pytest.skip("this is no checkout of the repository")
    return [ROOT / name for name in found.stdout.split("\0") if name]


def secrets(name: str, text: str) -> list[str]:
    """Return what secrets a file of this name and text holds."""
    found = [what for what, shape in SHAPES.items() if re.search(shape, text)]
    if name.endswith(SETTINGS):
        found += [line.strip() for line in re.findall(NAMED, text)]
    if any(fnmatch(Path(name).name, each) for each in KEPT_APART):
        found.append("a file for secrets")
    return found


def test_no_file_of_the_repository_holds_a_secret() -> None:
    files = [path for path in listed() if path.is_file()]
    assert len(files) > 500
    found = {}
    for path in files:
        if path != Path(__file__) and (
            there := secrets(path.name, path.read_text("utf-8", errors="replace"))
        ):
            found[str(path.relative_to(ROOT))] = there
    assert found == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "-----BEGIN OPENSSH PRIVATE KEY-----"),
        ("a.md", "-----BEGIN PRIVATE KEY-----"),
        ("a.py", "key = 'AKIA" + "A1B2" * 4 + "'"),
        ("a.py", "ghp_" + "a1B2" * 9),
        ("a.py", "hf_" + "a1B2" * 9),
        ("a.sh", "curl https://me:word@host.example/"),
        ("a.yaml", "  password: hunter2"),
        ("a.yaml", "STREAMLIT_SERVER_COOKIE_SECRET: 0123abcd"),
        ("a.conf", "api_key = abc"),
        ("a.yaml", "# password: hunter2"),
        (".env", "X=1"),
        ("server.pem", ""),
        ("secrets.toml", ""),
    ],
)
def test_each_would_be_found(name: str, text: str) -> None:
    assert secrets(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "COOKIE_SECRET: ${CONVSCOPE_SECRET:?Say a secret}"),
        ("a.yaml", "tls: [{hosts: [convscope.example.org], secretName: convscope-tls}]"),
        ("a.toml", "tokens = false"),
        ("a.service", "# COOKIE_SECRET: one for all processes"),
        ("a.py", "token = visitor.cookies.values[XSRF]"),
    ],
)
def test_what_is_asked_of_the_environment_is_none(name: str, text: str) -> None:
    assert secrets(name, text) == []
