"""Names found by a few of their letters, what is meant first."""

from __future__ import annotations

import pytest

from topa_studio.ui.palette.fuzzy import Tier, best, match, padded, words_of


def ranked(typed: str, *names: str) -> list[str]:
    return [names[at] for at, _ in best(words_of(typed), [padded(name) for name in names], 50)]


def marked(typed: str, name: str) -> list[str]:
    found = match(words_of(typed), padded(name))
    return [] if found is None else [name[a:b] for a, b in found.spans]


def test_starts_come_before_words_before_insides_before_letters() -> None:
    names = ("Mistake", "Accept take 1", "Take a note", "The arcs: keep evenly", "Stone")
    assert ranked("take", *names) == [
        "Take a note",
        "Accept take 1",
        "Mistake",
        "The arcs: keep evenly",
    ]


@pytest.mark.parametrize(
    ("typed", "name", "hits"),
    [
        ("gm", "Generate missing", ["G", "m"]),
        ("genmis", "Generate all missing", ["Gen", "mis"]),
        ("mis gen", "Generate all missing", ["Gen", "mis"]),
        ("TAKE", "Compare takes", ["take"]),
        ("ежик", "Ёжик", ["Ёжик"]),
        ("дубль", "Новый дубль", ["дубль"]),
        ("风筝", "小明放风筝", ["风筝"]),
        ("wind in", "Wind in the fur", ["Wind in"]),
    ],
)
def test_what_hits_is_told_letter_by_letter(typed: str, name: str, hits: list[str]) -> None:
    if typed == "wind in":
        assert marked(typed, name) == ["Wind", "in"]
    else:
        assert marked(typed, name) == hits


@pytest.mark.parametrize(
    ("typed", "name"),
    [("kite", "As they walk in the evening"), ("zz", "Fuzzy"[:3]), ("take kite", "Take a note")],
)
def test_letters_strewn_about_are_not_meant(typed: str, name: str) -> None:
    assert match(words_of(typed), padded(name)) is None


def test_the_quick_ranking_and_the_exact_one_agree() -> None:
    names = ["Up, up, up", "A kite in the water", "Kite", "Kick it, Ed", "Skites"]
    texts = [padded(name) for name in names]
    found = best(words_of("kite"), texts, 50)
    assert [hit for _, hit in found] == sorted(hit for _, hit in found)
    assert found[0][1].tier is Tier.START
    assert {place for place, _ in found} == {
        place for place, text in enumerate(texts) if match(words_of("kite"), text)
    }
