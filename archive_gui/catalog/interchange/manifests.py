"""IIIF manifests (Presentation 2 and 3): what they tell of their images, and which these are."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from archive_gui.catalog.interchange.finding import ImageFinder
from archive_gui.catalog.interchange.metadata import MetadataReport
from archive_gui.catalog.project import Project
from archive_gui.catalog.properties import all_properties, put_properties
from archive_gui.catalog.tables import LineError, told_unreadable, writable
from archive_gui.catalog.triplets import Skipped
from archive_gui.errors import ArchiveError
from archive_gui.words import say

_TAG = re.compile(r"<[^<>]*>")
# What the Image API writes behind an image's identifier: region, size, rotation, quality.
_REQUEST = re.compile(r"/(?:full|square|\d+,\d+,\d+,\d+|pct:[^/]+)/[^/]+/!?[\d.]+/[a-z]+\.\w+$")
_UNSAFE = re.compile(r"[^\w.-]+")
_ENDING = re.compile(r"\.(jpe?g|tiff?|png|gif|webp|jp2|jpx|hei[cf]|avif|bmp)$", re.IGNORECASE)
# Bytes of a name without its ending, which file systems take.
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class Canvas:
    """A page of a manifest.

    `number` counts from 1; `address` is where its image lies, `service` where the Image API
    serves it, each "" where the manifest does not say, as `side`, the image's longer one in
    pixels, is then 0. `values` are what it says of it by name.
    """

    number: int
    label: str
    address: str
    service: str
    side: int
    values: dict[str, tuple[str, ...]]

    @property
    def file_name(self) -> str:
        """A file name for the image, without ending: its number, and what identifies it."""
        name = safe_name(_ENDING.sub("", self.names[0]))
        number = f"{self.number:04}"
        return number if name in ("", number) else f"{number}-{name}"

    def requests(self, largest: int | None = None) -> list[str]:
        """The addresses to ask for the image, the best first.

        With `largest` it is to have no side of more pixels, where its server makes smaller ones.
        """
        whole = [f"{self.service}/full/{size}/0/default.jpg" for size in ("max", "full")]
        found = [self.address, *(whole if self.service else [])]
        if largest is not None and self.service and not 0 < self.side <= largest:
            found.insert(0, f"{self.service}/full/!{largest},{largest}/0/default.jpg")
        return [each for each in dict.fromkeys(found) if each]

    @property
    def names(self) -> list[str]:
        """By what a file of the image may be called, the surest first."""
        image = _REQUEST.sub("", self.address)
        ends = [unquote(_last(each)) for each in (self.service, image)]
        found = [each for each in (*ends, self.label) if each]
        return found or [f"{self.number:04}"]


def safe_name(text: str) -> str:
    """What is left of a text in the name of a file, which leads nowhere; "" if nothing is."""
    name = _UNSAFE.sub("_", text).strip("._").encode()[:_LONGEST].decode(errors="ignore")
    return name.rstrip("._")


def import_manifest(project: Project, file: Path, *, new_only: bool = False) -> MetadataReport:
    """Keep what a manifest tells of those of its images that are in the archive.

    They are known by the identifier of the image, by the name of its file, or by the label of the
    canvas, each with or without ending; beside a manifest that lies in the archive, by the name
    that :attr:`Canvas.file_name` gives. Canvases whose image is not there are reported by their
    number. With `new_only`, images of which anything is known already stay as they are. Raises
    ArchiveError when the file cannot be read or is no manifest.
    """
    project.require_curator()
    with told_unreadable(file):
        content = file.read_bytes()
    canvases = read_manifest(content, file.name)
    finder = ImageFinder(project)
    known = all_properties(project) if new_only else {}
    beside = _place_in(project, file.parent)
    told: dict[int, dict[str, tuple[str, ...]]] = {}
    skipped = []
    for canvas in canvases:
        image = _image_of(canvas, finder, beside)
        if image is None:
            reason = say("{file} is no image of the archive", file=canvas.names[0])
            skipped.append(Skipped(canvas.number, reason))
        elif image not in known:
            told[image] = canvas.values
    with project.transaction() as connection:
        changed = sum(put_properties(connection, image, each) for image, each in told.items())
    columns = tuple(dict.fromkeys(name for values in told.values() for name in values))
    return MetadataReport(len(told), changed, "", columns, tuple(skipped))


def read_manifest(content: bytes, name: str) -> list[Canvas]:
    """The canvases of a manifest; ArchiveError when `content`, called `name`, is none."""
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        manifest = None
    match manifest:
        case {"items": list(items)} if manifest.get("type") == "Manifest":
            pages = items
        case {"sequences": [{"canvases": list(items)}, *_]}:
            pages = items
        case _:
            raise ArchiveError(
                say(
                    "The file {file} is no IIIF manifest of version 2 or 3; save the manifest of "
                    "one work, not of a collection.",
                    file=name,
                )
            )
    common = {"Manifest": _texts(manifest.get("label")), **_metadata(manifest)}
    return [
        _canvas(number, page, common)
        for number, page in enumerate(pages, start=1)
        if isinstance(page, dict)
    ]


def _canvas(number: int, page: dict[str, Any], common: dict[str, tuple[str, ...]]) -> Canvas:
    label = _texts(page.get("label"))
    values = {**common, "Label": label, **_metadata(page)}
    resource = next(_resources(page), {})
    services = resource.get("service")
    service = services[0] if isinstance(services, list) and services else services
    return Canvas(
        number,
        " ".join(label),
        _id(resource),
        _id(service).rstrip("/"),
        max(_pixels(resource.get("width")), _pixels(resource.get("height"))),
        {name: each for name, each in values.items() if name and each},
    )


def _resources(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The images of a canvas in either version."""
    for image in _dicts(page.get("images")):
        yield from _dicts(image.get("resource"))
    for annotations in _dicts(page.get("items")):
        for annotation in _dicts(annotations.get("items")):
            for body in _dicts(annotation.get("body")):
                yield from _dicts(body.get("items")) if body.get("type") == "Choice" else [body]


def _metadata(told: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    pairs = [
        *_dicts(told.get("metadata")),
        {"label": "Summary", "value": told.get("summary") or told.get("description")},
        {"label": "Rights", "value": told.get("rights") or told.get("license")},
        {"label": "Attribution", "value": told.get("attribution")},
        *_dicts(told.get("requiredStatement")),
    ]
    for pair in pairs:
        name = " ".join(_texts(pair.get("label")))
        if texts := _texts(pair.get("value")):
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *texts)))
    return found


def _texts(value: object) -> tuple[str, ...]:
    """The texts of a value in either version, of several languages those of the first."""
    match value:
        case str():
            plain = " ".join(html.unescape(_TAG.sub("", value)).replace("\0", "").split())
            plain = writable(plain)
            return (plain,) if plain else ()
        case int() | float():
            return (str(value),)
        case list():
            return tuple(text for each in value[:1000] for text in _flat(each))
        case {"@value": told}:
            return _flat(told)
        case dict():
            return next((_texts(each) for each in value.values() if isinstance(each, list)), ())
    return ()


def _flat(value: object) -> tuple[str, ...]:
    """The texts of a value that holds no list, which a manifest nests nowhere."""
    return () if isinstance(value, list) else _texts(value)


def _dicts(value: object) -> list[dict[str, Any]]:
    every = value if isinstance(value, list) else [value]
    return [each for each in every if isinstance(each, dict)]


def _id(told: object) -> str:
    if isinstance(told, dict):
        told = told.get("id") or told.get("@id")
    return told if isinstance(told, str) else ""


def _pixels(value: object) -> int:
    return value if isinstance(value, int) else 0


def _last(address: str) -> str:
    try:
        return urlsplit(address).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""


def _place_in(project: Project, folder: Path) -> str | None:
    """A folder's path in the archive with a slash at its end, None where it lies elsewhere."""
    folder, archive = folder.absolute(), project.archive
    if not folder.is_relative_to(archive):
        return None
    return "".join(f"{part}/" for part in folder.relative_to(archive).parts)


def _image_of(canvas: Canvas, finder: ImageFinder, beside: str | None) -> int | None:
    fetched = [] if beside is None else [f"{beside}{canvas.file_name}"]
    for name in (*fetched, *canvas.names, safe_name(canvas.names[0])):
        try:
            return finder.find(name)
        except LineError:
            continue
    return None
