"""Brings resources/translations up to date with the program's texts: `make translations`.

Texts of the window are gathered by Qt's lupdate. Sentences from below, said by `say` and
`say_count` without Qt, are gathered from the source's syntax and go into the same lists. What is
new is empty in the lists until somebody translates it; what is gone is taken out.
"""

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "archive_gui"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr")
# Which arguments of the functions in archive_gui/words.py are templates.
_TEMPLATES = {"say": slice(0, 1), "say_count": slice(1, 3)}


def sentences() -> list[str]:
    """All templates of sentences from below, sorted."""
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        if file != PACKAGE / "words.py":
            found.update(_templates(file))
    return sorted(found)


def _templates(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for argument in node.args[_TEMPLATES.get(node.func.id, slice(0))]:
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    raise SystemExit(f"{file}:{node.lineno}: a template must be written out")
                yield argument.value


def update(folder: Path) -> None:
    """Gather all texts into the lists (.ts) in a folder, which keep what is translated."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        below = Path(temporary) / "sentences.py"
        calls = [f'QCoreApplication.translate("Sentences", {each!r})\n' for each in sentences()]
        below.write_text("".join(calls), "utf-8")
        files = [*sorted((PACKAGE / "gui").rglob("*.py")), below]
        lists = [folder / f"archive_gui_{language}.ts" for language in LANGUAGES]
        _run(
            "lupdate",
            *("-silent", "-no-obsolete", "-sort-messages", "-locations", "none"),
            *("-source-language", "en", "-disable-heuristic", "similartext"),
            *(str(file) for file in files),
            "-ts",
            *(str(each) for each in lists),
        )


def compile_lists(folder: Path) -> None:
    """Make of each list in a folder what the program loads (.qm)."""
    for language in LANGUAGES:
        _run("lrelease", "-silent", "-nounfinished", str(folder / f"archive_gui_{language}.ts"))


def _run(tool: str, *arguments: str) -> None:
    folder = Path(PySide6.__file__).parent
    program = next(file for file in (folder / tool, folder / f"{tool}.exe") if file.is_file())
    subprocess.run([str(program), *arguments], check=True)


def main() -> int:
    """Bring the lists up to date and compile them."""
    update(FOLDER)
    compile_lists(FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
