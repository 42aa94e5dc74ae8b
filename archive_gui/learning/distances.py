"""Distances between embeddings, in TensorFlow."""

import tensorflow as tf

from archive_gui.learning.settings import Distance

_TINY = 1e-12


def pairwise(anchors: tf.Tensor, others: tf.Tensor, distance: Distance) -> tf.Tensor:
    """Distances (b, n) float32 from `anchors` (b, d) to `others` (n, d), both float32.

    squared |a - o|^2 (Schroff, Kalenichenko and Philbin, "FaceNet", CVPR 2015), euclidean its
    root (Hermans, Beyer and Leibe, "In Defense of the Triplet Loss for Person Re-Identification",
    2017, section 2), cosine 1 - a.o / (|a| |o|). Gradients are finite for equal points: a root's
    own is infinite at 0, so the Euclidean distance is 1e-6 at least, and has no gradient there.
    """
    if distance is Distance.COSINE:
        rows = tf.math.l2_normalize(anchors, axis=1)
        return 1.0 - tf.matmul(rows, tf.math.l2_normalize(others, axis=1), transpose_b=True)
    lengths = tf.reduce_sum(tf.square(anchors), axis=1)[:, tf.newaxis]
    other_lengths = tf.reduce_sum(tf.square(others), axis=1)
    products = tf.matmul(anchors, others, transpose_b=True)
    squared = lengths + other_lengths - 2.0 * products
    if distance is Distance.SQUARED:
        return tf.maximum(squared, 0.0)
    return tf.sqrt(tf.maximum(squared, _TINY))
