"""A convolution, direct or transposed, as a scene for the stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from visualizer.engine import INSERTED, WindowTrace
from visualizer.figures.colors import Bytes
from visualizer.figures.packing import pack
from visualizer.figures.photo import on_grid
from visualizer.figures.scene import Moment, Scene, sources


def window_scene(
    trace: WindowTrace,
    *,
    titles: Mapping[str, Sequence[str]],
    activation: str = "",
    function: str = "",
    photo: Bytes | None = None,
) -> Scene:
    """Return the scene of a convolution.

    titles: as in `Scene`. activation: how the activation is written, where ``{}`` stands for
    its argument; empty for none. function: its name, a key of
    ``engine.ELEMENTWISE``. photo: the colours (C, H, W, 3) of the input, if it is a picture.
    """

    def moment(step: int) -> Moment:
        filter_, row, col = trace.cell(step)
        return Moment(
            filter=filter_,
            row=row,
            col=col,
            rows=trace.rows(step),
            cols=trace.cols(step),
            channels=list(trace.channels(filter_)),
            shown=trace.products(step),
            sums=trace.channel_sums(step),
        )

    origin = (int(trace.pads[0][0]), int(trace.pads[1][0]))
    if (trace.cell_kind == INSERTED).any():
        # Between inserted zeros, rows of the grid are not rows of the input: count the grid's own.
        origin = (0, 0)
    return Scene(
        operation="conv",
        grid=trace.grid,
        kind=trace.cell_kind,
        origin=origin,
        weight=trace.weight,
        kernel_size=(int(trace.weight.shape[2]), int(trace.weight.shape[3])),
        stride=(int(trace.stride[0]), int(trace.stride[1])),
        dilation=(int(trace.dilation[0]), int(trace.dilation[1])),
        groups=trace.groups,
        output=trace.output,
        activated=trace.activated if activation else None,
        unused_rows=trace.unused_rows(),
        unused_cols=trace.unused_cols(),
        titles=titles,
        moment=moment,
        photo=on_grid(photo, trace.source_rows, trace.source_cols),
        bias=trace.bias if trace.has_bias else None,
        data={
            "bias": pack(trace.bias),
            "hasBias": bool(trace.has_bias),
            "sums": pack(trace.partial_sums),
            "activation": activation,
            "function": function,
            "sources": sources(trace),
        },
    )
