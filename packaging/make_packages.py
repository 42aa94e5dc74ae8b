"""Builds the packages into `dist`: `python packaging/make_packages.py [wheel] [frozen] [deb]`.

Without a name all three. `wheel` is the same to the byte whenever it is made of the same files,
`frozen` a folder that needs neither Python nor a network, `deb` the same for Debian. How each is
tried is in check.py.
"""

import argparse
import gzip
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

from manpage import man_page

from archive_gui import __version__

ROOT = Path(__file__).parents[1]
LINUX = ROOT / "packaging" / "linux"
DIST, BUILD = ROOT / "dist", ROOT / "build"
NAME = "archive-gui"
ICON_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
_STRIPPED = ("tensorflow/**/", "pyarrow/", "ai_edge_litert/", "hnswlib", "libpython")
# What the frozen folder does not carry: the C library of the Debian that it is built on, what a
# desktop has in its own way, and data that the folder's libraries read where Debian keeps them.
DEPENDS = (
    "libc6 (>= 2.36), libegl1, libgl1, libxcb1, libwayland-client0, libwayland-cursor0, "
    "libwayland-egl1, fontconfig-config, fonts-dejavu-core, xkb-data"
)


def build_wheel() -> Path:
    """The wheel, with all resources inside."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(_moment())}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(DIST)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return DIST / f"archive_gui-{__version__}-py3-none-any.whl"


def build_frozen() -> Path:
    """The program with its Python and all libraries, as a folder."""
    command = [_freezer(), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", DIST, "--workpath", BUILD / "pyinstaller"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    recipe = ROOT / "packaging" / f"{NAME}.spec"
    subprocess.run([*command, recipe], cwd=ROOT, env=environment, check=True)
    if shutil.which("strip"):
        # Symbols that only debuggers read: a fifth of TensorFlow. Libraries of other packages were
        # changed after they were linked, and do not outlive it.
        inside = DIST / NAME / "_internal"
        found = (inside.glob(f"{name}*.so*") for name in _STRIPPED)
        libraries = {file.resolve() for files in found for file in files}
        subprocess.run(["strip", "--strip-unneeded", *sorted(libraries)], check=True)
    return DIST / NAME


def _freezer() -> Path:
    """The Python of an environment that holds what is frozen, by packaging/frozen.txt alone."""
    folder, pins = BUILD / "freezer", ROOT / "packaging" / "frozen.txt"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = folder / pins.name
    if ready.is_file() and ready.read_bytes() == pins.read_bytes():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    # hnswlib is compiled here, for any processor that runs TensorFlow; what pip may have kept of
    # it is for this one only.
    environment = os.environ | {"HNSWLIB_NO_NATIVE": "1"}
    if sys.platform == "linux" and platform.machine() == "x86_64":
        environment["CXXFLAGS"] = "-mavx"
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    install += ["--no-cache-dir", "--require-hashes", "-r", pins]
    subprocess.run(install, env=environment, check=True)
    shutil.copy(pins, ready)
    return python


def build_deb() -> Path:
    """The frozen folder as a Debian package, with its entry in menus and its manual page."""
    frozen = DIST / NAME
    if not frozen.is_dir():
        build_frozen()
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    share = tree / "usr" / "share"
    shutil.copytree(frozen, tree / "usr" / "lib" / NAME, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    _put(share / "applications" / f"{NAME}.desktop", (LINUX / f"{NAME}.desktop").read_bytes())
    _put(share / "mime" / "packages" / f"{NAME}.xml", (LINUX / f"{NAME}.xml").read_bytes())
    _put(share / "doc" / NAME / "copyright", (LINUX / "copyright").read_bytes())
    _put(share / "doc" / NAME / "changelog.gz", _packed((ROOT / "CHANGELOG.md").read_bytes()))
    _put(share / "man" / "man1" / f"{NAME}.1.gz", _packed(man_page(_day()).encode()))
    told = next(LINUX.glob("*.metainfo.xml"))
    text = told.read_text("utf-8").replace("@VERSION@", __version__).replace("@DATE@", _day())
    _put(share / "metainfo" / told.name, text.encode())
    _draw_icons(share / "icons" / "hicolor")
    architecture = _said("dpkg", "--print-architecture")
    size = sum(f.lstat().st_size for f in tree.rglob("*")) // 1024
    control = (
        f"Package: {NAME}\nVersion: {__version__}\nArchitecture: {architecture}\n"
        "Maintainer: The developers of archive-gui <archive-gui@localhost>\n"
        f"Installed-Size: {size}\nDepends: {DEPENDS}\nSection: graphics\nPriority: optional\n"
        "Description: teach a computer what similar means in your picture archive\n"
        " Fine-tunes a network on what an archivist marked as alike and not alike,\n"
        " and finds the nearest neighbours of any image.\n"
    )
    _put(tree / "DEBIAN" / "control", control.encode())
    target = DIST / f"{NAME}_{__version__}_{architecture}.deb"
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(_moment())}
    # A tenth larger than by xz, and made and unpacked much sooner.
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", tree, target]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return target


def _draw_icons(folder: Path) -> None:
    source = ROOT / "resources" / "icons" / f"{NAME}.svg"
    _put(folder / "scalable" / "apps" / f"{NAME}.svg", source.read_bytes())
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication([])
    for side in ICON_SIDES:
        target = folder / f"{side}x{side}" / "apps" / f"{NAME}.png"
        target.parent.mkdir(parents=True)
        QIcon(str(source)).pixmap(side, side).save(str(target))
    application.shutdown()


def _put(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _said(*command: str) -> str:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


def _moment() -> int:
    """When the last change was made, so that the same state gives the same packages."""
    return int(_said("git", "log", "-1", "--format=%ct"))


def _day() -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(_moment()))


PACKAGES = {"wheel": build_wheel, "frozen": build_frozen, "deb": build_deb}


def main() -> None:
    """Build what is asked for and say where it lies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", nargs="*", choices=[*PACKAGES, []], metavar="PACKAGE")
    for name in parser.parse_args().packages or PACKAGES:
        print(PACKAGES[name]())


if __name__ == "__main__":
    main()
