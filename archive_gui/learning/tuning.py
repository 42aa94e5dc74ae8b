"""Fine-tuning of the backbone itself, from pixels with augmentation, in TensorFlow."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from archive_gui.learning.freezing import free_layers
from archive_gui.learning.objective import mined_loss
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.projection import Array, root, unit
from archive_gui.learning.schedules import learning_rate_at, margin_at
from archive_gui.learning.settings import TrainingSettings
from archive_gui.progress import Progress

EPOCHS = 20
_RATE = 2e-4
_BATCH = 32
# Scans lie a little askew and are cut a little differently; text is never mirrored.
_ROTATION, _ZOOM, _CONTRAST, _BRIGHTNESS = 0.03, 0.1, 0.2, 0.1

Pixels = npt.NDArray[np.uint8]
# Called after each epoch, from 1, with the loss and the tuned network so far.
AfterEpoch = Callable[[int, float, Any], None]


def tune_backbone(
    trunk: Any,
    pictures: Pixels,
    pairs: Pairs,
    settings: TrainingSettings,
    epochs: int,
    after_epoch: AfterEpoch,
    progress: Progress | None = None,
) -> None:
    """Tune `trunk` (pixels -> pooled features) in place on pictures (n, s, s, 3) uint8.

    `pictures` are somewhat larger than the network's input, in the order of `pairs`, so that
    crops can be drawn. Depth `top` tunes the last layers, `full` all, see
    :func:`free_layers`. The embedding that the loss sees is the root of the
    features, unit length. Stopping it leaves the trunk as it is then.
    """
    progress = progress or Progress()
    keras.utils.set_random_seed(settings.seed)
    tf.config.experimental.enable_op_determinism()
    layers = free_layers(trunk, settings.backbone, settings.depth)
    generator = np.random.default_rng(settings.seed)
    optimizer = keras.optimizers.Adam(_RATE)
    variables = [v for layer in layers for v in layer.trainable_variables]
    optimizer.build(variables)
    augment = _augmentation(trunk.input_shape[1], settings.seed)

    def step(
        batch: tf.Tensor, positive: tf.Tensor, negative: tf.Tensor, margin: tf.Tensor
    ) -> tf.Tensor:
        crops = augment(tf.cast(batch, tf.float32), training=True)
        with tf.GradientTape() as tape:
            features = trunk(tf.clip_by_value(crops, 0.0, 255.0), training=False)
            # The root's gradient grows without bound towards 0.
            roots = tf.sign(features) * (tf.sqrt(tf.abs(features) + 1e-4) - 1e-2)
            embeddings = tf.math.l2_normalize(roots, axis=1)
            loss = mined_loss(settings, embeddings, positive, negative, margin)
        gradients = tape.gradient(loss, [v.value for v in variables])
        optimizer.apply_gradients(zip(gradients, variables, strict=True))
        return loss

    compiled = tf.function(step, autograph=False, reduce_retracing=True)
    batches = max(1, round(len(pictures) / _BATCH))
    for epoch in range(epochs):
        losses = []
        margin = tf.constant(
            margin_at(settings.margin_schedule, settings.margin, epoch, epochs), tf.float32
        )
        for number, chosen in enumerate(_balanced(pairs, batches, generator)):
            if progress.cancelled:
                return
            square = np.ix_(chosen, chosen)
            optimizer.learning_rate.assign(
                learning_rate_at(_RATE, epoch * batches + number, epochs * batches, batches // 2)
            )
            losses.append(
                float(
                    compiled(
                        tf.constant(pictures[chosen]),
                        tf.constant(pairs.positive[square]),
                        tf.constant(pairs.negative[square]),
                        margin,
                    )
                )
            )
        after_epoch(epoch + 1, float(np.mean(losses)), trunk)


def tuned_embedding(features: Array) -> Array:
    """Unit-length roots of tuned features (n, d): what the loss of the tuning sees."""
    return unit(root(features))


def _augmentation(side: int, seed: int) -> Any:
    layers = keras.layers
    return keras.Sequential(
        [
            layers.RandomRotation(_ROTATION, fill_mode="nearest", seed=seed),
            layers.RandomZoom(_ZOOM, fill_mode="nearest", seed=seed + 1),
            layers.RandomCrop(side, side, seed=seed + 2),
            layers.RandomContrast(_CONTRAST, value_range=(0, 255), seed=seed + 3),
            layers.RandomBrightness(_BRIGHTNESS, value_range=(0, 255), seed=seed + 4),
        ]
    )


def _balanced(
    pairs: Pairs, batches: int, generator: np.random.Generator
) -> list[npt.NDArray[np.intp]]:
    """Batches that go through all images once, each with images that are alike among it."""
    left = list(generator.permutation(len(pairs.images)))
    size = -(-len(left) // batches)
    found: list[npt.NDArray[np.intp]] = []
    while left:
        batch: list[int] = []
        while left and len(batch) < size:
            first = left.pop(0)
            batch.append(first)
            alike = [i for i in left if pairs.positive[first, i]][: min(3, size - len(batch))]
            batch += alike
            left = [i for i in left if i not in set(alike)]
        found.append(np.array(batch, np.intp))
    return found
