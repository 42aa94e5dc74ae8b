"""Read the tensors of a PyTorch file in the legacy layout, without PyTorch and without trust.

The layout is a row of pickles (magic number, protocol, system, the dictionary of tensors, the
keys of its storages) followed by each storage's length and raw bytes. The unpickler admits the
names that describe tensors and refuses everything else, so that a file cannot run code.
"""

import io
import pickle
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from archive_gui.errors import ArchiveError
from archive_gui.words import say

_MAGIC = 0x1950A86A20F9469CFC6C
_STORAGES = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}


class _Storage:
    """The flat values that tensors are views of; filled after the pickles were read."""

    def __init__(self, dtype: np.dtype[Any], count: int) -> None:
        self.dtype = dtype
        self.count = count
        self.values: npt.NDArray[Any] = np.empty(0, dtype)


class _Tensor:
    def __init__(
        self,
        storage: _Storage,
        offset: int,
        shape: tuple[int, ...],
        stride: tuple[int, ...],
        *_: object,
    ) -> None:
        last = offset + sum((n - 1) * step for n, step in zip(shape, stride, strict=True))
        if min(offset, *shape, *stride, 0) < 0 or last >= storage.count:
            raise pickle.UnpicklingError("a tensor reaches beyond its storage")
        self._storage, self._offset = storage, offset
        self._shape, self._stride = shape, stride

    def array(self) -> npt.NDArray[Any]:
        width = self._storage.dtype.itemsize
        return np.ascontiguousarray(
            np.lib.stride_tricks.as_strided(
                self._storage.values[self._offset :],
                self._shape,
                tuple(step * width for step in self._stride),
                writeable=False,
            )
        )


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BufferedReader, storages: dict[str, _Storage]) -> None:
        super().__init__(file)
        self._storages = storages

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _Tensor
        if module == "torch" and name in _STORAGES:
            return _STORAGES[name]
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")

    def persistent_load(self, identifier: Any) -> _Storage:
        kind, dtype, key, _, count, *_ = identifier
        if kind != "storage" or not isinstance(dtype, np.dtype):
            raise pickle.UnpicklingError("an unknown kind of reference")
        return self._storages.setdefault(str(key), _Storage(dtype, int(count)))


def load_torch_weights(file: Path) -> dict[str, npt.NDArray[Any]]:
    """All tensors of `file` under their names, as float32 or int64 arrays.

    Raises ArchiveError when the file is missing, damaged, or holds anything but tensors.
    """
    storages: dict[str, _Storage] = {}
    try:
        with file.open("rb") as opened:

            def read() -> Any:
                return _Unpickler(opened, storages).load()

            if read() != _MAGIC:
                raise pickle.UnpicklingError("not a PyTorch file of the legacy layout")
            read()
            read()
            tensors = read()
            for key in read():
                storage = storages[key]
                count = int.from_bytes(opened.read(8), "little")
                if count != storage.count:
                    raise pickle.UnpicklingError("a storage has another length than announced")
                data = opened.read(count * storage.dtype.itemsize)
                storage.values = np.frombuffer(data, storage.dtype, count)
        return {name: tensor.array() for name, tensor in tensors.items()}
    except OSError as error:
        raise ArchiveError(
            say(
                "The weights file {file} cannot be read ({why}); install the program again.",
                file=file,
                why=error.strerror,
            )
        ) from error
    except Exception as error:
        # A damaged pickle raises anything from EOFError to TypeError.
        raise ArchiveError(
            say(
                "The weights file {file} is damaged ({why}); install the program again.",
                file=file,
                why=error,
            )
        ) from error
