import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from archive_gui.errors import ArchiveError
from archive_gui.learning.metrics import Metrics
from archive_gui.learning.projection import (
    LinearPart,
    Memberships,
    Projection,
    Prototypes,
    Scores,
)
from archive_gui.learning.registry import (
    Version,
    discard,
    empty_trash,
    has_version,
    rename,
    restore,
    save_version,
    version,
    versions,
)

FIGURES = Metrics(0.9, 0.5, 0.6, 0.7, 0.3)
PROVENANCE = {
    "created": "2026-01-02T03:04:05+00:00",
    "backbone": {"name": "efficientnet-lite0", "sha256": "00"},
    "settings": {"depth": "head"},
    "tuned": False,
    "before": FIGURES.as_json(),
    "groupings": [{"name": "Schlösser"}],
}


def part(seed: int, into: int = 3) -> LinearPart:
    rng = np.random.default_rng(seed)
    return LinearPart(
        rng.normal(size=5).astype(np.float32), rng.normal(size=(5, into)).astype(np.float32)
    )


PROTOTYPES = Prototypes(np.eye(3, dtype=np.float32), 3.0, 0.5, 0.25)
SCORES = Scores(np.eye(2, 3, dtype=np.float32), np.ones((2, 4), np.float32), 2.5)
MEMBERSHIPS = Memberships(
    np.eye(6, 3, dtype=np.float32), np.ones(3, np.float32), np.eye(2, dtype=np.float32), 1.25, 0.5
)
PROJECTION = Projection(part(1), part(2), 0.5, PROTOTYPES, SCORES, MEMBERSHIPS)
JUDGED = Projection(part(1), part(3), 0.5)


def save(folder: Path, judged: Projection | None = JUDGED, write=None) -> Version:
    write = write or (lambda file: file.write_bytes(b"network"))
    return save_version(folder, PROVENANCE, PROJECTION, judged, write)


def same(one: Projection, other: Projection) -> bool:
    rows = np.random.default_rng(0).random((4, 5)).astype(np.float32)
    return one.weight == other.weight and np.array_equal(one.apply(rows), other.apply(rows))


def numbers(folder: Path) -> list[int]:
    return [each.model for each in versions(folder)]


def test_a_version_comes_back_as_it_was_saved(tmp_path: Path):
    saved = save(tmp_path / "models")
    found = version(tmp_path / "models", saved.model)
    assert found == saved
    assert (found.model, found.backbone, found.depth) == (1, "efficientnet-lite0", "head")
    assert found.created == PROVENANCE["created"]
    assert not found.tuned
    assert found.keras_file.read_bytes() == b"network"
    assert found.figures("before") == FIGURES
    assert found.figures("after") is None
    assert same(found.projection(), PROJECTION)
    assert same(found.projection(judged=True), JUDGED)


def test_a_version_of_a_program_that_did_not_show_none_is_as_it_was(tmp_path: Path):
    saved = save(tmp_path)
    file = saved.folder / "projection.npz"
    with np.load(file) as arrays:
        former = {name: arrays[name] for name in arrays if name != "memberships_none"}
    np.savez(file, allow_pickle=False, **former)
    without = replace(PROJECTION, memberships=replace(MEMBERSHIPS, none=0.0))
    assert same(version(tmp_path, saved.model).projection(), without)
    assert not same(version(tmp_path, saved.model).projection(), PROJECTION)


def test_a_version_without_a_judged_twin_is_its_own(tmp_path: Path):
    assert same(save(tmp_path, judged=None).projection(judged=True), PROJECTION)


def test_an_untrained_projection_comes_back_without_a_learned_part(tmp_path: Path):
    plain = Projection(part(1))
    saved = save_version(tmp_path, PROVENANCE, plain, None, lambda file: file.touch())
    assert saved.projection().learned is None


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_save_that_fails_leaves_nothing_behind(tmp_path: Path, error: BaseException):
    save(tmp_path)
    before = sorted(tmp_path.iterdir())

    def fail(file: Path) -> None:
        file.write_bytes(b"half")
        raise error

    told = ArchiveError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(told):
        save(tmp_path, write=fail)
    assert sorted(tmp_path.iterdir()) == before
    assert save(tmp_path).model == 2


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot be written"):
        save(tmp_path / "file" / "models")


def test_a_number_is_never_given_twice(tmp_path: Path):
    assert [save(tmp_path).model for _ in range(3)] == [1, 2, 3]
    shutil.rmtree(tmp_path / "3")
    assert save(tmp_path).model == 4
    for number in (1, 2, 4):
        shutil.rmtree(tmp_path / str(number))
    assert save(tmp_path).model == 5


def test_numbers_go_on_after_those_that_are_there_when_the_note_of_the_last_is_lost(tmp_path: Path):
    save(tmp_path)
    save(tmp_path)
    notes = [file for file in tmp_path.iterdir() if file.is_file()]
    for damage in ("", "no number"):
        notes[0].write_text(damage)
        assert save(tmp_path).model == max(numbers(tmp_path))
    notes[0].unlink()
    assert save(tmp_path).model == 5


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "3", "{}", json.dumps(PROVENANCE | {"backbone": None}), "\xff"]
)
def test_a_damaged_version_is_passed_over_and_its_number_stays_taken(tmp_path: Path, damage: str):
    save(tmp_path)
    broken = save(tmp_path)
    (broken.folder / "provenance.json").write_text(damage, encoding="latin-1")
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / ".0123.part").mkdir()
    (tmp_path / "7").mkdir()
    assert numbers(tmp_path) == [1]
    with pytest.raises(ArchiveError, match="no model 2"):
        version(tmp_path, 2)
    assert save(tmp_path).model == 8
    assert numbers(tmp_path) == [1, 8]


def test_before_anything_was_trained_there_are_no_versions(tmp_path: Path):
    assert versions(tmp_path / "models") == []


@pytest.mark.parametrize("share", [0, 0.3, 0.9, None])
def test_a_damaged_projection_is_told_with_its_file(tmp_path: Path, share: float | None):
    saved = save(tmp_path)
    file = saved.folder / "projection.npz"
    data = file.read_bytes()
    if share is None:
        file.unlink()
    else:
        file.write_bytes(data[: int(share * len(data))])
    with pytest.raises(ArchiveError, match=r"projection\.npz is damaged"):
        version(tmp_path, 1).projection()


def test_a_projection_with_code_in_it_is_not_run(tmp_path: Path):
    saved = save(tmp_path)
    arrays = dict.fromkeys(("pretrained_mean", "pretrained_matrix", "weight"), object())
    np.savez(saved.folder / "projection.npz", **{k: np.array([v]) for k, v in arrays.items()})
    with pytest.raises(ArchiveError, match="damaged"):
        saved.projection()


@pytest.mark.parametrize("forged", ["shapes", "words", "infinite", "compressed", "prototypes"])
def test_a_forged_projection_is_told_as_damaged(tmp_path: Path, forged: str):
    saved = save(tmp_path)
    file = saved.folder / "projection.npz"
    with np.load(file) as kept:
        arrays = dict(kept)
    write = np.savez_compressed if forged == "compressed" else np.savez
    match forged:
        case "shapes":
            arrays["pretrained_mean"] = arrays["pretrained_mean"][:-1]
        case "words":
            arrays["pretrained_matrix"] = np.full((5, 3), "evil")
        case "infinite":
            arrays["learned_matrix"][2, 1] = np.inf
        case "prototypes":
            arrays["prototypes"] = np.ones((2, 99), np.float32)
    write(file, **arrays)
    with pytest.raises(ArchiveError, match=r"projection\.npz is damaged"):
        saved.projection()


def test_a_provenance_that_is_nested_without_end_is_passed_over(tmp_path: Path):
    (save(tmp_path).folder / "provenance.json").write_text("[" * 100_000)
    assert versions(tmp_path) == []


def test_a_name_lies_beside_the_provenance_and_leaves_it_as_it_was(tmp_path: Path):
    saved = save(tmp_path)
    assert saved.name == ""
    before = (saved.folder / "provenance.json").read_bytes()
    rename(tmp_path, 1, "  Wasserzeichen,\n zweiter Versuch ")
    assert version(tmp_path, 1).name == "Wasserzeichen, zweiter Versuch"
    assert (saved.folder / "provenance.json").read_bytes() == before
    rename(tmp_path, 1, " ")
    assert version(tmp_path, 1).name == ""
    with pytest.raises(ArchiveError, match="no model 2"):
        rename(tmp_path, 2, "nobody")
    (saved.folder / "name.txt").write_bytes(b"\xff\xfe")
    assert saved.name == ""


def test_what_is_in_the_trash_comes_back_whole_until_it_is_emptied(tmp_path: Path):
    for _ in range(2):
        save(tmp_path)
    whole = {file.name: file.read_bytes() for file in (tmp_path / "2").iterdir()}
    discard(tmp_path, 2)
    assert numbers(tmp_path) == [1]
    with pytest.raises(ArchiveError, match="no model 2"):
        discard(tmp_path, 2)
    restore(tmp_path, 2)
    assert numbers(tmp_path) == [1, 2]
    assert {file.name: file.read_bytes() for file in (tmp_path / "2").iterdir()} == whole
    discard(tmp_path, 2)
    (tmp_path / "last-number").unlink()
    assert save(tmp_path).model == 3
    discard(tmp_path, 3)
    (tmp_path / "last-number").unlink()
    assert empty_trash(tmp_path) == [2, 3]
    assert empty_trash(tmp_path) == []
    with pytest.raises(ArchiveError, match="Model 2 cannot be moved"):
        restore(tmp_path, 2)
    assert save(tmp_path).model == 4


def test_a_disk_that_takes_nothing_leaves_models_and_trash_as_they_are(tmp_path: Path):
    for _ in range(2):
        save(tmp_path)
    (tmp_path / "trash").write_bytes(b"in the way")
    with pytest.raises(ArchiveError, match="cannot be moved"):
        discard(tmp_path, 1)
    (tmp_path / "trash").unlink()
    discard(tmp_path, 1)
    (tmp_path / "last-number").unlink()
    (tmp_path / "last-number").mkdir()
    assert empty_trash(tmp_path) == []
    restore(tmp_path, 1)
    assert numbers(tmp_path) == [1, 2]


def test_a_version_is_read_without_reading_the_others(tmp_path: Path):
    for _ in range(2):
        save(tmp_path)
    (tmp_path / "1" / "provenance.json").unlink()
    os.mkfifo(tmp_path / "1" / "provenance.json")
    assert version(tmp_path, 2).model == 2
    assert has_version(tmp_path, 2)
    assert not has_version(tmp_path, 4)
