"""The model card of each version, to be read."""

from archive_gui.catalog.project import Project
from archive_gui.learning import registry
from archive_gui.learning.model_card import untrained_card
from archive_gui.operations.versions import project_backbone


def read_model_card(project: Project, model: int) -> str:
    """The card of a version in Markdown; that of an older version without one is made.

    Raises ArchiveError when there is no such version or its files are damaged.
    """
    if model == 0:
        return untrained_card(project_backbone(project))
    return registry.version(project.models_folder, model).card()
