"""What a training will do and how long it will take, in words."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from archive_gui.catalog.records import Grouping
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.estimating import Paces, estimate_training


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)


def marked_images(groupings: Collection[Grouping]) -> int:
    """How many images are marked, each counted once."""
    return len({i for g in groupings for i in (g.anchor, *g.positives, *g.negatives)})


def plan_in_words(
    groupings: Collection[Grouping], archive: int, settings: TrainingSettings, paces: Paces
) -> str:
    """What a training with these settings learns from, makes and prepares; about how long each."""
    images = marked_images(groupings)
    found = estimate_training(settings.depth, images, archive, epochs=settings.epochs, paces=paces)
    learns = _tr("Learns from 1 grouping with {images:,} images.")
    if len(groupings) != 1:
        learns = _tr("Learns from {groupings:,} groupings with {images:,} images.")
    makes = _tr("A quick model takes about {quick}.")
    if settings.depth is Depth.TOP:
        makes = _tr("A quick model takes about {quick}, a thorough one about {thorough} more.")
    elif settings.depth is Depth.FULL:
        makes = _tr("A quick model takes about {quick}, the whole network about {thorough} more.")
    prepares = _tr("Then {archive:,} images are made ready in about {prepare}.")
    return " ".join((learns, makes, prepares)).format(
        groupings=len(groupings),
        images=images,
        archive=archive,
        quick=about(found.quick),
        thorough=about(found.thorough or 0.0),
        prepare=about(found.prepare),
    )


def about(seconds: float) -> str:
    """A time, as exactly as an estimate deserves."""
    if seconds < 10:
        return _tr("{n} s").format(n=max(1, round(seconds)))
    if seconds < 90:
        return _tr("{n} s").format(n=5 * round(seconds / 5))
    if seconds < 90 * 60:
        return _tr("{n} min").format(n=round(seconds / 60))
    return _tr("{n} h").format(n=round(seconds / 3600))
