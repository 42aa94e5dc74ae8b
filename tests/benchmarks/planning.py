"""What an archive of so many images asks for: rates measured here, and the plan that follows.

    make bench ONLY=planning ARGS=IMAGES       measures, then plans (default: 50,000,000)
    make bench ONLY=planning ARGS=--workers    images a second by one and two Ray workers

Seconds are those of a core, by the processor's own count, so that other programs do not matter.
The manual's section “Beyond one machine” shows a plan made so.
"""

import argparse
import io
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from archive_gui.catalog.project import Project
from archive_gui.imaging.decode import decode
from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE, load_thumbnail, make_thumbnail
from archive_gui.learning.backbones import network_input
from archive_gui.learning.lite import LiteModel, obtain_lite
from archive_gui.operations.indexing_apart import index_apart
from archive_gui.processes import python_path
from archive_gui.progress import Progress
from archive_gui.sample import make_sample
from archive_gui.search.index import HnswIndex

IMAGES = 50_000_000
# A machine of the kind that is rented by the hour: cores, memory in GB, and what it costs.
CORES, MEMORY, PRICE = 32, 128, 1.5
DISK_PRICE = 0.08
# What a line of 10 gigabits gives a second.
LINE = 1.25e9
WIDTH, DIMENSIONS = 1280, 256
_VECTORS = 20_000


@dataclass(frozen=True)
class Rates:
    """Core seconds an image, and bytes an image."""

    decode: float
    embed: float
    build: float
    thumbnail: float
    graph: float
    file: float


def scan(side: int) -> bytes:
    """A JPEG of a sheet with grain, of side x 3/4 side pixels."""
    rng = np.random.default_rng(0)
    coarse = Image.fromarray(rng.integers(90, 230, (30, 40, 3), dtype=np.uint8))
    sheet = np.asarray(coarse.resize((side, side * 3 // 4), Image.Resampling.BICUBIC), np.int16)
    grain = rng.integers(-6, 7, sheet.shape, dtype=np.int16)
    out = io.BytesIO()
    Image.fromarray(np.clip(sheet + grain, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=90)
    return out.getvalue()


def core_seconds(work: Callable[[], object], times: int) -> float:
    """Of one run, the least of three tries."""
    tries = []
    for _ in range(3):
        started = time.process_time()
        for _ in range(times):
            work()
        tries.append((time.process_time() - started) / times)
    return min(tries)


def measure() -> Rates:
    """The rates of this machine."""
    file = scan(4000)
    print(f"a scan of 12 megapixels, {len(file) / 2**20:.1f} MiB")
    stored: list[bytes] = []

    def read() -> None:
        stored.append(make_thumbnail(decode(file, max_side=THUMBNAIL_SIDE).image))

    decoding = core_seconds(read, 10)
    network = LiteModel(obtain_lite("efficientnet-lite0").file, threads=1)
    picture = load_thumbnail(stored[0])
    embedding = core_seconds(lambda: network.features(network_input(picture, network.side)), 50)
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(_VECTORS, DIMENSIONS)).astype(np.float32)
    vectors += 2 * rng.normal(size=(400, DIMENSIONS))[rng.integers(0, 400, _VECTORS)]
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    started = time.process_time()
    graph = HnswIndex.build(vectors, np.arange(_VECTORS))
    # An insertion looks at about as many more vectors as the logarithm of their number grows.
    build = (time.process_time() - started) / _VECTORS * np.log(IMAGES) / np.log(_VECTORS)
    with tempfile.TemporaryDirectory() as folder:
        graph.save(Path(folder) / "graph")
        graph_bytes = (Path(folder) / "graph").stat().st_size / _VECTORS
        make_sample(Path(folder) / "sample", 0, Progress())
        files = sorted((Path(folder) / "sample").rglob("*.jpg"))[:100]
        sizes = [len(make_thumbnail(decode(each, max_side=256).image)) for each in files]
    return Rates(decoding, embedding, float(build), float(np.mean(sizes)), graph_bytes, len(file))


def plan(rates: Rates, images: int) -> None:
    """Print machines, memory, hours and cost."""
    features, vectors = 4 * WIDTH + 32, 4 * DIMENSIONS
    hours = {
        "reading and embedding": images * (rates.decode + rates.embed) / 3600,
        "index by hnswlib": images * rates.build / 3600,
    }
    disk = {
        "thumbnails": images * rates.thumbnail,
        "features": images * features,
        "index": images * rates.graph,
        "catalog": images * 250.0,
    }
    print(f"\nmeasured here: decoding {1000 * rates.decode:.1f} ms, embedding ", end="")
    print(f"{1000 * rates.embed:.1f} ms, index {1000 * rates.build:.2f} ms of a core an image")
    print(f"bytes an image: thumbnail {rates.thumbnail:,.0f}, features {features:,}, ", end="")
    print(f"index {rates.graph:,.0f}, embedding in memory {vectors:,}")
    print(f"\n{images:,} images, machines of {CORES} cores and {MEMORY} GB at {PRICE:.2f} an hour:")
    for what, core_hours in hours.items():
        on_machines = core_hours / CORES
        figures = f"{core_hours:9,.0f} core hours, {on_machines:7,.1f} machine hours"
        print(f"  {what:22} {figures}, cost {on_machines * PRICE:,.0f}")
    volume = images * rates.file
    figures = f"{volume / 1e12:9,.0f} TB, {volume / LINE / 3600:7,.1f} hours"
    print(f"  {'files to be read':22} {figures} by one line of 10 gigabits")
    for what, size in disk.items():
        print(f"  {what:22} {size / 1e9:9,.0f} GB on disk")
    total = sum(disk.values()) / 1e9
    print(f"  {'all of it':22} {total:9,.0f} GB on disk, {total * DISK_PRICE:,.0f} a month")
    print(f"  {'index in memory':22} {images * rates.graph / 1e9:9,.0f} GB, over the query nodes")
    print(f"  {'embeddings in memory':22} {images * vectors / 1e9:9,.0f} GB where the program runs")


def workers() -> None:
    """Images a second that one and two workers of a Ray cluster give, once they are at work."""
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0"}
    os.environ["PYTHONPATH"] = python_path()
    from ray.cluster_utils import Cluster

    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        archive.mkdir()
        file = scan(4000)
        for number in range(320):
            # Bytes behind its end change no picture, and make it another file.
            (archive / f"{number:03d}.jpg").write_bytes(file + b"%d" % number)
        for count in (1, 2):
            nodes = {"num_cpus": 1, "object_store_memory": 80 * 2**20}
            machines = Cluster(initialize_head=True, head_node_args=nodes)
            for _ in range(count - 1):
                machines.add_node(**nodes)
            came: list[float] = []
            with Project.create(Path(folder) / str(count), archive) as project:
                index_apart(
                    project,
                    cluster=f"ray:{machines.address}",
                    progress=Progress(),
                    on_images=lambda found, came=came: came.extend([time.monotonic()] * len(found)),
                )
            machines.shutdown()
            # From when all workers have begun to give something.
            first = 64
            rate = (len(came) - first) / (came[-1] - came[first - 1])
            print(f"{count} worker{'s'[: count - 1]}: {rate:.1f} images a second", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("images", type=int, nargs="?", default=IMAGES)
    parser.add_argument("--workers", action="store_true")
    options = parser.parse_args()
    if options.workers:
        workers()
    else:
        plan(measure(), options.images)


if __name__ == "__main__":
    main()
