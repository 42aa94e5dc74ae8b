"""What a version of the model is, readable: a model card in Markdown, made of its provenance.

The headings follow Mitchell et al., "Model Cards for Model Reporting", FAT* 2019.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE
from archive_gui.learning.backbones import BACKBONES
from archive_gui.learning.confidence import Verdict
from archive_gui.learning.settings import Depth, Distance, Loss, MarginSchedule, Miner
from archive_gui.words import Sentence, joined, number, say, say_count

_UNKNOWN = say("not recorded")
_DEPTHS = {
    Depth.HEAD: say("head: a projection on the features of the untouched network"),
    Depth.TOP: say("top: a projection and the last layers of the network"),
    Depth.FULL: say("full: a projection and the whole network; batch normalisation as it came"),
}
_MINERS = {
    Miner.RANDOM: say("random negatives"),
    Miner.SEMI_HARD: say("semi-hard negatives (farther than the positive, but within the margin)"),
    Miner.HARD: say("the farthest positive and the nearest negative of each anchor (hard)"),
}
_LOSSES = {
    Loss.TRIPLET: say("triplet loss"),
    Loss.SOFT_MARGIN: say("triplet loss with a soft margin"),
    Loss.CONTRASTIVE: say("contrastive loss"),
}
_DISTANCES = {
    Distance.EUCLIDEAN: say("Euclidean"),
    Distance.SQUARED: say("squared Euclidean"),
    Distance.COSINE: say("cosine"),
}
_SCHEDULES = {
    MarginSchedule.CONSTANT: say("the same in all epochs"),
    MarginSchedule.LINEAR: say("growing linearly to this over the epochs"),
    MarginSchedule.COSINE: say("growing to this over the epochs along half a cosine"),
}
_VERDICTS = {
    Verdict.BETTER: say("better"),
    Verdict.NO_WORSE: say("no worse"),
    Verdict.WORSE: say("worse"),
}
_FIGURES = {
    "recall@1": say("Nearest is right (recall@1)"),
    "recall@5": say("Right among 5 (recall@5)"),
    "recall@10": say("Right among 10 (recall@10)"),
    "map@r": say("mAP@R"),
    "triplet_accuracy": say("Triplets in order"),
}
# What Markdown or HTML would take for more than text.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


def model_card(
    model: int, provenance: Mapping[str, Any], dimensions: int, keras_sha256: str | None
) -> Sentence:
    """The card of a version in Markdown; what its provenance does not tell is left out or said.

    An embedding has `dimensions` numbers; `keras_sha256` is the digest of `model.keras`, None
    where the file is missing.
    """
    digest = f"`{keras_sha256}`" if keras_sha256 else say("the file is missing")
    sections = (
        _introduction(model, provenance, dimensions),
        _settings(provenance),
        _marks(provenance),
        _figures(provenance),
        _limits(),
        how_to_load(str(provenance["backbone"]["name"])),
        _again(provenance),
        _section(say("File"), say("SHA-256 of model.keras: {digest}", digest=digest)),
    )
    return _document(section for section in sections if section)


def untrained_card(name: str) -> Sentence:
    """The card of model 0 on the backbone `name`, which has learned no marks."""
    introduction = say(
        "The network {network} as it came, trained on everyday photographs (ImageNet), and the "
        "principal components of its features over this archive. It has learned nothing of what "
        "is alike here.",
        network=_network(name),
    )
    title = joined(("#", say("Untrained model")))
    return _document((title, introduction, _limits(), how_to_load(name)))


def how_to_load(name: str) -> Sentence:
    """How whoever has only the exported file of a model on backbone `name` uses it."""
    side = str(BACKBONES[name].side) if name in BACKBONES else "SIDE"
    said = say(
        "`archive-gui export-model` writes one file that Keras alone can load. It takes pictures "
        "as numbers from 0 to 255, red, green, blue, in an array (n, {side}, {side}, 3), any "
        "number n at once, and gives rows of length 1; the larger the product of two rows, the "
        "more alike. What the network wants done to its pixels is inside the file. The same "
        "pixels give the embeddings that the program has, to within {tolerance:g}. It takes them "
        "from thumbnails: upright, as sRGB, made to fit in {thumbnail} by {thumbnail} pixels, "
        "stored as JPEG, then squeezed to a square. The lines below do the same; for files that "
        "the program reads at reduced size, as it does large ones, or that have a colour profile, "
        "what comes out may differ by about {deviation:g}.",
        side=side,
        thumbnail=THUMBNAIL_SIDE,
        tolerance=0.0001,
        deviation=0.02,
    )
    code = f"""```python
import io

import keras
import numpy as np
from PIL import Image, ImageOps


def prepare(file):
    image = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
    scale = {THUMBNAIL_SIDE} / max(image.size)
    if scale < 1:
        size = [max(1, round(scale * length)) for length in image.size]
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    thumbnail = io.BytesIO()
    image.save(thumbnail, "JPEG", quality=92, subsampling=0)
    return np.asarray(Image.open(thumbnail).resize(({side}, {side}), Image.Resampling.BICUBIC))


model = keras.models.load_model("OUT.keras", compile=False)
embeddings = model.predict(np.stack([prepare(file) for file in ["one.jpg", "another.jpg"]]))
likeness = embeddings @ embeddings.T
```"""
    return _section(say("Use without this program"), joined((said, code), "\n\n"))


def _introduction(model: int, provenance: Mapping[str, Any], dimensions: int) -> Sentence:
    network = provenance["backbone"]
    program = provenance.get("program", {})
    libraries = provenance.get("libraries", {})
    weights = f"`{network['sha256']}`" if network.get("sha256") else _UNKNOWN
    seconds = provenance.get("seconds")
    rows = (
        (say("Made"), _day(str(provenance["created"]))),
        (say("By"), f"{program.get('name', 'archive-gui')} {program.get('version', '')}".strip()),
        (
            say("With"),
            ", ".join(f"{name} {number}" for name, number in libraries.items()) or _UNKNOWN,
        ),
        (say("Starting from"), _network(str(network["name"]))),
        (say("SHA-256 of its weights"), weights),
        (say("Took"), _UNKNOWN if seconds is None else say("{n:,.0f} s", n=seconds)),
    )
    said = say(
        "Turns a picture into {n:,} numbers that are near each other for pictures that an "
        "archivist would call alike. The first of them come from a network trained on everyday "
        "photographs, the others from what was taught here by marks.",
        n=dimensions,
    )
    title = joined(("#", say("Model {n}", n=model)))
    return joined((title, said, _facts(rows)), "\n\n")


def _settings(provenance: Mapping[str, Any]) -> Sentence:
    settings = provenance["settings"]
    margin: str = number(settings["margin"], "g") if "margin" in settings else _UNKNOWN
    if settings.get("loss") == Loss.SOFT_MARGIN:
        margin = say("none, by this loss")
    elif (schedule := settings.get("margin_schedule")) is not None:
        margin = joined((margin, _SCHEDULES.get(schedule, schedule)), ", ")
    implicit = say("yes") if settings.get("implicit_negatives", True) else say("no")
    epochs: str = str(provenance.get("epochs", _UNKNOWN))
    if "best_epoch" in provenance:
        epochs = say("{n}, kept as after epoch {best}", n=epochs, best=provenance["best_epoch"])
    weight: str = _figure(provenance.get("weight"))
    if (near := provenance.get("weight_near")) is not None:
        weight = say(
            "{weight}, of images like a marked grouping {near:g}", weight=weight, near=near
        )
    rows = (
        (say("Depth"), _DEPTHS.get(settings["depth"], settings["depth"])),
        (say("Made small"), _named(settings, "loss", _LOSSES)),
        (say("Distance"), _named(settings, "distance", _DISTANCES)),
        (say("Learned from"), _named(settings, "miner", _MINERS)),
        (say("Margin"), margin),
        (say("Members of other groupings are negatives"), implicit),
        (say("Epochs"), epochs),
        (say("Seed"), str(settings.get("seed", _UNKNOWN))),
        (say("Weight of what was learned"), weight),
    )
    return _section(say("Settings"), _facts(rows))


def _marks(provenance: Mapping[str, Any]) -> Sentence:
    groupings = provenance.get("groupings", [])
    rows = [
        (
            _plain(str(grouping["name"])) if grouping.get("name") else say("unnamed"),
            number(1 + len(grouping.get("positives", [])), ","),
            number(len(grouping.get("negatives", [])), ","),
        )
        for grouping in groupings
    ]
    triplets = provenance.get("triplets")
    said = say_count(len(rows), "{n:,} grouping", "{n:,} groupings")
    if triplets is not None:
        said = say(
            "{groupings}, which hold {triplets:,} triplets of an anchor, a positive and a negative",
            groupings=said,
            triplets=triplets,
        )
    heading = (say("Grouping"), say("Alike (with the anchor)"), say("Negatives"))
    sentence = joined((said, "."), "")
    body = joined((sentence, _table(heading, rows)), "\n\n") if rows else sentence
    return _section(say("Marks it was trained on"), body)


def _figures(provenance: Mapping[str, Any]) -> Sentence | None:
    before, after = provenance.get("before"), provenance.get("after")
    if not before or not after:
        return None
    comparison = provenance.get("comparison") or {}
    compared = provenance.get("compared_with")
    said = [
        say_count(
            comparison.get("queries", len(provenance.get("held_out", []))),
            "Measured with {n:,} marked image that was held out of the training; “before” is "
            "{model}.",
            "Measured with {n:,} marked images that were held out of the training; “before” is "
            "{model}.",
            model=say("the model in use then")
            if compared is None
            else say("model {n}, in use then", n=compared),
        )
    ]
    if comparison:
        verdict = comparison["verdict"]
        said.append(
            say(
                "Verdict: **{verdict}**. In brackets is where a figure lies with a confidence of "
                "{level:.0%} (bootstrap over the held-out images).",
                verdict=_VERDICTS.get(verdict, verdict),
                level=comparison["level"],
            )
        )
    match provenance.get("kept"):
        case True:
            said.append(say("It was put in use."))
        case False:
            said.append(say("It was not put in use."))
    rows = []
    for name, title in _FIGURES.items():
        if name in before and name in after:
            change = after[name] - before[name]
            row = (
                title,
                _with_interval(number(before[name], ".3f"), comparison, "before", name),
                _with_interval(number(after[name], ".3f"), comparison, "after", name),
                _with_interval(number(change, "+.3f"), comparison, "change", name),
            )
            rows.append(row)
    heading = ("", say("Before"), say("After"), say("Change"))
    return _section(say("Figures"), joined((joined(said), _table(heading, rows)), "\n\n"))


def _limits() -> Sentence:
    said = say(
        "To find pictures that are alike in the archive it was trained in, for people who look "
        "at what it finds. It knows likeness as these marks show it: it can be wrong where "
        "pictures differ from all that were marked, in other archives, and for marks that "
        "contradict each other. Figures of few held-out images vary by chance. It is not made to "
        "recognise persons, and nothing should be decided by it alone."
    )
    return _section(say("Intended use and limits"), said)


def _again(provenance: Mapping[str, Any]) -> Sentence:
    said = say(
        "The same archive, marks, settings, seed ({seed}) and libraries give the same model bit "
        "for bit on the same machine. provenance.json beside this card has the marks, settings, "
        "seed and libraries, with the SHA-256 of every marked image.",
        seed=provenance["settings"].get("seed", _UNKNOWN),
    )
    return _section(say("To make it again"), said)


def _network(name: str) -> str:
    return f"{BACKBONES[name].title} (`{name}`)" if name in BACKBONES else f"`{name}`"


def _named(settings: Mapping[str, Any], key: str, names: Mapping[Any, Sentence]) -> str:
    value = settings.get(key, _UNKNOWN)
    return names.get(value, str(value))


def _figure(value: float | None) -> Sentence:
    return _UNKNOWN if value is None else number(value, "")


def _with_interval(
    figure: Sentence, comparison: Mapping[str, Any], when: str, name: str
) -> Sentence:
    edges = comparison.get(when, {}).get(name)
    if edges is None:
        return figure
    return say("{figure} ({low:.3f} to {high:.3f})", figure=figure, low=edges[0], high=edges[1])


def _day(created: str) -> str:
    return f"{created[:10]}, {created[11:16]} UTC" if len(created) >= 16 else created


def _plain(text: str) -> str:
    """A person's own words as Markdown that shows them as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _document(sections: Iterable[Sentence]) -> Sentence:
    return joined((joined(sections, "\n\n"), "\n"), "")


def _section(title: Sentence, body: str) -> Sentence:
    return joined((joined(("##", title)), body), "\n\n")


def _facts(rows: Iterable[tuple[str, str]]) -> Sentence:
    return joined((joined(("- **", name, "**: ", value), "") for name, value in rows), "\n")


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Sentence:
    lines = [heading, ["---"] * len(heading), *rows]
    return joined((joined(("| ", joined(line, " | "), " |"), "") for line in lines), "\n")
