import os
import pickle
import sys
import types
from collections import OrderedDict
from pathlib import Path

import numpy as np
import pytest

from archive_gui.errors import ArchiveError
from archive_gui.learning.efficientnet_lite import weights_file
from archive_gui.learning.torch_weights import load_torch_weights

MAGIC = 0x1950A86A20F9469CFC6C
VALUES = np.arange(12, dtype="<f4")


class Tensor:
    """Pickles as PyTorch's tensors do: a view of a storage."""

    def __init__(self, offset: int, shape: tuple[int, ...], stride: tuple[int, ...]) -> None:
        self.view = offset, shape, stride

    def __reduce__(self):
        offset, shape, stride = self.view
        rebuild = sys.modules["torch._utils"]._rebuild_tensor_v2
        return rebuild, (Storage(), offset, shape, stride, False, OrderedDict())


class Storage:
    pass


class TorchPickler(pickle.Pickler):
    def persistent_id(self, item):
        if isinstance(item, Storage):
            return "storage", sys.modules["torch"].FloatStorage, "0", "cpu", len(VALUES), None
        return None


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes tensors to a file of PyTorch's legacy layout."""
    torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
    torch.FloatStorage = type("FloatStorage", (), {"__module__": "torch"})

    def _rebuild_tensor_v2():
        """Only its name is written."""

    _rebuild_tensor_v2.__module__ = "torch._utils"
    _rebuild_tensor_v2.__qualname__ = "_rebuild_tensor_v2"
    utils._rebuild_tensor_v2 = _rebuild_tensor_v2
    torch._utils = utils
    monkeypatch.setitem(sys.modules, "torch", torch)
    monkeypatch.setitem(sys.modules, "torch._utils", utils)

    def written(tensors: object, announced: int = len(VALUES)) -> Path:
        file = tmp_path / "weights.pth"
        with file.open("wb") as out:
            for part in (MAGIC, 1001, {"little_endian": True}):
                out.write(pickle.dumps(part, 2))
            TorchPickler(out, 2).dump(tensors)
            out.write(pickle.dumps(["0"], 2))
            out.write(announced.to_bytes(8, "little") + VALUES.tobytes())
        return file

    return written


def test_tensors_are_views_of_their_storage(write):
    file = write(OrderedDict(a=Tensor(0, (3, 4), (4, 1)), b=Tensor(1, (2, 3), (1, 4))))
    found = load_torch_weights(file)
    assert list(found) == ["a", "b"]
    assert (found["a"] == VALUES.reshape(3, 4)).all()
    assert found["b"].tolist() == [[1, 5, 9], [2, 6, 10]]


@pytest.mark.parametrize(
    ("offset", "shape", "stride"),
    [(1, (3, 4), (4, 1)), (0, (13,), (1,)), (-1, (2,), (1,)), (0, (2,), (-1,)), (0, (2, 2), (1,))],
)
def test_a_tensor_beyond_its_storage_is_refused(write, offset, shape, stride):
    with pytest.raises(ArchiveError, match="damaged"):
        load_torch_weights(write(OrderedDict(a=Tensor(offset, shape, stride))))


def test_a_storage_of_another_length_than_announced_is_refused(write):
    with pytest.raises(ArchiveError, match="damaged"):
        load_torch_weights(write(OrderedDict(a=Tensor(0, (3,), (1,))), announced=6))


class Evil:
    def __init__(self, call, *arguments) -> None:
        self.call = call, arguments

    def __reduce__(self):
        return self.call


@pytest.mark.parametrize("place", ["at the start", "among the tensors"])
@pytest.mark.parametrize("call", [os.system, eval, exec])
def test_a_file_that_names_a_function_runs_nothing(tmp_path: Path, write, place: str, call):
    marker = tmp_path / "ran"
    order = f"touch {marker}" if call is os.system else f"open({str(marker)!r}, 'w')"
    evil = Evil(call, order)
    if place == "at the start":
        file = tmp_path / "evil.pth"
        file.write_bytes(pickle.dumps(evil, 2))
    else:
        file = write(OrderedDict(a=evil))
    with pytest.raises(ArchiveError, match="not allowed"):
        load_torch_weights(file)
    assert not marker.exists()


@pytest.mark.parametrize("share", [0, 0.00001, 0.001, 0.5, 0.999999])
def test_a_truncated_file_is_told_in_one_sentence(tmp_path: Path, share: float):
    data = weights_file().read_bytes()
    file = tmp_path / "weights.pth"
    file.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ArchiveError, match=r"weights\.pth is damaged"):
        load_torch_weights(file)


@pytest.mark.parametrize("content", [pickle.dumps({}), b"PK\x03\x04" + bytes(90), b"\x80\x02."])
def test_another_kind_of_file_is_told_in_one_sentence(tmp_path: Path, content: bytes):
    file = tmp_path / "weights.pth"
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match="damaged"):
        load_torch_weights(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(ArchiveError, match="cannot be read"):
        load_torch_weights(tmp_path / "nowhere.pth")
