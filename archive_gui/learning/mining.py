"""Miners: which triplets a step learns from, as index triples, in TensorFlow.

All take distances from `b` anchors to `n` candidates, float32 (b, n), and masks `positive` and
`negative` (b, n) bool, and give (t, 3) int64: the row of the anchor, the columns of its positive
and its negative. Anchors that are a batch with all labelled images as candidates mine over all
labelled images; a batch against itself, b = n, mines over the batch. An anchor without a positive
or a negative gives no triplet. Memory is O(b n + t), whatever the number of triplets that exist.
"""

import tensorflow as tf

from archive_gui.learning.settings import Miner

# The semi-hard negatives of an anchor and positive, and the triplets of a step, at most.
_MOST_NEGATIVES = 32
_MOST_TRIPLETS = 1 << 20


def mine(
    miner: Miner, distances: tf.Tensor, positive: tf.Tensor, negative: tf.Tensor, margin: tf.Tensor
) -> tf.Tensor:
    """The triplets that `miner` chooses by `distances` (b, n) float32 and `margin` (a scalar)."""
    match miner:
        case Miner.RANDOM:
            return random_triplets(positive, negative)
        case Miner.SEMI_HARD:
            return semi_hard_triplets(distances, positive, negative, margin)
        case Miner.HARD:
            return hard_triplets(distances, positive, negative)


def random_triplets(positive: tf.Tensor, negative: tf.Tensor) -> tf.Tensor:
    """Every anchor and positive with a negative drawn at random, each as likely.

    The baseline of Wu et al., "Sampling Matters in Deep Embedding Learning", ICCV 2017.
    """
    pairs = _pairs(positive, negative)
    negatives_first = tf.argsort(tf.where(negative, 0, 1), axis=1, stable=True)
    count = tf.math.count_nonzero(negative, axis=1, dtype=tf.int32)
    choices = tf.gather(count, pairs[:, 0])
    share = tf.random.uniform(tf.shape(choices))
    # Rounding may bring a share near 1 to the number of choices itself.
    drawn = tf.minimum(tf.cast(share * tf.cast(choices, tf.float32), tf.int32), choices - 1)
    return _triples(pairs, _at(negatives_first, pairs[:, 0], drawn))


def semi_hard_triplets(
    distances: tf.Tensor, positive: tf.Tensor, negative: tf.Tensor, margin: tf.Tensor
) -> tf.Tensor:
    """Every anchor and positive with each negative that is farther, but within the margin.

    d(a,p) < d(a,n) < d(a,p) + margin (Schroff, Kalenichenko and Philbin, "FaceNet", CVPR 2015,
    equation 4); of very many the nearest. Where all negatives are nearer than the positive, the
    farthest of them is taken: the least hard of the hard ones.
    """
    pairs = _pairs(positive, negative)
    anchors, to_positive = pairs[:, 0], tf.gather_nd(distances, pairs)
    count = tf.math.count_nonzero(negative, axis=1, dtype=tf.int32)
    # Each row's negatives by distance; behind them, infinitely far, what is no negative.
    to_negatives = tf.where(negative, distances, distances.dtype.max)
    order = tf.argsort(to_negatives, axis=1, stable=True)
    ordered = tf.gather(to_negatives, order, batch_dims=1)
    of_anchor = tf.RaggedTensor.from_value_rowids(to_positive, anchors, tf.size(count, tf.int64))

    def place(bounds: tf.Tensor, side: str) -> tf.Tensor:
        """How many of an anchor's negatives lie before each pair's bound."""
        ragged = of_anchor.with_values(bounds).to_tensor()
        found = tf.searchsorted(ordered, ragged, side=side)
        return tf.RaggedTensor.from_tensor(found, of_anchor.row_lengths()).values

    nearer = place(to_positive, "right")
    # With negatives only beyond the margin there is no triplet, since it would have no loss.
    within = tf.maximum(place(to_positive + margin, "left"), nearer)
    last = tf.gather(count, anchors)
    none_farther = nearer >= last
    first = tf.where(none_farther, last - 1, nearer)
    most = tf.clip_by_value(_MOST_TRIPLETS // tf.maximum(tf.size(anchors), 1), 1, _MOST_NEGATIVES)
    end = tf.where(none_farther, last, tf.minimum(tf.minimum(within, last), first + most))
    places = tf.ragged.range(first, end)
    chosen = tf.gather(pairs, places.value_rowids())
    return _triples(chosen, _at(order, chosen[:, 0], places.values))


def hard_triplets(distances: tf.Tensor, positive: tf.Tensor, negative: tf.Tensor) -> tf.Tensor:
    """Every anchor with its farthest positive and its nearest negative.

    "Batch hard" of Hermans, Beyer and Leibe, "In Defense of the Triplet Loss for Person
    Re-Identification", 2017, equation 5.
    """
    usable = tf.where(tf.reduce_any(positive, axis=1) & tf.reduce_any(negative, axis=1))[:, 0]
    rows = tf.gather(distances, usable)
    is_positive, is_negative = tf.gather(positive, usable), tf.gather(negative, usable)
    farthest = tf.argmax(tf.where(is_positive, rows, rows.dtype.min), axis=1)
    nearest = tf.argmin(tf.where(is_negative, rows, rows.dtype.max), axis=1)
    return tf.stack([usable, farthest, nearest], axis=1)


def _pairs(positive: tf.Tensor, negative: tf.Tensor) -> tf.Tensor:
    """Indices (m, 2) int64 of anchors that have a negative, each with each of its positives."""
    return tf.where(positive & tf.reduce_any(negative, axis=1)[:, tf.newaxis])


def _at(matrix: tf.Tensor, rows: tf.Tensor, columns: tf.Tensor) -> tf.Tensor:
    """The entries (m,) of `matrix` (b, n) at `rows` (m,) int64 and `columns` (m,) int32."""
    return tf.gather_nd(matrix, tf.stack([rows, tf.cast(columns, tf.int64)], axis=1))


def _triples(pairs: tf.Tensor, chosen: tf.Tensor) -> tf.Tensor:
    return tf.concat([pairs, tf.cast(chosen, tf.int64)[:, tf.newaxis]], axis=1)
