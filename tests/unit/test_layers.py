"""Who may import whom: arrows point one way, and nobody opens the network."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import archive_gui

PACKAGE = Path(archive_gui.__file__).parent
LOWER = ("catalog", "imaging", "learning", "search", "operations", "sample", "cli")
# Those from which an import would point upwards or sideways.
FORBIDDEN = {
    "catalog": {"imaging", "learning", "search", "operations", "sample", "cli", "gui"},
    "imaging": {"catalog", "learning", "search", "operations", "sample", "cli", "gui"},
    "sample": {"catalog", "learning", "search", "operations", "cli", "gui"},
    "search": {"imaging", "learning", "operations", "sample", "cli", "gui"},
    "learning": {"search", "operations", "sample", "cli", "gui"},
    "operations": {"sample", "cli", "gui"},
    "cli": {"gui"},
    "gui": {"cli"},
}
# The window is opened by the command line, when it is asked for and not before.
ALLOWED = {("cli/main.py", "archive_gui.gui.app")}
NETWORK = {
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "urllib3",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineWidgets",
}

# Libraries that reach other machines, and the modules that may import them.
REMOTE = {"pymilvus", "grpc", "ray", "fsspec", "http", "ssl", "certifi"}
REMOTE_USERS = {"operations/cluster.py", "operations/network.py"}
REMOTE_USERS |= {"search/connecting.py", "search/milvus.py"}


def sources(room: str) -> list[Path]:
    found = sorted((PACKAGE / room).rglob("*.py"))
    assert found
    return found


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports anywhere in it, but for those that only types name."""
    pending: list[ast.AST] = [ast.parse(file.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                continue
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                assert level == 0, f"{file} imports relatively"
                yield module
                yield from (f"{module}.{name.name}" for name in names)
        pending.extend(ast.iter_child_nodes(node))


def named(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def offences(room: str, modules: set[str]) -> list[str]:
    return [
        f"{named(file)} imports {module}"
        for file in sources(room)
        for module in imports(file)
        if any(module == wrong or module.startswith(f"{wrong}.") for wrong in modules)
        and (named(file), module) not in ALLOWED
        and not any(module.startswith(f"{allowed}.") for _, allowed in ALLOWED)
    ]


@pytest.mark.parametrize("room", FORBIDDEN)
def test_arrows_point_one_way(room: str):
    assert offences(room, {f"archive_gui.{other}" for other in FORBIDDEN[room]}) == []


def test_the_picture_of_the_architecture_shows_every_import_and_no_other():
    picture = PACKAGE.parent / "resources" / "developers" / "architecture.svg"
    drawn = set(re.findall(r'<path id="([a-z]+-[a-z]+)"', picture.read_text("utf-8")))
    rooms = {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").is_file()}
    found = {
        f"{room}-{other}"
        for room in rooms
        for file in sources(room)
        for module in imports(file)
        for other in rooms - {room}
        if module.startswith(f"archive_gui.{other}.") or module == f"archive_gui.{other}"
    }
    assert drawn == found


@pytest.mark.parametrize("room", LOWER)
def test_everything_but_the_window_does_without_qt(room: str):
    assert offences(room, {"PySide6", "shiboken6", "pyqtgraph"}) == []


@pytest.mark.parametrize("room", [*FORBIDDEN])
def test_only_learning_knows_tensorflow(room: str):
    learners = {"tensorflow", "keras", "ai_edge_litert"}
    assert room == "learning" or offences(room, learners) == []


def test_the_window_reaches_files_and_networks_only_through_the_lower_layers():
    modules = {"sqlite3", "tensorflow", "keras", "PIL", "hnswlib", "ai_edge_litert"}
    assert offences("gui", modules) == []


@pytest.mark.parametrize("room", [*FORBIDDEN])
def test_nobody_opens_the_network(room: str):
    asked = {f"{user} imports" for user in REMOTE_USERS}
    assert [each for each in offences(room, NETWORK) if each.rpartition(" ")[0] not in asked] == []
    # What a person asks for by its address opens it, when it is asked for.
    found = {name for file in sources(room) for name in imports(file) if root(name) in REMOTE}
    users = {named(file) for file in sources(room) if found & set(imports(file))}
    assert users == {user for user in REMOTE_USERS if user.startswith(f"{room}/")}
    # A pair of sockets within the process, by which signals wake the window, leads nowhere.
    quiet = [file for file in sources(room) if named(file) not in REMOTE_USERS]
    assert {use for file in quiet for use in uses_of_socket(file)} <= {"socketpair"}


def root(module: str) -> str:
    return module.partition(".")[0]


def uses_of_socket(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id="socket"), attr=used):
                yield used
            case ast.ImportFrom(module="socket"):
                yield "its names"


def test_only_the_start_imports_the_command_line():
    for file in PACKAGE.glob("*.py"):
        used = [module for module in imports(file) if module.startswith("archive_gui.cli")]
        assert not used or file.name == "__main__.py"


RUNNER = """
import sys
from archive_gui.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
heavy = {"tensorflow", "keras", "PySide6", "shiboken6", "torch", "pymilvus", "grpc", "ray"}
print("loaded", sorted(heavy & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


def test_commands_that_neither_train_nor_show_load_neither_tensorflow_nor_qt(
    trained_shapes: Path, shapes, tmp_path: Path
):
    query = shapes.archive / "bar 0.jpg"
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "a.jpg").write_bytes(query.read_bytes())
    project, index = str(trained_shapes), str(tmp_path / "project")
    for arguments in (
        ["--help"],
        ["index", str(tmp_path / "archive"), "--project", index],
        ["query", index, str(query)],
        ["models", project],
        ["evaluate", project, str(shapes.labels)],
        ["doctor"],
    ):
        command = [sys.executable, "-c", RUNNER, *arguments]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert done.stderr.splitlines()[-1] == "loaded []", arguments
