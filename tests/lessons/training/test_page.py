"""The training page in both languages: it opens, trains, pauses, ends, and opens the claims."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, run_app  # noqa: F401  # a fixture
from visualizer.lessons.training.parts.runs import Runs
from visualizer.lessons.training.settings import CLAIMS
from visualizer.settings.labels import choice_title
from visualizer.ui.address import WHILE_HERE
from visualizer.words.text import text

LANGUAGES = ("en", "ko")
TINY = {
    "train_pictures": 20, "train_filters": 1, "train_later": 1, "train_batch": 10,
    "train_epochs": 1, "train_pool": "none",
}  # fmt: skip


def runs_of(app: AppTest) -> Runs:
    """Return the session's training."""
    runs: Runs = app.session_state[f"{WHILE_HERE}training"]
    return runs


def rested(app: AppTest) -> AppTest:
    """Wait until the trainings rest, and look again."""
    assert all(ticket.wait(60) for ticket in runs_of(app).tickets)
    app.run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    """Return what the buttons of the page say."""
    return [button.label for button in app.main.button]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_opens_with_one_button_to_train(run_app: RunApp, lang: str) -> None:  # noqa: F811
    app = run_app("training", lang=lang)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == text("train.title", lang)
    assert app.button(key="train_main").label == text("train.go", lang)
    assert text("train.stop", lang) not in labels(app)
    assert f"{WHILE_HERE}training" not in app.session_state


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_trains_step_by_step_and_to_the_end(run_app: RunApp, lang: str) -> None:  # noqa: F811
    app = run_app("training", lang=lang, **TINY)
    assert not app.warning
    rested(app.button(key="train_do_step").click().run())
    assert runs_of(app).snapshots()[0].step == 1
    assert app.button(key="train_main").label == text("train.go_on", lang)
    rested(app.button(key="train_main").click().run())
    snapshot = runs_of(app).snapshots()[0]
    assert (snapshot.state, snapshot.step, len(snapshot.epochs)) == ("finished", 2, 2)
    assert app.button(key="train_main").label == text("train.again", lang)
    first = runs_of(app)
    rested(app.button(key="train_main").click().run())
    assert runs_of(app) is not first


def test_pausing_and_stopping(run_app: RunApp) -> None:  # noqa: F811
    app = run_app("training", train_epochs=200, train_batch=1)
    app.button(key="train_main").click().run()
    assert app.button(key="train_main").label == text("train.pause")
    rested(app.button(key="train_main").click().run())
    assert runs_of(app).snapshots()[0].state == "paused"
    rested(app.button(key="train_do_stop").click().run())
    assert runs_of(app).snapshots()[0].state == "stopped"
    assert app.button(key="train_main").label == text("train.again")


def test_other_settings_or_another_page_end_a_training(run_app: RunApp) -> None:  # noqa: F811
    app = run_app("training", train_epochs=200, train_batch=1)
    app.button(key="train_main").click().run()
    first = runs_of(app)
    app.number_input(key="train_seed").set_value(3).run()
    assert first.snapshots()[0].state == "stopped"
    assert f"{WHILE_HERE}training" not in app.session_state
    app.button(key="train_main").click().run()
    ticket = runs_of(app).tickets[0]
    # Another picture to look at is the same training.
    app.number_input(key="train_picture").set_value(7).run()
    assert runs_of(app).tickets[0] is ticket
    entry = ticket._entry
    del ticket
    app.switch_page("pages/dense.py").run()
    assert not app.exception
    assert entry.ended == "stopped"


def test_a_training_that_diverges_says_so(run_app: RunApp) -> None:  # noqa: F811
    parameters = {**TINY, "train_epochs": 60, "train_rate": 10, "train_act": "leaky_relu"}
    app = run_app("training", **parameters)
    rested(app.button(key="train_main").click().run())
    assert text("train.state.diverged") in [box.value for box in app.warning]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_claim_opens_its_pair_and_leads_back(run_app: RunApp, lang: str) -> None:  # noqa: F811
    app = run_app("training", lang=lang, train_convs=3)
    for claim in CLAIMS:
        app.button(key=f"train_open_{claim}").click().run()
        assert not app.exception
        assert app.query_params["train_claim"] in (claim, [claim])
        assert text(f"train.look.{claim}", lang) in [part.value for part in app.markdown]
        assert choice_title("train_claim", claim, lang) in [part.value for part in app.header]
    app.button(key="train_other_seed").click().run()
    assert app.number_input(key="train_seed").value == 1
    app.button(key="train_own").click().run()
    assert app.slider(key="train_convs").value == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pair_shows_what_was_measured(run_app: RunApp, lang: str) -> None:  # noqa: F811
    app = run_app("training", lang=lang, train_claim="data", train_seed=2)
    rested(app.button(key="train_do_epoch").click().run())
    assert text("train.verdict.early", lang) in [box.value for box in app.info]
    assert all(len(one.epochs) == 2 for one in runs_of(app).snapshots())
    shown = "".join(part.proto.body for part in app.get("html"))
    assert text("train.number.gap", lang) in shown
    assert text("train.side.data.left", lang) in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "asked", [{"train_claim": "magic"}, {"train_rate": "-1"}, {"train_convs": "99"}, {"train_x": 1}]
)
def test_bad_addresses_open_with_defaults_and_say_so(
    run_app: RunApp,  # noqa: F811
    asked: dict[str, object],
    lang: str,
) -> None:
    app = run_app("training", lang=lang, **asked)
    assert not app.exception
    assert not app.error
    assert len(app.warning) == 1
    assert app.slider(key="train_convs").value == 2


def test_a_rate_of_an_address_is_offered_too(run_app: RunApp) -> None:  # noqa: F811
    app = run_app("training", train_rate="0.0123")
    assert app.selectbox(key="train_rate").value == 0.0123
