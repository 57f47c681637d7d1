"""The command ``convscope``: start the app, wherever it is installed."""

from __future__ import annotations

import argparse
import sys

from convscope.version import ROOT, VERSION


def main() -> None:
    """Become the app's server; SystemExit with a sentence if that is not possible."""
    parser = argparse.ArgumentParser(
        prog="convscope", description="Start ConvScope and open it in the browser."
    )
    parser.add_argument(
        "--port", default="8501", help="where it answers on this machine (default: 8501)"
    )
    parser.add_argument("--version", action="version", version=f"ConvScope {VERSION}")
    port = parser.parse_args().port
    # This process is the app's alone: its modules may stand before all others.
    sys.path.insert(0, str(ROOT))
    from deploy.launch import start

    start(port, "convscope")


if __name__ == "__main__":
    main()
