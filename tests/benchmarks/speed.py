"""As fast as the machine allows: each row a ratio to what no program could be faster than.

Made-up archives are indexed, trained and asked. Every row measures its reference in the same run;
`cpu` figures tell what other programs on the computer do not disturb. Of three runs the least,
the middle and the largest are told. `--json` prints one document, `--rows` chooses rows,
`--quick` measures with little, `--growth` how the time grows with the archive, which it draws in
`resources/manual/growth.svg`. How far it is goes to the standard error.
"""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

# The benchmarks are run as files, from the folder of the project.
sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.speeds import answering, reading
from tests.benchmarks.speeds.bench import QUICK, Bench, Row, Scale, measured, say, table
from tests.benchmarks.speeds.growth import SIZES, grown, told
from tests.benchmarks.speeds.timing import machine
from tests.own_folders import use_own_folders

ROWS = [
    Row(
        "limit",
        "index 12-megapixel JPEG",
        "reading, hashing and reduced decoding alone",
        *(0.75, True, "of its rate", reading.against_the_limit),
    ),
    Row(
        "parts",
        "index JPEG, LZW TIFF and JPEG 2000",
        "cores / CPU seconds of hash, decode, thumbnail, network",
        *(0.90, True, "of its rate", reading.against_its_parts),
    ),
    Row(
        "keras",
        "index 1-megapixel JPEG",
        "a plain loop of Pillow and Keras",
        *(3, True, "times its rate", reading.against_keras),
    ),
    Row(
        "again",
        "index again, nothing changed",
        "os.walk with stat",
        *(2, False, "times as long", reading.again),
    ),
    Row(
        "train",
        "train a head on 32,000 triplets",
        "training VGG16 on each of them once",
        *(2000, True, "times as fast", answering.training),
    ),
    Row(
        "embed",
        "embed anew, until the index answers",
        "reading the features, hnswlib's add_items",
        *(0.85, True, "of its rate", answering.embedding_anew),
    ),
    Row(
        "query",
        "a file to its neighbours",
        "decoding, network, knn_query, each alone",
        *(1.5, False, "times as long", answering.query),
    ),
    Row(
        "start",
        "start to a window that shows pictures",
        "the import of PySide6 and an empty window",
        *(3, False, "times as long", answering.starting),
    ),
    Row(
        "first",
        "first query after the start",
        "programs that have loaded TensorFlow",
        *(0, False, "programs", answering.first_query, 1),
    ),
    Row(
        "memory",
        "memory of indexing 10,000 of 12 megapixels",
        "1 GB",
        *(1, False, "GB", reading.memory),
    ),
    Row(
        "store",
        "kept on the disk for an image",
        "bytes of features, thumbnail and embedding",
        *(1.2, False, "times as much", answering.store, 1),
    ),
]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rows", help="names, with commas: " + ", ".join(r.name for r in ROWS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="little of everything")
    parser.add_argument("--images", type=int, help="images of the large archive")
    parser.add_argument("--growth", action="store_true", help="how the time grows with the archive")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="images at most, for --growth")
    options = parser.parse_args()
    chosen = options.rows.split(",") if options.rows else [row.name for row in ROWS]
    if unknown := set(chosen) - {row.name for row in ROWS}:
        parser.error(f"there is no row {', '.join(sorted(unknown))}")
    scale = QUICK if options.quick else Scale()
    if options.images:
        scale = replace(scale, images=options.images)
    results: dict[str, Any] = {"machine": machine()}
    say(results["machine"])
    with tempfile.TemporaryDirectory(prefix="archive-gui-speed-") as name:
        # The network that is exported once stays where it is.
        use_own_folders(Path(name))
        if options.growth:
            results["growth"] = grown(Path(name), options.most)
        else:
            bench = Bench(Path(name), scale)
            results["sizes"] = asdict(scale)
            results["rows"] = {
                row.name: measured(row, bench, options.runs) for row in ROWS if row.name in chosen
            }
    if options.json:
        print(json.dumps(results, indent=2))
    else:
        print(results["machine"])
        if options.growth:
            print(told(results["growth"]))
        else:
            print(", ".join(f"{name} {size:,}" for name, size in results["sizes"].items()))
            print(table(results["rows"]))
    return int(any("error" in row for row in results.get("rows", {}).values()))


if __name__ == "__main__":
    sys.exit(main())
