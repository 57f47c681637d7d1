"""Texts that would harm whoever runs them: each is answered in few steps, and nothing is run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.architecture.paste.oracle import snippets
from visualizer.lessons.architecture.paste import meant, read_network
from visualizer.lessons.architecture.paste.machine.state import MOST_NOTES, MOST_STEPS
from visualizer.lessons.architecture.paste.machine.tape import MOST_LAYERS
from visualizer.lessons.architecture.paste.repair import best

_NN = "import torch.nn as nn\n"
_CLASS = f"{_NN}class N(nn.Module):\n def __init__(self):\n  super().__init__()\n"

TEXTS = {
    "a comprehension of a billion": "x = [i for i in range(10**9)]",
    "a billion layers": f"{_NN}m = nn.Sequential(*[nn.ReLU() for _ in range(10**9)])",
    "a sum over a billion": "x = sum(i for i in range(10**9))",
    "three nested comprehensions": "x = [[[0 for i in range(999)] for j in range(999)] for k in range(999)]",  # noqa: E501
    "a search in a billion": "x = 5 in range(10**9)\ny = None in range(10**9)",
    "a star over a billion": "a, *b = range(10**9)",
    "brackets": "(" * 100_000,
    "brackets of three kinds": "[{(" * 33_000,
    "brackets closed again": "(" * 40_000 + ")" * 40_000,
    "a megabyte of lines": "x = 1\n" * 170_000,
    "a megabyte in one line": "x = '" + "a" * 1_000_000 + "'",
    "a megabyte of layers": f"{_NN}m = nn.Sequential(\n" + "nn.ReLU(),\n" * 90_000 + ")",
    "signs": "-" * 90_000 + "1",
    "words": "not " * 20_000 + "1",
    "a sum of many": "x = " + "1+" * 40_000 + "1",
    "a chain of names": "x" + ".a" * 40_000,
    "a chain of calls": "f" + "()" * 40_000,
    "lambdas": "lambda:" * 9_000 + "1",
    "quotation marks": "'" * 99_999,
    "quotation marks in threes": "'''" * 30_000,
    "line ends that are hidden": "\\\n" * 40_000,
    "a tower of powers": "x = 9 ** 9 ** 9 ** 9",
    "a long text": "x = 'a' * 10**9",
    "a long list": "x = [0] * 10**9",
    "a list that doubles": "x = [1]\nfor i in range(99): x = x + x",
    "a text that doubles": "x = 'a'\nfor i in range(99): x = x + x",
    "a number shifted far": "x = 1 << 10**9",
    "a number of many digits": "x = " + "9" * 5_000,
    "a number of many digits in hex": "x = 0x" + "f" * 90_000,
    "a format that is wide": "x = '%1000000000d' % 1\ny = '{:1000000000}'.format(1)",
    "no end": "while True: pass",
    "no end in a class": f"{_CLASS}  while True: self.x = nn.ReLU()\n def forward(self, x): return x",  # noqa: E501
    "a function of itself": "def f(x): return f(x)\nf(1)",
    "a network of itself": f"{_CLASS}  self.n = N()\n def forward(self, x): return self.n(x)",
    "a forward of itself": f"{_CLASS}  pass\n def forward(self, x): return self.forward(x)",
    "a stack in itself": f"{_NN}s = nn.Sequential(nn.ReLU())\ns.append(s)",
    "a list in itself": "x = []\nx.append(x)\nprint(x == x, x in x)",
    "a list nested deep": "x = []\nfor i in range(3000): x = [x]\ny = x == x",
    "many layers": f"{_NN}m = nn.Sequential(*[nn.ReLU()] * 1999)",
    "many sums": f"{_CLASS}  self.l = nn.ModuleList([nn.ReLU()] * 4000)\n def forward(self, x):\n  for a in self.l:\n   for b in self.l: x = x + b(x)\n  return x",  # noqa: E501
    "huge layers": f"{_NN}m = nn.Sequential(nn.Conv2d(3, 10**18, 3, padding=10**18), nn.Flatten())",
    "many mistakes": f"{_NN}m = nn.Sequential({', '.join(['nn.Conv2d(1, 2, 3)'] * 1500)})",
    "many warnings": f"{_CLASS}  self.r = nn.ReLU()\n def forward(self, x):\n"
    + "  self.r(x)\n" * 900,
    "many views": f"{_CLASS}  pass\n def forward(self, x):\n" + "  x = x.view(-1, 3)\n" * 900,
    "many missing commas": f"{_NN}m = nn.Sequential(\n" + "nn.ReLU()\n" * 1000 + ")",
    "a zero byte": "x = 1\0",
    "half a letter": "x = '\ud800'",
    "nothing but space": "\t \x0c\r\n" * 999,
}
ESCAPES = (
    "import os\nos.system('touch {file}')",
    "__import__('os').system('touch {file}')",
    "open('{file}', 'w').write('x')",
    "exec(\"open('{file}', 'w')\")",
    "eval(\"open('{file}', 'w')\")",
    "from pathlib import Path\nPath('{file}').touch()",
    "[c for c in ().__class__.__bases__[0].__subclasses__() if c.__name__ == 'Popen'][0]('touch {file}')",  # noqa: E501
    "import torch.nn as nn\nnn.__builtins__['open']('{file}', 'w')",
    "(f := open)('{file}', 'w')",
    "class A:\n    x = open('{file}', 'w')",
    "def f(x=open('{file}', 'w')): pass",
    "@open('{file}', 'w').write\ndef f(): pass",
    "x: open('{file}', 'w') = 1",
    "f\"{{open('{file}', 'w')}}\"",
    "import torch.nn as nn\nnn.Sequential(nn.Conv2d(open('{file}', 'w'), 1, 1))",
)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_text_is_answered_in_few_steps(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[meant.Pass] = []
    first = meant.read_once

    def counted(*given: object) -> meant.Pass:
        read.append(first(*given))  # type: ignore[arg-type]
        return read[-1]

    monkeypatch.setattr("visualizer.lessons.architecture.paste.read.read_once", counted)
    monkeypatch.setattr(best, "read_once", counted)
    reading = read_network(text)
    assert len(read) <= 1 + best.MOST_READINGS
    assert read == [] or read[0].steps <= MOST_STEPS + 100
    assert sum(each.steps for each in read[1:]) <= best.MOST_STEPS + 100
    assert len(reading.layers) <= MOST_LAYERS
    assert len(reading.problems) <= MOST_NOTES
    assert reading.problems or reading.layers
    assert all(0 < len(problem.reason) < 500 for problem in reading.problems)
    assert all(problem.code != "unreadable" for problem in reading.problems)


@pytest.mark.parametrize("escape", ESCAPES)
def test_nothing_is_run(escape: str, tmp_path: Path) -> None:
    file = tmp_path / "made"
    reading = read_network(escape.format(file=file))
    assert not file.exists()
    assert reading.problems


def test_what_follows_a_network_takes_nothing_from_it() -> None:
    source = f"{_NN}model = nn.Sequential(nn.Conv2d(3, 4, 3))\nwhile True:\n  for i in range(10**9): pass"  # noqa: E501
    reading = read_network(source, (3, 8, 8))
    assert [layer.shape for layer in reading.layers] == [(4, 6, 6)]


SOURCES = [
    snippet.source
    for file in ("right_classes.txt", "right_keras.txt", "wrong_classes.txt", "wrong_stacks.txt")
    for snippet in snippets(file)
]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_text_cut_or_mixed_anywhere_is_answered(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SOURCES))
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(len(source), start + 30)))
    put = data.draw(
        st.one_of(st.text(max_size=8), st.sampled_from(["None", "x", "(", "*", "[]", "0"]))
    )
    reading = read_network(
        source[:start] + put + source[end:], (1, 28, 28), data.draw(st.sampled_from(["en", "ko"]))
    )
    assert reading.problems or reading.layers
    assert all(problem.code != "unreadable" for problem in reading.problems)
    for problem in reading.problems:
        assert 1 <= problem.line <= reading.source.count("\n") + 1
