"""Ports of this machine: the one that visitors use, and free ones for the processes behind it."""

from __future__ import annotations

import socket
from contextlib import ExitStack

HIGHEST = 65535
METRICS_PORT = "CONVSCOPE_METRICS_PORT"  # the variable that switches metrics on (deploy/metrics.py)
_OTHER = {
    "run": "make run PORT={port}",
    "serve": "make serve PORT={port}",
    "convscope": "convscope --port {port}",
    "metrics": "CONVSCOPE_METRICS_PORT={port}",
}


def checked_port(given: str, command: str) -> int:
    """Return the port that was asked for; SystemExit with a sentence if it cannot be used.

    ``command``: what to name in the sentence, "run" or "serve" of make, "metrics", or
    "convscope".
    """
    if not given.isdecimal() or not 1 <= int(given) <= HIGHEST:
        raise SystemExit(f"A port is a number from 1 to {HIGHEST}, not {given}.")
    port = int(given)
    if not port_is_free(port):
        other = port + 1 if port < HIGHEST else 8501
        raise SystemExit(
            f"Port {port} is busy: something answers there already, perhaps another ConvScope. "
            f"Close it or choose another port: {_OTHER[command].format(port=other)}"
        )
    return port


def port_is_free(port: int) -> bool:
    """Tell whether no program answers on ``port`` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def free_ports(count: int) -> list[int]:
    """Return ``count`` different ports that nobody listens on now."""
    with ExitStack() as probes:
        ports: list[int] = []
        for _ in range(count):
            probe = probes.enter_context(socket.socket())
            probe.bind(("127.0.0.1", 0))
            ports.append(probe.getsockname()[1])
        return ports


def ipv6_works() -> bool:
    """Tell whether this machine can listen on IPv6, where ``localhost`` may lead."""
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True
