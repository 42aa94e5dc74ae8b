"""Fine-tuning of the backbone itself, from pixels with augmentation, in TensorFlow."""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from archive_gui.learning.augmentation import Augmenter, Pixels
from archive_gui.learning.devices import spread_over, strategy_of_devices
from archive_gui.learning.halves import Halves
from archive_gui.learning.objective import mined_loss
from archive_gui.learning.pairs import Pairs
from archive_gui.learning.projection import Array, root, unit
from archive_gui.learning.schedules import learning_rate_at, margin_at
from archive_gui.learning.settings import TrainingSettings
from archive_gui.learning.tunables import Tunable
from archive_gui.progress import Progress

_RATE = 4e-4
# How far the network goes, in the end, of the way from the weights that it came with to those that
# were learned. Short of the goal it is as good at what was marked and keeps more of what it knew:
# Wortsman et al., "Robust Fine-Tuning of Zero-Shot Models", CVPR 2022, section 3.
_SHARE = 0.85
_BATCH = 32
# Images of one grouping in a batch, so that there are positives.
_ALIKE = 4
# Unmarked images in each step, and how much their likenesses weigh against the triplets.
_BACKGROUND, _KEEP = 8, 3.0
# After so many epochs in a row with next to no loss there is nothing left to learn.
_PATIENCE, _NO_LOSS = 3, 1e-4

# Called after each epoch, from 1, with the loss; the network is as it is then.
AfterEpoch = Callable[[int, float], None]


@dataclass(frozen=True, slots=True)
class Unmarked:
    """Unmarked images: `entered` (m, ...) is what entered of them (see `Halves`), `features`
    (m, d) are those of the network as it came.
    """

    entered: Array | Pixels
    features: Array


@dataclass(frozen=True, slots=True)
class _Batch:
    """What a step learns from: the marked images `chosen`, and `entered`, what entered of them and
    behind them of the unmarked ones `others`. `step` counts from 0 through all epochs.
    """

    step: int
    chosen: npt.NDArray[np.intp]
    others: npt.NDArray[np.intp]
    entered: Array | Pixels
    ends_epoch: bool


def tune_backbone(
    network: Halves,
    tunables: list[Tunable],
    pictures: Pixels,
    pairs: Pairs,
    unmarked: Unmarked,
    settings: TrainingSettings,
    epochs: int,
    after_epoch: AfterEpoch,
    progress: Progress | None = None,
) -> None:
    """Tune the `tunables` of a network in place on pictures (n, s, s, 3) uint8.

    `pictures` are larger than the network's input by at least `CROP_ROOM`, in the order of
    `pairs`. The embedding that the loss sees is the root of the features, unit length. Beside
    the loss, unmarked images are to keep their likenesses to each other. Ends early when there is
    nothing left to learn, or it is stopped (`progress`); the network is then as it is by that
    time: between what it was and what was learned.
    """
    progress = progress or Progress()
    keras.utils.set_random_seed(settings.seed)
    tf.config.experimental.enable_op_determinism()
    steps = _Steps(network.rest, tunables, settings)
    known = unit(root(unmarked.features))
    batches = max(1, round(len(pictures) / _BATCH))
    coming = _batches(network, pictures, pairs, unmarked, settings.seed, epochs, batches)
    losses: list[float] = []
    idle = 0
    for batch in _one_ahead(coming):
        progress.wait_while_paused()
        if progress.cancelled:
            steps.write_back()
            return
        epoch = batch.step // batches
        margin = margin_at(settings.margin_schedule, settings.margin, epoch, epochs)
        rate = learning_rate_at(_RATE, batch.step, epochs * batches, batches)
        losses.append(steps.step(batch, pairs, known[batch.others], margin, rate))
        if batch.ends_epoch:
            loss = float(np.mean(losses))
            losses.clear()
            steps.write_back()
            after_epoch(epoch + 1, loss)
            idle = idle + 1 if loss < _NO_LOSS else 0
            if idle == _PATIENCE:
                return


def _batches(
    network: Halves,
    pictures: Pixels,
    pairs: Pairs,
    unmarked: Unmarked,
    seed: int,
    epochs: int,
    batches: int,
) -> Iterator[_Batch]:
    """What all steps learn from, `batches` an epoch or fewer."""
    generator = np.random.default_rng(seed)
    augmenter = Augmenter(network.side, seed)
    for epoch in range(epochs):
        dealt = balanced(pairs, batches, generator)
        for number, chosen in enumerate(dealt):
            others = generator.permutation(len(unmarked.entered))[:_BACKGROUND]
            # Who is stopped goes on with what was learned, so a batch is always made whole.
            views = network.enter(augmenter.views(pictures[chosen]), Progress())
            entered = np.concatenate([views, unmarked.entered[others]])
            step = epoch * batches + number
            yield _Batch(step, chosen, others, entered, number == len(dealt) - 1)


def _one_ahead(batches: Iterator[_Batch]) -> Iterator[_Batch]:
    """The same batches, each made while whoever has the one before still learns from it."""
    with ThreadPoolExecutor(1, thread_name_prefix="batches") as pool:
        coming = pool.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = pool.submit(next, batches, None)
            yield batch


class _Steps:
    """Steps of Adam on the tunables, each in its own unit."""

    def __init__(self, rest: Any, tunables: list[Tunable], settings: TrainingSettings) -> None:
        self._rest = rest
        self._tunables = tunables
        self._settings = settings
        self._came = [each.variable.numpy() for each in tunables]
        self._strategy = strategy_of_devices()
        with contextlib.nullcontext() if self._strategy is None else self._strategy.scope():
            self._scaled = [
                keras.Variable(came * each.scale)
                for came, each in zip(self._came, tunables, strict=True)
            ]
            self._optimizer = keras.optimizers.Adam(_RATE)
            self._optimizer.build(self._scaled)
        if self._strategy is None:
            # As many images as there may be, so that the network is traced once.
            signature = [
                tf.TensorSpec((None, *rest.input_shape[1:]), tf.float32),
                tf.TensorSpec((None, None), tf.bool),
                tf.TensorSpec((None, None), tf.bool),
                tf.TensorSpec((None, None), tf.float32),
                tf.TensorSpec((), tf.float32),
            ]
            self._compiled = tf.function(self._step, signature, autograph=False)
        else:
            self._compiled = tf.function(
                self._step_on_devices, autograph=False, reduce_retracing=True
            )

    def step(
        self,
        batch: _Batch,
        pairs: Pairs,
        known: Array,
        margin: float,
        rate: float,
    ) -> float:
        """Learn from a batch; `known` (k, d) are its unmarked images' untouched embeddings.

        Gives the loss.
        """
        self._optimizer.learning_rate.assign(rate)
        square = np.ix_(batch.chosen, batch.chosen)
        loss = self._compiled(
            self._given(batch.entered),
            tf.constant(pairs.positive[square]),
            tf.constant(pairs.negative[square]),
            tf.constant(known),
            tf.constant(margin, tf.float32),
        )
        return float(loss)

    def _given(self, entered: Array | Pixels) -> Any:
        if self._strategy is None:
            return tf.constant(entered, tf.float32)
        return spread_over(self._strategy, entered)

    def write_back(self) -> None:
        """Bring the network towards what was learned so far."""
        for each, came, scaled in zip(self._tunables, self._came, self._scaled, strict=True):
            each.variable.assign(came + _SHARE * (scaled.value / each.scale - came))

    def _step(
        self,
        entered: tf.Tensor,
        positive: tf.Tensor,
        negative: tf.Tensor,
        known: tf.Tensor,
        margin: tf.Tensor,
    ) -> tf.Tensor:
        with tf.GradientTape() as tape:
            embeddings = self._embeddings(entered)
            loss, total = self._objective(embeddings, positive, negative, known, margin)
        gradients = tape.gradient(total, [scaled.value for scaled in self._scaled])
        self._optimizer.apply_gradients(zip(gradients, self._scaled, strict=True))
        return loss

    def _step_on_devices(self, shards: Any, *others: tf.Tensor) -> tf.Tensor:
        """The same step, each device with its share of the images."""

        def step(entered: tf.Tensor) -> tf.Tensor:
            replica = tf.distribute.get_replica_context()
            with tf.GradientTape() as tape:
                # Triplets are mined among all images of a step, whichever device saw them.
                embeddings = replica.all_gather(self._embeddings(entered), axis=0)
                loss, total = self._objective(embeddings, *others)
                # What the devices find is added up, so one of them has to speak for all.
                counted = tf.where(replica.replica_id_in_sync_group == 0, total, 0.0)
            gradients = tape.gradient(counted, [scaled.value for scaled in self._scaled])
            self._optimizer.apply_gradients(zip(gradients, self._scaled, strict=True))
            return loss

        losses = self._strategy.run(step, args=(shards,))
        return self._strategy.experimental_local_results(losses)[0]

    def _embeddings(self, entered: tf.Tensor) -> tf.Tensor:
        learned = [
            (each.variable, scaled.value / each.scale)
            for each, scaled in zip(self._tunables, self._scaled, strict=True)
        ]
        with keras.StatelessScope(state_mapping=learned):
            features = self._rest(entered, training=False)
        # The root's gradient grows without bound towards 0.
        roots = tf.sign(features) * (tf.sqrt(tf.abs(features) + 1e-4) - 1e-2)
        return tf.math.l2_normalize(roots, axis=1)

    def _objective(
        self,
        embeddings: tf.Tensor,
        positive: tf.Tensor,
        negative: tf.Tensor,
        known: tf.Tensor,
        margin: tf.Tensor,
    ) -> tuple[tf.Tensor, tf.Tensor]:
        """The loss over triplets, and with what the unmarked images are to keep."""
        marked = tf.shape(positive)[0]
        loss = mined_loss(self._settings, embeddings[:marked], positive, negative, margin)
        changed = tf.square(_likenesses(embeddings[marked:]) - _likenesses(known))
        # Where everything is marked, there is nothing to keep, and no mean of it.
        size = tf.cast(tf.size(changed), tf.float32)
        return loss, loss + _KEEP * tf.math.divide_no_nan(tf.reduce_sum(changed), size)


def _likenesses(embeddings: tf.Tensor) -> tf.Tensor:
    """Inner products (k, k) of embeddings (k, d) about their mean."""
    count = tf.cast(tf.shape(embeddings)[0], tf.float32)
    mean = tf.math.divide_no_nan(tf.reduce_sum(embeddings, axis=0), count)
    centred = embeddings - mean
    return tf.matmul(centred, centred, transpose_b=True)


def tuned_embedding(features: Array) -> Array:
    """Unit-length roots of tuned features (n, d): what the loss of the tuning sees."""
    return unit(root(features))


def balanced(
    pairs: Pairs, batches: int, generator: np.random.Generator
) -> list[npt.NDArray[np.intp]]:
    """So many batches that go through all images once, in small sets of images that are alike.

    Every image that has positives comes with some of them, if need be with one that has had its
    turn.
    """
    sets: list[list[int]] = []
    left = generator.permutation(len(pairs.images)).tolist()
    while left:
        first = left.pop(0)
        alike = [i for i in left if pairs.positive[first, i]][: _ALIKE - 1]
        left = [i for i in left if i not in alike]
        if not alike and pairs.positive[first].any():
            again = generator.permutation(np.flatnonzero(pairs.positive[first]))
            alike = again[: _ALIKE - 1].tolist()
        sets.append([first, *alike])
    order = generator.permutation(len(sets))
    dealt = [order[start::batches] for start in range(batches)]
    return [
        np.array([image for each in some for image in sets[each]], np.intp)
        for some in dealt
        if len(some)
    ]
