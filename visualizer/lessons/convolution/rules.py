"""Which convolutions exist: how the lesson's settings depend on one another.

Sizes follow torch.nn.Conv2d and ConvTranspose2d. One rule is the lesson's own: an output map is at
most 32×32, because every step of it can be played and every cell of it seen; a transposed
convolution with stride 8 on 32×32 would make 249×249.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import gcd, prod

from visualizer import engine
from visualizer.engine.sizes import resolve_padding, span
from visualizer.lessons.convolution.learns import rules as learning
from visualizer.lessons.convolution.settings import (
    LARGEST_OUTPUT,
    MOST_FILTERS,
    ConvolutionSettings,
)
from visualizer.material.randomness import LAST_SEED
from visualizer.settings import apart, upstream
from visualizer.settings.inputs import refitted, without_lost_upload
from visualizer.settings.origin import still_from
from visualizer.settings.parameters import Value
from visualizer.settings.rules import Bounds, Notice, Rules

# The leader of each name that has no control of its own while height and width are not apart.
LEADERS = {
    "width": "size",
    "kernel_w": "kernel",
    "stride_w": "stride",
    "padding_w": "padding",
    "dilation_w": "dilation",
}
# What gives way when a rule is broken, in this order, and how far down.
_LOWERED = {
    "output_padding": ("output_padding",),
    "transposed_padding": ("padding",),
    "same_stride": ("stride",),
    "mode_padding": ("padding", "dilation", "kernel"),
    "fit": ("dilation", "kernel"),
    "output_cap": ("padding", "output_padding", "stride", "dilation", "kernel"),
}
_LOWEST = {"output_padding": 0, "padding": 0, "stride": 1, "dilation": 1, "kernel": 1}
_APART = ("aim", *upstream.FIELDS, *learning.FIELDS)  # whatever these are, the numbers stay


@dataclass(frozen=True)
class Axis:
    """One direction of the operation, all in cells: what decides its output size."""

    size: int
    kernel: int
    stride: int
    dilation: int
    padding: int
    pad_kind: str
    mode: str
    transposed: bool
    output_padding: int

    @property
    def extent(self) -> int:
        """Cells from the window's first to its last, gaps of the dilation included."""
        return span(self.kernel, self.dilation)

    @property
    def pads(self) -> tuple[int, int]:
        """Padding before and after."""
        kernel, dilation = (self.kernel, 1), (self.dilation, 1)
        return resolve_padding(self._padding, kernel, (1, 1), dilation)[0]

    @cached_property
    def output(self) -> int:
        """The output size, 0 where there is none."""
        window = (self.size, self.kernel, self.stride)
        try:
            if self.transposed:
                return engine.conv_transpose_output_size(
                    *window, self.padding, self.output_padding, self.dilation
                )
            return engine.conv_output_size(*window, self._padding, self.dilation)
        except engine.EngineError:
            return 0

    @property
    def _padding(self) -> int | str:
        """The padding as torch takes it."""
        return self.padding if self.pad_kind == "number" else self.pad_kind

    @cached_property
    def trouble(self) -> str | None:
        """The code of the first rule this axis breaks; None if torch computes it and we show it."""
        if self.transposed:
            if self.output_padding >= max(self.stride, self.dilation):
                return "output_padding"
            # More padding than the window reaches would cut into the input itself.
            if self.padding >= self.extent or self.output < 1:
                return "transposed_padding"
        elif self.pad_kind == "same" and self.stride != 1:
            return "same_stride"
        elif max(self.pads) > {"reflect": self.size - 1, "circular": self.size}.get(self.mode, 999):
            return "mode_padding"
        elif self.output < 1:
            return "fit"
        return "output_cap" if self.output > LARGEST_OUTPUT else None


# Finding a control's bounds asks for the same axes again and again.
_axis = lru_cache(maxsize=4096)(Axis)


def axes(settings: ConvolutionSettings) -> tuple[Axis, Axis]:
    """Return the vertical and the horizontal axis of followed settings."""
    s = settings
    common = (s.pad_kind, s.mode, s.transposed, s.output_padding)
    return (
        _axis(s.size, s.kernel, s.stride, s.dilation, s.padding, *common),
        _axis(s.width, s.kernel_w, s.stride_w, s.dilation_w, s.padding_w, *common),
    )


def same_with_stride(size: int, extent: int, stride: int) -> dict[str, int]:
    """Return what TensorFlow's padding "SAME" does along one axis, where torch refuses it.

    ``places``: ⌈n / s⌉, the output; ``before`` and ``after``: the padding, max((places − 1)·s +
    extent − n, 0) in all, the odd cell after; ``by_number``: the output of padding ``after`` on
    both sides, which torch computes.

    >>> same_with_stride(5, 3, 2), same_with_stride(224, 11, 4)["after"]
    ({'places': 3, 'before': 1, 'after': 1, 'by_number': 3}, 4)
    """
    places = -(-size // stride)
    total = max((places - 1) * stride + extent - size, 0)
    before, after = total // 2, total - total // 2
    by_number = engine.conv_output_size(size, extent, stride, after)
    return {"places": places, "before": before, "after": after, "by_number": by_number}


def steps(settings: ConvolutionSettings) -> int:
    """Return how many steps the player has: an output cell each, what flows back to, a descent."""
    if settings.pass_ == "input":
        return prod(settings.input_shape)
    if settings.pass_ == "weight":
        return prod(settings.weights_shape)
    if settings.learns:
        return learning.steps(settings)
    return prod(output_shape(settings))


def output_shape(settings: ConvolutionSettings) -> tuple[int, int, int]:
    """Return the output's (filters, rows, columns)."""
    down, across = axes(settings)
    return settings.filters, down.output, across.output


class ConvolutionRules(Rules[ConvolutionSettings]):
    """The rules of the convolution lesson."""

    def infer(
        self, settings: ConvolutionSettings, given: Collection[str]
    ) -> tuple[ConvolutionSettings, list[Notice]]:
        """Set height and width apart when an address gives a width of its own."""
        settings, notices = without_lost_upload(settings, "random")
        settings = upstream.inferred(settings, given)
        return apart.set_apart(settings, given, LEADERS), notices

    def follow(self, settings: ConvolutionSettings) -> ConvolutionSettings:
        """Let widths follow heights unless they are set apart."""
        return apart.follow(settings, LEADERS)

    def possible(self, settings: ConvolutionSettings) -> bool:
        """Tell whether torch computes it and the lesson shows it."""
        if settings.groups not in _divisors(settings):
            return False
        if settings.transposed and (settings.pad_kind != "number" or settings.mode != "zeros"):
            return False
        return all(axis.trouble is None for axis in axes(settings))

    def limits(self, settings: ConvolutionSettings) -> dict[str, Bounds]:
        """Return the bounds of the step and of what makes the others move."""
        divisors = _divisors(settings)
        found = {
            "step": Bounds(0, steps(settings) - 1),
            "groups": Bounds(1, max(divisors), divisors),
            # Changing these moves what they collide with, so they stay free.
            "channels": Bounds(1, 3),
            "filters": Bounds(1, MOST_FILTERS),
            "seed": Bounds(0, LAST_SEED),
            "upstream": upstream.bounds(output_shape(settings)),
            "aim": upstream.aims(output_shape(settings)),
            **learning.limits(settings),
        }
        if settings.transposed:
            found["pad_kind"] = Bounds(choices=("number",))
            found["mode"] = Bounds(choices=("zeros",))
        return found

    def hidden(self, settings: ConvolutionSettings) -> Collection[str]:
        """Return what the kind of input, kernel, padding and operation leaves without meaning."""
        hidden = {
            "photo": settings.input != "photo",
            "data": settings.input not in ("custom", "upload"),
            "weights": settings.preset != "custom",
            "seed": settings.input != "random" and settings.preset != "random",
            "padding": settings.pad_kind != "number",
            "padding_w": settings.pad_kind != "number",
            "bias_value": not settings.bias,
            "output_padding": not settings.transposed,
            **upstream.hidden(settings, forward=not settings.runs_back, aim=settings.aim),
            **learning.hidden(settings),
        }
        following = () if settings.rect else LEADERS
        idle = {name for name, is_hidden in hidden.items() if is_hidden} | set(following)
        own = still_from(settings.from_, settings, {*idle, "pass_", *_APART})
        return idle if own else idle | {"from_"}

    def settle(self, settings: ConvolutionSettings) -> tuple[ConvolutionSettings, list[Notice]]:
        """Lower what collides as little as ends it, and say so."""
        now, notices = self.follow(settings), []

        def move(name: str, value: Value, code: str) -> None:
            nonlocal now
            asked = _value(now, name)
            details: tuple[tuple[str, int], ...] = ()
            if code == "same_stride":
                axis = axes(now)[1 if name.endswith("_w") else 0]
                details = tuple(same_with_stride(axis.size, axis.extent, axis.stride).items())
            notices.append(Notice(code, name, str(asked), used=str(value), details=details))
            now = self.follow(now.changed(**{name: value}))

        divisors = _divisors(now)
        if now.groups not in divisors:
            move("groups", max(d for d in divisors if d <= now.groups), "groups")
        if now.transposed:
            if now.pad_kind != "number":
                move("pad_kind", "number", "transposed_padding")
            if now.mode != "zeros":
                move("mode", "zeros", "transposed_mode")
        else:
            now = replace(now, output_padding=0)
        if now.pad_kind != "number":
            now = replace(now, padding=0, padding_w=0)
        # The axes share the output padding, so what mends one can break the other.
        while (step := _repair(now, "") or _repair(now, "_w")) is not None:
            move(*step)
        now = replace(now, step=min(now.step, steps(now) - 1))
        idle = self.hidden(now)
        for name, shape in (("data", now.input_shape), ("weights", now.weights_shape)):
            if name not in idle:
                written, told = refitted(str(_value(now, name)), name, shape)
                now, notices = now.changed(**{name: written}), notices + told
        if now.pass_ != "forward":
            now, told = (learning if now.learns else upstream).fitted(now, output_shape(now))
            notices += told
        return now, notices


_RULES = ConvolutionRules()


def _value(settings: ConvolutionSettings, name: str) -> Value:
    value: Value = getattr(settings, name)
    return value


def _divisors(settings: ConvolutionSettings) -> tuple[int, ...]:
    common = gcd(settings.channels, settings.filters)
    return tuple(d for d in range(1, common + 1) if common % d == 0)


def _repair(settings: ConvolutionSettings, suffix: str) -> tuple[str, int, str] | None:
    """Return the next move (name, value, code) towards a possible axis; None when it is possible.

    One setting is lowered as little as ends the trouble; where none does so alone, the first that
    can still fall goes to its lowest. Every move lowers something, so repeating this ends.
    """
    index = 1 if suffix else 0

    def trouble(**changed: Value) -> str | None:
        return axes(_RULES.follow(settings.changed(**changed)))[index].trouble

    code = trouble()
    if code is None:
        return None
    room = {}
    for name in _LOWERED[code]:
        own = name if name == "output_padding" else name + suffix
        room[own] = range(int(_value(settings, own)) - 1, _LOWEST[name] - 1, -1)
    for name, lower in room.items():
        for value in lower:
            if trouble(**{name: value}) != code:
                return name, value, code
    name = next(name for name, lower in room.items() if lower)
    return name, room[name][-1], code
