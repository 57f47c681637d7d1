"""Who asks: the address that limits count, of a connection as ASGI describes it."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address
from typing import Any

NOBODY = ""


def address(scope: Mapping[str, Any]) -> str:
    """Return the address that is counted: an IPv4 address, or the network of an IPv6 address.

    A household has 2**64 IPv6 addresses, which count as one. uvicorn has already put in the address
    that a proxy names, if FORWARDED_ALLOW_IPS trusts the proxy (127.0.0.1 where it is unset).
    """
    client = scope.get("client")
    if not client:
        return NOBODY
    try:
        found = ip_address(client[0])
    except ValueError:
        return str(client[0])
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found)
