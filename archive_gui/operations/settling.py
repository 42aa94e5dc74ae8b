"""Telling at little cost that all which is derived from the files is up to date."""

import json
from pathlib import Path

from archive_gui.catalog.images import has_unread
from archive_gui.catalog.project import Project
from archive_gui.operations.versions import answering_model, project_backbone

_SETTLED = "settled"
_ASIDE = "filling"


def is_settled(project: Project) -> bool:
    """Whether nothing has changed in project and images since :func:`keep_settled`.

    The folder is to have been walked, without any change. What was written since, whoever did it,
    shows in sizes and times of the files.
    """
    return project.setting(_SETTLED) == _state(project) and not has_unread(project)


def keep_settled(project: Project) -> None:
    """Keep that thumbnails, features and index are those of the images now."""
    state = _state(project)
    if project.setting(_SETTLED) != state:
        project.set_setting(_SETTLED, state)


def _state(project: Project) -> str:
    log = project.thumbnails_file.with_name(project.thumbnails_file.name + "-wal")
    # It comes and goes with those who only read; its time says nothing.
    told: list[object] = [log.stat().st_size if log.exists() else 0]
    told += [answering_model(project), project_backbone(project), _signs(project.thumbnails_file)]
    for folder in (project.features_folder, project.index_folder):
        files = [each for each in folder.rglob("*") if each.name != _ASIDE and each.is_file()]
        told += [[each.relative_to(folder).as_posix(), *_signs(each)] for each in sorted(files)]
    return json.dumps(told)


def _signs(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns
