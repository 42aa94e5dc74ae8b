"""Every text of the window goes through translation, and every language has all of them."""

import ast
import importlib.util
import re
import shutil
import string
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"


def loaded(file: Path) -> ModuleType:
    """A script of the folder `packaging`, which is no package and has a namesake that is one."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = loaded(SCRIPT)
GUI = translations.PACKAGE / "gui"
# Calls whose text a person reads or hears.
SHOWING = {
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle", "setWindowTitle"),
    *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setInformativeText"),
    *("setHeaderLabels", "setLabelText", "setSuffix", "setPrefix", "setSpecialValueText"),
    *("addAction", "addMenu", "addTab", "addItem", "addRow", "addButton", "addToolBar"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
    *("QAction", "QDockWidget", "ElidedLabel", "EmptyState", "Choice", "drawText"),
    *("info", "success", "warning", "error", "getOpenFileName", "getSaveFileName"),
    *("getExistingDirectory", "showMessage"),
}
# What is the same in every language: the program's name, and the names of icons.
SAME = {"archive-gui"} | {icon.stem for icon in (translations.ROOT / "resources").rglob("*.svg")}
WORDS = re.compile(r"[A-Za-z]{2}")


def sources() -> list[Path]:
    return sorted(GUI.rglob("*.py"))


def messages(language: str) -> Iterator[tuple[str, ElementTree.Element]]:
    """Every message of a list with its context."""
    tree = ElementTree.parse(translations.FOLDER / f"archive_gui_{language}.ts")
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Every source with its translation."""
    for _, message in messages(language):
        yield message.findtext("source", ""), message.findtext("translation", "")


def test_the_lists_are_up_to_date(tmp_path: Path):
    for kept in translations.FOLDER.glob("*.ts"):
        shutil.copy(kept, tmp_path)
    translations.update(tmp_path)
    translations.compile_lists(tmp_path)
    for made in tmp_path.iterdir():
        kept = translations.FOLDER / made.name
        assert made.read_bytes() == kept.read_bytes(), f"{made.name}: run `make translations`"


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_text_is_translated(language: str):
    wanting = [
        (context, message.findtext("source"))
        for context, message in messages(language)
        if message.find("translation").get("type") or not message.findtext("translation")
    ]
    assert wanting == []
    assert all(context for context, _ in messages(language)), "a bare tr(...) has no context"


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_translations_have_the_same_values_and_mnemonics(language: str):
    for source, told in texts(language):
        assert values(source) == values(told), source
        assert mnemonics(source) == mnemonics(told), source
        assert told.startswith(" ") == source.startswith(" "), source


def values(template: str) -> Counter[str]:
    """The values of a template, each with its form."""
    return Counter(
        f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(template) if name
    )


def mnemonics(text: str) -> int:
    return len(re.findall(r"&[^&\s]", text))


def test_what_a_person_reads_goes_through_translation():
    offences = []
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and called(node) in SHOWING and not logs(node):
                arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
                offences += [
                    f"{file.name}:{node.lineno}: {text!r}"
                    for argument in arguments
                    for text in untranslated(argument)
                ]
    assert offences == []


def test_only_whole_texts_are_translated():
    """A text that is put together before it is translated is never found in the list."""
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and asks_for_translation(node):
                where = f"{file.name}:{node.lineno}"
                assert all(isinstance(argument, ast.Constant) for argument in node.args), where


def asks_for_translation(node: ast.Call) -> bool:
    match called(node), node.args:
        case "tr", _:
            return True
        case "translate", [ast.Constant(value=str()), *_]:
            return True
    return False


def test_numbers_are_written_as_the_language_does():
    """`str.format` and formatted literals know no languages; `filled` and `counted` do."""
    offences = []
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="format", value=ast.Call() as made)) if (
                    called(made) in {"tr", "translate"}
                ):
                    offences.append(f"{file.name}:{node.lineno}")
    assert offences == []


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def logs(node: ast.Call) -> bool:
    match node.func:
        case ast.Attribute(value=ast.Name(id="_log")):
            return True
    return False


def untranslated(node: ast.expr) -> Iterator[str]:
    """The words in an argument that no translation is asked for."""
    match node:
        case ast.Call() if called(node) in {"tr", "translate", "translated", "filled", "counted"}:
            return
        case ast.Constant(value=str(text)):
            if WORDS.search(text) and text.strip(" \u2013") not in SAME:
                yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from untranslated(part)
        case ast.BinOp(left=left, right=right):
            yield from untranslated(left)
            yield from untranslated(right)
        case ast.IfExp(body=body, orelse=orelse):
            yield from untranslated(body)
            yield from untranslated(orelse)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "join")):
            yield from untranslated(value)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from untranslated(part)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_each_language_has_a_manual_with_all_sections(language: str):
    folder = translations.ROOT / "resources" / "manual"
    told = dict(texts(language))["manual.html"]
    sections = [(folder / name).read_text("utf-8").count("<h2>") for name in ("manual.html", told)]
    assert sections[0] == sections[1] > 0
