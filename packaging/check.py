"""Tries the packages in `dist` where nothing else of the program is: `python packaging/check.py`.

The wheel is installed into an empty environment, where `doctor` and the journey through the whole
job pass outside the checkout. The frozen folder runs without Python, without the user's
environment and without a network: `doctor`, then index, train, search and export, then its window
under Xvfb. The Debian package's metadata is validated, and its files are tried like the folder.
Names of packages choose among `wheel`, `frozen` and `deb`.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from make_packages import DIST, NAME, ROOT

from tests.endtoend.x_server import x_server

_START_SECONDS = 60


def check_wheel(place: Path) -> dict[str, object]:
    """Install the wheel into an empty environment and go through the whole job there."""
    [wheel] = DIST.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    python = place / "venv" / "bin" / "python"
    pins = ROOT / "packaging" / "constraints.txt"
    # The pinned versions, so that what is tried is what is tested; the hashes were checked before.
    plain = place / "pins.txt"
    plain.write_text("\n".join(_pins(pins)), "utf-8")
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*install, "-c", plain, wheel, "pytest", "pytest-qt"], check=True)
    program = place / "venv" / "bin" / NAME
    _run(program, "doctor", cwd=place)
    shutil.copytree(ROOT / "tests", place / "tests")
    _run(python, "-m", "tests.endtoend.journey", cwd=place)
    return {"wheel MB": _megabytes(wheel)}


def check_frozen(place: Path, folder: Path = DIST / NAME) -> dict[str, object]:
    """Go through the whole job with the frozen program and nothing else."""
    program = folder / NAME
    archive, project = place / "archive", place / "project"
    environment = {"HOME": str(place), "PATH": "/nowhere", "LANG": "C.UTF-8"}
    # A network of its own, with no way out.
    unshare = shutil.which("unshare")
    apart = [unshare, "--net", "--"] if unshare and os.geteuid() == 0 else []

    def run(*arguments: object) -> str:
        return _run(*apart, program, *arguments, cwd=place, env=environment)

    began = time.monotonic()
    run("--version")
    figures: dict[str, object] = {"version s": round(time.monotonic() - began, 2)}
    run("doctor")
    run("sample", archive)
    report = json.loads(run("index", archive, "--project", project, "--json"))
    if report["failed"] or report["images"] < 200:
        raise SystemExit(f"the frozen program has indexed {report}")
    run("import-groups", project, _groups(archive, place))
    trained = json.loads(run("train", project, "--json"))
    image = next(archive.rglob("*.jpg"))
    found = json.loads(run("query", project, image, "-k", 5, "--json"))
    if len(found["results"]) != 5:
        raise SystemExit(f"the frozen program has found {found}")
    run("export-model", project, trained["model"], place / "model.keras")
    figures |= {"frozen MB": _megabytes(folder), "train s": trained["seconds"]}
    return figures | {"window s": _open_window(program, project, environment)}


def check_deb(place: Path) -> dict[str, object]:
    """Validate what the Debian package tells the desktop, and go through the job with its files."""
    [package] = DIST.glob("*.deb")
    tree = place / "tree"
    subprocess.run(["dpkg-deb", "-x", package, tree], check=True)
    share = tree / "usr" / "share"
    for tool, file in (
        (("desktop-file-validate",), share / "applications" / f"{NAME}.desktop"),
        (("appstreamcli", "validate", "--no-net"), next(share.glob("metainfo/*.xml"))),
        (("xmllint", "--noout"), share / "mime" / "packages" / f"{NAME}.xml"),
        (("man", "--warnings", "-l"), share / "man" / "man1" / f"{NAME}.1.gz"),
    ):
        if shutil.which(tool[0]) is None:
            print(f"not tried, since {tool[0]} is not installed: {file.name}", file=sys.stderr)
            continue
        _run(*tool, file, cwd=place)
    linked = (tree / "usr" / "bin" / NAME).resolve()
    if linked != tree / "usr" / "lib" / NAME / NAME:
        raise SystemExit(f"the command of the package leads to {linked}")
    return check_frozen(place, linked.parent) | {"deb MB": _megabytes(package)}


def _open_window(program: Path, project: Path, environment: dict[str, str]) -> float:
    """Seconds until the window shows the archive's name."""
    with x_server() as desktop:
        shown = environment | {name: desktop[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")}
        search = ["xdotool", "search", "--onlyvisible", "--name", "^archive "]
        began = time.monotonic()
        with subprocess.Popen([program, project], env=shown) as window:
            try:
                while subprocess.run(search, env=desktop, capture_output=True).returncode:
                    if window.poll() is not None or time.monotonic() - began > _START_SECONDS:
                        raise SystemExit("the window of the frozen program does not come")
                return round(time.monotonic() - began, 2)
            finally:
                window.terminate()


def _groups(archive: Path, place: Path) -> Path:
    """A curator's marks: twelve of each kind, as the sample's own labels tell."""
    rows = (archive / "labels.csv").read_text("utf-8-sig").splitlines()
    marked: dict[str, list[str]] = {}
    for path, label in (row.rsplit(",", 1) for row in rows[1:]):
        marked.setdefault(label, []).append(path)
    lines = [f"{path},{kind}" for kind, paths in marked.items() for path in paths[:12]]
    file = place / "groups.csv"
    file.write_text("\n".join(["path,group", *lines]), "utf-8")
    return file


def _pins(constraints: Path) -> list[str]:
    """The pinned versions without their hashes and extras, which constraints must not have."""
    names = [line.split(" \\")[0] for line in constraints.read_text("utf-8").splitlines()]
    pinned = [name for name in names if name[:1].isalnum() and "==" in name]
    return [re.sub(r"^([^=\[]+)\[[^\]]*\]", r"\1", name) for name in pinned]


def _run(*command: object, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def _megabytes(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return round(sum(file.lstat().st_size for file in files) / 1e6)


CHECKS = {"wheel": check_wheel, "frozen": check_frozen, "deb": check_deb}


def main() -> None:
    """Try what is asked for and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", choices=[*CHECKS, []], metavar="PACKAGE")
    for name in parser.parse_args().packages or CHECKS:
        with tempfile.TemporaryDirectory(prefix="archive-gui-") as folder:
            print(f"{name}: {json.dumps(CHECKS[name](Path(folder)))}")


if __name__ == "__main__":
    main()
