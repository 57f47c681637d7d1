"""What each page shows where its figure stands alone; everything else is hidden then."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.lessons.registry import HOME, PageEntry


@dataclass(frozen=True)
class Shown:
    """Keys of boxes, in the order in which they stand on the page.

    figures: what a projector draws larger; others: what has a size of its own there.
    """

    figures: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.figures, *self.others)

    @property
    def selector(self) -> str:
        """What finds them in the page; a selector that finds nothing where there are none."""
        return f":is({', '.join(f'.st-key-{key}' for key in self.keys) or 'none'})"


# A lesson with a stage shows that and its player; these have none, or show something else.
_OWN: dict[str, Shown] = {
    "convolution": Shown(others=("conv_stage", "conv_player", "conv_learning")),
    "activation": Shown(figures=("act_stage", "act_player")),
    "dropout": Shown(figures=("drop_networks",)),
    "dense": Shown(figures=("dense_drawing",), others=("dense_player",)),
    "training": Shown(others=("train_controls", "train_board")),
    "architecture": Shown(figures=("arch_drawings",)),
    "alexnet": Shown(figures=("alex_answer",), others=("alex_live",)),
}


def shown(entry: PageEntry) -> Shown:
    """Return what a page shows alone; nothing on the home page, which is seen as it is."""
    if entry is HOME:
        return Shown()
    stage = Shown(others=(f"{entry.prefix}_stage", f"{entry.prefix}_player"))
    return _OWN.get(entry.name, stage)
