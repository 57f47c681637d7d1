"""A server that says what it holds, for each line that it reads: python -m tests.deploy.counting.

It is the app's own server. What it holds is counted in the process, after a collection of garbage.
"""

from __future__ import annotations

import gc
import json
import sys
import threading
from collections import Counter
from typing import Any

from deploy.server import become_server

HELD = (
    *("AppSession", "ScriptRunner", "ScriptRunContext", "SessionState", "FragmentStorage"),
    *("UploadedFileRec", "Ticket", "OwnNetwork", "WebSocket"),
)


def held() -> dict[str, int]:
    """Return how many there are of what belongs to readers, by name."""
    from streamlit import runtime

    now: Any = runtime.get_instance()  # what it counts is the server's own
    gc.collect()
    counted = Counter(type(each).__name__ for each in gc.get_objects())
    media = now._media_file_mgr
    return {
        **{name: counted[name] for name in HELD},
        "connected": now._session_mgr.num_active_sessions(),
        "remembered": len(now._session_mgr._session_storage._cache._data),
        "uploads": len(now._uploaded_file_mgr.file_storage),
        "media": len(media._files_by_session_and_coord) + len(media._file_metadata),
        "clocks": len(now._session_mgr._session_connect_times),
    }


def _say() -> None:
    for _ in sys.stdin:  # a line for each question
        print(json.dumps(held()), flush=True)


if __name__ == "__main__":
    threading.Thread(target=_say, daemon=True).start()
    become_server(*sys.argv[1:])
