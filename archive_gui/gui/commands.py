"""Joins the actions to the controllers, and asks for files where an action needs one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QStandardPaths, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from archive_gui.catalog.records import ImageRecord, Role
from archive_gui.gui import mime
from archive_gui.gui.action_sets import need_archive, need_curator, on_files
from archive_gui.gui.actions import Actions
from archive_gui.gui.controllers.exports import ExportController
from archive_gui.gui.controllers.fetching import FetchController
from archive_gui.gui.controllers.files import FilesController
from archive_gui.gui.controllers.imports import ImportController
from archive_gui.gui.controllers.marks import MarksController
from archive_gui.gui.controllers.project import ProjectController
from archive_gui.gui.controllers.query import QueryController
from archive_gui.gui.controllers.query_marks import QueryMarks
from archive_gui.gui.controllers.sheets import SheetController
from archive_gui.gui.controllers.training import TrainingController
from archive_gui.gui.fetch_window import FetchWindow
from archive_gui.gui.preferences import Preferences
from archive_gui.gui.tips import plain_tip
from archive_gui.gui.translation import filled
from archive_gui.gui.workspace import Workspace
from archive_gui.operations.examples import Side

if TYPE_CHECKING:
    from archive_gui.catalog.interchange.merging import Conflict
    from archive_gui.gui.sheet.content import Sheet

_PICTURES = QStandardPaths.StandardLocation.PicturesLocation
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class Commands(QObject):
    """Does what an action says to the images that `targets` gives.

    `targets` are the selected images, or the one in the viewer.
    """

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        workspace: Workspace,
        targets: Callable[[], list[ImageRecord]],
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._window = window
        self._actions = actions
        self._workspace = workspace
        self._targets = targets
        self._training: TrainingController | None = None
        self._query: QueryController | None = None
        for signal in (workspace.opened, workspace.closed, workspace.marks_changed):
            signal.connect(self.refresh)
        workspace.active_changed.connect(self.refresh)
        self.refresh()

    def join_project(self, project: ProjectController) -> None:
        """Open, scan and close."""
        actions = self._actions
        actions.open_folder.triggered.connect(
            lambda: self._ask_folder(
                project.open, self.tr("Open a folder of images"), "archives", _PICTURES
            )
        )
        actions.open_sample.triggered.connect(lambda: project.open_sample())
        actions.rescan.triggered.connect(lambda: project.rescan())
        actions.close_archive.triggered.connect(lambda: project.close())

    def join_marks(self, marks: MarksController, on_results: QueryMarks) -> None:
        """Mark, undo, redo."""
        actions = self._actions
        self._on_first(actions.anchor, marks.start_grouping)
        self._on_first(actions.make_anchor, marks.make_anchor)
        self._on_all(actions.positive, lambda images: on_results.mark(images, Role.POSITIVE))
        self._on_all(actions.negative, lambda images: on_results.mark(images, Role.NEGATIVE))
        self._on_all(actions.unmark, on_results.unmark)
        self._on_all(
            actions.new_grouping, lambda images: marks.start_with([image.id for image in images])
        )
        self._on_all(actions.split, marks.split)
        actions.undo.triggered.connect(lambda: marks.undo())
        actions.redo.triggered.connect(lambda: marks.redo())

    def join_query(self, query: QueryController) -> None:
        """Search by the selected image, a file, or the clipboard."""
        actions = self._actions
        self._query = query
        self._on_all(actions.similar, query.by_images)
        self._on_all(actions.more_like, lambda images: query.refine(images, Side.MORE))
        self._on_all(actions.less_like, lambda images: query.refine(images, Side.LESS))
        actions.query_back.triggered.connect(lambda: query.back())
        actions.query_forward.triggered.connect(lambda: query.forward())
        for signal in (query.started, query.ended, query.cleared, query.history_changed):
            signal.connect(self.refresh)
        actions.query_file.triggered.connect(lambda: self._ask_images(query.by_files))
        actions.paste.triggered.connect(
            lambda: query.by_drop(mime.read(mime.copied(), self._workspace.folder))
        )

    def join_files(self, files: FilesController) -> None:
        """Give files to other programs."""
        actions = self._actions
        self._on_all(actions.copy, files.copy)
        self._on_all(actions.copy_path, files.copy_paths)
        self._on_all(actions.show_in_folder, files.show_in_folder)
        self._on_first(actions.open_outside, files.open_outside)

    def join_imports(self, imports: ImportController) -> None:
        """Read files."""
        self._actions.import_metadata.triggered.connect(
            lambda: self._ask_source(
                self.tr("Import metadata"), self.tr("Tables (*.csv *.tsv *.txt)"), imports.metadata
            )
        )
        self._actions.import_manifest.triggered.connect(
            lambda: self._ask_source(
                self.tr("Import a manifest"), self.tr("IIIF manifests (*.json)"), imports.manifest
            )
        )
        self._actions.import_groupings.triggered.connect(
            lambda: self._ask_source(
                self.tr("Merge groupings"), self.tr("Groupings (*.json)"), imports.groupings
            )
        )

        def show(conflicts: tuple[Conflict, ...]) -> None:
            from archive_gui.gui.conflicts_window import ConflictsWindow

            # The message that offers it stays while nothing is open.
            if self._workspace.project is not None:
                window = ConflictsWindow(conflicts, self._window)
                window.chosen.connect(imports.take_theirs)
                self._workspace.closed.connect(window.close)
                window.show()

        imports.conflicts_wanted.connect(show)

    def join_fetching(self, fetching: FetchController) -> None:
        """Ask other computers for images."""

        def ask() -> None:
            folder = self._preferences.folder("fetched")
            usual = Path(QStandardPaths.writableLocation(_PICTURES)) / "IIIF"
            window = FetchWindow(Path(folder) if folder else usual, self._window)
            window.wanted.connect(fetching.fetch)
            window.show()

        self._actions.fetch_manifest.triggered.connect(lambda: ask())

    def join_exports(
        self, exports: ExportController, sheets: SheetController, model_wanted: SignalInstance
    ) -> None:
        """Write files."""
        actions = self._actions
        actions.export_triplets.triggered.connect(
            lambda: self._ask_target(
                "triplets.csv", self.tr("Triplets (*.csv)"), then=exports.triplets
            )
        )
        embeddings = [self.tr("NumPy (*.npz)"), self.tr("Parquet (*.parquet)")]
        actions.export_embeddings.triggered.connect(
            lambda: self._ask_target("embeddings.npz", *embeddings, then=exports.embeddings)
        )
        groupings = [
            self.tr("Table (*.csv)"),
            self.tr("Web Annotations (*.jsonld)"),
            self.tr("For another curator (*.json)"),
        ]
        actions.export_groupings.triggered.connect(
            lambda: self._ask_target("groupings.csv", *groupings, then=exports.groupings)
        )
        actions.export_sidecars.triggered.connect(
            lambda: self._ask_folder(
                exports.sidecars, self.tr("Folder for the XMP files"), "exports", _DOCUMENTS
            )
        )
        actions.export_results.triggered.connect(
            lambda: self._ask_target(
                "results.csv", self.tr("Results (*.csv)"), then=exports.results
            )
        )

        model_wanted.connect(
            lambda model: self._ask_target(
                f"model-{model}.keras",
                self.tr("Keras model (*.keras)"),
                then=lambda file: exports.export_model(model, file),
            )
        )

        def ask_for_sheet(sheet: Sheet) -> None:
            # What is no letter or digit may not do in a file name.
            name = re.sub(r"[^\w .()+-]", "_", sheet.title).strip(" .") or "contact-sheet"
            kind = self.tr("PDF (*.pdf)")
            self._ask_target(f"{name}.pdf", kind, then=lambda file: sheets.write(sheet, file))

        actions.contact_sheet.triggered.connect(lambda: ask_for_sheet(sheets.of_shown()))
        self._on_all(
            actions.sheet_of_chosen, lambda images: ask_for_sheet(sheets.of_images(images))
        )

    def join_training(self, training: TrainingController, start: Callable[[], None]) -> None:
        """Train with the settings that `start` knows, and stop."""
        self._training = training
        self._actions.train.triggered.connect(lambda: start())
        self._actions.stop_training.triggered.connect(lambda: training.stop())
        training.started.connect(self.refresh)
        training.ended.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer only what can be done now, and say what undo would undo."""
        actions, workspace = self._actions, self._workspace
        is_open = workspace.project is not None
        for action in need_archive(actions):
            action.setEnabled(is_open)
        targets = bool(self._targets()) if is_open else False
        in_grouping = targets and workspace.active is not None
        for action in (actions.anchor, actions.positive, actions.negative, actions.new_grouping):
            action.setEnabled(targets)
        for action in (
            actions.look,
            actions.side_by_side,
            actions.similar,
            *on_files(actions),
        ):
            action.setEnabled(targets)
        self._refresh_query(targets)
        for action in (actions.unmark, actions.make_anchor, actions.split):
            action.setEnabled(in_grouping)
        found = self._query is not None and self._query.report is not None
        actions.export_results.setEnabled(is_open and found)
        running = self._training is not None and self._training.running
        ready = any(grouping.positives for grouping in workspace.groupings.values())
        actions.train.setEnabled(ready and not running)
        actions.stop_training.setEnabled(running)
        if is_open and not workspace.can_mark:
            for action in need_curator(actions):
                action.setEnabled(False)
            return
        undo, redo = workspace.undo, workspace.redo
        actions.undo.setEnabled(undo is not None)
        actions.redo.setEnabled(redo is not None)
        undo_text = self.tr("&Undo: {what}") if undo else self.tr("&Undo")
        redo_text = self.tr("&Redo: {what}") if redo else self.tr("&Redo")
        for action, text, what in (
            (actions.undo, undo_text, undo or ""),
            (actions.redo, redo_text, redo or ""),
        ):
            # In a menu an ampersand of a name would underline the next letter.
            action.setText(filled(text, what=what.replace("&", "&&")))
            tip = filled(text.replace("&", "", 1), what=what)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(plain_tip(f"{tip}  ({keys})"))

    def _refresh_query(self, targets: bool) -> None:
        actions, query = self._actions, self._query
        asked = query is not None and query.query is not None
        actions.more_like.setEnabled(targets and asked)
        actions.less_like.setEnabled(targets and asked)
        actions.query_back.setEnabled(query is not None and query.can_step(-1))
        actions.query_forward.setEnabled(query is not None and query.can_step(1))

    def _on_first(self, action: QAction, act: Callable[[ImageRecord], None]) -> None:
        def run() -> None:
            if targets := self._targets():
                act(targets[0])

        action.triggered.connect(run)

    def _on_all(self, action: QAction, act: Callable[[list[ImageRecord]], None]) -> None:
        def run() -> None:
            if targets := self._targets():
                act(targets)

        action.triggered.connect(run)

    def _ask_folder(
        self,
        then: Callable[[Path], None],
        title: str,
        purpose: str,
        usual: QStandardPaths.StandardLocation,
    ) -> None:
        dialog = self._dialog(title, purpose, usual)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.open()

    def _ask_images(self, then: Callable[[list[Path]], None]) -> None:
        dialog = self._dialog(self.tr("Find images like a file, or several"), "images", _PICTURES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda files: then([Path(file) for file in files]))
        dialog.open()

    def _ask_source(self, title: str, kind: str, then: Callable[[Path], None]) -> None:
        dialog = self._dialog(title, "imports", _DOCUMENTS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kind, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.open()

    def _ask_target(self, name: str, *kinds: str, then: Callable[[Path], None]) -> None:
        dialog = self._dialog(self.tr("Export"), "exports", _DOCUMENTS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(kinds)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.selectFile(name)

        def take_kind(kind: str) -> None:
            suffix = kind.rpartition("*.")[2].rstrip(")")
            dialog.setDefaultSuffix(suffix)
            chosen = Path(dialog.selectedFiles()[0]) if dialog.selectedFiles() else Path(name)
            dialog.selectFile(chosen.with_suffix(f".{suffix}").name)

        dialog.filterSelected.connect(take_kind)
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.open()

    def _dialog(
        self, title: str, purpose: str, usual: QStandardPaths.StandardLocation
    ) -> QFileDialog:
        """A dialog in the folder used last for this purpose; at first, or if it is gone, in the
        user's `usual` one."""
        folder = self._preferences.folder(purpose)
        if not (folder and QDir(folder).exists()):
            folder = QStandardPaths.writableLocation(usual)
        if not QDir(folder).exists():
            folder = QDir.homePath()
        dialog = QFileDialog(self._window, title, folder)
        dialog.filesSelected.connect(
            lambda files: self._preferences.keep_folder(purpose, str(Path(files[0]).parent))
        )
        dialog.finished.connect(dialog.deleteLater)
        return dialog
