"""Which shots an edit gives another request: those it touched, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.jobs import TOPA, VALLEY, shot
from topa_studio.app.making.remade import remade
from topa_studio.document.document import DocumentChange
from topa_studio.model.scenario import Element, FilmConfig, Scenario, Scene

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
