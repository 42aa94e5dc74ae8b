import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import keras
import numpy as np
import pytest

from archive_gui.catalog.images import readable_images
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail
from archive_gui.learning.backbones import network_input
from archive_gui.learning.keras_model import TUNED, load_tuned
from archive_gui.learning.lite import obtain_tuned
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


@pytest.mark.parametrize("model", [2, 4])
def test_a_training_leaves_a_network_that_looks_at_the_middle(tuned_shapes: Path, model: int):
    with Project.as_guest(tuned_shapes, tuned_shapes.parent / "archive") as project:
        pictures = pictures_of(project).astype(np.float32)
    tuned = load_tuned(tuned_shapes / "models" / str(model) / "model.keras")
    features = tuned.predict(pictures, verbose=0)
    bordered = pictures.copy()
    bordered[:, :15] = bordered[:, -15:] = bordered[:, :, :15] = bordered[:, :, -15:] = 255
    assert np.array_equal(tuned.predict(bordered, verbose=0), features)


def test_depths_differ_from_each_other(both_ways):
    assert np.abs(both_ways["top"][0] - both_ways["full"][0]).max() > 1e-3


def evil_lambda() -> keras.Model:
    pixels = keras.Input((8, 8, 3))
    return keras.Model(pixels, keras.layers.Lambda(lambda x: x, name=TUNED)(pixels))


def evil_vocabulary() -> keras.Model:
    words = keras.Input((1,), dtype="string")
    return keras.Model(words, keras.layers.StringLookup(vocabulary=["a"], name=TUNED)(words))


@pytest.mark.parametrize("make", [evil_lambda, evil_vocabulary])
def test_a_model_file_with_anything_but_stock_parts_is_not_opened(make, tmp_path: Path):
    file = tmp_path / "model.keras"
    make().save(file)
    with pytest.raises(ArchiveError, match="never writes"):
        load_tuned(file)


@pytest.mark.parametrize("forged", ["module", "function", "registered", "compressed"])
def test_a_forged_model_file_is_not_opened(tuned_shapes: Path, tmp_path: Path, forged: str):
    source, file = tuned_shapes / "models" / "2" / "model.keras", tmp_path / "model.keras"
    kind = zipfile.ZIP_DEFLATED if forged == "compressed" else zipfile.ZIP_STORED
    with zipfile.ZipFile(source) as saved, zipfile.ZipFile(file, "w", kind) as written:
        for name in saved.namelist():
            data = saved.read(name)
            if name == "config.json":
                config = json.loads(data)
                layer = config["config"]["layers"][1]
                if forged == "module":
                    layer["module"], layer["class_name"] = "os", "system"
                elif forged == "function":
                    layer["config"]["activation"] = {
                        "module": "builtins",
                        "class_name": "function",
                        "config": "eval",
                    }
                elif forged == "registered":
                    layer["registered_name"] = "evil>Layer"
                data = json.dumps(config).encode()
            written.writestr(name, data)
    with pytest.raises(ArchiveError, match="never writes"):
        load_tuned(file)
    assert load_tuned(source).output_shape == (None, 1280)


def test_a_network_file_that_came_with_a_project_is_made_again(tuned_shapes: Path, tmp_path: Path):
    folder = tmp_path / "model-2"
    shutil.copytree(tuned_shapes / "features" / "model-2", folder)
    network, keras_file = folder / "network.tflite", tuned_shapes / "models" / "2" / "model.keras"
    own = network.read_bytes()
    obtain_tuned(keras_file, network)
    assert (
        network.stat().st_mtime_ns
        == (tuned_shapes / "features/model-2/network.tflite").stat().st_mtime_ns
    )
    network.write_bytes(own[:-4] + b"evil")
    obtain_tuned(keras_file, network)
    assert network.read_bytes() == own
