"""Who answers queries: the searcher, kept in the search lane, which alone uses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from archive_gui.catalog.project import Project
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Query
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.operations.querying import QueryReport, Searcher


class Answering:
    """Makes a searcher when one is needed, and again after the images or the model changed.

    `generation` is another number after every such change.
    """

    def __init__(self, workspace: Workspace, runner: JobRunner) -> None:
        self._workspace = workspace
        self._runner = runner
        self._searcher: Searcher | None = None
        self._searcher_of: tuple[Project, int] | None = None
        self.generation = 0

    def renew(self) -> None:
        """Load the model and the index anew at the next query: they have changed."""
        self.generation += 1

    def take(self, searcher: Searcher, generation: int) -> None:
        """Answer by a searcher that was made for the `generation` given, unless that is past."""
        project, past = self._workspace.require_project(), generation != self.generation
        self.renew()
        if past:
            return
        wanted = self.generation

        def change(progress: Progress) -> None:
            del progress
            self._searcher, self._searcher_of = searcher, (project, wanted)

        self._runner.start(Lane.SEARCH, change)

    def forget(self) -> None:
        """Let go of the searcher."""
        self.renew()

        def drop(progress: Progress) -> None:
            del progress
            self._searcher = self._searcher_of = None

        self._runner.start(Lane.SEARCH, drop)

    def question(self, query: Query, count: int) -> Callable[[Progress], QueryReport]:
        """What a job in the search lane does to answer a query as things are now."""
        project, wanted = self._workspace.require_project(), self.generation
        images = self._workspace.images
        read = [
            image
            for image in query.images()
            if image in images and images[image].sha256 is not None and not images[image].error
        ]

        def work(progress: Progress) -> QueryReport:
            searcher = self._searcher_for(project, wanted, progress)
            progress.check()
            if not all(map(searcher.knows, read)):
                # A scan has read them since the searcher was made.
                self._searcher = None
                searcher = self._searcher_for(project, wanted, progress)
            return searcher.query(query, count)

        return work

    def _searcher_for(self, project: Project, wanted: int, progress: Progress) -> Searcher:
        """The searcher for the project as it is now; runs in the search lane only."""
        from archive_gui.operations.decoding import decode_apart
        from archive_gui.operations.querying import Searcher
        from archive_gui.operations.versions import answering_model

        if self._searcher is None or self._searcher_of != (project, wanted):
            self._searcher = Searcher(project, answering_model(project), progress, decode_apart)
            self._searcher_of = (project, wanted)
        return self._searcher
