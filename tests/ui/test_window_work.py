"""Words are changed and shots are made in the real window, with the practice service."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
    QWidget,
)

from tests.support.small_film import small_film
from tests.support.window import open_window, until
from topa_studio.model.status import NO_CONSENT, Stage
from topa_studio.model.wish import Wish, clips
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))


def test_words_typed_in_the_inspector_reach_the_file(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    scenario = small_film(tmp_path / "film")
    before = scenario.read_text(encoding="utf-8").splitlines()

    async def main() -> None:
        async with open_window(qapp, tmp_path, scenario) as window:
            window.selection.select_shot("1__2")
            title = window.inspector.shot.title
            title.selectAll()
            QTest.keyClicks(title, "The stone")
            QTest.keyClick(title, Qt.Key.Key_Return)
            await until(lambda: "The stone" in scenario.read_text(encoding="utf-8"))
            undo = window.menus.actions["undo"]
            assert "Change title" in undo.text()
            undo.trigger()
            await until(lambda: scenario.read_text(encoding="utf-8").splitlines() == before)
            assert title.text() == "Shot 2"

    async def changed() -> None:
        after = scenario.read_text(encoding="utf-8").splitlines()
        assert after == before

    qrun(main())
    qrun(changed())


def test_only_the_edited_line_changes(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    scenario = small_film(tmp_path / "film")
    before = scenario.read_bytes().splitlines()

    async def main() -> None:
        async with open_window(qapp, tmp_path, scenario) as window:
            window.selection.select_shot("1__1")
            settings = window.inspector.shot.settings
            settings.length.setFocus()
            settings.length.selectAll()
            QTest.keyClicks(settings.length, "7")
            QTest.keyClick(settings.length, Qt.Key.Key_Return)
            await until(lambda: scenario.read_bytes().splitlines() != before)

    qrun(main())
    after = scenario.read_bytes().splitlines()
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        (b"        duration: 3", b"        duration: 7")
    ]


def test_generate_one_shot_and_see_it_come(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    seen: list[float] = []
    words: list[str] = []

    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            session = window.session
            session.shots_changed.connect(lambda _keys: seen.append(session.shot("1__1").progress))
            window.selection.select_shot("1__1")
            form = window.inspector.shot
            assert form.generate.text().startswith("Generate · ")
            press(form.generate)
            await until(lambda: window.queue.cards())
            words.append(window.queue.cards()[0].accessibleName())
            await until(lambda: session.shot("1__1").stage is Stage.MADE)
            await until(lambda: not window.queue.cards())
            assert form.generate.text().startswith("Regenerate · ")
            window.inspector.tabs.turn_to("takes")
            (row,) = window.inspector.takes.list.rows()
            assert row.accessibleName().startswith("Take 1, chosen, 3 s, Draft, ")
            assert session.path(session.shot("1__1").takes[0].path).is_file()

    qrun(main())
    grown = [value for value in seen if 0 < value < 1]
    assert grown == sorted(grown)
    assert len(set(grown)) > 2
    assert words[0]


def test_a_mention_alone_makes_the_shot_start_from_its_panel(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film", 1)
    text = film.read_text(encoding="utf-8")
    film.write_text(text.replace("        elements_needed: [Topa, Valley]\n", ""), encoding="utf-8")

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.select_shot("1__1")
            assert window.inspector.shot.settings.start.currentText() == "Usual: its panel"

    qrun(main())


def test_what_was_sent_before_the_end_comes_home_at_the_next_start(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film", 1)

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            window.session.press(clips("1__1"))
            await until(lambda: sent() == 6)
        async with open_window(qapp, tmp_path, film) as window:
            await until(lambda: window.session.shot("1__1").stage is Stage.MADE)
            assert window.session.missing() == ()
            assert sent() == 6

    def sent() -> int:
        ledger = film.parent / "output-practice" / ".topa" / "practice.jsonl"
        return ledger.read_text().count('"created"') if ledger.exists() else 0

    qrun(main())


def test_the_primary_button_says_what_it_makes_and_costs(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            quote = window.session.quote(clips(*window.session.missing()))
            text = window.top.primary.text().replace("\N{NO-BREAK SPACE}", " ")
            assert text == f"Generate 4 missing · {quote.credits:,.0f} cr"

    qrun(main())


def test_a_doubtful_shot_is_asked_about_and_left_alone_on_no(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[tuple[Wish, ...], bool]] = []

    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            session = window.session
            real = session.shot("1__1")
            doubtful = type(real)(key="1__1", stage=Stage.NEEDS_YOU)
            monkeypatch.setattr(session, "shot", lambda key: doubtful if key == "1__1" else real)
            monkeypatch.setattr(
                session,
                "press",
                lambda wishes, consent=NO_CONSENT: made.append((wishes, consent.unknown)),
            )
            for answer in ("Leave it", "Generate it again"):
                window.making.generate(["1__1", "1__2"])
                await until(lambda: _question(window) is not None)
                box = _question(window)
                assert box is not None
                assert "may charge" in box.informativeText()
                next(b for b in box.buttons() if b.text().startswith(answer)).click()
                await until(lambda: not window.pressing.asking)

    qrun(main())
    assert made == [(clips("1__2"), False), (clips("1__2"), False), (clips("1__1"), True)]


def _question(window: MainWindow) -> QMessageBox | None:
    return next((b for b in window.findChildren(QMessageBox) if b.isVisible()), None)


def test_pause_says_so_and_goes_on(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            press(window.top.pause)
            assert window.session.paused
            assert window.top.pause.accessibleName() == "Go on sending"
            press(window.top.pause)
            assert not window.session.paused

    qrun(main())


def test_renaming_an_element_renames_its_mentions_in_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    scenario = small_film(tmp_path / "film")
    before = scenario.read_bytes()

    async def main() -> None:
        async with open_window(qapp, tmp_path, scenario) as window:
            window.selection.select_element("Topa")
            name = window.inspector.element.title
            name.selectAll()
            QTest.keyClicks(name, "Misha")
            QTest.keyClick(name, Qt.Key.Key_Return)
            film = window.session.document
            await until(lambda: film.scenario.element("Misha") is not None)
            assert window.selection.element == "Misha"
            assert all("@Misha" in shot.prompt for shot in film.scenario.shots())
            assert not [p for p in film.problems if p.severity.value == "error"]
            window.menus.actions["undo"].trigger()
            await until(lambda: film.to_bytes() == before)

    qrun(main())


def test_undo_works_from_inside_the_prompt(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    scenario = small_film(tmp_path / "film")
    before = scenario.read_bytes()

    async def main() -> None:
        async with open_window(qapp, tmp_path, scenario) as window:
            window.selection.select_shot("1__1")
            prompt = window.inspector.shot.prompt
            words = prompt.toPlainText()
            prompt.setFocus()
            QTest.keyClicks(prompt, "Slowly. ")
            film = window.session.document
            await until(lambda: film.scenario.shot("1__1").prompt.startswith("Slowly. "))
            QTest.keyClick(prompt, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: film.to_bytes() == before)
            assert prompt.toPlainText() == words

    qrun(main())


def test_mistakes_are_told_at_once_and_on_their_shot(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    scenario = small_film(tmp_path / "film")
    text = scenario.read_text(encoding="utf-8").replace("duration: 3", "duration: 99", 1)
    scenario.write_text(text, encoding="utf-8")

    async def main() -> None:
        async with open_window(qapp, tmp_path, scenario) as window:
            assert window.notice_bar.text.startswith("The scenario has 1 mistake.")
            assert "duration must be 3 to 15 seconds" in window.notice_bar.text
            assert "line" not in window.notice_bar.text
            window.selection.select_shot("1__1")
            form = window.inspector.shot
            told = [known.text for known in form.told.lines]
            assert any(words.startswith("Mistake: ") for words in told)
            assert form.generate.text() == "Fix the mistake"
            assert form.settings.length.value() == 99

    qrun(main())


def test_elements_without_words_are_work_to_come_and_no_mistakes(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    scenario = small_film(tmp_path / "film")
    text = scenario.read_text(encoding="utf-8")
    bare = "  characters:\n    - name: Lamp\n    - name: Boat\n"
    scenario.write_text(text.replace("  characters:\n", bare, 1), encoding="utf-8")

    async def main() -> None:
        async with open_window(qapp, tmp_path, scenario) as window:
            bar = window.notice_bar
            assert bar.text.startswith("2 elements have no words yet.")
            card = bar._now
            assert card is not None
            assert card.level == "info"
            card.offers[0].act()
            await until(lambda: window.selection.element == "Lamp")
            form = window.inspector.element
            await until(form.description.hasFocus)
            assert [line.level for line in form.told.lines if "Lamp" in line.text] == ["info"]

    qrun(main())


def test_a_digit_chooses_a_take_and_the_film_plays_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    scenario = small_film(tmp_path / "film", shots=1)

    async def main() -> None:
        async with open_window(qapp, tmp_path, scenario) as window:
            session = window.session
            window.selection.select_shot("1__1")
            window.making.generate(["1__1"])
            await until(lambda: len(session.shot("1__1").takes) == 1)
            window.making.generate(["1__1"])
            await until(lambda: _question(window) is not None)
            box = _question(window)
            assert box is not None
            assert box.text() == "Shot 1.1 has a take from exactly this request"
            next(b for b in box.buttons() if b.text().startswith("Generate another")).click()
            await until(lambda: len(session.shot("1__1").takes) == 2)
            window.timeline.setFocus()
            QTest.keyClick(window.timeline.view, Qt.Key.Key_1)
            await until(lambda: b"take: 1" in scenario.read_bytes())
            chosen = session.shot("1__1").chosen
            assert chosen is not None
            assert chosen.number == 1
            window.inspector.tabs.turn_to("takes")
            rows = window.inspector.takes.list.rows()
            await until(lambda: rows[1].facts.chosen)
            assert [row.facts.name for row in rows] == ["T2", "T1"]
            QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
            await until(lambda: b"take: 2" in scenario.read_bytes())
            await until(lambda: window.player.playback.playing)

    qrun(main())
