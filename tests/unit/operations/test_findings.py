import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from archive_gui.catalog.groupings import create_grouping, list_groupings, mark
from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.catalog.triplets import import_groups
from archive_gui.errors import ArchiveError
from archive_gui.learning import registry
from archive_gui.learning.confidence import compare
from archive_gui.learning.evaluation import measure_each
from archive_gui.learning.findings import Finding, Kind
from archive_gui.learning.pairs import pairs_of, query_groups
from archive_gui.learning.settings import Depth, Loss, TrainingSettings
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.training import train_model
from archive_gui.operations.versions import list_models, model_in_use, open_embedder, use_model
from archive_gui.progress import Progress
from tests.conftest import Shapes

QUICK = TrainingSettings(depth=Depth.HEAD, epochs=3)
# Squared, such a margin is more than a number of 32 bits can hold.
ASTRAY = TrainingSettings(depth=Depth.TOP, epochs=2, loss=Loss.CONTRASTIVE, margin=1e30)


@pytest.fixture
def few(shapes: Shapes, tmp_path: Path) -> Iterator[Project]:
    """A project on 15 marked shapes, with which a tuning takes seconds."""
    archive = tmp_path / "few"
    archive.mkdir()
    for kind in ("bar", "cross", "disc"):
        for number in range(5):
            shutil.copy(shapes.archive / f"{kind} {number}.jpg", archive)
    with Project.create(tmp_path / "project", archive) as project:
        index_archive(project)
        import_groups(project, shapes.groups)
        yield project


def kinds(findings: tuple[Finding, ...]) -> list[Kind]:
    return [finding.kind for finding in findings]


def test_a_report_says_how_sure_its_figures_are(trained: Project):
    version = registry.version(trained.models_folder, 1)
    pairs = pairs_of(list_groupings(trained))
    paths = {image.id: image.path for image in list_images(trained)}
    judge = np.array([paths[image] in version.provenance["held_out"] for image in pairs.images])
    each = []
    for model in (0, 1):
        _, embedder = open_embedder(trained, model)
        images = {image.id: image for image in embedder.archive(Progress())[0]}
        embeddings = embedder.embed([images[i] for i in pairs.images], judged=True)
        each.append(measure_each(embeddings, pairs, judge))
    assert version.provenance["comparison"] == compare(*each, query_groups(pairs, judge)).as_json()
    assert version.provenance["comparison"]["queries"] == judge.sum()
    assert version.provenance["findings"] == []


def test_a_model_that_is_no_better_is_said_to_be_so_and_the_one_in_use_stays(trained: Project):
    report = train_model(trained, replace(QUICK, epochs=15))
    assert not report.kept
    assert report.in_words().startswith(
        f"No worse: on {report.held_out} held-out images the neighbours are as good as before."
    )
    assert report.in_words().endswith("The model in use stays in use.")
    assert model_in_use(trained) == 1


def test_no_file_is_learned_from_while_its_copy_judges(shapes: Shapes, tmp_path: Path):
    archive = shutil.copytree(shapes.archive, tmp_path / "archive")
    (archive / "copies").mkdir()
    rows = [row.split(",") for row in shapes.groups.read_text("utf-8").splitlines()[1:]]
    with shapes.groups.open(encoding="utf-8") as lines:
        text = lines.read()
    for path, group in rows:
        shutil.copy(archive / path, archive / "copies" / path)
        text += f"copies/{path},{group}\n"
    groups = tmp_path / "groups.csv"
    groups.write_text(text, "utf-8")
    with Project.create(tmp_path / "project", archive) as project:
        index_archive(project)
        import_groups(project, groups)
        report = train_model(project, QUICK)
        told = registry.version(project.models_folder, report.model).provenance
        digests = {image.path: image.sha256 for image in list_images(project)}
    marked = {m["path"] for g in told["groupings"] for m in (g["anchor"], *g["positives"])}
    held_out = set(told["held_out"])
    assert len(marked) == 60
    assert {path for path in marked if f"copies/{path}" in held_out} == {
        path for path in held_out if not path.startswith("copies/")
    }
    learned = {digests[path] for path in marked - held_out}
    assert not learned & {digests[path] for path in held_out}
    # A copy is no query of its own, and nothing to be found by its original.
    assert report.held_out == len(held_out) / 2
    assert report.triplets == 30 * 5 * 24


def test_bad_marks_are_told_before_the_training_and_kept_with_the_model(indexed: Project):
    ids = {image.path: image.id for image in list_images(indexed)}
    contradicting = create_grouping(indexed, ids["bar 0.jpg"], "not so")
    mark(indexed, contradicting, [ids["bar 1.jpg"]], Role.NEGATIVE)
    told: list[tuple[Finding, ...]] = []
    epochs: list[int] = []

    def hear(findings: tuple[Finding, ...]) -> None:
        assert not epochs
        told.append(findings)

    report = train_model(
        indexed, QUICK, on_findings=hear, on_epoch=lambda epoch: epochs.append(epoch.epoch)
    )
    assert told == [report.findings]
    assert kinds(report.findings) == [Kind.CONTRADICTION]
    assert (
        "bar 0.jpg and bar 1.jpg are alike in \u201cbar\u201d, but not in \u201cnot so\u201d"
        in (report.findings[0].sentence)
    )
    provenance = registry.version(indexed.models_folder, report.model).provenance
    assert provenance["findings"] == [
        {"kind": "contradiction", "sentence": report.findings[0].sentence}
    ]


def test_what_is_amiss_is_told_even_when_the_marks_are_too_few(few: Project):
    for grouping in list_groupings(few)[1:]:
        for image in grouping.positives:
            few.connection.execute("DELETE FROM marks WHERE image = ?", (image,))
    ids = {image.path: image.id for image in list_images(few)}
    first = list_groupings(few)[0]
    few.connection.execute("DELETE FROM marks WHERE image = ?", (ids["bar 2.jpg"],))
    told: list[Kind] = []
    for image in first.positives[1:]:
        few.connection.execute("DELETE FROM marks WHERE image = ?", (image,))
    with pytest.raises(ArchiveError, match="too few"):
        train_model(few, QUICK, on_findings=lambda findings: told.extend(kinds(findings)))
    assert told == [Kind.TOO_SMALL]


def test_a_margin_beyond_all_distances_is_told_with_what_came_of_it(indexed: Project):
    settings = replace(QUICK, epochs=12, margin=1e6)
    report = train_model(indexed, settings)
    assert kinds(report.findings) == [Kind.MARGIN, Kind.NOT_FALLING]
    _, embeddings = open_embedder(indexed)[1].archive(Progress())
    assert np.isfinite(embeddings).all()


def test_a_learning_that_runs_astray_leaves_no_model_of_no_numbers(few: Project):
    """The quick head of before it went wrong may stay; the network that was lost may not."""
    told: list[tuple[Finding, ...]] = []
    quick = []
    with pytest.raises(ArchiveError, match=r"ran astray.*smaller margin"):
        train_model(few, ASTRAY, on_quick=quick.append, on_findings=told.append)
    assert [kinds(each) for each in told] == [[Kind.MARGIN]]
    assert Kind.OVERFLOW in kinds(quick[0].findings)
    assert [summary.depth for summary in list_models(few)] == ["untrained", "head"]
    for model in (0, 1):
        assert np.isfinite(open_embedder(few, model)[1].archive(Progress())[1]).all()


def test_a_network_that_sees_all_images_as_the_same_is_told_and_not_used(few: Project):
    # So small a margin rewards moving everything into one place. Unmarked images would be held in
    # theirs, but here all are marked.
    settings = TrainingSettings(depth=Depth.TOP, epochs=24, loss=Loss.CONTRASTIVE, margin=0.001)
    report = train_model(few, settings, on_quick=lambda _: use_model(few, 0))
    assert Kind.COLLAPSE in kinds(report.findings)
    provenance = registry.version(few.models_folder, 2).provenance
    assert provenance["kept"] is False
    assert provenance["findings"][-1]["kind"] == "collapse"
    assert model_in_use(few) == 0
