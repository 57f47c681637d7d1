"""The kinds of parameters: what a setting may be and how an address writes it.

Parsing is strict and total: a string gives a valid value or ``ParameterError``, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Value = int | float | bool | str

_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_DECIMAL = re.compile(r"[+-]?([0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9})")
_TRUE = ("1", "true", "yes", "on")
_FALSE = ("0", "false", "no", "off")


class ParameterError(ValueError):
    """A string that is no value of a parameter; ``code`` names the notice that says so."""

    def __init__(self, code: str = "bad_value") -> None:
        """Keep the code; by default the one that says only that the value is none."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """What all parameters have.

    ``field`` is the setting's name in the lesson's dataclass (``size``), ``name`` the whole key
    used on screen and in the address (``conv_size``); the dataclass fills in both. ``section`` is
    the part of the sidebar that shows its control; "" for a setting without one there.
    """

    field: str = ""
    name: str = ""
    section: str = ""

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
    """A whole number from ``low`` to ``high``, both included; ``slider`` draws it as one."""

    default: int
    low: int
    high: int
    slider: bool = False

    @property
    def initial(self) -> int:
        """The default."""
        return self.default

    @property
    def allowed(self) -> str:
        """Both ends."""
        return f"{self.low}–{self.high}"

    def parse(self, written: str) -> int:
        """Read digits with an optional sign."""
        if not _INTEGER.fullmatch(written):
            raise ParameterError
        value = int(written)
        if not self.low <= value <= self.high:
            raise ParameterError("out_of_range")
        return value

    def accepts(self, value: object) -> bool:
        """Take whole numbers within the bounds; True and False are none."""
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and self.low <= value <= self.high  # type: ignore[operator]


@dataclass(frozen=True)
class FloatParameter(Parameter):
    """A number from ``low`` to ``high`` with at most ``decimals`` decimals.

    ``step`` is what the control's buttons add; ``slider`` draws it as a slider.
    """

    default: float
    low: float
    high: float
    decimals: int = 2
    step: float = 1.0
    slider: bool = False

    @property
    def initial(self) -> float:
        """The default."""
        return self.default

    @property
    def allowed(self) -> str:
        """Both ends, with a real minus."""
        return f"{self.format(self.low)}–{self.format(self.high)}".replace("-", "−")

    def parse(self, written: str) -> float:
        """Read a decimal number without exponent, rounded to ``decimals``."""
        if not _DECIMAL.fullmatch(written):
            raise ParameterError
        value = round(float(written), self.decimals) + 0.0  # no negative zero
        if not self.low <= value <= self.high:
            raise ParameterError("out_of_range")
        return value

    def format(self, value: Value) -> str:
        """Write the number without trailing zeros."""
        written = f"{float(value):.{self.decimals}f}"
        return written.rstrip("0").rstrip(".") if "." in written else written

    def accepts(self, value: object) -> bool:
        """Take numbers within the bounds."""
        plain = isinstance(value, int | float) and not isinstance(value, bool)
        return plain and self.low <= value <= self.high  # type: ignore[operator]


@dataclass(frozen=True)
class ChoiceParameter(Parameter):
    """One of a few names."""

    default: str
    choices: tuple[str, ...]

    @property
    def initial(self) -> str:
        """The default."""
        return self.default

    @property
    def allowed(self) -> str:
        """All names."""
        return ", ".join(self.choices)

    def parse(self, written: str) -> str:
        """Read one of the names, letter by letter."""
        if written not in self.choices:
            raise ParameterError
        return written

    def accepts(self, value: object) -> bool:
        """Take one of the names."""
        return value in self.choices


@dataclass(frozen=True)
class FlagParameter(Parameter):
    """On or off, written 1 or 0."""

    default: bool

    @property
    def initial(self) -> bool:
        """The default."""
        return self.default

    @property
    def allowed(self) -> str:
        """The two ways to write it."""
        return "0, 1"

    def parse(self, written: str) -> bool:
        """Read 1 or 0, or the words people try."""
        lowered = written.lower()
        if lowered not in _TRUE + _FALSE:
            raise ParameterError
        return lowered in _TRUE

    def format(self, value: Value) -> str:
        """Write 1 or 0."""
        return "1" if value else "0"

    def accepts(self, value: object) -> bool:
        """Take True and False alone."""
        return isinstance(value, bool)
