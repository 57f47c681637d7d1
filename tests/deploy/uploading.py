"""A file put into a visitor's session, as a browser does."""

from __future__ import annotations

import urllib.error
import urllib.request

from deploy.visit import XSRF, Visitor

PATIENCE = 120  # seconds until an upload that is not answered counts as lost; never a speed test
CLOSED = 0  # instead of a status: the server did not read to the end before it refused
HEAD = b'--part\r\nContent-Disposition: form-data; name="file"; filename="own.png"\r\n\r\n'
TAIL = b"\r\n--part--\r\n"


def upload(visitor: Visitor, file: bytes, name: str = "file") -> int:
    """Put a file into the visitor's session, named ``name`` there; returns the status."""
    request = urllib.request.Request(
        f"http://{visitor.host}:{visitor.port}/_stcore/upload_file/{visitor.session}/{name}",
        data=HEAD + file + TAIL,
        method="PUT",
        headers={
            **visitor.cookies.header(),
            "X-Xsrftoken": visitor.cookies.values[XSRF],
            "Content-Type": "multipart/form-data; boundary=part",
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except urllib.error.URLError:
        return CLOSED
