"""Menus, keys, settings, help, and what the window remembers."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from archive_gui.gui.app import make_application
from archive_gui.gui.grid.arrange import Arrangement, Sort
from archive_gui.gui.main_window import MainWindow
from archive_gui.gui.motion import Motion
from archive_gui.gui.preferences import Appearance, Preferences
from archive_gui.gui.theme import ThemeManager, load_theme
from archive_gui.operations.knocking import knock
from tests.gui.events import CTRL, LEFT, PATIENCE, SHIFT, choose, files_mime, wait_for, wait_until


@pytest.fixture
def plain_looks() -> Iterator[None]:
    yield
    ThemeManager.instance().choose(Appearance.SYSTEM)
    Motion.instance().reduce(False)


def keys_by_scope(window: MainWindow) -> dict[QWidget | None, dict[str, list[str]]]:
    """The text of the actions of each key: those of the window (None), and of each widget."""
    found: dict[QWidget | None, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for action in window.findChildren(QAction):
        local = action.shortcutContext() in (
            Qt.ShortcutContext.WidgetShortcut,
            Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        places = [w for w in action.associatedObjects() if isinstance(w, QWidget)]
        for key in {key.toString() for key in action.shortcuts()}:
            for place in [w for w in places if local] or [None]:
                found[place][key].append(action.text())
    return found


def test_no_two_actions_of_the_same_scope_share_a_key(window: MainWindow) -> None:
    scopes = keys_by_scope(window)
    everywhere = scopes.pop(None)
    assert {key: names for key, names in everywhere.items() if len(names) > 1} == {}
    assert "Ctrl+O" in everywhere
    assert window.grid in scopes
    for keys in scopes.values():
        for key, names in keys.items():
            assert len(names) == 1, (key, names)
            assert key not in everywhere, (key, names, everywhere[key])


def test_tools_without_room_are_behind_a_button_that_is_whole(window: MainWindow) -> None:
    window.resize(window.minimumSizeHint().width(), 500)
    bar = window.menus.tool_bar
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    wait_until(more.isVisible)
    assert more.width() >= 22
    assert bar.rect().contains(more.geometry())
    assert more.toolTip() == "More tools"


def test_menus_are_where_people_look_for_them(window: MainWindow) -> None:
    titles = [menu.title().replace("&", "") for menu in window.menus.menus]
    assert titles == [
        "File", "Edit", "View", "Images", "Groupings", "Query", "Training", "Help",
    ]  # fmt: skip
    in_menus = {action for menu in window.menus.menus for action in menu.actions()}
    in_menus |= {a for a in window.findChildren(QAction) if a.menu() is None and _in_menu(a)}
    for name, action in vars(window.window_actions).items():
        if isinstance(action, QAction):
            assert action in in_menus, name
            assert action.toolTip(), name
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.toolTip() or button.text(), button
            assert button.accessibleName() or button.text() or button.toolTip(), button


def _in_menu(action: QAction) -> bool:
    return any(place.inherits("QMenu") for place in action.associatedObjects())


def test_the_tool_bar_can_be_hidden(window: MainWindow) -> None:
    assert window.menus.tool_bar.isVisible()
    window.menus.tool_bar.toggleViewAction().trigger()
    assert not window.menus.tool_bar.isVisible()


def test_the_sheet_of_keys_filters_and_prints(window: MainWindow, tmp_path: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_Question, SHIFT)
    sheet = window.assistance.sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert not sheet.isModal()
    shown = sheet.browser.toPlainText()
    for words in ("Open folder", "Ctrl+O", "Mark as positive", "One to one", "Keys"):
        assert words in shown
    QTest.keyClicks(sheet.filter, "positive")
    assert "Mark as positive" in sheet.browser.toPlainText()
    assert "Open folder" not in sheet.browser.toPlainText()
    QTest.keyClicks(sheet.filter, "xyz")
    assert sheet.browser.toPlainText() == "No key has these words."
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    sheet.print_on(printer)
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("plain_looks")
def test_settings_take_effect_at_once_and_are_kept(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    settings = window.assistance.settings_window
    assert settings is not None
    assert not settings.isModal()
    QTest.keyClick(settings.appearance, Qt.Key.Key_End)
    assert make_application().palette().window().color() == load_theme("dark")["window"]
    light = window.menus.appearances.actions()[1]
    light.trigger()
    assert make_application().palette().window().color() == load_theme("light")["window"]
    assert settings.appearance.currentData() is Appearance.LIGHT
    QTest.mouseClick(settings.motion, LEFT, pos=QPoint(8, settings.motion.height() // 2))
    assert not Motion.instance().allowed
    assert not window.isAnimated()
    settings.results.setValue(77)
    wait_until(lambda: window.query.count == 77)
    QTest.mouseClick(settings.ask, LEFT, pos=QPoint(8, settings.ask.height() // 2))
    settings.language.setCurrentIndex(settings.language.findData("de"))
    kept = Preferences()
    assert kept.appearance is Appearance.LIGHT
    assert (kept.reduced_motion, kept.ask_before_stopping) == (True, False)
    assert (kept.result_count, kept.language) == (77, "de")


def test_the_system_does_not_overrule_what_was_chosen(window: MainWindow) -> None:
    manager = ThemeManager.instance()
    try:
        window.settings.choose_appearance(Appearance.DARK)
        manager.follow(Qt.ColorScheme.Light)
        assert manager.theme.name == "dark"
        window.settings.choose_appearance(Appearance.SYSTEM)
        manager.follow(Qt.ColorScheme.Light)
        assert manager.theme.name == "light"
    finally:
        manager.choose(Appearance.SYSTEM)


def test_diagnostics_are_copied_without_the_home(window: MainWindow) -> None:
    with wait_for(window.assistance.diagnostics.copied) as copied:
        window.window_actions.copy_diagnostics.trigger()
    text = copied.args[0]
    assert QGuiApplication.clipboard().text() == text
    assert "tensorflow" in text
    assert "platform offscreen" in text
    assert str(Path.home()) not in text


def test_recent_archives_that_are_gone_are_shown_as_such_and_can_be_removed(
    open_window: Callable[[], MainWindow], archive: Path, tmp_path: Path
) -> None:
    preferences = Preferences()
    preferences.add_recent(tmp_path / "on a drive")
    preferences.add_recent(archive)
    window = open_window()
    rows = window.welcome.rows
    wait_until(lambda: any(not row.entry.present for row in window.welcome.rows))
    rows = window.welcome.rows
    assert [row.entry.present for row in rows] == [True, False]
    assert rows[1].open_button.accessibleName() == "on a drive, not found"
    names = [action.text() for action in window.menus.recent.actions()]
    assert names[:2] == ["archive", "on a drive (not found)"]
    QTest.mouseClick(rows[1].remove_button, LEFT)
    assert [row.entry.path for row in window.welcome.rows] == [archive]
    with wait_for(window.opened):
        choose(window.menus.recent, window.menus.recent.actions()[0])


def test_keys_lead_from_place_to_place(opened: MainWindow) -> None:
    def place() -> str:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        return opened.places.active

    assert opened.grid.hasFocus()
    assert [place() for _ in range(3)] == ["groupings", "query", "training"]
    assert place() == ""
    assert opened.grid.hasFocus()
    opened.messages.error("that did not work")
    QTest.keyClick(opened.grid, Qt.Key.Key_F6, SHIFT)
    assert opened.message_bar.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert opened.grid.hasFocus()


def test_order_and_place_are_kept(open_window: Callable[[], MainWindow], archive: Path) -> None:
    first = open_window()
    with wait_for(first.scan_finished):
        first.project.open(archive)
    first.browsing.arrange(Arrangement(sort=Sort.SIZE, descending=True))
    QTest.keyClick(first.grid, Qt.Key.Key_F6)
    place = first.places.active
    assert place
    with wait_for(first.window_closed):
        first.close()
    second = open_window()
    with wait_for(second.opened):
        second.project.open(archive)
    assert second.grid_model.arrangement == Arrangement(sort=Sort.SIZE, descending=True)
    assert second.places.active == place


def test_the_welcome_invites_a_folder_that_is_dragged_over_it(
    window: MainWindow, archive: Path
) -> None:
    data: QMimeData = files_mime(archive)
    copy = Qt.DropAction.CopyAction
    over = QDragEnterEvent(QPoint(300, 300), copy, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(window, over)
    assert over.isAccepted()
    assert window.welcome.widget().property("drop") is True
    QCoreApplication.sendEvent(window, QDragLeaveEvent())
    assert window.welcome.widget().property("drop") is False


def test_a_second_start_on_the_same_archive_brings_the_window_to_front(
    opened: MainWindow,
) -> None:
    folder = opened.workspace.require_project().folder
    opened.showMinimized()
    answers: list[bool] = []
    with wait_for(opened.doorbell.rung):
        starting = threading.Thread(target=lambda: answers.append(knock(folder, PATIENCE)))
        starting.start()
    starting.join()
    assert answers == [True]
    assert not opened.isMinimized()
    with wait_for(opened.workspace.closed):
        opened.project.close()
    wait_until(lambda: not opened.runner.jobs)
    assert not knock(folder, 0.2)


def test_after_a_crash_the_next_start_says_so_and_offers_the_diagnostics(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.assistance.tell_of_last_crash()
    assert "ended unexpectedly" in window.message_bar.text
    [copy] = window.message_bar.buttons
    with wait_for(window.assistance.diagnostics.copied):
        qtbot.mouseClick(copy, LEFT)
