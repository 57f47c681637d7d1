"""Ask the server in this container whether it takes visitors: exit status 0, or 1.

python -m deploy.health
"""

from __future__ import annotations

import os
import sys

from deploy.backend import answers

if __name__ == "__main__":
    port = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
    sys.exit(not answers(f"http://127.0.0.1:{port}"))
