import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from archive_gui.catalog.images import readable_images
from archive_gui.catalog.project import Project
from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail
from archive_gui.learning.backbones import network_input
from archive_gui.operations.exporting import export_embeddings, export_model
from archive_gui.operations.model_cards import read_model_card

# Whoever gets a model has Keras, and not this program.
OTHER_PROGRAM = """
import json, sys
import keras, numpy as np
for file, pictures, out in json.loads(sys.argv[1]):
    model = keras.models.load_model(file, compile=False, safe_mode=True)
    np.save(out, model.predict(np.load(pictures), verbose=0, batch_size=16))
assert not [name for name in sys.modules if name.startswith("archive_gui")]
"""
SIDE = 224
# The network that searches is LiteRT's; what Keras makes of the same pixels differs by so much.
TOLERANCE = 1e-4


def pictures_of(project: Project) -> np.ndarray:
    store = ThumbnailStore(project.thumbnails_file)
    found = [store.get(image.sha256) for image in readable_images(project)]
    store.close()
    return np.stack([network_input(load_thumbnail(data), SIDE) for data in found])


def exported_embeddings(project: Project, model: int, file: Path) -> np.ndarray:
    export_embeddings(project, file, model)
    with np.load(file) as arrays:
        assert arrays["paths"].tolist() == [image.path for image in readable_images(project)]
        return arrays["embeddings"]


@pytest.fixture(scope="module")
def both_ways(trained_shapes: Path, tuned_shapes: Path, tmp_path_factory) -> dict[str, tuple]:
    """Embeddings by the exported Keras file and by the program, for each depth."""
    folder = tmp_path_factory.mktemp("exported")
    wanted = {"untrained": (0, trained_shapes), "head": (1, trained_shapes)}
    wanted |= {"top": (2, tuned_shapes), "full": (4, tuned_shapes)}
    jobs, ours = [], {}
    for name, (model, source) in wanted.items():
        copied = shutil.copytree(source, folder / name)
        with Project.open(copied) as project:
            file, pictures = folder / f"{name}.keras", folder / f"{name}-pictures.npy"
            export_model(project, model, file)
            np.save(pictures, pictures_of(project))
            ours[name] = exported_embeddings(project, model, folder / f"{name}.npz")
            jobs.append([str(file), str(pictures), str(folder / f"{name}.npy")])
    command = [sys.executable, "-c", OTHER_PROGRAM, json.dumps(jobs)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {name: (np.load(folder / f"{name}.npy"), ours[name]) for name in wanted}


@pytest.mark.parametrize("name", ["untrained", "head", "top", "full"])
def test_an_exported_model_gives_the_program_s_embeddings_in_keras_alone(both_ways, name: str):
    theirs, ours = both_ways[name]
    assert theirs.shape == ours.shape
    assert np.linalg.norm(theirs, axis=1) == pytest.approx(np.ones(len(theirs)), abs=1e-5)
    assert len(ours) > 1
    assert np.abs(theirs - ours).max() < TOLERANCE


def test_the_code_of_a_model_card_makes_the_program_s_embeddings_of_image_files(
    trained_shapes: Path, tmp_path: Path
):
    """Whoever has the image files, the exported model and its card needs nothing else."""
    with Project.open(shutil.copytree(trained_shapes, tmp_path / "project")) as project:
        export_model(project, 1, tmp_path / "OUT.keras")
        files = [project.archive / image.path for image in readable_images(project)][:6]
        expected = exported_embeddings(project, 1, tmp_path / "e.npz")[:6]
        card = read_model_card(project, 1)
    code = card.split("```python\n")[1].split("```")[0]
    assert '["one.jpg", "another.jpg"]' in code
    code = code.replace('["one.jpg", "another.jpg"]', repr([str(file) for file in files]))
    code += 'np.save("theirs.npy", embeddings)\n'
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert np.abs(np.load(tmp_path / "theirs.npy") - expected).max() < TOLERANCE


def test_depths_differ_from_each_other(both_ways):
    assert np.abs(both_ways["top"][0] - both_ways["full"][0]).max() > 1e-3
