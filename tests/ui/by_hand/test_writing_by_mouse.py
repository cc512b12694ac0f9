"""Words, files, finding and several shots at once: the mouse goes everywhere, keys only type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.support.hand import CTRL, SHIFT, Role
from tests.support.window import until
from tests.ui.by_hand.films import QUIET, ByHand, Run, by_hand

pytestmark = QUIET


def test_a_band_and_moves_in_the_list(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand, card = work.hand, work.card
        await hand.click("View of the film: Board")
        await hand.see("Board: ")
        first, last = await hand.see(card("Ash")), await hand.see(card("Birch"))
        begin = first.area.topLeft() - QPoint(4, 4)
        await hand.drag(begin, last.area.bottomRight() + QPoint(3, 3))
        await work.chooses("AB")
        await hand.drag(begin, last.area.bottomRight() + QPoint(3, 3), CTRL)
        await hand.click("View of the film: Shot list")
        await work.chooses("AB")
        await hand.menu("Shot", "Move right")
        await work.is_ordered("CAB", "DEF")
        await hand.click("Undo")
        await work.has(lambda: work.text == work.before)

    qrun(by_hand(qapp, tmp_path, test))


def test_an_edge_is_pulled(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        area = (await hand.see(work.card("Birch"))).area
        edge = QPoint(area.right() - 2, area.center().y())
        await hand.drag(edge, edge + QPoint(90, 0))
        await work.has(lambda: work.shot("Birch")["duration"] > 3)
        await hand.click("Undo")
        await work.has(lambda: work.text == work.before)

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.parametrize("view", ["Timeline", "Board"])
def test_an_element_is_carried_onto_a_shot(
    qrun: Run, qapp: QApplication, tmp_path: Path, view: str
) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.click(f"View of the film: {view}")
        await hand.see(f"{view}: ")
        element = (await hand.see("@Lamp, prop")).share(0.6, 0.2)
        await hand.drag(element, work.card("Elm"), until_key="Esc")
        await hand.drag(element, work.card("Elm"))
        await work.has(lambda: work.shot("Elm")["prompt"].endswith("Elm. @Lamp"))
        await hand.click("Undo")
        await work.has(lambda: work.text == work.before)

    qrun(by_hand(qapp, tmp_path, test))


def test_search_and_filters(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    def shown(work: ByHand) -> str:
        return "".join(
            title[0]
            for titles in work.order.values()
            for title in titles
            if work.hand.sees(work.card(title))
        )

    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.click("Find in the film")
        await hand.type("birch")
        await until(lambda: shown(work) == "B")
        await hand.click("Show all")
        await until(lambda: shown(work) == "ABCDEF")
        await hand.click("Show: Accepted 0")
        await until(lambda: shown(work) == "")
        await hand.click("Show: All 6")
        await until(lambda: shown(work) == "ABCDEF")
        await hand.click("Show: Missing 6")
        await until(lambda: shown(work) == "ABCDEF")

    qrun(by_hand(qapp, tmp_path, test))


def test_several_shots_are_written_and_made_at_once(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(work: ByHand) -> None:
        hand, card = work.hand, work.card
        await hand.click(card("Ash"))
        await hand.click("Quality: Pro")
        await work.has(lambda: work.shot("Ash")["mode"] == "pro")
        await hand.click(card("Cedar"), SHIFT)
        await work.chooses("ABC")
        await until(lambda: hand.reads("mixed: 2 Draft, 1 Pro"))
        await hand.click("Quality: Draft")
        await work.has(lambda: "mode" not in work.shot("Ash"))
        await hand.click("Add to the end of all 3")
        await hand.type("Rain.")
        await hand.click("Length", role=Role.SpinBox)
        await work.has(lambda: all(shot["prompt"].endswith(" Rain.") for shot in morning(work)))
        await hand.click("Undo")
        await work.has(lambda: not any("Rain" in shot["prompt"] for shot in morning(work)))
        await hand.click("Generate 3 shots")
        await hand.click("Generate all 3 shots")
        await until(lambda: all(hand.sees(card(t), part="take 1") for t in NAMES))

    qrun(by_hand(qapp, tmp_path, test))


NAMES = ("Ash", "Birch", "Cedar")


def morning(work: ByHand) -> list[dict[str, Any]]:
    return list(work.scenes[0]["shots"])


def test_the_writing_room(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand, card = work.hand, work.card
        await hand.click(card("Birch"))
        await hand.click("Write… (W)")
        await until(lambda: hand.reads("Shot 1.2 · 2 of 6"))
        await hand.type(" With @La")
        await hand.click("@Lamp", role=Role.ListItem)
        await work.has(lambda: "With @Lamp" in work.shot("Birch")["prompt"])
        await hand.click("The next shot")
        await until(lambda: hand.reads("Shot 1.3 · 3 of 6"))
        await hand.click("Mention Topa where")
        await work.has(lambda: "@Topa" in work.shot("Cedar")["prompt"])
        await hand.click("Back to the film")
        await hand.gone("Shot 1.3 · 3 of 6")
        await work.chooses("C")
        await hand.click("Undo")
        await work.has(lambda: "@Topa" not in work.shot("Cedar")["prompt"])

    qrun(by_hand(qapp, tmp_path, test))


def test_words_are_replaced(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand = work.hand
        await hand.menu("Edit", "Find and replace…")
        await until(lambda: hand.at == "Find")
        await hand.type("pier")
        await hand.click("Replace with", role=Role.EditableText)
        await hand.type("jetty")
        await until(lambda: hand.reads("6 places"))
        await hand.click("Replace all 6")
        await work.has(lambda: work.text == work.before.replace("pier", "jetty"))
        await hand.click("Close")
        await hand.click("Undo")
        await work.has(lambda: work.text == work.before)

    qrun(by_hand(qapp, tmp_path, test))
