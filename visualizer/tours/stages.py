"""What a step does on the stage: from which step to which, how fast, and which cells are lit."""

from __future__ import annotations

from yaml.nodes import Node, SequenceNode

from visualizer.settings import sharing
from visualizer.tours.cells import grids
from visualizer.tours.links import Link
from visualizer.tours.nodes import Reader
from visualizer.tours.tour import Cells, Stage

MOST_CELLS = 200  # of one role


def read_stage(reader: Reader, node: Node, link: Link) -> tuple[int | None, Stage | None]:
    """Read a stage; also the step it begins on, from 0, None where the link says it."""
    if not link.entry.has_stage:
        reader.wrong(node, "no_stage", page=link.entry.name)
        return None, None
    found = reader.mapping(node, "stage", (), ("from", "to", "speed", "light"))
    lesson, settings = link.lesson, link.settings
    moved = lesson.moved(settings)
    count = int(lesson.bound(settings, moved).high) + 1
    first = _step(reader, found.get("from"), "from", count)
    last = _step(reader, found.get("to"), "to", count)
    begins = int(getattr(settings, moved)) if first is None else first
    if last is not None and last <= begins:
        reader.wrong(found["to"], "backwards", first=begins + 1, last=last + 1)
    light = _light(reader, found["light"], link) if "light" in found else {}
    return first, Stage(last, _speed(reader, found.get("speed")), light)


def _step(reader: Reader, node: Node | None, key: str, count: int) -> int | None:
    step = reader.whole(node, key) if node is not None else None
    if node is None or step is None:
        return None
    if not 1 <= step <= count:
        reader.wrong(node, "no_step", part=key, value=step, count=count)
        return None
    return step - 1


def _speed(reader: Reader, node: Node | None) -> float:
    speed = reader.number(node, "speed") if node is not None else None
    if node is None or speed is None:
        return sharing.USUAL_SPEED
    if speed not in sharing.SPEEDS:
        allowed = ", ".join(f"{each:g}" for each in sharing.SPEEDS)
        reader.wrong(node, "no_speed", value=f"{speed:g}", allowed=allowed)
        return sharing.USUAL_SPEED
    return speed


def _light(reader: Reader, node: Node, link: Link) -> dict[str, Cells]:
    known = grids(link.entry, link.settings)
    if not known:
        reader.wrong(node, "no_cells", page=link.entry.name)
        return {}
    found: dict[str, Cells] = {}
    for role, listed in reader.mapping(node, "light", (), tuple(known)).items():
        grid = known[role]
        cells: dict[int, list[tuple[int, int]]] = {}
        for each in reader.sequence(listed, role, MOST_CELLS):
            place = _cell(reader, each, role)
            if place is None:
                continue
            panel, row, col = place
            if grid.has(panel, row, col):
                cells.setdefault(panel - 1, []).append(grid.drawn(row, col))
                continue
            reader.wrong(
                each, "no_cell", role=role, panel=panel, row=row, col=col, panels=grid.panels,
                top=grid.rows[0], bottom=grid.rows[1], left=grid.cols[0], right=grid.cols[1],
            )  # fmt: skip
        found[role] = {panel: tuple(places) for panel, places in cells.items()}
    return found


def _cell(reader: Reader, node: Node, role: str) -> tuple[int, int, int] | None:
    """Read [row, column], of the first panel, or [panel, row, column]."""
    if not isinstance(node, SequenceNode) or len(node.value) not in (2, 3):
        reader.wrong(node, "cell_form", role=role)
        return None
    numbers = [number for each in node.value if (number := reader.whole(each, role)) is not None]
    if len(numbers) < len(node.value):
        return None
    *panel, row, col = numbers
    return (panel[0] if panel else 1), row, col
