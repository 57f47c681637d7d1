"""What lies written in the repository: configurations for a server and for the compose file.

python -m deploy.nginx.written      writes them anew; a test holds them equal to what it would write
"""

from __future__ import annotations

from pathlib import Path

from deploy.nginx.protect import headers
from deploy.nginx.site import Program, Site, configuration, lines
from deploy.server import ROOT

PLACE = Path("/srv/convscope")
CERTIFICATE = "/etc/letsencrypt/live/convscope.example.org"
FRAMES = "$cs_frames"  # what an operator sets
HEAD = "# Written by `python -m deploy.nginx.written`; what may be changed stands in {}."

IN_COMPOSE = Site(
    # Fixed addresses: nginx looks a name up once, when it starts, and a container that is made anew
    # may have another address then. This network is for examples (RFC 5737): nobody else has it.
    backends=[f"192.0.2.{11 + number}:8501" for number in range(3)],
    files=PLACE / "files",
    app_files=PLACE / "static",
    cookie="convscope",
    listen=["8080"],
    framed_by=FRAMES,
    upload=64,  # compose.yaml lets Streamlit take 50
)
ON_A_SERVER = Site(
    backends=[f"127.0.0.1:{port}" for port in (8501, 8502, 8503)],
    files=PLACE / "front" / "files",
    app_files=PLACE / "front" / "static",
    cookie="convscope",
    listen=["443 ssl http2", "[::]:443 ssl http2"],
    framed_by=FRAMES,
    more=[
        "server_name convscope.example.org;",
        f"ssl_certificate {CERTIFICATE}/fullchain.pem;",
        f"ssl_certificate_key {CERTIFICATE}/privkey.pem;",
        "ssl_protocols TLSv1.2 TLSv1.3;",
        "ssl_session_cache shared:convscope:1m;",
        "server_tokens off;",
        "access_log off;  # an address holds what somebody looks at",
        "gzip_vary on;",
        'add_header Strict-Transport-Security "max-age=31536000" always;',
    ],
)
OTHER_DOOR = """\
server {
    listen 80;
    listen [::]:80;
    server_name convscope.example.org;
    location /.well-known/acme-challenge/ { root /var/www/html; }
    location / { return 301 https://$host$request_uri; }
}
"""
HEADERS = """\
apiVersion: v1
kind: ConfigMap
metadata: {name: convscope-headers}
data:
"""


def written() -> dict[Path, str]:
    """Return the text of each file by its path."""
    compose = configuration(IN_COMPOSE, Program(Path("/tmp"), settings="/etc/convscope.conf"))
    return {
        ROOT / "deploy" / "compose" / "nginx.conf": f"{HEAD.format('settings.conf')}\n{compose}",
        ROOT / "deploy" / "server" / "nginx.conf": "\n".join(
            [HEAD.format("convscope-settings.conf"), *lines(ON_A_SERVER), OTHER_DOOR]
        ),
        ROOT / "deploy" / "kubernetes" / "ingress-nginx" / "headers.yaml": "\n".join(
            [
                "# Written by `python -m deploy.nginx.written`. Who else may show it in a frame is",
                "# named in frame-ancestors; ingress-nginx has no header for embedded pages alone.",
                HEADERS + "\n".join(f'  {n}: "{v}"' for n, v in headers("'self'").items()),
                "",
            ]
        ),
    }


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, "utf-8")
