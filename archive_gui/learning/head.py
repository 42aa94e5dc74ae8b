"""Training of the projection head on cached features, in TensorFlow."""

from collections.abc import Callable

import numpy as np
import tensorflow as tf

from archive_gui.learning.discriminants import discriminants
from archive_gui.learning.objective import mined_loss
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.projection import Array, unit
from archive_gui.learning.schedules import learning_rate_at, margin_at
from archive_gui.learning.settings import TrainingSettings
from archive_gui.progress import Progress

_RATE = 1e-3
# So many anchors in a step at most; their positives and negatives are mined among all images.
_BATCH = 256
# How much the neighbourhoods of unmarked images weigh against the triplets.
_KEEP = 1.0
_BACKGROUND = 256
# An unmarked image is laid over each marked one with up to this strength in every step. Without
# it the start has tens of marks in order already, and there is nothing left to learn from.
_OVERLAY = 1.0

# Called after each epoch, from 0 for the start, with the loss and the matrix (r, k) so far.
AfterEpoch = Callable[[int, float, Array], None]


def fit_head(
    rows: Array,
    pairs: Pairs,
    background: Array,
    settings: TrainingSettings,
    epochs: int,
    after_epoch: AfterEpoch,
    progress: Progress | None = None,
) -> None:
    """Learn a matrix (r, k) float32 that puts alike images near each other.

    `rows` (v, n, r) float32 are the pre-trained part, not of unit length, of v views of the marked
    images, the images themselves first, in the order of `pairs`; `background` (m, r) those of
    unmarked images, whose likenesses among each other the head is to keep. It starts from
    :func:`discriminants` and takes one step of Adam per batch of anchors, in which every marked
    image is in one of its views and carries something of an unmarked one (after Zhang et al.,
    "mixup: Beyond Empirical Risk Minimization", ICLR 2018). Stopping it (`progress`) gives the
    matrix so far.
    """
    progress = progress or Progress()
    tf.keras.utils.set_random_seed(settings.seed)
    tf.config.experimental.enable_op_determinism()
    generator = np.random.default_rng(settings.seed)
    # Adam's steps have one size for all entries, so the rows are brought to a usual scale.
    views, count, width = rows.shape
    scale = float(np.sqrt(np.mean(np.square(rows[0])) * width)) or 1.0
    seen = rows.reshape(-1, width) / scale
    masks = (np.tile(mask, (views, views)) for mask in (pairs.positive, pairs.negative))
    start = discriminants(seen, *masks)
    start /= np.sqrt(np.mean(np.square(seen @ start).sum(1))) or 1.0
    matrix = tf.Variable(start)
    optimizer = tf.keras.optimizers.Adam(_RATE)
    optimizer.build([matrix])
    known = unit(background)
    after_epoch(0, float("nan"), start / np.float32(scale))

    def step(
        batch: tf.Tensor,
        positive: tf.Tensor,
        negative: tf.Tensor,
        others: tf.Tensor,
        likeness: tf.Tensor,
        margin: tf.Tensor,
    ) -> tf.Tensor:
        with tf.GradientTape() as tape:
            embeddings = tf.math.l2_normalize(tf.matmul(batch, matrix), axis=1)
            loss = mined_loss(settings, embeddings, positive, negative, margin)
            learned = tf.math.l2_normalize(tf.matmul(others, matrix), axis=1)
            changed = tf.square(tf.matmul(learned, learned, transpose_b=True) - likeness)
            # Where everything is marked, there is nothing to keep, and no mean of it.
            size = tf.cast(tf.size(changed), tf.float32)
            total = loss + _KEEP * tf.math.divide_no_nan(tf.reduce_sum(changed), size)
        optimizer.apply_gradients([(tape.gradient(total, matrix), matrix)])
        return loss

    compiled = tf.function(step, autograph=False, reduce_retracing=True)
    batches = max(1, -(-count // _BATCH))
    for epoch in range(epochs):
        progress.wait_while_paused()
        if progress.cancelled:
            break
        losses = []
        margin = tf.constant(
            margin_at(settings.margin_schedule, settings.margin, epoch, epochs), tf.float32
        )
        order = generator.permutation(count)
        for number, anchors in enumerate(np.array_split(order, batches)):
            chosen = np.concatenate([anchors, np.setdiff1d(order, anchors)])
            known_pairs = np.ix_(anchors, chosen)
            others = generator.permutation(len(background))[:_BACKGROUND]
            laid_over = _any_of(background, len(chosen), generator)
            view = generator.integers(0, views, len(chosen))
            strength = generator.uniform(0, _OVERLAY, (len(chosen), 1)).astype(np.float32)
            optimizer.learning_rate.assign(
                learning_rate_at(_RATE, epoch * batches + number, epochs * batches)
            )
            losses.append(
                compiled(
                    tf.constant((rows[view, chosen] + strength * laid_over) / scale),
                    tf.constant(pairs.positive[known_pairs]),
                    tf.constant(pairs.negative[known_pairs]),
                    tf.constant(background[others] / scale),
                    tf.constant(known[others] @ known[others].T),
                    margin,
                )
            )
        after_epoch(epoch + 1, float(np.mean(losses)), matrix.numpy() / np.float32(scale))


def _any_of(background: Array, count: int, generator: np.random.Generator) -> Array:
    """So many rows drawn at random, or rows of nothing where there are none."""
    if not len(background):
        return np.zeros((count, background.shape[1]), np.float32)
    return background[generator.integers(0, len(background), count)]
