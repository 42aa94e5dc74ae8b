"""Distances between all pairs of embeddings, in TensorFlow."""

import tensorflow as tf

from archive_gui.learning.settings import Distance

# Below it a squared distance has no gradient; the root's own would be infinite at 0.
_TINY = 1e-12


def pairwise(embeddings: tf.Tensor, distance: Distance) -> tf.Tensor:
    """Distances (n, n) float32 between embeddings (n, d); gradients are finite for equal points.

    squared |a - b|^2, euclidean its root, cosine 1 - a.b / (|a| |b|).
    """
    if distance is Distance.COSINE:
        rows = tf.math.l2_normalize(embeddings, axis=1)
        return 1.0 - tf.matmul(rows, rows, transpose_b=True)
    lengths = tf.reduce_sum(tf.square(embeddings), axis=1)
    products = tf.matmul(embeddings, embeddings, transpose_b=True)
    squared = lengths[:, tf.newaxis] + lengths[tf.newaxis, :] - 2.0 * products
    if distance is Distance.SQUARED:
        return tf.maximum(squared, 0.0)
    return tf.sqrt(tf.maximum(squared, _TINY))
