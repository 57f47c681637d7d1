"""The part of the page where code and errors are pasted: shapes, what is wrong, and its mending."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.architecture.address import LIMITS, decode, encode
from visualizer.lessons.architecture.parts.editing import write
from visualizer.lessons.architecture.parts.listing import MOST, listing, style
from visualizer.lessons.architecture.parts.sections import side_by_side
from visualizer.lessons.architecture.paste import (
    CANNOT_WORK,
    Problem,
    Reading,
    read_error,
    read_network,
)
from visualizer.lessons.architecture.paste.guess import likely_input
from visualizer.lessons.architecture.paste.samples import SAMPLES
from visualizer.lessons.architecture.presets import Network
from visualizer.memory import remembered
from visualizer.notation import shape
from visualizer.settings.parameters import ParameterError
from visualizer.ui import details
from visualizer.ui.scripts import styled
from visualizer.words.quoting import plainly, quoted
from visualizer.words.text import text

_CODE, _ERROR, _SAMPLE = "arch_paste_code", "arch_paste_error", "arch_paste_sample"
_MOVED = "_arch_paste_moved"
_SIZES = ("channels", "height", "width")

read = remembered(64)(read_network)


def pasting(lang: str) -> None:
    """Draw the folded part in a fragment; what is pasted there is kept for the visit."""
    if st.session_state.pop(_MOVED, False):
        st.rerun()  # the whole page has another network now
    with details.folded(
        text("arch.paste", lang), "arch_paste", icon=":material/content_paste:"
    ) as is_open:
        if is_open:
            _inside(lang)


def _inside(lang: str) -> None:
    for key in (_CODE, _ERROR):
        # Streamlit forgets what was typed in a part that is folded, or on a page that is left.
        st.session_state[key] = st.session_state.get(f"_{key}", "")
    styled(style())
    st.markdown(text("arch.paste_lead", lang))
    st.pills(
        text("arch.paste_sample", lang), list(SAMPLES), key=_SAMPLE, on_change=_take_sample,
        format_func=lambda name: text(f"arch.paste_sample.{name}", lang),
    )  # fmt: skip
    with st.container(key="arch_paste_fields"):
        side_by_side("arch_paste_fields", 320)
        left, right = st.columns([3, 2], gap="medium")
    source = left.text_area(text("arch.paste_code", lang), key=_CODE, height=290, on_change=_typed)
    with right:
        error = st.text_area(
            text("arch.paste_error", lang), key=_ERROR, height=96,
            on_change=lambda: _hold(_ERROR, str(st.session_state[_ERROR])),
        )  # fmt: skip
        reading = _reading(source, lang)
        # Leaving the text area is what sends it; the button is where to go.
        st.button(text("arch.paste_read", lang), key="arch_paste_read", icon=":material/search:")
    if error.strip():
        _explain(error, reading, lang)
    if reading is not None:
        _show(reading, lang)


def _reading(source: str, lang: str) -> Reading | None:
    """Read the code, for the input that it states itself or that is chosen here."""
    if not source.strip():
        return None
    found = read(source, _input(), lang)
    if found.input_line is None:
        _sizes(lang)
        return found
    given = shape(found.input_shape)
    st.caption(text("arch.paste_given", lang, shape=given, line=found.input_line))
    return found


def _take_sample() -> None:
    name = st.session_state.get(_SAMPLE)
    if name in SAMPLES:
        _hold(_CODE, SAMPLES[name])
        _hold(_ERROR, "")
        st.session_state[_SAMPLE] = None
        _guess(SAMPLES[name])


def _typed() -> None:
    source = str(st.session_state[_CODE])
    _hold(_CODE, source)
    _guess(source)


def _hold(key: str, written: str) -> None:
    st.session_state[f"_{key}"] = written


def _guess(source: str) -> None:
    likely = likely_input(source)
    for name, size in zip(_SIZES, likely, strict=True):
        st.session_state[f"_arch_paste_{name}"] = size


def _input() -> tuple[int, int, int]:
    kept = [st.session_state.get(f"_arch_paste_{name}") for name in _SIZES]
    channels, height, width = (
        int(size) if isinstance(size, int) else usual
        for size, usual in zip(kept, (3, 224, 224), strict=True)
    )
    return channels, height, width


def _sizes(lang: str) -> None:
    """Draw the controls of the input's shape; what is changed there is read in the next run."""
    box = st.container(horizontal=True)
    for name, now in zip(_SIZES, _input(), strict=True):
        limit = LIMITS["channels" if name == "channels" else "size"]
        key = f"arch_paste_{name}"
        st.session_state[key] = now
        box.number_input(
            text(f"arch.paste_{name}", lang), limit.low, limit.high, key=key, width=96,
            on_change=_keep, args=(name, key),
        )  # fmt: skip


def _keep(name: str, key: str) -> None:
    st.session_state[f"_arch_paste_{name}"] = int(st.session_state[key])


def _explain(error: str, reading: Reading | None, lang: str) -> None:
    told = read_error(error, reading, lang)
    where = f"**{text('arch.paste_line', lang, line=told.line)}.** " if told.line else ""
    parts = [where + plainly(told.reason), plainly(told.advice)]
    if told.other_input:
        parts.append(text("arch.paste_other_input", lang))
    st.info("\n\n".join(part for part in parts if part), icon=":material/help:")


def _show(reading: Reading, lang: str) -> None:
    for number, problem in enumerate(reading.problems):
        _problem(problem, number, lang)
    if not reading.layers and not reading.problems:
        st.info(text("arch.paste_nothing", lang))
    if reading.layers and not reading.problems:
        last = next((layer.shape for layer in reversed(reading.layers) if layer.shape), ())
        st.success(
            text(
                "arch.paste_works", lang, input=shape(reading.input_shape), output=shape(last),
                count=len(reading.layers),
            ),
            icon=":material/check:",
        )  # fmt: skip
    if reading.better_input is not None and len(reading.better_input) == 3:
        st.button(
            text("arch.paste_turn", lang, shape=shape(reading.better_input)),
            key="arch_paste_turn", on_click=_turn, args=(reading.better_input,),
        )  # fmt: skip
    _to_builder(reading, lang)
    shapes: dict[int, list[str]] = {}
    for layer in reading.layers:
        if layer.shape is not None:
            shapes.setdefault(layer.call_line, []).append(shape(layer.shape))
            if layer.line != layer.call_line:
                shapes.setdefault(layer.line, []).append(shape(layer.shape))
    made = {line: " → ".join(dict.fromkeys(found)) for line, found in shapes.items()}
    st.html(listing(reading.source, made, _marks(reading, lang), text("arch.paste_listing", lang)))
    if len(reading.source.splitlines()) > MOST:
        st.caption(text("arch.paste_cut", lang, most=MOST))


def _marks(reading: Reading, lang: str) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    for problem in reading.problems:
        kind = "fails" if problem.kind == CANNOT_WORK else "noted"
        if problem.fix_line is not None and problem.kind == CANNOT_WORK:
            found.setdefault(problem.fix_line, ("fix", text("arch.paste_fix", lang)))
        found[problem.line] = (kind, text(f"arch.paste_{kind}", lang))
    return found


def _problem(problem: Problem, number: int, lang: str) -> None:
    line = text("arch.paste_line", lang, line=problem.line)
    written = f"**{line}.** {plainly(problem.reason)}"
    if problem.fix:
        written += f"\n\n{quoted(problem.fix, 400)}"
    if problem.kind == CANNOT_WORK:
        st.error(written, icon=":material/error:")
    else:
        st.warning(written, icon=":material/info:")
    if problem.fixed is not None:
        st.button(
            text("arch.paste_mend", lang), key=f"arch_paste_mend_{number}", icon=":material/build:",
            type="primary" if problem.kind == CANNOT_WORK else "secondary",
            on_click=_mend, args=(problem.fixed,),
        )  # fmt: skip


def _mend(fixed: str) -> None:
    # The input's shape stays: it was right, or the reader chose it.
    _hold(_CODE, fixed)
    _hold(_ERROR, "")


def _turn(better: tuple[int, ...]) -> None:
    for name, size in zip(_SIZES, better, strict=True):
        limit = LIMITS["channels" if name == "channels" else "size"]
        st.session_state[f"_arch_paste_{name}"] = min(max(size, limit.low), limit.high)


def _to_builder(reading: Reading, lang: str) -> None:
    if not reading.layers:
        return
    network = reading.network
    if network is None or not _fits(network):
        if reading.works:
            st.caption(text("arch.paste_cannot_build", lang))
        return
    st.button(
        text("arch.paste_build", lang), key="arch_paste_build", icon=":material/construction:",
        on_click=_open, args=(network,),
    )  # fmt: skip


def _open(network: Network) -> None:
    write(network, 0)
    st.session_state[_MOVED] = True


def _fits(network: Network) -> bool:
    """Tell whether an address can hold the network, and it works there."""
    try:
        return decode(encode(network)).walk().failure is None
    except ParameterError:
        return False
