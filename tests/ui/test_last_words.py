"""What was typed last is in the file, in whichever field and however the window ends."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.small_film import small_film
from tests.support.window import studio, until
from tests.support.work import Run
from topa_studio.base.yaml_reader import load
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Film = dict[str, Any]
WORDS = "Last"


def shot(film: Film) -> Any:
    return film["scenes"][0]["shots"][0]


def bear(film: Film) -> Any:
    return film["elements"]["characters"][0]


def of_shot(find: Callable[[MainWindow], QWidget]) -> Callable[[MainWindow], QWidget]:
    def field(window: MainWindow) -> QWidget:
        window.selection.select_shot("1__1")
        return find(window)

    return field


def of_scene(find: Callable[[MainWindow], QWidget]) -> Callable[[MainWindow], QWidget]:
    def field(window: MainWindow) -> QWidget:
        window.selection.select_scene("1")
        return find(window)

    return field


def of_element(find: Callable[[MainWindow], QWidget]) -> Callable[[MainWindow], QWidget]:
    def field(window: MainWindow) -> QWidget:
        window.selection.select_element("Topa")
        return find(window)

    return field


FIELDS: dict[str, tuple[Callable[[MainWindow], QWidget], str, Callable[[Film], Any]]] = {
    "prompt": (of_shot(lambda w: w.inspector.shot.prompt), WORDS, lambda f: shot(f)["prompt"]),
    "shot title": (of_shot(lambda w: w.inspector.shot.title), WORDS, lambda f: shot(f)["title"]),
    "length": (
        of_shot(lambda w: w.inspector.shot.settings.length),
        "7",
        lambda f: str(shot(f)["duration"]),
    ),
    "scene title": (
        of_scene(lambda w: w.inspector.scene.title),
        WORDS,
        lambda f: f["scenes"][0]["title"],
    ),
    "background": (
        of_scene(lambda w: w.inspector.scene.background),
        WORDS,
        lambda f: f["scenes"][0]["background"],
    ),
    "notes": (
        of_scene(lambda w: w.inspector.scene.notes),
        WORDS,
        lambda f: f["scenes"][0]["notes"],
    ),
    "film title": (lambda w: w.inspector.film.title, WORDS, lambda f: f["title"]),
    "style": (
        lambda w: w.inspector.film.style_prefix,
        WORDS,
        lambda f: f["global_config"]["style_prefix"],
    ),
    "budget": (
        lambda w: w.inspector.film.budget.field,
        "70",
        lambda f: str(f["global_config"]["budget_credits"]),
    ),
    "name": (of_element(lambda w: w.inspector.element.title), WORDS, lambda f: bear(f)["name"]),
    "description": (
        of_element(lambda w: w.inspector.element.description),
        WORDS,
        lambda f: bear(f)["description"],
    ),
    "view": (
        of_element(lambda w: w.inspector.element.views._fields[0]),
        WORDS,
        lambda f: bear(f)["reference_prompts"][0],
    ),
}


async def close(made: Studio, _folder: Path) -> None:
    assert made.window is not None
    made.window.close()


async def leave(made: Studio, _folder: Path) -> None:
    assert made.window is not None
    made.window.menus.actions["quit"].trigger()


async def terminated(_made: Studio, _folder: Path) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


async def reopened(made: Studio, _folder: Path) -> None:
    await made.reopen(practice=False)


async def another(made: Studio, folder: Path) -> None:
    await made.open(small_film(folder / "other"), practice=True)


async def another_look(made: Studio, _folder: Path) -> None:
    await made.change_look("theme", "light")


WAYS = (close, leave, terminated, reopened, another, another_look)
PAIRS = [(name, WAYS[place % len(WAYS)]) for place, name in enumerate(FIELDS)]
PAIRS += [("prompt", way) for way in WAYS[1:]]


@pytest.mark.parametrize(("name", "way"), PAIRS)
def test_a_word_typed_right_before_the_end_is_in_the_file(
    qrun: Run, qapp: QApplication, tmp_path: Path, name: str, way: Callable[..., Any]
) -> None:
    film = small_film(tmp_path / "film")
    find, typed, read = FIELDS[name]

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            field = find(made.window)
            field.setFocus()
            select = getattr(field, "selectAll", None)
            assert select is not None
            select()
            QTest.keyClicks(field, typed)
            await way(made, tmp_path)

    qrun(main())
    assert read(load(film.read_text(encoding="utf-8"))) == typed


@pytest.mark.parametrize("way", WAYS)
def test_words_of_a_long_film_wait_for_a_thread_and_are_kept(
    qrun: Run, qapp: QApplication, tmp_path: Path, way: Callable[..., Any]
) -> None:
    film = small_film(tmp_path / "film", 400)
    assert film.stat().st_size > 50_000

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            made.window.selection.select_shot("1__1")
            prompt = made.window.inspector.shot.prompt
            prompt.selectAll()
            QTest.keyClicks(prompt, WORDS)
            await way(made, tmp_path)

    qrun(main())
    assert shot(load(film.read_text(encoding="utf-8")))["prompt"] == WORDS


@pytest.mark.parametrize("way", [close, terminated, another])
@pytest.mark.parametrize("name", ["prompt", "shot title"])
def test_half_composed_words_are_part_of_the_text(
    qrun: Run, qapp: QApplication, tmp_path: Path, name: str, way: Callable[..., Any]
) -> None:
    film = small_film(tmp_path / "film")
    find, _typed, read = FIELDS[name]

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            field = find(made.window)
            field.setFocus()
            field.selectAll()  # type: ignore[attr-defined] # a line or a box
            QApplication.sendEvent(field, QInputMethodEvent("にほん", []))
            await way(made, tmp_path)

    qrun(main())
    assert read(load(film.read_text(encoding="utf-8"))) == "にほん"


def test_a_day_budget_typed_right_before_the_end_holds(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            made.window.menus.actions["preferences"].trigger()
            (page,) = made.window.findChildren(PreferencesPage)
            await until(lambda: page.day.note.text())
            page.day.field.setFocus()
            page.day.field.selectAll()
            QTest.keyClicks(page.day.field, "90")
            made.window.close()
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            assert await made.window.session.spending.day_budget() == 90

    qrun(main())


def test_an_act_asked_for_right_before_the_end_is_done(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film", 400)

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            made.window.selection.select_shot("1__1")
            QTest.keyClick(made.window.timeline.view, Qt.Key.Key_Delete)
            made.window.close()

    qrun(main())
    assert shot(load(film.read_text(encoding="utf-8")))["id"] == 2


def test_all_edits_asked_for_are_settled_even_before_any_has_begun(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            window = made.window
            window.selection.select_shot("1__1")
            QTest.keyClicks(window.inspector.shot.title, "x")
            window.flush()
            await window.desk.settled()
            assert "x" in window.session.document.scenario.shot("1__1").title

    qrun(main())


def test_an_end_waits_for_what_is_carried_out_and_stops_the_rest(qrun: Run) -> None:
    done: list[str] = []

    async def work(name: str) -> None:
        await asyncio.sleep(0.01)
        done.append(name)

    async def main() -> None:
        scope = TaskScope(lambda error: done.append(repr(error)))
        scope.spawn(work("spawned"))
        scope.carry_out(work("carried"))
        await scope.aclose()
        assert scope.carry_out(work("late")) is None

    qrun(main())
    assert done == ["carried"]


def test_words_typed_while_the_film_is_worked_on_are_not_written_over(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    """A refresh between telling words and their arrival showed the old ones."""

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            window = made.window
            window.selection.select_shot("1__1")
            title = window.inspector.shot.title
            title.selectAll()
            QTest.keyClicks(title, "Anew")
            title.flush()
            window.inspector.refresh()
            assert title.text() == "Anew"
            await window.desk.settled()
            assert title.text() == "Anew"

    qrun(main())
