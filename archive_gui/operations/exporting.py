"""Embeddings and models as files for other programs."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from archive_gui import __version__
from archive_gui.catalog.exporting import exported
from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.learning import registry
from archive_gui.learning.projection import Projection
from archive_gui.learning.quiet import load_tensorflow
from archive_gui.operations.embedding import NetworkFeatures, components
from archive_gui.operations.versions import open_embedder, project_backbone
from archive_gui.progress import Progress
from archive_gui.words import say


def export_embeddings(
    project: Project, file: Path, model: int | None = None, progress: Progress | None = None
) -> int:
    """Write `embeddings` float32 (n, d) and `paths` str (n,) to a file; returns n.

    It is Parquet where the name ends in `.parquet` (the columns `path` and `embedding`, a list of d
    floats), else NPZ. `model` None is the version in use. Raises ArchiveError when the file cannot
    be written.
    """
    number, embedder = open_embedder(project, model)
    images, embeddings = embedder.archive(progress or Progress())
    if file.suffix.casefold() == ".parquet":
        _write_parquet(project, file, number, [image.path for image in images], embeddings)
        return len(images)
    paths = np.array([image.path for image in images], dtype=np.str_)

    # An open file, since NumPy would add its own ending to another name.
    with exported(project, file) as temporary, temporary.open("wb") as out:
        np.savez(out, allow_pickle=False, embeddings=embeddings, paths=paths)
    return len(images)


def _write_parquet(
    project: Project, file: Path, model: int, paths: list[str], embeddings: npt.NDArray[np.float32]
) -> None:
    # 50 ms, and nobody else needs it.
    import pyarrow
    import pyarrow.parquet

    width = embeddings.shape[1]
    vectors = pyarrow.FixedSizeListArray.from_arrays(
        pyarrow.array(embeddings.astype(np.float32).ravel()), width
    )
    table = pyarrow.table(
        {"path": pyarrow.array(paths, pyarrow.string()), "embedding": vectors},
        metadata={"program": f"archive-gui {__version__}", "model": str(model)},
    )
    with exported(project, file) as temporary:
        pyarrow.parquet.write_table(table, temporary)


def export_model(
    project: Project, model: int, file: Path, progress: Progress | None = None
) -> None:
    """Write a version as a Keras file that works without this program: pixels to embeddings.

    Raises ArchiveError when there is no such version, the name does not end in `.keras`, or
    the file cannot be written.
    """
    if file.suffix != ".keras":
        raise ArchiveError(
            say("The name {file} must end in .keras; choose another one.", file=file)
        )
    if model == 0:
        _export_untrained(project, file, progress or Progress())
        return
    source = registry.version(project.models_folder, model).keras_file
    if not source.is_file():
        raise ArchiveError(
            say(
                "The model file {file} is missing; restore it from a backup of the project folder.",
                file=source,
            )
        )
    with exported(project, file) as temporary:
        shutil.copyfile(source, temporary)


def export_parts(project: Project, file: Path, parts: Iterable[bytes]) -> None:
    """Write a file whose bytes come in parts, which need not be in memory together.

    Raises ArchiveError when the file cannot be written, and whatever making the parts raises;
    an older file of that name then stays as it was.
    """
    with exported(project, file) as temporary, temporary.open("wb") as out:
        for part in parts:
            out.write(part)


def _export_untrained(project: Project, file: Path, progress: Progress) -> None:
    load_tensorflow()
    from archive_gui.learning.backbones import build_keras
    from archive_gui.learning.keras_model import save_model, whole_model

    name = project_backbone(project)
    _, embedder = open_embedder(project, 0)
    images, _ = embedder.archive(progress)
    part = components(NetworkFeatures(project, name), images)
    whole = whole_model(build_keras(name, progress), Projection(part))
    with exported(project, file) as temporary:
        save_model(whole, temporary)
