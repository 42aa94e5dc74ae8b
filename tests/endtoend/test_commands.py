"""A curator's day on the command line: from a folder of pictures to a model that others load."""

import csv
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.faults.census import Census, census, differences

PHOTOGRAPHS = Path(__file__).parents[3] / "shared" / "data" / "clothing"


def archive_gui(*arguments: object) -> str:
    """What a command that must succeed writes to stdout."""
    command = [sys.executable, "-m", "archive_gui", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def document(*arguments: object) -> Any:
    return json.loads(archive_gui(*arguments, "--json"))


@dataclass(frozen=True)
class Day:
    """What a day on an archive brought: the true labels, the marks, and each document."""

    archive: Path
    folder: Path
    truth: dict[str, str]
    marked: dict[str, str]
    index: Any
    imported: Any
    trained: Any
    before: Census

    @property
    def project(self) -> Path:
        return self.folder / "project"

    def unmarked(self, *, of_marked_groups: bool) -> dict[str, str]:
        groups = set(self.marked.values())
        return {
            path: label
            for path, label in self.truth.items()
            if path not in self.marked and (label in groups) == of_marked_groups
        }

    def evaluate(self, labels: dict[str, str], model: int) -> Any:
        file = self.folder / "labels to evaluate.csv"
        write(file, ("path", "label"), labels)
        return document("evaluate", self.project, file, "--model", model)

    def embeddings(self, model: int) -> tuple[np.ndarray, list[str]]:
        file = self.folder / "embeddings.npz"
        archive_gui("export-embeddings", self.project, file, "--model", model)
        with np.load(file) as arrays:
            return arrays["embeddings"], arrays["paths"].tolist()

    def among_all(self, queries: dict[str, str], model: int) -> tuple[float, float]:
        """Recall@1 and mAP@R of some images, each of which queries the whole archive."""
        embeddings, paths = self.embeddings(model)
        labels = np.array([self.truth[path] for path in paths])
        likeness = embeddings @ embeddings.T
        np.fill_diagonal(likeness, -2)
        recalls, averages = [], []
        for row in (paths.index(path) for path in queries):
            relevant = int((labels == labels[row]).sum()) - 1
            hits = labels[np.argsort(-likeness[row])[:relevant]] == labels[row]
            recalls.append(hits[0])
            averages.append((hits.cumsum() / np.arange(1, relevant + 1) * hits).sum() / relevant)
        return float(np.mean(recalls)), float(np.mean(averages))


def write(file: Path, header: tuple[str, str], rows: dict[str, str]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([header, *rows.items()])


def spend_a_day(archive: Path, folder: Path, truth: dict[str, str], each: int, leave: int) -> Day:
    """Index, mark `each` pictures of all groups but the last `leave`, and train the head."""
    groups = sorted(set(truth.values()))
    marked = {
        path: group
        for group in groups[: len(groups) - leave]
        for path in sorted(path for path, label in truth.items() if label == group)[:each]
    }
    write(folder / "groups.csv", ("path", "group"), marked)
    project, before = folder / "project", census(archive)
    return Day(
        archive,
        folder,
        truth,
        marked,
        document("index", archive, "--project", project),
        document("import-groups", project, folder / "groups.csv"),
        document("train", project, "--depth", "head"),
        before,
    )


@pytest.fixture(scope="module")
def photographs(tmp_path_factory: pytest.TempPathFactory) -> Day:
    if not PHOTOGRAPHS.is_dir():
        pytest.skip("the photographs of clothes are not here")
    paths = [file.relative_to(PHOTOGRAPHS) for file in PHOTOGRAPHS.glob("*/*.jpg")]
    truth = {path.as_posix(): path.parts[0] for path in paths}
    return spend_a_day(PHOTOGRAPHS, tmp_path_factory.mktemp("photographs"), truth, 20, 2)


@pytest.fixture(scope="module")
def sample(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Day:
    with (sample_archive / "labels.csv").open(encoding="utf-8", newline="") as lines:
        truth = {row["path"]: row["label"] for row in csv.DictReader(lines)}
    return spend_a_day(sample_archive, tmp_path_factory.mktemp("sample"), truth, 8, 3)


@pytest.fixture(params=["photographs", "sample"])
def day(request: pytest.FixtureRequest) -> Day:
    found: Day = request.getfixturevalue(request.param)
    return found


def test_all_pictures_are_indexed_and_all_marks_taken(day: Day):
    assert day.index["images"] == day.index["added"] == len(day.truth)
    assert day.index["failed"] == []
    groups = len(set(day.marked.values()))
    assert day.imported == {"groupings": groups, "marks": len(day.marked), "skipped": []}


def test_training_teaches_the_marked_groups_and_forgets_no_other(day: Day):
    assert day.trained["model"] == 1
    assert day.trained["kept"] is True
    assert day.trained["after"]["map@r"] > day.trained["before"]["map@r"]
    figures = day.evaluate(day.unmarked(of_marked_groups=True), 1)
    assert figures["map@r"] > figures["baseline"]["map@r"] + 0.05
    assert figures["recall@1"] >= figures["baseline"]["recall@1"]
    others = day.unmarked(of_marked_groups=False)
    (recall, average), (recall_before, average_before) = (
        day.among_all(others, model) for model in (1, 0)
    )
    assert average >= average_before
    # The first neighbour of three in some hundred images may be another by chance.
    assert recall >= recall_before - 0.03


def test_a_query_ranks_as_the_exported_embeddings_do(day: Day):
    path = next(iter(day.marked))
    answer = document("query", day.project, day.archive / path, "-k", len(day.truth))
    assert answer["model"] == 1
    found = {result["path"]: result["distance"] for result in answer["results"]}
    embeddings, paths = day.embeddings(1)
    distances = 1 - embeddings @ embeddings[paths.index(path)]
    expected = dict(zip(paths, distances.tolist(), strict=True))
    del expected[path]
    assert found == pytest.approx(expected, abs=1e-5)
    assert list(found.values()) == sorted(found.values())


def test_what_was_made_goes_out_and_nothing_has_touched_the_archive(day: Day):
    triplets, model = day.folder / "triplets.csv", day.folder / "model.keras"
    archive_gui("export-triplets", day.project, triplets)
    # Nobody has marked a negative, and only those are exported.
    assert triplets.read_text("utf-8-sig").splitlines() == ["grouping,anchor,positive,negative"]
    archive_gui("export-model", day.project, 1, model)
    assert zipfile.is_zipfile(model)
    listed = document("models", day.project)
    assert [(each["model"], each["in_use"]) for each in listed] == [(0, False), (1, True)]
    verified = document("verify", day.project)
    assert verified == {"checked": len(day.truth), "changed": [], "missing": []}
    assert differences(day.before, census(day.archive)) == []
