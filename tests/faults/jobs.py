"""What is done in processes that are killed or meet faults; loaded once, then forked."""

import contextlib
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from archive_gui.catalog.groupings import create_grouping, list_groupings, mark
from archive_gui.catalog.images import readable_images
from archive_gui.catalog.interchange.manifests import import_manifest
from archive_gui.catalog.interchange.merging import merge_file
from archive_gui.catalog.interchange.metadata import import_metadata
from archive_gui.catalog.journal import redo, undo
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.triplets import export_triplets, import_groups, import_triplets
from archive_gui.cli.main import main
from archive_gui.errors import ArchiveError
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.exporting import export_embeddings, export_model
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.model_cards import read_model_card
from archive_gui.operations.preparing import prepare_model
from archive_gui.operations.querying import Searcher
from archive_gui.operations.reports import last_report
from archive_gui.operations.training import train_model
from archive_gui.operations.versions import list_models
from tests.faults.faulty import let_happen

Confirm = Callable[[object], None]


def index(folder: Path, out: Path, confirm: Confirm) -> None:
    with Project.open(folder) as project:
        index_archive(project)
        confirm("indexed")


def marking(folder: Path, out: Path, confirm: Confirm) -> None:
    """Mark image after image, and confirm each mark when the call has returned."""
    with Project.open(folder) as project:
        images = [image.id for image in readable_images(project)]
        for number, anchor in enumerate(images):
            grouping = create_grouping(project, anchor, f"new {number}")
            confirm((f"new {number}", anchor, "anchor"))
            for image, role in zip(
                (*images[number + 1 :], *images[:number]),
                (Role.POSITIVE, Role.NEGATIVE, Role.POSITIVE),
                strict=False,
            ):
                mark(project, grouping, [image], role)
                confirm((f"new {number}", image, role.value))


def importing(folder: Path, out: Path, confirm: Confirm) -> None:
    with Project.open(folder) as project:
        import_triplets(project, folder.parent / "triplets.csv")
        confirm("imported")


def train(folder: Path, out: Path, confirm: Confirm) -> None:
    with Project.open(folder) as project:
        train_model(project, TrainingSettings(depth=Depth.HEAD, epochs=3))
        confirm("trained")
        prepare_model(project)


def prepare(folder: Path, out: Path, confirm: Confirm) -> None:
    """Embed the whole archive anew, of which nothing is computed."""
    shutil.rmtree(folder / "features", ignore_errors=True)
    shutil.rmtree(folder / "index", ignore_errors=True)
    with Project.open(folder) as project:
        prepare_model(project)
        confirm("prepared")


def export(folder: Path, out: Path, confirm: Confirm) -> None:
    with Project.open(folder) as project:
        export_triplets(project, out / "triplets.csv")
        export_embeddings(project, out / "embeddings.npz")
        export_model(project, 1, out / "model.keras")
        confirm("exported")


def migrate(folder: Path, out: Path, confirm: Confirm) -> None:
    with Project.open(folder):
        confirm("migrated")


def answer(folder: Path, out: Path, confirm: Confirm) -> None:
    """Open, list and ask, as the window does, and take back what was done last."""
    with Project.open(folder) as project:
        list_models(project)
        list_groupings(project)
        last_report(project)
        read_model_card(project, 1)
        images = readable_images(project)
        searcher = prepare_model(project)
        for image in images[:3]:
            searcher.query_image(image.id, 3)
        undo(project)
        redo(project)
        confirm("answered")


def take(folder: Path, out: Path, confirm: Confirm) -> None:
    """Import whatever was given; of what is refused the next is tried all the same."""
    refused = None
    with Project.open(folder) as project:
        for name, function in (
            ("marks.json", merge_file),
            ("manifest.json", import_manifest),
            ("metadata.csv", import_metadata),
            ("groups.csv", import_groups),
        ):
            try:
                function(project, folder.parent / "given" / name)
            except ArchiveError as error:
                refused = error
    if refused is not None:
        raise refused


JOBS: dict[str, Callable[[Path, Path, Confirm], None]] = {
    "index": index,
    "mark": marking,
    "import": importing,
    "train": train,
    "prepare": prepare,
    "export": export,
    "migrate": migrate,
    "answer": answer,
    "take": take,
}


def run(
    job: str, folder: Path, out: Path, said: Connection, fault: str | None = None, at: int = 0
) -> None:
    """Do a job; say what is confirmed, then how it ended."""
    counter = let_happen((folder, out), fault, at) if fault is not None else None
    confirm: Confirm = lambda what: said.send(("confirmed", what))  # noqa: E731
    said.send(("started", None))
    try:
        JOBS[job](folder, out, confirm)
    except ArchiveError as error:
        said.send(("refused", str(error)))
    except BaseException:
        said.send(("raised", traceback.format_exc()))
    else:
        said.send(("done", None))
    if counter is not None:
        said.send(("events", counter.seen))
    said.close()
    # What libraries tidy up at the end is not what is tried here.
    os._exit(0)


def search(folder: Path, said: Connection) -> None:
    """Whether the model in use answers for every image of the archive."""
    with Project.open(folder) as project:
        images = readable_images(project)
        searcher = prepare_model(project)
        again = Searcher(project)
        answers = sum(len(again.query_image(image.id, 3).results) for image in images)
        said.send((searcher.model, len(images), answers))
    said.close()
    os._exit(0)


def command(arguments: list[str], streams: Path, user: int | None = None) -> None:
    """Run the command line; what it writes goes to files in `streams`."""
    with (
        (streams / "out").open("w", encoding="utf-8") as out,
        (streams / "err").open("w", encoding="utf-8") as err,
    ):
        if user is not None:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(arguments)
            except SystemExit as ended:
                code = int(ended.code or 0)
    sys.stdout.flush()
    os._exit(code)
