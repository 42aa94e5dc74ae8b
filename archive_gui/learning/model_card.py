"""What a version of the model is, readable: a model card in Markdown, made of its provenance.

The headings follow Mitchell et al., "Model Cards for Model Reporting", FAT* 2019.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archive_gui.imaging.thumbnails import THUMBNAIL_SIDE
from archive_gui.learning.backbones import BACKBONES
from archive_gui.learning.settings import Depth, Distance, Loss, MarginSchedule, Miner

_UNKNOWN = "not recorded"
_DEPTHS = {
    Depth.HEAD: "head: a projection on the features of the untouched network",
    Depth.TOP: "top: a projection and the last layers of the network",
    Depth.FULL: "full: a projection and the whole network; batch normalisation as it came",
}
_MINERS = {
    Miner.RANDOM: "random negatives",
    Miner.SEMI_HARD: "semi-hard negatives (farther than the positive, but within the margin)",
    Miner.HARD: "the farthest positive and the nearest negative of each anchor (hard)",
}
_LOSSES = {
    Loss.TRIPLET: "triplet loss",
    Loss.SOFT_MARGIN: "triplet loss with a soft margin",
    Loss.CONTRASTIVE: "contrastive loss",
}
_DISTANCES = {
    Distance.EUCLIDEAN: "Euclidean",
    Distance.SQUARED: "squared Euclidean",
    Distance.COSINE: "cosine",
}
_SCHEDULES = {
    MarginSchedule.CONSTANT: "the same in all epochs",
    MarginSchedule.LINEAR: "growing linearly to this over the epochs",
    MarginSchedule.COSINE: "growing to this over the epochs along half a cosine",
}
_FIGURES = {
    "recall@1": "Nearest is right (recall@1)",
    "recall@5": "Right among 5 (recall@5)",
    "recall@10": "Right among 10 (recall@10)",
    "map@r": "mAP@R",
    "triplet_accuracy": "Triplets in order",
}
# What Markdown or HTML would take for more than text.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


def model_card(
    model: int, provenance: Mapping[str, Any], dimensions: int, keras_sha256: str | None
) -> str:
    """The card of a version in Markdown; what its provenance does not tell is left out or said.

    An embedding has `dimensions` numbers; `keras_sha256` is the digest of `model.keras`, None
    where the file is missing.
    """
    sections = (
        _introduction(model, provenance, dimensions),
        _settings(provenance),
        _marks(provenance),
        _figures(provenance),
        _limits(),
        how_to_load(str(provenance["backbone"]["name"])),
        _again(provenance),
        f"## File\n\nSHA-256 of model.keras: `{keras_sha256 or 'the file is missing'}`",
    )
    return "\n\n".join(section for section in sections if section) + "\n"


def untrained_card(name: str) -> str:
    """The card of model 0 on the backbone `name`, which has learned no marks."""
    return (
        "# Untrained model\n\n"
        f"The network {_network(name)} as it came, trained on everyday photographs (ImageNet), "
        "and the principal components of its features over this archive. It has learned nothing "
        f"of what is alike here.\n\n{_limits()}\n\n{how_to_load(name)}\n"
    )


def how_to_load(name: str) -> str:
    """How whoever has only the exported file of a model on backbone `name` uses it."""
    side = BACKBONES[name].side if name in BACKBONES else "SIDE"
    return f"""## Use without this program

`archive-gui export-model` writes one file that Keras alone can load. It takes pictures as
numbers from 0 to 255, red, green, blue, in an array (n, {side}, {side}, 3), any number n at once,
and gives rows of length 1; the larger the product of two rows, the more alike. What the network
wants done to its pixels is inside the file. The same pixels give the embeddings that the program
has, to within 0.0001. It takes them from thumbnails: upright, as sRGB, made to fit in
{THUMBNAIL_SIDE} by {THUMBNAIL_SIDE} pixels, stored as JPEG, then squeezed to a square. The lines
below do the same; for files that the program reads at reduced size, as it does large ones, or that
have a colour profile, what comes out may differ by about 0.02.

```python
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


def _introduction(model: int, provenance: Mapping[str, Any], dimensions: int) -> str:
    network = provenance["backbone"]
    program = provenance.get("program", {})
    libraries = provenance.get("libraries", {})
    rows = [
        ("Made", _day(str(provenance["created"]))),
        ("By", f"{program.get('name', 'archive-gui')} {program.get('version', '')}".strip()),
        ("With", ", ".join(f"{name} {number}" for name, number in libraries.items()) or _UNKNOWN),
        ("Starting from", _network(str(network["name"]))),
        ("SHA-256 of its weights", f"`{network.get('sha256') or _UNKNOWN}`"),
        ("Took", f"{provenance['seconds']:,.0f} s" if "seconds" in provenance else _UNKNOWN),
    ]
    return (
        f"# Model {model}\n\nTurns a picture into {dimensions:,} numbers that are near each other "
        "for pictures that an archivist would call alike. The first of them come from a network "
        "trained on everyday photographs, the others from what was taught here by marks.\n\n"
        + _facts(rows)
    )


def _settings(provenance: Mapping[str, Any]) -> str:
    settings = provenance["settings"]
    margin = f"{settings['margin']:g}" if "margin" in settings else _UNKNOWN
    if settings.get("loss") == Loss.SOFT_MARGIN:
        margin = "none, by this loss"
    elif (schedule := settings.get("margin_schedule")) is not None:
        margin += f", {_SCHEDULES.get(schedule, schedule)}"
    implicit = "yes" if settings.get("implicit_negatives", True) else "no"
    epochs = str(provenance.get("epochs", _UNKNOWN))
    if "best_epoch" in provenance:
        epochs += f", kept as after epoch {provenance['best_epoch']}"
    weight = str(provenance.get("weight", _UNKNOWN))
    if (near := provenance.get("weight_near")) is not None:
        weight += f", of images like a marked grouping {near:g}"
    rows = [
        ("Depth", _DEPTHS.get(settings["depth"], settings["depth"])),
        ("Made small", _named(settings, "loss", _LOSSES)),
        ("Distance", _named(settings, "distance", _DISTANCES)),
        ("Learned from", _named(settings, "miner", _MINERS)),
        ("Margin", margin),
        ("Members of other groupings are negatives", implicit),
        ("Epochs", epochs),
        ("Seed", str(settings.get("seed", _UNKNOWN))),
        ("Weight of what was learned", weight),
    ]
    return "## Settings\n\n" + _facts(rows)


def _marks(provenance: Mapping[str, Any]) -> str:
    groupings = provenance.get("groupings", [])
    rows = [
        (
            _plain(str(grouping.get("name") or "unnamed")),
            f"{1 + len(grouping.get('positives', [])):,}",
            f"{len(grouping.get('negatives', [])):,}",
        )
        for grouping in groupings
    ]
    triplets = provenance.get("triplets")
    said = f"{len(rows):,} {'grouping' if len(rows) == 1 else 'groupings'}"
    if triplets is not None:
        said += f", which hold {triplets:,} triplets of an anchor, a positive and a negative"
    table = _table(("Grouping", "Alike (with the anchor)", "Negatives"), rows) if rows else ""
    return f"## Marks it was trained on\n\n{said}.\n\n{table}".rstrip()


def _figures(provenance: Mapping[str, Any]) -> str:
    before, after = provenance.get("before"), provenance.get("after")
    if not before or not after:
        return ""
    comparison = provenance.get("comparison") or {}
    count = comparison.get("queries", len(provenance.get("held_out", [])))
    compared = provenance.get("compared_with")
    against = "the model in use then" if compared is None else f"model {compared}, in use then"
    images = "1 marked image that was" if count == 1 else f"{count:,} marked images that were"
    said = f"Measured with {images} held out of the training; “before” is {against}."
    if comparison:
        said += (
            f" Verdict: **{comparison['verdict']}**. In brackets is where a figure lies with a "
            f"confidence of {comparison['level']:.0%} (bootstrap over the held-out images)."
        )
    said += _usage(provenance)
    rows = []
    for name, title in _FIGURES.items():
        if name in before and name in after:
            cells = [
                f"{figures[name]:.3f}{_interval(comparison.get(when, {}).get(name))}"
                for when, figures in (("before", before), ("after", after))
            ]
            change = _interval(comparison.get("change", {}).get(name))
            rows.append((title, *cells, f"{after[name] - before[name]:+.3f}{change}"))
    return f"## Figures\n\n{said}\n\n" + _table(("", "Before", "After", "Change"), rows)


def _usage(provenance: Mapping[str, Any]) -> str:
    match provenance.get("kept"):
        case True:
            return " It was put in use."
        case False:
            return " It was not put in use."
    return ""


def _limits() -> str:
    return (
        "## Intended use and limits\n\n"
        "To find pictures that are alike in the archive it was trained in, for people who look "
        "at what it finds. It knows likeness as these marks show it: it can be wrong where "
        "pictures differ from all that were marked, in other archives, and for marks that "
        "contradict each other. Figures of few held-out images vary by chance. It is not made to "
        "recognise persons, and nothing should be decided by it alone."
    )


def _again(provenance: Mapping[str, Any]) -> str:
    seed = provenance["settings"].get("seed", _UNKNOWN)
    return (
        "## To make it again\n\n"
        f"The same archive, marks, settings, seed ({seed}) and libraries give the same model bit "
        "for bit on the same machine. provenance.json beside this card has the marks, settings, "
        "seed and libraries, with the SHA-256 of every marked image."
    )


def _network(name: str) -> str:
    return f"{BACKBONES[name].title} (`{name}`)" if name in BACKBONES else f"`{name}`"


def _named(settings: Mapping[str, Any], key: str, names: Mapping[Any, str]) -> str:
    value = settings.get(key, _UNKNOWN)
    return names.get(value, str(value))


def _interval(edges: Sequence[float] | None) -> str:
    return "" if edges is None else f" ({edges[0]:.3f} to {edges[1]:.3f})"


def _day(created: str) -> str:
    return f"{created[:10]}, {created[11:16]} UTC" if len(created) >= 16 else created


def _plain(text: str) -> str:
    """A person's own words as Markdown that shows them as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _facts(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- **{name}**: {value}" for name, value in rows)


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
