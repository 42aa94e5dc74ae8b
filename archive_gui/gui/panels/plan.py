"""What a training will do and how long it will take, in words."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from archive_gui.catalog.records import Grouping
from archive_gui.gui.translation import counted, filled
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.estimating import Paces, estimate_training


def marked_images(groupings: Collection[Grouping]) -> int:
    """How many images are marked, each counted once."""
    return len({i for g in groupings for i in (g.anchor, *g.positives, *g.negatives)})


def plan_in_words(
    groupings: Collection[Grouping], archive: int, settings: TrainingSettings, paces: Paces
) -> tuple[str, str, str]:
    """What a training with these settings learns from, makes and prepares; about how long each."""
    images = marked_images(groupings)
    found = estimate_training(settings.depth, images, archive, epochs=settings.epochs, paces=paces)
    translate = QCoreApplication.translate
    learns = counted(
        len(groupings),
        translate("Plan", "Learns from {n:,} grouping with {images:,} images."),
        translate("Plan", "Learns from {n:,} groupings with {images:,} images."),
        images=images,
    )
    makes = translate("Plan", "A quick model takes about {quick}.")
    if settings.depth is Depth.TOP:
        makes = translate(
            "Plan", "A quick model takes about {quick}, a thorough one about {thorough} more."
        )
    elif settings.depth is Depth.FULL:
        makes = translate(
            "Plan", "A quick model takes about {quick}, the whole network about {thorough} more."
        )
    makes = filled(makes, quick=about(found.quick), thorough=about(found.thorough or 0.0))
    prepares = filled(
        translate("Plan", "Then {archive:,} images are made ready in about {prepare}."),
        archive=archive,
        prepare=about(found.prepare),
    )
    return learns, makes, prepares


def about(seconds: float) -> str:
    """A time, as exactly as an estimate deserves."""
    if seconds < 10:
        return filled(QCoreApplication.translate("Plan", "{n} s"), n=max(1, round(seconds)))
    if seconds < 90:
        return filled(QCoreApplication.translate("Plan", "{n} s"), n=5 * round(seconds / 5))
    if seconds < 90 * 60:
        return filled(QCoreApplication.translate("Plan", "{n} min"), n=round(seconds / 60))
    return filled(QCoreApplication.translate("Plan", "{n} h"), n=round(seconds / 3600))
