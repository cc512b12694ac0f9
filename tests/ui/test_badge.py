"""Who pays stands in the top bar at all times, with what is left, and is a button."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCheckBox

from tests.support.open_film import plain_film
from tests.support.small_kie import small_kie
from tests.support.window import open_window, studio, until
from tests.support.work import Run
from topa_studio.document.edits import FilmTarget, SetField
from topa_studio.model.wish import clips
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.costs.page import CostPage
from topa_studio.ui.words import money_word, show_dollars

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


@pytest.fixture(autouse=True)
def dollars(qapp: QApplication) -> Iterator[None]:
    yield
    show_dollars(shown=True)


def test_practice_costs_no_money_and_a_press_opens_the_costs(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            badge = window.top.badge
            assert badge.words == "Practice mode · no money"
            assert "$" not in window.top.money.toolTip()
            badge.click()
            await until(lambda: any(p.isVisible() for p in window.findChildren(CostPage)))

    qrun(main())


def test_the_account_is_named_with_credits_and_dollars_and_warns_when_little_is_left(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with small_kie() as kie:
            kie.left = 12480
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = plain_film(tmp_path / "film", 2)
            async with studio(qapp, tmp_path, film, practice=False) as made:
                window = made.window
                assert window is not None
                badge, top = window.top.badge, window.top
                await until(lambda: "12,480" in badge.words)
                top.setFixedSize(QSize(1600, top.height()))
                top.refresh()
                assert badge.words == "KIE account · 12,480 cr $62.40"
                assert badge.property("role") == "badge-real"
                assert "$0.42" in top.money.toolTip()
                show_dollars(shown=False)
                top.refresh()
                assert badge.words == "KIE account · 12,480 cr"
                assert "$" not in top.money.toolTip()
                assert "$" not in money_word(42)
                show_dollars(shown=True)
                for budget, low in ((45, False), (470, True)):
                    await window.session.make(clips("1__1"))
                    value = SetField(FilmTarget(), "budget_credits", budget)
                    await window.session.edit("x", [value])
                    kie.left = 46.0 if low else 12480.0
                    wanted = "badge-warn"
                    await until(lambda wanted=wanted: badge.property("role") == wanted)
                    assert "left" in badge.words
                for width in (1600, 900, 420):
                    top.setFixedSize(QSize(width, top.height()))
                    top.refresh()
                    assert badge.isVisibleTo(top)

    qrun(main())


def test_without_a_key_the_badge_leads_to_one(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIE_API_KEY", raising=False)

    async def main() -> None:
        async with studio(qapp, tmp_path, practice=False) as made:
            window = made.window
            assert window is not None
            assert window.top.badge.words == "No key yet · Go real…"
            pressed = []
            window.menus.actions["real"].triggered.connect(lambda: pressed.append("real"))
            window.top.badge.click()
            assert pressed == ["real"]

    qrun(main())


def test_dollars_are_switched_off_in_the_preferences(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            made.window.menus.actions["preferences"].trigger()
            (page,) = made.window.findChildren(PreferencesPage)
            dollars = page.field("dollars")
            assert isinstance(dollars, QCheckBox)
            assert dollars.isChecked()
            dollars.click()
            assert not made.store.now.dollars
            assert money_word(200).replace("\N{NO-BREAK SPACE}", " ") == "200 cr"

    qrun(main())
