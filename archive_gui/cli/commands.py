"""The commands: each calls one operation and says what came of it."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from archive_gui.catalog import properties, triplets
from archive_gui.catalog.interchange import exports, manifests, merging, metadata, sidecars
from archive_gui.catalog.interchange.fetched import keep_fetched_metadata
from archive_gui.catalog.project import Project
from archive_gui.cli.console import ConsoleProgress, shown
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning.findings import Finding
from archive_gui.learning.metrics import Metrics
from archive_gui.learning.settings import (
    Depth,
    Distance,
    Loss,
    MarginSchedule,
    Miner,
    TrainingSettings,
)
from archive_gui.operations import (
    diagnosis,
    evaluating,
    exporting,
    fetching,
    preparing,
    querying,
    training,
    verifying,
    versions,
)
from archive_gui.operations.archive import open_or_create
from archive_gui.operations.decoding import decode_apart
from archive_gui.operations.indexing_apart import index_apart
from archive_gui.sample import make_sample


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command has to say: for people, and as the JSON document of the contract."""

    text: str
    document: Any = None
    code: int = 0


Command = Callable[[argparse.Namespace, ConsoleProgress], Outcome]


def index(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui index`; finishes what an interrupted training left to be prepared."""
    with open_or_create(options.project, options.folder) as project:
        report = index_apart(
            project,
            backbone=options.backbone,
            search=options.search,
            cluster=options.cluster,
            files=options.files,
            progress=progress,
        )
        _prepare(project, progress, options.search)
        keep_fetched_metadata(project)
    lines = [
        f"{report.images:,} images: {report.added:,} new, {report.changed:,} changed, "
        f"{report.missing:,} missing, {len(report.failed):,} failed ({report.seconds:.1f} s)"
    ]
    lines += [shown(f"  {failed.path}: {failed.error}") for failed in report.failed]
    return Outcome("\n".join(lines), asdict(report))


def import_triplets(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui import-triplets`."""
    with Project.open(options.project) as project:
        return _imported(triplets.import_triplets(project, options.file))


def import_groups(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui import-groups`."""
    with Project.open(options.project) as project:
        return _imported(triplets.import_groups(project, options.file))


def import_metadata(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui import-metadata`."""
    with Project.open(options.project) as project:
        report = metadata.import_metadata(project, options.file, options.file_column)
        grouped = triplets.ImportReport(0, 0, ())
        if options.group_by is not None:
            grouped = properties.group_by(project, options.group_by)
    lines = [
        f"{report.images:,} images named by “{report.file_column}”, {report.properties:,} values "
        f"new or changed, {grouped.groupings:,} groupings, {grouped.marks:,} new marks"
    ]
    lines += [f"  line {skip.line} skipped: {skip.reason}" for skip in report.skipped]
    document = {
        "images": report.images,
        "properties": report.properties,
        "file_column": report.file_column,
        "columns": list(report.columns),
        "groupings": grouped.groupings,
        "marks": grouped.marks,
        "skipped": [asdict(skip) for skip in report.skipped],
    }
    return Outcome("\n".join(lines), document)


def import_manifest(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui import-manifest`."""
    with Project.open(options.project) as project:
        report = manifests.import_manifest(project, options.file)
    lines = [f"{report.images:,} images, {report.properties:,} values new or changed"]
    lines += [f"  canvas {skip.line} skipped: {skip.reason}" for skip in report.skipped]
    document = {
        "images": report.images,
        "properties": report.properties,
        "columns": list(report.columns),
        "skipped": [{"canvas": skip.line, "reason": skip.reason} for skip in report.skipped],
    }
    return Outcome("\n".join(lines), document)


def fetch_manifest(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui fetch-manifest`; the only command that asks a host which ADDRESS names."""
    report = fetching.fetch_manifest(
        options.address,
        options.folder,
        also_from=options.also_from,
        largest=options.largest,
        progress=progress,
    )
    lines = [f"{report.images:,} images are in {report.place}, {report.fetched:,} of them new"]
    lines += [shown(f"  page {each.canvas}: {each.reason}") for each in report.failed]
    lines += [shown(f"  to ask {host}, too, add: --also-from {host}") for host in report.hosts]
    document = {
        "name": report.name,
        "folder": str(report.place),
        "images": report.images,
        "fetched": report.fetched,
        "failed": [asdict(each) for each in report.failed],
        "hosts": list(report.hosts),
    }
    return Outcome("\n".join(lines), document)


def merge_groupings(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui merge-groupings`; where two curators differ, the marks that are here stay."""
    with Project.open(options.project) as project:
        report = merging.merge_file(project, options.file)
    conflicts = [
        {
            "grouping": each.name,
            "path": each.path,
            "here": {"mark": each.here.value, **asdict(each.here_by)},
            "there": {"mark": each.there.value, **asdict(each.there_by)},
        }
        for each in report.conflicts
    ]
    lines = [f"{report.groupings:,} groupings, {report.marks:,} new marks"]
    lines += [
        f"  “{each.name}”, {each.path}: {each.here} here ({each.here_by.who} {each.here_by.when}), "
        f"{each.there} there ({each.there_by.who} {each.there_by.when})"
        for each in report.conflicts
    ]
    lines += [f"  {left.path} left out: {left.reason}" for left in report.left_out]
    document = {
        "groupings": report.groupings,
        "marks": report.marks,
        "conflicts": conflicts,
        "left_out": [asdict(left) for left in report.left_out],
    }
    return Outcome("\n".join(lines), document)


def _imported(report: triplets.ImportReport) -> Outcome:
    lines = [f"{report.groupings:,} groupings, {report.marks:,} new marks"]
    lines += [shown(f"  line {skip.line} skipped: {skip.reason}") for skip in report.skipped]
    return Outcome("\n".join(lines), asdict(report))


def train(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui train`; the archive is prepared for the model in use when this returns."""
    with Project.open(options.project) as project:
        settings = TrainingSettings(
            depth=Depth(options.depth),
            miner=Miner(options.miner),
            loss=Loss(options.loss),
            distance=Distance(options.distance),
            margin=options.margin,
            margin_schedule=MarginSchedule(options.margin_schedule),
            epochs=options.epochs,
            seed=options.seed,
            backbone=options.backbone or versions.project_backbone(project),
        )
        told: list[Finding] = []

        def tell(findings: Sequence[Finding]) -> None:
            for finding in findings:
                if finding not in told:
                    told.append(finding)
                    progress.note(finding.sentence)

        report = training.train_model(project, settings, progress=progress, on_findings=tell)
        _prepare(project, progress, options.search)
    tell(report.findings)
    progress.note(report.in_words())
    verdict = "in use now" if report.kept else "not better than the model in use, which stays"
    if report.kept and report.model != report.trained[-1]:
        verdict += f"; model {report.trained[-1]}, tuned further, is no better"
    text = (
        f"Model {report.model}, {verdict} ({report.triplets:,} triplets, {report.epochs} epochs, "
        f"{report.seconds:.1f} s)\n{_comparison(report.before, report.after)}"
    )
    document = {
        "model": report.model,
        "triplets": report.triplets,
        "epochs": report.epochs,
        "seconds": report.seconds,
        "before": report.before.as_json(),
        "after": report.after.as_json(),
        "kept": report.kept,
    }
    return Outcome(text, document)


def _prepare(project: Project, progress: ConsoleProgress, search: str | None) -> None:
    """Prepare the archive for the model in use, which stays so whatever becomes of this."""
    if versions.model_in_use(project) == versions.answering_model(project):
        return
    try:
        preparing.prepare_model(project, progress, search=search)
    except Cancelled:
        progress.note("The archive is not prepared yet; the next query goes on with it.")
    except ArchiveError as error:
        progress.note(f"The archive could not be prepared: {error}")


def query(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui query`; finishes first what an interrupted training left to be prepared."""
    with Project.open(options.project) as project:
        if options.model is None:
            searcher = preparing.prepare_model(
                project, progress, decode=decode_apart, search=options.search
            )
        else:
            searcher = querying.Searcher(
                project, options.model, progress, decode_apart, options.search
            )
        report = searcher.query_file(options.image, options.k, options.below)
    results = [
        {"rank": r.rank, "path": r.image.path, "distance": r.distance} for r in report.results
    ]
    text = "\n".join(shown(f"{r['rank']:4}  {r['distance']:.4f}  {r['path']}") for r in results)
    document = {
        "query": report.query,
        "model": report.model,
        "results": results,
        "embed_ms": report.embed_ms,
        "search_ms": report.search_ms,
    }
    return Outcome(text or "The archive holds no other image.", document)


def evaluate(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui evaluate`."""
    with Project.open(options.project) as project:
        report = evaluating.evaluate_model(project, options.labels, options.model, progress)
    for skip in report.skipped:
        progress.report(0, 0, f"line {skip.line} skipped, {skip.reason}")
    rows = [("", f"model {report.model}", "untrained")]
    rows += [
        (name, f"{value:.3f}", f"{report.baseline[name]:.3f}")
        for name, value in report.figures.items()
    ]
    text = "\n".join(f"{name:12}{ours:>10}{base:>12}" for name, ours, base in rows)
    document = {
        "model": report.model,
        "queries": report.queries,
        **report.figures,
        "baseline": report.baseline,
    }
    return Outcome(f"{report.queries:,} queries\n{text}", document)


def export_triplets(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui export-triplets`."""
    with Project.open(options.project) as project:
        rows = triplets.export_triplets(project, options.out)
    return Outcome(f"{rows:,} triplets written to {options.out}")


def export_groupings(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui export-groupings`."""
    with Project.open(options.project) as project:
        marks = exports.export_groupings(project, options.out)
    return Outcome(f"{marks:,} marks written to {options.out}", {"marks": marks})


def export_sidecars(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui export-sidecars`."""
    with Project.open(options.project) as project:
        report = sidecars.export_sidecars(project, options.folder, progress)
    lines = [f"{report.written:,} sidecars written to {options.folder}"]
    lines += [f"  {file} is another program's and was left alone" for file in report.left]
    return Outcome("\n".join(lines), {"sidecars": report.written, "left": list(report.left)})


def export_embeddings(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui export-embeddings`."""
    with Project.open(options.project) as project:
        count = exporting.export_embeddings(project, options.out, options.model, progress)
    return Outcome(f"{count:,} embeddings written to {options.out}")


def export_model(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui export-model`."""
    with Project.open(options.project) as project:
        exporting.export_model(project, options.model, options.out, progress)
    return Outcome(f"Model {options.model} written to {options.out}")


def sample(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui sample`."""
    count = make_sample(options.folder, options.seed, progress)
    return Outcome(f"{count:,} generated images written to {options.folder}")


def models(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui models`."""
    with Project.open(options.project) as project:
        known = versions.list_models(project)
    document = [
        {
            "model": version.model,
            "created": version.created,
            "backbone": version.backbone,
            "depth": version.depth,
            "before": _figures(version.before),
            "after": _figures(version.after),
            "in_use": version.in_use,
        }
        for version in known
    ]
    lines = [
        f"{'*' if version.in_use else ' '} {version.model:3}  {version.created}  "
        f"{version.backbone}  {version.depth}"
        + (f"  (the quick one on the way to {version.quick_of})" if version.quick_of else "")
        for version in known
    ]
    return Outcome("\n".join(lines), document)


def use_model(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui use-model`; the archive is prepared for the model when this returns."""
    with Project.open(options.project) as project:
        versions.use_model(project, options.model)
        _prepare(project, progress, options.search)
    return Outcome(f"Model {options.model} is in use now")


def verify(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui verify`."""
    with Project.open(options.project) as project:
        report = verifying.verify_archive(project, progress)
    lines = [
        f"{report.checked:,} files checked: {len(report.changed):,} changed, "
        f"{len(report.missing):,} missing"
    ]
    lines += [shown(f"  changed  {path}") for path in report.changed]
    lines += [shown(f"  missing  {path}") for path in report.missing]
    return Outcome("\n".join(lines), asdict(report))


def doctor(options: argparse.Namespace, progress: ConsoleProgress) -> Outcome:
    """`archive-gui doctor`; its exit code is 1 when something does not work."""
    report = diagnosis.diagnose()
    return Outcome(report.in_words(), asdict(report), int(not report.works))


def _figures(metrics: Metrics | None) -> dict[str, float] | None:
    return None if metrics is None else metrics.as_json()


def _comparison(before: Metrics, after: Metrics) -> str:
    now = after.as_json()
    rows = [f"{name:18}{value:.3f} -> {now[name]:.3f}" for name, value in before.as_json().items()]
    return "\n".join(rows)
