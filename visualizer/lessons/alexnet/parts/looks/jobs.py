"""The session's picture and contact sheet that are being made; both end with the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from visualizer.lessons.alexnet.settings import STRONGEST, AlexNetSettings
from visualizer.settings.lesson import Lesson
from visualizer.ui import address
from visualizer.ui.address import WHILE_HERE

if TYPE_CHECKING:
    from collections.abc import Hashable

    from visualizer.alexnet.looks.made import Wanted
    from visualizer.alexnet.looks.studio import Ticket
    from visualizer.alexnet.weights.registry import Loaded

Kind = Literal["picture", "sheet"]
_KEY: Final = f"{WHILE_HERE}looks_"
_MOVED: Final = f"{WHILE_HERE}looks_moved"


def job(kind: Kind, wanted: Hashable) -> Ticket | None:
    """Return the session's job that makes this; one that makes another is given up."""
    found: Ticket | None = st.session_state.get(_KEY + kind)
    if found is not None and found.key != wanted:
        end(kind)
        return None
    return found


def begin_picture(loaded: Loaded, wanted: Wanted) -> None:
    """Begin to make a picture, in place of the one that is being made."""
    from visualizer.alexnet.looks.made import make
    from visualizer.alexnet.looks.studio import studio

    end("picture")
    ticket = studio().open(wanted, lambda: make(loaded.model, wanted))
    st.session_state[_KEY + "picture"] = ticket


def begin_sheet(loaded: Loaded, wanted: tuple[Wanted, ...]) -> None:
    """Begin to make the pictures of a sheet, in place of those that are being made."""
    from visualizer.alexnet.looks.made import make_all
    from visualizer.alexnet.looks.studio import studio

    end("sheet")
    ticket = studio().open(wanted, lambda: make_all(loaded.model, wanted), quiet=True)
    st.session_state[_KEY + "sheet"] = ticket


def end(kind: Kind) -> None:
    """Give a job up."""
    found: Ticket | None = st.session_state.pop(_KEY + kind, None)
    if found is not None:
        found.stop()


def move(lesson: Lesson[AlexNetSettings], **changes: str | int) -> None:
    """Go to another photo or unit, from a callback of a part that runs alone."""
    address.change(lesson, **changes)
    st.session_state[_MOVED] = True


def to_channel(lesson: Lesson[AlexNetSettings], channel: int) -> None:
    """Go to a channel's strongest unit, as `move`."""
    move(lesson, channel=channel, row=STRONGEST, col=STRONGEST)


def follow() -> None:
    """Run the whole page where a callback has gone elsewhere: the address and the rest follow."""
    if st.session_state.pop(_MOVED, False):
        st.rerun()
