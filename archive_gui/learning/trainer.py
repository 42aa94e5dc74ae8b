"""One training from marks to a model with its figures, at each of the three depths."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from archive_gui.errors import Cancelled
from archive_gui.learning import head, tuning
from archive_gui.learning.augmentation import Pixels
from archive_gui.learning.evaluation import Judgement, judge, mean_of, measure, score
from archive_gui.learning.halves import Halves, halves
from archive_gui.learning.memberships import (
    fit_memberships,
    fit_tuned_memberships,
    members_share,
    tuned_care,
)
from archive_gui.learning.metrics import EpochReport, Metrics
from archive_gui.learning.pairs import Mask, Pairs, Split
from archive_gui.learning.projection import Array, LinearPart, Projection
from archive_gui.learning.schedules import HEAD_EPOCHS, tuning_epochs
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.learning.spread import ENOUGH_IMAGES, Spread, spread_of
from archive_gui.learning.training_checks import require_finite
from archive_gui.learning.tunables import tunables
from archive_gui.learning.untrained import fit_components
from archive_gui.learning.zooming import middles, zoomed
from archive_gui.progress import Progress
from archive_gui.words import say

# What a head weighs beside the pre-trained part while its best epoch is looked for.
_CHOOSING_WEIGHT = 0.6
# What a tuned part itself weighs; the memberships that it tells of weigh more, near to groupings.
_TUNED_WEIGHT = 0.8
_MEASURED_EVERY = 5
_PREDICTED_AT_ONCE = 64

OnEpoch = Callable[[EpochReport], None]


@dataclass(frozen=True, slots=True)
class Material:
    """What a training learns from.

    `features` (n, d) float32 are those of the marked images in the order of `pairs`, `views`
    (v, n, d) those of changed views of the same images, `background` (m, d) those of unmarked
    ones; `pretrained` is the first part of the embedding.
    """

    features: Array
    views: Array
    pairs: Pairs
    split: Split
    background: Array
    pretrained: LinearPart


@dataclass(frozen=True, slots=True)
class Pictures:
    """The same images as pixels: `marked` (n, s, s, 3) uint8, somewhat larger than the network's
    input, and at the network's own size `marked_input` (n, ...) and `background_input` (m, ...).
    """

    marked: Pixels
    marked_input: Pixels
    background_input: Pixels


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained model: `judged` was made without the marks of the `judgement`.

    `tuned` is the tuned Keras backbone, zoomed, None at depth `head`. Of the `epochs` that were
    run, the model is as it was after `best_epoch`. The spreads are of unmarked images, or of marked
    ones where hardly any is unmarked, by what there was before the training and by the learned
    part. `share` is what the marks that do not judge say of all unmarked images (`members_share`).
    """

    projection: Projection
    judged: Projection | None
    tuned: Any
    epochs: int
    best_epoch: int
    judgement: Judgement
    untrained_spread: Spread
    spread: Spread
    share: float | None

    @property
    def after(self) -> Metrics:
        """The figures of all images that judge together."""
        return mean_of(self.judgement.figures)


def train_head(
    material: Material, settings: TrainingSettings, progress: Progress, on_epoch: OnEpoch
) -> Trained:
    """Train the projection head, and by it the memberships of the groupings.

    The epoch is chosen by marks that were not learned from, the figures measured on yet others;
    the model itself then learns from all. Stopping it goes on with the best epoch so far. Raises
    Cancelled when it was stopped before the first epoch, and ArchiveError when the learning ran
    astray.
    """
    epochs = settings.epochs or HEAD_EPOCHS
    split, pairs = material.split, material.pairs
    # What judges has no part in choosing, not even among those that a query ranks.
    unjudged = ~split.judge
    choosable, choosing = pairs.only(unjudged), split.choose[unjudged]
    best = _Best()

    def choose(epoch: int, loss: float, matrix: Array) -> None:
        best.reached = epoch
        projection = Projection(material.pretrained, _head(material, matrix), _CHOOSING_WEIGHT)
        measured = epoch % _MEASURED_EVERY == 0 or epoch == epochs
        # The figures of what is no number mean nothing.
        if measured and np.isfinite(matrix).all():
            rows = projection.apply(material.features[unjudged])
            best.offer(epoch, score(measure(rows, choosable, choosing)))
        if epoch > 0:
            progress.report(epoch, epochs, say("Training the head"))
            held_out = None
            if measured:
                held_out = measure(projection.apply(material.features), pairs, split.judge)
            on_epoch(EpochReport(Depth.HEAD, epoch, epochs, loss, held_out))

    _fit(material, split.learn, settings, epochs, choose, progress)
    if best.reached == 0:
        raise Cancelled
    # Where no marks were left to choose by, all figures are 0.
    epoch = best.epoch if best.score > 0 else best.reached
    progress.report(0, 0, say("Learning from all marks"))
    plain = material.pretrained.apply(material.features[unjudged])
    unmarked = material.pretrained.apply(material.background)
    share = members_share(plain, choosable, unmarked)
    judged = _best_of(material, unjudged, settings, epochs, epoch, share)
    everything = np.ones_like(unjudged)
    projection = _best_of(material, everything, settings, epochs, epoch, share)
    part = projection.learned
    assert part is not None
    embeddings, strangers = judged.apply(material.features), judged.apply(material.background)
    judgement = judge(embeddings, strangers, pairs, split.judge)
    witnesses = _witnesses(material.background, material.features)
    untrained = spread_of(material.pretrained.apply(witnesses))
    spread = spread_of(part.apply(witnesses))
    return Trained(
        projection, judged, None, best.reached, epoch, judgement, untrained, spread, share
    )


def tune(
    trunk: Any,
    pictures: Pictures,
    material: Material,
    share: float | None,
    settings: TrainingSettings,
    progress: Progress,
    on_epoch: OnEpoch,
) -> Trained:
    """Tune the backbone `trunk` in place, from pixels, on all marks but those that judge.

    `share` is that of a head that was trained on the same material.

    Stopping it goes on with what was learned. Raises Cancelled when it was stopped before the
    first epoch, and ArchiveError when the learning ran astray.
    """
    split, pairs = material.split, material.pairs
    learned = ~split.judge
    epochs = settings.epochs or tuning_epochs(int(learned.sum()))
    network = halves(trunk, settings.backbone, settings.depth, progress)
    predict = _predictor(network)
    # What the tuning leaves alone sees what is marked once, however often the rest does.
    marked = network.enter(middles(pictures.marked_input), progress)
    others = network.enter(middles(pictures.background_input), progress)
    done = 0

    def tell(epoch: int, loss: float) -> None:
        nonlocal done
        require_finite(loss)
        done = epoch
        held_out = None
        if epoch % _MEASURED_EVERY == 0 or epoch == epochs:
            alone = tuning.tuned_embedding(predict(marked))
            held_out = measure(alone, pairs, split.judge)
        progress.report(epoch, epochs, say("Tuning the network"))
        on_epoch(EpochReport(settings.depth, epoch, epochs, loss, held_out))

    progress.report(0, epochs, say("Tuning the network"))
    tuning.tune_backbone(
        network,
        tunables(trunk, settings.backbone, settings.depth),
        pictures.marked[learned],
        pairs.only(learned),
        tuning.Unmarked(network.enter(pictures.background_input, progress), material.background),
        settings,
        epochs,
        tell,
        progress,
    )
    if done == 0:
        raise Cancelled
    features = predict(marked)
    unmarked = predict(others) if len(others) else features[:0]
    require_finite(features)
    part = fit_components(np.concatenate([features, unmarked]))
    plain = material.pretrained.apply(material.features)
    background = material.pretrained.apply(material.background), part.apply(unmarked)
    progress.report(0, 0, say("Learning from all marks"))
    care = tuned_care(pairs.only(learned), share)

    def projection(among: Mask) -> Projection:
        """The embedding with the memberships of the marks `among`."""
        memberships = fit_tuned_memberships(
            plain[among],
            part.apply(features[among]),
            pairs.only(among),
            background,
            care,
        )
        return Projection(material.pretrained, part, _TUNED_WEIGHT, memberships=memberships)

    judged = projection(learned)
    embeddings = judged.apply(material.features, features)
    unjudged = judged.apply(material.background, unmarked)
    judgement = judge(embeddings, unjudged, pairs, split.judge)
    # Before they are centred, since that would hide that all are in one place.
    untrained = spread_of(
        tuning.tuned_embedding(_witnesses(material.background, material.features))
    )
    spread = spread_of(tuning.tuned_embedding(_witnesses(unmarked, features)))
    whole = projection(np.ones_like(learned))
    return Trained(whole, judged, zoomed(trunk), done, done, judgement, untrained, spread, share)


def _witnesses(unmarked: Array, marked: Array) -> Array:
    """The features by which a collapse is noticed: of unmarked images, where there are enough."""
    return unmarked if len(unmarked) >= ENOUGH_IMAGES else marked


class _Best:
    """The best epoch that was offered, the earliest of equals; the last epoch run."""

    def __init__(self) -> None:
        self.epoch, self.score, self.reached = 0, -1.0, 0

    def offer(self, epoch: int, figure: float) -> None:
        if figure > self.score:
            self.epoch, self.score = epoch, figure


def _fit(
    material: Material,
    among: Mask,
    settings: TrainingSettings,
    epochs: int,
    after_epoch: head.AfterEpoch,
    progress: Progress,
) -> None:
    part = material.pretrained
    seen = np.concatenate([material.features[np.newaxis], material.views])
    rows = np.stack([part.project(each[among]) for each in seen])
    background = part.project(material.background)
    pairs = material.pairs.only(among)
    head.fit_head(rows, pairs, background, settings, epochs, after_epoch, progress)


def _best_of(
    material: Material,
    among: Mask,
    settings: TrainingSettings,
    epochs: int,
    epoch: int,
    share: float | None,
) -> Projection:
    """The head as it is after `epoch` of a training on the marks `among`, and its memberships."""
    stop = Progress()
    kept: list[Array] = []

    def keep(reached: int, loss: float, matrix: Array) -> None:
        if reached == epoch:
            kept.append(matrix)
            stop.cancel()

    _fit(material, among, settings, epochs, keep, stop)
    require_finite(kept[0])
    pretrained, learned = material.pretrained, _head(material, kept[0])
    seen = np.concatenate([material.features[np.newaxis], material.views])[:, among]
    memberships = fit_memberships(
        np.stack([pretrained.apply(view) for view in seen]),
        np.stack([learned.apply(view) for view in seen]),
        material.pairs.only(among),
        (pretrained.apply(material.background), learned.apply(material.background)),
        share,
    )
    return Projection(pretrained, learned, 0.0, memberships=memberships)


def _head(material: Material, matrix: Array) -> LinearPart:
    part = material.pretrained
    return LinearPart(part.mean, part.matrix @ matrix)


def _predictor(network: Halves) -> Callable[[Array | Pixels], Array]:
    """Pooled features (n, d) float32 of what entered of pictures, as the network is at each call.

    Made once a training, since TensorFlow takes seconds to trace a network.
    """
    rest = network.rest
    signature = tf.TensorSpec((None, *rest.input_shape[1:]), tf.float32)
    forward = tf.function(lambda entered: rest(entered, training=False), [signature])

    def predict(entered: Array | Pixels) -> Array:
        starts = range(0, len(entered), _PREDICTED_AT_ONCE)
        parts = (entered[start : start + _PREDICTED_AT_ONCE] for start in starts)
        found = [forward(tf.constant(part, tf.float32)).numpy() for part in parts]
        features: Array = np.concatenate(found)
        return features

    return predict


def forget_graphs() -> None:
    """Give back what Keras keeps of finished trainings."""
    keras.backend.clear_session()
