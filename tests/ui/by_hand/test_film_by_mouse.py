"""Shots and scenes chosen and moved in each view, with nothing but a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.support.hand import CTRL, SHIFT, Role
from tests.support.late_keys import late_keys
from tests.support.window import until
from tests.ui.by_hand.films import QUIET, ByHand, Run, by_hand

pytestmark = QUIET
VIEWS = ("Timeline", "Board", "Shot list")


async def turn(work: ByHand, view: str) -> None:
    """By the switch."""
    await work.hand.click(f"View of the film: {view}")
    await work.hand.see(f"{view}: ")


@pytest.mark.parametrize("view", VIEWS)
def test_shots_are_chosen(qrun: Run, qapp: QApplication, tmp_path: Path, view: str) -> None:
    async def test(work: ByHand) -> None:
        hand, card = work.hand, work.card
        await turn(work, view)
        await hand.click(card("Birch"))
        await work.chooses("B")
        await hand.click(card("Dune"), SHIFT)
        await work.chooses("BCD")
        await hand.click(card("Cedar"), CTRL)
        await work.chooses("BD")
        await hand.click(card("Fir"), CTRL)
        await work.chooses("BDF")
        await hand.click("Scene 2, Evening", role=Role.Grouping)
        await work.chooses("")
        assert (await hand.see("Scene 2, Evening", Role.Grouping)).is_on
        await hand.click(card("Ash"))
        await work.chooses("A")
        assert work.text == work.before

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.parametrize("view", ["Timeline", "Board"])
def test_cards_are_dragged(qrun: Run, qapp: QApplication, tmp_path: Path, view: str) -> None:
    async def before(work: ByHand, title: str) -> QPoint:
        return (await work.hand.see(work.card(title))).share(0.08, 0.4)

    async def behind(work: ByHand, title: str) -> QPoint:
        return (await work.hand.see(work.card(title))).share(0.94, 0.4)

    async def test(work: ByHand) -> None:
        hand, card = work.hand, work.card
        await turn(work, view)
        # One, within its scene.
        await hand.drag(card("Ash"), await behind(work, "Birch"))
        await work.is_ordered("BAC", "DEF")
        await work.undone()
        # Given up.
        await hand.drag(card("Ash"), await behind(work, "Birch"), until_key="Esc")
        # One, behind the last of another scene; before the first of all.
        await hand.drag(card("Ash"), await behind(work, "Fir"))
        await work.is_ordered("BC", "DEFA")
        await work.undone()
        await hand.drag(card("Fir"), await before(work, "Ash"))
        await work.is_ordered("FABC", "DE")
        await work.undone()
        # Many at once.
        await hand.click(card("Ash"))
        await hand.click(card("Cedar"), CTRL)
        await hand.drag(card("Cedar"), await behind(work, "Elm"))
        await work.is_ordered("B", "DEACF")
        await work.undone()
        # A scene by its heading.
        end = (await hand.see("Scene 2, Evening", Role.Grouping)).share(0.9, 0.9)
        begin = (await hand.see("Scene 1, Morning", Role.Grouping)).spot
        await hand.drag(begin, end)
        await work.has(lambda: list(work.order) == ["Evening", "Morning"])
        await work.undone()
        assert list(work.order) == ["Morning", "Evening"]

    qrun(by_hand(qapp, tmp_path, test))


@pytest.mark.parametrize("view", VIEWS)
def test_esc_counts_at_once_though_a_reader_hears_it_first(
    qrun: Run, qapp: QApplication, tmp_path: Path, view: str
) -> None:
    async def test(work: ByHand) -> None:
        hand, card = work.hand, work.card
        await turn(work, view)
        await hand.click(card("Ash"))
        await hand.click(card("Cedar"), CTRL)
        await work.chooses("AC")
        with late_keys(qapp) as late:
            await hand.drag(card("Ash"), card("Fir"), until_key="Esc")
            assert late.count == 2
            late.answer()
        # What comes of the key later is no second Esc, which would choose nothing.
        await work.chooses("AC")
        await hand.drag(card("Ash"), (await hand.see(card("Fir"))).share(0.94, 0.9))
        await work.is_ordered("B", "DEFAC")
        await work.undone()

    qrun(by_hand(qapp, tmp_path, test))


def test_rows_of_the_list_are_dragged(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def test(work: ByHand) -> None:
        hand, card = work.hand, work.card

        async def at(title: str, down: float) -> QPoint:
            return (await hand.see(card(title))).share(0.3, down)

        await turn(work, "Shot list")
        # Given up; one, within its scene; one, into another; one, before the first of all.
        await hand.drag(await at("Ash", 0.5), await at("Fir", 0.9), until_key="Esc")
        await hand.drag(await at("Ash", 0.5), await at("Birch", 0.9))
        await work.is_ordered("BAC", "DEF")
        await work.undone()
        await hand.drag(await at("Ash", 0.5), await at("Dune", 0.9))
        await work.is_ordered("BC", "DAEF")
        await work.undone()
        await hand.drag(await at("Fir", 0.5), await at("Ash", 0.1))
        await work.is_ordered("FABC", "DE")
        await work.undone()
        # Several that are no neighbours, of two scenes.
        await hand.click(card("Ash"))
        await hand.click(card("Cedar"), CTRL)
        await hand.click(card("Elm"), CTRL)
        await work.chooses("ACE")
        await hand.drag(await at("Elm", 0.5), await at("Fir", 0.9))
        await work.is_ordered("B", "DFACE")
        await work.chooses("ACE")
        await work.undone()
        # A whole scene by its row.
        evening = await hand.see("Scene 2, Evening", Role.Grouping)
        await hand.drag(evening.spot, await at("Ash", 0.1))
        await until(lambda: work.text.index("Evening") < work.text.index("Morning"))
        await work.undone()

    qrun(by_hand(qapp, tmp_path, test))
