"""The versions of a project's model, and which of them answers queries."""

import shutil
from dataclasses import dataclass

from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.learning import registry
from archive_gui.learning.backbones import backbone
from archive_gui.learning.metrics import Metrics
from archive_gui.learning.settings import DEFAULT_BACKBONE
from archive_gui.operations.embedding import Embedder
from archive_gui.words import say

UNTRAINED = "untrained"
_IN_USE = "model"
_ANSWERS = "answering model"
_BACKBONE = "backbone"


@dataclass(frozen=True, slots=True)
class ModelSummary:
    """One version: `created` is ISO 8601 in UTC, `before` and `after` None for model 0.

    One version is `in_use`. It also `answers`, unless the archive is not prepared for it yet and
    an earlier one does. `quick_of` is the version whose training made this one on its way; `name`
    is what a person calls it, `marked` how many images it learned from.
    """

    model: int
    created: str
    backbone: str
    depth: str
    before: Metrics | None
    after: Metrics | None
    in_use: bool
    answers: bool
    quick_of: int | None = None
    name: str = ""
    marked: int = 0


def list_models(project: Project) -> list[ModelSummary]:
    """All versions by number, first the untrained model 0."""
    used, answers = model_in_use(project), answering_model(project)
    known = registry.versions(project.models_folder)
    quick_of = {version.provenance.get("quick"): version.model for version in known}
    name, created = project_backbone(project), project.setting("created") or ""
    untrained = ModelSummary(0, created, name, UNTRAINED, None, None, used == 0, answers == 0)
    return [untrained] + [
        ModelSummary(
            model=version.model,
            created=version.created,
            backbone=version.backbone,
            depth=version.depth,
            before=version.figures("before"),
            after=version.figures("after"),
            in_use=version.model == used,
            answers=version.model == answers,
            quick_of=quick_of.get(version.model),
            name=version.name,
            marked=marked_images(version),
        )
        for version in known
    ]


def marked_images(version: registry.Version) -> int:
    """How many images a version learned from, 0 where its provenance does not tell."""
    paths: set[str] = set()
    for grouping in version.provenance.get("groupings", ()):
        try:
            members = (grouping["anchor"], *grouping["positives"], *grouping["negatives"])
            paths.update(member["path"] for member in members)
        except (KeyError, TypeError):
            return 0
    return len(paths)


def model_in_use(project: Project) -> int:
    """The number of the version that was chosen to answer; 0 before anything was trained."""
    return _known_version(project, _IN_USE)


def answering_model(project: Project) -> int:
    """The version that the whole archive was prepared for last.

    It answers queries until the archive is prepared for the one in use; 0 before any was.
    """
    return _known_version(project, _ANSWERS)


def _known_version(project: Project, key: str) -> int:
    wanted = next(iter(project.numbers(key)), 0)
    # Whoever deleted a version's folder by hand goes on with the untrained model.
    return wanted if registry.has_version(project.models_folder, wanted) else 0


def use_model(project: Project, model: int) -> None:
    """Put another version in use; ArchiveError when there is none of that number.

    It answers queries once the archive is prepared for it.
    """
    if model != 0:
        registry.version(project.models_folder, model)
    project.set_setting(_IN_USE, str(model))


def rename_model(project: Project, model: int, name: str) -> None:
    """Call a version by another name; an empty one takes its name away.

    Raises ArchiveError when there is no such version or the disk does not take the name.
    """
    registry.rename(project.models_folder, model, name)


def delete_model(project: Project, model: int) -> None:
    """Put a version in the trash, out of which :func:`restore_model` takes it.

    Raises ArchiveError when it is in use or answers queries, or there is none of that number.
    """
    if model in (0, model_in_use(project), answering_model(project)):
        raise ArchiveError(
            say(
                "Model {n} cannot be deleted while it is in use or answers; use another one first.",
                n=model,
            )
        )
    registry.discard(project.models_folder, model)


def restore_model(project: Project, model: int) -> None:
    """Take a version out of the trash; ArchiveError when it is not there any more."""
    registry.restore(project.models_folder, model)


def empty_trash(project: Project) -> None:
    """Delete for good the versions in the trash, and what was computed by them."""
    for model in registry.empty_trash(project.models_folder):
        shutil.rmtree(project.features_folder / f"model-{model}", ignore_errors=True)


def let_answer(project: Project, model: int) -> None:
    """Keep that the whole archive is prepared for this version."""
    project.set_setting(_ANSWERS, str(model))


def project_backbone(project: Project) -> str:
    """The network that model 0 is and that new trainings start from."""
    return project.setting(_BACKBONE) or DEFAULT_BACKBONE


def choose_backbone(project: Project, name: str) -> None:
    """Take another network for model 0 and for new trainings; ArchiveError when unknown."""
    project.set_setting(_BACKBONE, backbone(name).name)


def open_embedder(project: Project, model: int | None = None) -> tuple[int, Embedder]:
    """A version's number and embedder, by default of the one in use; ArchiveError if unknown."""
    number = model_in_use(project) if model is None else model
    if number == 0:
        return 0, Embedder(project, project_backbone(project), None)
    version = registry.version(project.models_folder, number)
    return number, Embedder(project, version.backbone, version)
