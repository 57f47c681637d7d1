"""`make audit` before services that answer, know something, or say nothing."""

from __future__ import annotations

import gzip
import json
import shutil
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tools.audit import __main__ as audit
from tools.audit import kept, services
from tools.audit.asked import npm_packages, python_packages, uncovered

TODAY = date(2030, 12, 31)  # fixed: a day may end between two lines of a test
PYTHON = {"pillow": "13.0.0", "torch": "2.13.0"}
LOCK = {
    "name": "a", "version": "1.0.0", "lockfileVersion": 3, "requires": True,
    "packages": {
        "": {"name": "a", "version": "1.0.0", "devDependencies": {"ms": "2.1.3"}},
        "node_modules/ms": {"version": "2.1.3", "dev": True},
    },
}  # fmt: skip
BUG = {
    "id": "GHSA-aaaa-bbbb-cccc",
    "aliases": ["CVE-2030-1"],
    "summary": "A picture takes all memory.",
    "affected": [
        {
            "package": {"name": "pillow", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "13.0.1"}]}],
            "versions": ["13.0.0"],
        }
    ],
}
NPM_BUG = {
    "id": 1,
    "url": "https://github.com/advisories/GHSA-dddd-eeee-ffff",
    "title": "Time takes long",
    "severity": "high",
    "vulnerable_versions": "<2.1.4",
}
needs_npm = pytest.mark.skipif(shutil.which("npm") is None, reason="there is no npm")


class Service(BaseHTTPRequestHandler):
    """OSV and npm's registry in one; ``osv`` and ``npm`` are what they know, by package."""

    osv: ClassVar[dict[str, Any]] = {}
    npm: ClassVar[dict[str, Any]] = {}

    def do_POST(self) -> None:
        """Answer what is known of the packages that are asked about."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        asked = json.loads(body)
        if self.path.endswith("/advisories/bulk"):
            self._say({name: bugs for name, bugs in self.npm.items() if name in asked})
        else:
            bugs = self.osv.get(asked["package"]["name"], [])
            self._say({"vulns": bugs} if bugs else {})

    def do_GET(self) -> None:
        """Tell npm which versions there are of what it found something about."""
        self._say({"name": "ms", "versions": {v: {"version": v} for v in ("2.1.3", "2.1.4")}})

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _say(self, answer: object) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of services that know nothing, until a test says otherwise."""
    monkeypatch.setattr(Service, "osv", {})
    monkeypatch.setattr(Service, "npm", {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


SILENT = "http://127.0.0.1:9"  # nobody listens there


class Audit:
    """The command, with files and packages of its own."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self._capsys = folder, capsys
        self.packages = dict(PYTHON)
        (folder / "package.json").write_text(json.dumps(LOCK["packages"][""]))  # type: ignore[index]
        (folder / "package-lock.json").write_text(json.dumps(LOCK))
        for name in ("ignored.toml", "read.toml"):
            (folder / name).write_text("")
        monkeypatch.setattr(audit, "ROOT", folder)
        monkeypatch.setattr(audit, "_today", lambda: TODAY)
        monkeypatch.setattr(audit, "python_packages", lambda: self.packages)
        monkeypatch.setenv("npm_config_fetch_retries", "0")

    def run(self, at: str, *more: str) -> tuple[int, str]:
        """Run it before services at an address; return the status and what it said."""
        where = ("--osv", f"{at}/v1/query", "--registry", f"{at}/")
        status = audit.main(["--kept", str(self.folder), *where, *more])
        return status, self._capsys.readouterr().out

    def ignore(self, id: str, until: date) -> None:
        """Ignore an advisory about Pillow until a day, and one that nobody knows."""
        (self.folder / "ignored.toml").write_text(
            f'[[ignore]]\nid = "{id}"\npackage = "pillow"\nreason = "not used"\nuntil = {until}\n'
        )

    @property
    def answers(self) -> dict[str, Any]:
        """What is kept."""
        said: dict[str, Any] = json.loads((self.folder / "answers.json").read_text())
        return said


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Audit:
    """The command before two packages of Python and one of npm."""
    return Audit(tmp_path, monkeypatch, capsys)


@needs_npm
def test_services_that_know_nothing_are_named_and_kept(command: Audit, service: str) -> None:
    status, said = command.run(service, "--strict")
    assert status == 0
    assert "python, 2 packages: OSV has answered." in said
    assert "npm, 1 packages: npm has answered." in said
    assert "all-clear" not in said
    assert command.answers["python"] == {
        "date": TODAY.isoformat(), "by": "OSV", "asked": PYTHON, "findings": [],
    }  # fmt: skip
    assert command.answers["npm"]["asked"] == {"ms": "2.1.3"}


def test_without_any_answer_it_says_that_nobody_has_answered(command: Audit) -> None:
    status, said = command.run(SILENT)
    assert status == 0
    assert "python, 2 packages: OSV does not answer, and nobody has answered before." in said
    assert "No all-clear: nobody has answered about 3 of the versions in use." in said
    assert command.answers["python"] == {
        "date": None, "by": "nobody yet", "asked": PYTHON, "findings": [],
    }  # fmt: skip
    assert command.run(SILENT, "--strict")[0] == 1


@needs_npm
def test_a_stored_answer_is_called_one_and_says_what_it_does_not_cover(
    command: Audit, service: str
) -> None:
    command.run(service)
    before = command.answers
    command.packages |= {"torch": "2.14.0", "segno": "1.6.6"}
    status, said = command.run(SILENT)
    assert status == 0
    assert f"This is a stored answer: OSV, {TODAY}." in said
    assert "Not covered: segno 1.6.6, torch 2.14.0 (asked about: 2.13.0)." in said
    assert "nobody has answered about 2 of the versions" in said
    assert command.answers == before


def test_an_advisory_fails_and_is_found_in_the_stored_answer_too(
    command: Audit, service: str
) -> None:
    Service.osv["pillow"] = [BUG]
    for at in (service, SILENT):
        status, said = command.run(at)
        assert status == 1
        assert "CVE-2030-1: pillow 13.0.0, fixed in 13.0.1." in said
        assert "A picture takes all memory. [OSV]" in said
    command.packages["pillow"] = "13.0.1"  # what was said of another version holds no longer
    assert command.run(SILENT)[0] == 0


@needs_npm
def test_npms_advisory_fails(command: Audit, service: str) -> None:
    Service.npm["ms"] = [NPM_BUG]
    status, said = command.run(service)
    assert status == 1
    assert "GHSA-dddd-eeee-ffff: ms 2.1.3" in said


@pytest.mark.parametrize("id", ["GHSA-aaaa-bbbb-cccc", "CVE-2030-1"])
def test_an_advisory_is_ignored_until_its_day(command: Audit, service: str, id: str) -> None:
    Service.osv["pillow"] = [BUG]
    command.ignore(id, TODAY)
    status, said = command.run(service)
    assert status == 0
    assert f"ignored until {TODAY}: not used" in said
    command.ignore(id, TODAY - timedelta(days=1))
    status, said = command.run(service)
    assert status == 1
    assert "which is past: not used" in said


def test_an_ignore_that_holds_for_nothing_is_told(command: Audit) -> None:
    command.ignore("CVE-1999-1", TODAY)
    assert "CVE-1999-1 of pillow is ignored, and holds for nothing here." in command.run(SILENT)[1]


@pytest.mark.parametrize("lacking", ["reason", "until"])
def test_an_ignore_needs_a_reason_and_a_day(tmp_path: Path, lacking: str) -> None:
    lines = {"id": '"A"', "package": '"a"', "reason": '"some"', "until": "2030-01-01"}
    del lines[lacking]
    file = tmp_path / "ignored.toml"
    file.write_text("[[ignore]]\n" + "".join(f"{n} = {v}\n" for n, v in lines.items()))
    with pytest.raises(SystemExit, match="A has no reason, or no day"):
        kept.read_ignores(file)


def test_what_was_read_holds_for_the_versions_that_it_names(command: Audit) -> None:
    (command.folder / "read.toml").write_text(
        '[[advisory]]\nkind = "python"\nids = ["CVE-2030-2"]\npackage = "torch"\n'
        'affected = "<=2.13.0"\nfixed = ""\nwhat = "It runs code."\nread = 2030-01-01\n'
        'source = "https://example.org"\n'
    )
    status, said = command.run(SILENT)
    assert status == 1
    assert "CVE-2030-2: torch 2.13.0, not fixed yet. It runs code. [read on 2030-01-01" in said
    command.packages["torch"] = "2.13.1"
    assert command.run(SILENT)[0] == 0


def test_a_package_that_a_service_skips_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that knows nothing makes pip-audit say "No known vulnerabilities found"."""
    said = {"dependencies": [{"name": "pillow", "skip_reason": "not found"}], "fixes": []}

    class Said:
        stdout, stderr = json.dumps(said), "No known vulnerabilities found"

    monkeypatch.setattr(services, "_run", lambda *_: Said())
    answer = services.ask_python(PYTHON)
    assert not answer.asked
    assert answer.silence == "OSV knows none of the packages; PyPI knows none of the packages"


def test_without_pip_audit_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Said:
        stdout, stderr = "", "python: No module named pip_audit"

    monkeypatch.setattr(services, "_run", lambda *_: Said())
    assert services.ask_python(PYTHON).silence.startswith("pip-audit is not installed")


def test_without_npm_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert services.ask_npm(tmp_path).silence == "npm is not installed"


def test_a_version_is_asked_about_without_its_local_part() -> None:
    packages = python_packages()
    assert not any("+" in version for version in packages.values())
    pinned = (audit.ROOT / "requirements.txt").read_text("utf-8").split()
    for name, version in (line.split("==") for line in pinned if "==" in line):
        assert packages[name] == version
    assert uncovered({"a": "1"}, {"a": "2"}) == ["a 1 (asked about: 2)"]


def test_the_files_of_the_repository_can_be_read() -> None:
    """Whoever answered: every answer names its day, and what nobody answered has none."""
    answers = json.loads((kept.HERE / "answers.json").read_text("utf-8"))
    assert set(answers) == {"python", "npm"}
    for about in answers.values():
        assert (about["by"] == kept.NOBODY) is (about["date"] is None)
        assert about["asked"]
    assert npm_packages(audit.ROOT / "package-lock.json")["eslint"]
    known = {one.id for one in kept.read_ignores(kept.HERE / "ignored.toml")}
    for kind in answers:
        # So old a version that what was read "before" some other holds for it.
        everything = dict.fromkeys(answers[kind]["asked"], "0.0.1")
        found, count = kept.found_by_reading(kept.HERE / "read.toml", kind, everything)
        assert count >= len(found) > 0
        known -= {name for each in found for name in each.ids}
    assert known == set(), "an ignore that nobody has read"
