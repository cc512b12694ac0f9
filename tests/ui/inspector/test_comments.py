"""What others said of a shot, in the real window: dropped, answered, settled, undone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.support.window import until
from tests.support.work import TWO_SCENES, Key, Run, Work, on
from tests.ui.test_sound_acts import drop
from topa_studio.ui.film.search import Query, SearchIndex
from topa_studio.ui.film.words import card_sentence, tooltip
from topa_studio.ui.inspector.comments import MOST, Comments

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
EVIL = "<b>Too</b> dark"


def _said(path: Path, *comments: dict[str, Any], title: str = "Two") -> Path:
    head = {"topa_comments": 1, "film": "film", "title": title}
    path.write_text(json.dumps({**head, "comments": comments}), encoding="utf-8")
    return path


def _shown(work: Work) -> Comments:
    shown = work.window.inspector.shot.comments
    assert shown is not None
    return shown


def test_a_dropped_review_is_shown_answered_settled_and_undone(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, film = work.window, work.window.session
        said = _said(
            tmp_path / "said.json",
            {"shot": "1__1", "at": 1.5, "by": "Анна", "text": EVIL},
            {"shot": "1__1", "at": 0, "text": "Second"},
            {"shot": "7__7", "text": "Where?", "named": "7.7 The end"},
        )
        assert drop(window, QPoint(400, 300), said)
        await until(lambda: len(film.film.shot("1__1").comments) == 2)
        assert "7.7 The end" in window.notice_bar.text
        window.selection.select_shot("1__1")
        await until(lambda: window.inspector.shot.comments is not None)
        shown = _shown(work)
        first, second = shown.rows
        assert second.head.text() == "Анна · at 1.5 s"
        assert second.text.text() == EVIL
        assert first.text.text() == "Second"
        second.answer.setFocus()
        QTest.keyClicks(second.answer, "It is")
        QTest.keyClick(second.answer, Key.Key_Return)
        await until(lambda: bool(film.film.shot("1__1").comments[0].answers))
        assert second.answer.text() == ""
        assert second.answers.text() == "– It is"
        second.done.click()
        await until(lambda: film.film.shot("1__1").comments[0].done)
        assert [row.done.isChecked() for row in shown.rows] == [False, True]
        assert "1 open comment" in tooltip("1.1", film.film.shot("1__1"), film.shot("1__1"))
        assert "1 open comment" in card_sentence("1.1", film.film.shot("1__1"), film.shot("1__1"))
        index = SearchIndex(film.film)
        for words in ("too dark", "анна", "it is"):
            assert index.find(Query.of(words)) == {"1__1"}
        window.selection.select_shot("1__2")
        await until(lambda: not shown.isVisibleTo(window))
        for _step in range(3):
            window.desk.undo()
            await window.desk.settled()
        await until(lambda: work.text == work.before)
        # Taken twice, it adds nothing twice.
        for _time in range(2):
            drop(window, QPoint(400, 300), said)
            await until(lambda: len(film.film.shot("1__1").comments) == 2)
            await window.desk.settled()
        assert len(film.film.shot("1__1").comments) == 2

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_comments_come_by_the_file_menu_too(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main(work: Work) -> None:
        film = work.window.session
        said = _said(tmp_path / "said.json", {"shot": "1__1", "at": 1, "by": "A", "text": "Nice"})

        async def chosen(*_asked: object, **_how: object) -> Path:
            return said

        monkeypatch.setattr("topa_studio.ui.dialogs.choose_file", chosen)
        work.window.commands.do("bring_comments")
        await until(lambda: [c.text for c in film.film.shot("1__1").comments] == ["Nice"])

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_comments_on_another_film_are_asked_about_and_no_other_json_is_taken(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, film = work.window, work.window.session
        strange = tmp_path / "strange.json"
        strange.write_text('{"a": 1}', encoding="utf-8")
        assert drop(window, QPoint(400, 300), strange)
        await until(lambda: "strange.json means nothing there" in window.notice_bar.text)
        other = _said(tmp_path / "other.json", {"shot": "1__1", "text": "x"}, title="Another")
        for words, count in (("Leave them", 0), ("Take them all the same", 1)):
            drop(window, QPoint(400, 300), other)
            await until(lambda: window.findChild(QMessageBox) is not None)
            box = window.findChild(QMessageBox)
            assert "“Another”" in box.informativeText()
            next(button for button in box.buttons() if button.text() == words).click()
            await until(lambda: window.findChild(QMessageBox) is None)
            await window.desk.settled()
            await until(lambda count=count: len(film.film.shot("1__1").comments) == count)

    qrun(on(qapp, tmp_path, TWO_SCENES, main))


def test_a_shot_with_very_many_comments_shows_some_and_says_so(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    many = ", ".join(f"{{text: c{number}}}" for number in range(MOST + 2))
    text = TWO_SCENES.replace("duration: 8", f"duration: 8\n        comments: [{many}]")

    async def main(work: Work) -> None:
        work.window.selection.select_shot("1__1")
        await until(lambda: work.window.inspector.shot.comments is not None)
        shown = _shown(work)
        assert len(shown.rows) == MOST
        assert shown.more.text().startswith("2 more")

    qrun(on(qapp, tmp_path, text, main))
