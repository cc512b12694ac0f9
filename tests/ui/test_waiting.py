"""Lost answers, refusals and a queue that stands still, on the real window with a real service."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.support.queue_window import card, line, on
from tests.support.scripted_service import json
from tests.support.small_kie import CREATE, SmallKie
from tests.support.window import say_yes, until
from tests.support.work import CTRL, SHIFT, Key, Run, press_button
from topa_studio.app.session import Notice
from topa_studio.app.user_folder import user_data
from topa_studio.document.edits import DeleteShot
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.needs_you.answers import CHECK, LEAVE, LEAVE_FREE
from topa_studio.ui.queue.lines import Sort
from topa_studio.ui.queue.stops import CONTINUE
from topa_studio.ui.running.language import Languages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
SPACE = "\N{NO-BREAK SPACE}"


async def lose(window: MainWindow, kie: SmallKie, key: str) -> None:
    """The shot was sent and taken, and nobody heard the answer."""
    kie.lose_answer()
    await window.session.make(clips(key))
    await until(lambda: window.session.shot(key).stage is Stage.NEEDS_YOU)


def plain(words: str) -> str:
    return words.replace(SPACE, " ")


def test_what_needs_you_is_in_no_price_until_you_answer(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session, top = window.session, window.top
        await until(lambda: plain(top.primary.text()) == "Generate 3 missing · 126 cr")
        await lose(window, kie, "1__2")
        await until(lambda: plain(top.primary.text()) == "Generate 2 missing · 84 cr")
        await until(lambda: session.money().estimated == 84)
        assert session.spending.of_scene("1").estimated == 84
        header = window.timeline.header
        await until(lambda: "Missing 2" in header.pills.button(Filter.MISSING.value).text())
        await session.make(clips("1__1", "1__3"))
        await until(lambda: top.primary.text() == "1 needs you")

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_a_lost_answer_of_a_deleted_shot_is_counted_and_can_be_left(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session, status = window.session, window.status
        await lose(window, kie, "1__2")
        await session.edit("Delete shot", [DeleteShot("1__2")])
        await until(lambda: status.needs.text() == "1 needs you")
        found = await line(window, "1__2", Sort.NEEDS_YOU)
        await until(lambda: found.line.title == "Deleted shot (1__2)")
        assert session.money().spent == 42
        press_button(status.needs)
        page = window.needs_you.page
        await until(page.isVisible)
        assert "a shot that you deleted (1__2) (about 42 cr)" in plain(page.asked.text())
        assert list(page.answers.buttons) == [LEAVE]
        press_button(page.answers.buttons[LEAVE])
        press_button(page.answers.buttons[LEAVE_FREE])
        await until(lambda: card(window, "1__2") is None)
        await until(lambda: not status.needs.isVisible())
        assert session.money().spent == 0

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_a_lost_answer_is_asked_about_and_brought_home_by_its_pasted_id(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pages.append(url.toString()))

    async def test(window: MainWindow, kie: SmallKie) -> None:
        session, status = window.session, window.status
        await lose(window, kie, "1__1")
        await lose(window, kie, "1__3")
        await until(lambda: status.needs.text() == "2 need you")
        for key in ("1__1", "1__3", "1__1"):
            press_button(status.needs)
            assert window.selection.shot == key
        QTest.keyClick(window, Key.Key_U, CTRL | SHIFT)
        assert window.selection.shot == "1__3"
        window.selection.select_shot("1__1")
        form = window.inspector.shot
        words = form.answers.text.text().replace(SPACE, " ")
        assert words.startswith("We asked KIE to generate shot 1.1 (about 42 cr), and no clear")
        assert not form.generate.isVisible()
        labels = [b.text().replace(SPACE, " ") for b in form.answers.buttons.values()]
        assert labels == [
            "Check now",
            "Generate it again · may cost 42 cr · $0.21 more",
            "Leave it…",
        ]
        menu = QMenu()
        window.timeline.menu_opened.emit(menu, ["1__1"])
        named = [a.text().replace(SPACE, " ") for a in menu.actions() if a.text()]
        assert named == ["Check now…", *labels[1:]]
        menu.deleteLater()

        await until(form.answers.buttons[CHECK].isVisible)
        form.answers.buttons[CHECK].setFocus()
        QTest.keyClick(form.answers.buttons[CHECK], Key.Key_Return)
        page = window.needs_you.page
        assert page.isVisible()
        assert not page.isModal()
        await until(lambda: "says nothing" in page.hint.text() or "hint" in page.hint.text())
        assert "KIE keeps a result for 13 more days at most." in page.days.text()
        press_button(page.tasks)
        assert pages == ["https://kie.ai/logs"]
        QTest.keyClicks(page.field, "task-77")
        QTest.keyClick(page.field, Key.Key_Return)
        await until(lambda: "knows no task task-77" in page.outcome.text())
        page.field.selectAll()
        QTest.keyClicks(page.field, "task-2")
        press_button(page.take)
        await until(lambda: "draws something else" in page.outcome.text())
        assert session.shot("1__1").stage is Stage.NEEDS_YOU
        page.field.selectAll()
        QTest.keyClicks(page.field, "https://kie.ai/logs?taskId=task-1")
        press_button(page.take)
        told = "It is yours: being collected, nothing charged again."
        await until(lambda: page.outcome.text() == told)
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        await until(form.generate.isVisible)
        assert kie.service.paths().count(CREATE) == 2

        del kie.created["task-2"]
        press_button(page.next)
        assert page.heading.text().startswith("1.3")
        QTest.keyClicks(page.field, "task-2")
        QTest.keyClick(page.field, Key.Key_Return)
        await until(page.sure.isVisible)
        assert "Take it only if you are sure" in page.outcome.text()
        press_button(page.sure)
        await until(lambda: session.shot("1__3").stage is Stage.MADE)
        await until(lambda: not status.needs.isVisible())
        assert kie.service.paths().count(CREATE) == 2

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_made_again_costs_once_more_and_left_asks_whether_it_was_charged(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session = window.session
        await lose(window, kie, "1__1")
        await lose(window, kie, "1__2")
        spent = session.money().spent
        window.selection.select_shot("1__2")
        answers = window.inspector.shot.answers
        await until(lambda: answers.isVisible())
        press_button(answers.buttons[LEAVE])
        assert "Did KIE charge for it?" in answers.text.text()
        QTest.keyClick(answers, Key.Key_Escape)
        press_button(answers.buttons[LEAVE])
        press_button(answers.buttons[LEAVE_FREE])
        await until(lambda: session.shot("1__2").stage is Stage.NOT_MADE)
        await until(lambda: session.money().spent == spent - 42)
        assert not answers.isVisible()
        window.selection.select_shot("1__1")
        again = answers.buttons["again"]
        press_button(again)
        press_button(again)
        await say_yes(window)
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        assert kie.service.paths().count(CREATE) == 3

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_the_queue_by_keys_says_why_and_cancels_with_the_truth(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session, head = window.session, window.queue.head
        kie.hold()
        session.press(clips("1__1"))
        await line(window, "1__1", Sort.RUNS)
        await until(lambda: kie.accepted)
        session.pause()
        session.press(clips("1__2", "1__3"))
        third = await line(window, "1__3", Sort.WAITS)
        await until(lambda: "until you press Continue" in third.why.text())
        assert "until you press Continue" in head.stop.text.text()
        third.setFocus()
        QTest.keyClick(third, Key.Key_Up, CTRL)
        order = ["1__1", "1__3", "1__2"]
        await until(lambda: [c.line.key for c in window.queue.cards()] == order)
        QTest.keyClick(third, Key.Key_Down)
        second = card(window, "1__2")
        assert second is not None
        assert second.hasFocus()
        QTest.keyClick(second, Key.Key_Delete)
        await until(lambda: card(window, "1__2") is None)
        first = card(window, "1__1")
        assert first is not None
        QTest.keyClick(first, Key.Key_Delete)
        assert "may still finish it and charge" in first.confirm.text.text()
        assert first.confirm.no.hasFocus()
        QTest.keyClick(first.confirm.no, Key.Key_Escape)
        assert not first.confirm.isVisible()
        assert card(window, "1__1") is first
        press_button(head.cancel_all)
        assert "1 in line was not sent" in head.confirm.text.text()
        assert "1 was sent: KIE may still finish and charge" in head.confirm.text.text()
        head.confirm.yes.click()
        await until(lambda: card(window, "1__3") is None)
        assert window.notice_bar.text.startswith("1 are with the service already. It may still")
        press_button(head.stop.buttons[CONTINUE])
        assert not session.paused
        kie.finish()
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        assert kie.service.paths().count(CREATE) == 1

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_out_of_credits_is_a_pause_and_what_failed_stays_until_it_is_put_away(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session, bar = window.session, window.notice_bar
        kie.creates = [json({"code": 402, "msg": "Insufficient credits"})]
        session.press(clips("1__1"))
        await line(window, "1__1", Sort.FAILED)
        await until(lambda: "Not enough credits" in window.queue.head.stop.text.text())
        await until(lambda: "Not enough credits" in bar.text)
        assert [b.text() for b in bar.buttons] == ["Continue"]
        press_button(bar.buttons[0])
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        assert not window.queue.head.stop.isVisible()

        kie.states["task-2"], kie.fails["task-2"] = "fail", "a public figure in the prompt"
        session.press(clips("1__2"))
        failed = await line(window, "1__2", Sort.FAILED)
        assert "does not draw this: a public figure" in failed.why.text()
        assert failed.act.text() == "Edit the words"
        window.activateWindow()
        press_button(failed.act)
        assert window.selection.shot == "1__2"
        assert "number 2" in window.inspector.shot.prompt.toPlainText()
        await until(window.inspector.shot.prompt.hasFocus)
        told = window.inspector.shot.told.lines
        assert any(
            "public figure" in one.text and one.fixes[0].words == "Edit the words" for one in told
        )
        QTest.keyClick(failed, Key.Key_Delete)
        await until(lambda: card(window, "1__2") is None)

        kie.creates = [json({"code": 422, "msg": "too long"})]
        session.press(clips("1__3"))
        failed = await line(window, "1__3", Sort.FAILED)
        assert failed.act.text().replace(SPACE, " ") == "Generate again · 42 cr"
        failed.setFocus()
        QTest.keyClick(failed, Key.Key_Return)
        await say_yes(window)
        await until(lambda: session.shot("1__3").stage is Stage.MADE)
        await until(lambda: not window.queue.cards())

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_a_task_id_that_no_disk_took_stays_told_and_can_be_copied(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        bar = window.notice_bar
        told = {"key": "1__1", "task_id": "abc123", "reason": "no space left"}
        window.session.notices.emit(Notice("error", "pipeline.id-not-stored", told))
        for number in range(30):
            bar.show_notice("error", f"Trouble {number}")
        assert "abc123" in bar.text
        assert [b.text() for b in bar.buttons] == ["Copy the task id"]
        press_button(bar.buttons[0])
        assert QGuiApplication.clipboard().text() == "abc123"
        assert "abc123" in bar.text
        fresh, languages = type(bar)(), Languages(qapp)
        languages.speak("ru")
        fresh.take_kept(bar)
        languages.speak("en")
        languages.fall_silent()
        assert "abc123" in fresh.text
        assert "как задача" in fresh.text
        assert [b.text() for b in fresh.buttons] == ["Скопировать номер задачи"]
        fresh.deleteLater()
        bar.next()
        assert bar.text == "Trouble 0"
        await asyncio.sleep(0)

    qrun(on(qapp, tmp_path, monkeypatch, test, shots=1))


def test_what_is_cancelled_while_its_price_is_looked_up_is_never_sent(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session = window.session
        session.press(clips("1__1", "1__2"))
        await asyncio.sleep(0)
        session.jobs.cancel_waiting("clip", "1__1")
        assert session.shot("1__1").stage is Stage.NOT_MADE
        await until(lambda: session.shot("1__2").stage is Stage.MADE)
        assert session.shot("1__1").stage is Stage.NOT_MADE
        assert kie.service.paths().count(CREATE) == 1

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_a_task_that_turns_up_after_leave_it_is_brought_home(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session = window.session
        await lose(window, kie, "1__1")
        await session.jobs.forget("1__1")
        menu = QMenu()
        window.timeline.menu_opened.emit(menu, ["1__2"])
        assert not menu.actions()
        window.timeline.menu_opened.emit(menu, ["1__1"])
        (act,) = [one for one in menu.actions() if one.text()]
        assert act.text() == "A task that was left has turned up…"
        act.trigger()
        menu.deleteLater()
        page = window.needs_you.page
        await until(page.isVisible)
        words = "shot 1.1 (about 42 cr), no clear answer came, and you left it."
        assert words in page.asked.text().replace(SPACE, " ")
        assert not page.answers.isVisible()
        QTest.keyClicks(page.field, "task-1")
        press_button(page.take)
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        await until(lambda: not page.field.isEnabled())
        assert session.money().spent == 42
        assert kie.service.paths().count(CREATE) == 1

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_a_damaged_count_of_the_day_is_told_in_the_window(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_data().mkdir(parents=True, exist_ok=True)
    (user_data() / "spent.db").write_bytes(b"this is no database" * 100)

    async def test(window: MainWindow, kie: SmallKie) -> None:
        await until(window.notice_bar.isVisible)
        assert "The count of what all films spent today" in window.notice_bar.text

    qrun(on(qapp, tmp_path, monkeypatch, test))
