"""New pictures of an element: decided one by one, in one step, and under a new name."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.support.window import until
from tests.support.work import Run
from tests.ui.elements.test_element_page import digests, on_page, press, tile
from topa_studio.document.edits import RenameElement
from topa_studio.model.wish import clips
from topa_studio.ui.impact.card import Choice
from topa_studio.ui.inspector.tabs import COST
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.pictures.page import ElementPage

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend"),
    pytest.mark.usefixtures("hasty_practice"),
]
Key = Qt.Key


async def redraw_all(window: MainWindow, page: ElementPage) -> None:
    press(page.head.redraw)
    elements = window.session.elements
    await until(lambda: elements.candidates("Topa") == 2 and not window.session.queue())
    await until(page.keeping.button.isVisible)
    await until(lambda: all(each.face.said.new for each in page.tiles.tiles))


def test_keeping_with_shots_left_as_they_are_is_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, before = window.session, digests(window.session)
        await session.make(clips("1__1"))
        await redraw_all(window, page)
        card = page.keeping.card
        await until(card.isVisible)
        assert card.impact.keys == ("1__1",)
        card.ways[Choice.NONE].click()
        press(card.keep)
        await until(lambda: not session.elements.candidates("Topa"))
        await until(lambda: not set(digests(session)) & set(before))
        await window.desk.settled()
        assert not session.shot("1__1").out_of_date
        window.menus.actions["undo"].trigger()
        await until(lambda: digests(session) == before)
        await window.desk.settled()
        assert session.elements.candidates("Topa") == 2
        assert session.shot("1__1").takes[0].marks.fits == ""
        assert not session.shot("1__1").out_of_date
        window.menus.actions["redo"].trigger()
        await until(lambda: not session.elements.candidates("Topa"))
        await window.desk.settled()
        assert not session.shot("1__1").out_of_date

    on_page(qrun, qapp, tmp_path, test)


def test_each_new_picture_is_kept_or_put_away_on_its_own(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, before = window.session, digests(window.session)
        await redraw_all(window, page)
        new = [each.picture.candidate for each in page.tiles.tiles]
        window.activateWindow()
        tile(page, 1).setFocus()
        keep = tile(page, 1).tools.buttons["picture_keep"]
        await until(keep.isVisible)
        press(keep)  # no shot was made with it: nothing is asked
        await until(lambda: session.elements.candidates("Topa") == 1)
        assert new[1] is not None
        wanted = [before[0], new[1].sha256]
        await until(lambda: digests(session) == wanted)
        await until(lambda: not tile(page, 1).face.said.new)
        assert tile(page, 0).face.said.new
        assert not keep.isVisible()
        window.menus.actions["undo"].trigger()
        await until(lambda: digests(session) == before)
        await until(lambda: session.elements.candidates("Topa") == 2)
        await until(lambda: tile(page, 1).face.said.new)
        tile(page, 0).setFocus()
        QTest.keyClick(tile(page, 0), Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
        await until(lambda: session.elements.candidates("Topa") == 1)
        assert digests(session) == before
        await until(lambda: not tile(page, 0).face.said.new)
        window.menus.actions["undo"].trigger()
        await until(lambda: session.elements.candidates("Topa") == 2)

    on_page(qrun, qapp, tmp_path, test)


async def _ask_about(page: ElementPage, place: int) -> None:
    """Press K at a picture; one that comes anew just then has not heard it."""
    while not page.keeping.all.isVisible():
        tile(page, place).setFocus()
        QTest.keyClick(tile(page, place), Key.Key_K)
        with suppress(TimeoutError):
            await until(page.keeping.all.isVisible, 20)


def test_one_of_them_asks_about_its_own_shots_first(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, before = window.session, digests(window.session)
        await session.make(clips("1__1"))
        await redraw_all(window, page)
        card = page.keeping.card
        await until(card.isVisible)
        await _ask_about(page, 1)
        assert "picture 2" in card.heading.text()
        assert digests(session) == before
        press(page.keeping.all)
        await until(lambda: page.keeping.all.isHidden())
        assert "picture 2" not in card.heading.text()
        await _ask_about(page, 1)
        card.ways[Choice.NONE].click()
        press(card.keep)
        await until(lambda: session.elements.candidates("Topa") == 1)
        await window.desk.settled()
        await until(lambda: digests(session)[1] != before[1])
        assert digests(session)[0] == before[0]
        assert not session.shot("1__1").out_of_date
        # The other one is asked about again.
        await until(lambda: card.isVisible() and page.keeping.all.isHidden())
        press(card.back)
        await until(lambda: not session.elements.candidates("Topa"))
        assert digests(session)[0] == before[0]
        window.menus.actions["undo"].trigger()
        await until(lambda: session.elements.candidates("Topa") == 1)
        window.menus.actions["undo"].trigger()
        await until(lambda: digests(session) == before)
        await until(lambda: session.elements.candidates("Topa") == 2)

    on_page(qrun, qapp, tmp_path, test)


def test_the_question_about_one_picture_comes_into_sight_with_its_price(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        await window.session.make(clips("1__1"))
        await redraw_all(window, page)
        await until(page.keeping.card.isVisible)
        keep = page.keeping.card.keep

        def is_below() -> bool:
            # Each time anew: a card that has only just come is not laid out yet.
            page.setFixedHeight(page.head.height() + page.keeping.card.height() + 90)
            return keep.visibleRegion().isEmpty()

        await until(is_below)
        # Below the edge it is told of in a line, which is no use once it is seen.
        await until(page.below.isVisible)
        assert "Topa's picture changed: 1 shot out of date" in page.below.words.text()
        press(page.below.button)
        await until(lambda: not keep.visibleRegion().isEmpty() and page.below.isHidden())
        window.activateWindow()
        await until(window.isActiveWindow)
        tile(page, 1).setFocus()
        QTest.keyClick(tile(page, 1), Key.Key_K)
        await until(lambda: "picture 2" in page.keeping.words)
        await until(keep.hasFocus)
        await until(lambda: not keep.visibleRegion().isEmpty())
        QTest.keyClick(keep, Key.Key_Return)
        # The keyboard goes on from the picture that was asked about, and not to the cards.
        await until(lambda: window.session.elements.candidates("Topa") == 1)
        await until(lambda: tile(page, 1).hasFocus())
        page.setFixedHeight(900)
        await until(lambda: page.keeping.isVisible() and page.below.isHidden())

    on_page(qrun, qapp, tmp_path, test)


def is_whole(button: QPushButton, page: ElementPage) -> bool:
    right = button.mapTo(page, button.rect().topRight()).x()
    return button.width() >= button.sizeHint().width() and right < page.width()


def test_no_word_of_the_answers_is_cut_where_the_page_is_narrow(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        await redraw_all(window, page)
        for made in (False, True):
            if made:
                await window.session.make(clips("1__1"))
                await until(page.keeping.card.isVisible)
            page.setFixedWidth(page.keeping.button.sizeHint().width() + 100)
            shown = page.keeping.card.back if made else page.keeping.back
            for button in (shown, page.keeping.button):
                await until(lambda button=button: is_whole(button, page))
            assert shown.y() != page.keeping.button.y()

    on_page(qrun, qapp, tmp_path, test)


def test_after_a_renaming_nothing_is_offered_for_pay_until_the_pictures_are_there(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, elements = window.session, window.session.elements
        await redraw_all(window, page)
        async with session._production.film.moving:  # the disk takes its time
            await session.edit("Rename", [RenameElement("Topa", "Misha")])
            await until(lambda: page.name == "Misha")
            await window.desk.settled()
            page.refresh()
            head = page.head
            assert head.missing.text() == "On the way…"
            assert "Misha" in head.missing.toolTip()
            offered = [b for b in (head.missing, head.redraw, head.angle) if b.isEnabled()]
            assert [b for b in offered if b.text()] == []
            assert not any(each.redraw.isVisible() for each in page.tiles.tiles)
            assert not window.elements.card("Misha").generate.isVisible()
            assert not window.inspector.element.generate.isEnabled()
            window.grab().save(str(tmp_path / "on-the-way.png"))
        await until(lambda: elements.why_waits("Misha") is None)
        await until(lambda: page.head.redraw.text().startswith("Redraw all 2"))
        assert elements.candidates("Misha") == 2
        await until(page.keeping.button.isVisible)
        press(page.keeping.button)
        await until(lambda: not elements.candidates("Misha"))
        assert len(elements.pictures("Misha")) == 2

    on_page(qrun, qapp, tmp_path, test)


def test_keeping_while_a_change_is_asked_about_leaves_one_question(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, asking = window.session, window.furnish().asking.card
        elements, before = session.elements, digests(window.session)
        await session.make(clips("1__1"))
        page.acts.crop("Topa", elements.pictures("Topa")[0].path, (0, 0, 0.8, 0.8))
        await until(asking.isVisible)
        assert asking.impact.keys == ("1__1",)
        tile(page, 1).setFocus()
        await until(lambda: tile(page, 1).redraw.isVisible())
        QTest.keyClick(tile(page, 1), Key.Key_R)
        await until(lambda: elements.candidates("Topa") == 1 and not session.queue())
        # The shot is asked about once, over there.
        await until(page.keeping.plain.isVisible)
        press(page.keeping.keep)
        await until(lambda: digests(session)[1] != before[1])
        await window.desk.settled()
        await until(lambda: asking.isVisible() and asking.impact.keys == ("1__1",))
        asking.ways[Choice.NONE].click()
        press(asking.keep)
        await until(lambda: not session.shot("1__1").out_of_date)
        await until(asking.isHidden)
        for _step in ("left as it is", "kept", "cropped"):
            await window.desk.settled()
            window.menus.actions["undo"].trigger()
        await until(lambda: digests(session) == before)
        await until(lambda: elements.candidates("Topa") == 1)
        await window.desk.settled()
        assert not session.shot("1__1").out_of_date

    on_page(qrun, qapp, tmp_path, test)


def test_the_cost_page_says_which_picture_was_drawn_again_and_its_name_is_never_cut(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        await redraw_all(window, page)
        inspector = window.furnish().inspector
        window.selection.select_element("Topa")
        inspector.tabs.turn_to(COST)
        bill = inspector.cost.bills["pictures"]
        names = ["Picture 2", "Picture 1"]
        await until(lambda: [line.title for line in bill.lines] == names)
        await window.session.edit("Rename", [RenameElement("Topa", "Mishka")])
        window.selection.select_element("Mishka")
        await until(lambda: inspector.cost.title.text() == "@Mishka")
        assert [line.title for line in bill.lines] == names
        bill.setFixedWidth(scaled(170))
        await until(lambda: bill.width() == scaled(170))

        def is_whole(name: str) -> bool:
            shown = [each for each in bill.findChildren(QLabel) if each.text() == name]
            return any(each.width() >= each.fontMetrics().horizontalAdvance(name) for each in shown)

        await until(lambda: all(map(is_whole, names)))

    on_page(qrun, qapp, tmp_path, test)
