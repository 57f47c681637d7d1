"""A crafted link stays text: whatever an address says, in every field that an address has.

`tests/browser/test_plain_text.py` sees in Chromium that a code span makes no element; here every
field is tried, in both languages, and what stands outside of code spans is looked through.
"""

from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ROOT
from visualizer.lessons.registry import PAGES, PageEntry
from visualizer.settings import sharing
from visualizer.settings.messages import notice_sentence
from visualizer.words.quoting import plainly, quoted
from visualizer.words.text import LANGUAGES

MARK = "zqx"
HOSTILE = (
    "![zqx](https://zqx.example/x.png)",
    "[zqx](javascript:zqx)",
    "<img src=zqx onerror=zqx>",
    "<script>zqx</script>",
    "`</code><b>zqx",
    "``zqx`` **zqx**",
    "$zqx$ :red[zqx] :material/zqx:",
    "https://zqx.example",
    "zqx\n\n# zqx\r\n- zqx",
    '" zqx=" \' zqx',
    "{zqx} {0} %s",
)
# What an address has besides a lesson's settings.
SHARED = ("show", "speed", "tour", "ask", "view", "embed", "lang")
LESSONS = [page for page in PAGES if page.lesson]
MARKDOWN = ("markdown", "caption", "warning", "error", "info", "success", "title", "header")


def naked(said: str) -> str:
    """Return what stands outside of the code spans of a line of Markdown."""
    return re.sub(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", said)


def test_what_is_outside_of_code_spans_would_be_found() -> None:
    assert naked("a `zqx` b `` c ` zqx `` d zqx") == "a  b  d zqx"
    assert MARK in naked("`` ` zqx")


@pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.name)
def test_what_is_said_of_a_field_quotes_it(page: PageEntry) -> None:
    lesson, told = page.lesson, 0
    unknown = f"{page.prefix}_{{}}"
    for hostile in HOSTILE:
        queries = [
            *({name: hostile} for name in lesson.names),
            {unknown.format(hostile): hostile},
            {"show": hostile},
            {"show": f"{lesson.names[0]},{hostile}"},
            {"speed": hostile},
        ]
        for query in queries:
            notices = [*lesson.parse(query)[1], *sharing.read(query, lesson)[1]]
            for said in (notice_sentence(n, lang) for n in notices for lang in LANGUAGES):
                assert MARK not in naked(said), (query, said)
                assert "\n" not in said
                told += MARK in said
    assert told >= len(HOSTILE) * len(LANGUAGES)


def shown(app: AppTest) -> list[tuple[str, str]]:
    """Return the kind and the text of every element that is Markdown or HTML."""
    found = [(kind, str(getattr(each, "value", ""))) for kind in MARKDOWN for each in app.get(kind)]
    return [*found, *(("html", str(each.proto.body)) for each in app.get("html"))]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_takes_it_for_more_than_text(page: PageEntry, lang: str) -> None:
    """Each page with one hostile text in all its fields at once, another one for each page."""
    hostile = HOSTILE[(PAGES.index(page) * 2 + LANGUAGES.index(lang)) % len(HOSTILE)]
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if page.name != "home":
        app.switch_page(f"pages/{page.name}.py")
    names = page.lesson.names if page.lesson else ()
    for name in chain(names, SHARED, [hostile, f"{page.prefix}_{hostile}"]):
        app.query_params[name] = hostile
    app.query_params["lang"] = lang
    app.run()
    assert not app.exception
    said = shown(app)
    assert any(MARK in each for kind, each in said if kind != "html")
    for kind, each in said:
        if kind == "html":
            assert not re.search(r"<[^>]*zqx", each), each
        else:
            assert MARK not in naked(each), each


@given(st.text() | st.text(alphabet="`\n\\ <&[a"))
def test_a_quotation_is_plain_words_or_one_code_span(written: str) -> None:
    said = quoted(written)
    assert "\n" not in said
    assert "\r" not in said
    if "`" in said:
        ticks = re.match("`+", said)
        assert ticks is not None
        inside = said[len(ticks[0]) : -len(ticks[0])]
        assert said == f"{ticks[0]}{inside}{ticks[0]}"
        assert all(len(row) < len(ticks[0]) for row in re.findall("`+", inside))
        assert inside[:1] != "`"
        assert inside[-1:] != "`"
    else:
        assert not re.search(r"[<>\[\]*_~$:&\\#|!@/]", said)


@given(st.text() | st.text(alphabet="`\n\\ <&[a:@w.#"))
def test_a_foreign_sentence_has_every_sign_escaped(written: str) -> None:
    said = plainly(written)
    assert not re.search(r"[\n\r]", said)
    assert not re.search(r"[!-/:-@\[`{-~]|\^|\]|_", re.sub(r"\\[!-/:-@\[-`{-~]", "", said))
