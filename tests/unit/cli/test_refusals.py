"""What cannot be done is told in one sentence on stderr, without a traceback."""

import re
import shutil
from pathlib import Path

import pytest

from archive_gui.catalog.project import Project
from tests.conftest import Shapes

PROGRESS = re.compile(r"[^.]+: [\d,]+( of [\d,]+)?")


def sentence(ran) -> str:
    """The one sentence that a command which failed has left, beside its progress."""
    assert ran.code == 1, ran
    assert ran.out == ""
    told = [line for line in ran.err.splitlines() if not PROGRESS.fullmatch(line)]
    assert len(told) == 1, ran.err
    assert told[0].endswith(".")
    assert "did not expect" not in told[0]
    return told[0]


COMMANDS = [
    ("import-triplets", "{p}", "marks.csv"),
    ("import-groups", "{p}", "marks.csv"),
    ("train", "{p}"),
    ("query", "{p}", "image.jpg"),
    ("evaluate", "{p}", "labels.csv"),
    ("export-triplets", "{p}", "out.csv"),
    ("export-embeddings", "{p}", "out.npz"),
    ("export-model", "{p}", "1", "out.keras"),
    ("models", "{p}"),
    ("use-model", "{p}", "1"),
    ("verify", "{p}"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=[command[0] for command in COMMANDS])
def test_a_folder_without_a_project_is_told_and_left_alone(run, tmp_path: Path, command):
    (tmp_path / "empty").mkdir()
    for place in ("empty", "nowhere"):
        arguments = [part.format(p=tmp_path / place) for part in command]
        assert "There is no archive-gui project in" in sentence(run(*arguments))
    assert list(tmp_path.iterdir()) == [tmp_path / "empty"]
    assert not list((tmp_path / "empty").iterdir())


def test_a_project_that_is_open_elsewhere_is_told(run, project: Path, archive: Path):
    with Project.open(project):
        for arguments in (
            ("models", project),
            ("query", project, archive / "0.png"),
            ("index", archive, "--project", project),
        ):
            assert "is in use" in sentence(run(*arguments))
    assert run("models", project).code == 0


@pytest.mark.parametrize("command", ["import-triplets", "import-groups", "evaluate"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        (b"file,class\na,b\n", "has no column"),
        ("path,group,label,grouping,anchor,positive,negative\nä".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_table_that_cannot_be_used_is_told(run, project, tmp_path, command, content, told):
    file = tmp_path / "table.csv"
    if content is not None:
        file.write_bytes(content)
    assert told in sentence(run(command, project, file))


def test_a_folder_given_as_a_table_is_told(run, project: Path, tmp_path: Path):
    assert "cannot be read" in sentence(run("import-groups", project, tmp_path))


def test_a_query_that_is_no_image_is_told(run, project: Path, tmp_path: Path):
    letter = tmp_path / "letter.jpg"
    letter.write_text("Dear Sir")
    assert "letter.jpg" in sentence(run("query", project, letter))
    assert "There is no file" in sentence(run("query", project, tmp_path / "nowhere.jpg"))
    assert "There is no file" in sentence(run("query", project, tmp_path))


def test_an_unknown_model_is_told(run, trained_folder: Path, shapes: Shapes, tmp_path: Path):
    for arguments in (
        ("query", trained_folder, shapes.archive / "bar 0.jpg", "--model", 9),
        ("evaluate", trained_folder, shapes.labels, "--model", 9),
        ("export-embeddings", trained_folder, tmp_path / "e.npz", "--model", 9),
        ("export-model", trained_folder, 9, tmp_path / "m.keras"),
        ("use-model", trained_folder, 9),
    ):
        assert "There is no model 9" in sentence(run(*arguments))
    assert [path.name for path in tmp_path.iterdir()] == ["trained"]


def test_a_damaged_model_is_told_and_another_one_answers(run, trained_folder: Path, shapes):
    image = shapes.archive / "bar 0.jpg"
    file = trained_folder / "models" / "1" / "projection.npz"
    file.write_bytes(file.read_bytes()[:500])
    assert "projection.npz is damaged" in sentence(run("query", trained_folder, image))
    assert run("query", trained_folder, image, "--model", 0).code == 0
    shutil.rmtree(trained_folder / "models" / "1")
    assert run("query", trained_folder, image, "--json").document["model"] == 0


def test_a_project_inside_its_archive_is_told_and_not_made(run, archive: Path):
    before = sorted(archive.rglob("*"))
    for place in (archive / "project", archive, archive / "Größe" / ".." / "p"):
        told = sentence(run("index", archive, "--project", place))
        assert "nothing is ever written" in told or "other things" in told
    assert sorted(archive.rglob("*")) == before


def test_a_place_that_takes_no_files_is_told(run, project: Path, archive: Path, tmp_path: Path):
    (tmp_path / "file").touch()
    # Nobody may make anything in the first, not even root in the second.
    places = [tmp_path / "file" / "place", Path("/proc/archive-gui")]
    for place in places if Path("/proc").is_dir() else places[:1]:
        assert "cannot be made" in sentence(run("index", archive, "--project", place))
        for command in ("export-triplets", "export-embeddings"):
            assert "cannot be written" in sentence(run(command, project, place))
        told = sentence(run("export-model", project, 0, place.with_suffix(".keras")))
        assert "cannot be written" in told


def test_an_unknown_backbone_is_told(run, project: Path, archive: Path):
    for arguments in (
        ("index", archive, "--project", project, "--backbone", "alexnet"),
        ("train", project, "--backbone", "alexnet"),
    ):
        assert "no backbone called “alexnet”" in sentence(run(*arguments))


def test_an_archive_folder_that_is_not_there_is_told(run, project, archive: Path, tmp_path: Path):
    nowhere = tmp_path / "nowhere"
    told = sentence(run("index", nowhere, "--project", tmp_path / "other"))
    assert "cannot be found" in told
    assert not (tmp_path / "other").exists()
    archive.rename(tmp_path / "unplugged")
    assert "cannot be found" in sentence(run("verify", project))
    assert "cannot be found" in sentence(run("index", archive, "--project", project))


def test_training_without_enough_marks_is_told(run, project: Path):
    assert "nothing to learn from" in sentence(run("train", project, "--depth", "head"))


def test_a_sample_in_a_folder_with_other_things_is_told(run, archive: Path):
    assert "empty folder" in sentence(run("sample", archive))


WRONG = [
    ("index",),
    ("index", "folder"),
    ("query", "p", "image", "-k", "0"),
    ("query", "p", "image", "-k", "many"),
    ("query", "p", "image", "--model", "-1"),
    ("use-model", "p", "new"),
    ("train", "p", "--depth", "deep"),
    ("train", "p", "--miner", "easy"),
    ("train", "p", "--loss", "none"),
    ("train", "p", "--distance", "far"),
    ("train", "p", "--margin-schedule", "sine"),
    ("train", "p", "--margin", "0"),
    ("train", "p", "--margin", "-1"),
    ("train", "p", "--margin", "nan"),
    ("train", "p", "--margin", "inf"),
    ("train", "p", "--epochs", "0"),
    ("train", "p", "--seed", "-1"),
    ("train", "p", "--seed", str(2**32)),
    ("sample", "folder", "--seed", "-1"),
    ("export-triplets", "p", "out.csv", "--json"),
    ("models", "p", "--verbose"),
    ("unknown", "command"),
    ("--unknown",),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_told_with_exit_code_2(run, arguments: tuple[str, ...]):
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: archive-gui")


def test_help_and_version_go_to_stdout(run):
    for arguments in (("--help",), ("train", "--help"), ("--version",)):
        ran = run(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.strip()
