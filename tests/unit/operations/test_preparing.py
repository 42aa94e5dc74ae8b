import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.triplets import import_groups
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.operations import preparing
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.preparing import prepare_model
from archive_gui.operations.querying import Searcher
from archive_gui.operations.versions import (
    answering_model,
    let_answer,
    list_models,
    model_in_use,
    use_model,
)
from archive_gui.progress import Progress
from tests.conftest import Shapes, draw

# Of depth top, and the quick model of the same training.
TUNED, QUICK = 2, 1
OTHERS = 40


class Reports(Progress):
    """Notes what is reported, and stops the job when so many images are prepared."""

    def __init__(self, stop_at: int | None = None) -> None:
        super().__init__()
        self._stop_at = stop_at
        self.told: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, text: str) -> None:
        self.told.append((done, total, text))
        if self._stop_at is not None and total and done >= self._stop_at:
            self.cancel()


@pytest.fixture
def waiting(
    shapes: Shapes, tuned_shapes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Project]:
    """A project of 6 marked shapes, 5 more of one shape and other pictures, in whose models a
    tuned one is in use that has seen none of them; model 0 answers.
    """
    monkeypatch.setattr(preparing, "_AT_ONCE", 4)
    archive = tmp_path / "archive"
    archive.mkdir()
    for number in range(OTHERS):
        draw(number, (60, 40)).save(archive / f"a {number:02d}.jpg")
    rows = ["path,group"]
    for kind in ("bar", "disc"):
        for number in range(8 if kind == "bar" else 3):
            shutil.copy(shapes.archive / f"{kind} {number}.jpg", archive)
            rows += [f"{kind} {number}.jpg,{kind}"] * (number < 3)
    (tmp_path / "groups.csv").write_text("\n".join(rows), "utf-8")
    with Project.create(tmp_path / "project", archive) as project:
        index_archive(project)
        import_groups(project, tmp_path / "groups.csv")
        for model in (QUICK, TUNED):
            folder = f"models/{model}"
            shutil.copytree(tuned_shapes / folder, project.folder / folder)
        network = f"features/model-{TUNED}/network.tflite"
        (project.folder / network).parent.mkdir()
        shutil.copy(tuned_shapes / network, project.folder / network)
        use_model(project, TUNED)
        yield project


def looked_at(project: Project) -> list[str]:
    """The paths of the images that the tuned network has looked at, in that order."""
    data = (project.features_folder / f"model-{TUNED}" / "digests.f32.bin").read_bytes()
    paths = {image.sha256: image.path for image in list_images(project)}
    return [paths[data[start : start + 32].hex()] for start in range(0, len(data), 32)]


def test_marked_images_come_first_then_those_in_sight_then_what_is_like_the_marked(
    waiting: Project,
):
    ids = {image.path: image.id for image in list_images(waiting)}
    seen = [f"a {number:02d}.jpg" for number in (39, 17, 21)]
    progress = Reports()
    prepare_model(waiting, progress, lambda: [ids[path] for path in seen])
    order = looked_at(waiting)
    assert len(order) == len(set(order)) == OTHERS + 11
    marked = {f"{kind} {number}.jpg" for kind in ("bar", "disc") for number in range(3)}
    assert set(order[:6]) == marked
    # The chunk in which the marked ones end is filled up with those like them.
    assert set(order[6:8]) < {f"bar {number}.jpg" for number in range(3, 8)}
    assert order[8:11] == seen
    assert set(order[6:8]) | set(order[11:14]) == {f"bar {number}.jpg" for number in range(3, 8)}
    counted = [(done, total) for done, total, text in progress.told if "Preparing model 2" in text]
    assert counted[0] == (0, OTHERS + 11)
    assert counted[-1] == (OTHERS + 11, OTHERS + 11)


def test_a_stopped_preparation_goes_on_where_it_was_and_the_old_model_answers_until_then(
    waiting: Project,
):
    with pytest.raises(Cancelled):
        prepare_model(waiting, Reports(stop_at=12))
    assert (model_in_use(waiting), answering_model(waiting)) == (TUNED, 0)
    answers = {model.model: (model.in_use, model.answers) for model in list_models(waiting)}
    assert answers == {0: (False, True), QUICK: (False, False), TUNED: (True, False)}
    first = looked_at(waiting)
    assert 12 <= len(first) < OTHERS
    query = waiting.archive / "bar 0.jpg"
    report = Searcher(waiting, answering_model(waiting)).query_file(query, 99)
    assert (report.model, len(report.results)) == (0, OTHERS + 10)
    waiting.close()
    with Project.open(waiting.folder) as project:
        progress = Reports()
        searcher = prepare_model(project, progress)
        done = next(done for done, total, _ in progress.told if total)
        assert done == len(first)
        order = looked_at(project)
        assert order[: len(first)] == first
        assert len(order) == len(set(order)) == OTHERS + 11
        assert searcher.query_file(query, 99).model == TUNED
        assert answering_model(project) == TUNED
        again = Reports()
        prepare_model(project, again)
        assert not [total for _, total, _ in again.told if total]


def test_a_version_that_is_put_in_use_meanwhile_is_prepared_in_its_place(waiting: Project):
    def choose_another() -> list[int]:
        use_model(waiting, QUICK)
        return []

    with pytest.raises(Cancelled):
        prepare_model(waiting, in_sight=choose_another)
    assert answering_model(waiting) == 0
    assert prepare_model(waiting).model == QUICK
    assert answering_model(waiting) == QUICK


def test_a_quick_model_needs_no_look_at_the_images(waiting: Project):
    use_model(waiting, QUICK)
    progress = Reports()
    assert prepare_model(waiting, progress).model == QUICK
    assert progress.told == []
    assert not (waiting.features_folder / f"model-{TUNED}" / "digests.f32.bin").exists()


def test_new_images_are_searched_by_the_model_that_answers(waiting: Project):
    draw(99).save(waiting.archive / "new.jpg")
    index_archive(waiting)
    assert not (waiting.features_folder / f"model-{TUNED}" / "digests.f32.bin").exists()
    prepare_model(waiting)
    assert "new.jpg" in looked_at(waiting)


def test_images_that_cannot_be_looked_at_are_told_and_the_old_model_stays(waiting: Project):
    for file in waiting.folder.glob("thumbnails.sqlite3*"):
        file.unlink()
    waiting.archive.rename(waiting.archive.with_name("unplugged"))
    with pytest.raises(ArchiveError, match="cannot be found"):
        prepare_model(waiting)
    assert (model_in_use(waiting), answering_model(waiting)) == (TUNED, 0)


def test_a_version_that_answered_and_was_deleted_gives_way_to_the_untrained_one(waiting: Project):
    let_answer(waiting, QUICK)
    shutil.rmtree(waiting.models_folder / str(QUICK))
    assert answering_model(waiting) == 0
