"""Which poolings exist; sizes follow torch.nn.MaxPool2d and AvgPool2d, asked of the engine."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import prod

from visualizer import engine
from visualizer.lessons.pooling.settings import AS_KERNEL, LECTURE, MOST_NEURONS, PoolingSettings
from visualizer.material.randomness import LAST_SEED
from visualizer.settings import apart, upstream
from visualizer.settings.inputs import Shape, refitted, without_lost_upload
from visualizer.settings.origin import still_from
from visualizer.settings.rules import Bounds, Notice, Rules

# The leader of each field that has no control of its own while height and width are not apart.
LEADERS = {
    "width": "size",
    "kernel_w": "kernel",
    "stride_w": "stride",
    "padding_w": "padding",
    "dilation_w": "dilation",
}


def output_size(settings: PoolingSettings) -> tuple[int, int]:
    """Return the output's rows and columns, (0, 0) where torch refuses the pooling."""
    s = settings
    if s.kind == "global":
        return 1, 1
    try:
        rows, columns = (
            engine.pool_output_size(size, kernel, stride, padding, dilation, s.ceil)
            for size, kernel, stride, padding, dilation in zip(
                (s.size, s.width), *s.window, strict=True
            )
        )
    except engine.EngineError:
        return 0, 0
    return rows, columns


def steps(settings: PoolingSettings) -> int:
    """Return how many steps there are: one for each output cell, backward for each input cell."""
    return prod(output_shape(settings) if settings.pass_ == "forward" else settings.input_shape)


def output_shape(settings: PoolingSettings) -> Shape:
    """Return the output's (channels, rows, columns)."""
    return settings.channels, *output_size(settings)


class PoolingRules(Rules[PoolingSettings]):
    """Padding reaches at most half the kernel, and the kernel fits into the padded input."""

    def infer(
        self, settings: PoolingSettings, given: Collection[str]
    ) -> tuple[PoolingSettings, list[Notice]]:
        """Set height and width apart when an address gives a width of its own."""
        # The lecture's numbers stand in for a picture that stayed on another machine.
        settings, notices = without_lost_upload(settings, LECTURE)
        settings = upstream.inferred(settings, given)
        return apart.set_apart(settings, given, LEADERS), notices

    def follow(self, settings: PoolingSettings) -> PoolingSettings:
        """Let widths follow heights unless they are set apart."""
        return apart.follow(settings, LEADERS)

    def possible(self, settings: PoolingSettings) -> bool:
        """Tell whether torch computes it."""
        return output_size(settings) != (0, 0)

    def limits(self, settings: PoolingSettings) -> dict[str, Bounds]:
        """Return the bounds of the step and of what no window depends on."""
        return {
            "step": Bounds(0, steps(settings) - 1),
            "seed": Bounds(0, LAST_SEED),
            "neurons": Bounds(1, MOST_NEURONS),
            "upstream": upstream.bounds(output_shape(settings)),
            "aim": upstream.aims(output_shape(settings)),
        }

    def hidden(self, settings: PoolingSettings) -> Collection[str]:
        """Return what the kind of input and of pooling leaves without meaning."""
        whole = settings.kind == "global"
        padded = settings.padding or settings.padding_w
        hidden = {
            "photo": settings.input != "photo",
            "data": settings.input not in ("custom", "upload"),
            "seed": settings.input != "random",
            "count_pad": settings.kind != "avg" or not padded,
            "ceil": whole,
            **upstream.hidden(settings, forward=settings.pass_ == "forward", aim=settings.aim),
        }
        for name in ("kernel", "stride", "padding"):
            hidden[name] = hidden[name + "_w"] = whole
        hidden["dilation"] = hidden["dilation_w"] = settings.kind != "max"
        following = () if settings.rect else LEADERS
        idle = {name for name, is_hidden in hidden.items() if is_hidden} | set(following)
        own = still_from(settings.from_, settings, {*idle, "pass_", "aim", *upstream.FIELDS})
        return idle if own else idle | {"from_"}

    def settle(self, settings: PoolingSettings) -> tuple[PoolingSettings, list[Notice]]:
        """Lower padding, dilation and kernel, in this order, as little as makes it possible."""
        now, notices = self.follow(settings), list[Notice]()

        def lower(name: str, value: int, code: str) -> None:
            nonlocal now
            asked = int(getattr(now, name))
            if value != asked:
                notices.append(Notice(code, name, str(asked), used=str(value)))
                now = self.follow(now.changed(**{name: value}))

        if now.kind != "max":
            now = replace(now, dilation=1, dilation_w=1)
        for end in ("", "_w") if now.kind != "global" else ():
            half = int(getattr(now, f"kernel{end}")) // 2
            lower(f"padding{end}", min(int(getattr(now, f"padding{end}")), half), "pool_padding")
            lower(f"dilation{end}", self._dilation_that_fits(now, end), "fit")
            lower(f"kernel{end}", self._kernel_that_fits(now, end), "fit")
            half = int(getattr(now, f"kernel{end}")) // 2
            now = self.follow(
                now.changed(**{f"padding{end}": min(int(getattr(now, f"padding{end}")), half)})
            )
        now = replace(now, step=min(now.step, steps(now) - 1))
        idle = self.hidden(now)
        if "data" not in idle:
            data, told = refitted(now.data, "data", now.input_shape)
            now, notices = replace(now, data=data), notices + told
        if "upstream" not in idle:
            now, told = upstream.fitted(now, output_shape(now))
            notices += told
        return now, notices

    @staticmethod
    def _dilation_that_fits(now: PoolingSettings, end: str) -> int:
        """Return the largest dilation up to the present one whose window fits; 1 if none."""
        dilation = int(getattr(now, f"dilation{end}"))
        while dilation > 1 and not _fits(now, end, int(getattr(now, f"kernel{end}")), dilation):
            dilation -= 1
        return dilation

    @staticmethod
    def _kernel_that_fits(now: PoolingSettings, end: str) -> int:
        """Return the largest kernel up to the present one that fits."""
        kernel, dilation = (int(getattr(now, f"{name}{end}")) for name in ("kernel", "dilation"))
        while not _fits(now, end, kernel, dilation):
            kernel -= 1
        return kernel


def _fits(now: PoolingSettings, end: str, kernel: int, dilation: int) -> bool:
    """Tell whether a window fits one way: down for "", across for "_w"."""
    axis = 1 if end else 0
    size, stride = now.input_shape[1 + axis], now.window[1][axis]
    padding = min(int(getattr(now, f"padding{end}")), kernel // 2)
    if getattr(now, f"stride{end}") == AS_KERNEL:
        stride = kernel
    try:
        engine.pool_output_size(size, kernel, stride, padding, dilation, now.ceil)
    except engine.EngineError:
        return False
    return True
