"""Whatever a curator does, in whatever order: undone it is gone, redone it is back.

Hypothesis chooses the operations, the names and the images, and makes what fails small.
"""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from archive_gui.catalog import groupings as g
from archive_gui.catalog import regrouping as r
from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.journal import redo, redo_label, undo, undo_label
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.triplets import export_triplets, import_triplets
from archive_gui.errors import ArchiveError
from tests.conftest import draw
from tests.unit.catalog.conftest import scan_and_read

# Of `make soak`; the tests take a sample.
SOAK = bool(os.environ.get("ARCHIVE_GUI_SOAK"))
EXAMPLES, STEPS = (100, 500) if SOAK else (6, 40)
# So many steps of undo and redo at least, back and forth through the whole history.
TRAVELS = 500 if SOAK else 1
IMAGES = 12
NAMES = ("=1+1.jpg", "-dash.jpg", 'quote " and, comma.jpg', "nächster Tag.jpg", "@at.jpg")

names = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=0, max_size=60
)
images = st.integers(1, IMAGES)
some = st.lists(images, min_size=1, max_size=5)


def content(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """All that a curator said, as it lies in the database."""
    return {
        table: sorted(map(tuple, project.connection.execute(f"SELECT * FROM {table}")))
        for table in ("groupings", "marks", "related", "images")
    }


class Curator(RuleBasedStateMachine):
    """Works on one catalog; knows what it held after each step that can be undone."""

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory()
        place = Path(self.place.name)
        archive = place / "archive"
        archive.mkdir()
        for number in range(IMAGES):
            name = NAMES[number] if number < len(NAMES) else f"{number:02d}.jpg"
            draw(number, (12, 9)).save(archive / name)
        self.project = Project.create(place / "project", archive)
        scan_and_read(self.project)
        self.past = [content(self.project)]
        self.future: list[dict[str, list[tuple[object, ...]]]] = []

    def teardown(self) -> None:
        history = [*self.past, *reversed(self.future)]
        reached, travelled = len(self.past), 0
        while travelled < TRAVELS and len(history) > 1:
            travelled += reached + len(history)
            # Back to the beginning and forth to the end.
            states = [content(self.project)]
            while undo(self.project):
                states.append(content(self.project))
            assert states == list(reversed(history[:reached]))
            for expected in history[1:]:
                assert redo(self.project) is not None
                assert content(self.project) == expected
            assert redo(self.project) is None
            reached = len(history)
        self.project.close()
        self.place.cleanup()

    def known(self) -> list[int]:
        return [grouping.id for grouping in list_groupings(self.project)]

    def do(self, change, *arguments: object) -> None:
        """Make a change; one that is refused must leave everything as it was."""
        before = content(self.project)
        try:
            change(self.project, *arguments)
        except ArchiveError:
            assert content(self.project) == before
            return
        after = content(self.project)
        if after != before:
            self.past.append(after)
            self.future.clear()

    @initialize(image=images, name=names)
    def begin(self, image: int, name: str) -> None:
        self.do(g.create_grouping, image, name)

    @rule(image=images, name=names)
    def start(self, image: int, name: str) -> None:
        self.do(g.create_grouping, image, name)

    @rule(image=images, others=some, role=st.sampled_from([Role.POSITIVE, Role.NEGATIVE]))
    def start_marked(self, image: int, others: list[int], role: Role) -> None:
        self.do(g.create_marked, image, others, role)

    @precondition(lambda self: self.known())
    @rule(data=st.data(), chosen=some, role=st.sampled_from(list(Role)))
    def mark(self, data, chosen: list[int], role: Role) -> None:
        grouping = data.draw(st.sampled_from(self.known()))
        self.do(g.mark, grouping, chosen[:1] if role is Role.ANCHOR else chosen, role)

    @precondition(lambda self: self.known())
    @rule(data=st.data(), chosen=some)
    def unmark(self, data, chosen: list[int]) -> None:
        self.do(g.unmark, data.draw(st.sampled_from(self.known())), chosen)

    @precondition(lambda self: self.known())
    @rule(data=st.data(), text=names, note=st.booleans())
    def write(self, data, text: str, note: bool) -> None:
        change = g.set_note if note else g.rename_grouping
        self.do(change, data.draw(st.sampled_from(self.known())), text)

    @precondition(lambda self: self.known())
    @rule(data=st.data())
    def delete(self, data) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.known()), min_size=1, max_size=3))
        self.do(g.delete_groupings, chosen)

    @precondition(lambda self: len(self.known()) > 1)
    @rule(
        data=st.data(),
        change=st.sampled_from([r.relate_groupings, r.unrelate_groupings]),
    )
    def relate(self, data, change) -> None:
        chosen = st.lists(st.sampled_from(self.known()), min_size=2, max_size=4, unique=True)
        self.do(change, data.draw(chosen))

    @precondition(lambda self: len(self.known()) > 1)
    @rule(data=st.data())
    def merge(self, data) -> None:
        chosen = st.lists(st.sampled_from(self.known()), min_size=2, max_size=3, unique=True)
        into, *others = data.draw(chosen)
        self.do(r.merge_groupings, into, others)

    @precondition(lambda self: self.known())
    @rule(data=st.data(), chosen=some)
    def split(self, data, chosen: list[int]) -> None:
        self.do(r.split_grouping, data.draw(st.sampled_from(self.known())), chosen)

    @rule()
    def undo(self) -> None:
        label = undo_label(self.project)
        assert undo(self.project) == label
        assert (label is not None) == (len(self.past) > 1)
        if label is not None:
            self.future.append(self.past.pop())
            assert redo_label(self.project) == label

    @rule()
    def redo(self) -> None:
        label = redo_label(self.project)
        assert redo(self.project) == label
        assert (label is not None) == bool(self.future)
        if label is not None:
            self.past.append(self.future.pop())

    @rule()
    def close_and_open(self) -> None:
        folder = self.project.folder
        self.project.close()
        self.project = Project.open(folder)

    @rule()
    def export_import_export(self) -> None:
        place = Path(self.place.name)
        first, second, other = place / "first.csv", place / "second.csv", place / "other"
        export_triplets(self.project, first)
        shutil.rmtree(other, ignore_errors=True)
        with Project.create(other, self.project.archive) as empty:
            scan_and_read(empty)
            report = import_triplets(empty, first)
            assert report.skipped == ()
            export_triplets(empty, second)
        assert first.read_bytes() == second.read_bytes()

    @invariant()
    def the_catalog_holds_what_the_last_step_left(self) -> None:
        assert content(self.project) == self.past[-1]
        assert self.project.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_any_sequence_of_changes_undone_gives_the_same_database() -> None:
    run_state_machine_as_test(
        Curator,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not SOAK,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
