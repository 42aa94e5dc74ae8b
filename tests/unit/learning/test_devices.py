"""Tuning on two devices of one computer comes to the same as on one."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

# Its arguments: how many devices TensorFlow is to see, a miner, and the file for what was learned.
TUNING = """
import sys
import keras, numpy as np, tensorflow as tf

count, miner, out = int(sys.argv[1]), sys.argv[2], sys.argv[3]
cpu = tf.config.list_physical_devices("CPU")[0]
if count > 1:
    parts = [tf.config.LogicalDeviceConfiguration()] * count
    tf.config.set_logical_device_configuration(cpu, parts)

from archive_gui.learning.augmentation import CROP_ROOM
from archive_gui.learning.devices import strategy_of_devices
from archive_gui.learning.halves import Halves
from archive_gui.learning.settings import Miner, TrainingSettings
from archive_gui.learning.tunables import Tunable
from archive_gui.learning.tuning import Unmarked, tune_backbone
from tests.unit.learning.test_tuning import SIDE, pairs_of_groups

keras.utils.set_random_seed(5)
network = keras.Sequential([
    keras.layers.Input((SIDE, SIDE, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(8, 5, strides=4, activation="relu6"),
    keras.layers.Conv2D(16, 3, strides=2, activation="relu6"),
    keras.layers.GlobalAveragePooling2D(),
])
rng = np.random.default_rng(0)
side = round(SIDE * CROP_ROOM)
pictures = rng.integers(0, 256, (37, side, side, 3), np.uint8)
unmarked = rng.integers(0, 256, (11, SIDE, SIDE, 3), np.uint8)
features = network.predict(unmarked.astype(np.float32), verbose=0)
before = np.concatenate([each.numpy().ravel() for each in network.trainable_variables])
losses = []
tune_backbone(
    Halves(SIDE, lambda shown, progress: shown, network),
    [Tunable(each, np.ones(1, np.float32)) for each in network.trainable_variables],
    pictures,
    pairs_of_groups(10, 9, 9, 9),
    Unmarked(unmarked, features),
    TrainingSettings(miner=Miner(miner)),
    3,
    lambda epoch, loss: losses.append(loss),
)
strategy = strategy_of_devices()
weights = np.concatenate([each.numpy().ravel() for each in network.trainable_variables])
np.savez(out, weights=weights, moved=np.abs(weights - before).max(), losses=losses,
         devices=1 if strategy is None else strategy.num_replicas_in_sync)
"""


def tuned(folder: Path, devices: int, miner: str) -> dict[str, np.ndarray]:
    out = folder / f"{devices}.npz"
    command = [sys.executable, "-c", TUNING, str(devices), miner, str(out)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(np.load(out))


def test_two_devices_learn_what_one_learns(tmp_path: Path):
    one, two = (tuned(tmp_path, devices, "hard") for devices in (1, 2))
    assert (one["devices"], two["devices"]) == (1, 2)
    assert one["moved"] > 5e-4
    assert np.abs(one["weights"] - two["weights"]).max() < 1e-4
    assert two["losses"] == pytest.approx(one["losses"], abs=1e-4)
