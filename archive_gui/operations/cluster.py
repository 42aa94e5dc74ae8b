"""Reading and embedding on the machines of a Ray cluster: what "index --cluster" does.

Moritz et al., "Ray: A Distributed Framework for Emerging AI Applications", OSDI 2018. This
computer walks the folder and keeps what the machines give back; they only read files.
"""

import logging
import os
import pickle
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from archive_gui import WHEEL
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import ArchiveError
from archive_gui.imaging.thumbnails import load_thumbnail
from archive_gui.learning.backbones import network_input
from archive_gui.learning.lite import LiteModel
from archive_gui.operations.decoding import decode_apart
from archive_gui.operations.reading import Read, read_one
from archive_gui.progress import Progress
from archive_gui.words import say

_log = logging.getLogger(__name__)

_RAY = "ray:"
_LOCAL = "local"
# A task is so many files, and one execution so many: workers start anew for each, in seconds.
_TASK, _EXECUTION = 16, 50_000
# Executions in a row that gave nothing at all, before that is an error.
_PATIENCE = 3
# What waits to be fetched; thumbnails and features of a task take half a megabyte.
_LOCAL_STORE_BYTES = 256 * 2**20


def cluster_address(choice: str) -> str:
    """The address in `choice`, "ray:ADDRESS"; ArchiveError where it is no such thing."""
    address = choice.removeprefix(_RAY)
    host, colon, port = address.rpartition(":")
    reachable = bool(host and colon) and port.isdecimal() and "/" not in host
    if not choice.startswith(_RAY) or not (address == _LOCAL or reachable):
        raise ArchiveError(
            say(
                "“{choice}” is no cluster; say “ray:local”, or “ray:” and host and port of the "
                "head of a Ray cluster, as in ray:10.0.0.1:6379.",
                choice=choice,
            )
        )
    return address


def read_on_cluster(
    project: Project,
    images: Sequence[ImageRecord],
    networks: Sequence[LiteModel],
    address: str,
    files: str | None,
    progress: Progress,
) -> Iterator[list[Read]]:
    """Read the files of images on a cluster, with the features that `networks` give of them.

    `address` is "local" or HOST:PORT of a cluster of which this computer is part. `files` says
    where its machines find the archive's folder: a path, or an address that fsspec knows, as
    s3://bucket/folder; by default where it is here. What a lost machine had not given back, the
    others read. Raises ArchiveError without Ray, when the cluster cannot be reached, when a
    machine does not have the folder, and when nothing comes back; and Cancelled.
    """
    left = {image.id: image.path for image in images}
    if not left:
        return
    ray = _ray(address)
    progress.report(0, 0, say("Starting on the cluster"))
    try:
        graphs = ray.put([network.file.read_bytes() for network in networks])
        place = files or os.fspath(project.archive.resolve())
        idle = 0
        while left:
            before, why = len(left), ""
            part = dict(islice(left.items(), _EXECUTION))
            try:
                for found in _execution(ray, part, graphs, place):
                    yield [read for read in found if left.pop(read.reading.id, None) is not None]
                    progress.check()
            except ray.exceptions.RayError as error:
                _log.warning("the cluster lost a part of its work", exc_info=True)
                why = str(error).strip().split("\n")[-1]
            idle = idle + 1 if len(left) == before else 0
            if idle == _PATIENCE:
                raise ArchiveError(
                    say(
                        "The cluster gives nothing back ({why}); see that archive-gui[cluster] is "
                        "installed on all its machines, then index again.",
                        why=why,
                    )
                )
    finally:
        ray.shutdown()


def _ray(address: str) -> Any:
    """The library, connected to a cluster; it sends nobody else anything."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise ArchiveError(
            say(
                "Indexing on a cluster needs the package ray ({why}); install it with “pip "
                'install "{wheel}[cluster]"”.',
                why=error,
                wheel=WHEEL,
            )
        ) from error
    options: dict[str, Any] = {}
    if address == _LOCAL:
        options = {"include_dashboard": False, "object_store_memory": _LOCAL_STORE_BYTES}
    try:
        ray.init(address=address, log_to_driver=False, configure_logging=False, **options)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        raise ArchiveError(
            say(
                "The Ray cluster {address} cannot be reached ({why}); see that this computer is "
                "part of it, then index again.",
                address=address,
                why=str(error).strip().split("\n")[0],
            )
        ) from error
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray


def _execution(ray: Any, paths: Mapping[int, str], graphs: Any, place: str) -> Iterator[list[Read]]:
    """What the cluster gives of these images, by id, as it comes."""
    workers = max(1, min(int(ray.cluster_resources().get("CPU", 1)), -(-len(paths) // _TASK)))
    items = [{"id": image, "path": path} for image, path in paths.items()]
    read = ray.data.from_items(items, override_num_blocks=-(-len(items) // _TASK)).map_batches(
        Reader,
        fn_constructor_args=(graphs, place),
        batch_size=_TASK,
        compute=ray.data.ActorPoolStrategy(size=workers),
        num_cpus=1,
        # A worker whose machine was lost would wait for a place in which to start again, and its
        # tasks with it; the next execution asks for no more workers than there is room for.
        max_restarts=0,
        max_task_retries=0,
    )
    for batch in read.iter_batches(batch_size=None):
        for pickled in batch["read"]:
            # From our own code on machines that this computer has joined: Ray itself moves all
            # code and data between them by pickle, so this trusts nobody more than Ray does.
            found: list[Read] | ArchiveError = pickle.loads(pickled)
            if isinstance(found, ArchiveError):
                raise found
            yield found


class Reader:
    """One worker of the cluster: reads files, a batch at a time."""

    def __init__(self, graphs: Any, place: str) -> None:
        import ray

        contents: list[bytes] = ray.get(graphs) if isinstance(graphs, ray.ObjectRef) else graphs
        self._networks = [_network(content) for content in contents]
        self._place = place

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Read the files of the columns `id` and `path`; one row with all that came of it."""
        found: list[Read] | ArchiveError
        try:
            pairs = zip(batch["id"].tolist(), batch["path"].tolist(), strict=True)
            found = [self._read(image, path) for image, path in pairs]
        except ArchiveError as error:
            found = error
        return {"read": np.array([pickle.dumps(found)], object)}

    def _read(self, image: int, path: str) -> Read:
        if "://" not in self._place:
            read = read_one(Path(self._place), image, path, decode_apart)
        else:
            with tempfile.TemporaryDirectory() as folder:
                _fetch(f"{self._place.rstrip('/')}/{path}", Path(folder) / path)
                read = read_one(Path(folder), image, path, decode_apart)
        if read.thumbnail is None:
            return read
        picture = load_thumbnail(read.thumbnail)
        features = tuple(
            network.features(network_input(picture, network.side)) for network in self._networks
        )
        return Read(read.reading, read.thumbnail, features)


def _network(content: bytes) -> LiteModel:
    with tempfile.NamedTemporaryFile(suffix=".tflite") as file:
        file.write(content)
        file.flush()
        return LiteModel(Path(file.name), threads=1)


def _fetch(source: str, file: Path) -> None:
    """Copy a file of a bucket; one that cannot be had is told when it is looked for here."""
    import fsspec

    system, path = fsspec.core.url_to_fs(source)
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        system.get_file(path, os.fspath(file))
    except OSError:
        _log.warning("%s could not be fetched", source, exc_info=True)
        file.unlink(missing_ok=True)
