"""``convscope.show`` in a notebook: a frame of its own, as tall as what it holds, that plays."""

from __future__ import annotations

import torch
from torch import nn

import convscope
from convscope.cutting import part_of
from convscope.reading import layers
from convscope.reading.choice import Ask
from convscope.reading.tensors import tensor_of
from tests.browser.conftest import Tab
from visualizer.notation import added, precise

# A notebook's own style would reach into whatever is not in a frame.
NOTEBOOK = "<style>* {{ display: block; color: red }}</style><p>1</p>{frame}<p>2</p>"
GROWN = """frame => new Promise(done => {
  const look = () => {
    const inside = frame.contentDocument.documentElement;
    const fits = Math.abs(frame.clientHeight - inside.offsetHeight) < 2;
    fits ? done(inside.scrollHeight <= frame.clientHeight + 1) : requestAnimationFrame(look);
  };
  look();
})"""
ADDED = """root => {
  const box = root.ownerDocument.querySelector('.st-key-show_stage .js-plotly-plot');
  return [box.data.find((trace) => trace.name === 'bias:output').text].flat()[0];
}"""


def test_a_layer_of_ones_own_plays_in_its_frame(tab: Tab) -> None:
    torch.manual_seed(3)
    layer, x = nn.Conv2d(8, 2, 3), torch.randn(8, 6, 6)
    part = part_of(layers.run(layer, tensor_of(x, layer), Ask()), (0, 0))
    assert part.added is not None
    page = tab(fresh=True, offline=True)
    page.set_content(NOTEBOOK.format(frame=convscope.show(layer, x)._repr_html_()))
    frame = page.frame_locator("iframe")
    frame.locator(".js-plotly-plot").wait_for()
    formula = frame.locator(".st-key-show_player .formula")
    for step in range(3):
        # Each step has its own sum of the channels that are not shown, in no other step's place.
        number = float(part.added.flat[step])
        result = precise(float(part.trace.output.flat[step]))
        formula.filter(has_text=f"= {result}").wait_for()
        assert formula.evaluate(ADDED) == added(number)
        frame.get_by_role("button", name="One step forward").click()
    assert page.locator("iframe").evaluate(GROWN)
