"""What none of our code does: run text, unpickle, ask a shell, put foreign text into HTML.

Read from the source, so that what no other test opens counts too. Who adds one of the places that
are listed here says in the list why it may be.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVED = ("convscope", "pages", "visualizer", "deploy")  # what a reader's request may reach
FOLDERS = (*SERVED, "benchmarks", "tools", "training")
FILES = [
    ROOT / "app.py",
    ROOT / "setup.py",
    *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))),
]
RUN_TEXT = {"eval", "exec", "compile", "__import__"}
UNPICKLE = {"pickle", "cPickle", "_pickle", "shelve", "marshal", "dill", "cloudpickle", "joblib"}
SHELL = {"os.system", "os.popen", "pty.spawn", "subprocess.getoutput", "subprocess.getstatusoutput"}

# Every place that writes HTML of its own, and what of it comes from outside.
HTML = {
    "visualizer/lessons/alexnet/parts/unit.py": "numbers and our words",
    "visualizer/lessons/architecture/parts/pasting.py": "pasted code, escaped: figures/listing.py",
    "visualizer/lessons/home/parts/cards.py": "nothing",
    "visualizer/lessons/home/parts/learning_path.py": "nothing",
    "visualizer/ui/asking/focus.py": "nothing",
    "visualizer/ui/asking/marks.py": "nothing",
    "visualizer/ui/details.py": "a table's cells, escaped: words/tables.py",
    "visualizer/ui/language.py": "the language, one of ours",
    "visualizer/ui/player.py": "numbers",
    "visualizer/ui/scripts.py": "nothing",
    "visualizer/ui/shell.py": "nothing",
    "visualizer/ui/tools/share.py": "a link drawn as a QR code, escaped",
    "visualizer/ui/touring/bar.py": "a tour's title, escaped",
    "visualizer/ui/touring/question.py": "a tour's answer, escaped",
    "visualizer/ui/view/component.py": "nothing",
}
SCRIPTS = {  # of these, the ones with a script: no foreign text may come near
    "visualizer/ui/asking/focus.py",
    "visualizer/ui/language.py",
    "visualizer/ui/shell.py",
}
# Every place that puts something on a disk while the app runs. No upload is among them.
WRITES = {
    "convscope/showing.py": "a notebook's page, where its author asks for it",
    "deploy/files.py": "nginx's copies of Streamlit's scripts, before anyone comes",
    "deploy/nginx/written.py": "configurations, by hand",
    "deploy/serve.py": "nginx's configuration",
    "visualizer/alexnet/weights/download.py": "the official weights, where a reader asks for them",
    "visualizer/offline/site.py": "make site",
}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of a file with what is called, as it is written: ``torch.load``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def option(call: ast.Call, name: str) -> object:
    """Return a named argument of a call; None where it is not said, or is no constant."""
    for each in call.keywords:
        if each.arg == name:
            return each.value.value if isinstance(each.value, ast.Constant) else None
    return None


def where(path: Path, call: ast.AST | None = None) -> str:
    """Return a file, and a call's line, as a failure names them."""
    line = getattr(call, "lineno", None)
    return f"{path.relative_to(ROOT)}{f':{line}' if line else ''}"


def faults(path: Path) -> list[str]:
    """Return what a file does that none may."""
    found = []
    for name, call in calls(path):
        wrong = (
            name in RUN_TEXT
            or name in SHELL
            or any(each.arg == "shell" for each in call.keywords)
            or any(each.arg == "unsafe_allow_html" for each in call.keywords)
            or (name == "torch.load" and option(call, "weights_only") is not True)
            or (name == "np.load" and option(call, "allow_pickle") is not False)
            or name.endswith(("read_pickle", "tempfile.mktemp"))
            or (name.startswith("yaml.") and "Loader=yaml.SafeLoader" not in ast.unparse(call))
        )
        if wrong:
            found.append(f"{where(path, call)}: {ast.unparse(call)[:80]}")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            named = {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            named = {node.module or ""}
        else:
            continue
        if {each.split(".")[0] for each in named} & UNPICKLE:
            found.append(f"{where(path, node)}: {ast.unparse(node)}")
    return found


def test_no_text_is_run_unpickled_or_given_to_a_shell() -> None:
    assert len(FILES) > 300
    assert [fault for path in FILES for fault in faults(path)] == []


@pytest.mark.parametrize(
    "line",
    [
        "eval(text)",
        "import pickle",
        "from pickle import loads",
        "torch.load(path)",
        "torch.load(path, weights_only=False)",
        "torch.load(path, weights_only=given)",
        "np.load(path)",
        "yaml.load(text)",
        "yaml.load(text, Loader=yaml.Loader)",
        "os.system(text)",
        "subprocess.run(text, shell=True)",
        "st.markdown(text, unsafe_allow_html=True)",
    ],
)
def test_each_fault_would_be_found(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    path = tmp_path / "some.py"
    path.write_text(f"def f(text, path, given):\n    {line}\n")
    assert len(faults(path)) == 1


def test_no_reader_s_request_starts_a_program() -> None:
    served = [path for path in FILES if path.relative_to(ROOT).parts[0] in ("visualizer", "pages")]
    found = [
        where(path) for path in served if re.search(r"\bsubprocess\b", path.read_text("utf-8"))
    ]
    assert found == []


def test_html_is_written_in_known_places_and_scripts_in_three() -> None:
    html, scripts = set(), set()
    for path in FILES:
        for name, call in calls(path):
            if name.endswith("st.html"):
                html.add(where(path))
                if any(each.arg == "unsafe_allow_javascript" for each in call.keywords):
                    scripts.add(where(path))
    assert html == set(HTML)
    assert scripts == SCRIPTS


def test_a_disk_is_written_to_in_known_places() -> None:
    """Into a buffer of memory anybody may save; what names a file is listed above."""
    found = set()
    for path in FILES:
        if path.relative_to(ROOT).parts[0] not in (*SERVED, "app.py"):
            continue
        for name, call in calls(path):
            last = name.rpartition(".")[2]
            mode = call.args[1] if name == "open" and len(call.args) > 1 else None
            if name != "open" and last == "open" and call.args:
                mode = call.args[0]
            writes = isinstance(mode, ast.Constant) and set("wax+") & set(str(mode.value))
            if last in ("write_text", "write_bytes") or (writes and last == "open"):
                found.add(where(path))
    assert found == set(WRITES)
