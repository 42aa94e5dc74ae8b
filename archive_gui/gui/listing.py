"""What an archive holds, as the window lists it; without Qt, so that it can begin before it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import count_files, images_by_id, list_images
from archive_gui.catalog.journal import redo_label, undo_label
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Grouping, ImageRecord, Role
from archive_gui.catalog.telling import CatalogUnavailable
from archive_gui.gui.grid.arrange import in_name_order
from archive_gui.gui.grid.contents import Contents, searchable

if TYPE_CHECKING:
    from archive_gui.catalog.properties import PropertyName

_IN_HAND = "grouping_in_hand"
_FREED_AT_ONCE = 1000
# So many are listed in a moment; of more, those come first that fill the largest screen.
_FEW, _FIRST = 1000, 300
_FIRST_IMAGES, _LISTED = "first_images", "listed_images"


@dataclass(frozen=True)
class MarksState:
    """All groupings, and what undo and redo would do, as the catalog has them at one moment.

    `in_hand` is the grouping that was in hand when that was last remembered.
    """

    groupings: tuple[Grouping, ...]
    undo: str | None
    redo: str | None
    in_hand: int | None = None


def read_marks(project: Project) -> MarksState:
    """Read the groupings and the undo labels; for a job in the catalog lane."""
    return MarksState(
        tuple(list_groupings(project)),
        undo_label(project),
        redo_label(project),
        next(iter(project.numbers(_IN_HAND)), None),
    )


def remember_in_hand(project: Project, grouping: int | None) -> None:
    """Have the project remember the grouping in hand; for a job in the catalog lane."""
    project.set_setting(_IN_HAND, "" if grouping is None else str(grouping))


@dataclass(frozen=True)
class Listing:
    """The images of an archive: all by their ids, and those that are there as the grid shows them.

    `contents` has them in the order of their names; `columns` are the names of what other programs
    know of them. `more` is how many are there besides, while only the first are listed.
    """

    images: dict[int, ImageRecord]
    contents: Contents
    columns: tuple[PropertyName, ...] = ()
    more: int = 0


def list_in_order(project: Project) -> Listing:
    """List the images as the catalog knows them; for a job, since it takes a while."""
    listing = _listed(project)
    listing.contents.make_columns()
    _remember_first(project, listing)
    return listing


def list_first(project: Project, marks: MarksState) -> Listing:
    """As many images as a moment allows, the first ones by name, and marked ones; for a job.

    Which they are, and how many there are, was noted when all were listed, so that they are those
    of that time.
    """
    noted, there = project.numbers(_FIRST_IMAGES), sum(project.numbers(_LISTED)[:1])
    if not noted or there <= _FEW:
        there, missing = count_files(project)
        if there + missing <= _FEW:
            return _listed(project)
    first = images_by_id(project, noted[:_FIRST])
    contents = Contents(in_name_order(image for image in first.values() if not image.missing))
    members = (image for each in marks.groupings for image in roles_in(each))
    marked = images_by_id(project, islice(members, _FEW))
    return Listing(first | marked, contents, more=max(0, there - len(contents)))


def _listed(project: Project) -> Listing:
    from archive_gui.catalog.properties import property_names, property_words

    images = in_name_order(list_images(project, missing=True))
    words = {image: searchable(words) for image, words in property_words(project).items()}
    contents = Contents([image for image in images if not image.missing], words)
    columns = tuple(property_names(project))
    return Listing({image.id: image for image in images}, contents, columns)


def _remember_first(project: Project, listing: Listing) -> None:
    images = listing.contents.images
    many = len(images) > _FEW
    first = " ".join(str(image.id) for image in images[:_FIRST]) if many else ""
    for key, value in ((_FIRST_IMAGES, first), (_LISTED, str(len(images)) if many else "")):
        if not project.read_only and (project.setting(key) or "") != value:
            # A full disk costs a moment at the next start, not the list.
            with contextlib.suppress(CatalogUnavailable):
                project.set_setting(key, value)


def let_go(former: list[Listing]) -> None:
    """Empty the list, and free the records that nobody else has; for a job.

    All threads wait while Python frees a container, which takes 30 ms of 100,000 records; so they
    go a few at a time.
    """
    records = [image for listing in former for image in listing.images.values()]
    former.clear()
    while records:
        del records[-_FREED_AT_ONCE:]


def members_as(grouping: Grouping, role: Role) -> tuple[int, ...]:
    """The images that have a role in a grouping."""
    match role:
        case Role.ANCHOR:
            return (grouping.anchor,)
        case Role.POSITIVE:
            return grouping.positives
        case Role.NEGATIVE:
            return grouping.negatives


def roles_in(grouping: Grouping) -> dict[int, Role]:
    """The role of each image of a grouping, anchor first."""
    return {image: role for role in Role for image in members_as(grouping, role)}
