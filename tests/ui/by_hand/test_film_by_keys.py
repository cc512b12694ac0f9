"""Shots and scenes chosen, moved, written and made with nothing but the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.hand import Role
from tests.support.window import until
from tests.ui.by_hand.films import QUIET, ByHand, Run, by_hand

pytestmark = QUIET
KEYS = {"Timeline": "Ctrl+1", "Board": "Ctrl+2", "Shot list": "Ctrl+3"}
# How one goes along in each view, and moves what is chosen.
ON = {"Timeline": "Right", "Board": "Right", "Shot list": "Down"}
FIRST = {"Timeline": "Home", "Board": "Ctrl+Home", "Shot list": "Ctrl+Home"}
LAST = {"Timeline": "End", "Board": "Ctrl+End", "Shot list": "Ctrl+End"}


async def turn(work: ByHand, view: str) -> None:
    """By its key; the keyboard is on the film then."""
    hand = work.hand
    await hand.key(KEYS[view])
    await hand.see(f"{view}: ")
    await hand.key(FIRST[view])


@pytest.mark.parametrize("view", KEYS)
def test_shots_and_scenes_are_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path, view: str
) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await turn(work, view)
        await work.chooses("A")
        await hand.key(ON[view])
        await work.chooses("B")
        await hand.key(f"Shift+{ON[view]}", 1)
        await work.chooses("BC")
        await hand.key("Ctrl+A")
        await work.chooses("ABCDEF")
        await hand.key("Esc")
        await work.chooses("")
        await hand.key(LAST[view])
        await work.chooses("F")
        await hand.key("Ctrl+K")
        await hand.type("Evening")
        await hand.see("2", Role.ListItem, "Evening")
        await hand.key("Return")
        await until(lambda: (t := hand.sees("Scene 2, Evening", Role.Grouping)) and t.is_on)
        await hand.key(FIRST[view])
        assert work.text == work.before

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.parametrize("view", KEYS)
def test_shots_and_scenes_are_moved(
    qrun: Run, qapp: QApplication, tmp_path: Path, view: str
) -> None:
    on = "Alt+Down" if view == "Shot list" else "Alt+Right"

    async def test(work: ByHand) -> None:
        hand = work.hand
        await turn(work, view)
        await work.chooses("A")
        await hand.key(on)
        await work.is_ordered("BAC", "DEF")
        await work.undone()
        await work.chooses("A")
        await hand.key(on, 3)
        await work.is_ordered("BC", "ADEF")
        for _ in range(3):
            await hand.key("Ctrl+Z")
        await work.is_ordered("ABC", "DEF")
        await hand.key("Alt+End")
        await work.is_ordered("BC", "DEFA")
        await hand.key("Alt+Home")
        await work.is_ordered("ABC", "DEF")
        await hand.key("Shift+" + ON[view])
        await work.chooses("AB")
        await hand.key(on, 2)
        await work.is_ordered("C", "ABDEF")
        await hand.key("Ctrl+Z", 4)
        await work.has(lambda: work.text == work.before)
        await hand.key("Alt+Shift+PgDown")
        await work.has(lambda: list(work.order) == ["Evening", "Morning"])
        await work.undone()

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.parametrize("view", KEYS)
def test_a_shot_is_longer_and_another_is_new_and_gone(
    qrun: Run, qapp: QApplication, tmp_path: Path, view: str
) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await turn(work, view)
        await work.chooses("A")
        await hand.key("]")
        await work.has(lambda: work.shot("Ash")["duration"] == 4)
        await hand.key("[")
        await work.has(lambda: work.shot("Ash")["duration"] == 3)
        await hand.key("N")
        await until(lambda: hand.at == "Prompt")
        await hand.type("A gull.")
        await work.has(lambda: work.scenes[0]["shots"][1]["prompt"] == "A gull.")
        await hand.key("Esc")
        await until(lambda: hand.at != "Prompt")
        await hand.key("Del")
        await work.is_ordered("ABC", "DEF")

    qrun(by_hand(qapp, tmp_path, test))


def test_search_and_filters(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    def shown(work: ByHand) -> str:
        titles = [title for each in work.order.values() for title in each]
        return "".join(title[0] for title in titles if work.hand.sees(work.card(title)))

    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.key("Ctrl+F")
        await hand.type("birch")
        await until(lambda: shown(work) == "B")
        await hand.key("Esc")
        await until(lambda: shown(work) == "ABCDEF")
        await hand.go_to("Show: All")
        await hand.go_to("Show: Accepted", "Right")
        await hand.key("Return")
        await until(lambda: shown(work) == "")
        await hand.go_to("Show: All", "Left")
        await hand.key("Return")
        await until(lambda: shown(work) == "ABCDEF")

    qrun(by_hand(qapp, tmp_path, test))


def test_several_shots_are_written_and_made_at_once(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await turn(work, "Timeline")
        await hand.key("Shift+Right", 2)
        await work.chooses("ABC")
        await hand.go_to("Quality: Draft")
        await hand.key("Right")
        await work.has(lambda: all(shot["mode"] == "pro" for shot in work.scenes[0]["shots"]))
        await hand.key("Ctrl+Z")
        await work.has(lambda: work.text == work.before)
        await hand.go_to("Add to the end of all 3")
        await hand.type("Rain.")
        await hand.key("Return")
        await work.has(lambda: all("Rain." in shot["prompt"] for shot in work.scenes[0]["shots"]))
        await hand.go_to("Generate 3 shots")
        await hand.key("Return")
        await hand.see("Generate all 3 shots")
        await hand.go_to("Generate all 3 shots")
        await hand.key("Return")
        names = [work.card(title) for title in ("Ash", "Birch", "Cedar")]
        await until(lambda: all(hand.sees(name, part="take 1") for name in names))

    qrun(by_hand(qapp, tmp_path, test))


def test_the_writing_room(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await turn(work, "Timeline")
        await hand.key("Right")
        await hand.key("W")
        await until(lambda: hand.reads("Shot 1.2 · 2 of 6") and hand.at == "Prompt")
        await hand.type(" With @La")
        await hand.see("@Lamp", Role.ListItem)
        await hand.key("Return")
        await work.has(lambda: "With @Lamp" in work.shot("Birch")["prompt"])
        await hand.key("Alt+Down")
        await until(lambda: hand.reads("Shot 1.3 · 3 of 6"))
        await hand.key("Esc")
        await hand.gone("Shot 1.3 · 3 of 6")
        await work.chooses("C")
        await hand.key("Left")
        await work.chooses("B")

    qrun(by_hand(qapp, tmp_path, test))


def test_words_are_replaced(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.key("Ctrl+H")
        await until(lambda: hand.at == "Find")
        await hand.type("pier")
        await hand.key("Tab")
        await hand.type("jetty")
        await until(lambda: hand.reads("6 places"))
        await hand.go_to("Replace all 6")
        await hand.key("Space")
        await work.has(lambda: work.text == work.before.replace("pier", "jetty"))
        await hand.key("Esc")
        await hand.gone("Replace all")
        await work.undone()

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.parametrize("view", KEYS)
def test_shots_that_are_no_neighbours_are_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path, view: str
) -> None:
    on, back = ("Ctrl+Down", "Ctrl+Up") if view == "Shot list" else ("Ctrl+Right", "Ctrl+Left")

    async def test(work: ByHand) -> None:
        hand = work.hand
        await turn(work, view)
        await work.chooses("A")
        await hand.key(on, 2)
        assert "Cedar" in hand.at or "1.3" in hand.at
        await work.chooses("A")
        await hand.key("Ctrl+Space")
        await work.chooses("AC")
        # Over the border of scenes.
        await hand.key(on, 2)
        await hand.key("Ctrl+Space")
        await work.chooses("ACE")
        await hand.key(back, 2)
        await hand.key("Ctrl+Space")
        await work.chooses("AE")
        pause = hand.sees("Pause")  # begins like another one's name, that comes behind
        assert pause is None or pause.name != "Pause"
        if view == "Board":
            await hand.key("Ctrl+Down")
            await hand.key("Ctrl+Space")
            await work.chooses("AEF")
            await hand.key("Ctrl+Up")
            await hand.key("Ctrl+Space")
            await work.chooses("ACEF")
        assert work.text == work.before

    qrun(by_hand(qapp, tmp_path, test))
