"""Typed parameters: what a setting is called, what it may be, how it is written in an address.

A parameter's name is the whole key used on screen and in the address (``conv_size``). Parsing is
strict and total: a string gives a valid value or ``ParameterError``, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Value = int | float | bool | str
Values = dict[str, Value]

_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_DECIMAL = re.compile(r"[+-]?([0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9})")
_TRUE = ("1", "true", "yes", "on")
_FALSE = ("0", "false", "no", "off")


class ParameterError(ValueError):
    """A string that is no value of a parameter; ``code`` names the notice that says so."""

    def __init__(self, code: str = "bad_value") -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Parameter:
    """What all parameters have: the key and the control group (sidebar section) it belongs to.

    ``section`` is one of "input", "kernel", "motion", "after", "more" or "" (no control).
    """

    name: str

    @property
    def initial(self) -> Value:
        """The value when the address says nothing."""
        raise NotImplementedError

    @property
    def allowed(self) -> str:
        """What a notice says is allowed, in figures rather than words."""
        return ""

    def parse(self, written: str) -> Value:
        """Read a value as an address writes it; raise ParameterError for anything else."""
        raise NotImplementedError

    def format(self, value: Value) -> str:
        """Write a value so that ``parse`` reads the same value back."""
        return str(value)

    def accepts(self, value: object) -> bool:
        """Tell whether a Python value (a widget's) is valid for this parameter."""
        raise NotImplementedError


@dataclass(frozen=True)
class IntParameter(Parameter):
    """A whole number from ``low`` to ``high``, both included."""

    default: int
    low: int
    high: int
    section: str = ""

    @property
    def initial(self) -> int:
        return self.default

    @property
    def allowed(self) -> str:
        return f"{self.low}–{self.high}"

    def parse(self, written: str) -> int:
        if not _INTEGER.fullmatch(written):
            raise ParameterError
        value = int(written)
        if not self.low <= value <= self.high:
            raise ParameterError("out_of_range")
        return value

    def accepts(self, value: object) -> bool:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and self.low <= value <= self.high  # type: ignore[operator]


@dataclass(frozen=True)
class FloatParameter(Parameter):
    """A number from ``low`` to ``high`` with at most ``decimals`` decimals."""

    default: float
    low: float
    high: float
    decimals: int = 2
    section: str = ""

    @property
    def initial(self) -> float:
        return self.default

    @property
    def allowed(self) -> str:
        return f"{self.format(self.low)}–{self.format(self.high)}".replace("-", "−")

    def parse(self, written: str) -> float:
        if not _DECIMAL.fullmatch(written):
            raise ParameterError
        value = round(float(written), self.decimals) + 0.0  # no negative zero
        if not self.low <= value <= self.high:
            raise ParameterError("out_of_range")
        return value

    def format(self, value: Value) -> str:
        written = f"{float(value):.{self.decimals}f}"
        return written.rstrip("0").rstrip(".") if "." in written else written

    def accepts(self, value: object) -> bool:
        plain = isinstance(value, int | float) and not isinstance(value, bool)
        return plain and self.low <= value <= self.high  # type: ignore[operator]


@dataclass(frozen=True)
class ChoiceParameter(Parameter):
    """One of a few names."""

    default: str
    choices: tuple[str, ...]
    section: str = ""

    @property
    def initial(self) -> str:
        return self.default

    @property
    def allowed(self) -> str:
        return ", ".join(self.choices)

    def parse(self, written: str) -> str:
        if written not in self.choices:
            raise ParameterError
        return written

    def accepts(self, value: object) -> bool:
        return value in self.choices


@dataclass(frozen=True)
class FlagParameter(Parameter):
    """On or off, written 1 or 0."""

    default: bool
    section: str = ""

    @property
    def initial(self) -> bool:
        return self.default

    @property
    def allowed(self) -> str:
        return "0, 1"

    def parse(self, written: str) -> bool:
        lowered = written.lower()
        if lowered not in _TRUE + _FALSE:
            raise ParameterError
        return lowered in _TRUE

    def format(self, value: Value) -> str:
        return "1" if value else "0"

    def accepts(self, value: object) -> bool:
        return isinstance(value, bool)


@dataclass(frozen=True)
class TextParameter(Parameter):
    """A string of at most ``longest`` characters, all matching ``pattern``."""

    default: str = ""
    longest: int = 200
    pattern: str = r"[\x20-\x7e]*"
    section: str = ""

    @property
    def initial(self) -> str:
        return self.default

    def parse(self, written: str) -> str:
        if len(written) > self.longest or not re.fullmatch(self.pattern, written):
            raise ParameterError
        return written

    def accepts(self, value: object) -> bool:
        try:
            return isinstance(value, str) and self.parse(value) == value
        except ParameterError:
            return False
