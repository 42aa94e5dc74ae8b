"""Model versions on disk: a numbered folder each, written whole or not at all."""

import contextlib
import json
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from archive_gui.catalog.files import sync, write_atomically
from archive_gui.errors import ArchiveError
from archive_gui.learning.arrays import read_arrays
from archive_gui.learning.backbones import file_digest
from archive_gui.learning.metrics import Metrics
from archive_gui.learning.model_card import model_card
from archive_gui.learning.projection import (
    LinearPart,
    Memberships,
    Projection,
    Prototypes,
    Scores,
)
from archive_gui.words import Sentence, say

KERAS_FILE = "model.keras"
CARD_FILE = "model-card.md"
_PROVENANCE = "provenance.json"
_PROJECTION = "projection.npz"
# The same model trained without the marks that judge: what later trainings are compared with.
_JUDGED = "judged.npz"
# The highest number ever given. Were that of a deleted version given again, the catalog and the
# features would take the new version for the old one.
_LAST = "last-number"
# What a person calls the version; apart from the provenance, which stays as it was written.
_NAME = "name.txt"
# As what a provenance tells what not every one tells.
_TOLD: dict[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("quick", "compared_with", "triplets", "epochs"), int),
    **dict.fromkeys(("before", "after", "comparison"), dict),
    **dict.fromkeys(("groupings", "findings", "held_out"), list),
    "seconds": (int, float),
}
# Where deleted versions lie until the trash is emptied.
_TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Version:
    """One trained model: where it lies and its provenance."""

    model: int
    folder: Path
    provenance: dict[str, Any]

    @property
    def created(self) -> str:
        """When it was made: ISO 8601, UTC."""
        return str(self.provenance["created"])

    @property
    def name(self) -> str:
        """What a person calls it, empty where nobody has named it."""
        try:
            return (self.folder / _NAME).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    @property
    def depth(self) -> str:
        """How much of the network was trained."""
        return str(self.provenance["settings"]["depth"])

    @property
    def backbone(self) -> str:
        """The name of the network that it was made from."""
        return str(self.provenance["backbone"]["name"])

    @property
    def tuned(self) -> bool:
        """Whether the backbone itself was tuned, so that it has features of its own."""
        return bool(self.provenance["tuned"])

    @property
    def keras_file(self) -> Path:
        """The whole model in Keras's format, from pixels to embeddings."""
        return self.folder / KERAS_FILE

    def projection(self, *, judged: bool = False) -> Projection:
        """From features to embeddings; `judged`: as trained without the marks that judge it."""
        name = _JUDGED if judged and (self.folder / _JUDGED).is_file() else _PROJECTION
        return _read_projection(self.folder / name)

    def card(self) -> Sentence:
        """The model card in Markdown, of which the file beside the model is the English text.

        Raises ArchiveError when the model's files are damaged.
        """
        digest = file_digest(self.keras_file) if self.keras_file.is_file() else None
        dimensions = self.projection().dimensions
        try:
            return model_card(self.model, self.provenance, dimensions, digest)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            # Whatever is asked of a provenance that this program did not write.
            raise _damaged(self.folder / _PROVENANCE, error) from error

    def figures(self, when: str) -> Metrics | None:
        """The figures on held-out marks `"before"` or `"after"` the training."""
        try:
            return Metrics.from_json(self.provenance[when])
        except (KeyError, TypeError, ValueError):
            return None


def versions(folder: Path) -> list[Version]:
    """All versions in the models folder, by number; what is no whole version is passed over."""
    entries = folder.iterdir() if folder.is_dir() else ()
    found = filter(None, map(_read, entries))
    return sorted(found, key=lambda version: version.model)


def numbers(folder: Path) -> set[int]:
    """The numbers of all that lies in the models folder, also in its trash, whole or not."""
    places = [each for each in (folder, folder / _TRASH) if each.is_dir()]
    entries = [entry.name for place in places for entry in place.iterdir()]
    return {int(name) for name in entries if name.isdecimal()}


def _read(entry: Path) -> Version | None:
    """The version in a folder of its own, None where there is no whole one."""
    if not entry.name.isdecimal():
        return None
    try:
        return _read_whole(entry)
    except OSError:
        return None


def _read_whole(entry: Path) -> Version | None:
    """The same of a folder that is named after a version; OSError when it cannot be read now."""
    try:
        provenance = json.loads((entry / _PROVENANCE).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return None
    return Version(int(entry.name), entry, _sound(provenance)) if _is_complete(provenance) else None


def _sound(provenance: dict[str, Any]) -> dict[str, Any]:
    """A provenance without what no program of ours wrote so: that counts as not told."""
    return {
        key: told
        for key, told in provenance.items()
        if told is None or isinstance(told, _TOLD.get(key, object))
    }


def _read_numbered(folder: Path, model: int) -> Version | None:
    """The version of this number; ArchiveError when the disk does not tell whether there is one.

    Else the untrained model would answer in place of one that is there.
    """
    try:
        return _read_whole(folder / str(model))
    except OSError as error:
        raise ArchiveError(
            say(
                "The model file {file} cannot be read ({why}); check its disk and its permissions.",
                file=folder / str(model) / _PROVENANCE,
                why=error.strerror,
            )
        ) from error


def _is_complete(provenance: Any) -> bool:
    """Whether a provenance tells all that the program asks of it."""
    try:
        told = provenance["backbone"]["name"], provenance["settings"]["depth"]
        return None not in (*told, provenance["created"], provenance["tuned"])
    except (TypeError, KeyError):
        return False


def has_version(folder: Path, model: int) -> bool:
    """Whether there is a whole version of this number."""
    return _read_numbered(folder, model) is not None


def version(folder: Path, model: int) -> Version:
    """The version with this number; ArchiveError when there is none."""
    found = _read_numbered(folder, model)
    if found is None:
        raise ArchiveError(
            say(
                "There is no model {n}; see 'archive-gui models' for the numbers that exist.",
                n=model,
            )
        )
    return found


def rename(folder: Path, model: int, name: str) -> None:
    """Call a version by another name, on one line; an empty one takes its name away.

    Raises ArchiveError when there is no such version or the disk does not take the name.
    """
    file = version(folder, model).folder / _NAME
    words = " ".join(name.split())
    try:
        if words:
            write_atomically(file, words.encode())
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise ArchiveError(
            say(
                "The name cannot be written to {file} ({reason}); see that the disk is not full.",
                file=file,
                reason=error.strerror,
            )
        ) from error


def discard(folder: Path, model: int) -> None:
    """Put a version in the trash; ArchiveError when there is none or it cannot be moved."""
    source = version(folder, model).folder
    _move(source, folder / _TRASH / source.name)


def restore(folder: Path, model: int) -> None:
    """Take a version out of the trash; ArchiveError when it is not there."""
    _move(folder / _TRASH / str(model), folder / str(model))


def _move(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
        source.rename(target)
        sync(target.parent)
        sync(source.parent)
    except OSError as error:
        raise ArchiveError(
            say(
                "Model {n} cannot be moved to {target} ({reason}); close other programs that use "
                "its folder, and try again.",
                n=source.name,
                target=target,
                reason=error.strerror,
            )
        ) from error


def empty_trash(folder: Path) -> list[int]:
    """Delete for good what lies in the trash; the numbers of the versions that did.

    Where the disk takes no file, all stays in the trash until another time.
    """
    gone = [int(each.name) for each in (folder / _TRASH).glob("*") if each.name.isdecimal()]
    if gone:
        try:
            # Their numbers are not given again.
            write_atomically(folder / _LAST, str(_last_number(folder)).encode())
        except OSError:
            return []
    shutil.rmtree(folder / _TRASH, ignore_errors=True)
    return sorted(gone)


def save_version(
    folder: Path,
    provenance: dict[str, Any],
    projection: Projection,
    judged: Projection | None,
    save_keras: Callable[[Path], None],
) -> Version:
    """Keep a new version under the next number; none is ever given twice.

    `save_keras` writes the Keras file to the path that it is given. Raises ArchiveError when
    the disk does not take it; nothing is left behind then.
    """
    temporary = folder / f".{secrets.token_hex(6)}.part"
    try:
        for torn in folder.glob(".*.part"):
            # A training that was killed left it; nobody else writes here while the project is open.
            shutil.rmtree(torn, ignore_errors=True)
        temporary.mkdir(parents=True)
        save_keras(temporary / KERAS_FILE)
        _write_projection(temporary / _PROJECTION, projection)
        if judged is not None:
            _write_projection(temporary / _JUDGED, judged)
        text = json.dumps(provenance, indent=2, ensure_ascii=False)
        (temporary / _PROVENANCE).write_text(text, "utf-8")
        model = _last_number(folder) + 1
        (temporary / CARD_FILE).write_text(Version(model, temporary, provenance).card(), "utf-8")
        for file in temporary.iterdir():
            sync(file)
        sync(temporary)
        write_atomically(folder / _LAST, str(model).encode())
        temporary.rename(folder / str(model))
        sync(folder)
    except OSError as error:
        raise ArchiveError(
            say(
                "The trained model cannot be written to {folder} ({why}); see that the disk is not "
                "full, and train again.",
                folder=folder,
                why=error.strerror,
            )
        ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return Version(model, folder / str(model), provenance)


def _last_number(folder: Path) -> int:
    folders = (*folder.iterdir(), *(folder / _TRASH).glob("*"))
    taken = [int(each.name) for each in folders if each.name.isdecimal()]
    with contextlib.suppress(FileNotFoundError, ValueError):
        taken.append(int((folder / _LAST).read_bytes()))
    return max(taken, default=0)


def _write_projection(file: Path, projection: Projection) -> None:
    arrays: dict[str, Any] = {
        "pretrained_mean": projection.pretrained.mean,
        "pretrained_matrix": projection.pretrained.matrix,
        "weight": np.float32(projection.weight),
    }
    if projection.learned is not None:
        arrays["learned_mean"] = projection.learned.mean
        arrays["learned_matrix"] = projection.learned.matrix
    if (prototypes := projection.prototypes) is not None:
        arrays["prototypes"] = prototypes.rows
        arrays["near"] = np.array(
            [prototypes.weight, prototypes.threshold, prototypes.width], np.float32
        )
    if (scores := projection.scores) is not None:
        arrays["landmarks"] = scores.landmarks
        arrays["coefficients"] = scores.coefficients
        arrays["sharpness"] = np.float32(scores.sharpness)
    if (memberships := projection.memberships) is not None:
        arrays["memberships_matrix"] = memberships.matrix
        arrays["memberships_bias"] = memberships.bias
        arrays["memberships_codes"] = memberships.codes
        arrays["memberships_weight"] = np.float32(memberships.weight)
        arrays["memberships_none"] = np.float32(memberships.none)
    np.savez(file, allow_pickle=False, **arrays)


def _read_projection(file: Path) -> Projection:
    try:
        arrays = read_arrays(file)
        learned = None
        if "learned_matrix" in arrays:
            learned = LinearPart(arrays["learned_mean"], arrays["learned_matrix"])
        prototypes = None
        if "prototypes" in arrays:
            prototypes = Prototypes(arrays["prototypes"], *arrays["near"].tolist())
        scores = None
        if "landmarks" in arrays:
            sharpness = float(arrays["sharpness"])
            scores = Scores(arrays["landmarks"], arrays["coefficients"], sharpness)
        memberships = None
        if "memberships_matrix" in arrays:
            memberships = Memberships(
                arrays["memberships_matrix"],
                arrays["memberships_bias"],
                arrays["memberships_codes"],
                float(arrays["memberships_weight"]),
                # Earlier versions of the program had none.
                float(arrays.get("memberships_none", 0.0)),
            )
        return Projection(
            LinearPart(arrays["pretrained_mean"], arrays["pretrained_matrix"]),
            learned,
            float(arrays["weight"]),
            prototypes,
            scores,
            memberships,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(file, error) from error


def _damaged(file: Path, error: Exception) -> ArchiveError:
    return ArchiveError(
        say(
            "The model file {file} is damaged ({why}); choose another model, or restore the "
            "file from a backup.",
            file=file,
            why=error,
        )
    )
