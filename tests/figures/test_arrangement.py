"""The stage's geometry: inside the stage, nothing overlaps, square cells, for every width."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.figures.arrangement import STACKED_BELOW, WIDTHS, Arrangement, arrange
from visualizer.figures.lettering import text_width
from visualizer.figures.panels import Panel, font_size

sizes = st.integers(1, 32)


@st.composite
def stages(draw: st.DrawFn) -> list[Panel]:
    channels, filters = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    kernel = draw(st.integers(1, 11))
    rows, cols, out_rows, out_cols = (draw(sizes) for _ in range(4))
    shapes = [("input", channels, rows, cols), ("kernel", channels, kernel, kernel)]
    shapes += [("products", channels, kernel, kernel), ("output", filters, out_rows, out_cols)]
    if draw(st.booleans()):
        shapes.append(("activated", filters, out_rows, out_cols))
    return [Panel(r, i, h, w, f"{r} {i}", 3) for r, n, h, w in shapes for i in range(n)]


def rectangles(panels: list[Panel], at: Arrangement) -> dict[str, tuple[float, ...]]:
    """Left, top, right, bottom of every panel in pixels, and its cell's width and height."""
    found: dict[str, tuple[float, ...]] = {}
    for panel in panels:
        region = at.regions[panel.role]
        wide = (region.domain_x[1] - region.domain_x[0]) * at.width / region.cols
        high = (region.domain_y[1] - region.domain_y[0]) * at.height / region.rows
        right, down = region.offsets[panel.index]
        left = region.domain_x[0] * at.width + (region.before + right) * wide
        top = (1 - region.domain_y[1]) * at.height + down * high
        ends = left + panel.cols * wide, top + panel.rows * high
        found[panel.name] = (left, top, *ends, wide, high)
    return found


@given(stages(), st.sampled_from(WIDTHS))
def test_panels_are_square_celled_apart_and_inside(panels: list[Panel], width: int) -> None:
    at = arrange(panels, width)
    found = rectangles(panels, at)
    for left, top, _, bottom, wide, high in found.values():
        assert wide == pytest.approx(high, rel=0.02)
        assert left >= -1
        assert top >= -1
        assert bottom <= at.height + 1
    for first, second in combinations(found.values(), 2):
        apart = first[2] <= second[0] + 1 or second[2] <= first[0] + 1
        stacked = first[3] <= second[1] + 1 or second[3] <= first[1] + 1
        assert apart or stacked


@given(stages())
def test_input_and_output_cells_have_one_size(panels: list[Panel]) -> None:
    found = rectangles(panels, arrange(panels, 940))
    cells = {round(found[p.name][4]) for p in panels if not p.small}
    assert max(cells) - min(cells) <= 1


def test_the_default_example_is_large_and_on_one_line() -> None:
    shapes = (("input", 5), ("kernel", 3), ("products", 3), ("output", 3))
    panels = [Panel(role, 0, side, side, role, 2) for role, side in shapes]
    found = rectangles(panels, arrange(panels, 940))
    assert found["input:0"][4] >= 50
    middles = {round((top + bottom) / 2) for _, top, _, bottom, *_ in found.values()}
    assert max(middles) - min(middles) <= 24


def test_what_would_be_too_small_in_a_line_is_stacked() -> None:
    shapes = (("input", 7), ("kernel", 5), ("products", 5), ("output", 3), ("activated", 3))
    panels = [Panel(role, 0, side, side, f"{role} 1×7×7", 6) for role, side in shapes]
    for width in WIDTHS:
        found = rectangles(panels, arrange(panels, width))
        assert min(cell for *_, cell, _ in found.values()) >= 15, width


def test_a_phone_stacks_the_blocks() -> None:
    shapes = (("input", 5), ("kernel", 3), ("products", 3), ("output", 3))
    panels = [Panel(role, 0, side, side, role, 2) for role, side in shapes]
    found = rectangles(panels, arrange(panels, 340))
    assert found["input:0"][3] < found["kernel:0"][1]
    assert abs(found["kernel:0"][1] - found["products:0"][1]) < 1
    assert found["kernel:0"][3] < found["output:0"][1]


def test_numbers_that_cannot_be_read_get_no_font() -> None:
    assert font_size(12, 1.95) == 0
    assert font_size(40, 1.95) >= 12
    assert font_size(20, 0.65) == 9


@pytest.mark.parametrize("written", ["7", "−1", "103", "−133", "255.50", "−1\u2009020"])
def test_a_number_leaves_room_around_itself(written: str) -> None:
    wide = text_width(written, 1)
    for cell in range(4, 100):
        size = font_size(cell, wide)
        assert size * wide <= cell * (0.92 if size > 9 else 0.98), cell
        assert size <= cell * 0.46, cell


def test_cells_grow_with_the_room_and_where_rows_are_few() -> None:
    """At 1920×1080, where the column is 1460 px wide, the stage takes two fifths of the height."""
    for side, kernel in ((5, 3), (4, 2), (3, 2)):
        shapes = (("input", side), ("kernel", kernel), ("products", kernel), ("output", 2))
        panels = [Panel(role, 0, n, n, role, 1) for role, n in shapes]
        tall = {width: arrange(panels, width).height for width in WIDTHS}
        assert tall[1320] >= (0.4 if side > 3 else 0.3) * 1080
        assert tall[940] < tall[1320] < tall[1600]
        # At 1280×720, where the column is 820 px wide, the player and the formula fit below.
        assert tall[820] <= 360


def test_all_signs_of_a_line_stand_at_one_height() -> None:
    shapes = (("input", 5), ("kernel", 3), ("products", 3), ("output", 3))
    panels = [Panel(role, 0, side, side, role, 1) for role, side in shapes]
    for width in (one for one in WIDTHS if one >= STACKED_BELOW):
        found = arrange(panels, width)
        middles = []
        for role, region in found.regions.items():
            if role == "input":
                continue
            top = (1 - region.domain_y[1]) * found.height
            cell = (region.domain_x[1] - region.domain_x[0]) * width / region.cols
            middles.append(top + region.sign[1] * cell)
        assert max(middles) - min(middles) <= 1, width
