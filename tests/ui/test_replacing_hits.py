"""Where words stand in a film, what stays of @names, and the edits that replace the others."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis.strategies import booleans, lists, sampled_from, tuples

from tests.support.random_edits import opened
from topa_studio.document.edits import Edit, SceneTarget, SetField, ShotTarget, UnsetField
from topa_studio.model.scenario import Caption, Element, Line, Scenario, Scene, Shot
from topa_studio.ui.replacing.hits import Occurrence, Wanted, occurrences, replaced

Said = tuple[str, str, bool]


def film(*shots: Shot, title: str = "", names: tuple[str, ...] = ("Kite", "Kites")) -> Scenario:
    return Scenario(
        elements=tuple(Element(name) for name in names), scenes=(Scene("s", title, shots=shots),)
    )


def edits_of(scenario: Scenario, found: list[Occurrence], instead: str) -> list[Edit]:
    return replaced(scenario, found, instead)[0]


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
        lines=(Line("Kite", "Hi"), Line("Kite man", "My kite", "to kite"), Line("", "kite")),
    )  # fmt: skip
    scenario = film(shot, title="kite scene")
    found = occurrences(scenario, Wanted("kite"))
    assert len(found) == 13
    assert [each.is_name for each in found].count(True) == 1
    assert edits_of(scenario, found, "") == [
        SetField(SceneTarget("s"), "title", " scene"),
        SetField(ShotTarget("a"), "title", " 1"),
        SetField(ShotTarget("a"), "prompt", " 2"),
        UnsetField(ShotTarget("a"), "panel_prompt"),
        SetField(ShotTarget("a"), "notes", " 4"),
        SetField(ShotTarget("a"), "caption", " 5"),
        SetField(
            ShotTarget("a"), "lines",
            [
                {"who": "Kite", "text": "Hi"},
                {"who": "Kite man", "text": "My kite", "tone": "to kite"},
            ],
        ),
        SetField(
            ShotTarget("a"), "lines",
            [{"who": "Kite", "text": "Hi"}, {"who": " man", "text": "My ", "tone": "to "}],
        ),
        SetField(ShotTarget("a"), "captions", [{"text": "A kite", "in": 1, "out": 2}]),
        SetField(ShotTarget("a"), "captions", [{"text": "A ", "in": 1, "out": 2}]),
    ]  # fmt: skip


def test_what_is_said_is_replaced_and_who_says_it_unless_that_is_an_element() -> None:
    shot = Shot("a", "1", lines=(Line("KITE", "Kite!"), Line("Bo", "A kite. Kite")))
    scenario = film(shot)
    edits, count = replaced(scenario, occurrences(scenario, Wanted("kite")), "box")
    assert count == 3
    said = [{"who": "KITE", "text": "box!"}, {"who": "Bo", "text": "A box. box"}]
    assert edits == [SetField(ShotTarget("a"), "lines", said)]
    found = occurrences(scenario, Wanted("bo"))
    assert [each.place.field for each in found] == ["lines.who"]
    assert [edit.value for edit in edits_of(scenario, found, "")] == [
        [{"who": "KITE", "text": "Kite!"}, {"text": "A kite. Kite"}]
    ]


def test_only_what_is_really_replaced_is_counted() -> None:
    scenario = film(Shot("a", "1", prompt="@Kite flies. It flies."))
    assert replaced(scenario, occurrences(scenario, Wanted(" flies")), "s")[1] == 1


SAYINGS = ("A kite.", "kite", "Стой, Kite!", "Nothing", "kite: a # kite")
ENTRY = tuples(sampled_from(SAYINGS), sampled_from(["", "seen: 1.23456"]), booleans())


@given(
    said=lists(ENTRY, max_size=3), shown=lists(ENTRY, max_size=3),
    find=sampled_from(["kite", "A kite.", "."]), instead=sampled_from(["", "box: #1", "«да»"]),
)  # fmt: skip
@example([("kite", "", False), ("Nothing", "", True), ("kite", "", False)], [], "kite", "")
@settings(max_examples=60, deadline=None)
def test_words_of_lines_and_captions_are_replaced_and_nothing_else(
    said: list[Said], shown: list[Said], find: str, instead: str
) -> None:
    entries = {"lines": said, "captions": shown}
    text = _written(entries)
    document = opened(text.encode())
    film = document.scenario
    edits, count = replaced(film, occurrences(film, Wanted(find)), instead)
    pattern = re.compile(re.escape(find), re.IGNORECASE)
    assert count == sum(len(pattern.findall(words)) for words, *_ in (*said, *shown))
    if edits:
        document.apply("Replace", edits)
    wanted = {
        listed: [(after, *rest) for words, *rest in each
                 if (after := pattern.sub(lambda _hit: instead, words)).strip()]
        for listed, each in entries.items()
    }  # fmt: skip
    assert yaml.safe_load(document.text) == yaml.safe_load(_written(wanted))
    for each in (*said, *shown):
        if not pattern.search(each[0]):
            assert _entry(*each) in document.text
    if edits:
        document.undo()
    assert document.text == text


def _written(entries: dict[str, list[Said]]) -> str:
    shot = "".join(
        f"    {listed}:\n{''.join(_entry(*each) for each in said)}"
        for listed, said in entries.items()
        if said
    )
    return f"scenes:\n- id: 1\n  shots:\n  - id: 1 # mine\n{shot}    hue: red\n"


def _entry(words: str, more: str, flows: bool) -> str:
    quoted = json.dumps(words, ensure_ascii=False)
    rest = ["in: 0.12345", "who: Бо", *filter(None, [more])]
    if flows:
        return f"    - {{text: {quoted}, {', '.join(rest)}}} # kept\n"
    return f"    - text: {quoted}\n" + "".join(f"      {each} # kept\n" for each in rest)


def test_accepted_shots_are_told_and_may_be_left_alone() -> None:
    scenario = film(Shot("a", "1", prompt="kite", locked=True), Shot("b", "2", prompt="kite"))
    assert [each.is_accepted for each in occurrences(scenario, Wanted("kite"))] == [True, False]
    left = occurrences(scenario, Wanted("kite", accepted=False))
    assert [each.place.target for each in left] == [ShotTarget("b")]


def test_what_does_not_stand_there_any_more_is_left() -> None:
    found = occurrences(film(Shot("a", "1", prompt="a kite")), Wanted("kite"))
    assert edits_of(film(Shot("a", "1", prompt="the kite")), found, "box") == []
    assert edits_of(film(), found, "box") == []
