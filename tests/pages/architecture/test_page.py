"""The architecture page in Streamlit's test runner: address, editing, words, both languages."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import conftest
from visualizer.notation import grouped
from visualizer.words.text import LANGUAGES, text

opened = partial(conftest.opened, "architecture")


def net(app: AppTest) -> str:
    return str(app.session_state["arch_net"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_opens_with_alexnet(lang: str) -> None:
    app = opened(lang=lang)
    assert app.title[0].value == text("arch.title", lang)
    assert not app.error
    assert any(grouped("60\u2009965\u2009224", lang) in words.value for words in app.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_layer_that_cannot_work_is_said_and_mended(lang: str) -> None:
    app = opened(arch_net="1-1x28-c8k3-flat-c8k3-relu", lang=lang)
    assert grouped("5\u2009408", lang) in app.error[0].value
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


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("stack", "layer"),
    [
        ("resnet18", "22"),
        ("unet", "24"),
        # A unit that no kernel reaches, and a branch that leads from a row back to a map.
        ("1-1x8-t1k1s3-relu", "1"),
        ("1-3x9-flat-from0-max2-bn-pad0.1.0.m1-tomax3x2-t4k2s2-logsoftmax-from0-cat0", "8"),
    ],
)
def test_networks_with_branches_open(stack: str, layer: str, lang: str) -> None:
    app = opened(arch_net=stack, arch_layer=layer, arch_row="1", lang=lang)
    assert not app.error
    assert not app.warning
    assert net(app) == stack


def test_a_branch_that_cannot_work_is_mended() -> None:
    app = opened(arch_net="1-3x32-c8k3s2p1-add0-relu")
    assert "3×32×32" in app.error[0].value
    app.button(key="arch_repair").click().run()
    assert not app.error
    assert net(app) == "1-3x32-c8k3s2p1-from0-c8k1s2-add1-relu"
    app.radio(key="arch_place").set_value(0).run()
    app.button(key="arch_delete").click().run()
    assert net(app) == "1-3x32-from0-c8k1s2-add0-relu"


def test_the_code_is_a_stack_or_a_class() -> None:
    app = opened(arch_net="tiny")
    app.session_state["arch_tabs_en"] = text("arch.code", "en")
    app.run()
    code = [part.value for part in app.code if "import torch" in part.value]
    assert "nn.Sequential" in code[0]
    app.segmented_control(key="arch_code_form").set_value("class").run()
    code = [part.value for part in app.code if "import torch" in part.value]
    assert "class Network(nn.Module)" in code[0]


def chosen(app: AppTest) -> tuple[int, int, str]:
    """Return the layer chosen in the sidebar, the one in the list, and the editor's title."""
    titles = [part.value for part in app.markdown if part.value.startswith("**")]
    title = next(value for value in titles if value[2].isdigit())
    looked, listed = app.selectbox(key="arch_layer").value, app.radio(key="arch_place").value
    assert isinstance(looked, int)
    assert isinstance(listed, int)
    return looked, listed, title


def test_drawing_sidebar_and_list_choose_one_and_the_same_layer() -> None:
    app = opened(arch_layer="3")
    assert chosen(app)[:2] == (3, 3)
    app.selectbox(key="arch_layer").set_value(4).run()
    assert chosen(app) == (4, 4, "**5. Convolution 256 · 5×5, padding 2, 2 groups**")
    app.radio(key="arch_place").set_value(0).run()
    assert chosen(app) == (0, 0, "**1. Convolution 96 · 11×11, stride 4**")
    assert app.number_input(key="arch_edit_conv_kernel_size").value == 11
    marked = [
        trace["name"]
        for trace in json.loads(app.get("plotly_chart")[0].proto.spec)["data"]
        if trace["name"].startswith("box:") and trace["line"]["width"] > 2
    ]
    assert set(marked) == {"box:0"}
    # A changed layer stays the chosen one, and one that is added becomes it.
    app.number_input(key="arch_edit_conv_stride").set_value(2).run()
    assert chosen(app)[:2] == (0, 0)
    app.button(key="arch_add").click().run()
    assert chosen(app)[:2] == (1, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_builder_stands_directly_below_the_drawing(lang: str) -> None:
    app = opened(lang=lang)
    names = [part.value for part in app.main.header]
    assert names[:2] == [names[0], text("arch.costs", lang)]
    assert text("arch.build", lang) not in names
    kinds = [node.type for node in walked(app.main)]
    assert kinds.index("plotly_chart") < kinds.index("radio") < kinds.index("header")
    assert text("arch.input_size", lang, shape="3×227×227") in [e.label for e in app.expander]


def walked(node: Any) -> Iterator[Any]:
    """Yield the elements of a part of the page, in the page's order."""
    for child in node.children.values():
        if hasattr(child, "children"):
            yield from walked(child)
        else:
            yield child


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_residual_block_is_added_at_a_tap(lang: str) -> None:
    app = opened(arch_net="1-3x9-c16k3p1", lang=lang)
    app.button(key="arch_block_residual").click().run()
    assert net(app) == "1-3x9-c16k3p1-c16k3p1x-bn-relu-c16k3p1x-bn-add1-relu"
    assert not app.error
    assert app.radio(key="arch_place").value == 7
    app.button(key="arch_undo").click().run()
    app.button(key="arch_block_two_branches").click().run()
    assert net(app) == "1-3x9-c16k3p1-c8k1-relu-from1-c8k3p1-relu-cat3"
    assert not app.error


def test_a_block_is_not_offered_where_there_are_no_maps() -> None:
    app = opened(arch_net="1-3x9-flat-fc10", arch_layer="1")
    assert app.button(key="arch_block_residual").disabled
    assert not app.button(key="arch_add").disabled


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_and_columns_are_set_apart_and_together_again(lang: str) -> None:
    app = opened(arch_net="1-1x28-c8k3", lang=lang)
    app.checkbox(key="arch_apart_conv").check().run()
    assert net(app) == "1-1x28-c8k3"
    app.number_input(key="arch_edit_conv_kernel_size_columns").set_value(5).run()
    assert net(app) == "1-1x28-c8k3x5"
    app.number_input(key="arch_edit_conv_stride_rows").set_value(2).run()
    assert net(app) == "1-1x28-c8k3x5s2x1"
    assert app.checkbox(key="arch_apart_conv").value is True
    app.checkbox(key="arch_apart_conv").uncheck().run()
    assert net(app) == "1-1x28-c8k3s2"
    assert app.number_input(key="arch_edit_conv_kernel_size").value == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_branch_is_told_by_name_what_it_reads(lang: str) -> None:
    app = opened(arch_net="1-4x9-c4k3p1-c4k3p1-add1-from0-c4k1-cat1", arch_layer="2", lang=lang)
    added = app.selectbox(key="arch_edit_add_source")
    assert added.options == [
        f"{text('arch.input', lang)} · 4×9×9",
        "conv1 · 4×9×9",
        "conv2 · 4×9×9",
    ]
    added.set_value(-1).run()
    assert net(app) == "1-4x9-c4k3p1-c4k3p1-add0-from0-c4k1-cat1"
    app.radio(key="arch_place").set_value(3).run()
    app.selectbox(key="arch_edit_from_source").set_value(2).run()
    assert net(app) == "1-4x9-c4k3p1-c4k3p1-add0-from3-c4k1-cat1"
    app.radio(key="arch_place").set_value(5).run()
    app.multiselect(key="arch_edit_concat_source").set_value([2, -1]).run()
    assert net(app) == "1-4x9-c4k3p1-c4k3p1-add0-from3-c4k1-cat3.0"
    app.multiselect(key="arch_edit_concat_source").set_value([]).run()
    assert net(app) == "1-4x9-c4k3p1-c4k3p1-add0-from3-c4k1-cat3"
    assert not app.error


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["vgg19", "googlenet", "resnet34", "mobilenetv2", "unet"])
def test_networks_to_start_from_open_without_a_notice(name: str, lang: str) -> None:
    app = opened(arch_net=name, lang=lang)
    assert net(app) == name
    assert not app.error
    assert not app.warning
    app.button(key="arch_delete").click().run()
    assert net(app) != name


def test_networks_are_offered_in_the_order_of_their_years() -> None:
    app = opened()
    assert app.selectbox(key="arch_net").options[:3] == [
        "LeNet-5 · 1998", "AlexNet (2012, 227)", "AlexNet (torchvision, 224) · 2014",
    ]  # fmt: skip


def test_every_kind_of_layer_can_be_added_and_shows_its_controls() -> None:
    app = opened(arch_net="1-4x16-c4k3p1-c4k3p1")
    for name in app.selectbox(key="arch_new").options:
        app.selectbox(key="arch_new").select(name)
        app.button(key="arch_add").click().run()
        assert not app.exception
        app.button(key="arch_undo").click().run()
        assert net(app) == "1-4x16-c4k3p1-c4k3p1"
