#!/bin/sh
# Make .venv and install the pinned requirements, unless that has been done.
#   sh tools/setup.sh app|dev      PYTHON=python3.12 chooses the interpreter
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

case "${1:-app}" in
app) list=requirements.txt ;;
dev) list=requirements-dev.txt ;;
*) say "tools/setup.sh: say app or dev"; exit 2 ;;
esac

# A stamp file holds the lists that were installed. "dev" includes "app".
stamp=".venv/installed-${1:-app}"
wanted=$(cat requirements.txt; [ "$list" = requirements.txt ] || cat "$list")
for done in "$stamp" .venv/installed-dev; do
    if [ -x .venv/bin/python ] && [ -f "$done" ]; then
        case "$(cat "$done")" in
        "$wanted" | "$wanted
"*) exit 0 ;;
        esac
    fi
done

find_python() {
    for candidate in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    if [ -z "$python" ]; then
        say "ConvScope needs Python 3.11 or newer, and found none. Install one from" \
            "https://www.python.org, or name it: make run PYTHON=/path/to/python3"
        exit 1
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv"
        exit 1
    fi
    say "Making a virtual environment in .venv"
    "$python" -m venv --clear .venv
fi

rm -f .venv/installed-app .venv/installed-dev
say "Installing $list (once; this can take some minutes)"
# Where the page for torch does not answer, pip would ask for it again before every package, some
# ten seconds each, and then do without. One question tells; then it gets the list without the page.
page=$(sed -n 's/^--find-links //p' requirements.txt)
if ! .venv/bin/python -c 'import sys, urllib.request as web; web.urlopen(sys.argv[1], timeout=20)' \
    "$page" 2>/dev/null; then
    say "$page does not answer, so torch comes from where pip finds it otherwise" \
        "(on Linux perhaps with gigabytes of CUDA)"
    printf '%s\n' "$wanted" | grep '==' >.venv/requirements.txt
    list=.venv/requirements.txt
fi
if ! .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$list"; then
    say "Installing failed; what pip says stands above. Is the package index reachable?"
    exit 1
fi
printf '%s\n' "$wanted" >"$stamp"
