"""The versions of the model as a person keeps them: named, compared, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive_gui.catalog.project import Project
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.translation import filled
from archive_gui.gui.workers import Job, JobRunner, Lane
from archive_gui.gui.workspace import Workspace
from archive_gui.progress import Progress

if TYPE_CHECKING:
    from archive_gui.operations.judging import VersionComparison
    from archive_gui.operations.training import TrainingReport


class VersionsController(QObject):
    """Changes and compares versions; `changed` is called when they are to be listed anew.

    Signals:
        last_read(TrainingReport): what the last training of the archive just opened brought.
        paces_read(dict): how fast earlier trainings were; see `estimating.Paces`.
        compared(VersionComparison): two versions, beside each other.
        examples_found(VersionComparison): what a training changed, with examples.
        no_examples(str): why there are none.
    """

    last_read = Signal(object)
    paces_read = Signal(object)
    compared = Signal(object)
    examples_found = Signal(object)
    no_examples = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        changed: Callable[[], None],
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._changed = changed
        self._comparing: Job | None = None
        # The versions that were deleted since the archive was opened, the last one last.
        self.deleted: list[int] = []
        workspace.settled.connect(self._read_last)
        workspace.closed.connect(self._closed)

    def read_paces(self) -> None:
        """Read how fast earlier trainings were."""
        from archive_gui.operations.estimating import measured_paces

        project = self._workspace.project
        if project is not None:
            self._runner.start(
                Lane.CATALOG, lambda _: measured_paces(project), self.paces_read.emit
            )

    def compare(self, before: int, after: int) -> None:
        """Put two versions beside each other, on the held-out marks as they are now."""
        self._compare(lambda _: (before, after), self.compared.emit, self._messages.error)

    def find_examples(self, model: int) -> None:
        """Look for queries that the training of this version changed."""
        from archive_gui.operations.reports import compared_with

        self._compare(
            lambda project: (compared_with(project, model), model),
            self.examples_found.emit,
            self.no_examples.emit,
        )

    def rename(self, model: int, name: str) -> None:
        """Call a version by another name."""
        from archive_gui.operations.versions import rename_model

        self._change(lambda project: rename_model(project, model, name), self._changed)

    def delete(self, model: int) -> None:
        """Put a version in the trash, and offer to take it out again."""
        from archive_gui.operations.versions import delete_model

        def done() -> None:
            self.deleted.append(model)
            self._messages.info(
                filled(
                    self.tr(
                        "Model {n} is in the trash, until this archive is opened the next time."
                    ),
                    n=model,
                ),
                Choice(self.tr("Undo"), lambda: self.restore(model)),
            )
            self._changed()

        self._change(lambda project: delete_model(project, model), done)

    def restore(self, model: int) -> None:
        """Take a version out of the trash."""
        from archive_gui.operations.versions import restore_model

        def done() -> None:
            self.deleted = [each for each in self.deleted if each != model]
            self._changed()

        self._change(lambda project: restore_model(project, model), done)

    def _change(self, change: Callable[[Project], None], done: Callable[[], None]) -> None:
        project = self._workspace.project
        if project is not None:
            self._runner.start(Lane.CATALOG, lambda _: change(project), lambda _: done())

    def _compare(
        self,
        which: Callable[[Project], tuple[int, int]],
        tell: Callable[[VersionComparison], None],
        fail: Callable[[str], None],
    ) -> None:
        project = self._workspace.project
        if project is None:
            return
        if self._comparing is not None:
            self._comparing.cancel()
        job: Job

        def work(progress: Progress) -> VersionComparison:
            from archive_gui.operations.apart import run_apart
            from archive_gui.operations.judging import compare_versions

            before, after = which(project)
            found: VersionComparison = run_apart(
                compare_versions, project, before, after, progress=progress
            )
            return found

        def end(then: Callable[[], None]) -> None:
            # What a job brings counts only while no later one is in its place.
            if self._comparing is job:
                self._comparing = None
                then()

        job = self._comparing = self._runner.start(
            Lane.JUDGING,
            work,
            lambda found: end(lambda: tell(found)),
            title=self.tr("Comparing versions"),
            failed=lambda text: end(lambda: fail(text)),
            cancelled=lambda: end(
                lambda: self.no_examples.emit(self.tr("The comparison was stopped."))
            ),
        )

    def _read_last(self) -> None:
        project = self._workspace.require_project()
        self.deleted = []

        def work(progress: Progress) -> TrainingReport | None:
            from archive_gui.operations.reports import last_report
            from archive_gui.operations.versions import empty_trash

            del progress
            empty_trash(project)
            return last_report(project)

        def done(report: TrainingReport | None) -> None:
            if report is not None and self._workspace.project is project:
                self.last_read.emit(report)

        self._runner.start(Lane.CATALOG, work, done)

    def _closed(self) -> None:
        if self._comparing is not None:
            self._comparing.cancel()
            self._comparing = None
        self.deleted = []
