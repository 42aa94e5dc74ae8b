"""Images of a project to embeddings, by one version of its model."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from archive_gui.catalog.images import count_images, readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.imaging.thumbnails import ThumbnailStore, load_thumbnail, make_thumbnail
from archive_gui.learning.augmentation import Augmenter, Pixels
from archive_gui.learning.backbones import backbone, file_digest, network_input, weights_file
from archive_gui.learning.features import FeatureStore, fill_features
from archive_gui.learning.lite import LiteModel, obtain_lite, obtain_tuned
from archive_gui.learning.projection import Array, LinearPart, Projection
from archive_gui.learning.registry import Version
from archive_gui.learning.steadying import MOST_ASKING, steadied
from archive_gui.learning.untrained import fit_components, load_components, save_components
from archive_gui.operations.reading import restore_thumbnails
from archive_gui.progress import Progress
from archive_gui.words import say

# Means and components hardly change beyond so many images.
_SAMPLE = 20_000
# Blocks of images among which neighbours are looked for.
_MOST_BLOCKS = 5
# Images that are embedded at once: their features take 20 MB.
_BLOCK = 4096
# Views of all marked images together, and of each, for a head to learn from.
_VIEWS, _MOST_VIEWS = 480, 8
# The components are made anew when the archive has grown or shrunk by more than this share.
_DRIFT = 0.25


class NetworkFeatures:
    """The features that one network, as it came or tuned, gives of a project's images."""

    def __init__(self, project: Project, name: str, tuned: Version | None = None) -> None:
        self._project = project
        self._name = name
        self._tuned = tuned
        self._lite: LiteModel | None = None
        self._store: FeatureStore | None = None

    @property
    def folder(self) -> Path:
        """Where the features are kept."""
        if self._tuned is not None:
            return self._project.features_folder / f"model-{self._tuned.model}"
        weights = weights_file(self._name)
        assert weights is not None
        return self._project.features_folder / f"{self._name}-{file_digest(weights)[:16]}"

    @property
    def width(self) -> int:
        """How many features an image has."""
        return backbone(self._name).feature_size

    def network(self, progress: Progress) -> LiteModel:
        """The network itself, loaded at the first call."""
        if self._lite is None:
            if self._tuned is None:
                self._lite = obtain_lite(self._name, progress)
            else:
                file = self.folder / "network.tflite"
                self._lite = obtain_tuned(self._tuned.keras_file, file, progress)
        return self._lite

    def available(self, images: Sequence[ImageRecord], progress: Progress) -> list[ImageRecord]:
        """Compute what is missing; the images that have features then."""
        store = self._open(progress)
        digests = [image.sha256 for image in images if image.sha256 is not None]
        if missing := store.missing(digests):
            thumbnails = ThumbnailStore(self._project.thumbnails_file)
            try:
                if lost := thumbnails.missing(missing):
                    restorable = [image for image in images if image.sha256 in lost]
                    restore_thumbnails(self._project, thumbnails, restorable, progress)
                fill_features(
                    store,
                    lambda: self.network(progress),
                    thumbnails,
                    missing,
                    progress,
                    say("Looking at the images"),
                )
            finally:
                thumbnails.close()
        lacking = set(store.missing(digests))
        return [image for image in images if image.sha256 and image.sha256 not in lacking]

    @property
    def name(self) -> str:
        """What these features are called, and no others; see :attr:`FeatureStore.name`."""
        return f"{self.folder.name} {self._open(Progress()).name}"

    def missing(self, images: Sequence[ImageRecord]) -> list[ImageRecord]:
        """Those of `images` that have no features yet."""
        store = self._open(Progress())
        lacking = set(store.missing(image.sha256 for image in images if image.sha256))
        return [image for image in images if image.sha256 in lacking]

    def keep(self, found: Mapping[str, Array]) -> None:
        """Keep the features (d,) that this network gave elsewhere of thumbnails, by digest."""
        progress = Progress()
        store = self._open(progress)
        with store.filling(progress):
            if missing := store.missing(found):
                store.append(missing, np.stack([found[digest] for digest in missing]))

    def read(self, images: Sequence[ImageRecord]) -> Array:
        """The features (n, d) float32 of images that :meth:`available` gave."""
        return self._open(Progress()).read([image.sha256 or "" for image in images])

    def of_views(
        self, count: int, pictures: Callable[[], Pixels], seed: int, progress: Progress
    ) -> Array:
        """The features (v, n, d) float32 of changed views of n = `count` pictures (n, s, s, 3).

        As many views as the bundled network looks at in a few seconds; none, and no `pictures`
        asked for, of very many and by slower networks. Raises Cancelled.
        """
        known = backbone(self._name)
        views = 0 if known.application else min(_MOST_VIEWS, _VIEWS // max(1, count))
        found = np.empty((views, count, known.feature_size), np.float32)
        if not views:
            return found
        network, shown = self.network(progress), pictures()
        augmenter = Augmenter(network.side, seed)
        for number, view in enumerate(found):
            progress.report(number, views, say("Looking at the marked images in other ways"))
            view[:] = network.features_of(augmenter.views(shown), progress)
        return found

    def of_picture(self, picture: Image.Image, progress: Progress) -> Array:
        """The features (1, d) float32 of an RGB picture, treated as the archive's images are."""
        network = self.network(progress)
        seen = load_thumbnail(make_thumbnail(picture))
        return network.features(network_input(seen, network.side))[np.newaxis]

    def _open(self, progress: Progress) -> FeatureStore:
        if self._store is None:
            if self._tuned is None and weights_file(self._name) is None:
                self.network(progress)
            self._store = FeatureStore(self.folder, self.width)
        return self._store


def components(features: NetworkFeatures, images: Sequence[ImageRecord]) -> LinearPart:
    """The pre-trained part of embeddings for these images, kept until the archive changed much."""
    if (kept := _kept_components(features, len(images))) is not None:
        return kept
    step = max(1, -(-len(images) // _SAMPLE))
    part = fit_components(features.read(images[::step]))
    save_components(_components_file(features), part, len(images))
    return part


def steadied_components(features: NetworkFeatures, images: Sequence[ImageRecord]) -> LinearPart:
    """The pre-trained part of a trained model: these components, with neighbours more alike."""
    blocks = [images[start : start + _BLOCK] for start in range(0, len(images), _BLOCK)]
    # Whole blocks, since in the order of paths what is most alike often follows each other.
    blocks = blocks[:: max(1, -(-len(blocks) // _MOST_BLOCKS))]
    # Digests are a lot that hardly falls on others when a few images come or go.
    asking = sorted((image for block in blocks for image in block), key=lambda i: i.sha256 or "")
    archive = (features.read(block) for block in blocks)
    return steadied(components(features, images), features.read(asking[:MOST_ASKING]), archive)


def _kept_components(features: NetworkFeatures, count: int) -> LinearPart | None:
    """Those that were made of about as many images."""
    kept = load_components(_components_file(features), features.width)
    return kept[0] if kept is not None and abs(kept[1] - count) <= _DRIFT * kept[1] else None


def _components_file(features: NetworkFeatures) -> Path:
    return features.folder / "components.npz"


class Embedder:
    """Embeds the images of a project by one model; `version` None is the untrained model 0."""

    def __init__(self, project: Project, name: str, version: Version | None) -> None:
        self._project = project
        self._version = version
        self._plain = NetworkFeatures(project, name)
        self._own = None
        if version is not None and version.tuned:
            self._own = NetworkFeatures(project, name, version)
        self._projection: Projection | None = None

    @property
    def networks(self) -> list[NetworkFeatures]:
        """The features that embeddings are made of, by each network that gives some."""
        return [self._plain] if self._own is None else [self._plain, self._own]

    def archive(self, progress: Progress) -> tuple[list[ImageRecord], Array]:
        """All images that can be searched, by path, and their embeddings (n, d) float32."""
        images = self.available(readable_images(self._project), progress)
        return images, self.embed(images)

    def content(self, images: Sequence[ImageRecord]) -> str:
        """A digest of all that the embeddings of these images depend on, taken without them."""
        told = [self._projected(Progress()).digest, *(network.name for network in self.networks)]
        told += [f"{image.id} {image.sha256}" for image in images]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()

    def available(self, images: Sequence[ImageRecord], progress: Progress) -> list[ImageRecord]:
        """Make those of `images` ready that can be embedded, and give them in the same order."""
        found = self._plain.available(images, progress)
        return found if self._own is None else self._own.available(found, progress)

    def unseen(self, images: Sequence[ImageRecord]) -> list[ImageRecord]:
        """Those of `images` that a tuned network has yet to look at; none where it is untuned."""
        return [] if self._own is None else self._own.missing(images)

    def embed(self, images: Sequence[ImageRecord], *, judged: bool = False) -> Array:
        """Embeddings of images that are available; `judged`: by the judged twin."""
        if judged and self._version is not None:
            projection = self._fitting(self._version.projection(judged=True))
        else:
            projection = self._projected(Progress())
        embeddings = np.empty((len(images), projection.dimensions), np.float32)
        for start in range(0, len(images), _BLOCK):
            block = images[start : start + _BLOCK]
            tuned = None if self._own is None else self._own.read(block)
            rows = projection.apply(self._plain.read(block), tuned)
            # Rows of damaged features are like nothing, instead of confusing the index.
            embeddings[start : start + _BLOCK] = np.where(np.isfinite(rows), rows, 0)
        return embeddings

    def picture(self, picture: Image.Image, progress: Progress) -> Array:
        """The embedding (d,) of an RGB picture, decoded at thumbnail size or larger."""
        projection = self._projected(progress)
        plain = self._plain.of_picture(picture, progress)
        tuned = None if self._own is None else self._own.of_picture(picture, progress)
        row: Array = projection.apply(plain, tuned)[0]
        return row

    def _projected(self, progress: Progress) -> Projection:
        if self._projection is None:
            if self._version is None:
                # Of the whole archive, whichever images are to be embedded.
                part = _kept_components(self._plain, count_images(self._project))
                if part is None:
                    images = self._plain.available(readable_images(self._project), progress)
                    part = components(self._plain, images)
                self._projection = Projection(part)
            else:
                self._projection = self._fitting(self._version.projection())
        return self._projection

    def _fitting(self, projection: Projection) -> Projection:
        """A version's projection, if it takes what the network gives."""
        widths = {part.mean.size for part in (projection.pretrained, projection.learned) if part}
        if self._version is not None and widths != {backbone(self._version.backbone).feature_size}:
            raise ArchiveError(
                say(
                    "Model {n} does not fit its network {network}; choose another model, or "
                    "restore its files from a backup.",
                    n=self._version.model,
                    network=self._version.backbone,
                )
            )
        return projection
