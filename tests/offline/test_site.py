"""A tour as a folder: every link leads to a file of it, and nothing leads out."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from pathlib import Path

import pytest

from visualizer.offline.site import files, main, zipped
from visualizer.tours import folder
from visualizer.tours.tour import Tour
from visualizer.words.text import LANGUAGES, text

_LINK = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def tour() -> Tour:
    found = folder.find(folder.LECTURE)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def written(tour: Tour) -> dict[str, bytes]:
    return dict(files(tour))


def test_every_address_is_of_the_folder(written: dict[str, bytes]) -> None:
    for path, content in written.items():
        if path.endswith(".html"):
            for address in _LINK.findall(content.decode()):
                place = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
                assert place in written, f"{path}: {address}"
    css = written["shared/convscope.css"].decode()
    for address in re.findall(r'url\("([^"]*)"\)', css):
        assert posixpath.normpath(f"shared/{address}") in written


def test_each_step_says_its_words_in_both_languages(tour: Tour, written: dict[str, bytes]) -> None:
    for lang in LANGUAGES:
        for at, step in enumerate(tour.steps):
            said = written[f"{lang}/{at + 1}.html"].decode()
            assert step.title.text(lang) in said
            assert (f'href="{at + 2}.html"' in said) == (at + 1 < len(tour.steps))
            assert (f'href="{at}.html"' in said) == (at > 0)
            moves = step.stage is not None and step.stage.to is not None
            assert ('id="show"' in said) == moves
            assert f">{text('site.contents', lang)}<" in said
            contents = written[f"{lang}/index.html"].decode()
            assert step.title.text(lang) in contents


def test_the_zip_file_holds_the_folder_and_is_the_same_each_time(
    tour: Tour, written: dict[str, bytes]
) -> None:
    made = zipped(tour)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {name.removeprefix("convscope/") for name in archive.namelist()} == set(written)
        assert archive.testzip() is None
    assert made == zipped(tour)


def test_the_command_writes_it_and_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "title: Mine\nsteps:\n"
        "  - {link: '/pooling?pool_size=4', title: '<b>One</b>', text: Look.}\n"
        "  - {link: '/', title: Two, text: The end.}\n",
        "utf-8",
    )
    main([str(tmp_path / "out"), "--tour", str(mine)])
    assert "index.html" in capsys.readouterr().out
    assert "&lt;b&gt;One&lt;/b&gt;" in (tmp_path / "out/ko/1.html").read_text("utf-8")
    assert (tmp_path / "out/en/2.html").exists()

    mine.write_text("title: Mine\nsteps: []\n", "utf-8")
    for arguments, said in (
        ([str(tmp_path / "out"), "--tour", str(mine)], "Line"),
        ([str(tmp_path / "out"), "--tour", str(tmp_path / "none.yaml")], "cannot be read"),
        ([str(mine)], "cannot be written"),
    ):
        with pytest.raises(SystemExit, match=said):
            main(arguments)
