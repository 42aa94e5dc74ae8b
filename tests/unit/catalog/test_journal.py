import contextlib
import random

import pytest

from archive_gui.catalog import groupings as g
from archive_gui.catalog import regrouping as r
from archive_gui.catalog.images import Reading, list_images, record_readings
from archive_gui.catalog.journal import redo, redo_label, step, undo, undo_label
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError
from archive_gui.words import Sentence, say


def do_something(project: Project, rng: random.Random, ids: list[int]) -> None:
    """One random change; some of them are refused, as a curator's are."""
    known = [grouping.id for grouping in g.list_groupings(project)]
    some = rng.sample(ids, rng.randint(1, 3))
    choice = rng.randrange(13)
    if choice == 0 or len(known) < 3:
        g.create_marked(project, some[0], some[1:], rng.choice([Role.POSITIVE, Role.NEGATIVE]))
    elif choice <= 3:
        g.mark(project, rng.choice(known), some, rng.choice(list(Role)))
    elif choice == 4:
        g.unmark(project, rng.choice(known), some)
    elif choice == 5:
        g.rename_grouping(project, rng.choice(known), f"name {rng.random()}")
    elif choice == 6:
        r.merge_groupings(project, known[-1], rng.sample(known[:-1], rng.randint(1, 2)))
    elif choice == 7:
        g.delete_groupings(project, rng.sample(known, rng.randint(1, 2)))
    elif choice == 8:
        g.set_note(project, rng.choice(known), f"note {rng.random()}")
    elif choice == 9:
        r.unrelate_groupings(project, rng.sample(known, rng.randint(1, 2)))
    elif choice == 10:
        r.relate_groupings(project, rng.sample(known, rng.randint(2, 3)))
    else:
        grouping = rng.choice(g.list_groupings(project))
        members = [grouping.anchor, *grouping.positives, *grouping.negatives]
        r.split_grouping(project, grouping.id, rng.sample(members, (len(members) + 1) // 2))


@pytest.mark.parametrize("seed", range(5))
def test_every_state_comes_back_by_undo_and_redo_even_after_closing(scanned: Project, seed: int):
    rng = random.Random(seed)
    ids = [image.id for image in list_images(scanned)]
    states = [g.list_groupings(scanned)]
    for _ in range(90):
        with contextlib.suppress(ArchiveError):
            do_something(scanned, rng, ids)
        state = g.list_groupings(scanned)
        if state != states[-1]:
            states.append(state)
    assert len(states) > 40
    folder = scanned.folder
    scanned.close()
    with Project.open(folder) as again:
        for state in reversed(states[:-1]):
            assert undo(again)
            assert g.list_groupings(again) == state
        assert undo(again) is None
        again.close()
    with Project.open(folder) as once_more:
        for state in states[1:]:
            assert redo(once_more)
            assert g.list_groupings(once_more) == state
        assert redo(once_more) is None


def test_labels_say_what_would_be_undone_and_redone(scanned: Project):
    ids = [image.id for image in list_images(scanned)]
    assert undo_label(scanned) is None
    grouping = g.create_grouping(scanned, ids[0])
    g.mark(scanned, grouping, ids[1:4], Role.POSITIVE)
    assert undo_label(scanned) == "Mark 3 images as positive in “000”"
    assert undo(scanned) == "Mark 3 images as positive in “000”"
    assert (undo_label(scanned), redo_label(scanned)) == (
        "Start “000”",
        "Mark 3 images as positive in “000”",
    )


def test_a_new_change_forgets_what_was_undone(scanned: Project):
    ids = [image.id for image in list_images(scanned)]
    g.create_grouping(scanned, ids[0])
    undo(scanned)
    g.create_grouping(scanned, ids[1])
    assert redo_label(scanned) is None


def test_a_change_that_changes_nothing_is_no_step(scanned: Project):
    ids = [image.id for image in list_images(scanned)]
    grouping = g.create_grouping(scanned, ids[0], "Name")
    g.mark(scanned, grouping, [ids[1]], Role.POSITIVE)
    g.mark(scanned, grouping, [ids[1]], Role.POSITIVE)
    g.rename_grouping(scanned, grouping, "Name")
    assert undo_label(scanned) == "Mark 1 image as positive in “Name”"


def test_a_refused_change_keeps_what_can_be_redone(scanned: Project):
    ids = [image.id for image in list_images(scanned)]
    grouping = g.create_grouping(scanned, ids[0])
    g.mark(scanned, grouping, [ids[1]], Role.POSITIVE)
    undo(scanned)
    with pytest.raises(ArchiveError):
        g.mark(scanned, grouping, ids[:2], Role.NEGATIVE)
    assert redo(scanned) == "Mark 1 image as positive in “000”"


def test_a_failing_block_leaves_no_trace(scanned: Project):
    ids = [image.id for image in list_images(scanned)]
    with pytest.raises(RuntimeError), step(scanned, "Half") as connection:
        g.insert_grouping(connection, "half", ids[0])
        raise RuntimeError
    assert g.list_groupings(scanned) == []
    assert undo_label(scanned) is None


def test_a_change_that_changes_nothing_leaves_redo_as_it_was(scanned: Project):
    first, second = (image.id for image in list_images(scanned)[:2])
    grouping = g.create_grouping(scanned, first)
    g.mark(scanned, grouping, [second], Role.POSITIVE)
    g.rename_grouping(scanned, grouping, "owls")
    undo(scanned)
    g.mark(scanned, grouping, [second], Role.POSITIVE)
    assert redo_label(scanned) == "Rename “000” to “owls”"


@pytest.mark.parametrize(
    "row",
    [
        '{"id": 1, "name": [], "note": ""}',
        '{"id": 1, "name": null, "note": ""}',
        '{"id": 9223372036854775808, "name": "", "note": ""}',
        '{"id": 1, "name": "\\ud800", "note": ""}',
        '{"id": 1, "name": "seals"}',
        '["id", "name", "note"]',
        "[" * 100_000,
        "7",
        b"\xff",
    ],
)
def test_what_somebody_has_forged_in_the_journal_is_refused_and_changes_nothing(
    scanned: Project, row: str | bytes
):
    grouping = g.create_grouping(scanned, list_images(scanned)[0].id, "seals")
    g.rename_grouping(scanned, grouping, "owls")
    before = g.list_groupings(scanned)
    with scanned.transaction() as connection:
        connection.execute("UPDATE changes SET before = ? WHERE before IS NOT NULL", (row,))
    with pytest.raises(ArchiveError, match=r"^This step of the journal is damaged"):
        undo(scanned)
    assert (g.list_groupings(scanned), redo_label(scanned)) == (before, None)
    with scanned.transaction() as connection:
        connection.execute("UPDATE changes SET before = after, after = ?", (row,))
        connection.execute("UPDATE steps SET undone = 1")
    with pytest.raises(ArchiveError, match=r"^This step of the journal is damaged"):
        redo(scanned)
    assert g.list_groupings(scanned) == before


def test_a_mark_of_what_is_not_there_cannot_be_undone_into(scanned: Project):
    ids = [image.id for image in list_images(scanned)]
    grouping = g.create_grouping(scanned, ids[0], "seals")
    g.mark(scanned, grouping, [ids[1]], Role.POSITIVE)
    g.unmark(scanned, grouping, [ids[1]])
    forged = f'{{"grouping": {grouping}, "image": 999999, "role": "positive"}}'
    with scanned.transaction() as connection:
        connection.execute("UPDATE changes SET before = ? WHERE after IS NULL", (forged,))
    with pytest.raises(ArchiveError, match=r"^This step of the journal is damaged"):
        undo(scanned)
    assert g.list_groupings(scanned)[0].positives == ()


def test_labels_and_reasons_are_kept_so_that_they_can_be_told_in_any_language(scanned: Project):
    image = list_images(scanned)[0]
    g.rename_grouping(scanned, g.create_grouping(scanned, image.id), "seals")
    reason = say("{image} is empty; copy it again from its source.", image=image.path)
    record_readings(scanned, [Reading(image.id, image.sha256, error=reason)])
    with Project.as_guest(scanned.folder, scanned.archive) as again:
        label, told = undo_label(again), list_images(again)[0].error
    assert isinstance(label, Sentence)
    assert label.values["new"] == "seals"
    assert isinstance(told, Sentence)
    assert (told, told.template) == (reason, reason.template)
