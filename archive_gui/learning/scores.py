"""How much an image looks like each marked grouping, in closed form, in NumPy."""

import numpy as np

from archive_gui.learning.pairs import Pairs
from archive_gui.learning.projection import Array, Scores

# How fast likeness fades with distance, how smooth the scores are, and how much an unmarked image
# counts, which most likely belongs to no grouping. Chosen on unmarked images of four collections.
_SHARPNESS, _SMOOTHNESS, _UNMARKED = 2.0, 0.1, 0.1
# The scores of all but so many per cent of unmarked images are shorter than the other parts.
_LONGEST = 90
_MOST_LANDMARKS, _MOST_SCORES = 2000, 64


def fit_scores(rows: Array, pairs: Pairs, background: Array) -> Scores:
    """Scores that are 1 for a grouping's images and 0 for others and for unmarked ones.

    `rows` (n, p) float32 are the pre-trained parts of marked images in the order of `pairs`,
    `background` (m, p) those of unmarked ones. Of very many marked images some are landmarks, and
    of very many groupings' scores the principal ones are kept. Kernel ridge regression (Saunders,
    Gammerman and Vovk, "Ridge Regression Learning Algorithm in Dual Variables", ICML 1998) with
    the Gaussian kernel of points on a sphere, unmarked images weighing a tenth.
    """
    count = min(len(rows), _MOST_LANDMARKS)
    chosen = np.linspace(0, len(rows) - 1, count).astype(np.intp)
    members = pairs.groups.T[chosen]
    landmarks = np.concatenate([rows[chosen], background])
    wanted = np.zeros((len(landmarks), members.shape[1]))
    wanted[:count] = members
    doubt = np.full(len(landmarks), _SMOOTHNESS / _UNMARKED)
    doubt[:count] = _SMOOTHNESS
    wide = landmarks.astype(np.float64)
    kernel = np.exp(_SHARPNESS * (wide @ wide.T - 1))
    coefficients = np.linalg.solve(kernel + np.diag(doubt), wanted)
    if coefficients.shape[1] > _MOST_SCORES:
        # Distances of scores stay as they are in the directions in which scores differ most.
        directions = np.linalg.svd(kernel @ coefficients, full_matrices=False)[2]
        coefficients = coefficients @ directions[:_MOST_SCORES].T
    lengths = np.linalg.norm(kernel[count:] @ coefficients, axis=1)
    longest = float(np.percentile(lengths, _LONGEST)) if len(lengths) else 1.0
    scaled: Array = (coefficients / (longest or 1.0)).astype(np.float32)
    return Scores(landmarks, scaled, _SHARPNESS)
