"""The model card of each version, to be read."""

from archive_gui.catalog.project import Project
from archive_gui.learning import registry
from archive_gui.learning.model_card import untrained_card
from archive_gui.operations.versions import project_backbone
from archive_gui.words import Sentence


def read_model_card(project: Project, model: int) -> Sentence:
    """The card of a version in Markdown.

    Raises ArchiveError when there is no such version or its files are damaged.
    """
    if model == 0:
        return untrained_card(project_backbone(project))
    return registry.version(project.models_folder, model).card()
