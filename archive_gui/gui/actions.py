"""Every action of the program, once: name, keys, tool tip, icon."""

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
        make = self._make
        self.open_folder = make(
            self.tr("&Open folder…"),
            key.Open,
            "open-folder",
            self.tr("Open a folder of images; nothing in it is ever changed"),
        )
        self.open_sample = make(
            self.tr("Open the sa&mple archive"),
            None,
            "sample",
            self.tr("Try the program on 240 generated images"),
        )
        self.rescan = make(
            self.tr("&Scan again"),
            "F5",
            "rescan",
            self.tr("Look for new, changed and missing files"),
        )
        self.close_archive = make(
            self.tr("&Close archive"), "Ctrl+W", "", self.tr("Close this archive")
        )
        self.import_metadata = make(
            self.tr("&Metadata…"),
            None,
            "",
            self.tr("Keep what Tropy, Omeka, ArchivesSpace or a spreadsheet knows of the images"),
        )
        self.import_manifest = make(
            self.tr("&IIIF manifest…"),
            None,
            "",
            self.tr("Keep what a IIIF manifest, saved as a file, tells of the images"),
        )
        self.fetch_manifest = make(
            self.tr("IIIF manifest from an &address…"),
            None,
            "",
            self.tr("Ask a library's server for the images of a manifest, for an archive of them"),
        )
        self.import_groupings = make(
            self.tr("&Groupings of another curator…"),
            None,
            "",
            self.tr("Merge the groupings that another copy of this program has exported"),
        )
        self.export_groupings = make(
            self.tr("Export &groupings…"),
            None,
            "",
            self.tr("Write all marks as a table, as Web Annotations, or for another curator"),
        )
        self.export_sidecars = make(
            self.tr("Export XMP si&decars…"),
            None,
            "",
            self.tr(
                "Write an XMP file for every image with marks or metadata, into another folder"
            ),
        )
        self.export_triplets = make(
            self.tr("Export &triplets…"),
            "Ctrl+E",
            "export",
            self.tr("Write the anchor, positive and negative of every triplet as a CSV file"),
        )
        self.export_embeddings = make(
            self.tr("Export em&beddings…"),
            None,
            "",
            self.tr("Write the embedding of every image as a NumPy or Parquet file"),
        )
        self.export_results = make(
            self.tr("Export r&esults…"),
            "Ctrl+Shift+E",
            "",
            self.tr("Write rank, path, distance and mark of every result as a CSV file"),
        )
        self.contact_sheet = make(
            self.tr("Contact s&heet…"),
            key.Print,
            "contact-sheet",
            self.tr("Write all images that the grid shows as a PDF to print"),
        )
        self.restore_backup = make(
            self.tr("Restore bac&kup…"),
            None,
            "",
            self.tr("Go back to the marks of an earlier day; the present ones are kept as well"),
        )
        self.quit = make(self.tr("&Quit"), key.Quit, "", self.tr("Close the program"))

        self.undo = make(self.tr("&Undo"), key.Undo, "undo", self.tr("Take the last change back"))
        self.redo = make(
            self.tr("&Redo"),
            "Ctrl+Shift+Z",
            "redo",
            self.tr("Make the change again that was taken back"),
        )
        self.select_all = make(
            self.tr("Select &all"),
            key.SelectAll,
            "select-all",
            self.tr("Select all images that are shown"),
        )
        self.invert_selection = make(
            self.tr("&Invert selection"),
            "Ctrl+I",
            "",
            self.tr("Select what is not selected, and only that"),
        )
        self.find = make(
            self.tr("&Filter"), key.Find, "filter", self.tr("Show only images by name")
        )

        self.anchor = self._on_image(
            self.tr("Start a grouping"),
            "A",
            "mark-anchor",
            self.tr("Start a grouping with this image"),
        )
        self.anchor.setIconText(self.tr("Anchor"))
        self.positive = self._on_image(
            self.tr("Mark as positive"),
            "P",
            "mark-positive",
            self.tr("These are alike: mark as positive in the grouping in hand"),
        )
        self.positive.setIconText(self.tr("Positive"))
        self.negative = self._on_image(
            self.tr("Mark as negative"),
            "N",
            "mark-negative",
            self.tr("These only look alike: mark as negative in the grouping in hand"),
        )
        self.negative.setIconText(self.tr("Negative"))
        self.unmark = self._on_image(
            self.tr("Unmark"), "U", "unmark", self.tr("Take out of the grouping in hand")
        )
        self.make_anchor = self._on_image(
            self.tr("Make it the anchor"),
            "Shift+A",
            "make-anchor",
            self.tr("Make this image the anchor of the grouping in hand"),
        )
        self.new_grouping = self._on_image(
            self.tr("New grouping"),
            "Ctrl+G",
            "add",
            self.tr(
                "Start a grouping: the first selected image is the anchor, the others are alike"
            ),
        )
        self.split = self._on_image(
            self.tr("Move to a new grouping"),
            "Ctrl+Shift+G",
            "split",
            self.tr("Split: take the selected members out of the grouping in hand, into a new one"),
        )
        self.look = self._on_image(
            self.tr("Look closely"), "Space", "look", self.tr("See the whole image, zoom and pan")
        )
        self.side_by_side = self._on_image(
            self.tr("Compare"),
            "C",
            "side-by-side",
            self.tr("See two images side by side: the two selected, or one and what it is like"),
        )
        self.similar = self._on_image(
            self.tr("Find similar"), "Return", "similar", self.tr("Find images like this one")
        )
        self.copy = self._on_image(
            self.tr("Copy"),
            "Ctrl+C",
            "copy",
            self.tr("Copy the files, and a single image also as a picture"),
        )
        self.copy_path = self._on_image(
            self.tr("Copy path"),
            "Ctrl+Shift+C",
            "",
            self.tr("Copy where the files lie, one on a line"),
        )
        self.show_in_folder = self._on_image(
            self.tr("Show in folder"),
            "Ctrl+Shift+O",
            "",
            self.tr("Show the files in the file manager"),
        )
        self.open_outside = self._on_image(
            self.tr("Open with its own program"),
            "Ctrl+Return",
            "",
            self.tr("Open the file with the program that this computer has for it"),
        )
        self.sheet_of_chosen = self._on_image(
            self.tr("Contact sheet of these…"),
            "Ctrl+Shift+P",
            "contact-sheet",
            self.tr("Write the selected images as a PDF to print"),
        )

        self.more_like = self._on_image(
            self.tr("More like this"),
            "M",
            "more-like",
            self.tr("Search on for more like this: an example of what is right"),
        )
        self.less_like = self._on_image(
            self.tr("Less like this"),
            "L",
            "less-like",
            self.tr("Search on for less like this: an example of what is wrong"),
        )

        self.paste = make(
            self.tr("&Paste as query"),
            key.Paste,
            "paste",
            self.tr("Find images like the copied picture"),
        )
        self.query_file = make(
            self.tr("Find images like a &file…"),
            "Ctrl+Shift+F",
            "query",
            self.tr("Choose an image file and find what is like it"),
        )
        self.back = make(
            self.tr("&Back to the archive"),
            "Escape",
            "back",
            self.tr("Show all images of the archive"),
        )
        self.query_back = make(
            self.tr("Query b&efore"),
            "Alt+Left",
            "query-before",
            self.tr("Show the query before this one as you left it"),
        )
        self.query_forward = make(
            self.tr("Query &after"),
            "Alt+Right",
            "query-after",
            self.tr("Show the query after this one as you left it"),
        )
        self.compare = make(
            self.tr("&Compare versions"),
            "Ctrl+Shift+M",
            "compare",
            self.tr("See what two versions of the model find for this query, side by side"),
        )
        self._make_grouping_actions()
        self.train = make(
            self.tr("&Train"), "Ctrl+T", "train", self.tr("Teach the model with the groupings")
        )
        self.stop_training = make(
            self.tr("&Stop training"), None, "stop", self.tr("End now and keep the best so far")
        )
        self.zoom_in = make(
            self.tr("&Larger images"), key.ZoomIn, "zoom-in", self.tr("Larger images")
        )
        self.zoom_out = make(
            self.tr("S&maller images"), key.ZoomOut, "zoom-out", self.tr("Smaller images")
        )
        self.next_place = make(
            self.tr("&Next place"),
            "F6",
            "",
            self.tr("Take the keyboard to the next place of the window"),
        )
        self.previous_place = make(
            self.tr("&Previous place"), "Shift+F6", "", self.tr("Take the keyboard one place back")
        )
        self.jobs = make(
            self.tr("What is &going on"), "Ctrl+J", "jobs", self.tr("Show all that is going on")
        )
        self.full_screen = make(
            self.tr("&Full screen"), "F11", "", self.tr("Fill the whole screen")
        )
        self.full_screen.setCheckable(True)
        self.settings = make(
            self.tr("&Settings…"), "Ctrl+,", "settings", self.tr("Appearance, language and more")
        )
        self.manual = make(
            self.tr("&Manual"), key.HelpContents, "help", self.tr("How to use the program")
        )
        self.manual.setShortcut("F1")
        self.shortcuts = make(self.tr("&Keys"), "?", "keyboard", self.tr("All keys on one sheet"))
        # Where a keyboard needs Shift for it, some systems tell of that, and some do not.
        self.shortcuts.setShortcuts([QKeySequence("?"), QKeySequence("Shift+?")])
        self.copy_diagnostics = make(
            self.tr("&Copy diagnostics"),
            None,
            "copy",
            self.tr("Copy what the program runs on, to paste into a question or a bug report"),
        )
        self.about = make(
            self.tr("&About archive-gui"), None, "info", self.tr("About this program")
        )

    def _make_grouping_actions(self) -> None:
        make = self._on_image
        self.rename_grouping = make(
            self.tr("Rename"), "F2", "rename", self.tr("Give the grouping another name")
        )
        self.merge_groupings = make(
            self.tr("Merge"), "Ctrl+M", "merge", self.tr("Make one grouping of the selected ones")
        )
        self.relate_groupings = make(
            self.tr("Relate"),
            "Ctrl+R",
            "relate",
            self.tr(
                "The selected groupings overlap: training does not take their members for unlike"
            ),
        )
        self.unrelate_groupings = make(
            self.tr("Unrelate"),
            "Ctrl+Shift+R",
            "unrelate",
            self.tr("The selected groupings do not overlap after all"),
        )
        self.delete_groupings = make(
            self.tr("Delete"),
            "Del",
            "delete",
            self.tr("Delete the selected groupings; the images stay"),
        )
        self.find_grouping = self._make(
            self.tr("Fi&nd a grouping"),
            "Ctrl+L",
            "filter",
            self.tr("Show only groupings by name or note"),
        )

    def separator(self) -> QAction:
        """A line between actions, for one menu."""
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
