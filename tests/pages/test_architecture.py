"""The architecture page in Streamlit's test runner: address, editing, words, both languages."""

import pytest
from streamlit.testing.v1 import AppTest

from visualizer.lessons.registry import ROOT
from visualizer.words.text import LANGUAGES, text


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page("pages/architecture.py")
    app.run()
    assert not app.exception
    return app


def net(app: AppTest) -> str:
    return str(app.session_state["arch_net"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_with_alexnet(lang: str) -> None:
    app = opened(lang=lang)
    assert app.title[0].value == text("arch.title", lang)
    assert not app.error
    assert any("60\u2009965\u2009224" in words.value for words in app.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_layer_that_cannot_work_is_said_and_mended(lang: str) -> None:
    app = opened(arch_net="1-1x28-c8k3-flat-c8k3-relu", lang=lang)
    assert "5\u2009408" in app.error[0].value
    app.button(key="arch_repair").click().run()
    assert not app.error
    assert net(app) == "1-1x28-c8k3-flat-fc8-relu"
    app.button(key="arch_undo").click().run()
    assert net(app) == "1-1x28-c8k3-flat-c8k3-relu"
    app.button(key="arch_redo").click().run()
    assert net(app) == "1-1x28-c8k3-flat-fc8-relu"


def test_layers_are_added_changed_and_deleted() -> None:
    app = opened(arch_net="1-1x28")
    app.button(key="arch_add").click().run()
    assert net(app) == "1-1x28-c16k3p1"
    app.number_input(key="arch_edit_conv_stride").set_value(2).run()
    assert net(app) == "1-1x28-c16k3s2p1"
    app.button(key="arch_delete").click().run()
    assert net(app) == "1-1x28"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_address_opens_with_alexnet_and_says_so(lang: str) -> None:
    app = opened(arch_net="nonsense", lang=lang)
    assert net(app) == "alexnet2012"
    assert text("param.arch_net", lang) in app.warning[0].value
