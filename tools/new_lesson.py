"""Make a new lesson that runs: its folder, texts in both languages, page, card and tests.

    python tools/new_lesson.py padding --prefix pad --title Padding --korean 패딩

The new lesson is small but complete: an input of random numbers, an output, a table, code, and a
proof. Change it file by file; the first line of each file says what belongs there.
"""

from __future__ import annotations

import argparse
import importlib
import keyword
import re
import sys
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = Path(__file__).resolve().parent / "lesson_template"
REGISTRY = Path("visualizer") / "lessons" / "registry.py"

# Where each file of the template is written to; {name} is the lesson's name.
PLACES = {
    "__init__.py": "visualizer/lessons/{name}/__init__.py",
    "settings.py": "visualizer/lessons/{name}/settings.py",
    "example.py": "visualizer/lessons/{name}/example.py",
    "words.py": "visualizer/lessons/{name}/words.py",
    "code.py": "visualizer/lessons/{name}/code.py",
    "proof.py": "visualizer/lessons/{name}/proof.py",
    "texts.py": "visualizer/lessons/{name}/texts.py",
    "page.py": "pages/{name}.py",
    "card.svg": "assets/lessons/{name}.svg",
    "test_lesson.py": "tests/lessons/{name}/test_{name}.py",
}


def wanted(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line; SystemExit with a sentence for a name that cannot be used."""
    parser = argparse.ArgumentParser(description="Make a new lesson that runs.")
    parser.add_argument("name", help="folder, script and address: lower-case letters")
    parser.add_argument("--prefix", help="begins its names in the address (default: the name)")
    parser.add_argument("--title", help="English title (default: the name)")
    parser.add_argument("--korean", help="Korean title (default: the English one)")
    parser.add_argument("--icon", default="school", help="a Material Symbol (default: school)")
    given = parser.parse_args(arguments)
    given.prefix = given.prefix or given.name
    given.title = given.title or given.name.capitalize()
    given.korean = given.korean or given.title
    for what in (given.name, given.prefix):
        if not re.fullmatch(r"[a-z][a-z0-9]*", what) or keyword.iskeyword(what):
            raise SystemExit(f"'{what}' cannot be a name: use lower-case letters and digits.")
    sys.path.insert(0, str(ROOT))
    registry = importlib.import_module("visualizer.lessons.registry")
    if given.name in {page.name for page in registry.PAGES}:
        raise SystemExit(f"There is a page called '{given.name}' already.")
    if given.prefix in {page.prefix for page in registry.PAGES}:
        raise SystemExit(f"Another lesson's names begin with '{given.prefix}_' already.")
    return given


def registered(source: str, name: str, icon: str) -> str:
    """Return the registry's source with the new page added as the last one."""
    end = source.index(")\n\n\ndef page_named")
    return f'{source[:end]}    PageEntry("{name}", "{icon}"),\n{source[end:]}'


def main() -> None:
    """Write the files and print where they are; SystemExit if one of them exists."""
    given = wanted()
    values = {
        "name": given.name,
        "Name": given.name.capitalize(),
        "prefix": given.prefix,
        "title": given.title,
        "korean": given.korean,
    }
    places = {part: ROOT / place.format(name=given.name) for part, place in PLACES.items()}
    there = [place for place in places.values() if place.exists()]
    if there:
        raise SystemExit(f"{there[0].relative_to(ROOT)} exists already; nothing was written.")
    for part, place in places.items():
        template = Template((TEMPLATE / f"{part}.in").read_text(encoding="utf-8"))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(template.substitute(values), encoding="utf-8")
        print(f"made {place.relative_to(ROOT)}")
    (places["test_lesson.py"].parent / "__init__.py").touch()
    registry = ROOT / REGISTRY
    source = registry.read_text(encoding="utf-8")
    registry.write_text(registered(source, given.name, given.icon), encoding="utf-8")
    print(f"added to {REGISTRY}: move its line to its place in the course")
    print(f"Open it: make run, then /{given.name}. Test it: pytest tests/lessons/{given.name}")


if __name__ == "__main__":
    main()
