import json
from dataclasses import asdict

from archive_gui.catalog.project import Project
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.operations.estimating import estimate_training, measured_paces


def keep_version(project: Project, model: int, depth: Depth, seconds: float, **more: object):
    """A version of which nothing is there but what an estimate is made of."""
    folder = project.models_folder / str(model)
    folder.mkdir(parents=True)
    images = [{"path": f"{number}.jpg", "sha256": ""} for number in range(50)]
    provenance = {
        "created": "2026-01-02T03:04:05+00:00",
        "backbone": {"name": "efficientnet-lite0"},
        "settings": asdict(TrainingSettings(depth=depth)),
        "tuned": depth is not Depth.HEAD,
        "groupings": [{"anchor": images[0], "positives": images[1:40], "negatives": images[30:]}],
        "seconds": seconds,
        **more,
    }
    (folder / "provenance.json").write_text(json.dumps(provenance))


def test_more_marks_more_epochs_fewer_cores_and_a_larger_archive_take_longer():
    plain = estimate_training(Depth.TOP, 61, 12_400, cores=2)
    assert plain.thorough is not None
    assert estimate_training(Depth.HEAD, 61, 12_400, cores=2).thorough is None
    assert estimate_training(Depth.HEAD, 61, 12_400, cores=2).prepare < plain.prepare
    for longer in (
        estimate_training(Depth.TOP, 200, 12_400, cores=2),
        estimate_training(Depth.TOP, 61, 12_400, epochs=60, cores=2),
        estimate_training(Depth.TOP, 61, 12_400, cores=1),
        estimate_training(Depth.FULL, 61, 12_400, cores=2),
    ):
        assert longer.thorough > plain.thorough
        assert longer.quick >= plain.quick
    assert estimate_training(Depth.TOP, 61, 80_000, cores=2).prepare > 2 * plain.prepare


def test_what_earlier_trainings_took_counts_more_than_the_cores(project: Project):
    assert measured_paces(project) == {}
    expected = estimate_training(Depth.TOP, 50, 1000, cores=2)
    keep_version(project, 1, Depth.HEAD, 3 * expected.quick, epochs=100)
    keep_version(project, 2, Depth.TOP, 5 * expected.quick + expected.thorough, epochs=30, quick=1)
    # One that tells too little of itself is passed over.
    keep_version(project, 3, Depth.TOP, 1e6, epochs=None, quick=9)
    # And so is another network, which has a pace of its own.
    keep_version(project, 4, Depth.HEAD, 1e6, epochs=100, backbone={"name": "vgg16"})
    paces = measured_paces(project)
    assert set(paces) == {Depth.HEAD, Depth.TOP}
    for cores in (1, 2, 16):
        again = estimate_training(Depth.TOP, 50, 1000, paces=paces, cores=cores)
        assert round(again.quick, 6) == round(3 * expected.quick, 6)
        assert round(again.thorough, 6) == round(2 * expected.quick + expected.thorough, 6)
