"""The browser's scripts: ES modules in assets/, put into the one inline script a component takes.

Streamlit serves no JavaScript files of an app with a type that a browser runs, and a reader of the
app has no build tool, so the modules are joined here. Each becomes a function that returns what it
exports; its names stay its own, as in the browser.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache
from pathlib import Path

from visualizer.lessons.registry import ROOT

ASSETS = ROOT / "assets"
_ALL = "$modules"  # what every module but the entry exports, by its path

_IMPORT = re.compile(r'^import \{([\w\s,]+)\} from "(\.\.?/[\w./-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
_COMMENT = re.compile(r"^ *(?://.*|/\*\*[\s\S]*?\*/)\n", re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_OTHER = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


class ScriptError(ValueError):
    """A module uses what cannot be joined, or what is not there."""


@cache
def script(entry: str) -> str:
    """Return the module ``entry`` with everything it imports, as one module without imports.

    entry: a path below assets/, such as "player/player.js"; it must have a default export.
    Raises ScriptError if a module is missing, imports itself in a circle, imports a name that
    nobody exports, or is written in a form that is not understood here.
    """
    return joined(entry, ASSETS)


def expression(entry: str) -> str:
    """Return ``script(entry)`` as an expression whose value is its default export.

    It is for pages on a disk, from which a browser loads no module.
    """
    head, _, tail = script(entry).rpartition("export default ")
    return f"(() => {{\n{head}return {tail}\n}})()"


def joined(entry: str, folder: Path) -> str:
    """Return what ``script`` returns, for modules in another folder."""
    modules: dict[str, _Module] = {}
    _collect(entry, folder, modules, ())
    if not _DEFAULT.search(modules[entry].body):
        raise ScriptError(f"{entry} has no default export")
    return "\n".join([f"const {_ALL} = {{}};", *(m.written(modules) for m in modules.values())])


class _Module:
    """One file: what it imports from where, what it exports, and its own lines."""

    def __init__(self, path: str, folder: Path, is_entry: bool) -> None:
        self.path = path
        self.is_entry = is_entry
        try:
            source = (folder / path).read_text("utf-8")
        except FileNotFoundError:
            raise ScriptError(f"there is no module {path}") from None
        place = posixpath.dirname(path)
        self.imports = [
            (posixpath.normpath(posixpath.join(place, where)), re.findall(r"\w+", names))
            for names, where in _IMPORT.findall(source)
        ]
        # Every run of a page carries the script: without its comments it is half as long.
        source = _INDENT.sub("", _COMMENT.sub("", source))
        self.exports = [name for _, name in _EXPORT.findall(source)]
        self.body = _EXPORT.sub(r"\1", _IMPORT.sub("", source)).strip()
        left = _OTHER.search(_DEFAULT.sub("", self.body, count=1) if is_entry else self.body)
        if left:
            raise ScriptError(f"{path}: not understood: {left.group().strip()}")

    def written(self, modules: dict[str, _Module]) -> str:
        """Return the module as a function's result; the entry stays a module."""
        lines = [f"// {self.path}"]
        for path, names in self.imports:
            missing = sorted(set(names) - set(modules[path].exports))
            if missing:
                raise ScriptError(f"{self.path}: {path} does not export {', '.join(missing)}")
            lines.append(f'const {{ {", ".join(names)} }} = {_ALL}["{path}"];')
        lines.append(self.body)
        if self.is_entry:
            return "\n".join(lines)
        head = f'{_ALL}["{self.path}"] = (() => {{'
        return "\n".join([head, *lines, f"return {{ {', '.join(self.exports)} }};", "})();"])


def _collect(path: str, folder: Path, modules: dict[str, _Module], above: tuple[str, ...]) -> None:
    """Put ``path`` into ``modules``, after everything it imports."""
    if path in above:
        raise ScriptError(f"modules import each other: {' -> '.join((*above, path))}")
    if path in modules:
        return
    module = _Module(path, folder, is_entry=not above)
    for imported, _ in module.imports:
        _collect(imported, folder, modules, (*above, path))
    modules[path] = module
