"""Which poolings exist; sizes follow torch.nn.MaxPool2d and AvgPool2d, asked of the engine."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from visualizer import engine
from visualizer.lessons.pooling.settings import LECTURE, PoolingSettings
from visualizer.settings.inputs import refitted, without_lost_upload
from visualizer.settings.rules import Bounds, Notice, Rules


def output_size(settings: PoolingSettings) -> int:
    """Return the output's rows and columns, or 0 where torch refuses the pooling."""
    s = settings
    if s.kind == "global":
        return 1
    try:
        window = (s.size, s.kernel, s.cells, s.padding, s.dilation)
        return engine.pool_output_size(*window, ceil_mode=s.ceil)
    except engine.EngineError:
        return 0


def steps(settings: PoolingSettings) -> int:
    """Return how many steps the window takes: channels × output rows × output columns."""
    return settings.channels * output_size(settings) ** 2


class PoolingRules(Rules[PoolingSettings]):
    """Padding reaches at most half the kernel, and the kernel fits into the padded input."""

    def infer(
        self, settings: PoolingSettings, given: Collection[str]
    ) -> tuple[PoolingSettings, list[Notice]]:
        """Put the lecture's numbers where an uploaded picture stayed on another machine."""
        return without_lost_upload(settings, LECTURE)

    def possible(self, settings: PoolingSettings) -> bool:
        """Tell whether torch computes it."""
        return output_size(settings) > 0

    def limits(self, settings: PoolingSettings) -> dict[str, Bounds]:
        """Return the bounds of the step and of the seed."""
        return {"step": Bounds(0, steps(settings) - 1), "seed": Bounds(0, 9999)}

    def hidden(self, settings: PoolingSettings) -> Collection[str]:
        """Return what the kind of input and of pooling leaves without meaning."""
        whole = settings.kind == "global"
        hidden = {
            "photo": settings.input != "photo",
            "data": settings.input not in ("custom", "upload"),
            "seed": settings.input != "random",
            "kernel": whole,
            "stride": whole,
            "padding": whole,
            "dilation": settings.kind != "max",
            "ceil": whole,
            "count_pad": settings.kind != "avg" or not settings.padding,
        }
        return {name for name, is_hidden in hidden.items() if is_hidden}

    def settle(self, settings: PoolingSettings) -> tuple[PoolingSettings, list[Notice]]:
        """Lower the padding, then the kernel, as little as makes the pooling possible."""
        now, notices = settings, list[Notice]()
        if now.kind != "max":
            now = replace(now, dilation=1)
        if now.kind != "global":
            half = now.kernel // 2
            if now.padding > half:
                notices.append(Notice("pool_padding", "padding", str(now.padding), used=str(half)))
                now = replace(now, padding=half)
            asked = now.kernel
            while not self.possible(now):
                if now.dilation > 1:
                    now = replace(now, dilation=now.dilation - 1)
                    continue
                kernel = now.kernel - 1
                now = replace(now, kernel=kernel, padding=min(now.padding, kernel // 2))
            if now.dilation != settings.dilation:
                used = str(now.dilation)
                notices.append(Notice("fit", "dilation", str(settings.dilation), used=used))
            if now.kernel != asked:
                notices.append(Notice("fit", "kernel", str(asked), used=str(now.kernel)))
        now = replace(now, step=min(now.step, steps(now) - 1))
        if "data" not in self.hidden(now):
            data, told = refitted(now.data, "data", now.input_shape)
            now, notices = replace(now, data=data), notices + told
        return now, notices
