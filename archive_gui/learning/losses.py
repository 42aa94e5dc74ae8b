"""Losses over triplets, in TensorFlow: distances (t,) to positive and negative -> a scalar.

Without any triplet the loss is 0, and so is its gradient.
"""

import tensorflow as tf

from archive_gui.learning.settings import Loss


def loss_of(
    loss: Loss, to_positive: tf.Tensor, to_negative: tf.Tensor, margin: tf.Tensor
) -> tf.Tensor:
    """The mean of `loss` over triplets; the soft margin takes no notice of `margin`."""
    match loss:
        case Loss.TRIPLET:
            each = triplet(to_positive, to_negative, margin)
        case Loss.SOFT_MARGIN:
            each = soft_margin(to_positive, to_negative)
        case Loss.CONTRASTIVE:
            each = contrastive(to_positive, to_negative, margin)
    return tf.math.divide_no_nan(tf.reduce_sum(each), tf.cast(tf.size(each), each.dtype))


def triplet(to_positive: tf.Tensor, to_negative: tf.Tensor, margin: tf.Tensor) -> tf.Tensor:
    """max(0, d(a,p) - d(a,n) + margin), each (t,).

    Schroff, Kalenichenko and Philbin, "FaceNet", CVPR 2015, equation 2.
    """
    return tf.nn.relu(to_positive - to_negative + margin)


def soft_margin(to_positive: tf.Tensor, to_negative: tf.Tensor) -> tf.Tensor:
    """log(1 + exp(d(a,p) - d(a,n))), each (t,).

    Hermans, Beyer and Leibe, "In Defense of the Triplet Loss", 2017, section 2.
    """
    return tf.nn.softplus(to_positive - to_negative)


def contrastive(to_positive: tf.Tensor, to_negative: tf.Tensor, margin: tf.Tensor) -> tf.Tensor:
    """d(a,p)^2 / 2 + max(0, margin - d(a,n))^2 / 2, each (t,).

    The Siamese loss of Hadsell, Chopra and LeCun, "Dimensionality Reduction by Learning an
    Invariant Mapping", CVPR 2006, equation 4, over the two pairs of each triplet.
    """
    return tf.square(to_positive) / 2 + tf.square(tf.nn.relu(margin - to_negative)) / 2
