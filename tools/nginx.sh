#!/bin/sh
# Make sure that the tests of `make serve` have an nginx: the machine's or, on Debian and Ubuntu, a
# copy unpacked into .venv. Installed as a package it would begin to serve port 80 of this machine.
set -eu
cd "$(dirname "$0")/.."

found() { .venv/bin/python -m tests.deploy.proxy >/dev/null 2>&1; }
say() { printf '%s\n' "$*" >&2; }

found && exit 0
if command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1; then
    say "No nginx found; getting a copy for the tests"
    [ "$(id -u)" != 0 ] || apt-get update -q >/dev/null || true # a new machine has no lists yet
    mkdir -p .venv/nginx
    for package in nginx nginx-core; do # in older releases the first is empty
        (cd .venv/nginx && apt-get download -q "$package" >/dev/null 2>&1 &&
            dpkg-deb -x "$package"_*.deb . && rm -f "$package"_*.deb) || true
        found && exit 0
    done
fi
say "There is no nginx, so the tests that need it are skipped. Install it, or name it:" \
    "NGINX=/path/to/nginx make test"
