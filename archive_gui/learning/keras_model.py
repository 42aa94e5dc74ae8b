"""The whole model in Keras: raw pixels in, embeddings out, made of stock layers alone."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import keras
import numpy as np

from archive_gui.errors import ArchiveError
from archive_gui.learning.projection import LinearPart, Memberships, Projection, Scores
from archive_gui.words import say

TUNED = "tuned"


def whole_model(trunk: Any, projection: Projection, tuned: Any = None) -> Any:
    """A Keras model of pixels 0 to 255 (n, side, side, 3) -> embeddings (n, e), unit length.

    `trunk` and `tuned` give pooled features (n, d) from pixels; the learned part of the
    embedding reads `tuned`, where there is one, else `trunk`.
    """
    pixels = keras.Input(trunk.input_shape[1:], name="pixels")
    features = trunk(pixels)
    first = _part(features, projection.pretrained, "pretrained")
    if projection.learned is None:
        return keras.Model(pixels, first, name="archive_gui")
    if tuned is not None:
        tuned.name = TUNED
        features = tuned(pixels)
    second = _part(features, projection.learned, "learned")
    parts = [first]
    if projection.joins_learned:
        parts.append(_weighted(second, projection))
    if projection.scores is not None:
        parts.append(_scored(first, projection.scores))
    if projection.memberships is not None:
        both = keras.layers.Concatenate(name="both")([first, second])
        parts.append(_member(both, projection.memberships))
    joined = keras.layers.Concatenate(name="joined")(parts)
    return keras.Model(
        pixels, keras.layers.UnitNormalization(name="embedding")(joined), name="archive_gui"
    )


def _part(features: Any, part: LinearPart, name: str) -> Any:
    roots = keras.ops.sign(features) * keras.ops.sqrt(keras.ops.absolute(features))
    layer = keras.layers.Dense(part.matrix.shape[1], name=name)
    rows = layer(roots)
    layer.set_weights([part.matrix, -(part.mean.astype(np.float64) @ part.matrix)])
    return keras.layers.UnitNormalization(name=f"{name}_unit")(rows)


def _weighted(learned: Any, projection: Projection) -> Any:
    prototypes = projection.prototypes
    if prototypes is None:
        return keras.layers.Rescaling(projection.weight, name="weight")(learned)
    layer = keras.layers.Dense(len(prototypes.rows), use_bias=False, name="prototypes")
    likeness = keras.ops.max(layer(learned), axis=1, keepdims=True)
    layer.set_weights([np.ascontiguousarray(prototypes.rows.T)])
    wide = keras.layers.Rescaling(
        1 / prototypes.width, -prototypes.threshold / prototypes.width, name="nearness"
    )(likeness)
    gain = prototypes.weight - projection.weight
    weight = keras.layers.Rescaling(gain, projection.weight, name="weight")(keras.ops.sigmoid(wide))
    return keras.layers.Multiply(name="weighted")([learned, weight])


def _scored(pretrained: Any, scores: Scores) -> Any:
    landmarks, coefficients = scores.landmarks, scores.coefficients
    compare = keras.layers.Dense(len(landmarks), use_bias=False, name="landmarks")
    fade = keras.layers.Rescaling(scores.sharpness, -scores.sharpness, name="sharpness")
    score = keras.layers.Dense(coefficients.shape[1], use_bias=False, name="scores")
    found = score(keras.ops.exp(fade(compare(pretrained))))
    compare.set_weights([np.ascontiguousarray(landmarks.T)])
    score.set_weights([coefficients])
    return found


def _member(both: Any, memberships: Memberships) -> Any:
    groupings, length = memberships.codes.shape
    belong = keras.layers.Dense(groupings + 1, activation="softmax", name="memberships")
    show = keras.layers.Dense(length, use_bias=False, name="codes")
    likely = belong(both)
    found = show(keras.ops.square(likely))
    belong.set_weights([memberships.matrix, memberships.bias])
    # None shows as no grouping.
    codes = np.concatenate([memberships.codes, np.zeros((1, length), np.float32)])
    weight = np.float32(memberships.weight)
    show.set_weights([weight * codes])
    if not memberships.none > 0:
        return found
    # Where it does show, it is not squared.
    last = keras.layers.Dense(1, use_bias=False, name="none")
    apart = last(likely)
    last.set_weights([weight * np.float32(memberships.none) * np.eye(groupings + 1)[:, -1:]])
    return keras.layers.Concatenate(name="shown")([found, apart])


def save_model(model: Any, file: Path) -> None:
    """Write a model in Keras's own format, equal models as equal bytes; OSError when it fails."""
    loose = file.with_name(f"loose-{file.name}")
    try:
        model.save(os.fspath(loose))
        with zipfile.ZipFile(loose) as saved, zipfile.ZipFile(file, "w") as written:
            for name in sorted(saved.namelist()):
                data = saved.read(name)
                if name.endswith(".json"):
                    data = json.dumps(_timeless(json.loads(data), {})).encode()
                # The oldest time that the format knows.
                written.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    finally:
        loose.unlink(missing_ok=True)


def _timeless(value: Any, numbers: dict[int, int]) -> Any:
    """What Keras says of a model, without the time, and with its objects' addresses counted off.

    `numbers` are those given so far.
    """
    if isinstance(value, list):
        return [_timeless(each, numbers) for each in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for name, each in value.items():
        if name == "shared_object_id":
            found[name] = numbers.setdefault(each, len(numbers))
        elif name == "date_saved":
            found[name] = "1980-01-01@00:00:00"
        else:
            found[name] = _timeless(each, numbers)
    return found


def load_tuned(file: Path) -> Any:
    """The tuned backbone inside a whole model: pixels -> pooled features.

    Raises ArchiveError when the file holds anything that :func:`save_model` never writes of a
    whole model: Keras would run it.
    """
    _require_known_parts(file)
    return keras.models.load_model(file, compile=False).get_layer(TUNED)


# All that the models of this program are made of, where Keras looks for it.
_KNOWN_PARTS = {
    "keras": {"DTypePolicy", "Sequential"},
    "keras.initializers": {"GlorotUniform", "Ones", "VarianceScaling", "Zeros"},
    "keras.layers": {
        *("Activation", "Add", "AveragePooling2D", "BatchNormalization", "Concatenate", "Conv2D"),
        *("Cropping2D", "Dense", "DepthwiseConv2D", "Dropout", "GlobalAveragePooling2D"),
        *("InputLayer", "LayerNormalization", "MaxPooling2D", "Multiply", "Normalization", "ReLU"),
        *("Rescaling", "Reshape", "UnitNormalization", "ZeroPadding2D"),
    },
    "keras.src.applications.convnext": {"LayerScale"},
    "keras.src.models.functional": {"Functional"},
    "keras.src.ops.image": {"Resize"},
    "keras.src.ops.nn": {"Sigmoid"},
    "keras.src.ops.numpy": {"Absolute", "Add", "Exp", "Max", "Multiply", "Sign", "Sqrt", "Square"},
    None: {"__keras_tensor__"},
}


def _require_known_parts(file: Path) -> None:
    with zipfile.ZipFile(file) as saved:
        small = all(entry.compress_type == zipfile.ZIP_STORED for entry in saved.infolist())
        known = small and _is_known(json.loads(saved.read("config.json")))
    if not known:
        raise ArchiveError(
            say(
                "The model file {file} holds what archive-gui never writes, so it is not opened; "
                "choose another model, or restore the file from a backup.",
                file=file,
            )
        )


def _is_known(config: Any) -> bool:
    """Whether nothing in a model's description names a class or function of another kind."""
    if isinstance(config, list):
        return all(map(_is_known, config))
    if not isinstance(config, dict):
        return True
    if "class_name" in config:
        names = _KNOWN_PARTS.get(config.get("module"), set())
        name = config["class_name"]
        if name not in names or config.get("registered_name") not in (None, name):
            return False
    return all(map(_is_known, config.values()))
