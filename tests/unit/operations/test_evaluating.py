from pathlib import Path

import numpy as np
import pytest

from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.operations.evaluating import evaluate_model
from archive_gui.operations.exporting import export_embeddings
from archive_gui.operations.indexing import index_archive
from tests.conftest import Shapes


def reference(embeddings: np.ndarray, labels: list[str]) -> dict[str, float]:
    """Each labelled image queries all the others, one after another, by brute force."""
    rows = []
    for q, label in enumerate(labels):
        others = [i for i in range(len(labels)) if i != q]
        relevant = sum(labels[i] == label for i in others)
        if relevant:
            ranked = sorted(others, key=lambda i: 1 - float(embeddings[q] @ embeddings[i]))
            hits = [labels[i] == label for i in ranked]
            precisions = [sum(hits[: r + 1]) / (r + 1) for r in range(relevant) if hits[r]]
            rows.append([any(hits[:1]), any(hits[:5]), any(hits[:10]), sum(precisions) / relevant])
    names = ("recall@1", "recall@5", "recall@10", "map@r")
    return dict(zip(names, np.mean(rows, 0), strict=True))


def test_the_figures_are_those_of_brute_force_over_the_exported_embeddings(
    trained: Project, shapes: Shapes, tmp_path: Path
):
    report = evaluate_model(trained, shapes.labels)
    assert (report.model, report.queries, report.skipped) == (1, 72, ())
    for model, figures in ((1, report.figures), (0, report.baseline)):
        export_embeddings(trained, tmp_path / "e.npz", model)
        with np.load(tmp_path / "e.npz") as arrays:
            embeddings, paths = arrays["embeddings"], arrays["paths"].tolist()
        assert list(figures) == ["recall@1", "recall@5", "recall@10", "map@r"]
        expected = reference(embeddings, [shapes.truth[path] for path in paths])
        assert figures == pytest.approx(expected, abs=1e-4)
    assert report.figures["map@r"] > report.baseline["map@r"]


def test_unlabelled_images_take_no_part(indexed: Project, shapes: Shapes, tmp_path: Path):
    some = {path: label for path, label in shapes.truth.items() if label in ("disc", "ring")}
    labels = tmp_path / "some.csv"
    rows = "".join(f"{path},{label}\n" for path, label in some.items())
    labels.write_text("path,label\n" + rows + "bar 0.jpg,alone\n")
    report = evaluate_model(indexed, labels)
    assert report.queries == 18
    assert report.figures == report.baseline
    export_embeddings(indexed, tmp_path / "e.npz")
    with np.load(tmp_path / "e.npz") as arrays:
        label_of = some | {"bar 0.jpg": "alone"}
        kept = [n for n, path in enumerate(arrays["paths"]) if path in label_of]
        names = [label_of[arrays["paths"][n]] for n in kept]
        expected = reference(arrays["embeddings"][kept], names)
    assert report.figures == pytest.approx(expected, abs=1e-4)


def test_lines_that_name_no_readable_image_are_skipped_and_numbered(make_project, tmp_path: Path):
    project = make_project(3)
    (project.archive / "bad.png").write_text("Dear Sir")
    index_archive(project)
    labels = tmp_path / "labels.csv"
    labels.write_text(
        "label,path,more\nx,000.png,\nx,nowhere.png\nx,bad.png\n,001.png\ny,000.png\nx,./001.png\n"
        "y,../002.png\n"
    )
    report = evaluate_model(project, labels)
    assert report.queries == 2
    assert [skip.line for skip in report.skipped] == [3, 4, 5, 6, 8]
    reasons = ("no image", "was not read", "is empty", "has a label already", "leads out")
    for skip, reason in zip(report.skipped, reasons, strict=True):
        assert reason in skip.reason


@pytest.mark.parametrize("rows", ["", "000.png,x\n001.png,y\n", "nowhere.png,x\n"])
def test_labels_without_a_pair_are_told(make_project, tmp_path: Path, rows: str):
    labels = tmp_path / "labels.csv"
    labels.write_text("path,label\n" + rows)
    with pytest.raises(ArchiveError, match="to two images"):
        evaluate_model(make_project(2), labels)


def test_identical_images_of_two_labels_are_measured(make_project, tmp_path: Path):
    project = make_project(1, indexed=False)
    data = (project.archive / "000.png").read_bytes()
    for number in range(1, 4):
        (project.archive / f"{number:03d}.png").write_bytes(data)
    index_archive(project)
    labels = tmp_path / "labels.csv"
    labels.write_text("path,label\n000.png,x\n001.png,y\n002.png,x\n003.png,y\n")
    report = evaluate_model(project, labels)
    assert report.queries == 4
    assert report.figures["recall@5"] == 1
