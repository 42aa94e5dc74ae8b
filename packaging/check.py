"""Tries the packages in `dist` where nothing else of the program is: `python packaging/check.py`.

The wheel is installed into an empty environment, where `doctor` and the journey through the whole
job pass outside the checkout. The frozen folder runs without Python, without the user's
environment and without a network: `doctor`, then index, train, search and export, then its window
under Xvfb. The Debian package's metadata is validated; then it is installed into a Debian that has
nothing but what the package asks for, goes through the same there, and is purged.
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
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pyarrow.parquet
from make_packages import BUILD, DIST, ICON_SIDES, NAME, ROOT, build_wheel
from PIL import Image

from tests.endtoend.x_server import x_server

_START_SECONDS = 120
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
# A Debian of its own sees this machine's devices and windows, but neither its files nor networks.
_ENTER = (
    "mount -t proc proc $0/proc && mount --rbind /dev $0/dev && mkdir -p $0/tmp/.X11-unix && "
    "mount --bind /tmp/.X11-unix $0/tmp/.X11-unix && "
    'exec chroot $0 /usr/bin/env -i -C /home HOME=/home "$@"'
)
Program = Callable[..., list[str]]


def check_wheel(place: Path) -> dict[str, object]:
    """Install the wheel into an empty environment and go through the whole job there."""
    [wheel] = DIST.glob("*.whl")
    first = wheel.read_bytes()
    if build_wheel().read_bytes() != first:
        raise SystemExit(f"{wheel.name} is another when it is built once more")
    subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
    python = place / "venv" / "bin" / "python"
    # The pinned versions, so that what is tried is what is tested; the hashes were checked before.
    plain = place / "pins.txt"
    plain.write_text("\n".join(_pins(ROOT / "packaging" / "constraints.txt")), "utf-8")
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", plain]
    # The driver of the journey; of the program's libraries none but what the wheel names.
    subprocess.run([*install, wheel, "pytest-qt"], check=True)
    environment = _ENVIRONMENT | {"HOME": str(place)}
    _run(place / "venv" / "bin" / NAME, "doctor", cwd=place, env=environment)
    shutil.copytree(ROOT / "tests", place / "tests")
    told = _run(python, "-m", "tests.endtoend.journey", cwd=place, env=environment)
    print(told.strip(), file=sys.stderr)
    return {"wheel MB": _megabytes(wheel), "with libraries MB": _megabytes(place / "venv")}


def check_frozen(place: Path) -> dict[str, object]:
    """Go through the whole job with the frozen program and nothing else."""
    # A network of its own, with no way out.
    apart = ["unshare", "--net", "--"] if _may_separate() else []

    def program(*arguments: object, **environment: str) -> list[str]:
        given = {"HOME": str(place), "PATH": "/nowhere", "LANG": "C.UTF-8"} | environment
        told = [f"{name}={value}" for name, value in given.items()]
        command = [*apart, "env", "-i", "-C", place, *told, DIST / NAME / NAME, *arguments]
        return list(map(str, command))

    return {"frozen MB": _megabytes(DIST / NAME)} | _whole_job(program, place)


def check_deb(place: Path) -> dict[str, object]:
    """Validate what the Debian package tells the desktop, install it, go through the job."""
    [package] = DIST.glob("*.deb")
    tree = place / "tree"
    subprocess.run(["dpkg-deb", "-x", package, tree], check=True)
    _validate(tree / "usr" / "share")
    linked = (tree / "usr" / "bin" / NAME).resolve()
    if linked != tree / "usr" / "lib" / NAME / NAME:
        raise SystemExit(f"the command of the package leads to {linked}")
    figures: dict[str, object] = {"deb MB": _megabytes(package), "installed MB": _megabytes(tree)}
    shutil.rmtree(tree)
    if not shutil.which("debootstrap") or not _may_separate():
        _not_tried("installing the package", "debootstrap", "root's rights")
        return figures
    return figures | _install(package, place / "debian")


def _validate(share: Path) -> None:
    """Hold desktop file, AppStream metadata, MIME type, manual page and icons to their rules."""
    mime = share / "mime"
    for command in (
        ("desktop-file-validate", share / "applications" / f"{NAME}.desktop"),
        ("appstreamcli", "validate", "--no-net", next(share.glob("metainfo/*.xml"))),
        ("update-mime-database", mime),
        ("man", "--warnings", "-E", "UTF-8", "-l", share / "man" / "man1" / f"{NAME}.1.gz"),
    ):
        if shutil.which(command[0]) is None:
            _not_tried(f"validating {Path(command[-1]).name}", command[0])
            continue
        # A search path that has the folder, without which the MIME database complains.
        environment = _ENVIRONMENT | {"XDG_DATA_DIRS": str(share)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        # man and desktop-file-validate end with 0 also where they warn.
        said = done.stderr + (done.stdout if command[0].startswith("desktop") else "")
        if done.returncode or said:
            raise SystemExit(f"{' '.join(map(str, command))}:\n{done.stdout}\n{done.stderr}")
    if shutil.which("update-mime-database"):
        known = (mime / "globs2").read_text("utf-8")
        if f"application/x-{NAME}-project:catalog.sqlite3" not in known:
            raise SystemExit("the MIME type of projects is not known by the name of their catalog")
    icons = share / "icons" / "hicolor"
    for side in ICON_SIDES:
        with Image.open(icons / f"{side}x{side}" / "apps" / f"{NAME}.png") as icon:
            if icon.size != (side, side) or icon.convert("RGBA").getbbox() is None:
                raise SystemExit(f"the icon of {side} pixels is {icon.size}, or empty")
    if not (icons / "scalable" / "apps" / f"{NAME}.svg").is_file():
        raise SystemExit("the icon of any size is missing")


def _install(package: Path, root: Path) -> dict[str, object]:
    """Install the package into a Debian of its own, go through the job there, and purge it."""
    _make_debian(root)
    before = _files(root)
    shutil.copy(package, root / package.name)
    apt = ("chroot", root, "apt-get", "-qq", "-y", "--no-install-recommends")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    _run(*apt, "install", f"/{package.name}", cwd=root, env=quiet)
    (root / package.name).unlink()
    (root / "home" / "try").mkdir()

    def program(*arguments: object, **environment: str) -> list[str]:
        told = [f"{name}={value}" for name, value in (_ENVIRONMENT | environment).items()]
        apart = ["unshare", "--net", "--mount", "--", "sh", "-ec", _ENTER, root]
        return list(map(str, [*apart, *told, "env", "-C", "/home/try", NAME, *arguments]))

    figures = _whole_job(program, root / "home" / "try")
    users = _files(root / "home")
    _run("chroot", root, "dpkg", "--purge", NAME, cwd=root, env=quiet)
    left = {file for file in _files(root) - before if NAME in file.as_posix()}
    if any(not file.is_relative_to("home") for file in left):
        raise SystemExit(f"purging the package leaves {sorted(left)[:5]} behind")
    if _files(root / "home") != users:
        raise SystemExit("purging the package takes the user's data along")
    return figures


def _make_debian(root: Path) -> None:
    """A Debian with the essential packages only, of this machine's release and source."""
    told = Path("/etc/os-release").read_text("utf-8")
    [release] = re.findall(r"^VERSION_CODENAME=(\S+)", told, re.M)
    listed = ("apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages")
    source = _run(*listed, cwd=ROOT).split("\n")[0]
    kept = BUILD / f"{release}.tar"
    if not kept.is_file():
        _run("debootstrap", "--variant=minbase", release, root, source, cwd=ROOT)
        _run("tar", "-C", root, "-cf", kept, ".", cwd=ROOT)
    else:
        root.mkdir()
        _run("tar", "-C", root, "-xf", kept, cwd=ROOT)


def _whole_job(program: Program, place: Path) -> dict[str, object]:
    """From a folder of images to a trained model and its exports, then the window.

    `program` gives the command that runs the program in the folder `place`, with arguments and
    environment; all paths are relative to it.
    """

    def run(*arguments: object) -> str:
        return _run(*program(*arguments), cwd=ROOT)

    began = time.monotonic()
    run("--version")
    figures: dict[str, object] = {"version s": round(time.monotonic() - began, 2)}
    run("doctor")
    run("sample", "archive")
    archive = place / "archive"
    image = next(archive.rglob("*.jpg"))
    heic = image.with_suffix(".heic")
    with Image.open(image) as picture:
        pillow_heif.from_pillow(picture.convert("RGB")).save(heic)
    report = json.loads(run("index", "archive", "--project", "project", "--json"))
    if report["failed"] or report["images"] < 200:
        raise SystemExit(f"the program has indexed {report}")
    _write_groups(archive, place / "groups.csv")
    run("import-groups", "project", "groups.csv")
    for depth in ("head", "top"):
        trained = json.loads(run("train", "project", "--depth", depth, "--json"))
        figures[f"train {depth} s"] = trained["seconds"]
    found = json.loads(run("query", "project", heic.relative_to(place), "-k", 5, "--json"))
    names = [result["path"] for result in found["results"]]
    if len(names) != 5 or image.relative_to(archive).as_posix() != names[0]:
        raise SystemExit(f"the program takes {names} for like {image.name} as HEIC")
    run("export-model", "project", trained["model"], "model.keras")
    run("export-embeddings", "project", "embeddings.parquet")
    rows = pyarrow.parquet.read_table(place / "embeddings.parquet").num_rows
    if rows != report["images"] or not (place / "model.keras").is_file():
        raise SystemExit(f"the program has exported {rows} of {report['images']} embeddings")
    return figures | {"window s": _open_window(program)}


def _open_window(program: Program) -> float:
    """Seconds until the window shows the archive's name, opened as file managers open a project."""
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        _not_tried("the window", "Xvfb or xdotool")
        return 0.0
    with x_server() as desktop:
        command = program(
            "project/catalog.sqlite3", DISPLAY=desktop["DISPLAY"], QT_QPA_PLATFORM="xcb"
        )
        search = ["xdotool", "search", "--onlyvisible", "--name", "^archive "]
        began = time.monotonic()
        with subprocess.Popen(command) as window:
            try:
                while subprocess.run(search, env=desktop, capture_output=True).returncode:
                    if window.poll() is not None or time.monotonic() - began > _START_SECONDS:
                        raise SystemExit("the window of the program does not come")
                return round(time.monotonic() - began, 2)
            finally:
                window.terminate()


def _write_groups(archive: Path, target: Path) -> None:
    """A curator's marks: twelve of each kind, as the sample's own labels tell."""
    rows = (archive / "labels.csv").read_text("utf-8-sig").splitlines()
    marked: dict[str, list[str]] = {}
    for path, label in (row.rsplit(",", 1) for row in rows[1:]):
        marked.setdefault(label, []).append(path)
    lines = [f"{path},{kind}" for kind, paths in marked.items() for path in paths[:12]]
    target.write_text("\n".join(["path,group", *lines]), "utf-8")


def _pins(constraints: Path) -> list[str]:
    """The pinned versions without their hashes and extras, which constraints must not have."""
    names = [line.split(" \\")[0] for line in constraints.read_text("utf-8").splitlines()]
    pinned = [name for name in names if name[:1].isalnum() and "==" in name]
    return [re.sub(r"^([^=\[]+)\[[^\]]*\]", r"\1", name) for name in pinned]


def _may_separate() -> bool:
    return shutil.which("unshare") is not None and os.geteuid() == 0


def _not_tried(what: str, *lacking: str) -> None:
    print(f"NOT TRIED: {what}, for lack of {' or '.join(lacking)}.", file=sys.stderr)


def _files(root: Path) -> set[Path]:
    return {file.relative_to(root) for file in root.rglob("*")}


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
            print(f"{name}: {json.dumps(CHECKS[name](Path(folder)))}", flush=True)


if __name__ == "__main__":
    main()
