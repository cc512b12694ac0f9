"""The list of takes in the real window, by keys and mouse: each act, and its undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.queue_window import on
from tests.support.small_kie import CREATE, SmallKie, clip_bytes, picture_bytes
from tests.support.window import until
from tests.support.work import CTRL, Key, Run, press_button
from tests.ui.test_sound_acts import drop
from topa_studio.app.making import whereabouts
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.marks import Marks, TakeRef
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips, panels
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.parts import ScrollColumn
from topa_studio.ui.takes.row import TakeRow
from topa_studio.ui.takes.signs import REJECT, STAR
from topa_studio.ui.takes.words import facts_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
KEY, OTHER = "1__1", "1__2"
LEFT = Qt.MouseButton.LeftButton


async def with_takes(window: MainWindow, count: int = 3) -> None:
    """The list of a shot with so many takes, each of other words than the one before."""
    session = window.session
    window.selection.select_shot(KEY)
    window.inspector.tabs.turn_to("takes")
    for number in range(count):
        words = SetField(ShotTarget(KEY), "prompt", f"Wide shot. A pier at dusk, {number} gulls.")
        await session.edit("Words", [words])
        await session.make(clips(KEY), consent=Consent(same=True))
    await until(lambda: len(window.inspector.takes.list.rows()) == count)


def row(window: MainWindow, number: int) -> TakeRow:
    tab = window.inspector.takes
    rows = (*tab.list.rows(), *tab.trash.list.rows())
    return next(each for each in rows if each.facts.ref.number == number)


def marks(window: MainWindow, number: int) -> Marks:
    takes = window.session.takes.of(KEY)
    return next(take.marks for take in takes if take.number == number)


def chosen(window: MainWindow) -> int:
    take = window.session.shot(KEY).chosen
    return 0 if take is None else take.number


async def undone(window: MainWindow) -> None:
    window.activateWindow()
    await until(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_Z, CTRL)
    await window.desk.settled()


def test_keys_mean_the_take_that_has_the_keyboard_and_each_act_is_undone(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, _kie: SmallKie) -> None:
        await with_takes(window)
        assert [each.facts.chips for each in window.inspector.takes.list.rows()] == [
            ("words",), ("words",), ("the first",),
        ]  # fmt: skip
        row(window, 3).setFocus()
        QTest.keyClick(row(window, 3), Key.Key_Down)
        await until(lambda: row(window, 2).hasFocus())
        QTest.keyClick(row(window, 2), Key.Key_Asterisk, Qt.KeyboardModifier.ShiftModifier)
        await until(lambda: marks(window, 2).star)
        QTest.keyClick(row(window, 2), Key.Key_Return)
        await until(lambda: chosen(window) == 2)
        assert row(window, 2).accessibleName().startswith("Take 2, chosen, liked, 3 s, Draft, 42")
        QTest.keyClick(row(window, 3), Key.Key_X)
        await until(lambda: marks(window, 3).rejected)
        QTest.keyClick(row(window, 3), Key.Key_1)
        await until(lambda: chosen(window) == 1)
        shots = len(window.session.film.shots())
        row(window, 2).setFocus()
        QTest.keyClick(row(window, 2), Key.Key_T)
        editor = row(window, 2).note.editor
        assert editor is not None
        QTest.keyClicks(editor, "ears: * X s")
        QTest.keyClick(editor, Key.Key_Return)
        await until(lambda: marks(window, 2).note == "ears: * X s")
        await until(lambda: row(window, 2).note.label.text() == "“ears: * X s”")
        assert len(window.session.film.shots()) == shots
        for number, before in ((2, Marks(star=True)), (1, Marks())):
            await undone(window)
            await until(lambda number=number, now=before: marks(window, number) == now)  # type: ignore[misc]
        await until(lambda: chosen(window) == 2)
        await undone(window)
        await until(lambda: not marks(window, 3).rejected)

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


def test_thrown_away_it_makes_way_for_the_next_best_is_put_back_and_deleted_after_a_question(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        await with_takes(window)
        tab, session = window.inspector.takes, window.session
        row(window, 3).setFocus()
        QTest.keyClick(row(window, 3), Key.Key_Delete)
        await until(lambda: [each.facts.name for each in tab.list.rows()] == ["T2", "T1"])
        await until(lambda: row(window, 2).hasFocus())
        await until(lambda: "in the trash" in window.toast.text)
        assert window.notice_bar.text == ""
        assert "Take 3 is in the trash · take 2 is in the film now" in window.toast.accessibleName()
        press_button(window.toast.button)
        await until(lambda: len(tab.list.rows()) == 3 and chosen(window) == 3)
        row(window, 3).signs.buttons["take_trash"].click()
        await until(lambda: len(tab.list.rows()) == 2)
        press_button(tab.trash.show_button)
        # What is shown is brought into sight, and has the keyboard.
        await until(lambda: row(window, 3).hasFocus())
        press_button(row(window, 3).button)
        await until(lambda: len(tab.list.rows()) == 3)
        row(window, 1).signs.buttons["take_trash"].click()
        await until(lambda: len(tab.list.rows()) == 2)
        tab.trash.show_button.click()
        file, spent = session.path(session.shot(KEY).trashed[0].path), session.money().spent
        tab.trash.empty.click()
        await until(tab.trash.question.isVisible)
        assert "cost 42" in tab.trash.question.words.text()
        QTest.keyClick(tab.trash.question.no, Key.Key_Escape)
        await until(lambda: not tab.trash.question.isVisible())
        assert file.exists()
        tab.trash.empty.click()
        await until(tab.trash.question.yes.isEnabled)
        press_button(tab.trash.question.yes)
        await until(lambda: not file.exists())
        assert (session.money().spent, kie.service.paths().count(CREATE)) == (spent, 3)
        await until(lambda: not tab.trash.show_button.isVisible())

    qrun(on(qapp, tmp_path, monkeypatch, test, 1))


def test_what_is_shown_of_the_trash_is_seen_and_a_press_meets_what_is_under_the_pointer(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        await with_takes(window)
        window.resize(1280, 690)
        tab = window.inspector.takes
        area = next(a for a in window.findChildren(ScrollColumn) if a.isAncestorOf(tab))
        bar, port = area.verticalScrollBar(), area.viewport()

        def below(inside: QWidget) -> int:
            """So many pixels of it lie under the lower edge."""
            return inside.mapTo(port, QPoint(0, inside.height())).y() - port.height()

        bar.setValue(0)
        await until(lambda: below(row(window, 1)) > 0)
        # A row is seen by a half: its sign is pressed, and it does not scroll from under the hand.
        bar.setValue(below(row(window, 2)) - row(window, 2).height() // 2)
        sign = row(window, 2).signs.buttons["take_trash"]
        scrolled = bar.value()
        QTest.mousePress(sign, LEFT)
        assert (row(window, 2).hasFocus(), bar.value()) == (True, scrolled)
        QTest.mouseRelease(sign, LEFT)
        await until(lambda: [each.facts.name for each in tab.list.rows()] == ["T3", "T1"])
        bar.setValue(below(tab.trash.show_button))
        press_button(tab.trash.show_button)
        await until(lambda: row(window, 2).hasFocus())
        assert below(row(window, 2)) <= 0
        assert row(window, 2).mapTo(port, QPoint(0, 0)).y() >= 0

    qrun(on(qapp, tmp_path, monkeypatch, test, 1))


def test_an_accepted_shot_is_left_out_and_asked_about_where_one_more_was_pressed(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        await with_takes(window, 2)
        tab = window.inspector.takes
        row(window, 1).setFocus()
        QTest.keyClick(row(window, 1), Key.Key_Return)
        await until(lambda: chosen(window) == 1)
        QTest.mouseClick(tab.accept, LEFT, pos=QPoint(30, 12))
        await until(lambda: window.session.film.shot(KEY).locked)
        assert tab.accept.toggle.accessibleName().startswith("Take 1 is accepted")
        window.selection.select_shots([KEY, OTHER])
        assert window.inspector.several.generate.text().startswith("Generate 1 shot ·")
        window.selection.select_shot(KEY)
        asked = window.pressing.question
        press_button(tab.generate)
        await until(lambda: asked.asks and asked.isVisible())
        assert "accepted" in asked.accessibleName()
        QTest.keyClick(window, Key.Key_Escape)
        await until(lambda: not asked.isVisible() and not window.pressing.asking)
        assert kie.service.paths().count(CREATE) == 2
        await until(lambda: tab.three.isEnabled())
        tab.three.trigger()
        await until(lambda: asked.asks and asked.isVisible())
        assert "Make 3 more takes?" in asked.accessibleName()
        QTest.keyClick(window, Key.Key_Escape)
        await until(lambda: not asked.isVisible() and not window.pressing.asking)
        await until(lambda: tab.generate.isEnabled())
        press_button(tab.generate)
        await until(lambda: asked.asks and asked.isVisible())
        QTest.keyClick(window, Key.Key_Return)
        await until(lambda: len(tab.list.rows()) == 3)
        # What was accepted stays in the film.
        assert chosen(window) == 1
        assert window.session.missing() == (OTHER,)
        await undone(window)
        await until(lambda: not window.session.film.shot(KEY).locked)

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


def test_own_files_come_by_a_drop_and_what_is_none_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip, picture = tmp_path / "Mine.MOV", tmp_path / "still.png"
    clip.write_bytes(clip_bytes(2))
    picture.write_bytes(picture_bytes())
    words, cut = tmp_path / "notes.txt", tmp_path / "cut.mp4"
    words.write_text("no clip", encoding="utf-8")
    cut.write_bytes(clip_bytes(2)[:3000])

    async def test(window: MainWindow, _kie: SmallKie) -> None:
        window.selection.select_shot(KEY)
        window.inspector.tabs.turn_to("takes")
        tab, session = window.inspector.takes, window.session
        assert drop(tab, QPoint(40, 200), clip)
        await until(lambda: chosen(window) == 1)
        await until(lambda: window.toast.isVisible())
        assert "your own file" in row(window, 1).accessibleName()
        told = window.notice_bar
        for bad in (words, cut, tmp_path):
            assert drop(tab, QPoint(40, 200), bad)
            await until(lambda bad=bad: bad.name in told.text)  # type: ignore[misc]
            told.next()
        view = window.timeline.view
        card = view.card_rect(1).center()
        assert drop(view.viewport(), card, picture, clip)
        await until(lambda: session.shot(OTHER).chosen and session.shot(OTHER).panel)
        # What is nothing to a card goes on to the window, which says so.
        assert drop(view.viewport(), card, words)
        await until(lambda: "notes.txt means nothing there" in told.text)
        assert clip.exists()
        assert picture.exists()
        window.selection.select_shot(OTHER)
        tab.kind.button("panels").click()
        await until(lambda: [r.facts.name for r in tab.list.rows()] == ["P1"])
        tab.list.rows()[0].signs.buttons[STAR].click()
        await until(lambda: session.takes.of(OTHER, panel=True)[0].marks.star)

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


class Bent(QTranslator):
    """A language that bends a word to what it is said of."""

    words: ClassVar = {
        ("Takes", "Chosen"): "Chosen-m", ("Takes", "Rejected"): "Rejected-m",
        ("Takes", "liked"): "liked-m", ("Takes", "In the trash"): "In the trash-m",
        ("Panels", "Chosen"): "Chosen-f", ("Panels", "Rejected"): "Rejected-f",
        ("Panels", "liked"): "liked-f", ("Panels", "In the trash"): "In the trash-f",
    }  # fmt: skip

    def translate(self, context: str, source: str, *_rest: object) -> str:
        return self.words.get((context, source), "")

    def isEmpty(self) -> bool:  # noqa: N802 - Qt asks for it so
        return False


def test_a_panel_has_words_of_its_own_for_how_it_stands(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, _kie: SmallKie) -> None:
        session = window.session
        await with_takes(window, 1)
        await session.make(panels(KEY))
        bent = Bent()
        qapp.installTranslator(bent)
        try:
            for panel, end in ((False, "m"), (True, "f")):
                ref = TakeRef(KEY, 1, panel)
                (take,) = session.takes.of(KEY, panel=panel)
                assert facts_of(session, ref, take, chosen=True).state == f"Chosen-{end}"
                await session.takes.star([ref], on=True)
                await session.takes.reject([ref], on=True)
                (take,) = session.takes.of(KEY, panel=panel)
                facts = facts_of(session, ref, take, chosen=False)
                assert facts.state == f"Rejected-{end}"
                assert f"liked-{end}" in facts.aloud()
                await session.takes.trash([ref])
                (take,) = session.takes.of(KEY, panel=panel)
                facts = facts_of(session, ref, take, chosen=False)
                assert facts.state == f"In the trash-{end}"
        finally:
            qapp.removeTranslator(bent)

    qrun(on(qapp, tmp_path, monkeypatch, test, 1))


def test_a_file_that_is_gone_is_fetched_again_from_its_row_and_the_page_stays_for_other_shots(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whereabouts, "_BETWEEN", 0.1)

    async def test(window: MainWindow, kie: SmallKie) -> None:
        await with_takes(window, 2)
        tab, session = window.inspector.takes, window.session
        assert window.inspector.tabs.button("takes").text() == "Takes 2"
        session.path(session.shot(KEY).takes[0].path).unlink()
        await until(lambda: row(window, 1).facts.gone)
        assert row(window, 1).accessibleName().startswith("Take 1, missing")
        press_button(row(window, 1).button)
        await until(lambda: not row(window, 1).facts.gone)
        assert kie.service.paths().count(CREATE) == 2
        window.selection.select_shot(OTHER)
        assert (tab.isVisible(), tab.list.rows()) == (True, ())
        assert tab.nothing.text().startswith("No take yet: press G, or drop")
        window.desk.write(OTHER)
        await until(lambda: window.inspector.shot.prompt.hasFocus())
        assert window.inspector.tabs.tab == "shot"

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


def test_while_the_first_take_is_made_it_says_so(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, _kie: SmallKie) -> None:
        window.selection.select_shot(KEY)
        window.inspector.tabs.turn_to("takes")
        tab, status = window.inspector.takes, window.session.shot(KEY)
        assert tab.nothing.text().startswith("No take yet")
        drawing = replace(status, stage=Stage.DRAWING)
        monkeypatch.setattr(window.session, "shot", lambda _key: drawing)
        tab.refresh_status()
        assert tab.nothing.text() == "The first take is being made."

    qrun(on(qapp, tmp_path, monkeypatch, test, 1))


def test_three_variants_are_one_press_with_one_price(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        window.selection.select_shot(KEY)
        window.inspector.tabs.turn_to("takes")
        tab = window.inspector.takes
        window.pressing.asks = "never"
        await until(lambda: tab.three.isEnabled())
        assert tab.three.text().replace("\N{NO-BREAK SPACE}", " ") == "Three variants · 126 cr"
        tab.three.trigger()
        await until(lambda: len(tab.list.rows()) == 3)
        assert kie.service.paths().count(CREATE) == 3
        ref = TakeRef(KEY, 2)
        row(window, 2).asked.emit(REJECT)
        await until(lambda: marks(window, ref.number).rejected)

    qrun(on(qapp, tmp_path, monkeypatch, test, 1))
