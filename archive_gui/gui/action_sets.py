"""Which actions belong together: in a menu, and in what they need."""

from collections.abc import Iterator

from PySide6.QtGui import QAction

from archive_gui.gui.actions import Actions


def on_groupings(actions: Actions) -> Iterator[QAction]:
    """The actions on the selected groupings, in the order of a context menu."""
    yield from (
        actions.rename_grouping,
        actions.merge_groupings,
        actions.relate_groupings,
        actions.unrelate_groupings,
        actions.separator(),
        actions.delete_groupings,
    )


def on_images(actions: Actions) -> Iterator[QAction]:
    """The actions on the selected images, in the order of a context menu."""
    yield from (
        actions.similar,
        actions.more_like,
        actions.less_like,
        actions.look,
        actions.side_by_side,
        actions.separator(),
        actions.anchor,
        actions.positive,
        actions.negative,
        actions.unmark,
        actions.make_anchor,
        actions.separator(),
        actions.new_grouping,
        actions.split,
        actions.separator(),
        *on_files(actions),
    )


def on_files(actions: Actions) -> tuple[QAction, ...]:
    """The actions that give the files of the selected images to others."""
    return (
        actions.copy,
        actions.copy_path,
        actions.show_in_folder,
        actions.open_outside,
        actions.sheet_of_chosen,
    )


def need_archive(actions: Actions) -> Iterator[QAction]:
    """The actions that need an open archive."""
    yield from (
        actions.rescan,
        actions.close_archive,
        actions.import_metadata,
        actions.import_manifest,
        actions.import_groupings,
        actions.export_groupings,
        actions.export_sidecars,
        actions.export_triplets,
        actions.export_embeddings,
        actions.contact_sheet,
        actions.find,
        actions.paste,
        actions.query_file,
        actions.select_all,
        actions.invert_selection,
    )


def need_curator(actions: Actions) -> tuple[QAction, ...]:
    """The actions that say something of the images, or learn from it."""
    return (
        *(actions.anchor, actions.positive, actions.negative, actions.unmark, actions.make_anchor),
        *(actions.new_grouping, actions.split, actions.undo, actions.redo, actions.train),
        *(actions.import_metadata, actions.import_manifest, actions.import_groupings),
    )
