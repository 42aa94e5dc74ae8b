"""A manifest from its address, by the menu: who is asked, what comes, what it is called."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from archive_gui.gui.fetch_window import FetchWindow
from archive_gui.gui.main_window import MainWindow
from tests.gui.events import LEFT, choose, wait_for, wait_until
from tests.gui.test_importing import in_menu
from tests.library_server import library


def test_the_images_of_a_manifest_become_an_archive_and_bring_their_labels(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    choose(in_menu(window.menus.menus[0], "Import"), window.window_actions.fetch_manifest)
    [asking] = window.findChildren(FetchWindow)
    QTest.qWaitForWindowExposed(asking)
    assert not asking.button.isEnabled()
    assert "Nobody is asked" in asking.statement.text()
    with library() as server:
        server.pages = ["/picture/0", f"{server.elsewhere}/picture/1"]
        QTest.keyClicks(asking.address, f"{server.address}/three.json")
        assert "asks 127.0.0.1 for" in asking.statement.text()
        asking.take_folder(str(tmp_path / "fetched"))
        assert not server.asked
        with wait_for(window.fetching.fetched):
            QTest.mouseClick(asking.button, LEFT)
        bar = window.message_bar
        assert "1 image of “Album" in bar.text
        assert "Some lie on localhost, which was not asked." in bar.text
        with wait_for(window.fetching.fetched):
            QTest.mouseClick(bar.buttons[0], LEFT)
        assert "2 images of “Album" in bar.text
    with wait_for(window.scan_finished):
        QTest.mouseClick(bar.buttons[0], LEFT)
    wait_until(
        lambda: [column.name for column in window.workspace.columns] == ["Manifest", "Label"]
    )
    window.header.filter.setFocus()
    QTest.keyClicks(window.header.filter, "p1")
    wait_until(lambda: window.grid_model.rowCount() == 1)
    assert window.grid_model.records[0].path.endswith("0002-1.jpg")


def test_who_cannot_be_reached_is_told(window: MainWindow, tmp_path: Path) -> None:
    window.window_actions.fetch_manifest.trigger()
    [asking] = window.findChildren(FetchWindow)
    QTest.keyClicks(asking.address, "http://127.0.0.1:1/manifest.json")
    asking.take_folder(str(tmp_path / "fetched"))
    QTest.mouseClick(asking.button, LEFT)
    wait_until(lambda: "127.0.0.1 cannot be reached" in window.message_bar.text)
    assert not (tmp_path / "fetched").exists()
