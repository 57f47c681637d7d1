"""The network of 2012 on the AlexNet page, and the way between both."""

from __future__ import annotations

import pytest

from tests.pages.alexnet.visit import opened, places, said, sums
from visualizer.lessons.alexnet.settings import PAPER, names_of
from visualizer.words.text import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_network_of_2012_opens_with_its_own_layers(lang: str) -> None:
    app = opened(alex_network="2012", alex_layer="conv2", alex_channel="200", lang=lang)
    said(app, lang, "alex.random_2012")
    titles = {box["name"]: box["title"] for box in _boxes(app)}
    assert list(titles) == ["", *names_of(PAPER)]
    assert titles[""].endswith("3×227×227")
    assert titles["conv1"].endswith("96×55×55")
    # The second half of the filters reads the second half of the maps.
    group = text("alex.group", lang, first=49, last=96, maps="96")
    assert group in [each.value for each in app.markdown]
    app.selectbox(key="alex_network").set_value("torchvision").run()
    said(app, lang)
    assert "avgpool" in app.selectbox(key="alex_layer").options
    assert app.selectbox(key="alex_weights").value == "trained"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_normalised_unit_is_written_out(lang: str) -> None:
    app = opened(alex_network="2012", alex_layer="norm1", alex_channel="1", lang=lang)
    said(app, lang, "alex.random_2012")
    assert " / " in sums(app)[0]
    lead = text("alex.norm_lead", lang, channel=2, count=4, size=5)
    assert lead in [each.value for each in app.markdown]
    written = next(each.value for each in app.latex if "beta" in each.value)
    assert "0.0001" in written


def test_a_layer_that_only_the_other_network_has_is_said() -> None:
    app = opened(alex_layer="norm2", lang="en")
    assert "norm2" in app.warning[0].value
    assert app.selectbox(key="alex_layer").value == "relu2"
    app.selectbox(key="alex_weights").set_value("random").run()
    said(app, "en", "alex.random_chosen")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_networks_stand_side_by_side(lang: str) -> None:
    app = opened(lang=lang, alex_layer="conv2")
    app.session_state["alex_both"] = True
    app.run()
    assert not app.exception
    table = next(each.proto.body for each in app.get("html") if "192×27×27" in each.proto.body)
    plain = table.replace("\u2009", "").replace(",", "")
    # As many multiply-adds for a quarter more maps, because a filter reads half of them.
    assert plain.count("223948800") == 2
    assert "60965224" in plain  # the paper's network, with its thousand classes
    assert len(places(app)["alex_both_maps_2012"]["numbers"]) == 256
    app.button(key="alex_both_open_2012").click().run()
    said(app, lang, "alex.random_2012")
    assert app.selectbox(key="alex_network").value == "2012"
    assert app.selectbox(key="alex_layer").value == "conv2"


def _boxes(app: object) -> list[dict[str, str]]:
    boxes: list[dict[str, str]] = places(app)["alex_drawing"]["arrangements"][0]["boxes"]  # type: ignore[arg-type]
    return boxes
