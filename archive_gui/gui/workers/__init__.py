"""The one place for threads: jobs, and the runner that runs them in named lanes."""

from archive_gui.gui.collecting import put_window_first, without_collecting
from archive_gui.gui.workers.jobs import Job, Lane
from archive_gui.gui.workers.runner import JobRunner

__all__ = ["Job", "JobRunner", "Lane", "put_window_first", "without_collecting"]
