# Windows: a frozen folder in dist\archive-gui, from Python 3.11 to 3.13 (python.org).
# Not run by the developers so far: there is no Windows machine among theirs.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
py -3.12 -m venv .venv
.venv\Scripts\python -m pip install --require-hashes -r packaging\constraints.txt
.venv\Scripts\python -m pip install --no-deps --no-build-isolation -e .
$env:PYTHONPATH = "."
.venv\Scripts\python packaging\make_packages.py frozen
dist\archive-gui\archive-gui.exe doctor
