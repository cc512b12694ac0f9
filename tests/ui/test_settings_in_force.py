"""What config.yaml sets holds below the film: shown, checked, chosen over, and sent alike."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.small_film import small_film
from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.model.request import ClipRequest
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Settings, Shot
from topa_studio.model.settings import in_force, inherited
from topa_studio.model.wish import clips
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.widgets.parts import Switch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


MODEL = "kling-3.0/video"


def film_under_config(tmp_path: Path, settings: str = "{mode: std, sound: false}") -> Path:
    film = small_film(tmp_path / "film", 2)
    text = film.read_text(encoding="utf-8").replace("  mode: std\n", "")
    film.write_text(text, encoding="utf-8")
    (film.parent / "config.yaml").write_text(f"generation: {settings}\n", encoding="utf-8")
    return film


def press(switch: Switch, value: str) -> None:
    QTest.mouseClick(switch.button(value), Qt.MouseButton.LeftButton)


def sent(window: MainWindow, key: str = "1__1") -> tuple[str, bool]:
    clip = window.session.wishes.estimate().requests(*clips(key))[-1]
    assert isinstance(clip, ClipRequest)
    return clip.mode, clip.sound


def test_the_inspector_shows_what_is_sent_and_pro_can_be_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = film_under_config(tmp_path)

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.select_shot("1__1")
            settings = window.inspector.shot.settings
            assert (settings.quality.value, settings.sound.value) == ("std", "off")
            assert sent(window) == ("std", False)
            press(settings.quality, "pro")
            press(settings.sound, "on")
            await until(lambda: window.session.settings("1__1") == Settings(MODEL, "pro", True))
            assert sent(window) == ("pro", True)
            shot = window.session.document.scenario.shot("1__1")
            assert (shot.settings.mode, shot.settings.sound) == ("pro", True)
            press(settings.quality, "std")  # as it is without a word of its own
            await until(lambda: window.session.settings("1__1").mode == "std")
            assert window.session.document.scenario.shot("1__1").settings.mode is None

    qrun(main())


def test_the_film_page_shows_it_and_the_whole_film_can_be_pro(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = film_under_config(tmp_path)

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.clear()
            page = window.inspector.film
            await until(lambda: page.quality.value == "std" and page.sound.value == "off")
            press(page.quality, "pro")
            await until(lambda: window.session.settings("1__2").mode == "pro")
            assert page.quality.value == "pro"

    qrun(main())
    assert re.search(r"mode: pro", film.read_text(encoding="utf-8"))


def test_spoken_words_are_warned_of_where_config_turns_sound_off(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = film_under_config(tmp_path)
    text = film.read_text(encoding="utf-8").replace("Sound: birds.", r"Topa says \"hello there\".")
    film.write_text(text, encoding="utf-8")

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            told = {p.shot for p in window.session.document.problems if p.code == "document.K28"}
            assert told == {"1__1", "1__2"}

    qrun(main())


LAYERS = [
    Settings(model, mode, sound)
    for model, mode, sound in product((None, "a"), (None, "std"), (None, False))
]


@pytest.mark.parametrize(("film", "scene"), list(product(LAYERS, LAYERS)))
def test_the_nearest_word_holds(film: Settings, scene: Settings) -> None:
    below = Settings("below", "pro", True)
    for own in LAYERS:
        shot = Shot("s", "1", settings=own)
        held = Scene("1", shots=(shot,), settings=scene)
        scenario = Scenario(FilmConfig(settings=film), scenes=(held,))
        found = in_force(scenario, "s", below)
        for name in ("model", "mode", "sound"):
            said = [getattr(layer, name) for layer in (own, scene, film, below)]
            assert getattr(found, name) == next(word for word in said if word is not None)
        without = Scenario(FilmConfig(settings=film), scenes=(Scene("1", settings=scene),))
        if own == Settings():
            assert found == inherited(without, without.scenes[0], below)
