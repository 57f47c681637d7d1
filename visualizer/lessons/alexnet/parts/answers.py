"""What the AlexNet page has already worked out, shared by all visitors of this process.

The network is loaded once; a photo is answered once for each set of weights. Work that nobody waits
for any more ends: a look at the session's state is a place where Streamlit stops a script whose
visitor has gone or has asked for something else.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from visualizer.lessons.alexnet.settings import TRAINED, AlexNetSettings
from visualizer.watching import COUNTS
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.prediction import Prediction
    from visualizer.alexnet.preprocessing import Prepared
    from visualizer.alexnet.run import Run
    from visualizer.alexnet.weights.registry import Loaded

MOST = 48  # answers and pictures of them: an answer holds about 10 MB, a picture of it 0.3


class SharedTable:
    """A table of results that several threads share; the oldest are dropped when it is full.

    A missing result is computed only once, even if several threads ask for it at the same time.
    """

    def __init__(self, most: int = MOST) -> None:
        """Begin empty; ``most`` is how many results are kept."""
        self._most = most
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._locks: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what is kept under ``key``, made by ``make`` if it is not there yet."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            mine = self._locks.setdefault(key, threading.Lock())
        try:
            with mine:
                found = self.peek(key)
                if found is None:
                    found = make()
                    self.put(key, found)
                return found
        finally:
            with self._lock:
                self._locks.pop(key, None)

    def peek(self, key: Hashable) -> Any:
        """Return what is kept under ``key``, or None."""
        with self._lock:
            return self._values.get(key)

    def put(self, key: Hashable, value: Any) -> None:
        """Keep a value."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)


@st.cache_resource(show_spinner=False)
def results() -> SharedTable:
    """Return the process's table of pictures and evidence."""
    return SharedTable()


@st.cache_resource(show_spinner=False)
def answers() -> SharedTable:
    """Return the process's table of answers; it is smaller, as each holds every layer's output."""
    return SharedTable(12)


@dataclass(frozen=True, eq=False)
class Answer:
    """A photo, everything the network did with it, and its best guesses; ``key`` tells it apart."""

    key: str
    loaded: Loaded
    prepared: Prepared
    run: Run
    prediction: Prediction


def network(lang: str) -> Loaded:
    """Return the trained network of this process."""
    from visualizer.alexnet.weights.registry import SHARED, shared_network

    if SHARED.ready:
        return shared_network()
    with st.spinner(text("alex.loading", lang)):
        return shared_network()


def chosen(settings: AlexNetSettings, lang: str) -> Loaded:
    """Return the network that the settings name, one that all visitors share."""
    from visualizer.alexnet.weights.registry import RANDOMS, network_of

    if settings.weights == TRAINED or RANDOMS.ready:
        return network_of(settings.network, settings.weights)
    with st.spinner(text("alex.making", lang)):
        return network_of(settings.network, settings.weights)


def abandoned() -> bool:
    """Never true: where nobody waits any more, Streamlit ends the script inside of this call."""
    st.session_state.get("_alex_values")
    return False


def in_line(lang: str) -> Callable[[int], None]:
    """Make room for a line that says at which place one waits; returns what writes it."""
    place = st.empty()

    def told(number: int) -> None:
        # Writing is also where Streamlit ends a script that nobody waits for.
        place.info(text("alex.in_line", lang, count=number), icon=":material/hourglass_top:")

    return told


def answer(loaded: Loaded, data: bytes, told: Callable[[int], None] | None = None) -> Answer:
    """Answer a photo's bytes, or return the answer that is known. Raises PictureError.

    told: is told one's place in the line before the network, while one waits.
    """
    key = f"{loaded.generation}:{hashlib.sha256(data).hexdigest()}"

    def make() -> Answer:
        from visualizer.alexnet.line import LINE
        from visualizer.alexnet.prediction import predict
        from visualizer.alexnet.preprocessing import prepare
        from visualizer.alexnet.run import run_network

        weights = loaded.weights
        with LINE.turn(told):
            prepared = prepare(data, crop_to=loaded.model.input_size)
            run = run_network(loaded.model, prepared.tensor, abandoned, weights.temperature)
        return Answer(key, loaded, prepared, run, predict(run, weights.classes))

    COUNTS.photo("new" if answers().peek(key) is None else "known")
    found: Answer = answers().get(key, make)
    return found
