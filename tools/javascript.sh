#!/bin/sh
# Check the browser's scripts: eslint, prettier, tsc, and their tests against cases that Python
# writes. Only checking needs Node; where it is missing this says so, and fails if CI=true.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

missing=""
for tool in node npm; do
    command -v "$tool" >/dev/null 2>&1 || missing="$tool is missing"
done
if [ -z "$missing" ] && ! node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1);'; then
    missing="Node is $(node --version)"
fi
if [ -n "$missing" ]; then
    say "The browser's scripts were not checked: that needs Node 20.19 or newer with npm, and $missing."
    [ "${CI:-}" != true ]
    exit
fi

# node_modules holds the list it was installed from, so that only a changed one installs again.
stamp=node_modules/installed-package-lock.json
if ! cmp -s package-lock.json "$stamp"; then
    say "Installing the checkers of the browser's scripts into node_modules"
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json "$stamp"
fi

node_modules/.bin/eslint .
node_modules/.bin/prettier --check --log-level warn --no-editorconfig .
node_modules/.bin/tsc -p .

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.venv/bin/python -m tests.js.cases "$folder/cases.json"
CONVSCOPE_CASES="$folder/cases.json" node --test --test-reporter=dot tests/js/*.test.js tests/js/*/*.test.js
say "eslint, prettier, tsc and node --test found nothing wrong"
