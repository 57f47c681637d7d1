"""What the training page's sidebar has besides plain controls: numbers that go by powers of ten."""

from __future__ import annotations

from functools import partial

import streamlit as st

from visualizer.engine import EngineError
from visualizer.lessons.architecture import LESSON as ARCHITECTURE
from visualizer.lessons.training import LESSON, stack
from visualizer.lessons.training.settings import TrainingPageSettings
from visualizer.notation import number
from visualizer.settings.messages import error_sentence
from visualizer.settings.parameters import ParameterError
from visualizer.ui import address
from visualizer.ui import sidebar as standard
from visualizer.ui.controls import Controls
from visualizer.words.text import text

RATES = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 10.0)
DECAYS = (0.0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1)
_REFUSED = f"{address.WHILE_HERE}train_refused"


def sidebar(settings: TrainingPageSettings, lang: str) -> None:
    """Draw every control of the page."""
    drawn = {
        "rate": partial(_among, name="rate", offered=RATES),
        "decay": partial(_among, name="decay", offered=DECAYS),
    }
    relevant = LESSON.relevant(settings)
    instead: dict[str, standard.Draw[TrainingPageSettings]] = {
        name: draw for name, draw in drawn.items() if name in relevant
    }
    if "net" in relevant:
        instead["net"] = lambda controls: _own_layers(controls.settings, lang)
    standard.sidebar(LESSON, settings, lang, instead=instead)


def _own_layers(settings: TrainingPageSettings, lang: str) -> None:
    """Show the reader's own layers with the way back, or offer those of Architecture."""
    if settings.net:
        st.markdown(text("param.train_net", lang))
        st.code("\n".join(settings.net.split("-")), language=None)
        st.button(
            text("train.by_controls", lang), key="train_by_controls", icon=":material/tune:",
            on_click=address.change, args=(LESSON,), kwargs={"net": ""}, width="stretch",
        )  # fmt: skip
    st.button(
        text("train.take_over", lang), key="train_take_over", icon=":material/account_tree:",
        help=text("train.take_over_help", lang), on_click=_take_over, args=(lang,),
        width="stretch",
    )  # fmt: skip
    refused = st.session_state.pop(_REFUSED, "")
    if refused:
        st.warning(refused, icon=":material/error:")


def _take_over(lang: str) -> None:
    """Take the layers that Architecture shows in this session, or say why they do not fit."""
    layers = address.elsewhere(ARCHITECTURE).network.layers
    try:
        address.change(LESSON, net=stack.write(stack.checked(layers)))
    except EngineError as error:
        st.session_state[_REFUSED] = text("train.refused", lang, why=error_sentence(error, lang))
    except ParameterError:
        why = text("train.refused_size", lang)
        st.session_state[_REFUSED] = text("train.refused", lang, why=why)


def _among(controls: Controls[TrainingPageSettings], name: str, offered: tuple[float, ...]) -> None:
    """Offer some numbers, and the one that an address brought."""
    now = float(getattr(controls.settings, name))
    st.selectbox(
        controls.label(name),
        sorted({*offered, now}),
        key=LESSON[name].name,
        format_func=lambda value: number(value, 4).rstrip("0") if value % 1 else number(value),
        help=controls.help(name),
    )
