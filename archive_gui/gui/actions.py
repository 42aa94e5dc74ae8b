"""Every action of the program, once: name, keys, tool tip, icon."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from archive_gui.gui.icons import wear_icon

_Keys = QKeySequence.StandardKey | str | None


class Actions(QObject):
    """The actions that menus, tool bar and context menus share.

    Actions on images answer to their keys only in the grid and the viewer, and those on groupings
    only in their list, so that letters typed into a field stay letters; all others answer in the
    whole window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        key = QKeySequence.StandardKey
        make, tr = self._make, self.tr
        self.open_folder = make(
            tr("&Open folder…"),
            key.Open,
            "open-folder",
            tr("Open a folder of images; nothing in it is ever changed"),
        )
        self.open_sample = make(
            tr("Open the &sample archive"),
            None,
            "sample",
            tr("Try the program on 240 generated images"),
        )
        self.rescan = make(
            tr("&Scan again"), "F5", "rescan", tr("Look for new, changed and missing files")
        )
        self.close_archive = make(tr("&Close archive"), "Ctrl+W", "", tr("Close this archive"))
        self.export_triplets = make(
            tr("Export &triplets…"),
            "Ctrl+E",
            "export",
            tr("Write the anchor, positive and negative of every triplet as a CSV file"),
        )
        self.export_embeddings = make(
            tr("Export e&mbeddings…"),
            None,
            "",
            tr("Write the embedding of every image as a NumPy file"),
        )
        self.export_results = make(
            tr("Export &results…"),
            "Ctrl+Shift+E",
            "",
            tr("Write rank, path, distance and mark of every result as a CSV file"),
        )
        self.contact_sheet = make(
            tr("&Contact sheet…"),
            key.Print,
            "contact-sheet",
            tr("Write all images that the grid shows as a PDF to print"),
        )
        self.quit = make(tr("&Quit"), key.Quit, "", tr("Close the program"))

        self.undo = make(tr("&Undo"), key.Undo, "undo", tr("Take the last change back"))
        self.redo = make(
            tr("&Redo"), "Ctrl+Shift+Z", "redo", tr("Make the change again that was taken back")
        )
        self.select_all = make(
            tr("Select &all"), key.SelectAll, "select-all", tr("Select all images that are shown")
        )
        self.invert_selection = make(
            tr("&Invert selection"), "Ctrl+I", "", tr("Select what is not selected, and only that")
        )
        self.find = make(tr("&Filter"), key.Find, "filter", tr("Show only images by name"))

        self.anchor = self._on_image(
            tr("Start a grouping"), "A", "mark-anchor", tr("Start a grouping with this image")
        )
        self.anchor.setIconText(tr("Anchor"))
        self.positive = self._on_image(
            tr("Mark as positive"),
            "P",
            "mark-positive",
            tr("These are alike: mark as positive in the grouping in hand"),
        )
        self.positive.setIconText(tr("Positive"))
        self.negative = self._on_image(
            tr("Mark as negative"),
            "N",
            "mark-negative",
            tr("These only look alike: mark as negative in the grouping in hand"),
        )
        self.negative.setIconText(tr("Negative"))
        self.unmark = self._on_image(
            tr("Unmark"), "U", "unmark", tr("Take out of the grouping in hand")
        )
        self.make_anchor = self._on_image(
            tr("Make it the anchor"),
            "Shift+A",
            "make-anchor",
            tr("Make this image the anchor of the grouping in hand"),
        )
        self.new_grouping = self._on_image(
            tr("New grouping"),
            "Ctrl+G",
            "add",
            tr("Start a grouping: the first selected image is the anchor, the others are alike"),
        )
        self.split = self._on_image(
            tr("Move to a new grouping"),
            "Ctrl+Shift+G",
            "split",
            tr("Split: take the selected members out of the grouping in hand, into a new one"),
        )
        self.look = self._on_image(
            tr("Look closely"), "Space", "look", tr("See the whole image, zoom and pan")
        )
        self.side_by_side = self._on_image(
            tr("Compare"),
            "C",
            "side-by-side",
            tr("See two images side by side: the two selected, or one and what it is like"),
        )
        self.similar = self._on_image(
            tr("Find similar"), "Return", "similar", tr("Find images like this one")
        )
        self.copy = self._on_image(
            tr("Copy"),
            "Ctrl+C",
            "copy",
            tr("Copy the files, and a single image also as a picture"),
        )
        self.copy_path = self._on_image(
            tr("Copy path"), "Ctrl+Shift+C", "", tr("Copy where the files lie, one on a line")
        )
        self.show_in_folder = self._on_image(
            tr("Show in folder"), "Ctrl+Shift+O", "", tr("Show the files in the file manager")
        )
        self.open_outside = self._on_image(
            tr("Open with its own program"),
            "Ctrl+Return",
            "",
            tr("Open the file with the program that this computer has for it"),
        )
        self.sheet_of_chosen = self._on_image(
            tr("Contact sheet of these…"),
            "Ctrl+Shift+P",
            "contact-sheet",
            tr("Write the selected images as a PDF to print"),
        )

        self.more_like = self._on_image(
            tr("More like this"),
            "M",
            "more-like",
            tr("Search on for more like this: an example of what is right"),
        )
        self.less_like = self._on_image(
            tr("Less like this"),
            "L",
            "less-like",
            tr("Search on for less like this: an example of what is wrong"),
        )

        self.paste = make(
            tr("&Paste as query"), key.Paste, "paste", tr("Find images like the copied picture")
        )
        self.query_file = make(
            tr("Find images like a &file…"),
            "Ctrl+Shift+F",
            "query",
            tr("Choose an image file and find what is like it"),
        )
        self.back = make(
            tr("&Back to the archive"), "Escape", "back", tr("Show all images of the archive")
        )
        self.query_back = make(
            tr("Query &before"),
            "Alt+Left",
            "previous",
            tr("Show the query before this one as you left it"),
        )
        self.query_forward = make(
            tr("Query &after"),
            "Alt+Right",
            "next",
            tr("Show the query after this one as you left it"),
        )
        self.compare = make(
            tr("&Compare versions"),
            "Ctrl+Shift+M",
            "compare",
            tr("See what two versions of the model find for this query, side by side"),
        )
        self._make_grouping_actions()
        self.train = make(tr("&Train"), "Ctrl+T", "train", tr("Teach the model with the groupings"))
        self.stop_training = make(
            tr("S&top training"), None, "stop", tr("End now and keep the best so far")
        )
        self.zoom_in = make(tr("&Larger images"), key.ZoomIn, "zoom-in", tr("Larger images"))
        self.zoom_out = make(tr("S&maller images"), key.ZoomOut, "zoom-out", tr("Smaller images"))
        self.next_place = make(
            tr("&Next place"), "F6", "", tr("Take the keyboard to the next place of the window")
        )
        self.previous_place = make(
            tr("&Previous place"), "Shift+F6", "", tr("Take the keyboard one place back")
        )
        self.jobs = make(tr("What is &going on"), "Ctrl+J", "jobs", tr("Show all that is going on"))
        self.full_screen = make(tr("&Full screen"), "F11", "", tr("Fill the whole screen"))
        self.full_screen.setCheckable(True)
        self.settings = make(
            tr("&Settings…"), "Ctrl+,", "settings", tr("Appearance, language and more")
        )
        self.manual = make(tr("&Manual"), key.HelpContents, "help", tr("How to use the program"))
        self.manual.setShortcut("F1")
        self.shortcuts = make(tr("&Keys"), "?", "keyboard", tr("All keys on one sheet"))
        # Where a keyboard needs Shift for it, some systems tell of that, and some do not.
        self.shortcuts.setShortcuts([QKeySequence("?"), QKeySequence("Shift+?")])
        self.copy_diagnostics = make(
            tr("&Copy diagnostics"),
            None,
            "copy",
            tr("Copy what the program runs on, to paste into a question or a bug report"),
        )
        self.about = make(tr("&About archive-gui"), None, "info", tr("About this program"))

    def _make_grouping_actions(self) -> None:
        tr, make = self.tr, self._on_image
        self.rename_grouping = make(
            tr("Rename"), "F2", "rename", tr("Give the grouping another name")
        )
        self.merge_groupings = make(
            tr("Merge"), "Ctrl+M", "merge", tr("Make one grouping of the selected ones")
        )
        self.relate_groupings = make(
            tr("Relate"),
            "Ctrl+R",
            "relate",
            tr("The selected groupings overlap: training does not take their members for unlike"),
        )
        self.unrelate_groupings = make(
            tr("Unrelate"),
            "Ctrl+Shift+R",
            "unrelate",
            tr("The selected groupings do not overlap after all"),
        )
        self.delete_groupings = make(
            tr("Delete"), "Del", "delete", tr("Delete the selected groupings; the images stay")
        )
        self.find_grouping = self._make(
            tr("Fi&nd a grouping"), "Ctrl+L", "filter", tr("Show only groupings by name or note")
        )

    def on_groupings(self) -> Iterator[QAction]:
        """The actions on the selected groupings, in the order of a context menu."""
        yield from (
            self.rename_grouping,
            self.merge_groupings,
            self.relate_groupings,
            self.unrelate_groupings,
            self._separator(),
            self.delete_groupings,
        )

    def on_images(self) -> Iterator[QAction]:
        """The actions on the selected images, in the order of a context menu."""
        yield from (
            self.similar,
            self.more_like,
            self.less_like,
            self.look,
            self.side_by_side,
            self._separator(),
            self.anchor,
            self.positive,
            self.negative,
            self.unmark,
            self.make_anchor,
            self._separator(),
            self.new_grouping,
            self.split,
            self._separator(),
            *self.on_files(),
        )

    def on_files(self) -> tuple[QAction, ...]:
        """The actions that give the files of the selected images to others."""
        return (
            self.copy,
            self.copy_path,
            self.show_in_folder,
            self.open_outside,
            self.sheet_of_chosen,
        )

    def need_archive(self) -> Iterator[QAction]:
        """The actions that need an open archive."""
        yield from (
            self.rescan,
            self.close_archive,
            self.export_triplets,
            self.export_embeddings,
            self.contact_sheet,
            self.find,
            self.paste,
            self.query_file,
            self.select_all,
            self.invert_selection,
            self.train,
        )

    def _separator(self) -> QAction:
        separator = QAction(self)
        separator.setSeparator(True)
        return separator

    def _make(self, text: str, keys: _Keys, icon: str, tip: str) -> QAction:
        action = QAction(text, self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip}  ({shown})" if shown else tip)
        action.setStatusTip(tip)
        if icon:
            wear_icon(action, icon)
        return action

    def _on_image(self, text: str, keys: str, icon: str, tip: str) -> QAction:
        action = self._make(text, keys, icon, tip)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action
