"""Under the words stand their mistakes and hints; they wait while one types, and can go away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from tests.support.small_film import small_film
from tests.support.window import until
from tests.support.work import Run, Work, on, press_button

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
Key = Qt.Key


def film(folder: Path, words: str) -> str:
    text = small_film(folder / "made", 2).read_text(encoding="utf-8")
    old = "Wide shot. @Topa walks through @Valley and stops at stone 1. Sound: birds."
    assert old in text
    return text.replace(old, words, 1)


def told(work: Work) -> list[str]:
    return [line.text for line in work.window.inspector.shot.notes.lines]


def away(work: Work, words: str) -> QToolButton:
    buttons = work.window.inspector.shot.notes.findChildren(QToolButton)
    return next(b for b in buttons if b.isVisible() and words in b.accessibleDescription())


def test_a_mistake_stands_under_the_words_with_its_fixes(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shot("1__1")
        form = window.inspector.shot
        assert [words for words in told(work) if "Tope" in words]
        await until(lambda: form.notes.geometry().top() > form.prompt.geometry().bottom(), 20)
        assert form.notes.geometry().bottom() < form.settings.geometry().top()
        buttons = {b.text(): b for b in form.notes.findChildren(QPushButton) if b.isVisible()}
        assert list(buttons) == ["Replace with @Topa", "Make element @Tope…"]
        form.prompt.setFocus()
        QTest.keyClicks(form.prompt, "Slow. ")
        press_button(buttons["Replace with @Topa"])
        wanted = "Slow. Wide shot. @Topa sits in @Valley."
        await until(lambda: window.session.film.shot("1__1").prompt == wanted, 60)
        assert form.prompt.words() == "Slow. Wide shot. @Topa sits in @Valley."

    qrun(on(qapp, tmp_path, film(tmp_path, "Wide shot. @Tope sits in @Valley."), main))


def test_hints_say_where_things_stand_best_and_block_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    words = "@Topa sits down in @Valley. Sound: birds. Close-up, push-in, then whip pan."

    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shot("1__1")
        hints = " ".join(told(work))
        for hint in ("('Close-up') comes late", "what is heard", "more than one camera move"):
            assert hint in hints
        assert window.inspector.shot.generate.isEnabled()
        assert window.inspector.shot.generate.text().startswith("Generate")

    qrun(on(qapp, tmp_path, film(tmp_path, words), main))


def test_a_hint_can_be_put_away_and_stays_away_for_this_shot(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shot("1__1")
        press_button(away(work, "camera move"))
        assert not [words for words in told(work) if "camera move" in words]
        window.selection.select_shot("1__2")
        window.selection.select_shot("1__1")
        assert not [words for words in told(work) if "camera move" in words]
        assert work.text == work.before
        # A mistake cannot be put away.
        form = window.inspector.shot
        form.prompt.setFocus()
        QTest.keyClicks(form.prompt, "@Dragn ")
        form.flush()
        window.selection.type_in(None)
        await until(lambda: [words for words in told(work) if "Dragn" in words])
        kept = [line.hush for line in form.notes.lines if "Dragn" in line.text]
        assert kept == [None]

    words = "Wide shot. @Topa sits in @Valley, push-in, then whip pan."
    qrun(on(qapp, tmp_path, film(tmp_path, words), main))


def test_a_hint_waits_until_the_words_are_left(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.activateWindow()
        window.selection.select_shot("1__1")
        form = window.inspector.shot
        window.inspector.edit_words()
        await until(form.prompt.hasFocus)
        QTest.keyClicks(form.prompt, " Push-in, whip pan.")
        form.flush()
        window.selection.type_in("1__1")
        await window.desk.settled()
        form.refresh()
        assert not [words for words in told(work) if "camera move" in words]
        window.timeline.view.setFocus()
        assert [words for words in told(work) if "camera move" in words]

    qrun(on(qapp, tmp_path, film(tmp_path, "Wide shot. @Topa sits in @Valley."), main))
