"""One embedding of several: what a query by examples looks for.

Rocchio, "Relevance feedback in information retrieval", in Salton (ed.), The SMART Retrieval
System, 1971; the weights are those that Manning, Raghavan and Schütze, "Introduction to
Information Retrieval", section 9.1.1, call reasonable. They count what is wanted for more than
what is not: examples of the right are alike, those of the wrong are wrong each in its own way.
"""

import numpy as np

from archive_gui.errors import ArchiveError
from archive_gui.search.index import Embeddings
from archive_gui.words import say

QUERY, MORE, LESS = 1.0, 0.75, 0.15
# Shorter sums are rounding errors of directions that cancel each other.
_SHORTEST = 1e-4


def combine(query: Embeddings, more: Embeddings, less: Embeddings) -> Embeddings:
    """The unit embedding (d,) of a query: q + 0.75 mean(more) - 0.15 mean(less).

    `query` (n, d) with n >= 1 are the pictures that were asked with, of which q is the mean;
    `more` and `less` (m, d), each possibly empty, are the examples to come nearer to and to go
    away from. All are of unit length. Raises ArchiveError where they cancel each other out.
    """
    wanted = QUERY * _centre(query)
    if len(more):
        wanted = wanted + MORE * _centre(more)
    if len(less):
        wanted = wanted - LESS * _centre(less)
    length = float(np.linalg.norm(wanted))
    if length < _SHORTEST:
        raise ArchiveError(
            say("The examples of this query cancel each other out; take one of them away.")
        )
    found: Embeddings = (wanted / length).astype(np.float32)
    return found


def _centre(embeddings: Embeddings) -> Embeddings:
    centre: Embeddings = embeddings.mean(axis=0, dtype=np.float32)
    return centre
