"""Costs in the window: the page of a shot, scene and element; waste and disk of the film; trash."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.support.open_film import one_element_film
from tests.support.small_kie import small_kie
from tests.support.window import open_window, until
from topa_studio.model.costs import Use
from topa_studio.model.marks import TakeRef
from topa_studio.model.wish import variants
from topa_studio.ui.bill.rows import Bill, Line
from topa_studio.ui.inspector.tabs import COST
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.queue.lines import line_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
Run = Callable[[Coroutine[Any, Any, Any]], Any]
KEY = "1__1"


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def told(bill: Bill) -> list[tuple[str, str]]:
    return [(line.title, line.count.partition(" · ")[0]) for line in bill.lines]


def is_seen(button: QPushButton) -> bool:
    return button.visibleRegion().boundingRect() == button.rect()


def test_a_long_title_in_a_bill_is_cut_and_its_number_stays(qapp: QApplication) -> None:
    bill, title = Bill("By shot", bars=False), "1.1  Sunrise over the valley"
    line = Line(title, "5 results, 3 unused", 548.0, act=bill.update, short="1.1")
    bill.show_lines([line], 548.0)
    button = bill.findChild(QPushButton)
    assert button is not None
    bill.show()
    said = []
    for width in (900, 330, 10):
        bill.resize(width, 80)
        QApplication.processEvents()
        said.append(button.text())
    bill.close()
    assert (said[0], said[2]) == (title, "1.1")
    assert said[1].startswith("1.1  Sun")
    assert said[1].endswith("…")


def test_two_takes_are_pressed_named_billed_judged_and_deleted_for_good(
    qapp: QApplication, tmp_path: Path, qrun: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = one_element_film(tmp_path / "film")
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                window.pressing.asks = "never"
                await judged(window)
                await emptied(window)

    async def judged(window: MainWindow) -> None:
        session, inspector = window.session, window.inspector
        window.selection.select_shot(KEY)
        inspector.tabs.turn_to(COST)
        tab = inspector.cost
        assert tab.nothing.isVisible()
        price = session.quote(variants(KEY, 2)).credits
        session.pause()
        window.making.variants(variants(KEY, 2), price)
        window.making.variants(variants(KEY, 2), price)
        await until(lambda: sum(job.variant is not None for job in session.queue()) == 2)
        lines = [line_of(session, job).title for job in session.queue() if job.variant]
        session.resume()
        number = session.film.number_of(KEY)
        assert [title.partition(":")[0] for title in lines] == [
            f"{number} variant {place} of 2" for place in (1, 2)
        ]
        await until(lambda: not session.queue())
        assert [take.number for take in session.takes.of(KEY)] == [1, 2]
        assert session.money().spent == session.spending.costs().spent
        await session.takes.trash([TakeRef(KEY, 1)])
        await until(lambda: len(told(tab.bills["clips"])) == 2)
        inspector.refresh_status()
        assert told(tab.bills["clips"]) == [("T2", "in the film"), ("T1", "in the trash")]
        # A scene and an element have the same page.
        window.selection.select_scene("1")
        assert inspector.form is tab
        assert [line.short for line in tab.bills["shots"].lines] == [number]
        window.selection.select_element(session.film.elements[0].name)
        assert inspector.form is tab

    async def emptied(window: MainWindow) -> None:
        session = window.session
        spent = session.money().spent
        window.commands.do("costs")
        page = window.pages.costs
        await until(lambda: page.disk.empty.isVisible())
        titles = [line.title for line in page.became.lines]
        assert {"Clips in the film", "In the trash", "Spent"} <= set(titles)
        assert page.became.lines[-1].credits == spent
        assert "$" in page.heading.text()
        assert page.rate.text().startswith("Dollars are about: KIE sold 200 credits for $1")
        click(page.disk.empty)
        await until(lambda: is_seen(page.disk.confirm.yes) and is_seen(page.disk.confirm.no))
        assert "stay spent" in page.disk.confirm.text.text()
        click(page.disk.confirm.no)
        await until(lambda: page.disk.empty.isVisible())
        assert session.takes.trash_of()
        click(page.disk.empty)
        await until(lambda: page.disk.confirm.isVisible())
        click(page.disk.confirm.yes)
        await until(lambda: not session.takes.trash_of())
        await until(lambda: not page.disk.empty.isVisible())
        assert session.money().spent == spent
        assert session.spending.costs().of(Use.TRASHED).count == 1

    qrun(run())
