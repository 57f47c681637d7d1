#!/bin/sh
# Make sure that there is a Chromium for the tests: find one on this machine, or install one.
# tests/browser/chromium.py says where it is searched.
set -eu
cd "$(dirname "$0")/.."

found() { .venv/bin/python -m tests.browser.chromium >/dev/null 2>&1; }
say() { printf '%s\n' "$*" >&2; }

found && exit 0
if [ -n "${CHROMIUM:-}" ]; then
    say "CHROMIUM names $CHROMIUM, and there is no such program."
    exit 1
fi

say "No Chromium found; getting a headless one for the tests"
# playwright can install the libraries that Chromium needs only where there is apt-get.
deps=""
if command -v apt-get >/dev/null 2>&1; then deps=--with-deps; fi
# shellcheck disable=SC2086  # unquoted, so that without deps there is no argument at all
if .venv/bin/python -m playwright install $deps chromium && found; then
    exit 0
fi
if [ -n "$deps" ]; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root=sudo
    say "That did not work; trying the distribution's package"
    $as_root apt-get update -q || true
    if DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y chromium && found; then
        exit 0
    fi
fi
say "No Chromium could be installed. Install one, or name one: CHROMIUM=/path/to/chromium make test"
exit 1
