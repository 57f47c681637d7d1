"""Height and width set apart, or one following the other: the same in every lesson with a window.

``leaders`` names, for each field of the width, the field of the height that it follows while the
switch ``rect`` is off.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from visualizer.settings.parameters import Value
from visualizer.settings.rules import S

Leaders = Mapping[str, str]


def follow(settings: S, leaders: Leaders) -> S:
    """Let widths follow heights unless they are set apart."""
    if _value(settings, "rect"):
        return settings
    return settings.changed(**{name: _value(settings, leaders[name]) for name in leaders})


def set_apart(settings: S, given: Collection[str], leaders: Leaders) -> S:
    """Turn ``rect`` on where an address gives a width of its own; widths not given follow."""
    own = [name for name in leaders if name in given]
    if _value(settings, "rect") or all(
        _value(settings, name) == _value(settings, leaders[name]) for name in own
    ):
        return settings
    rest = {name: _value(settings, leaders[name]) for name in leaders if name not in given}
    return settings.changed(**rest, rect=True)


def _value(settings: S, name: str) -> Value:
    value: Value = getattr(settings, name)
    return value
