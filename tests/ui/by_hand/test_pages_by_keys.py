"""Every page opened, used and left with nothing but the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from PySide6.QtWidgets import QApplication

from tests.support.hand import Hand, Role
from tests.support.window import until
from tests.ui.by_hand.films import QUIET, ByHand, Run, by_hand
from topa_studio.app.films import films_folder

pytestmark = QUIET


async def is_on(hand: Hand, name: str) -> None:
    await until(lambda: any(t.is_on for t in hand.things() if t.name.startswith(name)))


def test_preferences(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.key("Ctrl+,")
        await hand.go_to("Look: Dark")
        await hand.key("Right")
        await until(lambda: qapp.palette().window().color().lightness() > 128)
        await hand.go_to("Look: Light")
        await hand.key("Left")
        await until(lambda: qapp.palette().window().color().lightness() < 128)
        await hand.go_to("Size of text: 100")
        await hand.key("Right")
        await is_on(hand, "Size of text: 125")
        await hand.go_to("Size of text: 125")
        await hand.key("Left")
        await is_on(hand, "Size of text: 100")
        await hand.go_to("Language: English")
        await hand.key("Right")
        await is_on(hand, "Язык: Русский")
        await hand.go_to("Язык: Русский")
        await hand.key("Left")
        await is_on(hand, "Language: English")
        await hand.key("Esc")
        await hand.gone("Size of text: 100")
        await hand.key("Home")
        await work.chooses("A")

    qrun(by_hand(qapp, tmp_path, test))


def test_a_key_is_changed_and_a_preset_taken(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.key("F1")
        await hand.see("Keys as in: Topa Studio")
        await hand.go_to("New shot: N")
        await hand.key("Space")
        await until(lambda: hand.at == "New keys")
        await hand.key("Y")
        await until(lambda: hand.at == "New shot: Y")
        await hand.key("Esc")
        await hand.gone("Keys as in")
        await hand.key("Home")
        await hand.key("Y")
        await work.has(lambda: len(work.scenes[0]["shots"]) == 4)
        await hand.key("F1")
        await hand.go_to("Keys as in: Topa Studio")
        await hand.key("Right")
        await is_on(hand, "Keys as in: Premiere")
        await hand.key("Left")
        await is_on(hand, "Keys as in: Topa Studio")

    qrun(by_hand(qapp, tmp_path, test))


def test_trash_versions_and_costs(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.key("End")
        await work.chooses("F")
        await hand.key("Del")
        await work.is_ordered("ABC", "DE")
        await hand.key("Ctrl+Shift+T")
        await hand.see("Fir", Role.ListItem)
        await hand.key("Return")
        await work.is_ordered("ABC", "DEF")
        await hand.go_to("Show: Trash")
        await hand.key("Right")
        await is_on(hand, "Show: Earlier versions")
        await hand.key("Esc")
        await hand.gone("Show: Trash")
        await hand.key("Ctrl+Shift+C")
        await until(lambda: hand.reads("Nothing is spent yet"))
        await hand.key("Esc")
        await until(lambda: not hand.reads("Nothing is spent yet"))

    qrun(by_hand(qapp, tmp_path, test))


def test_film_settings_menus_and_a_new_film(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.key("Home")
        await hand.key("Esc")
        await hand.see("Format: 16:9")
        await hand.go_to("Format: 16:9")
        await hand.key("Right")
        await work.has(lambda: yaml.safe_load(work.text)["global_config"]["aspect_ratio"] == "9:16")
        await work.undone()
        await hand.key("Alt+H")
        await hand.see("Guide: words for Kling 3.0", Role.MenuItem)
        await hand.key("G")
        await hand.see("Close")
        await hand.key("Esc")
        await hand.gone("Close")
        await hand.key("Ctrl+N")
        await until(lambda: hand.at == "Title")
        await hand.type("Second")
        await hand.go_to("16:9")
        await hand.key("Right", 2)
        await hand.key("Return")
        await until(lambda: hand.reads("Film settings of Second"))
        film = films_folder() / "Second" / "scenario.yaml"
        assert yaml.safe_load(film.read_text())["global_config"]["aspect_ratio"] == "1:1"

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.usefixtures("slow_practice")
def test_quitting_while_shots_are_made(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.key("Ctrl+Shift+G")
        await hand.see("Generate all 6 shots")
        await hand.go_to("Generate all 6 shots")
        await hand.key("Return")
        await work.are_made(6)
        await hand.key("Ctrl+Q")
        await until(lambda: hand.reads("They were sent."))
        assert hand.reads("6 shots are still being made")
        await hand.go_to("Quit now")
        await hand.key("Return")
        await until(lambda: work.made.window is None)

    qrun(by_hand(qapp, tmp_path, test))
