"""What is amiss with the marks themselves, looked for before every training."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.learning.findings import Finding, Kind, listed
from archive_gui.learning.pairs import contradictions, first_copies, pairs_of, without_copies

Images = Mapping[int, ImageRecord]

# An image that is held out leaves behind two that are alike it, and nobody whose only positive it
# was (see `split`).
_LEFT_BEHIND = 2


def check_marks(groupings: Sequence[Grouping], images: Images) -> tuple[Finding, ...]:
    """What a person should mend in `groupings`; `images` are all that are marked, by id.

    Looks for marks on images that cannot be learned from; for copies of one file in both roles
    of a grouping; for two images, copies taken as one, that are alike in one grouping and unlike
    in another; and for groupings of which no mark can be held out.
    """
    first = first_copies({i: each.sha256 for i, each in images.items() if each.sha256 is not None})
    found = (
        _left_out(groupings, images),
        _copies_in_both_roles(groupings, first, images),
        _contradicting(groupings, first, images),
        _too_small(groupings, images),
    )
    return tuple(finding for finding in found if finding is not None)


def _left_out(groupings: Sequence[Grouping], images: Images) -> Finding | None:
    lost = [
        f"{images[image].path} ({why}) in {_named(grouping)}"
        for grouping in groupings
        for image in (*_members(grouping), *grouping.negatives)
        if (why := _why_unusable(images[image])) is not None
    ]
    if not lost:
        return None
    return Finding(
        Kind.LEFT_OUT,
        f"Marks are left out because of their images: {listed(lost, str)}. Put the files back "
        "and scan again, or unmark them.",
    )


def _why_unusable(image: ImageRecord) -> str | None:
    if image.missing:
        return "missing"
    if image.error is not None:
        return "cannot be read"
    return "not read yet" if image.sha256 is None else None


def _copies_in_both_roles(
    groupings: Sequence[Grouping], first: Mapping[int, int], images: Images
) -> Finding | None:
    copies = []
    for grouping in groupings:
        members = {first.get(image, image): image for image in reversed(_members(grouping))}
        copies += [
            (grouping, members[first[negative]], negative)
            for negative in grouping.negatives
            if first.get(negative) in members
        ]
    if not copies:
        return None

    def say(example: tuple[Grouping, int, int]) -> str:
        grouping, member, negative = example
        role = "anchor" if member == grouping.anchor else "positive"
        return (
            f"{images[member].path} ({role}) and {images[negative].path} (negative) in "
            f"{_named(grouping)}"
        )

    return Finding(
        Kind.COPIES,
        f"The same file, byte for byte, has both roles: {listed(copies, say)}. Nothing is learned "
        "of how it stands to the others there; unmark one of the two.",
    )


def _contradicting(
    groupings: Sequence[Grouping], first: Mapping[int, int], images: Images
) -> Finding | None:
    merged = []
    for grouping in without_copies(groupings, first):
        # What a grouping says of its own copies is told above.
        others = set(grouping.negatives) - {*_members(grouping)}
        merged.append(replace(grouping, negatives=tuple(others)))
    pairs = contradictions(merged)
    if not pairs:
        return None

    def path(image: int, number: int) -> str:
        grouping = groupings[number]
        marked = (*_members(grouping), *grouping.negatives)
        return images[next(i for i in marked if first.get(i, i) == image)].path

    def say(pair: tuple[int, int]) -> str:
        alike = next(n for n, g in enumerate(merged) if {*pair} <= {*_members(g)})
        unlike = next(
            n
            for n, g in enumerate(merged)
            if ({*pair} & {*_members(g)}) and ({*pair} & {*g.negatives})
        )
        here, there = ([path(image, number) for image in pair] for number in (alike, unlike))
        copies = [
            f"{other} is a copy of {one}"
            for one, other in zip(here, there, strict=True)
            if one != other
        ]
        note = f" ({', '.join(copies)})" if copies else ""
        return (
            f"{' and '.join(here)} are alike in {_named(groupings[alike])}, but not in "
            f"{_named(groupings[unlike])}{note}"
        )

    return Finding(
        Kind.CONTRADICTION,
        f"Marks contradict each other: {listed(pairs, say, '; ')}. Nothing is learned of such a "
        "pair; unmark one of the two where it is wrong.",
    )


def _too_small(groupings: Sequence[Grouping], images: Images) -> Finding | None:
    usable = {
        i: image.sha256
        for i, image in images.items()
        if image.sha256 is not None and _why_unusable(image) is None
    }
    merged = without_copies(groupings, first_copies(usable))
    pairs = pairs_of(merged, implicit_negatives=False)
    pairs = pairs.only(np.array([image in usable for image in pairs.images], bool))
    alike = pairs.positive.sum(1)
    strands = (pairs.positive & (alike == 1)).any(1)
    spare = (alike >= _LEFT_BEHIND) & ~strands
    wanting = []
    for grouping in merged:
        inside = np.isin(pairs.images, _members(grouping))
        if not spare[inside].any():
            # Only what is alike within the grouping counts: its next member is alike to all that.
            most = int(pairs.positive[np.ix_(inside, inside)].sum(1).max(initial=0))
            wanting.append((grouping, max(1, _LEFT_BEHIND - most)))
    if not wanting:
        return None

    def say(example: tuple[Grouping, int]) -> str:
        grouping, more = example
        return f"{_named(grouping)} needs {more} more positive{'s' if more > 1 else ''}"

    return Finding(
        Kind.TOO_SMALL,
        f"Too small for a mark to be held out: {listed(wanting, say)}. No figure speaks of these; "
        "mark so many more images that are like the anchor.",
    )


def _members(grouping: Grouping) -> tuple[int, ...]:
    return (grouping.anchor, *grouping.positives)


def _named(grouping: Grouping) -> str:
    return f"\u201c{grouping.name}\u201d"
