#!/usr/bin/env bash
# Makes all that the program and its tests need: Debian packages, .venv, pinned Python packages,
# and the program itself in editable form. A second call finds its own stamp and ends at once.
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=.venv/.ready
wanted="$(cat packaging/constraints.txt pyproject.toml packaging/setup.sh | cksum) ${PYTHON:-}"
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && [ -x .venv/bin/python ] && exit 0

say() { printf '%s\n' "$*" >&2; }

# Qt's libraries, letters of every script, the compiler of hnswlib, and a virtual display for tests.
packages=(g++ libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 fonts-dejavu-core fonts-droid-fallback openssl
    xvfb xauth xdotool)

python=""
for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
        python="$(command -v "$candidate")"
        break
    fi
done
if [ -z "$python" ] || [[ "$(readlink -f "$python")" == /usr/bin/* ]]; then
    packages+=(python3 python3-venv python3-dev)
fi

if command -v dpkg-query >/dev/null; then
    missing=()
    for package in "${packages[@]}"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        if [ "$(id -u)" -ne 0 ]; then
            say "These Debian packages are missing; install them with: sudo apt-get install ${missing[*]}"
            exit 1
        fi
        say "Installing Debian packages: ${missing[*]}"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    fi
fi

[ -n "$python" ] || python="$(command -v python3 || true)"
if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
    say "archive-gui needs Python 3.11, 3.12 or 3.13; install one and name it: make setup PYTHON=/path/to/python3.12"
    exit 1
fi

if ! .venv/bin/python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
    rm -rf .venv
    say "Making .venv with $("$python" --version)"
    "$python" -m venv .venv
fi
say "Installing the pinned Python packages (once, about a gigabyte)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/constraints.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
printf '%s' "$wanted" >"$stamp"
