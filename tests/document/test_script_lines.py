"""Where a shot stands in the script: read, joined by a merge; no mistake in it stops anything."""

from __future__ import annotations

import pytest

from tests.support.random_edits import opened
from topa_studio.app.making.unsendable import Unsendable
from topa_studio.document.document import Document
from topa_studio.document.edits import FilmTarget, MergeShots, SetField, ShotTarget
from topa_studio.document.stored import recalled, stored


def _film(*shots: str) -> Document:
    words = "".join(f"  - id: {n}\n    prompt: p{n}\n{shot}" for n, shot in enumerate(shots, 1))
    head = "global_config:\n  script: script/a.fountain\n"
    return opened(f"{head}scenes:\n- id: 1\n  shots:\n{words}".encode())


def test_a_shot_says_where_it_stands_in_the_script() -> None:
    document = _film("    source: [3, 7]\n", "")

    assert document.scenario.film.script == "script/a.fountain"
    assert [shot.source for shot in document.scenario.shots()] == [(3, 7), None]


def test_the_places_change_with_nothing_else() -> None:
    document = _film("    source: [3, 7]  # the storm\n")
    document.apply("Script", [SetField(ShotTarget("1__1"), "source", [4, 8])])
    assert "source: [4, 8]  # the storm\n" in document.text
    document.apply("Script", [SetField(FilmTarget(), "script", "script/b.fountain")])
    assert document.scenario.film.script == "script/b.fountain"
    document.undo()
    document.undo()
    assert "source: [3, 7]  # the storm\n" in document.text


def test_merged_shots_stand_for_the_lines_of_both() -> None:
    document = _film("    source: [3, 7]\n", "    source: [8, 9]\n")
    document.apply("Merge", [MergeShots("1__1", "1__2")])

    assert [shot.source for shot in document.scenario.shots()] == [(3, 9)]


def test_places_come_back_from_a_film_that_was_read_before() -> None:
    document = _film("    source: [3, 7]\n")
    words = stored(document.state)
    assert words is not None
    _draft, _spelling, (scene,), _checked = recalled(document.text, words)
    assert scene.scene == document.scenario.scenes[0]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("wrong", ["source: Hello", "source: [a, {b: c}]", "source: {a: 1}"])
def test_a_mistake_in_the_places_is_told_and_stops_nothing(wrong: str) -> None:
    document = _film(f"    {wrong}\n")

    assert any(problem.shot == "1__1" for problem in document.problems)
    assert document.scenario.shots()[0].source is None
    assert Unsendable.of(document, {}).shots == {}


@pytest.mark.parametrize("odd", ["[7]", "[7, 3]", "[0, 3]", "[1, 2, 3]", "[]"])
def test_lines_that_say_no_place_are_none(odd: str) -> None:
    assert _film(f"    source: {odd}\n").scenario.shots()[0].source is None
