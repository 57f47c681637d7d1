"""What one frame is answered with: the five best classes, the time it took, one layer's maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from visualizer.lessons.alexnet.parts.answers import abandoned, still_wanted
from visualizer.lessons.alexnet.parts.live.frames import Frame, FrameError
from visualizer.lessons.alexnet.parts.live.seats import TURN
from visualizer.lessons.alexnet.parts.live.sheet import sheet
from visualizer.lessons.alexnet.parts.prediction import rounded
from visualizer.material import PictureError
from visualizer.notation import grouped, precise

if TYPE_CHECKING:
    from visualizer.alexnet.run import Run
    from visualizer.alexnet.weights.registry import Loaded


def answered(frame: Frame, loaded: Loaded, scale: str, dark: bool, lang: str) -> dict[str, Any]:
    """Answer a frame as the page answers a photo; nothing of it is kept.

    scale: the page's "one colour scale for": map, layer or all. Returns ``top`` with [name,
    probability from 0 to 1, the same as written] for each class, ``ms`` as written, and ``maps``.
    Raises FrameError for a JPEG that cannot be decoded.
    """
    from visualizer.alexnet.line import LINE
    from visualizer.alexnet.prediction import predict
    from visualizer.alexnet.preprocessing import prepare
    from visualizer.alexnet.run import run_network

    weights = loaded.weights
    with TURN.turn(still_wanted), LINE.turn(still_wanted):
        try:
            prepared = prepare(frame.picture, crop_to=loaded.model.input_size)
        except PictureError as error:
            raise FrameError(str(error)) from None
        run = run_network(loaded.model, prepared.tensor, abandoned, weights.temperature)
        found = predict(run, weights.classes)
        output = run.layer(frame.layer).array()
        drawn = sheet(output, frame.first, _limit(run, frame.layer, scale), dark)
    return {
        "top": [
            [each.name.name(lang), round(each.probability, 5), rounded(each.probability)]
            for each in found.top
        ],
        "ms": grouped(precise(1000 * run.seconds, 0), lang),
        "layer": frame.layer,
        "maps": vars(drawn),
    }


def _limit(run: Run, layer: str, scale: str) -> float | None:
    """Return where the colour scale ends, as on the page; None where each map has its own."""
    from visualizer.alexnet.maps import value_range

    if scale == "map" and run.output(layer).dim() == 3:
        return None
    return value_range(run, layer, "all" if scale == "all" else "layer")
