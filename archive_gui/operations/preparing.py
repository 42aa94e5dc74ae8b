"""Preparing the whole archive for the model in use, while an earlier one still answers."""

from collections.abc import Callable, Sequence
from itertools import chain, islice

from archive_gui.catalog.groupings import list_groupings
from archive_gui.catalog.images import readable_images
from archive_gui.catalog.project import Project
from archive_gui.catalog.records import ImageRecord
from archive_gui.errors import Cancelled
from archive_gui.imaging.decode import decode
from archive_gui.operations.embedding import Embedder
from archive_gui.operations.querying import Searcher
from archive_gui.operations.reading import Decode
from archive_gui.operations.versions import (
    answering_model,
    let_answer,
    model_in_use,
    open_embedder,
)
from archive_gui.progress import Progress
from archive_gui.words import say

# Between so many images it is asked anew what is in sight, and others may use the features.
_AT_ONCE = 256
_BLOCK = 4096


def prepare_model(
    project: Project,
    progress: Progress | None = None,
    in_sight: Callable[[], Sequence[int]] = tuple,
    decode: Decode = decode,
    search: str | None = None,
) -> Searcher:
    """Make the version in use ready to answer, have it answer from then on, and give its searcher.

    A tuned network looks at every image anew: first at those that are marked, then at those that
    `in_sight` (called from this thread, now and then) gives as image ids, then at the others,
    those most like the marked ones first. `decode` and `search` are the searcher's. Stopping
    keeps what was computed, and the next call goes on there. Raises Cancelled then, or when
    another version was put in use meanwhile, and ArchiveError when images cannot be prepared.
    """
    progress = progress or Progress()
    number, embedder = open_embedder(project)
    images = readable_images(project)
    if unseen := embedder.unseen(images):
        ordered, marked = unseen, 0
        if len(unseen) > _AT_ONCE:
            # Fewer are looked at in one step, whatever their order. And some, whose thumbnails are
            # damaged, stay unseen for ever: no query is to compare the whole archive for these.
            ordered, marked = _most_urgent_first(project, unseen, progress)
        text = say("Preparing model {n}", n=number)

        def tell(left: int) -> None:
            progress.report(len(images) - left, len(images), text)

        _look_at(embedder, ordered, marked, in_sight, progress, tell)
        progress.report(0, 0, say("Building the index"))
    searcher = Searcher(project, number, progress, decode, search)
    if model_in_use(project) != number:
        raise Cancelled
    let_answer(project, number)
    return searcher


def _most_urgent_first(
    project: Project, images: list[ImageRecord], progress: Progress
) -> tuple[list[ImageRecord], int]:
    """Images with the marked ones first, then those most like the members of groupings by the
    model that answers now; and how many of them are marked.
    """
    groupings = list_groupings(project)
    members = {image for g in groupings for image in (g.anchor, *g.positives)}
    marked = members.union(*(g.negatives for g in groupings))
    _, embedder = open_embedder(project, answering_model(project))
    known = embedder.available(readable_images(project), progress)
    liked = embedder.embed([image for image in known if image.id in members])
    nearness = {image.id: 2.0 for image in images if image.id in marked}
    others = {image.id for image in images} - marked
    candidates = [image for image in known if image.id in others]
    if len(liked):
        for start in range(0, len(candidates), _BLOCK):
            progress.check()
            block = candidates[start : start + _BLOCK]
            nearest = (embedder.embed(block) @ liked.T).max(1).tolist()
            nearness |= {image.id: near for image, near in zip(block, nearest, strict=True)}
    ordered = sorted(images, key=lambda image: -nearness.get(image.id, -2.0))
    return ordered, len(images) - len(others)


def _look_at(
    embedder: Embedder,
    ordered: list[ImageRecord],
    marked: int,
    in_sight: Callable[[], Sequence[int]],
    progress: Progress,
    tell: Callable[[int], None],
) -> None:
    """Have a tuned network look at images; `tell` hears how many are left."""
    left = {image.id: image for image in ordered}
    last_of_others = len(ordered) - marked
    while left:
        progress.check()
        tell(len(left))
        # The marked ones come before all others, whatever is in sight.
        seen = in_sight() if len(left) <= last_of_others else ()
        urgent = (image for image in seen if image in left)
        chosen = list(islice(dict.fromkeys(chain(urgent, islice(left, _AT_ONCE))), _AT_ONCE))
        embedder.available([left.pop(image) for image in chosen], _PartOf(progress))
    tell(0)


class _PartOf(Progress):
    """The progress of one step of many, which counts no steps itself."""

    def __init__(self, whole: Progress) -> None:
        super().__init__()
        self._whole = whole

    def report(self, done: int, total: int, text: str) -> None:
        """Hand on only what is not about these few images."""
        if total == 0:
            self._whole.report(0, 0, text)

    @property
    def cancelled(self) -> bool:
        """Whether the whole job is to stop."""
        return self._whole.cancelled

    @property
    def paused(self) -> bool:
        """Whether the whole job is to wait."""
        return self._whole.paused

    def wait_while_paused(self) -> None:
        """Wait as long as the whole job is paused."""
        self._whole.wait_while_paused()
