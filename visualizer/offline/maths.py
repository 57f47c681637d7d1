"""Formulas as a browser writes them by itself: the part of LaTeX that ConvScope uses, as MathML."""

from __future__ import annotations

import html
import re

_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|[0-9]+(?:\.[0-9]+)?|\s+|.", re.DOTALL)
_SIGNS = {
    "cdot": "⋅", "times": "×", "le": "≤", "ge": "≥", "approx": "≈", "to": "→",
    "longrightarrow": "⟶", "leftarrow": "←", "sum": "∑",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
}  # fmt: skip
_LETTERS = {
    "sigma": "σ", "delta": "δ", "partial": "∂", "Phi": "Φ", "varphi": "φ", "mu": "μ", "eta": "η",
}  # fmt: skip
_FUNCTIONS = {"tanh", "max", "min", "exp", "log"}
_SPACES = {",": 0.17, ";": 0.28, " ": 0.25, ":": 0.22, "quad": 1.0, "qquad": 2.0, "!": -0.17}
_FENCES = {"aligned": ("", ""), "cases": ("{", ""), "pmatrix": ("(", ")")}
_COLUMNS = {"aligned": "aligned", "cases": "cases", "pmatrix": ""}


class FormulaError(ValueError):
    """A formula uses what is not understood here."""


def mathml(latex: str) -> str:
    r"""Return a formula as a block of MathML.

    >>> inline(r"y = x^2")
    '<math><mi>y</mi><mo>=</mo><msup><mi>x</mi><mrow><mn>2</mn></mrow></msup></math>'

    Raises FormulaError for a command that ConvScope does not use.
    """
    reader = _Reader(_TOKEN.findall(latex))
    body = reader.row()
    if reader.tokens:
        raise FormulaError(f"a part ends that never began: {latex}")
    return f'<math display="block" class="formula-written">{body}</math>'


def inline(latex: str) -> str:
    """Return a formula as MathML within a line; as ``mathml``."""
    return mathml(latex).replace(' display="block" class="formula-written"', "", 1)


class _Reader:
    """Reads tokens from the front; each method returns the MathML of what it took."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens[::-1]

    def peek(self) -> str:
        return self.tokens[-1] if self.tokens else ""

    def take(self, wanted: str = "") -> str:
        if not self.tokens or (wanted and self.tokens[-1] != wanted):
            raise FormulaError(f"{wanted or 'something'} is missing")
        return self.tokens.pop()

    def row(self, *ends: str) -> str:
        """Take everything up to one of ``ends``, which stays."""
        made: list[str] = []
        while self.tokens and self.peek() not in (*ends, "}"):
            if self.peek() in ("^", "_", "'"):
                made.append(self._raised(made.pop() if made else "<mrow></mrow>"))
                continue
            part = self.atom()
            if part:
                made.append(part)
        return "".join(made)

    def atom(self) -> str:
        """Take one sign, one group, or one command with what it needs."""
        token = self.take()
        if token.isspace():
            return ""
        if token == "{":
            inner = self.row()
            self.take("}")
            return f"<mrow>{inner}</mrow>"
        if token.startswith("\\"):
            return self._command(token[1:])
        if token[0].isdigit():
            return f"<mn>{token}</mn>"
        if token.isalpha():
            return f"<mi>{token}</mi>"
        return _operator("−" if token == "-" else token)

    def _argument(self) -> str:
        while self.peek().isspace():
            self.take()
        return self.atom()

    def _written(self) -> str:
        """Take a group as it is written."""
        self.take("{")
        made = []
        while self.peek() != "}":
            made.append(self.take())
        self.take("}")
        return "".join(made)

    def _raised(self, base: str) -> str:
        """Take what stands above and below ``base``."""
        above, below = "", ""
        while self.peek() in ("^", "_", "'"):
            mark = self.take()
            if mark == "'":
                above += "<mo>′</mo>"
            elif mark == "^":
                above += self._argument()
            else:
                below = self._argument()
        above = f"<mrow>{above}</mrow>"
        if below and above != "<mrow></mrow>":
            return f"<msubsup>{base}{below}{above}</msubsup>"
        return f"<msub>{base}{below}</msub>" if below else f"<msup>{base}{above}</msup>"

    def _command(self, name: str) -> str:
        if name in ("frac", "dfrac"):
            return f"<mfrac>{self._argument()}{self._argument()}</mfrac>"
        if name in _SIGNS:
            return _operator(_SIGNS[name])
        if name in _LETTERS:
            return f"<mi>{_LETTERS[name]}</mi>"
        if name in _FUNCTIONS:
            return f"<mi>{name}</mi>"
        if name in _SPACES:
            return f'<mspace width="{_SPACES[name]}em"></mspace>'
        if name in ("text", "mathrm", "operatorname"):
            return f"<mtext>{html.escape(self._written())}</mtext>"
        if name == "textcolor":
            color = html.escape(self._written())
            return f'<mrow style="color: {color}">{self._argument()}</mrow>'
        if name == "left":
            return self._fenced()
        if name == "begin":
            return self._table(self._written())
        if name in ("{", "}", "%"):
            return _operator(name)
        raise FormulaError(f"\\{name} is not understood")

    def _fenced(self) -> str:
        opens = self._fence()
        inner = self.row("\\right")
        self.take("\\right")
        return f"<mrow>{opens}{inner}{self._fence()}</mrow>"

    def _fence(self) -> str:
        token = self.take()
        return "" if token == "." else _operator(_SIGNS.get(token[1:], token), stretchy=True)

    def _table(self, kind: str) -> str:
        if kind not in _FENCES:
            raise FormulaError(f"\\begin{{{kind}}} is not understood")
        rows = [[""]]
        while self.peek() != "\\end":
            rows[-1][-1] += self.row("&", "\\\\", "\\end")
            if self.peek() == "&":
                rows[-1].append("")
            elif self.peek() == "\\\\":
                rows.append([""])
            if self.peek() != "\\end" and self.take() == "\\\\" and self.peek() == "[":
                while self.take() != "]":  # how far the next row is away
                    pass
        self.take("\\end")
        self._written()
        body = "".join(
            f"<mtr>{''.join(f'<mtd>{cell}</mtd>' for cell in row)}</mtr>" for row in rows
        )
        left, right = (_operator(fence, stretchy=True) if fence else "" for fence in _FENCES[kind])
        look = f' class="{_COLUMNS[kind]}"' if _COLUMNS[kind] else ""
        return f'<mrow>{left}<mtable displaystyle="true"{look}>{body}</mtable>{right}</mrow>'


def _operator(sign: str, *, stretchy: bool = False) -> str:
    how = ' stretchy="true"' if stretchy else ' stretchy="false"' if sign in "()[]{}⌊⌋" else ""
    return f"<mo{how}>{html.escape(sign)}</mo>"
