"""What protects visitors and server: headers for the browser, limits for one address.

Every answer carries the headers, since a location of nginx that adds one of its own loses those of
the server: no location here adds any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

ANYONE = "*"
"""May show the app in a frame: every page of every host."""

# A lecture hall is one address: a university's network hides all its people behind one. These keep
# a flood from the processes, whose own limits (deploy/limits) know sessions; so they stand well
# above what some three hundred readers do who open the page at once.
SESSIONS = 4000  # WebSockets that one address may hold open
ZONES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "cs_sessions": (100, 2000),  # opened in a second, and at once before that counts
        "cs_uploads": (5, 150),
        "cs_asked": (100, 1000),
    }
)


def content_policy(framed_by: str) -> str:
    """Return the Content-Security-Policy: nothing comes from another host, no text is evaluated.

    ``framed_by``: who may show the page in a frame, as ``frame-ancestors`` writes it. A component
    has its script as a blob; the scripts of ``st.html`` stand in the page itself, where Streamlit
    writes its styles too; pictures are part of the page.
    """
    rules = {
        "default-src": "'self'",
        "script-src": "'self' 'unsafe-inline' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' data: blob:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": framed_by,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(framed_by: str) -> dict[str, str]:
    """Return the headers of every answer by their names; ``framed_by``: as in `content_policy`."""
    return {
        "Content-Security-Policy": content_policy(framed_by),
        "X-Content-Type-Options": "nosniff",
        # An address holds the whole example: no other host is told it.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    }


def framing(framed_by: str) -> str:
    """Return the line that says who may show what: an embedded figure ``framed_by``, else us.

    SystemExit with a sentence if it is nothing that CSP knows.
    """
    if not re.fullmatch(r"[\w$*:/.'\- ]+", framed_by):
        raise SystemExit(
            f"CONVSCOPE_FRAMED_BY names hosts, such as https://moodle.example.edu, not {framed_by}"
        )
    return f'map $arg_embed $cs_framed_by {{ default "\'self\'"; true "{framed_by}"; }}'


def foreign() -> str:
    """Return the line that tells whether a page of another site asks, by what its browser says.

    Streamlit compares the same; but of each page that is not ours it first asks a host on the
    internet for this machine's own address, and nobody is served until that host, or nobody, has
    answered.
    """
    return (
        'map "$http_origin|$http_host" $cs_foreign '
        r'{ default 1; "~^\|" ""; "~*^https?://(.+)\|\1$" ""; }'
    )


def header_lines() -> Iterator[str]:
    """Yield the lines that add the headers; `framing` belongs before them."""
    for name, value in headers("$cs_framed_by").items():
        yield f"proxy_hide_header {name};"
        yield f'add_header {name} "{value}" always;'


def zones() -> Iterator[str]:
    """Yield the lines that count what an address does."""
    for zone, (rate, _) in ZONES.items():
        yield f"limit_req_zone $binary_remote_addr zone={zone}:1m rate={rate}r/s;"
    yield "limit_conn_zone $binary_remote_addr zone=cs_open:1m;"
    yield "limit_req_status 429;"
    yield "limit_conn_status 429;"


def limit(zone: str) -> Iterator[str]:
    """Yield the lines that hold a location to the rate of ``zone``; sessions are counted too."""
    yield f"limit_req zone={zone} burst={ZONES[zone][1]} nodelay;"
    if zone == "cs_sessions":
        yield f"limit_conn cs_open {SESSIONS};"
