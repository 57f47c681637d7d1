"""Ask the server in this container whether it is ready: exit status 0, or 1.

python -m deploy.health      asks for a convolution where metrics are on, else whether it answers
"""

from __future__ import annotations

import os
import sys

from deploy.backend import answers
from deploy.ports import METRICS_PORT


def is_ready() -> bool:
    """Tell whether this container's server takes visitors; as its environment says where."""
    metrics = os.environ.get(METRICS_PORT, "")
    if metrics:
        return answers(f"http://127.0.0.1:{metrics}", "/ready")
    return answers(f"http://127.0.0.1:{os.environ.get('STREAMLIT_SERVER_PORT', '8501')}")


if __name__ == "__main__":
    sys.exit(not is_ready())
