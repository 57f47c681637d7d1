"""The architecture lesson in a real browser: the drawing answers, links lead on, phones fit."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, path, query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.lessons.architecture.presets import PRESETS
from visualizer.words.text import text

_BOX = """(custom) => {
  const gd = [...document.querySelectorAll('.js-plotly-plot')].find((one) => one.offsetParent
    && one._fullLayout && one.data.some((trace) => trace.customdata));
  for (const trace of gd?.data ?? []) {
    const at = Array.from(trace.customdata || []).findIndex((value) => value === custom);
    if (at < 0) continue;
    const x = gd._fullLayout.xaxis, y = gd._fullLayout.yaxis;
    const box = gd.getBoundingClientRect();
    return [box.left + x._offset + x.d2p(trace.x[at]), box.top + y._offset + y.d2p(trace.y[at])];
  }
  return null;
}"""


_PARTS = """() => {
  const gd = [...document.querySelectorAll('.st-key-arch_drawings .js-plotly-plot')]
    .find((one) => one.offsetParent && one._fullLayout);
  if (!gd || Math.abs(gd._fullLayout.width - gd.parentElement.clientWidth) > 1) return null;
  const around = gd.getBoundingClientRect();
  const boxes = [...gd.querySelectorAll('.annotation')].map((note) => {
    const { left, right, top, bottom } = note.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(note.querySelector('text')).fontSize);
    return { words: note.textContent, size, left: left + 1, right: right - 1, top: top + 2,
      bottom: bottom - 2 };
  });
  const wrong = boxes.filter((one) => one.size < 12 || one.left < around.left - 2
    || one.right > around.right + 2).map((one) => one.words);
  boxes.forEach((one, i) => boxes.slice(i + 1).forEach((two) => {
    if (one.left < two.right && two.left < one.right && one.top < two.bottom
      && two.top < one.bottom) wrong.push(`${one.words} / ${two.words}`);
  }));
  return [boxes.length, wrong];
}"""


def test_a_link_opens_the_layer_it_names_and_a_click_on_a_box_chooses_another(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/architecture?arch_net=alexnet&arch_layer=5&lang=en")
    assert "61\u2009100\u2009840" in main_text(page)
    assert query(page) == {"arch_net": "alexnet", "arch_layer": "5", "lang": "en"}
    page.wait_for_function(_PARTS)  # drawn for the column it stands in
    x, y = page.evaluate(_BOX, 3)
    page.mouse.move(x, y, steps=4)
    page.locator(".hoverlayer .hovertext").first.wait_for()
    page.mouse.down()
    # A redraw between press and release must not lose the click.
    page.evaluate(
        "() => Plotly.redraw(document.querySelector('.st-key-arch_drawing .js-plotly-plot'))"
    )
    page.mouse.up()
    page.wait_for_url("**arch_layer=3**")


def test_see_it_move_leads_to_a_playing_lesson_and_back(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution")
    Stage(page, "conv").on_step(1, 9)
    page.get_by_role("link", name=text("nav.architecture"), exact=True).click()
    page.wait_for_url("**/architecture**")
    settled(page).get_by_role("link", name=text("arch.move"), exact=True).click()
    page.wait_for_url("**/convolution?**conv_kernel=11**")
    assert path(settled(page)) == "convolution"
    assert query(page)["conv_stride"] == "4"
    Stage(page, "conv")


@pytest.mark.parametrize(
    ("width", "nets"),
    [
        (390, ("alexnet2012", "vgg11")),
        (820, ("vgg11",)),
        (1280, ("alexnet2012",)),
        (1400, ("vgg11",)),
    ],
)
def test_captions_and_titles_are_whole_and_apart(
    server: Server, tab: Tab, width: int, nets: Sequence[str]
) -> None:
    page = tab(viewport={"width": width, "height": 900})
    for net in nets:
        visit(page, f"{server.url}/architecture?arch_net={net}&lang=en")
        page.wait_for_function(_PARTS)
        found, wrong = page.evaluate(_PARTS)
        assert found > 10
        assert wrong == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        charts = page.locator(".st-key-arch_costs .js-plotly-plot:visible")
        charts.nth(1).wait_for()
        titles = [page.get_by_text(words).first.bounding_box() for words in
                  ("are in fully connected layers", "are in convolutions")]  # fmt: skip
        for title in titles:
            assert title
            assert title["x"] + title["width"] <= width


def test_drawing_and_editor_are_in_sight_together(server: Server, tab: Tab) -> None:
    page = tab(viewport={"width": 1400, "height": 1000})
    for net in ("alexnet2012", "vgg11"):
        visit(page, f"{server.url}/architecture?arch_net={net}&lang=en")
        page.wait_for_function(_PARTS)
        drawing = page.locator(".st-key-arch_drawing").bounding_box()
        editor = page.locator(".st-key-arch_editor").bounding_box()
        assert drawing
        assert editor
        assert drawing["y"] >= 0
        assert drawing["y"] + drawing["height"] < editor["y"]
        assert editor["y"] + editor["height"] <= 1000


def test_a_click_on_a_sum_chooses_its_layer(server: Server, tab: Tab) -> None:
    names = {step.name: step.index for step in PRESETS["resnet18"].walk().steps}
    page = visit(tab(), f"{server.url}/architecture?arch_net=resnet18&lang=en")
    page.wait_for_function(_PARTS)
    x, y = page.evaluate(_BOX, names["add3"])
    page.mouse.click(x, y)
    page.wait_for_url(f"**arch_layer={names['add3']}**")
    page.get_by_text("Add the output of").wait_for()


_FIRST_ROW = """(name) => document.querySelector('.st-key-arch_stack [data-testid=stRadioOption]')
  .innerText.startsWith(name)"""


def test_a_row_is_dragged_and_moved_by_keys(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/architecture?arch_net=1-1x28-c8k3-max2-flat-fc10&lang=en")
    rows = page.locator(".st-key-arch_stack [data-testid=stRadioOption]")
    rows.nth(3).wait_for()
    first, second = rows.nth(0).bounding_box(), rows.nth(1).bounding_box()
    assert first
    assert second
    handle = first["x"] + first["width"] - 12
    page.mouse.move(handle, first["y"] + first["height"] / 2)
    page.mouse.down()
    page.mouse.move(handle, second["y"] + 0.8 * second["height"], steps=5)
    page.mouse.up()
    page.wait_for_url("**arch_net=1-1x28-max2-c8k3-flat-fc10**")
    page.wait_for_function(_FIRST_ROW, arg="pool0")
    assert [words.split(" ")[0] for words in rows.all_inner_texts()] == [
        "pool0", "conv1", "flat1", "fc2",
    ]  # fmt: skip
    said = page.get_by_role("status").all_inner_texts()
    assert any("conv1 is now layer 2 of 4" in words for words in said)
    # The moved row is the chosen one; the keyboard takes it back and stays on it.
    rows.nth(1).locator("input").focus()
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_url("**arch_net=1-1x28-c8k3-max2-flat-fc10**")
    page.wait_for_function("() => document.activeElement?.value === '0'")


_FIELD = """() => {
  const gd = document.querySelector('.st-key-arch_field .js-plotly-plot');
  return gd?._fullLayout ? gd.data.find((trace) => trace.name === 'label').text[0] : null;
}"""


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_keyboard_plays_and_pauses_what_a_unit_sees(
    server: Server, tab: Tab, lang: str
) -> None:
    page = tab(viewport={"width": 1400, "height": 1000})
    visit(page, f"{server.url}/architecture?arch_net=alexnet2012&arch_layer=14&arch_step=14"
                f"&lang={lang}")  # fmt: skip
    page.wait_for_function(f"({_FIELD})()?.startsWith('<b>pool5')")
    group = page.get_by_role("group", name=text("arch.field", lang))
    play = group.get_by_role("button", name=text("common.play", lang), exact=True)
    pause = group.get_by_role("button", name=text("common.pause", lang), exact=True)
    play.wait_for()
    page.get_by_role("link", name=text("arch.move", lang), exact=True).focus()
    for _ in range(5):
        page.keyboard.press("Tab")
        if play.evaluate("(button) => button.getRootNode().activeElement === button"):
            break
    page.keyboard.press("Enter")
    page.wait_for_function(f"({_FIELD})().startsWith('<b>conv1')")
    assert play.get_attribute("aria-pressed") == "true"
    assert "conv1" in group.get_by_role("status").inner_text()
    page.wait_for_function(f"({_FIELD})().startsWith('<b>pool1')")
    page.keyboard.press("Tab")
    assert pause.evaluate("(button) => button.getRootNode().activeElement === button")
    page.keyboard.press("Space")
    assert play.get_attribute("aria-pressed") == "false"


def test_a_phone_shows_one_drawing_without_scrolling_sideways(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport={"width": 390, "height": 844}), f"{server.url}/architecture")
    page.locator(".js-plotly-plot:visible").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_pasted_is_mended_and_leaves_the_page_its_style(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/architecture?lang=en")
    head = page.locator(".st-key-arch_facts thead")
    head.first.wait_for(state="hidden")
    page.locator(".st-key-arch_paste summary").click()
    page.locator(".st-key-arch_paste_sample button").first.click()
    page.locator(".pasted li.fails").wait_for()
    assert page.locator(".pasted li.fix").inner_text().split()[0] == "12"
    # A part that runs alone once took the place of the next part's style.
    expect(head).to_be_hidden()
    page.get_by_role("button", name="Change it so").click()
    page.get_by_text("Everything fits").wait_for()
    page.get_by_role("button", name="Open in the builder").click()
    page.wait_for_url("**arch_net=1-1x28-c16k3p1-relu-max2-c32k3p1-relu-max2-flat-fc10**")
