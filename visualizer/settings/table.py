"""A lesson's settings as a frozen dataclass, each field declared with its kind and bounds.

    @dataclass(frozen=True)
    class PoolingSettings(Settings, prefix="pool"):
        kernel: int = whole(2, 1, 11, section="kernel")

Code reads ``settings.kernel``, an ``int`` that a type checker knows; the address and the widget
call it ``pool_kernel``.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from visualizer.settings.grids import GridParameter
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    Value,
)


@dataclass(frozen=True)
class Settings:
    """The base of every lesson's settings; ``prefix`` begins the names in the address."""

    prefix: ClassVar[str] = ""
    _declared: ClassVar[tuple[Parameter, ...]] = ()

    def __init_subclass__(cls, prefix: str = "") -> None:
        """Keep the prefix that the class statement gives."""
        super().__init_subclass__()
        if prefix:
            cls.prefix = prefix

    @classmethod
    def parameters(cls) -> tuple[Parameter, ...]:
        """Return the declared parameters in the order of the fields."""
        if "_declared" not in cls.__dict__:
            cls._declared = tuple(
                dataclasses.replace(
                    field.metadata["parameter"],
                    field=field.name,
                    # An underscore at the end keeps a word of Python free: ``class_``.
                    name=f"{cls.prefix}_{field.name.rstrip('_')}",
                )
                for field in dataclasses.fields(cls)
            )
        return cls._declared

    def changed(self, **values: Value) -> Self:
        """Return a copy with other values, for names known only at run time.

        Where the names are known, ``dataclasses.replace`` is checked by a type checker.
        """
        return dataclasses.replace(self, **values)

    def values(self) -> dict[str, Value]:
        """Return the values by their names in the address."""
        return {p.name: getattr(self, p.field) for p in self.parameters()}


def declared(parameter: Parameter) -> Any:
    """Return the dataclass field that ``parameter`` describes.

    Typed as Any, so that the field's own annotation stands; the functions below have exact types.
    """
    return dataclasses.field(default=parameter.initial, metadata={"parameter": parameter})


def whole(default: int, low: int, high: int, *, section: str = "", slider: bool = False) -> int:
    """Declare a whole number from ``low`` to ``high``."""
    field: int = declared(IntParameter(default, low, high, slider, section=section))
    return field


def decimal(
    default: float,
    low: float,
    high: float,
    decimals: int = 2,
    *,
    section: str = "",
    step: float = 1.0,
    slider: bool = False,
) -> float:
    """Declare a number from ``low`` to ``high`` with at most ``decimals`` decimals."""
    kind = FloatParameter(default, low, high, decimals, step, slider, section=section)
    field: float = declared(kind)
    return field


def choice(default: str, choices: tuple[str, ...], *, section: str = "") -> str:
    """Declare one of a few names."""
    field: str = declared(ChoiceParameter(default, choices, section=section))
    return field


def flag(default: bool, *, section: str = "") -> bool:
    """Declare a switch."""
    field: bool = declared(FlagParameter(default, section=section))
    return field


def grid(*, section: str = "") -> str:
    """Declare a typed grid, kept in its written form (see ``visualizer.settings.grids``)."""
    field: str = declared(GridParameter(section=section))
    return field
