"""What can be taken away from a page."""

from __future__ import annotations

import pytest
import streamlit as st

from visualizer.ui.details import as_csv, listed
from visualizer.words.tables import Table, table_markdown


def test_a_table_to_take_away_has_plain_digits_and_announces_its_korean() -> None:
    table = Table(("행", "Value"), (("padding", "−1\u2009234.50"), ("1", "a,b")))
    written = as_csv(table)
    assert written.encode("utf-8").startswith(b"\xef\xbb\xbf")
    assert written.removeprefix("\ufeff").splitlines() == [
        "행,Value",
        "padding,-1234.50",
        '1,"a,b"',
    ]


def test_a_markdown_table_keeps_its_columns_whatever_stands_in_a_cell() -> None:
    table = Table(("이름", "Value"), (("a|b\n*c* <img> [d](e)", "1 234"), ("\\", "12")))
    assert table_markdown(table).splitlines() == [
        "| 이름 | Value |",
        "| :-- | --: |",
        r"| a\|b \*c\* \<img> \[d](e) | 1 234 |",
        r"| \\ | 12 |",
    ]


def test_what_a_table_lists_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(st, "html", written.append)
    listed(Table(("<b>", "Value"), (("a <img src=x>", "1 & 2 MB"),)))
    [made] = written
    assert "<b>" not in made
    assert "<img" not in made
    assert "&lt;img src=x&gt;" in made
    assert "1 &amp; 2 MB" in made
    # Words begin at the left of their column, numbers end at its right.
    assert made.count('class="words"') == 2
