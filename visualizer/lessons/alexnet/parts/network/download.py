"""The official weights' download: it runs beside the page, and all visitors see how far it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import streamlit as st

from visualizer.settings.messages import filled
from visualizer.ui.shell import contained
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.errors import AlexNetError
    from visualizer.alexnet.weights.download import Progress

FORGOTTEN = (
    30.0  # seconds without anyone looking, after which the download stops; it can go on later
)
_EVERY = 0.5


class Job:
    """One download at a time for the process; ``error`` is what ended it, if anything did."""

    def __init__(self, fetch: Callable[..., Any], finished: Callable[[], Any]) -> None:
        """Keep what downloads, and what is called after a download that came through."""
        self._fetch, self._finished = fetch, finished
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._looked = 0.0
        self.progress: Progress | None = None
        self.error: AlexNetError | None = None
        self.done = False

    @property
    def running(self) -> bool:
        """Tell whether bytes are on their way."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begin, or go on; nothing where it runs already."""
        with self._lock:
            if self.running:
                return
            self._stop.clear()
            self.error, self.progress, self.done = None, None, False
            self.look()
            self._thread = threading.Thread(target=self._work, daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Ask it to end; what has arrived is kept."""
        self._stop.set()

    def look(self) -> None:
        """Note that somebody is waiting."""
        self._looked = time.monotonic()

    def join(self, seconds: float | None = None) -> None:
        """Wait until it has ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _cancelled(self) -> bool:
        return self._stop.is_set() or time.monotonic() - self._looked > FORGOTTEN

    def _told(self, progress: Progress) -> None:
        self.progress = progress

    def _work(self) -> None:
        from visualizer.alexnet.errors import AlexNetError, DownloadError

        try:
            self._fetch(progress=self._told, cancel=self._cancelled)
            self._finished()
            self.done = True
        except AlexNetError as error:
            self.error = error
        except Exception:  # a thread's error would be seen by nobody
            self.error = DownloadError("download_failed")


@st.cache_resource(show_spinner=False)
def job() -> Job:
    """Return the download of this process."""
    from visualizer.alexnet.weights.download import download
    from visualizer.alexnet.weights.registry import SHARED

    return Job(download, SHARED.reload)


def panel(lang: str) -> None:
    """Draw the button, or how far the download is."""
    running = job().running
    st.fragment(_panel, run_every=_EVERY if running else None)(lang, running)


def _panel(lang: str, was_running: bool) -> None:
    from visualizer.alexnet.weights.download import OFFICIAL

    with contained():
        here = job()
        here.look()
        if here.done or (was_running and not here.running):
            here.done = False
            st.rerun()  # the whole page: it has other weights now, or the button is back
        if here.running:
            st.markdown(text("alex.downloading", lang))
            progress = here.progress
            share = progress.done / progress.total if progress else 0.0
            st.progress(min(share, 1.0), _bytes(progress, lang))
            st.button(text("alex.stop", lang), key="alex_stop", on_click=here.stop,
                      icon=":material/stop:")  # fmt: skip
            return
        if here.error is not None:
            st.warning(_said(here.error, lang), icon=":material/cloud_off:")
        st.caption(text("alex.download_words", lang, host=OFFICIAL.host))
        if st.button(
            text("alex.download", lang, size=f"{OFFICIAL.size / 1e6:.0f}"), key="alex_download",
            on_click=here.start, icon=":material/download:", width="stretch",
        ):  # fmt: skip
            st.rerun()


def _bytes(progress: Progress | None, lang: str) -> str:
    if progress is None:
        return text("alex.connecting", lang)
    done, total = progress.done, progress.total
    words = text("alex.bytes", lang, done=f"{done:,}", total=f"{total:,}")
    if progress.seconds_left is not None:
        left = round(progress.seconds_left)
        words += " · " + text("alex.left", lang, minutes=left // 60, seconds=left % 60)
    return words.replace(",", "\u2009")


def _said(error: AlexNetError, lang: str) -> str:
    return filled(error.key, error.details, lang)
