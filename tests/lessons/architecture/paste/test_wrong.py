"""Networks that fail: the marked line is where torch raises, and the repaired code runs."""

from __future__ import annotations

import pytest

from tests.lessons.architecture.paste.oracle import BATCH, Snippet, raised, run, snippets
from visualizer.lessons.architecture.paste import CANNOT_WORK, WARNING, read_network

WRONG = snippets("wrong_classes.txt") + snippets("wrong_stacks.txt")
WARNED = snippets("warned.txt")


def test_there_are_thirty() -> None:
    assert len(WRONG) >= 30


@pytest.mark.parametrize("snippet", WRONG, ids=lambda each: each.name)
def test_the_line_is_where_torch_raises_and_the_repaired_code_runs(snippet: Snippet) -> None:
    expression, code, fix_line, *own_line = snippet.told
    reading = read_network(snippet.source, snippet.shape)
    assert not reading.works
    assert reading.network is None
    problem = next(each for each in reading.problems if each.kind == CANNOT_WORK)
    error, line = raised(snippet.source, expression, snippet.shape)
    if line is None:
        # torch was called from outside: a layer of a stack is marked by its own line, which the
        # snippet names, and a forward that cannot be called by its definition's.
        line = int(own_line[0]) if own_line else int(fix_line)
    assert problem.line == line, f"{problem} {error!r}"
    assert problem.code == code
    assert problem.fix_line == int(fix_line), problem.fix
    assert problem.fixed is not None
    run(problem.fixed, expression, snippet.shape)
    assert read_network(problem.fixed, snippet.shape).works


@pytest.mark.parametrize("snippet", WRONG, ids=lambda each: each.name)
def test_the_layers_before_are_those_that_torch_has_run(snippet: Snippet) -> None:
    """Compared with the repaired code, as far as the mistake, where the repair comes later."""
    reading = read_network(snippet.source, snippet.shape)
    problem = reading.problems[0]
    assert problem.fixed is not None
    called, _ = run(problem.fixed, snippet.told[0], snippet.shape)
    names = [name for name, _ in called.calls]
    assert [layer.name for layer in reading.layers] == names[: len(reading.layers)] or (
        problem.code in {"needs_map", "sum_shapes", "cat_shapes", "layer_arrives"}
    )


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("snippet", WRONG + WARNED, ids=lambda each: each.name)
def test_every_problem_is_told_with_its_change(snippet: Snippet, lang: str) -> None:
    for problem in read_network(snippet.source, snippet.shape, lang).problems:
        assert "{" not in problem.reason
        assert problem.reason.strip() == problem.reason != ""
        if problem.fix is not None:
            begins = f"{problem.fix_line}행: " if lang == "ko" else f"line {problem.fix_line}: "
            assert problem.fix.startswith(begins)


@pytest.mark.parametrize("snippet", WARNED, ids=lambda each: each.name)
def test_what_torch_does_without_a_word_is_warned_of(snippet: Snippet) -> None:
    expression, code, line, fix_line = snippet.told
    run(snippet.source, expression, snippet.shape)
    reading = read_network(snippet.source, snippet.shape)
    assert reading.works
    problem = next(each for each in reading.problems if each.kind == WARNING)
    assert (problem.code, problem.line, problem.fix_line) == (code, int(line), int(fix_line))
    assert problem.fixed is not None
    _, out = run(problem.fixed, expression, snippet.shape)
    assert out.shape[0] == BATCH
    assert all(each.kind != WARNING for each in read_network(problem.fixed, snippet.shape).problems)


def test_a_number_is_explained_by_the_map_it_comes_from() -> None:
    problem = read_network(WRONG[0].source, WRONG[0].shape).problems[0]
    assert "1050" in problem.reason
    assert "32·7·7 = 1568" in problem.reason
    assert problem.fix == "line 11: nn.Linear(1050, 128) → nn.Linear(1568, 128)"


def test_channels_last_is_told_as_such() -> None:
    source = "import torch.nn as nn\nmodel = nn.Sequential(nn.Conv2d(1, 4, 3))\n"
    reading = read_network(source, (28, 28, 1))
    assert reading.problems[0].code == "channels_last"
    assert reading.better_input == (1, 28, 28)
    assert read_network(source, reading.better_input).works


def test_several_mistakes_are_told_one_after_the_other() -> None:
    source = (
        "import torch.nn as nn\n\n"
        "model = nn.Sequential(\n"
        "    nn.Conv2d(1, 8, 3),\n"
        "    nn.Flatten(),\n"
        "    nn.Linear(100, 10),\n"
        ")\n"
    )
    lines = []
    for _ in range(3):
        reading = read_network(source, (3, 10, 10))
        if reading.works:
            break
        lines.append(reading.problems[0].line)
        assert reading.problems[0].fixed is not None
        source = reading.problems[0].fixed
    assert lines == [4, 6]
    run(source, "model", (3, 10, 10))


KERAS = {
    "Conv2D(8, 3, stride=2)": "renamed_argument",
    "Conv2D(8)": "missing_arguments",
    "Conv2D(8, 3, padding=1)": "keras_padding",
    "Conv2D(8, 40)": "kernel_too_large",
    "Flatten(), Conv2D(8, 3)": "needs_map",
    "Dropout(40)": "probability",
}


@pytest.mark.parametrize("layers", KERAS)
def test_the_mistakes_of_keras_are_told_too(layers: str) -> None:
    source = f"model = Sequential([\n  Input((28, 28, 1)),\n  {layers},\n])\n"
    reading = read_network(source, (3, 8, 8))
    assert (reading.problems[0].kind, reading.problems[0].line) == (CANNOT_WORK, 3)
    assert reading.problems[0].code == KERAS[layers]
    if reading.problems[0].fixed is not None:
        assert read_network(reading.problems[0].fixed, (3, 8, 8)).works
