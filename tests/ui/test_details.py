"""What can be taken away from a page."""

from __future__ import annotations

from visualizer.ui.details import as_csv
from visualizer.words.tables import Table


def test_a_table_to_take_away_has_plain_digits_and_announces_its_korean() -> None:
    table = Table(("행", "Value"), (("padding", "−1\u2009234.50"), ("1", "a,b")))
    written = as_csv(table)
    assert written.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert written.removeprefix("\ufeff").splitlines() == [
        "행,Value",
        "padding,-1234.50",
        '1,"a,b"',
    ]
