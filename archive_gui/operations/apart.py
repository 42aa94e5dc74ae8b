"""Running an operation on the open project in a process of its own.

TensorFlow holds Python's lock for long and may die of too little memory; the window is to answer
meanwhile, and to outlive it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from archive_gui.catalog.project import Project
from archive_gui.processes import Helper, function_named, name_of
from archive_gui.progress import Progress

# Others go first, above all the window.
_NICENESS = 5


def run_apart(
    function: Callable[..., Any],
    project: Project,
    *args: Any,
    progress: Progress,
    hear: Mapping[str, Callable[[Any], None]] | None = None,
    overdue: Callable[[], bool] = lambda: False,
    **named: Any,
) -> Any:
    """Give what ``function(project, *args, progress=..., **hear, **named)`` gives.

    See :meth:`archive_gui.processes.Helper.call`, also for what it raises. The project is the
    function's as a guest's.
    """
    name, folder, archive = name_of(function), project.folder, project.archive
    with Helper(_NICENESS) as helper:
        return helper.call(
            run_as_guest,
            name,
            folder,
            archive,
            args,
            progress=progress,
            hear=hear,
            overdue=overdue,
            **named,
        )


def run_as_guest(name: str, folder: Path, archive: Path, args: Any, **named: Any) -> Any:
    """Call the function of this name in a process that was started for it."""
    with Project.as_guest(folder, archive) as project:
        return function_named(name)(project, *args, **named)
