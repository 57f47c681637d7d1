"""The pooling lesson's table: every setting, its bounds, and which poolings exist.

Sizes follow torch.nn.MaxPool2d and AvgPool2d, asked of the engine itself.
"""

from __future__ import annotations

from collections.abc import Collection

from visualizer import engine
from visualizer.settings.grids import GridParameter
from visualizer.settings.inputs import INPUTS, PHOTOS, Shape, refit_typed, without_lost_upload
from visualizer.settings.lesson import Bounds, Lesson, Notice, Rules
from visualizer.settings.parameters import ChoiceParameter, FlagParameter, IntParameter, Values

KINDS = ("max", "avg", "global")
AS_KERNEL = "kernel"
STRIDES = (AS_KERNEL, *(str(n) for n in range(1, 9)))
LECTURE = "lecture"
MOST_STEPS = 3 * 33 * 33  # half a kernel of 2 as padding makes 32 cells into 33

# What a lecture shows, one press away: halving as it is usual, and AlexNet's overlapping windows.
EXAMPLES: dict[str, Values] = {
    "lecture": {"pool_kind": "max", "pool_input": LECTURE, "pool_size": 4, "pool_kernel": 2},
    "alexnet": {
        "pool_kind": "max", "pool_input": "digit", "pool_size": 13, "pool_kernel": 3,
        "pool_stride": "2",
    },
    "ceil": {
        "pool_kind": "max", "pool_input": "random", "pool_size": 6, "pool_kernel": 3,
        "pool_stride": "2", "pool_ceil": True,
    },
}  # fmt: skip


def stride(values: Values) -> int:
    """Return the stride in cells; by default the kernel's size, as torch has it."""
    wanted = str(values["pool_stride"])
    return int(values["pool_kernel"]) if wanted == AS_KERNEL else int(wanted)


def data_shape(values: Values) -> Shape:
    """Return the shape of the input: (channels, height, width)."""
    return int(values["pool_channels"]), int(values["pool_size"]), int(values["pool_size"])


def output_size(values: Values) -> int:
    """Return the output's rows and columns, or 0 where torch refuses the pooling."""
    if values["pool_kind"] == "global":
        return 1
    try:
        return engine.pool_output_size(
            int(values["pool_size"]),
            int(values["pool_kernel"]),
            stride(values),
            int(values["pool_padding"]),
            ceil_mode=bool(values["pool_ceil"]),
        )
    except engine.EngineError:
        return 0


def steps(values: Values) -> int:
    """Return how many steps the window takes: channels × output rows × output columns."""
    return int(values["pool_channels"]) * output_size(values) ** 2


class PoolingRules(Rules):
    """Padding reaches at most half the kernel, and the kernel fits into the padded input."""

    def infer(self, values: Values, given: Collection[str]) -> tuple[Values, list[Notice]]:
        return without_lost_upload("pool", values, LECTURE)

    def possible(self, values: Values) -> bool:
        return output_size(values) > 0

    def limits(self, values: Values) -> dict[str, Bounds]:
        return {"pool_step": Bounds(0, steps(values) - 1), "pool_seed": Bounds(0, 9999)}

    def relevant(self, values: Values) -> frozenset[str]:
        whole = values["pool_kind"] == "global"
        hidden = {
            "pool_photo": values["pool_input"] != "photo",
            "pool_data": values["pool_input"] not in ("custom", "upload"),
            "pool_seed": values["pool_input"] != "random",
            "pool_kernel": whole,
            "pool_stride": whole,
            "pool_padding": whole,
            "pool_ceil": whole,
            "pool_count_pad": values["pool_kind"] != "avg" or not values["pool_padding"],
        }
        return frozenset(name for name in values if not hidden.get(name, False))

    def settle(self, values: Values) -> tuple[Values, list[Notice]]:
        now, notices = dict(values), []
        if now["pool_kind"] != "global":
            half = int(now["pool_kernel"]) // 2
            if int(now["pool_padding"]) > half:
                asked = str(now["pool_padding"])
                notices.append(Notice("pool_padding", "pool_padding", asked, used=str(half)))
                now["pool_padding"] = half
            asked = str(now["pool_kernel"])
            while not self.possible(now):
                now["pool_kernel"] = int(now["pool_kernel"]) - 1
                now["pool_padding"] = min(int(now["pool_padding"]), int(now["pool_kernel"]) // 2)
            if str(now["pool_kernel"]) != asked:
                used = str(now["pool_kernel"])
                notices.append(Notice("fit", "pool_kernel", asked, used=used))
        now["pool_step"] = min(int(now["pool_step"]), steps(now) - 1)
        if "pool_data" in self.relevant(now):
            refit_typed(now, "pool_data", data_shape(now), notices)
        return now, notices


LESSON = Lesson(
    "pool",
    (
        ChoiceParameter("pool_kind", "max", KINDS, "kernel"),
        ChoiceParameter("pool_input", LECTURE, (LECTURE, *INPUTS), "input"),
        ChoiceParameter("pool_photo", (*PHOTOS, "")[0], PHOTOS or ("",), "input"),
        # 3: less has no inside. 32: more cells than a lecture can follow.
        IntParameter("pool_size", 4, 3, 32, "input"),
        IntParameter("pool_channels", 1, 1, 3, "input"),
        IntParameter("pool_seed", 12, 0, 9999, "input"),
        GridParameter("pool_data", "input"),
        # Networks pool over 2 or 3 cells; 11 lets one see what too much does.
        IntParameter("pool_kernel", 2, 1, 11, "kernel"),
        ChoiceParameter("pool_stride", AS_KERNEL, STRIDES, "motion"),
        # Half the largest kernel.
        IntParameter("pool_padding", 0, 0, 5, "motion"),
        FlagParameter("pool_ceil", False, "motion"),
        FlagParameter("pool_count_pad", True, "motion"),
        # How many neurons the next fully connected layer has: 10 classes, AlexNet's 4096.
        IntParameter("pool_neurons", 10, 1, 4096, "after"),
        IntParameter("pool_step", 0, 0, MOST_STEPS - 1),
    ),
    PoolingRules(),
)
