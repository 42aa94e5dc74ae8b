import json
import shutil

import pytest

from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.operations.judging import compare_versions
from archive_gui.operations.reports import compared_with, last_report
from archive_gui.operations.versions import (
    delete_model,
    empty_trash,
    list_models,
    rename_model,
    restore_model,
    use_model,
)


def test_two_versions_are_compared_on_the_held_out_marks_with_telling_examples(trained: Project):
    report = last_report(trained)
    found = compare_versions(trained, 0, 1)
    # Nobody has marked anything since, so it is what the training itself found.
    assert (found.figures_before, found.figures_after) == (report.before, report.after)
    assert found.comparison == report.comparison
    held_out = json.loads((trained.models_folder / "1" / "provenance.json").read_bytes())[
        "held_out"
    ]
    gains = [example.gain for example in found.improved]
    assert gains == sorted(gains, reverse=True)
    assert all(gain > 0 for gain in gains)
    assert all(example.gain < 0 for example in found.worsened)
    examples = (*found.improved, *found.worsened)
    assert examples
    for example in examples:
        assert example.query.path in held_out
        kind = example.query.path.split()[0]
        for neighbours in (example.before, example.after):
            assert 0 < len(neighbours) <= 5
            assert example.query not in [near.image for near in neighbours]
            assert all(near.right == near.image.path.startswith(kind) for near in neighbours)
    # The other way round, what had improved gets worse.
    back = compare_versions(trained, 1, 0)
    assert [each.query for each in back.worsened] == [each.query for each in found.improved]
    assert back.comparison.gain == -found.comparison.gain
    with pytest.raises(ArchiveError, match="no model 7"):
        compare_versions(trained, 0, 7)


def test_the_last_training_is_told_again_from_what_is_kept(trained: Project):
    report = last_report(trained)
    file = trained.models_folder / "1" / "provenance.json"
    provenance = json.loads(file.read_bytes())
    assert report.after.as_json() == provenance["after"]
    assert report.comparison.as_json() == provenance["comparison"]
    assert (report.model, report.trained, report.kept) == (1, (1,), provenance["kept"])
    assert compared_with(trained, 1) == 0
    # Of two stages that one is told which came into use.
    file.write_text(json.dumps(provenance | {"kept": True}))
    shutil.copytree(trained.models_folder / "1", trained.models_folder / "2")
    second = trained.models_folder / "2" / "provenance.json"
    for kept, told in ((True, (2, (1, 2))), (False, (1, (1,)))):
        second.write_text(json.dumps(provenance | {"kept": kept, "quick": 1}))
        report = last_report(trained)
        assert (report.model, report.trained) == told
    # What an earlier program kept without a comparison is passed over.
    del provenance["comparison"]
    second.write_text(json.dumps(provenance))
    assert last_report(trained).model == 1
    file.write_text(json.dumps(provenance))
    assert last_report(trained) is None


def test_a_deleted_version_comes_back_until_the_trash_is_emptied(trained: Project):
    rename_model(trained, 1, "Shapes")
    assert [(model.name, model.marked) for model in list_models(trained)] == [
        ("", 0),
        ("Shapes", 30),
    ]
    for model in (0, 1):
        with pytest.raises(ArchiveError, match="cannot be deleted while it is in use"):
            delete_model(trained, model)
    use_model(trained, 0)
    delete_model(trained, 1)
    assert [model.model for model in list_models(trained)] == [0]
    restore_model(trained, 1)
    assert [model.name for model in list_models(trained)] == ["", "Shapes"]
    delete_model(trained, 1)
    computed = trained.features_folder / "model-1"
    computed.mkdir()
    empty_trash(trained)
    assert not computed.exists()
    with pytest.raises(ArchiveError, match="cannot be moved"):
        restore_model(trained, 1)
