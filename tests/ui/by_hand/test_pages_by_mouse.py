"""Every page opened, used and left with a mouse; keys only type."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from PySide6.QtWidgets import QApplication

from tests.support.hand import Role
from tests.support.window import until
from tests.ui.by_hand.films import QUIET, ByHand, Run, by_hand
from topa_studio.app.films import films_folder

pytestmark = QUIET


def test_preferences(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.menu("File", "Preferences…")
        await hand.click("Look: Light")
        await until(lambda: qapp.palette().window().color().lightness() > 128)
        await hand.click("Look: Dark")
        await until(lambda: qapp.palette().window().color().lightness() < 128)
        await hand.click("Size of text: 150")
        await until(lambda: (t := hand.sees("Size of text: 150")) and t.is_on)
        await hand.click("Size of text: 100")
        await until(lambda: (t := hand.sees("Size of text: 100")) and t.is_on)
        await hand.click("Language: Русский")
        await hand.click("Язык: English")
        await hand.see("Language: English", Role.CheckBox)
        await hand.click("As at the start")
        await hand.click("Back (Esc)")
        await hand.click(work.card("Elm"))
        await work.chooses("E")

    qrun(by_hand(qapp, tmp_path, test))


def test_a_key_is_changed_and_a_preset_taken(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.menu("Help", "Keys")
        await hand.click("New shot: N")
        await hand.key("Y")
        await hand.see("New shot: Y")
        await hand.click("All as in the preset")
        await hand.see("New shot: N")
        preset = next(t.name for t in hand.things() if t.name.startswith("Keys as in: P"))
        await hand.click(preset)
        await until(lambda: (t := hand.sees(preset)) and t.is_on)
        await hand.click("Keys as in: Topa Studio")
        await hand.click("Close")

    qrun(by_hand(qapp, tmp_path, test))


def test_the_palette(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.menu("Help", "Find a command…")
        await until(lambda: hand.at.startswith("Commands, shots"))
        await hand.type("Elm")
        await hand.click("2.2", role=Role.ListItem)
        await work.chooses("E")

    qrun(by_hand(qapp, tmp_path, test))


def test_trash_versions_and_costs(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.click(work.card("Elm"))
        await hand.menu("Edit", "Delete")
        await work.is_ordered("ABC", "DF")
        await hand.menu("Edit", "Trash and earlier versions…")
        await hand.click("Elm", role=Role.ListItem)
        await hand.click("Restore: Shot: Elm")
        await work.is_ordered("ABC", "DEF")
        await hand.click("Show: Earlier versions")
        await hand.click("Close")
        await hand.menu("File", "Costs…")
        await until(lambda: hand.reads("Nothing is spent yet"))
        await hand.click("Close")
        await hand.menu("Help", "Guide: words for Kling 3.0")
        await hand.click("Close")

    qrun(by_hand(qapp, tmp_path, test))


def test_film_settings_and_a_new_film(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.click(work.card("Elm"))
        await hand.click("Film settings of By hand")
        await hand.click("Format: 9:16")
        await work.has(lambda: yaml.safe_load(work.text)["global_config"]["aspect_ratio"] == "9:16")
        await hand.click("Undo")
        await work.has(lambda: work.text == work.before)
        await hand.menu("File", "New film…")
        await until(lambda: hand.at == "Title")
        await hand.type("Second")
        await hand.click("1:1")
        await hand.click("Make the film")
        await until(lambda: hand.reads("Film settings of Second"))
        film = films_folder() / "Second" / "scenario.yaml"
        assert yaml.safe_load(film.read_text())["global_config"]["aspect_ratio"] == "1:1"

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.usefixtures("slow_practice")
def test_quitting_while_a_shot_is_made(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.click("Generate 6 missing")
        await hand.click("Generate all 6 shots")
        await work.are_made(6)
        await hand.menu("File", "Quit")
        await until(lambda: hand.reads("They were sent."))
        assert hand.reads("6 shots are still being made")
        await hand.click("Quit now")
        await until(lambda: work.made.window is None)

    qrun(by_hand(qapp, tmp_path, test))
