"""Streamlit's own files are laid out as links, with compressed neighbours that hold the same."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from deploy import files
from deploy.files import STREAMLIT_FILES, compress, lay_out


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "js").mkdir(parents=True)
    (folder / "js" / "large.js").write_text("let a = 1;\n" * 500)
    (folder / "js" / "small.js").write_text("let a = 1;\n")
    (folder / "picture.png").write_bytes(bytes(5000))
    return folder


def test_every_file_is_there_and_large_texts_have_a_smaller_neighbour(
    source: Path, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    lay_out(source, target)
    compress(source, target)
    names = sorted(str(path.relative_to(target)) for path in target.rglob("*") if path.is_file())
    assert names == ["js/large.js", "js/large.js.gz", "js/small.js", "picture.png"]
    packed = (target / "js" / "large.js.gz").read_bytes()
    assert gzip.decompress(packed) == (source / "js" / "large.js").read_bytes()
    assert len(packed) < 500


def test_compressing_stops_when_it_is_told_to(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    lay_out(source, target)
    compress(source, target, enough=lambda: True)
    assert not list(target.rglob("*.gz"))


def test_what_nginx_hands_out_is_replaced_whole(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "STREAMLIT_FILES", source)
    target = tmp_path / "front"
    (target / "files").mkdir(parents=True)
    (target / "files" / "old.js").write_text("let a = 0;\n")
    files.main(target)
    assert not (target / "files" / "old.js").exists()
    assert (target / "files" / "js" / "large.js.gz").is_file()
    assert list((target / "static" / "fonts").iterdir())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["front", "source"]


def test_streamlits_files_are_where_they_are_looked_for() -> None:
    assert (STREAMLIT_FILES / "index.html").is_file()
    assert list((STREAMLIT_FILES / "static" / "js").glob("index.*.js"))
