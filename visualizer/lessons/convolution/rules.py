"""Which convolutions exist: how the lesson's settings depend on one another.

Sizes follow torch.nn.Conv2d and ConvTranspose2d. One rule is the lesson's own: an output map is at
most 32×32, because every step of it can be played and every cell of it seen; a transposed
convolution with stride 8 on 32×32 would make 249×249.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import gcd

from visualizer.settings.inputs import refit_typed, without_lost_upload
from visualizer.settings.lesson import Bounds, Notice, Rules
from visualizer.settings.parameters import Values

LARGEST_OUTPUT = 32
# The leader of each name that has no control of its own while height and width are not apart.
LEADERS = {
    "conv_width": "conv_size",
    "conv_kernel_w": "conv_kernel",
    "conv_stride_w": "conv_stride",
    "conv_padding_w": "conv_padding",
    "conv_dilation_w": "conv_dilation",
}
# What gives way when a rule is broken, in this order, and how far down.
_LOWERED = {
    "output_padding": ("conv_output_padding",),
    "transposed_padding": ("conv_padding",),
    "same_stride": ("conv_stride",),
    "mode_padding": ("conv_padding", "conv_dilation", "conv_kernel"),
    "fit": ("conv_dilation", "conv_kernel"),
    "output_cap": (
        "conv_padding",
        "conv_output_padding",
        "conv_stride",
        "conv_dilation",
        "conv_kernel",
    ),
}
_LOWEST = {
    "conv_output_padding": 0,
    "conv_padding": 0,
    "conv_stride": 1,
    "conv_dilation": 1,
    "conv_kernel": 1,
}


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
        return self.dilation * (self.kernel - 1) + 1

    @property
    def pads(self) -> tuple[int, int]:
        """Padding before and after; "same" puts an odd one after, as torch does."""
        if self.pad_kind == "same":
            return (self.extent - 1) // 2, self.extent // 2
        one = self.padding if self.pad_kind == "number" else 0
        return one, one

    @property
    def output(self) -> int:
        """The output size, or less than 1 where there is none."""
        if self.transposed:
            whole = (self.size - 1) * self.stride + self.extent + self.output_padding
            return whole - 2 * self.padding
        room = self.size + sum(self.pads) - self.extent
        return room // self.stride + 1 if room >= 0 else 0

    @property
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


def axes(values: Values) -> tuple[Axis, Axis]:
    """Return the vertical and the horizontal axis of followed ``values``."""
    return _axis(values, "conv_size", ""), _axis(values, "conv_width", "_w")


def _axis(values: Values, size: str, suffix: str) -> Axis:
    return Axis(
        size=int(values[size]),
        kernel=int(values["conv_kernel" + suffix]),
        stride=int(values["conv_stride" + suffix]),
        dilation=int(values["conv_dilation" + suffix]),
        padding=int(values["conv_padding" + suffix]),
        pad_kind=str(values["conv_pad_kind"]),
        mode=str(values["conv_mode"]),
        transposed=bool(values["conv_transposed"]),
        output_padding=int(values["conv_output_padding"]),
    )


def steps(values: Values) -> int:
    """Return how many steps the window takes: filters × output rows × output columns."""
    down, across = axes(values)
    return int(values["conv_filters"]) * down.output * across.output


def data_shape(values: Values) -> tuple[int, int, int]:
    """Return the shape of a typed input: (channels, height, width)."""
    return int(values["conv_channels"]), int(values["conv_size"]), int(values["conv_width"])


def weights_shape(values: Values) -> tuple[int, int, int]:
    """Return the shape of typed weights: (filters · channels / groups, kernel rows, columns)."""
    each = int(values["conv_channels"]) // int(values["conv_groups"])
    maps = int(values["conv_filters"]) * each
    return maps, int(values["conv_kernel"]), int(values["conv_kernel_w"])


class ConvolutionRules(Rules):
    """The rules of the convolution lesson."""

    def infer(self, values: Values, given: Collection[str]) -> tuple[Values, list[Notice]]:
        """A width of its own in an address means height and width apart; the rest follows."""
        values, notices = without_lost_upload("conv", values, "random")
        own = [name for name in LEADERS if name in given]
        if not values["conv_rect"] and any(values[n] != values[LEADERS[n]] for n in own):
            followers = {n: values[leader] for n, leader in LEADERS.items() if n not in given}
            values = {**values, **followers, "conv_rect": True}
        return values, notices

    def follow(self, values: Values) -> Values:
        if values["conv_rect"]:
            return values
        return {**values, **{name: values[leader] for name, leader in LEADERS.items()}}

    def possible(self, values: Values) -> bool:
        if int(values["conv_groups"]) not in _divisors(values):
            return False
        if values["conv_transposed"] and (
            values["conv_pad_kind"] != "number" or values["conv_mode"] != "zeros"
        ):
            return False
        return all(axis.trouble is None for axis in axes(values))

    def limits(self, values: Values) -> dict[str, Bounds]:
        found = {
            "conv_step": Bounds(0, steps(values) - 1),
            "conv_groups": Bounds(1, max(_divisors(values)), _divisors(values)),
            # Changing these moves what they collide with, so they stay free.
            "conv_channels": Bounds(1, 3),
            "conv_filters": Bounds(1, 4),
            "conv_seed": Bounds(0, 9999),
        }
        if values["conv_transposed"]:
            found["conv_pad_kind"] = Bounds(choices=("number",))
            found["conv_mode"] = Bounds(choices=("zeros",))
        return found

    def relevant(self, values: Values) -> frozenset[str]:
        kind, kernel = values["conv_input"], values["conv_preset"]
        hidden = {
            "conv_photo": kind != "photo",
            "conv_data": kind not in ("custom", "upload"),
            "conv_weights": kernel != "custom",
            "conv_seed": kind != "random" and kernel != "random",
            "conv_padding": values["conv_pad_kind"] != "number",
            "conv_padding_w": values["conv_pad_kind"] != "number",
            "conv_bias_value": not values["conv_bias"],
            "conv_output_padding": not values["conv_transposed"],
        }
        return frozenset(
            name
            for name in values
            if not hidden.get(name, False) and (values["conv_rect"] or name not in LEADERS)
        )

    def settle(self, values: Values) -> tuple[Values, list[Notice]]:
        now, notices = self.follow(dict(values)), []

        def move(name: str, value: int | str, code: str) -> None:
            notices.append(Notice(code, name, str(now[name]), used=str(value)))
            now.update(self.follow({**now, name: value}))

        divisors = _divisors(now)
        if now["conv_groups"] not in divisors:
            move("conv_groups", max(d for d in divisors if d <= int(now["conv_groups"])), "groups")
        if now["conv_transposed"]:
            if now["conv_pad_kind"] != "number":
                move("conv_pad_kind", "number", "transposed_padding")
            if now["conv_mode"] != "zeros":
                move("conv_mode", "zeros", "transposed_mode")
        else:
            now["conv_output_padding"] = 0
        if now["conv_pad_kind"] != "number":
            now["conv_padding"] = now["conv_padding_w"] = 0
        # The axes share the output padding, so what mends one can break the other.
        while (step := _repair(now, "") or _repair(now, "_w")) is not None:
            move(*step)
        now["conv_step"] = min(int(now["conv_step"]), steps(now) - 1)
        for name, shape in (
            ("conv_data", data_shape(now)),
            ("conv_weights", weights_shape(now)),
        ):
            if name in self.relevant(now):
                refit_typed(now, name, shape, notices)
        return now, notices


CONVOLUTION_RULES = ConvolutionRules()


def _divisors(values: Values) -> tuple[int, ...]:
    common = gcd(int(values["conv_channels"]), int(values["conv_filters"]))
    return tuple(d for d in range(1, common + 1) if common % d == 0)


def _repair(values: Values, suffix: str) -> tuple[str, int, str] | None:
    """Return the next move (name, value, code) towards a possible axis; None when it is possible.

    One setting is lowered as little as ends the trouble; where none does so alone, the first that
    can still fall goes to its lowest. Every move lowers something, so repeating this ends.
    """
    index = 1 if suffix else 0

    def trouble(changed: Values) -> str | None:
        return axes(CONVOLUTION_RULES.follow({**values, **changed}))[index].trouble

    code = trouble({})
    if code is None:
        return None
    room = {}
    for name in _LOWERED[code]:
        own = name if name == "conv_output_padding" else name + suffix
        room[own] = range(int(values[own]) - 1, _LOWEST[name] - 1, -1)
    for name, lower in room.items():
        for value in lower:
            if trouble({name: value}) != code:
                return name, value, code
    name = next(name for name, lower in room.items() if lower)
    return name, room[name][-1], code
