"""The architecture lesson in a real browser: the drawing answers, links lead on, phones fit."""

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, path, query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
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


def test_a_link_opens_the_layer_it_names_and_a_click_on_a_box_chooses_another(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/architecture?arch_net=alexnet&arch_layer=5&lang=en")
    assert "61\u2009100\u2009840" in main_text(page)
    assert query(page) == {"arch_net": "alexnet", "arch_layer": "5", "lang": "en"}
    page.wait_for_function(f"({_BOX})(3) !== null")
    x, y = page.evaluate(_BOX, 3)
    page.mouse.move(x, y, steps=4)
    page.locator(".hoverlayer .hovertext").first.wait_for()
    page.mouse.down()
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


def test_a_phone_shows_one_drawing_without_scrolling_sideways(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport={"width": 390, "height": 844}), f"{server.url}/architecture")
    page.locator(".js-plotly-plot:visible").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
