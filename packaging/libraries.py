"""Lists in the manuals what the program is built on: `make libraries`.

All packages that it needs, and theirs, with the versions of constraints.txt and with the licences
that are known here or that the packages themselves tell.
"""

import itertools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from archive_gui.operations.licences import COMPONENTS

ROOT = Path(__file__).resolve().parents[1]
MANUALS = ROOT / "resources" / "manual"
PINS = ROOT / "packaging" / "constraints.txt"
CLUSTER = "cluster"
# What packages call their licences where it is no SPDX expression.
_SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD 3-Clause": "BSD-3-Clause",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# From the licence files of packages that name none elsewhere.
_LICENCES = {each.package: each.licence for each in COMPONENTS} | {"namex": "Apache-2.0"}
_PLATFORMS = (("linux", "Linux"), ("darwin", "Darwin"), ("win32", "Windows"))
_PYTHONS = ("3.11", "3.12", "3.13")


@dataclass(frozen=True)
class Words:
    """What stands around the lists in one language."""

    title: str
    explanation: str
    always: str
    cluster: str
    heads: tuple[str, str, str]


WORDS = {
    "manual.html": Words(
        "What it is built on",
        "Versions as they are pinned and tried, each by the digest of its file; where there are "
        "two, the second is for Python 3.12 and later. The licence texts lie beside the packages.",
        "All that the program needs, and what that needs:",
        "Only with <code>archive-gui[cluster]</code>:",
        ("Package", "Version", "Licence"),
    ),
    "manual_de.html": Words(
        "Worauf es aufbaut",
        "Die Versionen sind festgelegt und so erprobt, jede mit der Prüfsumme ihrer Datei; wo zwei "
        "stehen, ist die zweite für Python 3.12 und neuer. Die Lizenztexte liegen bei den Paketen.",
        "Alles, was das Programm braucht, und was dieses braucht:",
        "Nur mit <code>archive-gui[cluster]</code>:",
        ("Paket", "Version", "Lizenz"),
    ),
    "manual_fr.html": Words(
        "Ce sur quoi il repose",
        "Les versions sont fixées et éprouvées telles quelles, chacune par l\u2019empreinte de son "
        "fichier\u202f; là où il y en a deux, la seconde vaut pour Python 3.12 et les suivants. "
        "Les textes des licences accompagnent les paquets.",
        "Tout ce dont le programme a besoin, et ce dont cela a besoin\u00a0:",
        "Seulement avec <code>archive-gui[cluster]</code>\u00a0:",
        ("Paquet", "Version", "Licence"),
    ),
}
_PIN = re.compile(r"^([\w.-]+)(?:\[.*?\])?==(\S+)", re.MULTILINE)
_SECTION = re.compile(r"\n<h2 id=\"libraries\">.*?(?=</body>)", re.DOTALL)


def pins() -> dict[str, list[str]]:
    """The pinned versions of every package, by its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, version in re.findall(
        r"^([\w.-]+)(?:\[.*?\])?==(\S+)", PINS.read_text("utf-8"), re.M
    ):
        found[canonicalize_name(name)].append(version)
    return found


def needed(requirements: Iterable[str]) -> set[str]:
    """The names of all packages that these need, and that those need, on any system."""
    waiting = list(_wanted(requirements, frozenset()))
    found: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in found:
            continue
        found.add((name, extras))
        try:
            waiting += _wanted(distribution(name).requires or (), extras)
        except PackageNotFoundError:
            # Of another system; what it needs in turn is pinned for that.
            continue
    return {name for name, _ in found} & set(pins())


def _wanted(
    requirements: Iterable[str], extras: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for each in map(Requirement, requirements):
        if each.marker is None or any(map(each.marker.evaluate, _environments(extras))):
            yield canonicalize_name(each.name), frozenset(each.extras)


def _environments(extras: frozenset[str]) -> Iterator[dict[str, str]]:
    """Every system that the program is for, with each of a package's chosen extras."""
    for (platform, system), python in itertools.product(_PLATFORMS, _PYTHONS):
        for extra in extras or {""}:
            yield {
                "sys_platform": platform,
                "platform_system": system,
                "python_version": python,
                "python_full_version": f"{python}.0",
                "extra": extra,
            }


def licence(package: str) -> str:
    """The licence of a package in the words of SPDX; empty where none is known."""
    if package in _LICENCES:
        return _LICENCES[package]
    try:
        told = distribution(package).metadata
    except PackageNotFoundError:
        return ""
    if expression := told.get("License-Expression"):
        return expression
    # Some put the whole text of the licence there.
    name = next(iter((told.get("License") or "").strip().splitlines()), "")
    classes = [each.rsplit(" :: ", 1)[-1] for each in told.get_all("Classifier") or ()]
    known = [_SPDX[each] for each in (name, *classes) if each in _SPDX]
    return known[0] if known else name


def lists() -> tuple[set[str], set[str]]:
    """The names of the packages that are always needed, and of those for a cluster only."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    always = needed(project["dependencies"])
    return always, needed(project["optional-dependencies"][CLUSTER]) - always


def with_libraries(manual: str, words: Words) -> str:
    """The text of a manual with the lists as its last section."""
    always, cluster = lists()
    section = "\n".join(
        [
            f'\n<h2 id="libraries">{words.title}</h2>',
            f"<p>{words.explanation}</p>",
            f"<p>{words.always}</p>",
            *_table(always, words),
            f"<p>{words.cluster}</p>",
            *_table(cluster, words),
            "",
        ]
    )
    bare = _SECTION.sub("", manual)
    return bare.replace("</body>", f"{section}</body>")


def _table(packages: Iterable[str], words: Words) -> Iterator[str]:
    versions = pins()
    yield '<table cellpadding="3">'
    yield "<tr>" + "".join(f'<th align="left">{head}</th>' for head in words.heads) + "</tr>"
    for name in sorted(packages):
        cells = (name, ", ".join(versions[name]), licence(name))
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
    yield "</table>"


def main() -> None:
    """Write the lists into all manuals."""
    for name, words in WORDS.items():
        file = MANUALS / name
        file.write_text(with_libraries(file.read_text("utf-8"), words), "utf-8")


if __name__ == "__main__":
    main()
