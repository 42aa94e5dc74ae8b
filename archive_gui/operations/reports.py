"""What the last training brought, read again from what its versions keep."""

from archive_gui.catalog.project import Project
from archive_gui.learning import registry
from archive_gui.learning.confidence import Comparison
from archive_gui.learning.findings import Finding, Kind
from archive_gui.learning.metrics import Metrics
from archive_gui.learning.settings import Depth
from archive_gui.operations.training import TrainingReport


def last_report(project: Project) -> TrainingReport | None:
    """The report of the newest training, of its better stage; None where no version tells.

    Versions of earlier programs, without all that a report holds, are passed over.
    """
    known = registry.versions(project.models_folder)
    reports = {version.model: _report_of(version) for version in known}
    for version in reversed(known):
        report = reports[version.model]
        if report is None:
            continue
        quick = reports.get(version.provenance.get("quick") or 0)
        # As the training itself tells it: the quick stage, where only that was put in use.
        return quick if quick is not None and quick.kept and not report.kept else report
    return None


def compared_with(project: Project, model: int) -> int:
    """The version that was in use when the training of this one began; ArchiveError if unknown."""
    return int(registry.version(project.models_folder, model).provenance.get("compared_with") or 0)


def _report_of(version: registry.Version) -> TrainingReport | None:
    told = version.provenance
    try:
        comparison = Comparison.from_json(told["comparison"])
        trained: tuple[int, ...] = (version.model,)
        if told["quick"] is not None:
            trained = (told["quick"], version.model)
        return TrainingReport(
            model=version.model,
            depth=Depth(version.depth),
            triplets=int(told["triplets"]),
            epochs=int(told["epochs"]),
            seconds=float(told["seconds"]),
            before=Metrics.from_json(told["before"]),
            after=Metrics.from_json(told["after"]),
            kept=bool(told["kept"]),
            held_out=comparison.queries,
            trained=trained,
            comparison=comparison,
            findings=tuple(
                Finding(Kind(each["kind"]), str(each["sentence"])) for each in told["findings"]
            ),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
