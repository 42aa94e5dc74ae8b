"""What a job does and how far it is, in a person's words."""

from PySide6.QtCore import QCoreApplication

from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job


def in_words(job: Job) -> str:
    """What a job does, how far it is and how long it will take, on one line."""
    return "  \u00b7  ".join([job.text or job.title, *_how_far(job)])


def progress_in_words(job: Job) -> str:
    """How far a job is and how long it will take, without its title."""
    parts = [job.text] if job.text and job.text != job.title else []
    parts += _how_far(job)
    if not job.begun and not job.paused:
        parts.append(QCoreApplication.translate("Jobs", "waits for its turn"))
    return "  \u00b7  ".join(parts) or QCoreApplication.translate("Jobs", "under way")


def _how_far(job: Job) -> list[str]:
    parts = []
    if job.total > 0:
        parts.append(filled("{done:,} / {total:,}", done=job.done, total=job.total))
    if job.progress.cancelled:
        parts.append(QCoreApplication.translate("Jobs", "stopping…"))
    elif job.paused:
        parts.append(QCoreApplication.translate("Jobs", "paused"))
    left = job.seconds_left()
    if left is not None and left >= 1 and not job.progress.cancelled:
        parts.append(time_left(left))
    return parts


def time_left(seconds: float) -> str:
    """A time that something will still take, roughly, in words."""
    if seconds < 60:
        return filled(QCoreApplication.translate("Jobs", "about {n} s left"), n=round(seconds))
    if seconds < 5400:
        return filled(
            QCoreApplication.translate("Jobs", "about {n} min left"), n=round(seconds / 60)
        )
    return filled(QCoreApplication.translate("Jobs", "about {n} h left"), n=round(seconds / 3600))
