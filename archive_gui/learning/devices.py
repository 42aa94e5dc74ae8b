"""Tuning on several devices of one computer, when TensorFlow sees more than one."""

from typing import Any

import numpy as np
import tensorflow as tf

from archive_gui.learning.augmentation import Pixels
from archive_gui.learning.projection import Array


def strategy_of_devices() -> Any:
    """How a step is spread over all GPUs, or all of what counts as CPUs; None for one device."""
    for kind in ("GPU", "CPU"):
        devices = [device.name for device in tf.config.list_logical_devices(kind)]
        if len(devices) > 1:
            return tf.distribute.MirroredStrategy(devices)
        if devices:
            return None
    return None


def spread_over(strategy: Any, entered: Array | Pixels) -> Any:
    """The rows (n, ...) in equal shares, as near as that goes, one for each device."""
    shares = np.array_split(entered, strategy.num_replicas_in_sync)
    return strategy.experimental_distribute_values_from_function(
        lambda context: tf.constant(shares[context.replica_id_in_sync_group], tf.float32)
    )
