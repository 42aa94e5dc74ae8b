"""All marks of all groupings in a row, each with its image, for whoever writes them out."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import list_images
from archive_gui.catalog.interchange.authorship import Author, authors_of_marks
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Grouping, ImageRecord, Role


@dataclass(frozen=True, slots=True)
class Mark:
    """What an image is to a grouping, and who said so when."""

    grouping: Grouping
    image: ImageRecord
    role: Role
    author: Author


def all_marks(project: Project) -> Iterator[Mark]:
    """The marks, grouping by grouping: its anchor, its positives, its negatives, each by path."""
    images = {image.id: image for image in list_images(project, missing=True)}
    authors = authors_of_marks(project)
    nobody = Author("", "")
    for grouping in list_groupings(project):
        for role, members in (
            (Role.ANCHOR, (grouping.anchor,)),
            (Role.POSITIVE, grouping.positives),
            (Role.NEGATIVE, grouping.negatives),
        ):
            for image in sorted((images[member] for member in members), key=lambda i: i.path):
                author = authors.get((grouping.id, image.id), nobody)
                yield Mark(grouping, image, role, author)
