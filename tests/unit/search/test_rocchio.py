import numpy as np
import pytest

from archive_gui.errors import ArchiveError
from archive_gui.search.rocchio import combine

X, Y, Z = np.eye(3, dtype=np.float32)
NONE = np.empty((0, 3), np.float32)


def test_several_pictures_are_their_mean_of_unit_length():
    found = combine(np.stack([X, Y]), NONE, NONE)
    assert found == pytest.approx([0.5**0.5, 0.5**0.5, 0])


def test_examples_count_as_rocchio_weighs_them():
    found = combine(X[np.newaxis], np.stack([Y, Y]), Z[np.newaxis])
    expected = np.array([1, 0.75, -0.15])
    assert found == pytest.approx(expected / np.linalg.norm(expected), abs=1e-6)
    assert found.dtype == np.float32


def test_examples_that_cancel_each_other_are_told():
    with pytest.raises(ArchiveError, match="cancel"):
        combine(np.stack([X, -X]), NONE, NONE)
