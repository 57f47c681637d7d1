"""A network as PyTorch code to copy: a script with one nn.Sequential, or with a class."""

from __future__ import annotations

from visualizer.engine.network.layers import Add, BatchNorm, Concat, Dropout, From
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.code.module import module_class
from visualizer.lessons.architecture.code.sequential import sequential

SEQUENTIAL, CLASS = "sequential", "class"
FORMS = (SEQUENTIAL, CLASS)


def branches(walk: Walk) -> bool:
    """Tell whether there is a layer that reads others than the one before it."""
    return any(isinstance(layer, From | Add | Concat) for layer in walk.layers)


def torch_code(walk: Walk, reason: str = "", form: str = SEQUENTIAL) -> str:
    """Return a script that builds the network and prints its output shape and parameter count.

    The comments are output shapes. A layer that cannot work, and all layers behind it, are
    comments; ``reason``, in the reader's language, stands above them. form: one of FORMS; a network
    with branches is always a class, as an nn.Sequential has none.
    """
    write = module_class if form == CLASS or branches(walk) else sequential
    sizes = ", ".join(str(size) for size in (1, *walk.input_shape))
    lines = [
        *write(walk, reason),
        "",
        f"model.eval(){_trained(walk)}",
        f"x = torch.randn({sizes})",
        "y = model(x)",
        "print(tuple(y.shape))",
        "print(sum(p.numel() for p in model.parameters()))",
    ]
    return "\n".join(lines) + "\n"


def _trained(walk: Walk) -> str:
    """Say what the network does otherwise when it is used than while it learns."""
    kinds = {type(step.layer) for step in walk.steps}
    if BatchNorm in kinds:
        return "  # batch normalisation takes the means it has kept"
    return "  # dropout passes everything on" if Dropout in kinds else ""
