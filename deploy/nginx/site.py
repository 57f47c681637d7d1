"""nginx's configuration for a site: what it hands out itself, and what it asks a process for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.nginx.balance import who_goes_where
from deploy.nginx.protect import ANYONE, foreign, framing, header_lines, limit, zones

UPLOAD_MEGABYTES = 600  # above server.maxUploadSize in .streamlit/config.toml: that one refuses
YEAR, DAY = 31_536_000, 86_400  # seconds
# What Streamlit answers and no reader needs: its metrics, its API for programs, files of components
# (ours travel with the page), logging in. docs/security.md says what each would give away.
CLOSED = ("/_stcore/", "/component/", "/auth/", "= /oauth2callback")
TYPES = {
    "text/html": "html",
    "text/css": "css",
    "application/javascript": "js mjs",
    "application/json": "json",
    "image/png": "png",
    "image/gif": "gif",
    "image/svg+xml": "svg",
    "font/woff2": "woff2",
    "text/plain": "txt",
}


@dataclass(frozen=True)
class Site:
    """What is served.

    ``backends``: the addresses of the processes with their ports, each a Streamlit; ``files``:
    Streamlit's own static folder, its files perhaps with a compressed neighbour (``.gz``);
    ``app_files``: the app's folder ``static``; ``cookie``: the name of the one that holds a
    visitor's process; ``listen``: ports and addresses with nginx's options; ``framed_by``: who may
    show an embedded figure, as CSP writes ``frame-ancestors``; ``more``: lines that this server
    alone has; ``upload``: megabytes that a file may have, more than Streamlit takes, which refuses
    in a sentence.
    """

    backends: Sequence[str]
    files: Path
    app_files: Path
    cookie: str
    listen: Sequence[str]
    framed_by: str = ANYONE
    more: Sequence[str] = ()
    upload: int = UPLOAD_MEGABYTES


@dataclass(frozen=True)
class Program:
    """How nginx runs: ``work`` is a folder for its own files.

    ``user``: whom its workers run as where root starts it, else "". ``settings``: a file of lines
    that whoever runs it may change, "" for none.
    """

    work: Path
    user: str = ""
    settings: str = ""


def configuration(site: Site, program: Program) -> str:
    """Return the text of the whole configuration of an nginx that serves this site alone."""
    own = [f"include {_quoted(program.settings)};"] if program.settings else []
    return "\n".join(
        [
            *([f"user {program.user};"] if program.user else []),
            "daemon off;",
            "worker_processes 1;  # one serves thousands; the cores are for Python",
            "worker_rlimit_nofile 32768;",
            f"pid {_quoted(program.work / 'nginx.pid')};",
            "error_log stderr crit;",
            "events { worker_connections 16384; }",
            "http {",
            *_indented([*_basics(program.work), *own, *lines(site)]),
            "}",
            "",
        ]
    )


def lines(site: Site) -> list[str]:
    """Return the lines of a site as they stand within ``http``."""
    return [
        *who_goes_where(site.backends, site.cookie),
        framing(site.framed_by),
        foreign(),
        *zones(),
        *_server(site),
    ]


def _basics(work: Path) -> Iterator[str]:
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"):
        yield f"{kind}_temp_path {_quoted(work / kind)};"
    yield "access_log off;"
    yield "server_tokens off;"
    yield "sendfile on;"
    yield "tcp_nopush on;"
    yield f"types {{ {' '.join(f'{kind} {ends};' for kind, ends in TYPES.items())} }}"
    yield "default_type application/octet-stream;"
    yield "gzip on;  # where there is no compressed neighbour"
    yield "gzip_vary on;"
    yield "gzip_min_length 1000;"
    yield "gzip_types text/css application/javascript application/json image/svg+xml;"


def _server(site: Site) -> Iterator[str]:
    yield "server {"
    yield from (f"    listen {each};" for each in site.listen)
    yield from (f"    {line}" for line in site.more)
    yield f"    root {_quoted(site.files)};"
    yield "    absolute_redirect off;  # the port that a visitor sees may be another proxy's"
    yield f"    client_max_body_size {site.upload}m;"
    yield "    proxy_http_version 1.1;"
    yield "    proxy_set_header Host $http_host;  # Streamlit compares it with the page's origin"
    yield "    proxy_set_header Upgrade $http_upgrade;"
    yield "    proxy_set_header Connection $cs_connection;"
    yield "    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;"
    yield "    proxy_set_header X-Forwarded-Proto $cs_proto;"
    yield "    proxy_connect_timeout 5s;"
    yield "    proxy_read_timeout 1h;  # Streamlit pings an open WebSocket every 30 s"
    yield "    proxy_request_buffering off;"
    yield "    # Each location says what is asked for, and how long a browser may keep it."
    yield '    set $cs_asks "";'
    yield '    set $cs_keep "";'
    yield '    set $cs_origin "";'
    yield "    add_header Set-Cookie $cs_set_cookie always;"
    yield "    add_header Cache-Control $cs_keep;"
    yield "    add_header Access-Control-Allow-Origin $cs_origin;"
    yield from (f"    {line}" for line in header_lines())
    yield from _asked_of_the_app(site)
    yield from _handed_out(site)
    yield "}"


def _asked_of_the_app(site: Site) -> Iterator[str]:
    """Yield what goes to the visitor's own process."""
    there = "proxy_pass http://process_$cs_number;"
    session = (there, "proxy_buffering off;", "set $cs_asks session;")
    yield from _location("= /_stcore/health", *session, *limit("cs_asked"))
    yield from _location("= /_stcore/host-config", *session, *limit("cs_asked"))
    ours = "if ($cs_foreign) { return 403; }"
    yield from _location("= /_stcore/stream", *session, *limit("cs_sessions"), ours)
    yield from _location("/_stcore/upload_file/", *session, *limit("cs_uploads"))
    yield from _location(
        "/media/",
        there,
        "# Without cookies, as in a frame of another site, any process may be asked for a picture.",
        "proxy_next_upstream error timeout http_404;",
        *limit("cs_asked"),
    )
    for where in CLOSED:
        yield from _location(where, "return 404;")


def _handed_out(site: Site) -> Iterator[str]:
    """Yield what nginx reads from its disk."""
    yield from _location(
        "/app/static/",
        f"alias {_quoted(f'{site.app_files}/')};",
        f'set $cs_keep "public, max-age={DAY}";',
        "set $cs_origin *;",
    )
    yield from _location(
        "/static/",
        "gzip_static on;",
        "# The names carry a hash of the content.",
        f'set $cs_keep "public, immutable, max-age={YEAR}";',
    )
    yield from _location("~ ./_stcore/", "return 404;  # as Streamlit: never the page")
    yield from _location(
        "/",
        "set $cs_asks page;",
        'set $cs_keep "no-cache";',
        "rewrite ^(.+)/$ $1 permanent;",
        "try_files $uri /index.html?$args;  # every page of the app is this one",
    )


def _location(where: str, *within: str) -> Iterator[str]:
    yield f"    location {where} {{"
    yield from (f"        {line}" for line in within)
    yield "    }"


def _indented(within: Sequence[str]) -> Iterator[str]:
    return (f"    {line}" for line in within)


def _quoted(path: Path | str) -> str:
    text = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
