"""The activation run backward in Streamlit's test runner, in both languages."""

import pytest

from tests.pages.conftest import RunApp, open_tab
from visualizer.words.text import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("upstream", ["typed", "target"])
def test_an_activation_runs_backward(run_app: RunApp, upstream: str, lang: str) -> None:
    app = run_app("activation", act_pass="input", act_upstream=upstream, lang=lang)
    assert not app.exception
    assert text("back.title", lang) in [heading.value for heading in app.main.header]
    open_tab(app, "activation", "proof", lang)
    app.button(key="act_proof_back").click().run()
    assert len(app.success) == 1
    open_tab(app, "activation", "code", lang)
    assert "y.backward(gradient)" in app.code[0].value
    app.segmented_control(key="act_pass_bar").set_value("forward").run()
    assert "act_pass" not in app.query_params
    assert text("act.what_title", lang) in [heading.value for heading in app.main.header]
