"""From marks to a new version of the model: the job behind "train"."""

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import images_by_id, readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.errors import ArchiveError, Cancelled
from archive_gui.learning import registry
from archive_gui.learning.augmentation import CROP_ROOM
from archive_gui.learning.backbones import backbone
from archive_gui.learning.confidence import Comparison, Verdict, compare
from archive_gui.learning.evaluation import Judgement, QueryFigures, gain, judge, mean_of
from archive_gui.learning.findings import Finding
from archive_gui.learning.mark_checks import check_marks
from archive_gui.learning.metrics import EpochReport, Metrics
from archive_gui.learning.pairs import (
    Pairs,
    first_copies,
    pairs_of,
    query_groups,
    split,
    without_copies,
)
from archive_gui.learning.quiet import load_tensorflow
from archive_gui.learning.settings import Depth, TrainingSettings
from archive_gui.learning.training_checks import check_settings, check_training, deserves_use
from archive_gui.operations.embedding import NetworkFeatures, steadied_components
from archive_gui.operations.pixels import stored_pixels
from archive_gui.operations.provenance import provenance_of
from archive_gui.operations.versions import model_in_use, open_embedder, use_model
from archive_gui.progress import Progress
from archive_gui.words import Sentence, joined, say

if TYPE_CHECKING:
    from archive_gui.learning.trainer import Trained

# Unmarked images that show a training what the archive looks like.
_BACKGROUND = 512

OnFindings = Callable[[tuple[Finding, ...]], None]


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a training brought: `before` and `after` are measured on the same held-out marks.

    `before` are the figures of the model that was in use when the training began; `model`,
    `depth`, `epochs` and `after` are of the best version that was put in use (`kept`), or else
    of the last one trained. `trained` are the numbers of all versions of this training, the
    quick one first. `triplets` that the marks hold; `held_out` is how many images the figures
    were measured with; `seconds` of the whole training, without preparing the archive for the
    new model, which depends on how large the archive is. `comparison` says how sure the figures
    are; `findings` what is amiss with marks, settings and the last version trained.
    """

    model: int
    depth: Depth
    triplets: int
    epochs: int
    seconds: float
    before: Metrics
    after: Metrics
    kept: bool
    held_out: int
    trained: tuple[int, ...]
    comparison: Comparison
    findings: tuple[Finding, ...]

    def in_words(self) -> Sentence:
        """Whether the model became better and how sure that is, and which one is in use."""
        words = self.comparison.in_words()
        return words if self.kept else joined((words, say("The model in use stays in use.")))


def train_model(
    project: Project,
    settings: TrainingSettings,
    *,
    progress: Progress | None = None,
    on_epoch: Callable[[EpochReport], None] | None = None,
    on_quick: Callable[[TrainingReport], None] | None = None,
    on_findings: OnFindings | None = None,
) -> TrainingReport:
    """Train on all groupings: a quick head first, then, unless that is all, the network itself.

    Each is a version of its own, and put in use only if it is better, on the held-out marks, than
    what was in use before, and has not collapsed; the thorough one also only if it is no worse
    than the quick one. `on_findings` hears at once what is amiss
    with marks and settings, if anything is; `on_quick` of the quick one while the tuning goes on,
    whose number of epochs `settings` gives. Before the version in use answers queries the archive
    is to be prepared (:func:`archive_gui.operations.preparing.prepare_model`).

    Stopping it keeps the best so far. Raises ArchiveError when the marks are too few, or when
    the tuning failed (the sentence says what is in use then), and Cancelled when it was stopped
    before anything was learned.
    """
    progress = progress or Progress()
    progress.report(0, 0, say("Getting ready"))
    groupings = list_groupings(project)
    findings = (*_mark_findings(project, groupings), *check_settings(settings))
    if findings and on_findings is not None:
        on_findings(findings)
    run = _Run(project, settings, groupings, findings, progress, on_epoch or (lambda report: None))
    try:
        quick = run.quick()
        if settings.depth is Depth.HEAD or progress.cancelled:
            return quick
        if on_quick is not None:
            on_quick(quick)
        try:
            return run.thorough(quick)
        except Cancelled:
            return quick
        except ArchiveError as error:
            if not quick.kept:
                raise
            raise ArchiveError(
                joined(
                    (
                        str(error),
                        say(
                            "The quick model of this training, model {n}, is in use.",
                            n=quick.model,
                        ),
                    )
                )
            ) from error
    finally:
        run.forget_graphs()


class _Run:
    """One training of a project: what its stages have in common.

    Raises what :func:`train_model` says of marks that are too few.
    """

    def __init__(
        self,
        project: Project,
        settings: TrainingSettings,
        groupings: list[Grouping],
        findings: tuple[Finding, ...],
        progress: Progress,
        on_epoch: Callable[[EpochReport], None],
    ) -> None:
        self._started = time.monotonic()
        self._project = project
        self._settings = settings
        self._progress = progress
        self._on_epoch = on_epoch
        self._groupings = groupings
        self._findings = findings
        self._losses: list[float] = []
        features = NetworkFeatures(project, backbone(settings.backbone).name)
        images = features.available(readable_images(project), progress)
        by_id = {image.id: image for image in images}
        first = first_copies({image.id: image.sha256 or "" for image in images})
        self._pairs = _learnable(without_copies(groupings, first), settings, by_id)
        load_tensorflow()
        # Most of what the program does needs nothing of TensorFlow.
        from archive_gui.learning import trainer

        self._trainer = trainer
        # Keras counts on from what was built before, and names layers in the file by that.
        trainer.forget_graphs()
        self._marked = [by_id[image] for image in self._pairs.images]
        self._split = split(self._pairs, [image.sha256 or "" for image in self._marked])
        self._compared_with = model_in_use(project)
        self._others = _background(images, self._marked, settings.seed)
        # By each version that was looked at.
        self._judgements: dict[int, Judgement] = {}
        self._before = self._judgement_in_use()
        self._side = backbone(settings.backbone).side
        self._crops: npt.NDArray[np.uint8] | None = None
        self._material = trainer.Material(
            features.read(self._marked),
            features.of_views(len(self._marked), self._cropped, settings.seed, progress),
            self._pairs,
            self._split,
            features.read(self._others),
            steadied_components(features, images),
        )
        # Of all unmarked images, those that belong to groupings; what the head's marks say.
        self._share: float | None = None
        self._plain: Any = None
        progress.check()

    def quick(self) -> TrainingReport:
        """Train a head and put it in use if it is better."""
        settings = self._settings
        if settings.depth is not Depth.HEAD:
            # The number of epochs that was asked for is that of the tuning.
            settings = replace(settings, depth=Depth.HEAD, epochs=None)
        trained = self._trainer.train_head(self._material, settings, self._progress, self._heard)
        self._share = trained.share
        return self._keep(trained, settings, None)

    def thorough(self, quick: TrainingReport) -> TrainingReport:
        """Tune the network and put it in use if it is better than what is; the better stage.

        Raises Cancelled when it was stopped before anything was learned.
        """
        from archive_gui.learning.backbones import build_keras

        settings = self._settings
        self._progress.report(0, 0, say("Getting ready"))
        trunk = build_keras(settings.backbone, self._progress)
        marked, others = (
            stored_pixels(self._project, images, self._side, self._progress)
            for images in (self._marked, self._others)
        )
        pictures = self._trainer.Pictures(self._cropped(), marked, others)
        trained = self._trainer.tune(
            trunk,
            pictures,
            self._material,
            self._share,
            settings,
            self._progress,
            self._heard,
        )
        tuned = self._keep(trained, settings, quick.model)
        best = tuned if tuned.kept or not quick.kept else quick
        return replace(
            best,
            seconds=tuned.seconds,
            trained=(*quick.trained, *tuned.trained),
            findings=tuned.findings,
        )

    def forget_graphs(self) -> None:
        """Give back what TensorFlow keeps of the training."""
        self._plain = None
        self._trainer.forget_graphs()

    def _cropped(self) -> npt.NDArray[np.uint8]:
        """The marked images somewhat larger than the network's input."""
        if self._crops is None:
            size = round(self._side * CROP_ROOM)
            self._crops = stored_pixels(self._project, self._marked, size, self._progress)
        return self._crops

    def _heard(self, report: EpochReport) -> None:
        self._losses.append(report.loss)
        self._on_epoch(report)

    def _judgement_in_use(self) -> Judgement:
        """What the marks that judge say of the model in use, as it was trained without them.

        A person may have put another version in use since the training began.
        """
        number, embedder = open_embedder(self._project)
        if number not in self._judgements:
            # A stop must not lose what has been trained by now.
            others = embedder.available(self._others, Progress())
            embedder.available(self._marked, Progress())
            embeddings = embedder.embed(self._marked, judged=True)
            unmarked = embedder.embed(others, judged=True)
            self._judgements[number] = judge(embeddings, unmarked, self._pairs, self._split.judge)
        return self._judgements[number]

    def _keep(
        self, trained: "Trained", settings: TrainingSettings, quick: int | None
    ) -> TrainingReport:
        """Keep a version, whose training began with the version `quick`, and use it if better."""
        found = check_training(settings, self._losses, trained.untrained_spread, trained.spread)
        self._losses.clear()
        findings = (*self._findings, *found)
        before = mean_of(self._before.figures)
        comparison = self._comparison(self._before.figures, trained)
        kept = deserves_use(self._gain(trained, quick), found)
        seconds = round(time.monotonic() - self._started, 3)
        provenance = provenance_of(
            self._project, settings, self._groupings, trained, self._pairs.triplets
        ) | {
            "held_out": self._held_out(),
            "compared_with": self._compared_with,
            "quick": quick,
            "before": before.as_json(),
            "after": trained.after.as_json(),
            "comparison": comparison.as_json(),
            "findings": [asdict(finding) for finding in findings],
            "kept": kept,
            "seconds": seconds,
        }
        version = self._save(trained, provenance)
        self._judgements[version.model] = trained.judgement
        if kept:
            use_model(self._project, version.model)
        return TrainingReport(
            model=version.model,
            depth=settings.depth,
            triplets=self._pairs.triplets,
            epochs=trained.epochs,
            seconds=round(time.monotonic() - self._started, 3),
            before=before,
            after=trained.after,
            kept=kept,
            held_out=comparison.queries,
            trained=(version.model,),
            comparison=comparison,
            findings=findings,
        )

    def _gain(self, trained: "Trained", quick: int | None) -> float:
        """How much more a version scores than what it is to replace; negative where it is worse.

        A thorough model replaces its own quick preview where it beats what was in use before both
        and is not, beyond chance, worse than the preview: on whole collections it is far better,
        and few held-out marks would often say otherwise.
        """
        replaced = self._judgement_in_use()
        preview = quick is not None and model_in_use(self._project) == quick
        if preview and self._comparison(replaced.figures, trained).verdict is not Verdict.WORSE:
            replaced = self._before
        return gain(replaced, trained.judgement)

    def _comparison(self, before: QueryFigures, trained: "Trained") -> Comparison:
        groups = query_groups(self._pairs, self._split.judge)
        return compare(before, trained.judgement.figures, groups)

    def _held_out(self) -> list[str]:
        """The paths of all marked images that judge, copies too."""
        judges = zip(self._marked, self._split.judge, strict=True)
        digests = {image.sha256 for image, out in judges if out}
        marked = images_by_id(self._project, _marked_ids(self._groupings)).values()
        return sorted(image.path for image in marked if image.sha256 in digests)

    def _save(self, trained: "Trained", provenance: dict[str, Any]) -> registry.Version:
        from archive_gui.learning.backbones import build_keras
        from archive_gui.learning.keras_model import save_model, whole_model

        self._progress.report(0, 0, say("Keeping the model"))
        if self._plain is None:
            self._plain = build_keras(self._settings.backbone, self._progress)
        model = whole_model(self._plain, trained.projection, trained.tuned)
        return registry.save_version(
            self._project.models_folder,
            provenance,
            trained.projection,
            trained.judged,
            lambda file: save_model(model, file),
        )


def _learnable(
    groupings: Sequence[Grouping], settings: TrainingSettings, by_id: dict[int, ImageRecord]
) -> Pairs:
    """The pairs of images that are there; ArchiveError says what marks are wanting."""
    everything = pairs_of(groupings, implicit_negatives=settings.implicit_negatives)
    pairs = everything.only(np.array([image in by_id for image in everything.images], bool))
    if not pairs.positive.any():
        raise ArchiveError(
            say("There is nothing to learn from yet; mark positives in at least one grouping.")
        )
    if not pairs.triplets:
        raise ArchiveError(
            say(
                "There is nothing to tell apart yet; mark negatives, or make another grouping of "
                "other images that is not related to these."
            )
        )
    return pairs


def _mark_findings(project: Project, groupings: Sequence[Grouping]) -> tuple[Finding, ...]:
    return check_marks(groupings, images_by_id(project, _marked_ids(groupings)))


def _marked_ids(groupings: Sequence[Grouping]) -> set[int]:
    return {i for g in groupings for i in (g.anchor, *g.positives, *g.negatives)}


def _background(
    images: list[ImageRecord], marked: Sequence[ImageRecord], seed: int
) -> list[ImageRecord]:
    """Some images of which no copy is marked; hardly others when a few images come or go."""
    digests = {image.sha256 for image in marked}
    free = [image for image in images if image.sha256 not in digests]

    def lot(image: ImageRecord) -> bytes:
        return hashlib.sha256(f"background {seed} {image.sha256}".encode()).digest()

    return sorted(free, key=lot)[:_BACKGROUND]
