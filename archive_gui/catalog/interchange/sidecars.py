"""XMP sidecars: what is known of an image and its groupings, in a file called after the image's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from archive_gui import __version__
from archive_gui.catalog.exporting import exported, require_outside
from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.marks import Mark, all_marks
from archive_gui.catalog.project import Project, now
from archive_gui.catalog.properties import JOINT, all_properties
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError
from archive_gui.progress import Progress
from archive_gui.words import say

# How XMP keeps those elements of Dublin Core that a person may have described an image by.
_DUBLIN_CORE = {
    **dict.fromkeys(("title", "description", "rights"), "Alt"),
    **dict.fromkeys(("creator", "date"), "Seq"),
    **dict.fromkeys(("contributor", "publisher", "relation", "type", "language"), "Bag"),
    **dict.fromkeys(("coverage", "identifier", "source"), ""),
}
_OURS = "urn:archive-gui:xmp:1:"
_TOOL = "archive-gui"
# Where a file tells which program wrote it.
_HEAD = 400
# What XML 1.0 cannot say, not even escaped.
_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class SidecarReport:
    """How many sidecars are written, and the files of other programs that were left alone."""

    written: int
    left: tuple[str, ...]


def export_sidecars(
    project: Project, folder: Path, progress: Progress | None = None
) -> SidecarReport:
    """Write an XMP file for every image that has a mark or metadata, below `folder`.

    They are called as the images with `.xmp` behind, in the same folders. A file that another
    program has written there stays. Raises ArchiveError when `folder` lies in the archive folder
    or in the project, or cannot be written.
    """
    told = progress or Progress()
    require_outside(project, folder)
    with project.snapshot():
        marks: dict[int, list[Mark]] = defaultdict(list)
        for mark in all_marks(project):
            marks[mark.image.id].append(mark)
        known = all_properties(project)
        images = [i for i in list_images(project) if i.id in marks or i.id in known]
    written, left = 0, []
    for done, image in enumerate(images):
        told.check()
        told.report(done, len(images), say("Writing sidecars"))
        target = folder / f"{image.path}.xmp"
        if _is_foreign(target):
            left.append(f"{image.path}.xmp")
            continue
        require_outside(project, target)
        _make_folder(target.parent)
        with exported(project, target) as temporary:
            temporary.write_text(sidecar(known.get(image.id, {}), marks[image.id]), "utf-8")
        written += 1
    told.report(len(images), len(images), say("Writing sidecars"))
    return SidecarReport(written, tuple(left))


def sidecar(properties: Mapping[str, str], marks: Iterable[Mark]) -> str:
    """The XMP of one image: Dublin Core where a property is one of its elements, and all of it."""
    parts = [*_dublin_core(properties, marks), *_ours(properties, marks)]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="{_TOOL} {__version__}">\n'
        ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '  <rdf:Description rdf:about=""\n'
        '    xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        '    xmlns:xmp="http://ns.adobe.com/xap/1.0/"\n'
        f'    xmlns:archive="{_OURS}">\n'
        f"   <xmp:MetadataDate>{now()}</xmp:MetadataDate>\n"
        + "".join(f"   {part}\n" for part in parts)
        + '  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>\n'
    )


def _dublin_core(properties: Mapping[str, str], marks: Iterable[Mark]) -> Iterator[str]:
    subjects = [m.grouping.name for m in marks if m.role is not Role.NEGATIVE]
    seen: set[str] = set()
    for name, value in properties.items():
        element = re.split(r"[:.]", name)[-1].strip().casefold()
        if element == "subject":
            subjects += value.split(JOINT)
        elif element in _DUBLIN_CORE and element not in seen:
            seen.add(element)
            yield f"<dc:{element}>{_value(_DUBLIN_CORE[element], value)}</dc:{element}>"
    if subjects:
        items = "".join(f"<rdf:li>{_said(each)}</rdf:li>" for each in dict.fromkeys(subjects))
        yield f"<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>"


def _value(kind: str, value: str) -> str:
    match kind:
        case "":
            return _said(value)
        case "Alt":
            return f'<rdf:Alt><rdf:li xml:lang="x-default">{_said(value)}</rdf:li></rdf:Alt>'
        case _:
            items = "".join(f"<rdf:li>{_said(each)}</rdf:li>" for each in value.split(JOINT))
            return f"<rdf:{kind}>{items}</rdf:{kind}>"


def _ours(properties: Mapping[str, str], marks: Iterable[Mark]) -> Iterator[str]:
    kept = [{"name": name, "value": value} for name, value in properties.items()]
    said = [
        {
            "grouping": mark.grouping.name,
            "mark": mark.role.value,
            "who": mark.author.who,
            "when": mark.author.when,
        }
        for mark in marks
    ]
    for name, structures in (("properties", kept), ("marks", said)):
        if structures:
            items = "".join(
                '<rdf:li rdf:parseType="Resource">'
                + "".join(f"<archive:{k}>{_said(v)}</archive:{k}>" for k, v in each.items() if v)
                + "</rdf:li>"
                for each in structures
            )
            yield f"<archive:{name}><rdf:Bag>{items}</rdf:Bag></archive:{name}>"


def _said(text: str) -> str:
    return escape(_UNSAYABLE.sub("", text))


def _is_foreign(target: Path) -> bool:
    """Whether a file is there already that another program has written."""
    try:
        with target.open("rb") as opened:
            return f'x:xmptk="{_TOOL} '.encode() not in opened.read(_HEAD)
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            say(
                "The folder {folder} cannot be made ({why}); choose another place.",
                folder=folder,
                why=error.strerror,
            )
        ) from error
