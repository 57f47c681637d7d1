"""The program nginx: where it is found, and how it is run in the foreground."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

# Not every user's PATH has the folders where nginx is installed.
PLACES = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")


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
