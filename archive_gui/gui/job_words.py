"""What a job does and how far it is, in a person's words."""

from PySide6.QtCore import QCoreApplication

from archive_gui.gui.workers import Job


def in_words(job: Job) -> str:
    """What a job does, how far it is and how long it will take, on one line."""
    return "  \u00b7  ".join([job.text or job.title, *_how_far(job)])


def progress_in_words(job: Job) -> str:
    """How far a job is and how long it will take, without its title."""
    parts = [job.text] if job.text and job.text != job.title else []
    parts += _how_far(job)
    if not job.begun and not job.paused:
        parts.append(_tr("waits for its turn"))
    return "  \u00b7  ".join(parts) or _tr("under way")


def _how_far(job: Job) -> list[str]:
    parts = []
    if job.total > 0:
        parts.append(f"{job.done:,} / {job.total:,}")
    if job.progress.cancelled:
        parts.append(_tr("stopping…"))
    elif job.paused:
        parts.append(_tr("paused"))
    left = job.seconds_left()
    if left is not None and left >= 1 and not job.progress.cancelled:
        parts.append(time_left(left))
    return parts


def time_left(seconds: float) -> str:
    """A time that something will still take, roughly, in words."""
    if seconds < 60:
        return _tr("about {n} s left").format(n=round(seconds))
    if seconds < 5400:
        return _tr("about {n} min left").format(n=round(seconds / 60))
    return _tr("about {n} h left").format(n=round(seconds / 3600))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Jobs", text)
