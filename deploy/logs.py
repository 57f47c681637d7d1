"""Logs as JSON, a line an event: CONVSCOPE_LOG=json.

What a reader typed or opened never stands in them: of an error its kind and where it happened are
written, and not its message, which may quote what was read; addresses are not logged at all.
"""

from __future__ import annotations

import json
import logging
import os
import traceback
from datetime import UTC, datetime
from typing import Final

VARIABLE: Final = "CONVSCOPE_LOG"


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON: time, level, logger, event, and where it failed."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            line["error"] = kind.__name__
            line["at"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(trace)
            ]
        return json.dumps(line, ensure_ascii=False)


def begin() -> None:
    """Write all logs of this process as JSON where the environment says so."""
    if os.environ.get(VARIABLE) != "json":
        return
    from streamlit import logger as theirs

    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)

    def formatted(logger: logging.Logger) -> None:
        """Give one of Streamlit's loggers, which do not pass on what they say, our handler."""
        for each in list(logger.handlers):
            logger.removeHandler(each)
        logger.addHandler(handler)

    theirs.setup_formatter = formatted
    theirs.update_formatter()
