"""Fetching the images of a manifest from hosts that a person has named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.messages import Choice, Messages
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.translation import counted, filled, translated
from archive_gui.gui.workers import JobRunner, Lane
from archive_gui.gui.workspace import Workspace

if TYPE_CHECKING:
    from archive_gui.operations.fetching import FetchReport


@dataclass(frozen=True)
class Order:
    """What to fetch: an address, the folder, the longest side, and hosts that may be asked, too."""

    address: str
    folder: Path
    largest: int | None
    also_from: tuple[str, ...] = ()


class FetchController(QObject):
    """Fetches in a lane of its own, and asks before anybody else is asked.

    Signals:
        fetched(FetchReport): what can come has come.
    """

    fetched = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        messages: Messages,
        preferences: Preferences,
        project: ProjectController,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._runner = runner
        self._messages = messages
        self._preferences = preferences
        self._project = project

    def fetch(self, order: Order) -> None:
        """Fetch what is not there yet; goes on where it was stopped before."""
        from archive_gui.operations.fetching import fetch_manifest

        project = self._workspace.project
        archive = None if project is None else project.archive
        self._preferences.keep_folder("fetched", str(order.folder))

        def stopped() -> None:
            if not self._project.leaving:
                self._messages.info(
                    self.tr("Fetching was stopped; what has come is kept."),
                    Choice(self.tr("Go on"), lambda: self.fetch(order)),
                )

        def failed(text: str) -> None:
            again = Choice(self.tr("Try again"), lambda: self.fetch(order))
            self._messages.error(text, again)

        self._runner.start(
            Lane.FETCHING,
            lambda progress: fetch_manifest(
                order.address,
                order.folder,
                also_from=order.also_from,
                largest=order.largest,
                archive=archive,
                progress=progress,
            ),
            lambda report: self._done(order, report),
            title=self.tr("Fetching images"),
            failed=failed,
            cancelled=stopped,
        )

    def _done(self, order: Order, report: FetchReport) -> None:
        one = self.tr("{n:,} image of “{name}” is in {folder}.")
        many = self.tr("{n:,} images of “{name}” are in {folder}.")
        told = []
        if report.name:
            count, name, folder = report.images, report.name, report.place
            told.append(counted(count, one, many, name=name, folder=folder))
        choices = []
        if report.hosts:
            text = self.tr("Some lie on {hosts}, which was not asked.")
            if not report.name:
                text = self.tr("The manifest lies on {hosts}, which was not asked.")
            told.append(filled(text, hosts=", ".join(report.hosts)))
            more = replace(order, also_from=(*order.also_from, *report.hosts))
            choices.append(Choice(self.tr("Ask there, too"), lambda: self.fetch(more)))
        elif report.failed:
            first = report.failed[0]
            one = self.tr("{n:,} could not be had: page {page}, {reason}.")
            many = self.tr("{n:,} could not be had, first page {page}: {reason}.")
            reason, count = translated(first.reason), len(report.failed)
            told.append(counted(count, one, many, page=first.canvas, reason=reason))
            choices.append(Choice(self.tr("Try again"), lambda: self.fetch(order)))
        project = self._workspace.project
        if project is not None and project.archive == order.folder.absolute():
            self._project.rescan()
        elif report.images:
            open_them = Choice(self.tr("Open"), lambda: self._project.open(order.folder))
            choices.append(open_them)
        post = self._messages.warning if report.failed else self._messages.success
        post(" ".join(told), *choices)
        self.fetched.emit(report)
