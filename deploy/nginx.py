"""nginx in front of the processes: where it is found, and its configuration.

Why nginx: every distribution and Homebrew has it, it needs no root here, and in a few kilobytes of
text it does the four things that a lecture needs. It keeps a visitor on one process, whose memory
holds the session, the uploads and the pictures; it passes WebSockets on; it sends the visitor of a
dead process to a living one; and it hands out Streamlit's scripts, 150 files a visit, without
waking Python. Sharing one port among processes (SO_REUSEPORT) would be simpler, but would send an
upload to a process that does not know its session.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# Not every user's PATH has the folders where nginx is installed.
PLACES = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
UPLOAD_MEGABYTES = 64  # above server.maxUploadSize in .streamlit/config.toml: that one refuses
YEAR, DAY = 31_536_000, 86_400  # seconds
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

    ``port``: the visitors'; ``backends``: the ports of the processes, each a Streamlit on
    127.0.0.1; ``files``: Streamlit's own static folder, its files perhaps with a compressed
    neighbour (``.gz``); ``app_files``: the app's folder ``static``; ``work``: a folder for nginx's
    own files; ``user``: whom nginx's workers run as where root starts it, else "".
    """

    port: int
    backends: Sequence[int]
    files: Path
    app_files: Path
    work: Path
    ipv6: bool = True
    user: str = ""

    @property
    def cookie(self) -> str:
        """The cookie's name; with the port, because a browser's cookies know the host alone."""
        return f"convscope_{self.port}"


def find_nginx() -> str | None:
    """Return the path of nginx, None if there is none: what NGINX names, else one of the places."""
    named = os.environ.get("NGINX")
    if named:
        return shutil.which(named)
    return next((found for place in PLACES if (found := shutil.which(place))), None)


def command(nginx: str, config: Path, *more: str) -> list[str]:
    """Return the command that runs ``nginx`` in the foreground with a configuration.

    Before it reads the configuration, nginx would open the distribution's log, which only root may
    write; from 1.19.5 on it can be told not to.
    """
    said = subprocess.run([nginx, "-v"], capture_output=True, text=True, check=False).stderr
    version = re.search(r"nginx/(\d+)\.(\d+)\.(\d+)", said)
    knows = version is not None and tuple(map(int, version.groups())) >= (1, 19, 5)
    return [nginx, *(("-e", "stderr") if knows else ()), "-c", str(config), *more]


def configuration(site: Site) -> str:
    """Return the text of nginx's configuration for a site."""
    return "\n".join(
        [
            f"user {site.user};" if site.user else "",
            "daemon off;",
            "worker_processes 1;  # one serves thousands; the cores are for Python",
            "worker_rlimit_nofile 8192;",
            f"pid {_quoted(site.work / 'nginx.pid')};",
            "error_log stderr crit;",
            "events { worker_connections 4096; }",
            "http {",
            *_indented([*_basics(site), *_who_goes_where(site), *_server(site)]),
            "}",
            "",
        ]
    )


def _basics(site: Site) -> Iterator[str]:
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"):
        yield f"{kind}_temp_path {_quoted(site.work / kind)};"
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


def _who_goes_where(site: Site) -> Iterator[str]:
    """Each process is an upstream with the others behind it; a cookie holds the process's number.

    Who comes without a cookie, or with one that names no process, is given one by lot.
    """
    numbers = range(len(site.backends))
    for number in numbers:
        # The others stand in order from the next one on, so that not all go to the first.
        others = [site.backends[(number + step) % len(site.backends)] for step in numbers[1:]]
        yield f"upstream process_{number} {{"
        # Asked again every two seconds, because a process that ended is started again.
        yield f"    server 127.0.0.1:{site.backends[number]} max_fails=1 fail_timeout=2s;"
        yield from (f"    server 127.0.0.1:{port} backup;" for port in others)
        yield "}"
    share = f"{100 / len(site.backends):.2f}%"
    lots = " ".join(f"{share} {number};" for number in numbers[:-1])
    yield f'split_clients "$request_id" $cs_lot {{ {lots} * {numbers[-1]}; }}'
    known = " ".join(f"{number} {number};" for number in numbers)
    yield f"map $cookie_{site.cookie} $cs_number {{ default $cs_lot; {known} }}"
    # A visitor of a dead process stays with the one that answered instead: the last address.
    answered = " ".join(f'"~:{port}$" {number};' for number, port in enumerate(site.backends))
    yield f'map $upstream_addr $cs_answered {{ default ""; {answered} }}'
    same = " ".join(f'"{number}:{number}" "";' for number in numbers)
    keep = "Path=/; HttpOnly; SameSite=Lax"
    yield f'map "$cookie_{site.cookie}:$cs_answered" $cs_moved {{'
    yield f'    default "{site.cookie}=$cs_answered; {keep}"; "~:$" ""; {same}'
    yield "}"
    none = " ".join(f'{number} "";' for number in numbers)
    yield f"map $cookie_{site.cookie} $cs_newcomer {{"
    yield f'    default "{site.cookie}=$cs_number; {keep}"; {none}'
    yield "}"
    yield 'map $http_upgrade $cs_connection { default upgrade; "" close; }'
    yield "map $http_x_forwarded_proto $cs_proto { default $scheme; https https; }"


def _server(site: Site) -> Iterator[str]:
    yield "server {"
    yield f"    listen {site.port};"
    if site.ipv6:
        yield f"    listen [::]:{site.port} ipv6only=on;"
    yield f"    root {_quoted(site.files)};"
    yield "    absolute_redirect off;  # the port that a visitor sees may be another proxy's"
    yield f"    client_max_body_size {UPLOAD_MEGABYTES}m;"
    yield "    proxy_http_version 1.1;"
    yield "    proxy_set_header Host $http_host;  # Streamlit compares it with the page's origin"
    yield "    proxy_set_header Upgrade $http_upgrade;"
    yield "    proxy_set_header Connection $cs_connection;"
    yield "    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;"
    yield "    proxy_set_header X-Forwarded-Proto $cs_proto;"
    yield "    proxy_connect_timeout 5s;"
    yield "    proxy_read_timeout 1h;  # Streamlit pings an open WebSocket every 30 s"
    yield "    proxy_request_buffering off;"
    yield from _location(
        "/_stcore/",
        "proxy_pass http://process_$cs_number;",
        "proxy_buffering off;",
        "add_header Set-Cookie $cs_moved always;",
    )
    yield from _location(
        "/media/",
        "proxy_pass http://process_$cs_number;",
        "# Without cookies, as in a frame of another site, any process may be asked for a picture.",
        "proxy_next_upstream error timeout http_404;",
    )
    yield from _location("/component/", "proxy_pass http://process_$cs_number;")
    yield from _location(
        "/app/static/",
        f"alias {_quoted(f'{site.app_files}/')};",
        f'add_header Cache-Control "public, max-age={DAY}";',
        "add_header Access-Control-Allow-Origin *;",
        "add_header X-Content-Type-Options nosniff;",
    )
    yield from _location(
        "/static/",
        "gzip_static on;",
        "# The names carry a hash of the content.",
        f'add_header Cache-Control "public, immutable, max-age={YEAR}";',
    )
    yield from _location("~ ./_stcore/", "return 404;  # as Streamlit: never the page")
    yield from _location(
        "/",
        "rewrite ^(.+)/$ $1 permanent;",
        "try_files $uri /index.html;  # every page of the app is this one",
        'add_header Cache-Control "no-cache";',
        "add_header Set-Cookie $cs_newcomer;",
    )
    yield "}"


def _location(where: str, *lines: str) -> Iterator[str]:
    yield f"    location {where} {{"
    yield from (f"        {line}" for line in lines)
    yield "    }"


def _indented(lines: Sequence[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _quoted(path: Path | str) -> str:
    text = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
