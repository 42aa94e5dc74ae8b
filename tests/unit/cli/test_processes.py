"""Commands as processes of their own: signals, pipes, and what libraries write past Python."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.conftest import draw

COMMAND = [sys.executable, "-m", "archive_gui"]


def interrupt_at(line: str, *arguments: object) -> tuple[int, str, str]:
    """Run a command and send it SIGINT when a line on stderr begins so; code, stdout, stderr."""
    command = [*COMMAND, *map(str, arguments)]
    told = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as child:
        for each in child.stderr:
            told.append(each)
            if each.startswith(line):
                child.send_signal(signal.SIGINT)
                break
        out, err = child.communicate()
    return child.returncode, out, "".join(told) + err


def test_ctrl_c_while_indexing_keeps_what_was_done(tmp_path: Path):
    archive, project = tmp_path / "archive", tmp_path / "project"
    archive.mkdir()
    for number in range(300):
        draw(number, (60, 40)).save(archive / f"{number}.png")
    arguments = ("index", archive, "--project", project, "--json")
    code, out, err = interrupt_at("Looking at the images", *arguments)
    assert (code, out) == (130, "")
    assert err.endswith("Interrupted.\n")
    assert "Traceback" not in err
    [digests] = project.glob("features/*/digests.f32.bin")
    assert 0 < digests.stat().st_size < 300 * 32
    done = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert (document["images"], document["added"]) == (300, 0)


def test_ctrl_c_while_training_keeps_the_best_so_far(indexed):
    indexed.close()
    arguments = ("train", indexed.folder, "--depth", "head", "--epochs", 1_000_000, "--json")
    code, out, err = interrupt_at("Training the head", *arguments)
    assert code == 130
    assert "Traceback" not in err
    document = json.loads(out)
    assert document["model"] == 1
    assert 0 < document["epochs"] < 1_000_000
    assert (indexed.folder / "models" / "1" / "model.keras").is_file()


INTERRUPTED_AT_IMPORT = """
import importlib.abc, os, signal, sys
class Interrupt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "archive_gui.cli.commands":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
from archive_gui.__main__ import main
# Whoever runs the tests in the background has all their children ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main())
"""


def test_ctrl_c_while_the_program_loads_ends_it_without_a_traceback():
    command = [sys.executable, "-c", INTERRUPTED_AT_IMPORT, "doctor"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_an_error_that_nobody_foresaw_is_one_sentence_and_a_log(indexed, user_folders: Path):
    indexed.close()
    defect = (
        "import sys; from archive_gui.search import index; index.EXACT_BELOW = None\n"
        "from archive_gui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    query = ["query", str(indexed.folder), str(indexed.archive / "bar 0.jpg"), "--json"]
    command = [sys.executable, "-c", defect, *query]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "did not expect" in done.stderr
    [log] = user_folders.rglob("archive-gui.log")
    assert str(log) in done.stderr
    assert "Traceback" in log.read_text("utf-8")


def test_a_reader_who_has_seen_enough_is_no_error(indexed):
    indexed.close()
    reading, writing = os.pipe()
    os.close(reading)
    command = [*COMMAND, "models", str(indexed.folder)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_that_crashes_its_decoder_costs_the_command_nothing(
    tmp_path: Path, crashing_decoder: None
):
    archive, project = tmp_path / "archive", tmp_path / "project"
    archive.mkdir()
    draw(1).save(archive / "a.png")
    Image.new("RGB", (77, 20)).save(archive / "evil.png")
    run = {"capture_output": True, "encoding": "utf-8"}
    command = [*COMMAND, "index", str(archive), "--project", str(project), "--json"]
    done = subprocess.run(command, **run)
    assert done.returncode == 0, done.stderr
    assert [failed["path"] for failed in json.loads(done.stdout)["failed"]] == ["evil.png"]
    done = subprocess.run([*COMMAND, "query", str(project), str(archive / "evil.png")], **run)
    assert (done.returncode, done.stdout) == (1, "")
    assert "crashed" in done.stderr.splitlines()[-1]


def test_no_name_of_a_file_commands_the_terminal(tmp_path: Path):
    archive, project = tmp_path / "archive", tmp_path / "project"
    archive.mkdir()
    name = "red \x1b[31m\n\u202egpj ж.png"
    (archive / name).write_text("Dear Sir")
    command = [*COMMAND, "index", str(archive), "--project", str(project)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert "  red \\x1b[31m\\n\\u202egpj ж.png: " in done.stdout
    done = subprocess.run([*command, "--json"], capture_output=True, encoding="utf-8")
    assert json.loads(done.stdout)["failed"][0]["path"] == name


def test_names_that_are_no_ascii_are_written_as_they_are_under_any_locale(tmp_path: Path):
    archive = tmp_path / "archive"
    archive.mkdir()
    draw(1).save(archive / "a.png")
    draw(2).save(archive / "Straße ж.png")
    run = {"capture_output": True, "env": os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}}
    project = tmp_path / "project"
    done = subprocess.run([*COMMAND, "index", str(archive), "--project", str(project)], **run)
    assert done.returncode == 0, done.stderr
    done = subprocess.run([*COMMAND, "query", str(project), str(archive / "a.png")], **run)
    assert "Straße ж.png" in done.stdout.decode("utf-8")
