"""Where words stand in a film, what stays of @names, and the edits that replace the others."""

from __future__ import annotations

import unicodedata

import pytest

from topa_studio.document.edits import SceneTarget, SetField, ShotTarget, UnsetField
from topa_studio.model.scenario import Caption, Element, Scenario, Scene, Shot
from topa_studio.ui.replacing.hits import Wanted, edits_of, occurrences


def film(*shots: Shot, title: str = "", names: tuple[str, ...] = ("Kite", "Kites")) -> Scenario:
    return Scenario(
        elements=tuple(Element(name) for name in names), scenes=(Scene("s", title, shots=shots),)
    )


def after(words: str, wanted: Wanted, instead: str) -> str:
    scenario = film(Shot("a", "1", prompt=words))
    edits = edits_of(scenario, occurrences(scenario, wanted), instead)
    return words if not edits else str(edits[0].value)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "wanted", "instead", "result"),
    [
        ("A kite, a Kite.", Wanted("kite"), "box", "A box, a box."),
        ("A kite, a Kite.", Wanted("Kite", exact=True), "box", "A kite, a box."),
        ("kites kite", Wanted("kite", whole=True), "box", "kites box"),
        ("Ёлка и ель", Wanted("ель"), "дуб", "Ёлка и дуб"),
        ("Ёжик, ежик", Wanted("ёжик"), "кот", "кот, кот"),
        (unicodedata.normalize("NFD", "Café"), Wanted("café"), "bar", "bar"),
        ("放风筝", Wanted("风筝"), "气球", "放气球"),
        ("a.c abc", Wanted("a.c"), r"\1", r"\1 abc"),
        ("a kite", Wanted(" kite"), "", "a"),
    ],
)
def test_words_are_replaced_as_they_are_typed(
    words: str, wanted: Wanted, instead: str, result: str
) -> None:
    assert after(words, wanted, instead) == result


@pytest.mark.parametrize(
    ("words", "typed", "instead", "result"),
    [
        ("@Kite and kite", "kite", "box", "@Kite and box"),
        ("@Kites fly", "@Kite", "@Topa", "@Kites fly"),
        ("@Kite flies", "@kite", "@Topa", "@Topa flies"),
        ("@Kite flies", "@Kite flies", "@Topa runs", "@Topa runs"),
        ("@Kite flies", "e f", "", "@Kite flies"),
        ("@Kite flies", " flies", "s", "@Kite flies"),
        ("@Kite flies", " ", "", "@Kite flies"),
        ("@Kite, flies", ",", ";", "@Kite; flies"),
        ("see mail@kite.com", "kite", "box", "see mail@box.com"),
    ],
)
def test_a_name_with_an_at_is_replaced_as_a_whole_or_not_at_all(
    words: str, typed: str, instead: str, result: str
) -> None:
    assert after(words, Wanted(typed), instead) == result


def test_all_texts_of_shots_and_scenes_are_looked_through() -> None:
    shot = Shot(
        "a", "1", title="kite 1", prompt="kite 2", panel_prompt="kite", notes="kite 4",
        caption="kite 5", captions=(Caption("kite", 0, 1), Caption("A kite", 1, 2)),
    )  # fmt: skip
    scenario = film(shot, title="kite scene")
    found = occurrences(scenario, Wanted("kite"))
    assert len(found) == 8
    assert edits_of(scenario, found, "") == [
        SetField(SceneTarget("s"), "title", " scene"),
        SetField(ShotTarget("a"), "title", " 1"),
        SetField(ShotTarget("a"), "prompt", " 2"),
        UnsetField(ShotTarget("a"), "panel_prompt"),
        SetField(ShotTarget("a"), "notes", " 4"),
        SetField(ShotTarget("a"), "caption", " 5"),
        SetField(ShotTarget("a"), "captions", [{"text": "A ", "in": 1, "out": 2}]),
    ]


def test_accepted_shots_are_told_and_may_be_left_alone() -> None:
    scenario = film(Shot("a", "1", prompt="kite", locked=True), Shot("b", "2", prompt="kite"))
    assert [each.is_accepted for each in occurrences(scenario, Wanted("kite"))] == [True, False]
    left = occurrences(scenario, Wanted("kite", accepted=False))
    assert [each.place.target for each in left] == [ShotTarget("b")]


def test_what_does_not_stand_there_any_more_is_left() -> None:
    found = occurrences(film(Shot("a", "1", prompt="a kite")), Wanted("kite"))
    assert edits_of(film(Shot("a", "1", prompt="the kite")), found, "box") == []
    assert edits_of(film(), found, "box") == []
