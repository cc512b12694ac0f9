"""The window asks before a film uses what lies outside its folder: once, and remembers it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.support.open_film import plain_film
from tests.support.small_kie import picture_bytes, small_kie
from tests.support.window import say_yes, studio, until
from tests.support.work import Run, press_button
from topa_studio.model.status import Stage
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def question(app: QApplication) -> QMessageBox | None:
    boxes = (w for w in app.topLevelWidgets() if isinstance(w, QMessageBox))
    return next((box for box in boxes if box.isVisible()), None)


async def answered(app: QApplication, words: str) -> str:
    """Answer the question that stands there, or comes; what it said."""
    await until(lambda: question(app) is not None)
    box = question(app)
    assert box is not None
    told = f"{box.text()} {box.informativeText()}"
    press_button(next(b for b in box.buttons() if b.text() == words))  # type: ignore[arg-type]
    return told


async def opens(made: Studio, film: Path) -> None:
    await made.open(film, practice=True)


def test_a_film_whose_results_would_lie_elsewhere_is_opened_after_a_yes(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = plain_film(tmp_path / "strange")
    (film.parent / "config.yaml").write_text("output: {base_dir: ../private}\n")

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            first = made.window
            made.scope.spawn(opens(made, film))
            told = await answered(qapp, "Do not open")
            assert str(tmp_path / "private") in told
            await until(lambda: question(qapp) is None)
            assert made.window is first
            assert not any("private" in name for name in os.listdir(tmp_path))
            made.scope.spawn(opens(made, film))
            await answered(qapp, "Use these folders")
            await until(lambda: made.window is not first)
            assert (tmp_path / "private-practice").is_dir()
        async with studio(qapp, tmp_path, film) as again:
            assert again.window is not None
            assert question(qapp) is None

    qrun(main())


def test_the_first_film_is_asked_about_where_no_window_stands_yet(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = plain_film(tmp_path / "strange")
    (film.parent / "config.yaml").write_text("output: {elements_dir: ../cast}\n")

    async def main() -> None:
        asked = asyncio.create_task(answered(qapp, "Use these folders"))
        async with studio(qapp, tmp_path, film) as made:
            assert str(tmp_path / "cast") in await asked
            assert made.window is not None

    qrun(main())


def test_pictures_from_outside_are_asked_about_once_before_they_are_uploaded(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = plain_film(tmp_path / "film", 2)
    text = film.read_text()
    for number, name in ((1, "one"), (2, "two")):
        (tmp_path / f"{name}.png").write_bytes(picture_bytes(640 * number, 360))
        head = f"      - id: {number}\n"
        text = text.replace(head, f"{head}        start: ../{name}.png\n")
    film.write_text(text)

    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            async with studio(qapp, tmp_path, film, practice=False) as made:
                window = made.window
                assert window is not None
                pressing, session = window.pressing, window.session
                pressing.shots(["1__1"])
                told = await answered(qapp, "Do not send")
                assert str(tmp_path / "one.png") in told
                assert str(tmp_path / "two.png") in told
                await until(lambda: not pressing.asking)
                assert kie.service.paths().count("/api/file-stream-upload") == 0
                pressing.shots(["1__1"])
                await answered(qapp, "Upload them")
                await say_yes(window)
                await until(lambda: session.shot("1__1").stage is Stage.MADE)
                pressing.shots(["1__2"])
                await say_yes(window)
                await until(lambda: session.shot("1__2").stage is Stage.MADE)
                assert kie.asked("upload") == 2

    qrun(main())
