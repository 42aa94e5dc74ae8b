"""Reading NumPy's archives of arrays as data that anybody may have made."""

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def read_arrays(file: Path) -> dict[str, npt.NDArray[Any]]:
    """All arrays of numbers in an `.npz` file that was saved without compression.

    Raises OSError when the file cannot be read, and ValueError when it is damaged, is no such
    file, holds anything but numbers, or would take more memory than it takes on the disk.
    """
    try:
        with zipfile.ZipFile(file) as entries:
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries.infolist()):
                raise ValueError("its arrays are compressed")
        with np.load(file, allow_pickle=False) as arrays:
            found = {name: arrays[name] for name in arrays.files}
    # NumPy parses the header of an array as Python, and a zip may name any way of compression.
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, SyntaxError) as error:
        raise ValueError(str(error)) from error
    for name, array in found.items():
        if array.dtype.kind not in "fiu" or not np.isfinite(array).all():
            raise ValueError(f"{name} holds what is no number")
    return found
