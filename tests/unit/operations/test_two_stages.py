"""A training that first makes a quick model and then goes on to a thorough one."""

import pytest

from archive_gui.catalog.images import list_images
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.learning import registry, trainer
from archive_gui.learning.evaluation import score
from archive_gui.learning.memberships import TunedCare, tuned_care
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.projection import Array
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.training import TrainingReport, train_model
from archive_gui.operations.versions import list_models, model_in_use, use_model
from archive_gui.progress import Progress

THOROUGH = TrainingSettings(depth=Depth.TOP, epochs=2)


def test_each_stage_is_a_version_and_used_only_where_it_is_better(indexed: Project):
    quick: list[tuple[TrainingReport, int]] = []
    stages: list[str] = []
    report = train_model(
        indexed,
        THOROUGH,
        on_epoch=lambda epoch: stages.append(epoch.stage),
        on_quick=lambda report: quick.append((report, model_in_use(indexed))),
    )
    [(first, used_meanwhile)] = quick
    assert first.kept
    assert (first.model, first.depth, first.trained) == (1, Depth.HEAD, (1,))
    assert used_meanwhile == 1
    assert stages == [Depth.HEAD] * first.epochs + [Depth.TOP] * 2
    one, two = (registry.version(indexed.models_folder, model) for model in (1, 2))
    assert (one.depth, two.depth) == ("head", "top")
    assert (one.provenance["quick"], two.provenance["quick"]) == (None, 1)
    assert one.provenance["settings"]["epochs"] is None
    for key in ("held_out", "before", "compared_with"):
        assert one.provenance[key] == two.provenance[key]
    after_thorough = two.figures("after")
    # It has to beat what was in use before both, and to be no worse than its preview.
    assert two.provenance["kept"] == (score(after_thorough) > score(report.before))
    best = two if two.provenance["kept"] else one
    assert (report.model, report.after) == (best.model, best.figures("after"))
    assert (report.kept, report.trained, model_in_use(indexed)) == (True, (1, 2), best.model)
    assert report.before == first.before == one.figures("before")
    assert report.seconds > first.seconds > 0
    assert [model.quick_of for model in list_models(indexed)] == [None, 2, None]


def test_stopping_the_tuning_before_it_learned_anything_keeps_the_quick_model(indexed: Project):
    progress = Progress()
    report = train_model(
        indexed, THOROUGH, progress=progress, on_quick=lambda report: progress.cancel()
    )
    assert (report.model, report.depth, report.kept) == (1, Depth.HEAD, True)
    assert report.trained == (1,)
    assert model_in_use(indexed) == 1
    assert [model.model for model in list_models(indexed)] == [0, 1]


def test_a_tuning_that_fails_leaves_the_quick_model_in_use_and_says_so(indexed: Project):
    def lose_the_thumbnails(report: TrainingReport) -> None:
        for file in indexed.folder.glob("thumbnails.sqlite3*"):
            file.unlink()
        indexed.archive = indexed.archive.with_name("unplugged")

    with pytest.raises(ArchiveError, match=r"cannot be found.*model 1, is in use\.$"):
        train_model(indexed, THOROUGH, on_quick=lose_the_thumbnails)
    assert model_in_use(indexed) == 1


def test_a_disk_that_takes_no_second_version_leaves_the_quick_model_in_use(indexed: Project):
    def spoil_the_folder(report: TrainingReport) -> None:
        # The next version cannot get its number.
        (indexed.models_folder / "last-number").unlink()
        (indexed.models_folder / "last-number").mkdir()

    with pytest.raises(ArchiveError, match=r"cannot be written.*model 1, is in use\.$"):
        train_model(indexed, THOROUGH, on_quick=spoil_the_folder)
    assert model_in_use(indexed) == 1
    assert [model.model for model in list_models(indexed)] == [0, 1]


def test_the_thorough_model_has_to_beat_what_a_person_has_put_in_use_meanwhile(indexed: Project):
    report = train_model(indexed, THOROUGH, on_quick=lambda report: use_model(indexed, 0))
    tuned = registry.version(indexed.models_folder, 2)
    better = score(tuned.figures("after")) > score(report.before)
    assert tuned.provenance["kept"] == better
    assert model_in_use(indexed) == (2 if better else 0)


def test_marks_that_judge_have_no_say_in_how_memberships_are_fitted(
    indexed: Project, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    shares: list[float | None] = []

    def share(pretrained: Array, pairs: Pairs, background: Array) -> float | None:
        assert len(pretrained) == len(pairs.images)
        asked.extend(pairs.images)
        return 0.31

    def care(pairs: Pairs, share: float | None) -> TunedCare:
        asked.extend(pairs.images)
        shares.append(share)
        return tuned_care(pairs, share)

    monkeypatch.setattr(trainer, "members_share", share)
    monkeypatch.setattr(trainer, "tuned_care", care)
    train_model(indexed, TrainingSettings(depth=Depth.TOP, epochs=1))
    held_out = registry.version(indexed.models_folder, 2).provenance["held_out"]
    paths = {image.id: image.path for image in list_images(indexed)}
    assert held_out
    assert asked
    assert not {paths[image] for image in asked} & set(held_out)
    # The thorough training goes by what the quick one was told.
    assert shares == [0.31]
