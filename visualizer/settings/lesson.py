"""A lesson's settings: from an address to valid values and back.

A ``Lesson`` holds the table of parameters and the rules by which they depend on one another. The
page asks it for values (``parse``), for what each control may reach right now (``bounds``), and for
the address of what is on screen (``format``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    ParameterError,
    Value,
    Values,
)


@dataclass(frozen=True)
class Notice:
    """Something the page changed: which parameter, what was asked, what is allowed, what is used.

    ``code`` names the sentence ``notice.<code>`` in texts/errors.py.
    """

    code: str
    parameter: str
    value: str = ""
    allowed: str = ""
    used: str = ""


@dataclass(frozen=True)
class Bounds:
    """What a control may be set to while all others stay as they are.

    Numbers: ``low`` to ``high``. Choices, flags and numbers with gaps (groups): ``choices``.
    """

    low: float = 0
    high: float = 0
    choices: tuple[Value, ...] | None = None


class Rules:
    """How a lesson's parameters depend on one another; the base class says: not at all."""

    def infer(self, values: Values, given: Collection[str]) -> tuple[Values, list[Notice]]:
        """Return values completed by what an address implies; ``given`` names what it sets."""
        return values, []

    def settle(self, values: Values) -> tuple[Values, list[Notice]]:
        """Return the nearest possible values and a notice for each one that had to move."""
        return values, []

    def follow(self, values: Values) -> Values:
        """Return values in which whatever has no control of its own follows its leader."""
        return values

    def possible(self, values: Values) -> bool:
        """Tell whether the operation exists for these values."""
        return True

    def limits(self, values: Values) -> dict[str, Bounds]:
        """Return bounds that are known without trying (a step's, a divisor's)."""
        return {}

    def relevant(self, values: Values) -> frozenset[str] | None:
        """Return the names that mean something now, None for all: others are not written."""
        return None


@dataclass(frozen=True)
class Lesson:
    """A prefix, a table of parameters and their rules.

    >>> from visualizer.lessons.parameters import IntParameter
    >>> lesson = Lesson("demo", (IntParameter("demo_size", 5, 3, 32),))
    >>> lesson.parse({"demo_size": "7"})
    ({'demo_size': 7}, [])
    """

    prefix: str
    parameters: tuple[Parameter, ...]
    rules: Rules = field(default_factory=Rules)
    step: str = ""

    @property
    def step_name(self) -> str:
        """The parameter that the player moves: ``<prefix>_step`` unless the lesson says."""
        return self.step or f"{self.prefix}_step"

    def __getitem__(self, name: str) -> Parameter:
        """Return the parameter called ``name``; KeyError if there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters' names, in the table's order."""
        return tuple(parameter.name for parameter in self.parameters)

    def defaults(self) -> Values:
        """Return the values of an empty address."""
        return {parameter.name: parameter.initial for parameter in self.parameters}

    def parse(self, query: Mapping[str, str]) -> tuple[Values, list[Notice]]:
        """Read an address: valid, settled values, and a notice for everything not as asked.

        Never raises, whatever the strings are. Names with another prefix are not looked at.
        """
        values, notices, given = self.defaults(), [], set()
        for name, written in query.items():
            if not name.startswith(self.prefix + "_"):
                continue
            if name not in values:
                notices.append(Notice("unknown", name[:40], str(written)[:40]))
                continue
            parameter = self[name]
            try:
                values[name] = parameter.parse(str(written))
                given.add(name)
            except ParameterError as error:
                used = parameter.format(values[name])
                notices.append(
                    Notice(error.code, name, str(written)[:40], parameter.allowed, used[:40])
                )
        wanted, implied = self.rules.infer(values, given)
        settled, moved = self.settle(wanted)
        told = {notice.parameter for notice in moved}
        for name in sorted(given - told):
            # Silent while a person turns the knobs, said when an address asked for it.
            if settled[name] != wanted[name] and name in self.relevant(settled):
                moved.append(self._moved("adjusted", name, wanted, settled))
        return settled, notices + implied + moved

    def settle(self, values: Mapping[str, Value]) -> tuple[Values, list[Notice]]:
        """Return valid values near ``values`` and notices for what had to move.

        Missing or invalid entries become defaults, entries the table does not know are left out.
        """
        full = self.defaults()
        for parameter in self.parameters:
            given = values.get(parameter.name)
            if given is not None and parameter.accepts(given):
                # Through its written form: what is shown is what the address brings back.
                full[parameter.name] = parameter.parse(parameter.format(given))
        settled, notices = self.rules.settle(full)
        relevant = self.relevant(settled)
        settled = {
            name: value if name in relevant else self[name].initial
            for name, value in settled.items()
        }
        return self.rules.follow(settled), notices

    def relevant(self, values: Values) -> frozenset[str]:
        """Return the names whose value means something now; controls of others can be hidden."""
        names = self.rules.relevant(values)
        return frozenset(self.names) if names is None else names

    def format(self, values: Mapping[str, Value]) -> dict[str, str]:
        """Return the address of settled ``values``: only what differs from the default."""
        relevant = self.relevant(dict(values))
        return {
            parameter.name: parameter.format(values[parameter.name])
            for parameter in self.parameters
            if parameter.name in relevant and values[parameter.name] != parameter.initial
        }

    def bounds(self, values: Mapping[str, Value]) -> dict[str, Bounds]:
        """Return what each control may be set to with all others left as they are.

        ``values`` are settled. Every value inside the bounds is possible: found by trying, so that
        the bounds and the rules cannot disagree.
        """
        now = dict(values)
        known = self.rules.limits(now)
        return {
            parameter.name: known.get(parameter.name) or self._tried(parameter, now)
            for parameter in self.parameters
        }

    def _tried(self, parameter: Parameter, now: Values) -> Bounds:
        def fits(candidate: Value) -> bool:
            return self.rules.possible(self.rules.follow({**now, parameter.name: candidate}))

        if isinstance(parameter, IntParameter):
            here = int(now[parameter.name])
            return Bounds(
                _farthest(fits, here, parameter.low, -1), _farthest(fits, here, parameter.high, 1)
            )
        if isinstance(parameter, FloatParameter):
            return Bounds(parameter.low, parameter.high)
        if isinstance(parameter, ChoiceParameter):
            return Bounds(choices=parameter.choices)
        if isinstance(parameter, FlagParameter):
            return Bounds(choices=(False, True))
        return Bounds()

    def _moved(self, code: str, name: str, wanted: Values, settled: Values) -> Notice:
        parameter = self[name]
        asked, used = parameter.format(wanted[name]), parameter.format(settled[name])
        return Notice(code, name, asked[:40], parameter.allowed, used[:40])


def _farthest(fits: Callable[[int], bool], here: int, end: int, step: int) -> int:
    """Return the last whole number from ``here`` towards ``end`` up to which everything fits."""
    while here != end and fits(here + step):
        here += step
    return here
