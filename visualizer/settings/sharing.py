"""What an address says besides a lesson's settings: which controls stay, how fast the player goes.

``show=conv_size,conv_kernel`` leaves these two controls in the sidebar, ``show=none`` none at all;
``speed=4`` plays four steps a second. Both hold on the page that the address opens, and no further.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from visualizer.settings.grids import GridParameter
from visualizer.settings.lesson import Lesson
from visualizer.settings.rules import Notice, S

SHOW, SPEED = "show", "speed"
NONE = "none"
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)  # steps a second, as in clock.js
USUAL_SPEED = 1.0
_LONGEST_QUOTE = 40  # characters of an address that a notice repeats


@dataclass(frozen=True)
class Shared:
    """The names of the controls that stay, None for all; and the player's speed in steps/second.

    The speed is None where nothing is said of it: players differ in how fast they usually go.
    """

    show: tuple[str, ...] | None = None
    speed: float | None = None

    def shows(self, name: str) -> bool:
        """Tell whether the control of the parameter called ``name`` stays."""
        return self.show is None or name in self.show

    @property
    def query(self) -> dict[str, str]:
        """The part of an address that ``read`` reads as the same again."""
        found = {}
        if self.show is not None:
            found[SHOW] = ",".join(self.show) or NONE
        if self.speed is not None:
            found[SPEED] = f"{self.speed:g}"
        return found


def controls_of(lesson: Lesson[S], settings: S | None = None) -> tuple[str, ...]:
    """Return the names of the settings with a control in the sidebar, in the order of the lesson.

    With ``settings``, only of those that mean something now; numbers can always be typed.
    """
    relevant = lesson.relevant(settings) if settings is not None else None
    return tuple(
        parameter.name
        for parameter in lesson.parameters
        if parameter.section
        and (
            relevant is None or parameter.field in relevant or isinstance(parameter, GridParameter)
        )
    )


def read(query: Mapping[str, str], lesson: Lesson[S]) -> tuple[Shared, list[Notice]]:
    """Read both parts of an address, with a notice for everything that could not be taken.

    Never raises, whatever the strings are.
    """
    notices: list[Notice] = []
    show = _read_show(query[SHOW], lesson, notices) if SHOW in query else None
    speed = _read_speed(query[SPEED], notices) if SPEED in query else None
    return Shared(show, speed), notices


def link(
    base: str, lesson: Lesson[S], settings: S, shared: Shared, *, step: bool, lang: str = ""
) -> str:
    """Return the whole address that opens ``settings``.

    base: the page's own address, without a query. ``step``: whether the link opens on the step of
    ``settings``, and not on the first one. ``lang``: the language it opens in, "" for the reader's.
    """
    query = lesson.format(settings if step else lesson.rewound(settings))
    query |= shared.query
    if lang:
        query["lang"] = lang
    return f"{base}?{written(query)}" if query else base


def written(query: Mapping[str, str]) -> str:
    """Write an address's query; commas stay, so that a person can read a list of names."""
    return urlencode(query, safe=",")


def _read_show(asked: str, lesson: Lesson[S], notices: list[Notice]) -> tuple[str, ...] | None:
    if asked.strip() == NONE:
        return ()
    wanted = [name.strip() for name in asked.split(",")]
    known = tuple(name for name in controls_of(lesson) if name in wanted)
    notices += [
        Notice("show_unknown", SHOW, name[:_LONGEST_QUOTE])
        for name in dict.fromkeys(wanted)
        if name not in known
    ]
    return known or None


def _read_speed(asked: str, notices: list[Notice]) -> float | None:
    names = [f"{speed:g}" for speed in SPEEDS]
    if asked in names:
        return float(asked)
    used = f"{USUAL_SPEED:g}"
    notices.append(Notice("bad_value", SPEED, asked[:_LONGEST_QUOTE], ", ".join(names), used))
    return None
