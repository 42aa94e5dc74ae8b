"""Model cards: what they say, and where they come from."""

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from archive_gui.catalog.project import Project
from archive_gui.errors import ArchiveError
from archive_gui.learning import registry
from archive_gui.learning.projection import LinearPart, Projection
from archive_gui.operations.estimating import measured_paces
from archive_gui.operations.exporting import export_model
from archive_gui.operations.model_cards import read_model_card
from archive_gui.operations.reports import last_report
from archive_gui.operations.versions import list_models

PROJECTION = Projection(LinearPart(np.zeros(5, np.float32), np.eye(5, 3, dtype=np.float32)))
IMAGE = {"path": "a.jpg", "sha256": "00"}
# What versions before model cards were made of at the least.
LEAST: dict[str, Any] = {
    "created": "2026-01-02T03:04:05+00:00",
    "backbone": {"name": "vgg16", "sha256": None},
    "settings": {"depth": "top"},
    "tuned": True,
}


def save(folder: Path, **more: Any) -> registry.Version:
    def write(file: Path) -> None:
        file.write_bytes(b"network")

    return registry.save_version(folder, LEAST | more, PROJECTION, None, write)


def test_a_trained_version_is_kept_with_a_card_of_what_it_is(trained: Project) -> None:
    version = registry.version(trained.models_folder, 1)
    card = read_model_card(trained, 1)
    assert (version.folder / "model-card.md").read_text("utf-8") == card
    told = version.provenance
    digest = hashlib.sha256(version.keras_file.read_bytes()).hexdigest()
    assert card.startswith("# Model 1\n")
    for said in (
        told["created"][:10],
        f"{told['program']['name']} {told['program']['version']}",
        f"keras {told['libraries']['keras']}",
        "EfficientNet-Lite0",
        told["backbone"]["sha256"],
        f"{version.projection().dimensions:,} numbers",
        "**Depth**: head",
        "semi-hard negatives",
        "triplet loss",
        "**Margin**: 0.2, the same in all epochs",
        "**Seed**: 0",
        f"5 groupings, which hold {told['triplets']:,} triplets",
        "| ring | 6 | 0 |",
        f"{told['comparison']['queries']} marked images",
        f"Verdict: **{told['comparison']['verdict']}**",
        "confidence of 95%",
        f"SHA-256 of model.keras: `{digest}`",
    ):
        assert said in card, said
    low, high = told["comparison"]["after"]["map@r"]
    assert f"{told['after']['map@r']:.3f} ({low:.3f} to {high:.3f})" in card


def test_a_version_without_a_card_gets_one_and_a_lost_network_is_told(trained: Project) -> None:
    version = registry.version(trained.models_folder, 1)
    kept = read_model_card(trained, 1)
    (version.folder / "model-card.md").unlink()
    assert read_model_card(trained, 1) == kept
    version.keras_file.unlink()
    assert "the file is missing" in read_model_card(trained, 1)


def test_little_provenance_is_enough_for_a_card(tmp_path: Path) -> None:
    card = save(tmp_path).card()
    assert "VGG16" in card
    assert "## Figures" not in card
    assert "not recorded" in card
    assert "None" not in card


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("triplets", "many"), ("triplets", 1e999), ("groupings", 7), ("groupings", [{}])),
        *(("before", [[]]), ("after", {"map@r": "x"}), ("quick", []), ("seconds", 1e999)),
        *(("comparison", {"queries": "x"}), ("held_out", 0), ("findings", [7])),
    ],
)
def test_a_forged_provenance_is_told(trained: Project, key: str, value: Any) -> None:
    file = trained.models_folder / "1" / "provenance.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {key: value}), "utf-8")
    with contextlib.suppress(ArchiveError):
        read_model_card(trained, 1)
    assert [summary.model for summary in list_models(trained)] == [0, 1]
    report = last_report(trained)
    assert report is None or report.in_words()
    assert measured_paces(trained) is not None


def test_names_of_groupings_are_shown_as_they_are(tmp_path: Path) -> None:
    name = "*Ä* | <img src=x>\n# [a](b) `c`"
    grouping = {"name": name, "anchor": IMAGE, "positives": [IMAGE, IMAGE], "negatives": [IMAGE]}
    card = save(tmp_path, groupings=[grouping, grouping | {"name": ""}]).card()
    row = next(line for line in card.split("\n") if "Ä" in line)
    assert row.endswith("| 3 | 1 |")
    assert row.startswith(r"| \*Ä\* \| \<img src=x\> \# \[a\](b) \`c\` |")
    assert "| unnamed | 3 | 1 |" in card


def test_the_soft_margin_has_no_margin_and_one_is_no_plural(tmp_path: Path) -> None:
    settings = {"depth": "full", "loss": "soft-margin", "margin": 0.2, "margin_schedule": "linear"}
    figures = {"recall@1": 0.5}
    grouping = {"name": "x", "anchor": IMAGE, "positives": [IMAGE], "negatives": []}
    card = save(
        tmp_path,
        settings=settings,
        before=figures,
        after={"recall@1": 0.75},
        held_out=["a.jpg"],
        groupings=[grouping],
        kept=False,
        compared_with=2,
    ).card()
    assert "none, by this loss" in card
    assert "with 1 marked image that was held out" in card
    assert "1 grouping." in card
    assert "| Nearest is right (recall@1) | 0.500 | 0.750 | +0.250 |" in card
    assert "It was not put in use." in card
    assert "model 2, in use then" in card


def test_the_untrained_model_has_a_card_and_an_unknown_one_none(make_project) -> None:
    project = make_project(0)
    assert read_model_card(project, 0).startswith("# Untrained model\n")
    with pytest.raises(ArchiveError, match="no model 7"):
        read_model_card(project, 7)


def test_exporting_a_model_writes_nothing_beside_it(trained: Project, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export_model(trained, 1, tmp_path / "out" / "m.keras")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["m.keras"]
