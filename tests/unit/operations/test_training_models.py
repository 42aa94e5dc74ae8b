import json
import shutil

import keras
import numpy as np
import pytest

from archive_gui.catalog.groupings import create_grouping, list_groupings, mark
from archive_gui.catalog.images import list_images, readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Role
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning import registry
from archive_gui.learning.evaluation import measure, score
from archive_gui.learning.pairs import pairs_of
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.embedding import NetworkFeatures, components, steadied_components
from archive_gui.operations.indexing import index_archive
from archive_gui.operations.querying import Searcher
from archive_gui.operations.training import train_model
from archive_gui.operations.versions import list_models, model_in_use, open_embedder, use_model
from archive_gui.progress import Progress
from tests.unit.operations.conftest import StopAt, delete_derived

QUICK = TrainingSettings(depth=Depth.HEAD, epochs=3)
# What the model of the fixture was trained with.
AS_BEFORE = TrainingSettings(depth=Depth.HEAD, epochs=15)


def test_a_version_says_everything_about_where_it_comes_from(trained: Project):
    version = registry.version(trained.models_folder, 1)
    told = json.loads((version.folder / "provenance.json").read_text("utf-8"))
    assert told == version.provenance
    assert set(told) == {
        "created",
        "program",
        "libraries",
        "backbone",
        "tuned",
        "settings",
        "epochs",
        "best_epoch",
        "weight",
        "weight_near",
        "triplets",
        "groupings",
        "held_out",
        "compared_with",
        "quick",
        "before",
        "after",
        "comparison",
        "findings",
        "kept",
        "seconds",
    }
    assert told["settings"] == {
        "depth": "head",
        "miner": "semi-hard",
        "loss": "triplet",
        "distance": "euclidean",
        "margin": 0.2,
        "margin_schedule": "constant",
        "epochs": 15,
        "seed": 0,
        "backbone": "efficientnet-lite0",
        "implicit_negatives": True,
    }
    assert told["program"]["name"] == "archive-gui"
    assert set(told["libraries"]) >= {"tensorflow", "keras", "numpy", "ai-edge-litert"}
    assert len(told["backbone"]["sha256"]) == 64
    assert (told["tuned"], told["epochs"], told["compared_with"]) == (False, 15, 0)
    assert told["triplets"] == 30 * 5 * 24
    images = {image.path: image.sha256 for image in list_images(trained)}
    groupings = told["groupings"]
    assert [grouping["name"] for grouping in groupings] == ["bar", "cross", "disc", "frame", "ring"]
    members = [m for g in groupings for m in (g["anchor"], *g["positives"], *g["negatives"])]
    assert len(members) == 30
    assert all(images[member["path"]] == member["sha256"] for member in members)
    assert 0 < len(told["held_out"]) < 15
    assert set(told["held_out"]) < {member["path"] for member in members}


def test_the_figures_are_those_of_the_marks_that_were_held_out(trained: Project):
    version = registry.version(trained.models_folder, 1)
    pairs = pairs_of(list_groupings(trained))
    paths = {image.id: image.path for image in list_images(trained)}
    judge = np.array([paths[image] in version.provenance["held_out"] for image in pairs.images])
    _, untrained = open_embedder(trained, 0)
    images = {image.id: image for image in untrained.archive(Progress())[0]}
    marked = [images[image] for image in pairs.images]
    before = measure(untrained.embed(marked), pairs, judge)
    assert version.figures("before") == before
    _, embedder = open_embedder(trained, 1)
    embedder.archive(Progress())
    after = measure(embedder.embed(marked, judged=True), pairs, judge)
    assert version.figures("after") == after
    assert score(after) > score(before)
    assert version.provenance["kept"] is True
    assert model_in_use(trained) == 1


def test_the_same_seed_and_marks_give_the_same_model_even_when_all_is_made_again(trained: Project):
    delete_derived(trained)
    train_model(trained, AS_BEFORE)
    first, second = (registry.version(trained.models_folder, model) for model in (1, 2))
    for file in ("projection.npz", "judged.npz"):
        with np.load(first.folder / file) as one, np.load(second.folder / file) as other:
            assert set(one) == set(other) >= {"learned_matrix", "pretrained_matrix", "weight"}
            for name in one:
                assert one[name].tobytes() == other[name].tobytes(), (file, name)
    assert first.figures("after") == second.figures("after")


def test_what_tells_neighbours_apart_counts_less_in_a_trained_model(trained: Project):
    images = readable_images(trained)
    plain = NetworkFeatures(trained, "efficientnet-lite0")
    for judged in (False, True):
        part = registry.version(trained.models_folder, 1).projection(judged=judged).pretrained
        assert part.matrix.tobytes() == steadied_components(plain, images).matrix.tobytes()
    untrained = components(plain, images).matrix
    kept = np.linalg.norm(part.matrix, axis=0) / np.linalg.norm(untrained, axis=0)
    assert kept.min() < 0.9
    assert kept.max() < 1.001


def test_a_model_that_is_no_better_is_kept_on_disk_but_not_used(trained: Project):
    told = []
    report = train_model(trained, AS_BEFORE, on_epoch=told.append)
    assert report.model == 2
    assert not report.kept
    assert [summary.model for summary in list_models(trained)] == [0, 1, 2]
    assert model_in_use(trained) == 1
    version = registry.version(trained.models_folder, 2)
    assert (report.before, report.after) == (version.figures("before"), version.figures("after"))
    # What was in use before has learned from all marks; it is compared as it was without those
    # that judge, and so the same training is as good and no better.
    assert report.before == report.after
    provenance = version.provenance
    assert (provenance["kept"], provenance["compared_with"]) == (False, 1)
    assert (report.epochs, report.triplets) == (15, provenance["triplets"])
    assert [each.epoch for each in told] == list(range(1, 16))
    assert report.seconds > 0


def test_stopping_a_training_keeps_the_best_so_far(indexed: Project):
    progress = Progress()

    def stop(report) -> None:
        if report.epoch == 6:
            progress.cancel()

    settings = TrainingSettings(depth=Depth.HEAD, epochs=5000)
    report = train_model(indexed, settings, progress=progress, on_epoch=stop)
    assert report.epochs == 6
    version = registry.version(indexed.models_folder, report.model)
    assert version.provenance["best_epoch"] in (0, 5)
    use_model(indexed, report.model)
    assert len(Searcher(indexed).query_file(indexed.archive / "bar 0.jpg", 5).results) == 5


def test_stopping_a_training_before_it_learned_anything_leaves_nothing(indexed: Project):
    with pytest.raises(Cancelled):
        train_model(indexed, QUICK, progress=StopAt("Getting ready"))
    assert not indexed.models_folder.exists() or not list(indexed.models_folder.iterdir())
    assert model_in_use(indexed) == 0


def test_marks_of_missing_images_and_contradictions_are_left_out(indexed: Project, tmp_path):
    archive = shutil.copytree(indexed.archive, tmp_path / "archive copy")
    indexed.set_setting("archive", str(archive))
    indexed.close()
    with Project.open(indexed.folder) as project:
        ids = {image.path: image.id for image in list_images(project)}
        contradicting = create_grouping(project, ids["bar 0.jpg"], "not so")
        mark(project, contradicting, [ids["bar 1.jpg"]], Role.NEGATIVE)
        (archive / "cross 0.jpg").unlink()
        (archive / "disc 2.jpg").write_bytes(b"damaged")
        index_archive(project)
        report = train_model(project, QUICK)
        told = registry.version(project.models_folder, report.model).provenance
    # 28 images are left, 5 of the crosses and of the discs; two bars are no pair any more.
    bars, crosses_and_discs, others = 2 * 4 * 22 + 4 * 5 * 22, 10 * 4 * 23, 12 * 5 * 22
    assert report.triplets == bars + crosses_and_discs + others
    assert {"cross 0.jpg", "disc 2.jpg"} & set(told["held_out"]) == set()
    assert [grouping["name"] for grouping in told["groupings"]][-1] == "not so"


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ([], "nothing to learn from"),
        ([("000", [], [])], "nothing to learn from"),
        ([("000", ["001", "002"], [])], "nothing to tell apart"),
        ([("000", ["001"], ["002"])], "too few"),
        ([("000", ["001"], []), ("002", ["003"], [])], "too few"),
        ([("000", ["001"], []), ("002", ["000"], ["001"])], "nothing to tell apart|too few"),
    ],
)
def test_marks_that_are_too_few_are_told(make_project, marks, sentence: str):
    project = make_project(5)
    ids = {image.path.removesuffix(".png"): image.id for image in list_images(project)}
    for anchor, positives, negatives in marks:
        grouping = create_grouping(project, ids[anchor])
        mark(project, grouping, [ids[name] for name in positives], Role.POSITIVE)
        mark(project, grouping, [ids[name] for name in negatives], Role.NEGATIVE)
    with pytest.raises(ArchiveError, match=sentence):
        train_model(project, QUICK)
    assert [summary.model for summary in list_models(project)] == [0]


def test_tuned_networks_have_features_of_their_own_and_answer_queries(tuned_shapes, tmp_path):
    with Project.open(shutil.copytree(tuned_shapes, tmp_path / "tuned")) as project:
        summaries = {summary.model: summary for summary in list_models(project)}
        assert {model: each.depth for model, each in summaries.items()} == {
            0: "untrained",
            1: "head",
            2: "top",
            3: "head",
            4: "full",
        }
        assert [summaries[model].quick_of for model in (1, 2, 3, 4)] == [2, None, 4, None]
        for model in (2, 4):
            searcher = Searcher(project, model)
            report = searcher.query_file(project.archive / "bar 0.jpg", 99)
            assert report.model == model
            assert len(report.results) == 14
            assert "bar 0.jpg" not in [result.image.path for result in report.results]
            by_row = searcher.query_image(list_images(project)[0].id, 99)
            assert {r.image.path: r.distance for r in report.results} == pytest.approx(
                {r.image.path: r.distance for r in by_row.results}, abs=1e-5
            )
        features = {folder.name for folder in project.features_folder.iterdir()}
        assert features >= {"model-2", "model-4"}


def test_a_tuning_that_was_stopped_says_how_far_it_came(tuned_shapes):
    told = {v.model: v.provenance for v in registry.versions(tuned_shapes / "models")}
    assert (told[2]["epochs"], told[2]["tuned"], told[2]["quick"]) == (1, True, 1)
    assert (told[4]["epochs"], told[4]["settings"]["epochs"]) == (1, 40)
    for provenance in told.values():
        assert set(provenance["before"]) == set(provenance["after"])


def test_the_same_marks_and_seed_tune_the_same_network_byte_for_byte(tuned_shapes, tmp_path):
    copied = shutil.copytree(tuned_shapes, tmp_path / "project")
    shutil.rmtree(copied / "models")
    with Project.open(copied) as project:
        use_model(project, 0)
        # A program may have built other networks before.
        keras.ops.multiply(keras.Input((1,)), keras.Input((1,)))
        train_model(project, TrainingSettings(depth=Depth.TOP, epochs=1))
    for model in ("1", "2"):
        for name in ("model.keras", "projection.npz", "judged.npz"):
            first = tuned_shapes / "models" / model / name
            assert (copied / "models" / model / name).read_bytes() == first.read_bytes()
