"""The nginx for the tests: the machine's, or the copy that ``tools/nginx.sh`` unpacks.

``python -m tests.deploy.proxy`` prints it; exit status 1 and a sentence if there is none.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from deploy.nginx.program import find_nginx

UNPACKED = Path(__file__).resolve().parents[2] / ".venv" / "nginx" / "usr" / "sbin" / "nginx"


def nginx_here() -> str | None:
    """Return the path of an nginx that starts, None if there is none."""
    found = find_nginx() or str(UNPACKED)
    try:
        subprocess.run([found, "-v"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return found


if __name__ == "__main__":
    here = nginx_here()
    if here is None:
        sys.exit("There is no nginx; `make test` gets one where it can.")
    print(here)
