"""A tour as a folder of pages that any web host serves, and any disk.

python -m visualizer.offline.site FOLDER [--tour FILE]

FOLDER/index.html has the contents in both languages; FOLDER/en and FOLDER/ko have a page a step;
FOLDER/shared has what all of them need, once. All addresses are relative, and nothing is asked of
another host. Files of the same names are written anew; no other is touched.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from visualizer.offline import bundle
from visualizer.offline.steps import contents, index, step_page
from visualizer.tours import folder
from visualizer.tours.nodes import MOST_BYTES
from visualizer.tours.reading import read_tour
from visualizer.tours.tour import Tour
from visualizer.words.text import LANGUAGES, text


def files(tour: Tour) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the folder: its path with slashes, and what it holds."""
    style = f"{bundle.faces('.')}\n{bundle.style()}"
    yield "shared/convscope.css", style.encode()
    yield "shared/convscope.js", bundle.script(bundle.COMPONENTS).encode()
    yield "shared/plotly.min.js", bundle.plotly().encode()
    for name in (*bundle.FACES.values(), "OFL.txt"):
        yield f"shared/{name}", (bundle.FONTS / name).read_bytes()
    yield "index.html", index(tour).encode()
    for lang in LANGUAGES:
        yield f"{lang}/index.html", contents(tour, lang).encode()
        for at in range(len(tour.steps)):
            yield f"{lang}/{at + 1}.html", step_page(tour, at, lang).encode()


def zipped(tour: Tour) -> bytes:
    """Return the folder as a ZIP file; it has the same bytes whenever it is made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files(tour):
            entry = zipfile.ZipInfo(f"convscope/{path}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def write(tour: Tour, target: Path) -> int:
    """Write the folder; return how many bytes it has. Raises OSError where it cannot."""
    size = 0
    for path, content in files(tour):
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        size += len(content)
    return size


def main(arguments: list[str] | None = None) -> None:
    """Write a tour's folder; SystemExit with a sentence where the tour or the folder is no good."""
    parser = argparse.ArgumentParser(
        prog="visualizer.offline.site", description="Write a tour as pages that need no server."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tour", type=Path, help="a tour's file (.yaml); without it our own")
    given = parser.parse_args(arguments)
    source = given.tour or folder.OURS / f"{folder.LECTURE}.yaml"
    try:
        with source.open("rb") as file:
            tour, problems = read_tour(source.stem, file.read(MOST_BYTES + 1))
    except OSError as error:
        sys.exit(f"The tour cannot be read: {source}: {error.strerror}.")
    if tour is None:
        sys.exit("\n".join(f"{source}: {problem.sentence('en')}" for problem in problems))
    try:
        size = write(tour, given.folder)
    except OSError as error:
        sys.exit(f"The folder cannot be written: {error.filename}: {error.strerror}.")
    pages = len(LANGUAGES) * (len(tour.steps) + 1) + 1
    print(text("site.written", pages=pages, folder=given.folder, size=f"{size / 1e6:.1f}"))


if __name__ == "__main__":
    main()
