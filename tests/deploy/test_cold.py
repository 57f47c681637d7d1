"""A class opens pages all at once at a server that has just been started."""

from __future__ import annotations

import asyncio

from benchmarks.load import one_process
from deploy.visit import Visitor
from tests.deploy.apart import finish
from visualizer.words.text import text

PAGES = (
    "/alexnet",
    "/alexnet?lang=ko",
    "/alexnet?alex_photo=cat",
    "/alexnet",
    "/training",
    "/dense",
)


def test_nobody_meets_what_another_is_still_loading() -> None:
    """Each page loads what the others have not: torch, Plotly's parts, weights."""
    failed = {text("shell.error", lang)[:30] for lang in ("en", "ko")}

    async def come(address: str) -> list[str]:
        async with Visitor(address) as visitor:
            answer = await visitor.run()
            assert answer.messages > 20
            return [
                each.delta.new_element.alert.body
                for each in answer.elements
                if each.delta.new_element.WhichOneof("type") == "alert"
            ]

    async def all_come(url: str) -> list[list[str]]:
        return await asyncio.gather(*(come(url + page) for page in PAGES))

    with one_process() as (url, _):
        said = [sentence for sentences in finish(all_come(url)) for sentence in sentences]
    assert not [sentence for sentence in said if sentence[:30] in failed]
