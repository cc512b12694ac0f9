"""What a card says of its takes: the chosen one has a dot, the liked one a star."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from topa_studio.model.marks import Marks
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take
from topa_studio.ui.film.foot import DOT, STAR, take_ways

SIGNS = {DOT: "●", STAR: " ★"}


def said(count: int, chosen: int = 0, *, liked: bool = False, small: bool = False) -> list[str]:
    takes = [Take(number, f"T{number}.mp4") for number in range(1, count + 1)]
    if liked:
        takes[chosen - 1] = replace(takes[chosen - 1], marks=Marks(star=True))
    stands = takes[chosen - 1] if chosen else None
    ways = take_ways(ShotStatus("1__1", takes=tuple(takes), chosen=stands), small=small)
    return ["".join(SIGNS.get(piece, piece) for piece in way) for way in ways]


@pytest.mark.parametrize(
    ("words", "longest"),
    [
        ((0,), "—"),
        ((1, 1), "T1"),
        ((2, 2), "T1 · ●T2"),
        ((3, 1), "●T1 · T2 · T3"),
        ((4, 3), "●T3 of 4"),
        ((2, 0), "T1 · T2"),
        ((5, 0), "5 takes"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_up_to_three_are_named_and_of_more_the_chosen_one(
    words: tuple[int, ...], longest: str
) -> None:
    assert said(*words)[0] == longest


def test_a_liked_one_has_a_star_and_a_small_card_names_the_chosen_one_alone(
    qapp: QApplication,
) -> None:
    assert qapp is not None
    assert said(4, 3, liked=True) == ["●T3 ★ of 4", "●T3 ★", "●T3"]
    assert said(2, 2, liked=True)[0] == "T1 · ●T2 ★"
    assert said(4, 3, liked=True, small=True) == ["●T3"]
    assert said(1, 1, small=True) == ["T1"]
