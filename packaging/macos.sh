#!/bin/sh
# macOS: a frozen folder in dist/archive-gui, from Python 3.11 to 3.13 (python.org or Homebrew).
# Not run by the developers so far: there is no Mac among their machines.
set -eu
cd "$(dirname "$0")/.."
python3.12 -m venv .venv
.venv/bin/python -m pip install --require-hashes -r packaging/constraints.txt
.venv/bin/python -m pip install --no-deps --no-build-isolation -e .
PYTHONPATH=. .venv/bin/python packaging/make_packages.py frozen
dist/archive-gui/archive-gui doctor
