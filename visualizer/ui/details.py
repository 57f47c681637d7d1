"""What stands under a stage, the same in every lesson: words, code, proof, things to take along."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.mutable_tab_container import TabContainer

from visualizer.notation import grouped, plain
from visualizer.ui import language, shell
from visualizer.ui.proof import Proof, proof
from visualizer.ui.scripts import styled
from visualizer.words.stories import ShapeStory
from visualizer.words.tables import Table, table_html
from visualizer.words.text import LANGUAGES, text

Gap = Literal["small", "medium", "large"]

_KINDS = {
    "csv": "text/csv",
    "html": "text/html",
    "ipynb": "application/x-ipynb+json",
    "json": "application/json",
    "md": "text/markdown",
    "npz": "application/octet-stream",
    "pdf": "application/pdf",
    "png": "image/png",
    "py": "text/x-python",
    "yaml": "application/yaml",
    "zip": "application/zip",
}
_TABS = ("common.tab_words", "common.tab_code", "common.tab_proof", "common.tab_take")


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
    styled(
        f".st-key-{key} > [data-testid=stLayoutWrapper] > [data-testid=stHorizontalBlock]"
        f" > [data-testid=stColumn] {{ min-width: min(100%, {least}px); }}"
    )
    with st.container(key=key):
        return st.columns(count, gap=gap)


@contextmanager
def folded(
    title: str, key: str, *, icon: str | None = None, is_open: bool = False
) -> Iterator[bool]:
    """Draw a part that is one tap away; yields whether it is open, and so whether to fill it.

    Call it inside a fragment, so that opening it runs nothing else, unless what stands in it moves
    the whole page. Streamlit would otherwise make and send it with every run of the page, for those
    too who never open it. ``is_open``: whether it is, until the reader closes it.
    """
    # Streamlit takes a part with another title, as in another language, for another part.
    before = st.session_state.get(f"_{key}_title", title)
    if before != title and key in st.session_state:
        st.session_state[key] = st.session_state[key]
    st.session_state[f"_{key}_title"] = title
    part = st.expander(title, key=key, icon=icon, expanded=is_open, on_change="rerun")
    with part:
        yield bool(part.open)


@contextmanager
def popped(title: str, key: str, *, icon: str | None = None, quiet: bool = False) -> Iterator[bool]:
    """Draw a button that opens a box over the page; yields whether to fill it, as ``folded``.

    ``quiet``: without a frame and no wider than its words, as the header's tools are.
    """
    box = st.popover(
        title,
        type="tertiary" if quiet else "secondary",
        icon=icon,
        width="content" if quiet else "stretch",
        key=key,
        on_change="rerun",
    )
    with box:
        yield bool(box.open)


def shape_column(
    story: ShapeStory, letters: str, note: str, lang: str, title: str = "common.why_shape"
) -> None:
    """Explain the output's shape: formulas with numbers put in, sentences, facts, a note."""
    st.header(text(title, lang), anchor=False)
    for formula in story.formulas:
        st.latex(formula)
    st.caption(letters)
    for sentence in story.sentences:
        st.markdown(sentence)
    facts = "\n".join(f"- **{f.label}:** {f.value} — {f.how}" for f in story.facts)
    st.markdown(grouped(facts, lang))
    if note:
        st.caption(note)


@dataclass(frozen=True)
class Said:
    """What the tabs say of an example, each asked for when its tab is open.

    ``sentence`` and ``table``: the step in words; ``torch`` and ``numpy``: the call as code;
    ``file`` is the page's name, and begins those of files to take along; ``proof_lead`` is said
    above the proof.
    """

    sentence: Callable[[], str]
    table: Callable[[], Table]
    torch: Callable[[], str]
    numpy: Callable[[], str]
    file: str
    proof_lead: str = ""


@shell.fragment
def tabs(said: Said, proven: Proof, lang: str) -> None:
    """Draw the four tabs that every lesson has: in words, code, proof, take it with you.

    Only the open one is filled, and opening one runs nothing else.
    """
    in_words, in_code, in_proof, take_along = opened(f"{said.file}_tabs", _TABS, lang)
    if in_words.open:
        with in_words:
            st.markdown(said.sentence())
            listed(said.table())
    if in_code.open:
        with in_code:
            code(said.torch(), said.numpy(), lang)
    if in_proof.open:
        with in_proof:
            if said.proof_lead:
                st.markdown(said.proof_lead)
            proof(proven, lang)
    if take_along.open:
        with take_along:
            take(said, lang)


def opened(key: str, names: Sequence[str], lang: str) -> Sequence[TabContainer]:
    """Draw tabs of which each tells whether it is ``open``; ``names`` are keys of their texts.

    Streamlit remembers the open one by its label: in another language the same one opens.
    """
    labels = {code: [text(name, code) for name in names] for code in LANGUAGES}
    here = f"{key}_{lang}"
    for code, others in labels.items():
        chosen = st.session_state.get(f"{key}_{code}")
        if code != lang and here not in st.session_state and chosen in others:
            st.session_state[here] = labels[lang][others.index(chosen)]
    return st.tabs(labels[lang], key=here, on_change="rerun")


def listed(table: Table, *, scrolls: bool = True) -> None:
    """List numbers, such as a step's: for screen readers, and for copying.

    ``scrolls``: in a box of its own, from some height on. As plain HTML, because the grid behind
    Streamlit's own tables is a megabyte to be fetched.
    """
    st.html(grouped(table_html(table, scrolls=scrolls), language.current()))


def code(torch_code: str, numpy_code: str, lang: str) -> None:
    """Show the call as PyTorch and as NumPy code, each with its button to copy."""
    st.caption(text("common.pytorch", lang))
    st.code(torch_code, language="python", wrap_lines=True)
    st.caption(text("common.numpy", lang))
    st.code(numpy_code, language="python", wrap_lines=True)


def take(said: Said, lang: str) -> None:
    """Offer everything that the lesson has to take along."""
    # Imported when asked for: what stands there needs this module.
    from visualizer.ui.take import tab

    def table() -> str:
        return as_csv(said.table())

    tab.draw(said.file, lang, torch=said.torch, numpy=said.numpy, table=table)


def download(
    label: str, data: Callable[[], str] | Callable[[], bytes], file: str, help: str | None = None
) -> None:
    """Draw a button that makes a file when it is pressed, and not on every rerun before."""
    kind = _KINDS[file.rpartition(".")[2]]
    icon = ":material/download:"
    st.download_button(label, data, file, kind, icon=icon, on_click="ignore", help=help)


def as_csv(table: Table) -> str:
    """Write a table as CSV: numbers in plain digits, a byte order mark that announces Korean."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(table.columns)
    writer.writerows([plain(cell) for cell in row] for row in table.rows)
    return "\ufeff" + file.getvalue()
