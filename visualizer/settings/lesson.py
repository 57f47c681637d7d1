"""A lesson's settings between an address and the page.

A ``Lesson`` joins the settings' dataclass with the rules by which they depend on one another. The
page asks it for settings (``parse``), for what each control may reach right now (``bounds``), and
for the address of what is on screen (``format``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic

from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    ParameterError,
    Value,
)
from visualizer.settings.rules import Bounds, Notice, Rules, S

FORWARD = "forward"
SECTIONS = ("learn", "input", "kernel", "motion", "after", "more", "backward")
_LONGEST_QUOTE = 40  # characters of an address that a notice repeats


@dataclass(frozen=True)
class Lesson(Generic[S]):
    """A lesson's settings and their rules.

    ``settings`` is the dataclass; ``step`` the field that the player moves, "" for none; ``back``
    the one that it moves while the settings run backward, "" where that is the same; ``sections``
    the parts of the sidebar from top to bottom. ``start`` holds what an address without any of the
    lesson's parameters opens with, by field, where that is not the default: links say what differs
    from the defaults, so these cannot follow a better first example.

    >>> from visualizer.settings.table import Settings, whole
    >>> @dataclass(frozen=True)
    ... class Demo(Settings, prefix="demo"):
    ...     size: int = whole(5, 3, 32)
    >>> Lesson(Demo).parse({"demo_size": "7"})
    (Demo(size=7), [])
    """

    settings: type[S]
    rules: Rules[S] = field(default_factory=Rules)
    step: str = "step"
    back: str = ""
    sections: tuple[str, ...] = SECTIONS
    start: Mapping[str, Value] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """What the names in the address begin with."""
        return self.settings.prefix

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters in the order of the dataclass."""
        return self.settings.parameters()

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters' names in the address."""
        return tuple(parameter.name for parameter in self.parameters)

    @property
    def step_name(self) -> str:
        """The name in the address of the step that the player moves, running forward."""
        return self[self.step].name

    def moved(self, settings: S) -> str:
        """Return the field that the player moves while the lesson is at ``settings``."""
        backward = getattr(settings, "pass_", FORWARD) != FORWARD
        return self.back if backward and self.back else self.step

    def __getitem__(self, field: str) -> Parameter:
        """Return the parameter of a field; KeyError if there is none."""
        for parameter in self.parameters:
            if parameter.field == field:
                return parameter
        raise KeyError(field)

    def defaults(self) -> S:
        """Return what an address means that leaves things out; ``settle`` makes it possible."""
        return self.settings()

    def opening(self) -> S:
        """Return the settled settings of an address without any of the lesson's parameters."""
        # Asked for several times in a run, and always the same. Nobody waits for another thread
        # here: at worst two of them work it out.
        known: S | None = self.__dict__.get("_opening")
        if known is None:
            known, _ = self.settle(self.defaults().changed(**self.start))
            self.__dict__["_opening"] = known
        return known

    def rewound(self, settings: S) -> S:
        """Return settings as they are at the first step: the example, wherever it stands."""
        steps = {name: self[name].initial for name in (self.step, self.back) if name}
        return settings.changed(**steps) if steps else settings

    def forward(self, settings: S) -> S:
        """Return settled settings run forward, at a step that there is: what questions are about.

        A lesson with a backward pass has the field ``pass_``.
        """
        if getattr(settings, "pass_", FORWARD) == FORWARD:
            return settings
        return self.settle(settings.changed(pass_=FORWARD))[0]

    def parse(self, query: Mapping[str, str]) -> tuple[S, list[Notice]]:
        """Read an address: valid, settled settings, and a notice for everything not as asked.

        Never raises, whatever the strings are. Names with another prefix are not looked at.
        """
        if not any(name.startswith(self.prefix + "_") for name in query):
            return self.opening(), []
        known = {parameter.name: parameter for parameter in self.parameters}
        values: dict[str, Value] = {}
        notices: list[Notice] = []
        for name, written in query.items():
            if not name.startswith(self.prefix + "_"):
                continue
            quoted = str(written)[:_LONGEST_QUOTE]
            parameter = known.get(name)
            if parameter is None:
                notices.append(Notice("unknown", name[:_LONGEST_QUOTE], quoted))
                continue
            try:
                values[parameter.field] = parameter.parse(str(written))
            except ParameterError as error:
                used = parameter.format(parameter.initial)[:_LONGEST_QUOTE]
                notices.append(Notice(error.code, name, quoted, parameter.allowed, used))
        wanted, implied = self.rules.infer(self.defaults().changed(**values), values.keys())
        settled, moved = self.settle(wanted)
        told = {notice.parameter for notice in moved}
        for field_ in sorted(values.keys() & self.relevant(settled)):
            # A hand at the controls sees what changes; who opens an address has to be told.
            asked, used = getattr(wanted, field_), getattr(settled, field_)
            if used != asked and self[field_].name not in told:
                moved.append(self._adjusted(self[field_], asked, used))
        return settled, notices + self._named(implied) + moved

    def settle(self, wished: S) -> tuple[S, list[Notice]]:
        """Return possible settings near ``wished`` and notices for what had to move.

        Values of the wrong kind or beyond a parameter's own bounds become defaults.
        """
        clean: dict[str, Value] = {}
        for parameter in self.parameters:
            value = getattr(wished, parameter.field)
            # Through the written form: what is shown is what the address brings back.
            clean[parameter.field] = (
                parameter.parse(parameter.format(value))
                if parameter.accepts(value)
                else parameter.initial
            )
        settled, notices = self.rules.settle(wished.changed(**clean))
        idle = {name: self[name].initial for name in self.rules.hidden(settled)}
        return self.rules.follow(settled.changed(**idle)), self._named(notices)

    def relevant(self, settings: S) -> frozenset[str]:
        """Return the fields whose value means something now; controls of others are not shown."""
        return frozenset(p.field for p in self.parameters) - set(self.rules.hidden(settings))

    def format(self, settings: S) -> dict[str, str]:
        """Return the address of settled settings: only what differs from the default.

        Nothing for the opening example, so that where this is another one the defaults themselves
        have to be said.
        """
        if settings == self.opening():
            return {}
        relevant = self.relevant(settings)
        return {
            parameter.name: parameter.format(getattr(settings, parameter.field))
            for parameter in self.parameters
            if parameter.field in relevant
            and getattr(settings, parameter.field) != parameter.initial
        } or {self[field_].name: self[field_].format(self[field_].initial) for field_ in self.start}

    def bounds(self, settings: S) -> dict[str, Bounds]:
        """Return, by field, what each control may be set to with all others left as they are.

        ``settings`` are settled. Every value inside the bounds is possible: they are found by
        trying, so that bounds and rules cannot disagree.
        """
        return {
            parameter.field: self.bound(settings, parameter.field) for parameter in self.parameters
        }

    def bound(self, settings: S, field: str) -> Bounds:
        """Return what ``bounds`` says of one field."""
        return self.rules.limits(settings).get(field) or self._tried(self[field], settings)

    def _tried(self, parameter: Parameter, now: S) -> Bounds:
        def fits(candidate: Value) -> bool:
            wished = now.changed(**{parameter.field: candidate})
            return self.rules.possible(self.rules.follow(wished))

        if isinstance(parameter, IntParameter):
            if type(self.rules).possible is Rules.possible:  # it would say yes to every one
                return Bounds(parameter.low, parameter.high)
            here: int = getattr(now, parameter.field)
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

    def _named(self, notices: list[Notice]) -> list[Notice]:
        """Give the notices of the rules the names of the address."""
        names = {parameter.field: parameter.name for parameter in self.parameters}
        return [notice.about(names.get(notice.parameter, notice.parameter)) for notice in notices]

    @staticmethod
    def _adjusted(parameter: Parameter, asked: Value, used: Value) -> Notice:
        written = (parameter.format(value)[:_LONGEST_QUOTE] for value in (asked, used))
        asked_text, used_text = written
        return Notice("adjusted", parameter.name, asked_text, parameter.allowed, used_text)


def _farthest(fits: Callable[[int], bool], here: int, end: int, step: int) -> int:
    """Return the last whole number from ``here`` towards ``end`` up to which everything fits."""
    while here != end and fits(here + step):
        here += step
    return here
