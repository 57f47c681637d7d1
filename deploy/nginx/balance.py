"""Who comes to which process, and stays there: upstreams, and the cookie that names one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

KEEP = "Path=/; HttpOnly; SameSite=Lax"


def who_goes_where(backends: Sequence[str], cookie: str) -> Iterator[str]:
    """Yield the lines that give each visitor a process: ``$cs_number``, and ``$cs_set_cookie``.

    Each of the ``backends`` (addresses with ports) is an upstream with the others behind it; a
    cookie holds the process's number. Who comes without a cookie, or with one that names no
    process, is given one by lot. A location says with ``$cs_asks`` what it is asked for: ``page``,
    where newcomers get their cookie, or ``session``, where those get one who moved.
    """
    numbers = range(len(backends))
    for number in numbers:
        # The others stand in order from the next one on, so that not all go to the first.
        others = [backends[(number + step) % len(backends)] for step in numbers[1:]]
        yield f"upstream process_{number} {{"
        # Asked again every two seconds, because a process that ended is started again.
        yield f"    server {backends[number]} max_fails=1 fail_timeout=2s;"
        yield from (f"    server {address} backup;" for address in others)
        yield "}"
    share = f"{100 / len(backends):.2f}%"
    lots = " ".join(f"{share} {number};" for number in numbers[:-1])
    yield f'split_clients "$request_id" $cs_lot {{ {lots} * {numbers[-1]}; }}'
    known = " ".join(f"{number} {number};" for number in numbers)
    yield f"map $cookie_{cookie} $cs_number {{ default $cs_lot; {known} }}"
    # A visitor of a dead process stays with the one that answered instead: the last address.
    answered = " ".join(
        rf'"~\b{re.escape(address)}$" {number};' for number, address in enumerate(backends)
    )
    yield f'map $upstream_addr $cs_answered {{ default ""; {answered} }}'
    same = " ".join(f'"{number}:{number}" "";' for number in numbers)
    yield f'map "$cookie_{cookie}:$cs_answered" $cs_moved {{'
    yield f'    default "{cookie}=$cs_answered; {KEEP}"; "~:$" ""; {same}'
    yield "}"
    none = " ".join(f'{number} "";' for number in numbers)
    yield f"map $cookie_{cookie} $cs_newcomer {{"
    yield f'    default "{cookie}=$cs_number; {KEEP}"; {none}'
    yield "}"
    yield 'map $cs_asks $cs_set_cookie { default ""; page $cs_newcomer; session $cs_moved; }'
    yield 'map $http_upgrade $cs_connection { default upgrade; "" close; }'
    yield "map $http_x_forwarded_proto $cs_proto { default $scheme; https https; }"
