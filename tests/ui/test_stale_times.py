"""`time:` texts of the file after a move: told once, and brought up to date by a press."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.window import until
from tests.support.work import Run, Work, on
from topa_studio.document.edits import MoveShot, SetField, ShotTarget

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
FILM = """\
title: Piers
scenes:
  - id: 1
    time: "00:00-00:08"
    shots:
      - {id: 1, time: "00:00-00:03", prompt: "Wide shot. A pier.", duration: 3}
      - {id: 2, time: "00:03 – 00:08", prompt: "Wide shot. A boat.", duration: 5}
  - id: 2
    time: "evening"
    shots:
      - {id: 1, time: "0:08-0:12", prompt: "Wide shot. A bell.", duration: 4}
"""
MOVED = ('time: "00:00 – 00:05"', 'time: "00:05-00:08"')


def test_times_are_told_once_and_brought_up_to_date(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        bar = window.notice_bar
        await session.edit("x", [SetField(ShotTarget("1__1"), "title", "A pier")])
        assert "time:" not in bar.text
        await session.edit("Move", [MoveShot("1__2", "1", 0)])
        assert "do not fit the film any more" in bar.text
        next(b for b in bar.buttons if b.text() == "Bring them up to date").click()
        await until(lambda: all(words in work.text for words in MOVED))
        assert 'time: "0:08-0:12"' in work.text
        assert "time: evening" in work.text.replace('"', "")
        await session.edit("Move", [MoveShot("1__2", "1", 1)])
        assert "do not fit" not in bar.text

    qrun(on(qapp, tmp_path, FILM, main))


def test_what_was_told_of_times_goes_with_an_undo(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        await session.edit("Move", [MoveShot("1__2", "1", 0)])
        assert "do not fit the film any more" in window.notice_bar.text
        window.menus.actions["undo"].trigger()
        await until(lambda: "do not fit" not in window.notice_bar.text)

    qrun(on(qapp, tmp_path, FILM, main))
