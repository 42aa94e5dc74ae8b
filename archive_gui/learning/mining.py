"""Miners: which triplets of a batch a step learns from, as index triples, in TensorFlow.

All take masks `positive` and `negative` (n, n) bool and give (t, 3) int64 indices of anchor,
positive and negative. An anchor without a positive or a negative gives no triplet.
"""

import tensorflow as tf

from archive_gui.learning.settings import Miner


def mine(
    miner: Miner, distances: tf.Tensor, positive: tf.Tensor, negative: tf.Tensor, margin: tf.Tensor
) -> tf.Tensor:
    """The triplets that `miner` chooses by `distances` (n, n) float32 and `margin` (a scalar)."""
    match miner:
        case Miner.RANDOM:
            return random_triplets(positive, negative)
        case Miner.SEMI_HARD:
            return semi_hard_triplets(distances, positive, negative, margin)
        case Miner.HARD:
            return hard_triplets(distances, positive, negative)


def random_triplets(positive: tf.Tensor, negative: tf.Tensor) -> tf.Tensor:
    """Every anchor and positive with a negative drawn at random."""
    pairs, candidates = _pairs(positive, negative)
    draw = tf.random.uniform(tf.shape(candidates))
    return _triples(pairs, tf.argmax(tf.where(candidates, draw, -1.0), axis=1))


def semi_hard_triplets(
    distances: tf.Tensor, positive: tf.Tensor, negative: tf.Tensor, margin: tf.Tensor
) -> tf.Tensor:
    """Every anchor and positive with the nearest negative that is farther than the positive.

    Taken only within the margin, d(a,p) < d(a,n) < d(a,p) + margin (Schroff, Kalenichenko and
    Philbin, "FaceNet", CVPR 2015, equation 4). Where all negatives are nearer than the positive,
    the farthest of them is taken: the least hard of the hard ones.
    """
    pairs, candidates = _pairs(positive, negative)
    to_positive = tf.gather_nd(distances, pairs)[:, tf.newaxis]
    to_others = tf.gather(distances, pairs[:, 0])
    farther = candidates & (to_others > to_positive)
    within = farther & (to_others < to_positive + margin)
    nearest = tf.argmin(tf.where(within, to_others, tf.float32.max), axis=1)
    inside = tf.argmax(tf.where(candidates, to_others, tf.float32.min), axis=1)
    any_farther = tf.reduce_any(farther, axis=1)
    chosen = tf.where(any_farther, nearest, inside)
    # With negatives only beyond the margin, the triplet has no loss and is left out.
    useful = tf.reduce_any(within, axis=1) | ~any_farther
    return tf.boolean_mask(_triples(pairs, chosen), useful)


def hard_triplets(distances: tf.Tensor, positive: tf.Tensor, negative: tf.Tensor) -> tf.Tensor:
    """Every anchor with its farthest positive and its nearest negative.

    "Batch hard" of Hermans, Beyer and Leibe, "In Defense of the Triplet Loss for Person
    Re-Identification", 2017, equation 5.
    """
    usable = tf.where(tf.reduce_any(positive, axis=1) & tf.reduce_any(negative, axis=1))[:, 0]
    rows = tf.gather(distances, usable)
    is_positive, is_negative = tf.gather(positive, usable), tf.gather(negative, usable)
    farthest = tf.argmax(tf.where(is_positive, rows, tf.float32.min), axis=1)
    nearest = tf.argmin(tf.where(is_negative, rows, tf.float32.max), axis=1)
    return tf.stack([usable, farthest, nearest], axis=1)


def _pairs(positive: tf.Tensor, negative: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    """Indices (m, 2) of anchors with a negative and their positives; candidates (m, n) bool."""
    pairs = tf.where(positive & tf.reduce_any(negative, axis=1)[:, tf.newaxis])
    return pairs, tf.gather(negative, pairs[:, 0])


def _triples(pairs: tf.Tensor, chosen: tf.Tensor) -> tf.Tensor:
    return tf.concat([pairs, chosen[:, tf.newaxis]], axis=1)
