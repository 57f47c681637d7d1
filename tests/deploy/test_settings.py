"""Settings of Streamlit that the app counts on, as Streamlit itself reads them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import sys
from streamlit import config
print(*(config.get_option(name) for name in sys.argv[1:]))
"""
VALUES = {
    # Hidden, so an update may drop it without a word. With it, 150 visitors who change a
    # setting every ten seconds wait half a second at most; without it, half a minute.
    "runner.postScriptGC": "False",
    "server.fileWatcherType": "none",
    "server.enableWebsocketCompression": "False",
    "browser.gatherUsageStats": "False",
    # What docs/security.md counts on.
    "client.showErrorDetails": "none",
    "global.developmentMode": "False",
    "server.enableAgentApi": "False",
    "server.enableCORS": "True",
    "server.enableXsrfProtection": "True",
    "server.scriptHealthCheckEnabled": "False",
}


def test_streamlit_knows_the_settings() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", ASK, *VALUES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert dict(zip(VALUES, asked.stdout.split(), strict=True)) == VALUES
