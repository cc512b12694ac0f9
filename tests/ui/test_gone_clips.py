"""A clip that somebody deleted: the card says so, and nothing is paid for it a second time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.support.service_process import ledger_lines
from tests.support.small_film import small_film
from tests.support.window import open_window, until
from tests.support.work import Run, Work, on, press_button
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline import board

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend"),
    pytest.mark.usefixtures("hasty_practice"),
]


def sent(work: Work) -> int:
    ledger = work.window.session.output_folder / ".topa" / "practice.jsonl"
    return sum(event["event"] == "created" for event in ledger_lines(ledger))


def question(work: Work) -> QMessageBox | None:
    return next((b for b in work.window.findChildren(QMessageBox) if b.isVisible()), None)


def pressed(button: QPushButton, work: Work) -> bool:
    """Press until a question stands there."""
    press_button(button)
    return question(work) is not None


async def made_and_deleted(work: Work) -> None:
    session = work.window.session
    work.window.selection.select_shot("1__1")
    await session.make(clips("1__1"))
    for clip in session.output_folder.glob("film/**/*.mp4"):
        clip.unlink()
    await until(lambda: session.shot("1__1").stage is Stage.MISSING)


def test_a_press_brings_a_deleted_clip_back_for_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session, generate = work.window.session, work.window.inspector.shot.generate
        await made_and_deleted(work)
        before = sent(work)
        await until(lambda: "free" in generate.text())
        told = [line.text for line in work.window.inspector.shot.told.lines]
        assert len([words for words in told if "gone from the disk" in words]) == 1
        await until(lambda: generate.isEnabled())
        press_button(generate)
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        assert question(work) is None
        assert sent(work) == before

    qrun(on(qapp, tmp_path, small_film(tmp_path / "film", 1).read_text(), main))


@pytest.mark.long
def test_a_clip_that_nobody_has_is_made_again_only_after_a_question(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main(work: Work) -> None:
        session, generate = work.window.session, work.window.inspector.shot.generate
        monkeypatch.setattr(board, "KEPT_THERE", 0.0)  # all of it is too old for the service
        await made_and_deleted(work)
        before = sent(work)
        await until(lambda: generate.isEnabled())
        for words, more in (("Cancel", 0), ("Generate another", 1)):
            await until(lambda: pressed(generate, work))
            box = question(work)
            assert box is not None
            assert box.text() == "The clip of shot 1.1 is gone"
            press_button(next(b for b in box.buttons() if b.text().startswith(words)))
            await until(lambda: question(work) is None)
            await until(lambda more=more: sent(work) == before + more)  # type: ignore[misc]
        await until(lambda: session.shot("1__1").stage is Stage.MADE)

    qrun(on(qapp, tmp_path, small_film(tmp_path / "film", 1).read_text(), main))


def test_a_renamed_film_shows_its_clips_before_any_press(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film", 2)

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            await window.session.make(clips("1__1", "1__2"))
            before = sent(Work(window))
            assert window.session.missing() == ()
        renamed = film.rename(film.with_name("kites.yaml"))
        async with open_window(qapp, tmp_path, renamed) as window:
            session = window.session
            assert session.quote(clips("1__1", "1__2")).credits == 0
            await until(lambda: session.missing() == ())
            assert not any(session.shot(key).out_of_date for key in ("1__1", "1__2"))
            await until(lambda: session.money().estimated == 0)
            assert sent(Work(window)) == before

    qrun(main())
