"""What is amiss with the marks themselves, looked for before every training."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from archive_gui.catalog.records import Grouping, ImageRecord
from archive_gui.learning.findings import Finding, Kind, listed
from archive_gui.learning.pairs import contradictions, first_copies, pairs_of, without_copies
from archive_gui.words import joined, say, say_count

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
        say(
            "{image} ({why}) in “{grouping}”",
            image=images[image].path,
            why=why,
            grouping=grouping.name,
        )
        for grouping in groupings
        for image in (*_members(grouping), *grouping.negatives)
        if (why := _why_unusable(images[image])) is not None
    ]
    if not lost:
        return None
    return Finding(
        Kind.LEFT_OUT,
        say(
            "Marks are left out because of their images: {examples}. Put the files back and scan "
            "again, or unmark them.",
            examples=listed(lost, str),
        ),
    )


def _why_unusable(image: ImageRecord) -> str | None:
    if image.missing:
        return say("missing")
    if image.error is not None:
        return say("cannot be read")
    return say("not read yet") if image.sha256 is None else None


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

    def tell(example: tuple[Grouping, int, int]) -> str:
        grouping, member, negative = example
        return say(
            "{member} ({role}) and {negative} (negative) in “{grouping}”",
            member=images[member].path,
            role=say("anchor") if member == grouping.anchor else say("positive"),
            negative=images[negative].path,
            grouping=grouping.name,
        )

    return Finding(
        Kind.COPIES,
        say(
            "The same file, byte for byte, has both roles: {examples}. Nothing is learned of how "
            "it stands to the others there; unmark one of the two.",
            examples=listed(copies, tell),
        ),
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

    def tell(pair: tuple[int, int]) -> str:
        alike = next(n for n, g in enumerate(merged) if {*pair} <= {*_members(g)})
        unlike = next(
            n
            for n, g in enumerate(merged)
            if ({*pair} & {*_members(g)}) and ({*pair} & {*g.negatives})
        )
        here, there = ([path(image, number) for image in pair] for number in (alike, unlike))
        copies = [
            say("{image} is a copy of {original}", image=other, original=one)
            for one, other in zip(here, there, strict=True)
            if one != other
        ]
        told = say(
            "{image} and {other} are alike in “{grouping}”, but not in “{another}”",
            image=here[0],
            other=here[1],
            grouping=groupings[alike].name,
            another=groupings[unlike].name,
        )
        return (
            say("{contradiction} ({copies})", contradiction=told, copies=joined(copies, ", "))
            if copies
            else told
        )

    return Finding(
        Kind.CONTRADICTION,
        say(
            "Marks contradict each other: {examples}. Nothing is learned of such a pair; unmark "
            "one of the two where it is wrong.",
            examples=listed(pairs, tell, "; "),
        ),
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

    def tell(example: tuple[Grouping, int]) -> str:
        grouping, more = example
        return say_count(
            more,
            "“{grouping}” needs {n:,} more positive",
            "“{grouping}” needs {n:,} more positives",
            grouping=grouping.name,
        )

    return Finding(
        Kind.TOO_SMALL,
        say(
            "Too small for a mark to be held out: {examples}. No figure speaks of these; mark so "
            "many more images that are like the anchor.",
            examples=listed(wanting, tell),
        ),
    )


def _members(grouping: Grouping) -> tuple[int, ...]:
    return (grouping.anchor, *grouping.positives)
