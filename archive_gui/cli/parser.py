"""What the command line takes."""

import argparse
from pathlib import Path

from archive_gui import __version__
from archive_gui.cli import commands
from archive_gui.learning.schedules import HEAD_EPOCHS, LEAST_EPOCHS, MOST_EPOCHS
from archive_gui.learning.settings import (
    DEFAULT_BACKBONE,
    Depth,
    Distance,
    Loss,
    MarginSchedule,
    Miner,
    TrainingSettings,
)

_DESCRIPTION = "Teach a computer what “similar” means in your picture archive."
_EPILOG = (
    "Without a command, archive-gui [PATH] opens the window, on a project or an image folder. "
    "Results go to stdout, progress to stderr. Exit codes: 0 done, 1 could not, 2 wrong usage, "
    "130 interrupted."
)

# What NumPy and TensorFlow both take.
_LARGEST_SEED = 2**32 - 1


def build_parser() -> argparse.ArgumentParser:
    """The parser of `archive-gui COMMAND ...`; each command sets `run` to its function."""
    parser = argparse.ArgumentParser("archive-gui", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"archive-gui {__version__}")
    add = parser.add_subparsers(metavar="COMMAND", required=True).add_parser

    index = add("index", help="scan a folder of images and make it searchable")
    index.add_argument("folder", type=Path, metavar="FOLDER")
    index.add_argument(
        "--project",
        type=Path,
        required=True,
        metavar="PROJECT",
        help="the folder of the project, which is made where there is none",
    )
    index.add_argument("--backbone", metavar="NAME", help=f"default: {DEFAULT_BACKBONE}")
    index.add_argument(
        "--cluster",
        metavar="WHERE",
        help="read the files on the machines of a Ray cluster: “ray:local” or “ray:HOST:PORT”",
    )
    index.add_argument(
        "--files",
        metavar="PLACE",
        help="where those machines find FOLDER: a path, or a bucket as s3://NAME/FOLDER",
    )
    _search(index)
    _finish(index, commands.index)

    for name, run, what in (
        ("import-triplets", commands.import_triplets, "grouping,anchor,positive,negative"),
        (
            "import-groups",
            commands.import_groups,
            "path,group; the first image of a group becomes the anchor, the others positives",
        ),
    ):
        imported = add(name, help=f"add groupings from a CSV file with the columns {what}")
        _project(imported)
        imported.add_argument("file", type=Path, metavar="FILE.csv")
        _finish(imported, run)

    metadata = add(
        "import-metadata", help="keep the columns of a CSV file with the images it names"
    )
    _project(metadata)
    metadata.add_argument("file", type=Path, metavar="FILE.csv")
    metadata.add_argument("--file-column", metavar="NAME", help="default: the one that names most")
    metadata.add_argument(
        "--group-by", metavar="NAME", help="make a grouping of every value that images share"
    )
    _finish(metadata, commands.import_metadata)

    manifest = add("import-manifest", help="keep what a IIIF manifest tells of the images")
    _project(manifest)
    manifest.add_argument("file", type=Path, metavar="MANIFEST.json")
    _finish(manifest, commands.import_manifest)

    fetched = add(
        "fetch-manifest",
        help="ask a library's server for a IIIF manifest and its images, for “index”",
        description="Asks the host of ADDRESS, and no other unless --also-from names it, for a "
        "manifest and its images. These come into a folder of their own in FOLDER, which is new, "
        "empty, or has been made so; “index FOLDER” then makes an archive of all that came there. "
        "What is there is not fetched again.",
    )
    fetched.add_argument("address", metavar="ADDRESS", help="https://... or http://...")
    fetched.add_argument("folder", type=Path, metavar="FOLDER")
    fetched.add_argument(
        "--also-from", action="append", default=[], metavar="HOST", help="may be asked, too"
    )
    fetched.add_argument(
        "--largest",
        type=_at_least_one,
        metavar="PIXELS",
        help="no side of more pixels, where the server makes smaller images",
    )
    _finish(fetched, commands.fetch_manifest)

    merged = add("merge-groupings", help="add the groupings that another curator has exported")
    _project(merged)
    merged.add_argument("file", type=Path, metavar="FILE.json")
    _finish(merged, commands.merge_groupings)

    _add_train(add("train", help="fine-tune the network on the marked triplets"))

    query = add("query", help="find the images most similar to one")
    _project(query)
    query.add_argument("image", type=Path, metavar="IMAGE")
    query.add_argument("-k", type=_at_least_one, default=10, metavar="N", help="how many (10)")
    query.add_argument(
        "--below", default="", metavar="FOLDER", help="only what lies below a folder of the archive"
    )
    _model(query)
    _search(query)
    _finish(query, commands.query)

    evaluate = add("evaluate", help="measure a model on a CSV file with the columns path,label")
    _project(evaluate)
    evaluate.add_argument("labels", type=Path, metavar="LABELS.csv")
    _model(evaluate)
    _finish(evaluate, commands.evaluate)

    triplets = add("export-triplets", help="write the explicit triplets to a CSV file")
    _project(triplets)
    triplets.add_argument("out", type=Path, metavar="OUT.csv")
    _finish(triplets, commands.export_triplets, json=False)

    groupings = add("export-groupings", help="write all marks, in the form that the ending names")
    _project(groupings)
    groupings.add_argument("out", type=Path, metavar="OUT.csv|.jsonld|.json")
    _finish(groupings, commands.export_groupings)

    sidecars = add("export-sidecars", help="write XMP files of marks and metadata into a folder")
    _project(sidecars)
    sidecars.add_argument("folder", type=Path, metavar="FOLDER")
    _finish(sidecars, commands.export_sidecars)

    embeddings = add("export-embeddings", help="write all embeddings to a NumPy or Parquet file")
    _project(embeddings)
    embeddings.add_argument("out", type=Path, metavar="OUT.npz|.parquet")
    _model(embeddings)
    _finish(embeddings, commands.export_embeddings, json=False)

    model = add("export-model", help="write a model version as a Keras file")
    _project(model)
    model.add_argument("model", type=_number, metavar="NUMBER")
    model.add_argument("out", type=Path, metavar="OUT.keras")
    _finish(model, commands.export_model, json=False)

    sample = add("sample", help="make a sample archive of generated images")
    sample.add_argument("folder", type=Path, metavar="FOLDER")
    sample.add_argument(
        "--seed", type=_seed, default=0, metavar="N", help="the same one, the same images (0)"
    )
    _finish(sample, commands.sample, json=False)

    models = add("models", help="list the model versions")
    _project(models)
    _finish(models, commands.models)

    use = add("use-model", help="answer queries with another model version")
    _project(use)
    use.add_argument("model", type=_number, metavar="NUMBER")
    _search(use)
    _finish(use, commands.use_model, json=False)

    verify = add("verify", help="compare the files with the SHA-256 taken when indexed")
    _project(verify)
    _finish(verify, commands.verify)

    doctor = add(
        "doctor",
        help="try image formats, search, weights of the bundled network, data folder, all catalogs",
    )
    _finish(doctor, commands.doctor)
    return parser


def command_names() -> frozenset[str]:
    """The words that are commands, and not a path for the window to open."""
    actions = build_parser()._subparsers
    assert actions is not None
    choices = actions._group_actions[0].choices
    return frozenset(choices or ())


def _add_train(train: argparse.ArgumentParser) -> None:
    default = TrainingSettings()
    _project(train)
    for option, kind, value in (
        ("--depth", Depth, default.depth),
        ("--miner", Miner, default.miner),
        ("--loss", Loss, default.loss),
        ("--distance", Distance, default.distance),
        ("--margin-schedule", MarginSchedule, default.margin_schedule),
    ):
        choices = [member.value for member in kind]
        train.add_argument(option, choices=choices, default=value.value, help=f"default: {value}")
    train.add_argument(
        "--margin",
        type=_positive,
        default=default.margin,
        metavar="F",
        help=f"by how much negatives are to lie farther away ({default.margin})",
    )
    train.add_argument(
        "--epochs",
        type=_at_least_one,
        metavar="N",
        help="how often all are gone through (at depth head "
        f"{HEAD_EPOCHS}, deeper {LEAST_EPOCHS} to {MOST_EPOCHS}, the more the fewer marks)",
    )
    train.add_argument(
        "--seed",
        type=_seed,
        default=default.seed,
        metavar="N",
        help=f"the same one gives the same model ({default.seed})",
    )
    train.add_argument("--backbone", metavar="NAME", help="default: the project's")
    _search(train)
    _finish(train, commands.train)


def _project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the project folder")


def _model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=_number, metavar="NUMBER", help="default: the one in use")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--search",
        metavar="WHERE",
        help="“local” (default), or “milvus:URI” for the index of a Milvus server; the environment "
        "variable ARCHIVE_GUI_SEARCH sets another default",
    )


def _finish(parser: argparse.ArgumentParser, run: commands.Command, *, json: bool = True) -> None:
    if json:
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def _at_least_one(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return value


def _number(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text} is less than 0")
    return value


def _seed(text: str) -> int:
    value = _number(text)
    if value > _LARGEST_SEED:
        raise argparse.ArgumentTypeError(f"{text} is more than {_LARGEST_SEED}")
    return value


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number above 0")
    return value
