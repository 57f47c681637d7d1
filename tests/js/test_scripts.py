"""Modules joined into one script: in order, each in its own scope, and nothing half understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from visualizer.material.modules import ASSETS, ScriptError, expression, joined, script

ENTRIES = (
    "player/player.js",
    "point/point.js",
    "dense/links.js",
    "places/tiles.js",
    "places/diagram.js",
    "growth/growth.js",
    "boxes/boxes.js",
    "order/order.js",
    "kept/kept.js",
    "target/target.js",
    "view/view.js",
    "copy/copy.js",
    "take/pictures.js",
    "training/board.js",
    "live/live.js",
    "learns/learns.js",
)
ENTRY = "export default go();\n"


def modules(folder: Path, **sources: str) -> Path:
    """Write modules, one for each name."""
    for name, source in sources.items():
        (folder / f"{name}.js").write_text(source, "utf-8")
    return folder


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_page_without_a_server_gets_an_expression_that_exports_nothing(entry: str) -> None:
    made = expression(entry)
    assert made.startswith("(() => {")
    assert made.endswith("})()")
    assert not re.search(r"^(?:import|export)\b", made, re.MULTILINE)
    assert re.findall(r"^return entry\(", made, re.MULTILINE) == ["return entry("]


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_component_gets_one_module_that_imports_nothing(entry: str) -> None:
    made = script(entry)
    assert not re.search(r"^\s*import\b", made, re.MULTILINE)
    assert re.findall(r"^export .*", made, re.MULTILINE) == ["export default entry("]
    assert script(entry) is made


def test_every_module_is_in_some_component() -> None:
    made = "\n".join(script(entry) for entry in (*ENTRIES, "offline/page.js"))
    for path in ASSETS.glob("*/*.js"):
        assert f"// {path.relative_to(ASSETS).as_posix()}\n" in made, path


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    folder = modules(
        tmp_path,
        entry='import { b } from "./b.js";\nimport { a } from "./a.js";\nexport default b(a);\n',
        b='import {\n  a,\n} from "./a.js";\nconst own = 1;\nexport const b = () => a + own;\n',
        a="const own = 2;\nexport const a = own;\n",
    )
    made = joined("entry.js", folder)
    places = [made.index(f"// {name}.js\n") for name in ("a", "b", "entry")]
    assert places == sorted(places)
    assert made.count("// a.js\n") == 1
    assert made.count("return { a };") == 1
    assert made.endswith('const { a } = $modules["a.js"];\nexport default b(a);')


@pytest.mark.parametrize(
    ("sources", "complaint"),
    [
        ({"entry": 'import { go } from "./a.js";\n' + ENTRY}, "there is no module a.js"),
        (
            {"entry": 'import { go } from "./a.js";\n' + ENTRY, "a": "const go = 1;\n"},
            "a.js does not export go",
        ),
        (
            {
                "entry": 'import { go } from "./a.js";\n' + ENTRY,
                "a": 'import { b } from "./b.js";\nexport const go = b;\n',
                "b": 'import { go } from "./a.js";\nexport const b = go;\n',
            },
            "entry.js -> a.js -> b.js -> a.js",
        ),
        ({"entry": "export function go() {}\n"}, "no default export"),
        ({"entry": 'import go from "./a.js";\n' + ENTRY}, "not understood: import go"),
        ({"entry": 'import * as a from "./a.js";\n' + ENTRY}, "not understood: import"),
        ({"entry": ENTRY + "export let step = 1;\n"}, "not understood: export let"),
        (
            {"entry": 'import { go } from "./a.js";\n' + ENTRY, "a": "export default 1;\n"},
            "not understood: export default",
        ),
    ],
)
def test_what_cannot_be_joined_is_said(
    tmp_path: Path, sources: dict[str, str], complaint: str
) -> None:
    with pytest.raises(ScriptError, match=re.escape(complaint)):
        joined("entry.js", modules(tmp_path, **sources))
