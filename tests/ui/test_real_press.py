"""With real money one press asks where it was made, and only a second, meant one sends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.support.open_film import one_element_film, plain_film
from tests.support.small_kie import SmallKie, small_kie
from tests.support.window import open_window, say_yes, until
from tests.support.work import Key, Run, Work, press_button
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.wish import clips
from topa_studio.ui import in_place
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.in_place import PlaceQuestion
from topa_studio.ui.widgets.parts import Switch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
CREATE = "/api/v1/jobs/createTask"
SPACE = "\N{NO-BREAK SPACE}"
LEFT = Qt.MouseButton.LeftButton
Test = Callable[[Work, SmallKie], Awaitable[None]]


def paid(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


def question(work: Work) -> PlaceQuestion:
    return work.window.pressing.question


async def is_asked(work: Work) -> None:
    await until(lambda: question(work).isVisible() and question(work).asks)


async def is_over(work: Work) -> None:
    await until(lambda: not question(work).isVisible() and not work.window.pressing.asking)


@pytest.fixture
def real(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., None]:
    def run(test: Test, film: Callable[..., Path] = plain_film, **how: int) -> None:
        async def main() -> None:
            async with small_kie() as kie:
                for name, value in kie.environment().items():
                    monkeypatch.setenv(name, value)
                scenario = film(tmp_path / "film", **how)
                async with open_window(qapp, tmp_path, scenario, practice=False) as window:
                    assert not window.session.practice
                    await test(Work(window), kie)

        qrun(main())

    return run


def test_g_asks_a_second_g_does_nothing_and_enter_sends(real: Callable[..., None]) -> None:
    async def test(work: Work, kie: SmallKie) -> None:
        work.window.selection.select_shot("1__1")
        work.window.timeline.header.set_zoom(90)
        for taking_back in (Key.Key_Escape, Key.Key_Down):
            work.press(Key.Key_G)
            await is_asked(work)
            assert question(work).parentWidget() is work.window.timeline.view.viewport()
            told = question(work).accessibleName().replace(SPACE, " ")
            assert told == "Spend 42 cr · $0.21?"
            for _ in range(20):
                work.press(Key.Key_G)
            assert question(work).isVisible()
            work.press(taking_back)
            await is_over(work)
        assert paid(kie) == 0
        work.press(Key.Key_G)
        await is_asked(work)
        work.press(Key.Key_Return)
        await is_over(work)
        await until(lambda: paid(kie) == 1)

    real(test)


def test_over_a_narrow_card_it_is_a_bubble_that_points_at_it_and_hides_no_neighbour(
    real: Callable[..., None],
) -> None:
    async def test(work: Work, kie: SmallKie) -> None:
        window, view = work.window, work.window.timeline.view
        window.timeline.header.set_zoom(12)
        for row in (0, 1, 5):
            key = f"1__{row + 1}"
            window.selection.select_shot(key)
            work.press(Key.Key_G)
            await is_asked(work)
            asked = question(work)
            place = QRect(asked.mapTo(window, QPoint()), asked.size())
            cards = [
                view.card_rect(n).translated(view.viewport().mapTo(window, QPoint()))
                for n in range(6)
            ]
            assert cards[row].width() < 150
            assert window.rect().contains(place)
            assert not any(place.intersects(card) for card in cards)
            assert place.left() <= cards[row].center().x() <= place.right()
            assert abs(place.bottom() + 1 - cards[row].top()) <= 1
            work.press(Key.Key_Escape)
            await is_over(work)
        work.press(Key.Key_G)
        await is_asked(work)
        await say_yes(window)
        await until(lambda: paid(kie) == 1)

    real(test, shots=6)


def test_it_goes_by_itself(real: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_place, "ASKED_MS", 300)

    async def test(work: Work, kie: SmallKie) -> None:
        work.window.selection.select_shot("1__1")
        work.press(Key.Key_G)
        await is_asked(work)
        await is_over(work)
        assert paid(kie) == 0

    real(test)


def test_presses_on_the_inspectors_button_pay_once_and_only_by_yes(
    real: Callable[..., None],
) -> None:
    async def test(work: Work, kie: SmallKie) -> None:
        work.window.selection.select_shot("1__1")
        button = work.window.inspector.shot.generate
        await until(button.isEnabled)
        at = QPoint(button.width() - 12, button.height() // 2)
        QTest.mouseClick(button, LEFT, pos=at)
        QTest.mouseDClick(button, LEFT, pos=at)
        await is_asked(work)
        asked = question(work)
        # The second press of a double press falls on Yes.
        QTest.mouseClick(asked.yes, LEFT)
        QTest.mouseDClick(asked.yes, LEFT)
        assert asked.isVisible()
        place = asked.mapTo(work.window, QPoint())
        assert abs(place.y() - button.mapTo(work.window, QPoint()).y()) < 12
        QTest.mouseClick(asked.no, LEFT)
        await is_over(work)
        assert paid(kie) == 0
        QTest.mouseClick(button, LEFT, pos=at)
        await is_asked(work)
        await say_yes(work.window)
        await until(lambda: paid(kie) == 1)
        await is_over(work)
        assert paid(kie) == 1

    real(test)


def test_a_press_elsewhere_takes_it_back(real: Callable[..., None]) -> None:
    async def test(work: Work, kie: SmallKie) -> None:
        work.window.selection.select_shot("1__1")
        work.press(Key.Key_G)
        await is_asked(work)
        QTest.mouseClick(work.window.inspector.shot.prompt.viewport(), LEFT)
        await is_over(work)
        assert paid(kie) == 0

    real(test)


def test_pictures_of_an_element_ask_over_their_own_button(real: Callable[..., None]) -> None:
    async def test(work: Work, kie: SmallKie) -> None:
        button: QPushButton = work.window.elements.card("Topa").generate
        QTest.mouseClick(button, LEFT)
        await is_asked(work)
        assert question(work).parentWidget() is work.window
        QTest.keyClick(button, Key.Key_Escape)
        await is_over(work)
        assert paid(kie) == 0
        QTest.mouseClick(button, LEFT)
        await is_asked(work)
        QTest.keyClick(button, Key.Key_Return)
        await until(lambda: paid(kie) > 0)

    real(test, one_element_film)


def test_who_never_wants_to_be_asked_is_not_and_it_is_remembered(
    real: Callable[..., None], tmp_path: Path
) -> None:
    async def test(work: Work, kie: SmallKie) -> None:
        work.window.menus.actions["preferences"].trigger()
        (page,) = work.window.findChildren(PreferencesPage)
        asks = page.field("ask_single")
        assert isinstance(asks, Switch)
        assert asks.value == "always"
        asks.button("dear").click()
        work.window.selection.select_shot("1__1")
        work.press(Key.Key_G)
        await until(lambda: paid(kie) == 1)
        await until(lambda: '"ask_single": "dear"' in (tmp_path / "window.json").read_text())

    real(test)


@pytest.mark.parametrize("asks", ["always", "never"])
def test_a_key_right_behind_the_first_words_is_asked_about_once(
    real: Callable[..., None], asks: str
) -> None:
    """No price was seen before there were words: there is one question, and it says the price."""

    async def test(work: Work, kie: SmallKie) -> None:
        window = work.window
        window.pressing.ask_when(asks)
        window.commands.do("new_shot")
        prompt = window.inspector.shot.prompt
        await until(prompt.hasFocus)
        QTest.keyClicks(prompt, "Wide shot. A cat.")
        QTest.keyClick(prompt, Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        if asks == "always":
            await say_yes(window)
        else:
            boxes: list[QMessageBox] = []
            await until(lambda: boxes or boxes.extend(window.findChildren(QMessageBox)))
            QTest.mouseClick(boxes[0].buttons()[0], LEFT)
        await until(lambda: paid(kie) == 1)
        assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]

    real(test)


@pytest.mark.parametrize("locked", [False, True])
def test_a_price_that_rose_and_was_agreed_is_asked_about_once(
    real: Callable[..., None], locked: bool
) -> None:
    """The film becomes longer between the press and the question, which says the new price."""

    async def test(work: Work, kie: SmallKie) -> None:
        window, session = work.window, work.window.session
        window.selection.select_shot("1__1")
        await session.edit("Accepted", [SetField(ShotTarget("1__1"), "locked", locked or None)])
        button = window.inspector.shot.generate
        await until(lambda: button.isEnabled() and session.film.shot("1__1").locked is locked)
        before = session.quote(clips("1__1")).credits
        longer = asyncio.create_task(
            session.edit("Longer", [SetField(ShotTarget("1__1"), "duration", 9)])
        )
        press_button(button)
        await is_asked(work)
        await longer
        now = session.quote(clips("1__1")).credits
        assert before is not None
        assert now is not None
        assert now > before
        assert f"{now:g}" in question(work).accessibleName()
        await say_yes(window)
        boxes: list[QMessageBox] = []
        await until(lambda: paid(kie) == 1 or boxes or boxes.extend(_boxes(work)))
        assert [box.text() for box in boxes] == []
        (job,) = session.queue()
        assert job.key == "1__1"
        assert kie.accepted[0]["input"]["duration"] in (9, "9")

    real(test)


def _boxes(work: Work) -> list[QMessageBox]:
    return [box for box in work.window.findChildren(QMessageBox) if box.isVisible()]
