"""What a training step makes small: the loss over the triplets that a miner finds."""

import tensorflow as tf

from archive_gui.learning.distances import pairwise
from archive_gui.learning.losses import loss_of
from archive_gui.learning.mining import mine
from archive_gui.learning.settings import TrainingSettings


def mined_loss(
    settings: TrainingSettings,
    embeddings: tf.Tensor,
    positive: tf.Tensor,
    negative: tf.Tensor,
    margin: tf.Tensor,
) -> tf.Tensor:
    """The loss of embeddings (n, d) float32 by distance, miner and loss of the settings; a scalar.

    The first b of them are the anchors, whose positives and negatives are mined among all n:
    `positive` and `negative` are masks (b, n) bool of pairs, `margin` a scalar.
    """
    anchors = embeddings[: tf.shape(positive)[0]]
    distances = pairwise(anchors, embeddings, settings.distance)
    triplets = mine(settings.miner, distances, positive, negative, margin)
    to_positive = tf.gather_nd(distances, triplets[:, :2])
    to_negative = tf.gather_nd(distances, tf.gather(triplets, [0, 2], axis=1))
    return loss_of(settings.loss, to_positive, to_negative, margin)
