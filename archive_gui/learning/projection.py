"""From pooled features to embeddings: the arithmetic of a model version, in NumPy alone."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class LinearPart:
    """One part of an embedding: centred roots of features times a matrix.

    `mean` is (d,), `matrix` (d, p), both float32.
    """

    mean: Array
    matrix: Array

    def __post_init__(self) -> None:
        if self.matrix.ndim != 2 or self.mean.shape != self.matrix.shape[:1]:
            raise ValueError(f"a mean of {self.mean.shape} for a matrix of {self.matrix.shape}")

    def apply(self, features: Array) -> Array:
        """Unit-length rows unit((root(features) - mean) @ matrix): (n, d) -> (n, p) float32.

        The root keeps the sign: sign(x) sqrt(|x|). For non-negative features it is the Hellinger
        map (Arandjelovic and Zisserman, "Three things everyone should know to improve object
        retrieval", CVPR 2012).
        """
        return unit(self.project(features))

    def project(self, features: Array) -> Array:
        """The same rows before they are brought to unit length: (n, d) -> (n, p) float32."""
        return self.project_roots(root(features))

    def project_roots(self, roots: Array) -> Array:
        """What :meth:`project` gives of features, by their :func:`root`."""
        rows: Array = (roots - self.mean).astype(np.float32, copy=False) @ self.matrix
        return rows


@dataclass(frozen=True, slots=True)
class Prototypes:
    """What the marked groupings look like, and what the learned part weighs near to them.

    `rows` (g, p) float32 of unit length are the mean learned parts of groupings (Snell, Swersky
    and Zemel, "Prototypical Networks for Few-shot Learning", NeurIPS 2017, equation 1). From
    likenesses below `threshold` to above it, a cosine, the weight goes over to `weight`, as a
    logistic function of width `width`.
    """

    rows: Array
    weight: float
    threshold: float
    width: float

    def nearness(self, learned: Array) -> Array:
        """How near learned parts (n, p) of unit length are to a grouping, 0 to 1: (n, 1)."""
        likeness = (learned @ self.rows.T).max(1, keepdims=True)
        nearness: Array = 1 / (1 + np.exp((self.threshold - likeness) / np.float32(self.width)))
        return nearness


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of groupings by likeness to `landmarks`.

    `landmarks` (m, p) float32 are pre-trained parts of images; `coefficients` (m, g) is what each
    counts for each grouping.
    """

    landmarks: Array
    coefficients: Array
    sharpness: float

    def apply(self, rows: Array) -> Array:
        """Scores (n, g) float32 of pre-trained parts (n, p) of unit length; near 0 unlike any.

        exp(sharpness (cosine - 1)) of an image and each landmark, times the coefficients.
        """
        likeness = np.exp(np.float32(self.sharpness) * (rows @ self.landmarks.T - 1))
        scores: Array = (likeness @ self.coefficients).astype(np.float32)
        return scores


@dataclass(frozen=True, slots=True)
class Memberships:
    """How likely an image belongs to each of g marked groupings, or to none of them.

    `matrix` (p + q, g + 1) and `bias` (g + 1,), both float32, read the pre-trained and the learned
    part; the last column stands for none. `codes` (g, k) float32 is how a grouping shows in the
    embedding: as a number of its own, or as a direction where groupings are very many. Where
    `none` is above 0, belonging to none shows as well, as one more number that weighs so much
    beside a grouping's: it keeps images of none among each other.
    """

    matrix: Array
    bias: Array
    codes: Array
    weight: float
    none: float = 0.0

    @property
    def dimensions(self) -> int:
        """How many numbers of an embedding they are."""
        return int(self.codes.shape[1]) + int(self.none > 0)

    def require_width(self, width: int) -> None:
        """ValueError where these are none of parts that are `width` long together."""
        shapes = self.matrix.shape, self.bias.shape, self.codes.shape
        groupings = self.codes.shape[0] + 1
        if self.codes.ndim != 2 or shapes[:2] != ((width, groupings), (groupings,)):
            raise ValueError(f"memberships of {shapes} for parts of {width}")

    def apply(self, rows: Array) -> Array:
        """(n, dimensions) float32 of both parts of images side by side (n, p + q).

        The squares of the groupings' likelihoods, so that what is unsure moves an image little;
        that of none as it is.
        """
        likely = self.likelihoods(rows)
        found: Array = np.square(likely[:, :-1]) @ self.codes
        if self.none > 0:
            found = np.concatenate([found, np.float32(self.none) * likely[:, -1:]], axis=1)
        return np.float32(self.weight) * found

    def likelihoods(self, rows: Array) -> Array:
        """The softmax (n, g + 1) float32 of each grouping and, last, of none."""
        logits = rows @ self.matrix + self.bias
        raised = np.exp(logits - logits.max(1, keepdims=True))
        likely: Array = raised / raised.sum(1, keepdims=True)
        return likely


@dataclass(frozen=True, slots=True)
class Projection:
    """The embedding unit([pretrained | weight * learned]), with `scores` or `memberships` behind.

    `pretrained` reads the untouched backbone's features. `learned` reads the tuned backbone's
    where there is one, else the same; it is None for model 0, and `weight` (at least 0) is then
    without effect. Where there are `prototypes`, `weight` is that of images unlike all groupings:
    what was learned has its say most where it was learned, and the old neighbourhoods stay
    elsewhere. A learned part without any weight is left out: it then speaks by its `memberships`
    alone.
    """

    pretrained: LinearPart
    learned: LinearPart | None = None
    weight: float = 1.0
    prototypes: Prototypes | None = None
    scores: Scores | None = None
    memberships: Memberships | None = None

    @property
    def joins_learned(self) -> bool:
        """Whether the learned part itself is in the embedding."""
        return self.learned is not None and (self.weight > 0 or self.prototypes is not None)

    def __post_init__(self) -> None:
        scores = self.scores
        rows = None if self.prototypes is None else self.prototypes.rows
        learned = None if self.learned is None else self.learned.matrix.shape[1]
        if rows is not None and (rows.ndim != 2 or not rows.size or rows.shape[1] != learned):
            raise ValueError(f"prototypes of {rows.shape} for a learned part of {learned}")
        if scores is not None and (
            scores.landmarks.shape
            != (scores.coefficients.shape[0], self.pretrained.matrix.shape[1])
        ):
            raise ValueError(f"landmarks of {scores.landmarks.shape}")
        if self.memberships is not None:
            self.memberships.require_width(self.pretrained.matrix.shape[1] + (learned or 0))

    @property
    def dimensions(self) -> int:
        """How long an embedding is."""
        parts = [self.pretrained.matrix]
        if self.learned is not None and self.joins_learned:
            parts.append(self.learned.matrix)
        if self.scores is not None:
            parts.append(self.scores.coefficients)
        behind = 0 if self.memberships is None else self.memberships.dimensions
        return sum(int(part.shape[1]) for part in parts) + behind

    @property
    def digest(self) -> str:
        """The SHA-256 of all that is in it: what has the same makes the same embeddings."""
        return hashlib.sha256(b"".join(_content(self))).hexdigest()

    def apply(self, features: Array, tuned: Array | None = None) -> Array:
        """Embeddings (n, dimensions) float32 of unit length from features (n, d).

        `tuned` (n, e) are the tuned backbone's features of the same images, None where the
        learned part reads the untouched ones.
        """
        roots = root(features)
        first = unit(self.pretrained.project_roots(roots))
        if self.learned is None:
            return first
        second = unit(self.learned.project_roots(roots if tuned is None else root(tuned)))
        weight: float | Array = self.weight
        if self.prototypes is not None:
            gain = np.float32(self.prototypes.weight - self.weight)
            weight = np.float32(self.weight) + gain * self.prototypes.nearness(second)
        parts = [first, weight * second] if self.joins_learned else [first]
        if self.scores is not None:
            parts.append(self.scores.apply(first))
        if self.memberships is not None:
            parts.append(self.memberships.apply(np.concatenate([first, second], axis=1)))
        return unit(np.concatenate(parts, axis=1))


def _content(part: Any) -> Iterator[bytes]:
    if is_dataclass(part):
        yield type(part).__name__.encode()
        for each in fields(part):
            yield from _content(getattr(part, each.name))
    elif isinstance(part, np.ndarray):
        yield f"{part.dtype}{part.shape}".encode()
        yield part.tobytes()
    else:
        yield repr(part).encode()


def root(features: Array) -> Array:
    """Square roots with the sign kept, of features of any shape."""
    # In place, since each copy of an archive's features takes as long as its sum.
    values: Array = np.abs(features)
    np.sqrt(values, out=values)
    np.copysign(values, features, out=values)
    return values


def unit(rows: npt.NDArray[np.floating]) -> Array:
    """Rows (n, d) brought to Euclidean length 1; a row of zeros stays zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Array = (rows / np.maximum(lengths, _TINY)).astype(np.float32)
    return scaled
