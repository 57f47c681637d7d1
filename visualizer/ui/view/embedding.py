"""The code that puts a lesson's stage into another page, such as a course's own."""

from __future__ import annotations

import html
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_OURS = ("view", "embed", "embed_options")  # parameters that say how a page is seen
_HEIGHT = 640  # pixels: stage, player and formula of most examples


def embed_code(url: str, title: str = "ConvScope", height: int = _HEIGHT) -> str:
    """Return an ``<iframe>`` that shows a lesson's stage with its player, and nothing else.

    url: the lesson's address with its settings; title: what the frame is called for those who
    hear the page; height: pixels.

    >>> embed_code("https://example.org/pooling?pool_size=6&view=projector", "Pooling", 500)
    '<iframe src="https://example.org/pooling?pool_size=6&amp;embed=true" title="Pooling" \
width="100%" height="500" style="border: 0" loading="lazy" allow="fullscreen"></iframe>'
    """
    parts = urlsplit(url)
    kept = [pair for pair in parse_qsl(parts.query, True) if pair[0] not in _OURS]
    query = urlencode([*kept, ("embed", "true")])
    source = html.escape(urlunsplit(parts._replace(query=query)))
    return (
        f'<iframe src="{source}" title="{html.escape(title)}" width="100%" height="{height}" '
        'style="border: 0" loading="lazy" allow="fullscreen"></iframe>'
    )
