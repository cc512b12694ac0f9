"""The page Go real on the real window: the system's keyring, and draft quality as one step."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.canary import CANARY
from tests.support.memory_ring import MemoryRing
from tests.support.open_film import plain_film
from tests.support.small_kie import small_kie
from tests.support.window import studio, until
from tests.support.work import CTRL, Key, Run, press_button
from topa_studio.ui.account.go_real import GoRealPage
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def real_page(window: MainWindow) -> GoRealPage:
    window.menus.actions["real"].trigger()
    (page,) = window.findChildren(GoRealPage)
    return page


def test_a_key_is_kept_in_the_keyring_and_in_no_file(
    qrun: Run,
    qapp: QApplication,
    tmp_path: Path,
    own_user: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ring = MemoryRing()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)

    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                if name != "KIE_API_KEY":
                    monkeypatch.setenv(name, value)
            film = plain_film(tmp_path / "film")
            async with studio(qapp, tmp_path, film) as made:
                before = made.window
                assert before is not None
                page = real_page(before)
                await until(page.key.keyring.isChecked)
                assert page.key.keyring.text() == "in the system's keyring"
                QTest.keyClicks(page.key.field, CANARY)
                QTest.keyClick(page.key.field, Key.Key_Return)
                await until(page.go.isEnabled)
                press_button(page.go)
                await until(lambda: made.window is not before)
                assert list(ring.kept.values()) == [CANARY]
                window = made.window
                assert window is not None
                assert window.session.spending.can_pay
                window.menus.actions["preferences"].trigger()
                (preferences,) = window.findChildren(PreferencesPage)
                await until(lambda: "keyring" in preferences.place.text())
                page = real_page(window)
                await until(lambda: page.key.field.placeholderText() == "The key that is kept")

    qrun(main())
    assert not list(own_user.rglob("kie.key"))


def test_draft_quality_first_is_one_step_that_undo_takes_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = plain_film(tmp_path / "film")
        film.write_text(film.read_text(encoding="utf-8").replace("std", "pro"), encoding="utf-8")
        async with studio(qapp, tmp_path, film) as made:
            window = made.window
            assert window is not None
            page = real_page(window)
            prices = page.prices
            await until(lambda: len(prices.facts.rows) == 2)
            assert prices.note.text().startswith("Draft quality costs less. It is one step")
            dear = prices.facts.rows[1]
            press_button(prices.draft)
            await until(lambda: prices.note.text().startswith("The film is in draft quality"))
            assert not prices.draft.isVisible()
            await until(lambda: len(prices.facts.rows) == 2 and prices.facts.rows[1] != dear)
            assert window.menus.actions["undo"].text() == "&Undo: Draft quality first"
            page.close()
            window.activateWindow()
            await until(window.isActiveWindow)
            QTest.keyClick(window, Key.Key_Z, CTRL)
            await until(lambda: "mode: pro" in film.read_text(encoding="utf-8"))

    qrun(main())
