"""Networks, their fine-tuning, and the figures that judge it; the only user of TensorFlow."""

import os

# TensorFlow reports its build options on stderr, where people look for what concerns them.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
