"""The lecture note's sentences stand on the pages, in both languages; none where it is false."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp, open_tab
from visualizer.words.text import LANGUAGES, text

SAID = [
    ("pooling", {"pool_kind": "max"}, ("overfit", "과적합")),
    ("pooling", {"pool_kind": "avg"}, ("overfit", "과적합")),
    ("pooling", {"pool_kind": "avg"}, ("less of the location", "위치 정보를 덜")),
    ("pooling", {"pool_kind": "global"}, ("overfit", "과적합")),
    ("dropout", {}, ("overfitting", "과적합")),
    ("dropout", {}, ("many models", "여러 모델")),
    ("dense", {}, ("probabilities between 0 and 1", "더하면 1인 확률")),
    ("activation", {"act_kind": "sigmoid"}, ("read as a probability", "확률로 읽을")),
    ("activation", {"act_kind": "relu"}, ("cheap", "계산이 매우 쌉니다")),
    ("activation", {"act_kind": "softmax"}, ("any number of classes", "클래스가 몇 개든")),
    ("alexnet", {}, ("Five convolutional layers and three", "합성곱층 5개와 완전 연결층 3개")),
]


def said(app: AppTest) -> str:
    return "\n".join(each.value for each in (*app.markdown, *app.caption))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "settings", "words"), SAID)
def test_a_page_says_what_the_note_says(
    run_app: RunApp, name: str, settings: dict[str, str], words: tuple[str, str], lang: str
) -> None:
    assert words[LANGUAGES.index(lang)] in said(run_app(name, lang=lang, **settings))


def test_the_layer_of_a_network_is_told_by_its_arguments(run_app: RunApp) -> None:
    app = open_tab(run_app("convolution", lang="en", conv_filters=2), "convolution", "code")
    assert "# nn.Conv2d(in_channels, out_channels, kernel_size)" in app.code[0].value
    assert "layer = nn.Conv2d(1, 2, 3, " in app.code[0].value


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("net", ["alexnet2012", "alexnet", "lenet5", "vgg11", "tiny"])
def test_224_or_227_is_asked_of_alexnet_alone(run_app: RunApp, net: str, lang: str) -> None:
    app = run_app("architecture", lang=lang, arch_net=net)
    asked = text("arch.conventions_lead", lang) in said(app)
    assert asked == net.startswith("alexnet")
