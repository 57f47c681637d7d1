"""The base: pinned requirements, configuration, licences, fonts, nothing tied to one machine."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from visualizer.figures.colors import DARK, LIGHT
from visualizer.material.picture_limits import MAX_MEGABYTES
from visualizer.ui.upload import USUAL_MEGABYTES
from visualizer.words.text import catalogs

ROOT = Path(__file__).resolve().parents[1]
PHOTOS = ROOT / "assets" / "photos"
FREE = {"CC0 1.0", "Public domain"}


def tracked() -> list[Path]:
    """Return the files of the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def config() -> dict[str, Any]:
    """Return Streamlit's configuration."""
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def photos() -> list[dict[str, Any]]:
    """Return the photos' manifest."""
    entries: list[dict[str, Any]] = json.loads(
        (PHOTOS / "manifest.json").read_text(encoding="utf-8")
    )["photos"]
    return entries


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned(name: str) -> None:
    for line in (ROOT / name).read_text().split("\n"):
        if line and not line.startswith(("#", "--find-links https://")):
            assert re.fullmatch(r"[a-z][\w-]*==\d+(\.\d+)*|-r requirements\.txt", line), line


def test_the_requirements_bring_no_torchvision() -> None:
    assert "torchvision" not in (ROOT / "requirements.txt").read_text()


def test_privacy_size_and_errors_are_configured() -> None:
    settings = config()
    assert settings["browser"]["gatherUsageStats"] is False
    # Between the two limits our own sentence refuses a picture, not Streamlit's.
    assert settings["server"]["maxUploadSize"] >= USUAL_MEGABYTES >= 2 * MAX_MEGABYTES
    assert settings["client"]["showErrorDetails"] == "none"


def test_both_themes_stand_on_the_figures_grounds() -> None:
    theme = config()["theme"]
    for name, palette in (("light", LIGHT), ("dark", DARK)):
        assert theme[name]["backgroundColor"] == palette.background
        assert theme[name]["textColor"] == palette.ink
        diverging = theme[name]["chartDivergingColors"]
        assert len(diverging) == 10
        assert (diverging[0], diverging[-1]) == (palette.negative, palette.positive)
        assert palette.accent.lower() not in json.dumps(theme[name]).lower()


def test_nothing_in_the_theme_comes_from_another_host() -> None:
    assert "http" not in (ROOT / ".streamlit" / "config.toml").read_text()


def test_the_font_holds_every_korean_word() -> None:
    written = {
        letter
        for catalog in catalogs().values()
        for pair in catalog.values()
        for letter in "".join(pair)
        if "\u3131" <= letter <= "\u318e" or "\uac00" <= letter <= "\ud7a3"
    }
    # Names of photos and classes are shown too.
    for name in ("photos/manifest.json", "classes200.json", "imagenet_classes.json"):
        data = json.loads((ROOT / "assets" / name).read_text(encoding="utf-8"))
        written |= {s for s in json.dumps(data, ensure_ascii=False) if "\uac00" <= s <= "\ud7a3"}
    for face in config()["theme"]["fontFaces"]:
        file = ROOT / face["url"].removeprefix("app/")
        with TTFont(file) as font:
            missing = written - set(map(chr, font.getBestCmap()))
        assert not missing, f"{file.name} lacks {sorted(missing)}"
        assert file.stat().st_size < 300_000


def test_the_fonts_licence_lies_beside_it() -> None:
    assert "SIL OPEN FONT LICENSE" in (ROOT / "static" / "fonts" / "OFL.txt").read_text()


def test_every_photo_is_listed_free_small_and_unchanged() -> None:
    entries = photos()
    assert len(entries) >= 6
    files = {path.name for path in PHOTOS.iterdir()} - {"manifest.json", "LICENCES.md"}
    assert files == {entry["file"] for entry in entries}
    for entry in entries:
        data = (PHOTOS / entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["file"]
        assert len(data) <= 100_000
        assert entry["licence"] in FREE
        assert entry["author"]
        assert entry["source"]
        assert entry["title"]["en"]
        assert entry["title"]["ko"]
        with Image.open(PHOTOS / entry["file"]) as picture:
            assert min(picture.size) >= 200


def test_the_licence_list_says_the_same_as_the_manifest() -> None:
    listed = (PHOTOS / "LICENCES.md").read_text(encoding="utf-8")
    for entry in photos():
        cells = [entry["file"], entry["title"]["en"], entry["author"], entry["licence"]]
        assert "| " + " | ".join(cells) + " |" in listed


def test_no_file_knows_one_machine() -> None:
    machine = re.compile(
        r"(?<![\w.])/(?:root|home/\w+|Users/\w+|work|opt(?!/homebrew))/|[A-Z]:\\\\Users"
    )
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = machine.search(text)
        assert not found or path == Path(__file__), f"{path.relative_to(ROOT)}: {found}"


def test_the_weights_ship_and_are_those_of_their_card() -> None:
    """Where they are lost the app goes on with random ones: nothing else would notice."""
    data = (ROOT / "assets" / "alexnet200.npz").read_bytes()
    card = json.loads((ROOT / "assets" / "alexnet200.json").read_text(encoding="utf-8"))
    assert hashlib.sha256(data).hexdigest() == card["sha256"]


def test_ci_runs_make_test_at_the_root_and_ends_as_it_ends(tmp_path: Path) -> None:
    """CI and a person run one command; here a made-up make notes how it is called, and fails."""
    note, make = tmp_path / "called", tmp_path / "make"
    make.write_text(f'#!/bin/sh\necho "$PWD: make $*" >> "{note}"\nexit 7\n')
    make.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        [ROOT / ".ci" / "run"], cwd=tmp_path, env={**os.environ, "PATH": path}, check=False
    )
    assert run.returncode == 7
    assert note.read_text().splitlines() == [f"{ROOT}: make test"]
