"""The JSON documents and files of each command, exactly as the contract has them."""

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest

from archive_gui.catalog.project import Project
from archive_gui.catalog.properties import all_properties
from archive_gui.operations.versions import use_model
from tests.conftest import Shapes, draw
from tests.library_server import library

FIGURES = {
    "triplet_accuracy": float,
    "recall@1": float,
    "recall@5": float,
    "recall@10": float,
    "map@r": float,
}
RECALLS = {name: kind for name, kind in FIGURES.items() if name != "triplet_accuracy"}


def assert_shape(value: object, shape: object) -> None:
    """`shape` names a dictionary's keys and a value's type; a list's one shape is that of all."""
    if isinstance(shape, dict):
        assert isinstance(value, dict)
        assert list(value) == list(shape)
        for key, inner in shape.items():
            assert_shape(value[key], inner)
    elif isinstance(shape, list):
        assert isinstance(value, list)
        for item in value:
            assert_shape(item, shape[0])
    else:
        assert type(value) is shape, (value, shape)


def test_index_counts_what_it_found_and_names_what_failed(run, archive: Path, tmp_path: Path):
    (archive / "bad.jpg").write_text("Dear Sir")
    ran = run("index", archive, "--project", tmp_path / "p", "--json")
    assert ran.code == 0
    document = ran.document
    failed = [{"path": str, "error": str}]
    counted = dict.fromkeys(("images", "added", "changed", "missing"), int)
    assert_shape(document, counted | {"failed": failed, "seconds": float})
    assert [document[key] for key in counted] == [5, 5, 0, 0]
    assert [each["path"] for each in document["failed"]] == ["bad.jpg"]
    draw(80).save(archive / "0.png")
    (archive / "1.png").unlink()
    again = run("index", archive, "--project", tmp_path / "p", "--json").document
    assert [again[key] for key in counted] == [4, 0, 1, 1]


@pytest.mark.parametrize("command", ["import-triplets", "import-groups"])
def test_imports_count_groupings_and_marks_and_number_skipped_lines(
    run, project: Path, tmp_path: Path, command: str
):
    file = tmp_path / "marks.csv"
    if command == "import-triplets":
        file.write_text("grouping,anchor,positive,negative\ng,0.png,1.png,2.png\ng,0.png,x,2.png\n")
    else:
        file.write_text("path,group\n0.png,g\n1.png,g\n2.png,h\nx,h\n", "utf-8")
    ran = run(command, project, file, "--json")
    assert ran.code == 0
    shape = {"groupings": int, "marks": int, "skipped": [{"line": int, "reason": str}]}
    assert_shape(ran.document, shape)
    expected = (1, 3, [3]) if command == "import-triplets" else (2, 3, [5])
    document = ran.document
    lines = [each["line"] for each in document["skipped"]]
    assert (document["groupings"], document["marks"], lines) == expected


def test_train_tells_its_figures_and_models_lists_them(
    run, indexed_shapes: Path, tmp_path: Path, indexed
):
    indexed.close()
    options = ("--depth", "head", "--epochs", 2, "--miner", "hard", "--loss", "soft-margin")
    options += ("--distance", "cosine", "--margin", 0.1, "--margin-schedule", "linear")
    ran = run("train", indexed.folder, *options, "--seed", 3, "--json")
    assert ran.code == 0
    shape = {"model": int, "triplets": int, "epochs": int, "seconds": float}
    shape |= {"before": FIGURES, "after": FIGURES, "kept": bool}
    assert_shape(ran.document, shape)
    document = ran.document
    assert (document["model"], document["triplets"], document["epochs"]) == (1, 3600, 2)
    listed = run("models", indexed.folder, "--json")
    assert listed.code == 0
    untrained, trained = listed.document
    entry = {"model": int, "created": str, "backbone": str, "depth": str}
    nothing = {"before": type(None), "after": type(None), "in_use": bool}
    assert_shape(untrained, entry | nothing)
    assert_shape(trained, entry | {"before": FIGURES, "after": FIGURES, "in_use": bool})
    assert (untrained["model"], untrained["depth"]) == (0, "untrained")
    assert (trained["model"], trained["depth"]) == (1, "head")
    assert trained["before"] == document["before"]
    assert trained["after"] == document["after"]
    assert trained["in_use"] == document["kept"] != untrained["in_use"]


def test_train_says_on_stderr_how_sure_it_is_and_what_is_amiss_with_the_marks(
    run, indexed, tmp_path: Path
):
    marks = tmp_path / "marks.csv"
    marks.write_text(
        "grouping,anchor,positive,negative\nnot so,bar 0.jpg,ring 7.jpg,bar 1.jpg\n", "utf-8"
    )
    indexed.close()
    assert run("import-triplets", indexed.folder, marks).code == 0
    ran = run("train", indexed.folder, "--depth", "head", "--epochs", 2, "--margin", 7, "--json")
    assert ran.code == 0
    lines = ran.err.splitlines()
    (contradiction,) = [line for line in lines if line.startswith("Marks contradict each other")]
    assert "bar 0.jpg and bar 1.jpg are alike in \u201cbar\u201d, but not in" in contradiction
    (margin,) = [line for line in lines if line.startswith("The margin 7 can never be reached")]
    assert lines.index(contradiction) < lines.index(margin)
    (verdict,) = [line for line in lines if " held-out images the neighbours " in line]
    assert verdict.startswith(("Better", "No worse", "Worse"))
    assert not (verdict.startswith("Worse") and ran.document["kept"])
    assert verdict.endswith("The model in use stays in use.") != ran.document["kept"]


def test_query_ranks_all_the_other_images(run, project: Path, archive: Path):
    image = archive / "Größe" / "ж, 4.png"
    ran = run("query", project, image, "-k", 100, "--json")
    assert ran.code == 0
    document = ran.document
    results = [{"rank": int, "path": str, "distance": float}]
    shape = {"query": str, "model": int, "results": results, "embed_ms": float, "search_ms": float}
    assert_shape(document, shape)
    assert (document["query"], document["model"]) == (str(image), 0)
    assert [each["rank"] for each in document["results"]] == [1, 2, 3, 4]
    assert {each["path"] for each in document["results"]} == {f"{n}.png" for n in range(4)}
    distances = [each["distance"] for each in document["results"]]
    assert distances == sorted(distances)
    assert len(run("query", project, image, "-k", 2, "--json").document["results"]) == 2


def test_evaluate_compares_with_the_untrained_model(run, trained_folder: Path, shapes: Shapes):
    for model in (None, 0, 1):
        chosen = () if model is None else ("--model", model)
        ran = run("evaluate", trained_folder, shapes.labels, *chosen, "--json")
        assert ran.code == 0
        assert_shape(ran.document, {"model": int, "queries": int, **RECALLS, "baseline": RECALLS})
        assert ran.document["model"] == (1 if model is None else model)
        assert ran.document["queries"] == 72
        own = {name: ran.document[name] for name in RECALLS}
        assert (own == ran.document["baseline"]) == (model == 0)


def test_verify_names_changed_and_missing_files(run, project: Path, archive: Path):
    ran = run("verify", project, "--json")
    assert (ran.code, ran.document) == (0, {"checked": 5, "changed": [], "missing": []})
    draw(90).save(archive / "Größe" / "ж, 4.png")
    (archive / "2.png").unlink()
    document = run("verify", project, "--json").document
    assert document == {"checked": 5, "changed": ["Größe/ж, 4.png"], "missing": ["2.png"]}


def test_doctor_says_what_works_and_fails_where_something_does_not(
    run, monkeypatch, tmp_path: Path
):
    ran = run("doctor", "--json")
    assert ran.code == 0
    check = {"name": str, "works": bool, "detail": str}
    document = ran.document
    packages = document.pop("packages")
    assert all(type(version) is str for version in packages.values())
    texts = dict.fromkeys(("version", "python", "system", "data_folder", "log_file"), str)
    assert_shape(document, texts | {"checks": [check], "last_crash": str, "works": bool})
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    broken = run("doctor", "--json")
    assert (broken.code, broken.document["works"]) == (1, False)


def test_triplets_go_out_and_into_an_empty_project_and_out_as_the_same_bytes(
    run, project: Path, archive: Path, tmp_path: Path
):
    marks = tmp_path / "marks.csv"
    marks.write_text(
        "grouping,anchor,positive,negative\n"
        '"=1, ""Ä""",0.png,1.png,"Größe/ж, 4.png"\n'
        "b,3.png,2.png,0.png\n",
        "utf-8",
    )
    assert run("import-triplets", project, marks).code == 0
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert run("export-triplets", project, first).code == 0
    with first.open(encoding="utf-8-sig", newline="") as lines:
        assert list(csv.reader(lines)) == [
            ["grouping", "anchor", "positive", "negative"],
            ['./=1, "Ä"', "0.png", "1.png", "Größe/ж, 4.png"],
            ["b", "3.png", "2.png", "0.png"],
        ]
    empty = tmp_path / "empty project"
    assert run("index", archive, "--project", empty).code == 0
    assert run("import-triplets", empty, first).code == 0
    assert run("export-triplets", empty, second).code == 0
    assert second.read_bytes() == first.read_bytes()


def test_embeddings_and_models_are_written_where_they_are_wanted(
    run, trained_folder: Path, tmp_path: Path
):
    for model in (0, 1):
        out = tmp_path / f"{model}.npz"
        assert run("export-embeddings", trained_folder, out, "--model", model).code == 0
        with np.load(out, allow_pickle=False) as arrays:
            assert arrays["embeddings"].shape[0] == len(arrays["paths"]) == 72
            assert arrays["embeddings"].dtype == np.float32
    assert run("export-model", trained_folder, 1, tmp_path / "m.keras").code == 0
    kept = trained_folder / "models" / "1" / "model.keras"
    assert (tmp_path / "m.keras").read_bytes() == kept.read_bytes()


def test_use_model_changes_which_model_is_in_use(run, trained_folder: Path):
    assert run("use-model", trained_folder, 0).code == 0
    listed = run("models", trained_folder, "--json").document
    assert [each["in_use"] for each in listed] == [True, False]
    assert run("use-model", trained_folder, 1).code == 0
    listed = run("models", trained_folder, "--json").document
    assert [each["in_use"] for each in listed] == [False, True]


def test_a_query_finishes_what_an_interrupted_training_left_to_be_prepared(
    run, tuned_shapes: Path, tmp_path: Path
):
    folder = Path(shutil.copytree(tuned_shapes, tmp_path / "tuned"))
    features = folder / "features" / "model-2"
    for name in ("features.f32", "digests.f32.bin"):
        (features / name).unlink()
    with Project.open(folder) as project:
        use_model(project, 2)
        image = project.archive / "bar 0.jpg"
    assert run("query", folder, image, "--model", 0, "--json").document["model"] == 0
    assert not (features / "digests.f32.bin").exists()
    ran = run("query", folder, image, "--json")
    assert ran.document["model"] == 2
    assert "Preparing model 2: 15 of 15" in ran.err.splitlines()
    assert (features / "digests.f32.bin").stat().st_size == 15 * 32
    assert "(the quick one on the way to 2)" in run("models", folder).out.splitlines()[1]


def test_metadata_is_imported_and_grouped(run, project: Path, tmp_path: Path):
    file = tmp_path / "metadata.csv"
    file.write_text("Place;File\nBasel;0.png\nBasel;Größe/ж, 4.png\nBern;none.png\n", "utf-8")
    ran = run("import-metadata", project, file, "--group-by", "Place", "--json")
    assert ran.code == 0
    assert ran.document == {
        "images": 2,
        "properties": 2,
        "file_column": "File",
        "columns": ["Place"],
        "groupings": 1,
        "marks": 2,
        "skipped": [{"line": 4, "reason": "none.png is no image of the archive"}],
    }
    refused = run("import-metadata", project, file, "--file-column", "Scan")
    assert (refused.code, refused.out) == (1, "")
    assert "“Scan”" in refused.err
    assert run("import-metadata", project, file).out.startswith("2 images named by “File”, 0 ")


def test_a_manifest_is_fetched_and_known_once_it_is_indexed(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("no_proxy", "*")
    with library() as server:
        server.pages = ["/picture/0", "/gone", f"{server.elsewhere}/picture/1"]
        command = ("fetch-manifest", f"{server.address}/three.json", tmp_path / "fetched")
        ran = run(*command, "--json")
        assert ran.code == 0
        document = ran.document
        failed = [{"canvas": int, "address": str, "reason": str}]
        shape = {"name": str, "folder": str, "images": int, "fetched": int}
        assert_shape(document, shape | {"failed": failed, "hosts": [str]})
        assert [each["canvas"] for each in document["failed"]] == [2, 3]
        assert (document["fetched"], document["hosts"]) == (1, ["localhost"])
        assert "to ask localhost, too, add: --also-from localhost" in run(*command).out
        told = run(*command, "--also-from", "localhost").out
    assert told.startswith("2 images are in ")
    assert "1 of them new\n  page 2: 127.0.0.1 answers 404 Not Found" in told
    assert run("index", tmp_path / "fetched", "--project", tmp_path / "p").code == 0
    with Project.open(tmp_path / "p") as project:
        assert [each["Label"] for each in all_properties(project).values()] == ["p0", "p2"]


def test_a_manifest_is_imported(run, project: Path, tmp_path: Path):
    file = tmp_path / "manifest.json"
    file.write_text('{"type": "Manifest", "items": [{"label": {"none": ["0"]}}, {}]}')
    assert run("import-manifest", project, file, "--json").document == {
        "images": 1,
        "properties": 1,
        "columns": ["Label"],
        "skipped": [{"canvas": 2, "reason": "0002 is no image of the archive"}],
    }


def test_groupings_go_out_and_are_merged_again(run, project: Path, tmp_path: Path):
    groups = tmp_path / "groups.csv"
    groups.write_text("path,group\n0.png,x\n1.png,x\n2.png,x\n", "utf-8")
    run("import-groups", project, groups)
    for ending in ("csv", "jsonld", "json"):
        ran = run("export-groupings", project, tmp_path / f"out.{ending}", "--json")
        assert ran.document == {"marks": 3}
    ran = run("export-sidecars", project, tmp_path / "xmp", "--json")
    assert ran.document == {"sidecars": 3, "left": []}
    file = tmp_path / "out.json"
    text = file.read_text("utf-8").replace('"role": "positive"', '"role": "negative"', 1)
    file.write_text(text.replace('"path": "2.png"', '"path": "gone.png"'), "utf-8")
    merged = run("merge-groupings", project, file, "--json").document
    who = {"mark": str, "who": str, "when": str}
    conflict = {"grouping": str, "path": str, "here": who, "there": who}
    left = {"path": str, "reason": str}
    counts = {"groupings": int, "marks": int}
    assert_shape(merged, counts | {"conflicts": [conflict], "left_out": [left]})
    assert (merged["groupings"], merged["marks"], merged["left_out"]) == (1, 0, [])
    [differs] = merged["conflicts"]
    assert (differs["path"], differs["here"]["mark"], differs["there"]["mark"]) == (
        "1.png",
        "positive",
        "negative",
    )
    assert run("merge-groupings", project, file).out.startswith("1 groupings, 0 new marks\n  “x”")
    refused = run("merge-groupings", project, groups)
    assert (refused.code, refused.out) == (1, "")


def test_embeddings_are_parquet_where_the_name_says_so(run, trained_folder: Path, tmp_path: Path):
    import pyarrow.parquet

    for name in ("out.parquet", "out.npz"):
        assert run("export-embeddings", trained_folder, tmp_path / name).code == 0
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    with np.load(tmp_path / "out.npz", allow_pickle=False) as file:
        embeddings, paths = file["embeddings"], file["paths"]
    kind = table.schema.field("embedding").type
    assert (kind.list_size, str(kind.value_type)) == (embeddings.shape[1], "float")
    assert table["path"].to_pylist() == paths.tolist()
    assert np.array_equal(np.array(table["embedding"].to_pylist(), np.float32), embeddings)
    assert table.schema.metadata[b"model"] == b"1"


def test_people_get_text_on_stdout_and_progress_on_stderr(
    run, archive: Path, trained_folder: Path, shapes: Shapes, tmp_path: Path
):
    ran = run("index", archive, "--project", tmp_path / "p")
    assert ran.out.startswith("5 images: 5 new, 0 changed, 0 missing, 0 failed")
    assert "Reading images: 5 of 5" in ran.err.splitlines()
    assert "0.png" in run("query", tmp_path / "p", archive / "1.png").out
    assert run("models", trained_folder).out.splitlines()[1].startswith("*   1  ")
    evaluated = run("evaluate", trained_folder, shapes.labels)
    assert evaluated.out.startswith("72 queries\n")
    assert "map@r" in evaluated.out
    assert run("verify", tmp_path / "p").out == "5 files checked: 0 changed, 0 missing\n"
    assert run("doctor").out.startswith("archive-gui ")
