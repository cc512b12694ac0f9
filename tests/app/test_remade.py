"""Which shots an edit gives another request: those it touched, and no others."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from tests.support.jobs import TOPA, VALLEY, shot
from topa_studio.app.making import remade as module
from topa_studio.app.making.remade import remade
from topa_studio.document.document import DocumentChange
from topa_studio.model.scenario import NEXT, Element, FilmConfig, Scenario, Scene

ONE, TWO = shot(1, "@Topa waves."), shot(2, "A pier.")
OTHER = replace(shot(1, "A hill."), key="2__1")
FIRST, SECOND = Scene("1", shots=(ONE, TWO)), Scene("2", shots=(OTHER,))
ALONE = replace(FIRST, shots=(ONE,))
FILM = Scenario(FilmConfig(title="Piers"), (TOPA, VALLEY), (FIRST, SECOND))


@pytest.mark.parametrize(
    ("after", "keys"),
    [
        (replace(FILM, film=replace(FILM.film, title="Other", budget_credits=9)), set()),
        (replace(FILM, film=replace(FILM.film, style_prefix="ink")), None),
        (replace(FILM, scenes=(SECOND, FIRST)), set()),
        (replace(FILM, scenes=(replace(FIRST, shots=(TWO, ONE)), SECOND)), set()),
        (replace(FILM, scenes=(replace(FIRST, title="Morning"), SECOND)), set()),
        (replace(FILM, scenes=(replace(FIRST, background="fog"), SECOND)), {"1__1", "1__2"}),
        (
            replace(
                FILM, scenes=(replace(FIRST, shots=(ONE,)), replace(SECOND, shots=(OTHER, TWO)))
            ),
            {"1__2"},
        ),
        (replace(FILM, scenes=(ALONE, SECOND)), {"1__2"}),
        (replace(FILM, elements=(replace(TOPA, description="A fox"), VALLEY)), {"1__1"}),
        (replace(FILM, elements=(TOPA, VALLEY, Element("Lamp"))), None),
    ],
)
def test_an_edit_gives_another_request_to_what_it_touched(
    after: Scenario, keys: set[str] | None
) -> None:
    found = remade(DocumentChange.between("Edit", "edit", FILM, after))
    assert found == (None if keys is None else frozenset(keys))


def _joined(scenes: int, drawn: random.Random, most: int = 3) -> Scenario:
    """Shots that start from the one before, or end with the one behind, now and then."""
    made = []
    for scene in range(scenes):
        shots = tuple(
            replace(
                shot(number, "A pier."),
                key=f"{scene}__{number}",
                start=drawn.choice((None, "previous")),
                end=drawn.choice((None, NEXT)),
            )
            for number in range(drawn.randint(0, most))
        )
        made.append(Scene(str(scene), shots=shots))
    return Scenario(FilmConfig(), (), tuple(made))


@pytest.mark.parametrize("seed", range(60))
def test_what_both_films_begin_and_end_with_tells_nothing_else(seed: int) -> None:
    drawn = random.Random(seed)
    film = _joined(8, drawn)
    scenes = list(film.scenes)
    for _edit in range(drawn.randint(1, 2)):
        here, there = drawn.randrange(len(scenes)), drawn.randrange(len(scenes))
        shots = list(scenes[here].shots)
        moved = [shots.pop(drawn.randrange(len(shots)))] if shots else []
        scenes[here] = replace(scenes[here], shots=tuple(shots))
        if drawn.random() < 0.7:
            scenes[there] = replace(scenes[there], shots=(*scenes[there].shots, *moved))
        if drawn.random() < 0.3:
            del scenes[there]
    after = replace(film, scenes=tuple(scenes))
    copied = replace(film, scenes=tuple(replace(scene) for scene in film.scenes))
    change = DocumentChange.between("Edit", "edit", film, after)
    assert remade(change) == remade(replace(change, before=copied))


def test_an_edit_of_a_long_film_looks_at_as_few_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []

    def counted(shots: Iterable[Any]) -> Iterable[Any]:
        for pair in pairwise(shots):
            looked.append(pair)
            yield pair

    monkeypatch.setattr(module, "pairwise", counted)

    def looks(scenes: int) -> int:
        film = _joined(scenes, random.Random(1))
        middle = scenes // 2
        edited = replace(film.scenes[middle], title="Edited", shots=film.scenes[middle].shots[:-1])
        after = (*film.scenes[:middle], edited, *film.scenes[middle + 1 :])
        looked.clear()
        remade(DocumentChange.between("Edit", "edit", film, replace(film, scenes=after)))
        return len(looked)

    assert looks(1_000) <= looks(10) + 10
