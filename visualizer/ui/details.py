"""What stands under a stage, the same in every lesson: words, code, proof, things to take along."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from visualizer.notation import plain
from visualizer.ui.proof import Proof, proof
from visualizer.words.stories import ShapeStory
from visualizer.words.tables import Table
from visualizer.words.text import text

Gap = Literal["small", "medium", "large"]


def beside(
    key: str,
    count: int = 2,
    *,
    least: int = 400,
    gap: Gap = "large",
) -> list[DeltaGenerator]:
    """Return columns that stand below one another where each would be narrower than ``least``.

    least: pixels that a formula or a table needs. Streamlit's own columns stack on phones alone,
    and between a phone and a desk, with the sidebar open, they cut off what stands in them.
    """
    st.html(
        f"<style>.st-key-{key} > [data-testid=stLayoutWrapper] > [data-testid=stHorizontalBlock]"
        f" > [data-testid=stColumn] {{ min-width: min(100%, {least}px); }}</style>"
    )
    with st.container(key=key):
        return st.columns(count, gap=gap)


@contextmanager
def folded(title: str, key: str) -> Iterator[bool]:
    """Draw a part that is one tap away; yields whether it is open, and so whether to fill it.

    Call it inside a fragment, so that opening it runs nothing else. Streamlit would otherwise make
    and send what stands in it with every run of the page, for those too who never open it.
    """
    part = st.expander(title, key=key, on_change="rerun")
    with part:
        yield bool(part.open)


def shape_column(story: ShapeStory, letters: str, note: str, lang: str) -> None:
    """Explain the output's shape: formulas with numbers put in, sentences, facts, a note."""
    st.subheader(text("common.why_shape", lang), anchor=False)
    for formula in story.formulas:
        st.latex(formula)
    st.caption(letters)
    for sentence in story.sentences:
        st.markdown(sentence)
    st.markdown("\n".join(f"- **{f.label}:** {f.value} — {f.how}" for f in story.facts))
    if note:
        st.caption(note)


@dataclass(frozen=True)
class Said:
    """What the tabs say of an example.

    ``sentence`` and ``table``: the step in words; ``torch`` and ``numpy``: the call as code;
    ``file`` begins the names of files to take along; ``proof_lead`` is said above the proof.
    """

    sentence: str
    table: Table
    torch: str
    numpy: str
    file: str
    proof_lead: str = ""


def tabs(said: Said, proven: Proof, lang: str) -> None:
    """Draw the four tabs that every lesson has: in words, code, proof, take it with you."""
    names = [text(f"common.tab_{name}", lang) for name in ("words", "code", "proof", "take")]
    in_words, in_code, in_proof, take_along = st.tabs(names)
    with in_words:
        words(said.sentence, said.table)
    with in_code:
        code(said.torch, said.numpy, lang)
    with in_proof:
        if said.proof_lead:
            st.markdown(said.proof_lead)
        proof(proven, lang)
    with take_along:
        take(said, lang)


def words(sentence: str, table: Table) -> None:
    """Say the step, then list it: for screen readers, and for copying."""
    st.markdown(sentence)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.shown]
    st.dataframe(rows, hide_index=True, height=min(420, 36 * (len(rows) + 1) + 2))


def code(torch_code: str, numpy_code: str, lang: str) -> None:
    """Show the call as PyTorch and as NumPy code, each with its button to copy."""
    st.caption(text("common.pytorch", lang))
    st.code(torch_code, language="python")
    st.caption(text("common.numpy", lang))
    st.code(numpy_code, language="python")


def take(said: Said, lang: str) -> None:
    """Offer the address, both scripts and the step's table."""
    st.markdown(text("take.link", lang))
    st.code(_address(), language=None, wrap_lines=True)
    with st.container(horizontal=True):
        download(text("take.script", lang), lambda: said.torch, f"{said.file}_torch.py")
        download(text("take.numpy", lang), lambda: said.numpy, f"{said.file}_numpy.py")
        download(text("take.table", lang), lambda: as_csv(said.table), f"{said.file}_step.csv")


def download(label: str, data: Callable[[], str], file: str) -> None:
    """Draw a button that makes a text file when it is pressed, and not on every rerun before."""
    kind = "text/csv" if file.endswith(".csv") else "text/x-python"
    icon = ":material/download:"
    st.download_button(label, data, file, kind, icon=icon, on_click="ignore")


def as_csv(table: Table) -> str:
    """Write a table as CSV: numbers in plain digits, a byte order mark that announces Korean."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(table.columns)
    writer.writerows([plain(cell) for cell in row] for row in table.rows)
    return "\ufeff" + file.getvalue()


def _address() -> str:
    base = (st.context.url or "").split("?")[0]
    query = urlencode(st.query_params.to_dict())
    return f"{base}?{query}" if query else base
