"""What is said in a shot: read, written, split, merged, kept with what the studio does not read."""

from __future__ import annotations

import pytest

from tests.support.random_edits import opened
from topa_studio.app.making.unsendable import Unsendable
from topa_studio.document.document import Document
from topa_studio.document.edits import MergeShots, RenameElement, SetField, ShotTarget, SplitShot
from topa_studio.document.stored import recalled, stored
from topa_studio.document.written import lines_written
from topa_studio.model.problem import Severity
from topa_studio.model.scenario import Line

LINES = (
    "    lines:\n    - who: Topa # the bear\n      text: 'Hi: you'\n      mood: glad\n"
    "    - {who: МАМА, text: Стой!, tone: тихо}\n    - text: And then\n"
)
SAID = (Line("Topa", "Hi: you"), Line("МАМА", "Стой!", "тихо"), Line("", "And then"))


def _film(*shots: str) -> Document:
    words = "".join(f"  - id: {n}\n    prompt: p{n}\n{shot}" for n, shot in enumerate(shots, 1))
    return opened(f"scenes:\n- id: 1\n  shots:\n{words}".encode())


def _said(document: Document) -> list[tuple[Line, ...]]:
    return [shot.lines for shot in document.scenario.shots()]


def test_lines_are_read_with_who_and_how() -> None:
    document = _film(LINES)
    assert _said(document) == [SAID]
    assert not any(p.severity is Severity.ERROR for p in document.problems)


def test_lines_that_are_set_keep_what_the_studio_does_not_read() -> None:
    document = _film(LINES)
    before = document.to_bytes()
    wanted = (Line("Topa", "Hi: you", "softly"), *SAID[1:])
    document.apply("Edit", [SetField(ShotTarget("1__1"), "lines", lines_written(wanted))])
    assert _said(document) == [wanted]
    assert "mood: glad" in document.text
    assert "# the bear" in document.text
    document.undo()
    assert document.to_bytes() == before


TWICE = (
    "    lines:\n    - {who: Topa, text: Hi, hue: red} # first\n    - text: Hush\n"
    "    - {who: Topa, text: Hi, hue: blue} # second\n    - odd\n"
    "    - {who: Topa, text: Hi, hue: red} # third\n"
)


@pytest.mark.parametrize("gone", range(4))
@pytest.mark.parametrize("odd", ["", "    - odd\n"])
def test_of_lines_that_say_the_same_just_that_one_goes_whose_place_is_told(
    gone: int, odd: str
) -> None:
    document = _film(TWICE.replace("    - odd\n", odd))
    before, said = document.to_bytes(), _said(document)[0]
    marks = ("hue: red} # first", "Hush", "hue: blue} # second", "hue: red} # third")
    places = tuple(place for place in range(4) if place != gone)
    wanted = lines_written(said[place] for place in places)
    document.apply("Delete", [SetField(ShotTarget("1__1"), "lines", wanted, places)])
    assert [mark in document.text for mark in marks] == [place in places for place in range(4)]
    assert odd in document.text
    document.undo()
    assert document.to_bytes() == before


def test_places_that_cannot_be_are_not_believed() -> None:
    for places in ((0,), (1, 0, 2, 3), (0, 1, 2, 9), (3, 2, 1, 0)):
        document = _film(TWICE)
        said = [*_said(document)[0][:3], Line("Mama", "Bye")]
        edit = SetField(ShotTarget("1__1"), "lines", lines_written(said), places)
        document.apply("Edit", [edit])
        assert list(_said(document)[0]) == said
        assert "hue: blue} # second" in document.text


def test_a_split_leaves_the_lines_with_the_first_half_and_a_merge_joins_them() -> None:
    document = _film(LINES, "    lines: [{who: Topa, text: Bye, hue: red}]\n")
    document.apply("Merge", [MergeShots("1__1", "1__2")])
    assert _said(document) == [(*SAID, Line("Topa", "Bye"))]
    assert "hue: red" in document.text
    assert "mood: glad" in document.text
    document.apply("Split", [SplitShot("1__1", 5)])
    assert _said(document) == [(*SAID, Line("Topa", "Bye")), ()]


def test_lines_come_back_from_a_film_that_was_read_before() -> None:
    document = _film(LINES)
    words = stored(document.state)
    assert words is not None
    _draft, _spelling, (scene,), _checked = recalled(document.text, words)
    assert scene.scene == document.scenario.scenes[0]


def test_a_mistake_in_the_lines_is_told_and_stops_nothing() -> None:
    for wrong in ("lines: Hello", "lines: [{who: [a], text: b}]", "lins: [{text: b}]"):
        document = _film(f"    {wrong}\n")
        (told,) = [p for p in document.problems if p.severity is Severity.ERROR]
        assert told.shot == "1__1"
        assert Unsendable.of(document, {}).shots == {}


def test_a_renamed_element_goes_on_speaking_and_nothing_else_of_its_lines_changes() -> None:
    cast = "elements:\n  characters:\n  - name: Topa\n  - name: Pusha\n"
    shots = (
        LINES,
        "    lines: [{who: 'Topa', text: 'Topa, no', hue: red}, {who: Pusha, text: Topa?}]\n",
        "    lines: &said [{who: Topa, text: Yes}]\n",
        "    lines: *said\n",
        "    lines: Topa\n",
    )
    words = "".join(f"  - id: {n}\n    prompt: '@Topa'\n{s}" for n, s in enumerate(shots, 1))
    document = opened(f"{cast}scenes:\n- id: 1\n  shots:\n{words}".encode())
    before = document.text
    document.apply("Rename", [RenameElement("Topa", "Топа2")])
    assert document.text == (
        before.replace("name: Topa", "name: Топа2")
        .replace("@Topa", "@Топа2")
        .replace("who: Topa", "who: Топа2")
        .replace("who: 'Topa'", "who: 'Топа2'")
    )
    assert [line.who for line in _said(document)[0]] == ["Топа2", "МАМА", ""]
    document.undo()
    assert document.text == before
