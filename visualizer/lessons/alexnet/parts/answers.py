"""What the AlexNet page has already worked out, shared by all visitors of this process.

The network is loaded once; a photo is answered once for each set of weights. Work that nobody waits
for any more ends: a look at the session's state is a place where Streamlit stops a script whose
visitor has gone or has asked for something else.
"""

from __future__ import annotations

import gc
import hashlib
import sys
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from visualizer.lessons.alexnet.settings import OWN, TRAINED, AlexNetSettings
from visualizer.material.photos import photo_names
from visualizer.watching import COUNTS
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.prediction import Prediction
    from visualizer.alexnet.preprocessing import Prepared
    from visualizer.alexnet.run import Run
    from visualizer.alexnet.weights.own import OwnNetwork
    from visualizer.alexnet.weights.registry import Loaded

PLACE = "_alex_own"
"""Where the session keeps the visit's own network; it goes when the visit does."""

MOST = 48  # answers and pictures of them: an answer holds about 10 MB, a picture of it 0.3


class SharedTable:
    """A table of results that several threads share; the oldest are dropped when it is full.

    A missing result is computed only once, even if several threads ask for it at the same time.
    """

    def __init__(self, most: int = MOST, collects: int = 0) -> None:
        """Begin empty; ``most`` is how many results are kept.

        collects: after so many have been dropped, Python is to look for garbage: what a page's run
        held is in cycles, and large results are few objects to Python. 0: never.
        """
        self._most, self._collects, self._dropped = most, collects, 0
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._locks: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()
        self._gone: deque[int] = deque(maxlen=64)

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
        """Keep a value, unless it is of a network that was dropped meanwhile."""
        with self._lock:
            if any(_is_of(key, generation) for generation in self._gone):
                return
            self._values[key] = value
            self._values.move_to_end(key)
            collect = False
            while len(self._values) > self._most:
                self._values.popitem(last=False)
                self._dropped += 1
                collect |= self._collects > 0 and self._dropped % self._collects == 0
        if collect:  # without the lock: what is garbage may have something to say
            gc.collect()

    def drop(self, generation: int) -> None:
        """Forget everything of the network with this number, and what is still worked out of it."""
        with self._lock:
            self._gone.append(generation)
            for key in [key for key in self._values if _is_of(key, generation)]:
                del self._values[key]


def _is_of(key: Hashable, generation: int) -> bool:
    """Tell whether a key, an answer's own or a tuple that holds one, is of a network."""
    if isinstance(key, str):
        return key.startswith(f"{generation}:")
    if not isinstance(key, tuple):
        return False
    # What depends on the network alone has its number in the answer's place.
    return key[1:2] == (generation,) or any(_is_of(part, generation) for part in key)


@st.cache_resource(show_spinner=False)
def results() -> SharedTable:
    """Return the process's table of pictures and evidence."""
    return SharedTable()


@st.cache_resource(show_spinner=False)
def answers() -> SharedTable:
    """Return the process's table of answers; it is smaller, as each holds every layer's output."""
    return SharedTable(12, collects=4)


@st.cache_resource(show_spinner=False)
def own_answers() -> SharedTable:
    """Return the process's table of answers of visitors' own networks: theirs alone are few."""
    return SharedTable(4, collects=4)


@st.cache_resource(show_spinner=False)
def tops() -> SharedTable:
    """Return what this process knows of the shipped photos, by network: 0.1 MB each."""
    return SharedTable(3 * max(1, len(photo_names())))


def sweep() -> None:
    """Drop everything that is kept of visitors' own networks that are no more."""
    from visualizer.alexnet.weights.own import GONE

    if not GONE:
        return
    from visualizer.alexnet.looks.made import table as pictures

    # Sessions sweep at the same time: another one may have taken the last.
    with suppress(IndexError):
        while True:
            generation = GONE.popleft()
            for table in (own_answers(), results(), tops()):
                table.drop(generation)
            pictures().drop(generation)


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
    # Importing torch is the longer part of loading, and is said too.
    with nullcontext() if is_loaded() else st.spinner(text("alex.loading", lang)):
        from visualizer.alexnet.weights.registry import shared_network

        return shared_network()


def is_loaded() -> bool:
    """Tell whether this process has the trained network; nothing is imported to be asked.

    While another reader's page imports the module, it is there, and has nothing in it yet.
    """
    registry = sys.modules.get("visualizer.alexnet.weights.registry")
    shared = getattr(registry, "SHARED", None)
    return shared is not None and bool(shared.ready)


def chosen(settings: AlexNetSettings, own: OwnNetwork | None, lang: str) -> Loaded:
    """Return the network that the settings name; ``own``: the visit's, where it has one."""
    from visualizer.alexnet.weights.registry import RANDOMS, network_of

    sweep()
    if settings.weights == OWN:
        if own is None or own.loaded is None:  # given up for others this very moment
            st.rerun()
        return own.loaded

    if settings.weights == TRAINED or RANDOMS.ready:
        return network_of(settings.network, settings.weights)
    with st.spinner(text("alex.making", lang)):
        return network_of(settings.network, settings.weights)


def abandoned() -> bool:
    """Never true: where nobody waits any more, Streamlit ends the script inside of this call.

    Whoever works with the visit's own network asks this again and again, so that it is in use;
    where it was given up all the same, the page runs anew and says so.
    """
    place: OwnNetwork | None = st.session_state.get(PLACE)
    if place is not None:
        from visualizer.alexnet.weights.own import OWNS

        if place.loaded is None:
            st.rerun(scope="app")
        OWNS.touch(place)
    return False


def still_wanted(_place: int) -> None:
    """Leave a line in which nobody waits any more; for whom one's place in it is not said."""
    abandoned()


def in_line(lang: str) -> Callable[[int], None]:
    """Make room for a line that says at which place one waits; returns what writes it."""
    place = st.empty()

    def told(number: int) -> None:
        # Writing is also where Streamlit ends a script that nobody waits for.
        if number:
            place.info(text("alex.in_line", lang, count=number), icon=":material/hourglass_top:")
        else:
            place.empty()

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

    table = own_answers() if loaded.weights.source == OWN else answers()
    COUNTS.photo("new" if table.peek(key) is None else "known")
    found: Answer = table.get(key, make)
    return found
