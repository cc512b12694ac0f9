"""Which shots say what is typed, in every script, and where."""

from __future__ import annotations

import unicodedata

import pytest

from topa_studio.model.scenario import Caption, Element, Scenario, Scene, Shot
from topa_studio.ui.film.search import Hit, Query, SearchIndex, folded


def film(*shots: Shot, title: str = "Over the pond", names: tuple[str, ...] = ()) -> Scenario:
    return Scenario(
        elements=tuple(Element(name) for name in names), scenes=(Scene("s", title, shots=shots),)
    )


def found(scenario: Scenario, typed: str) -> list[str]:
    return sorted(SearchIndex(scenario).find(Query.of(typed)))


@pytest.mark.parametrize(
    "shot",
    [
        Shot("a", "1", title="A red Kite"),
        Shot("a", "1", prompt="The kite is red"),
        Shot("a", "1", panel_prompt="red kite"),
        Shot("a", "1", notes="ask for a RED KITE"),
        Shot("a", "1", caption="The red kite!"),
        Shot("a", "1", captions=(Caption("red"), Caption("kite"))),
        Shot("a", "1", prompt="red", elements=("Kite",)),
    ],
)
def test_every_word_must_be_said_somewhere_in_the_shot(shot: Shot) -> None:
    scenario = film(shot, Shot("b", "2", prompt="a red box"))
    assert found(scenario, "kite RED") == ["a"]
    assert found(scenario, "kite blue") == []


def test_a_scenes_title_counts_for_each_of_its_shots() -> None:
    scenario = film(Shot("a", "1", prompt="a red box"), Shot("b", "2", prompt="a hat"))
    assert found(scenario, "pond") == ["a", "b"]
    assert found(scenario, "pond hat") == ["b"]


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("Ёжик в тумане", "ежик"),
        ("Ежик в тумане", "ЁЖИК"),
        ("Е\u0308жик", "ёжик"),
        ("ПУША зевает", "пуша"),
        ("小明放风筝", "风筝"),
        ("カイトが飛ぶ", "飛ぶ"),
        ("İstanbul kite", "kite"),
        (unicodedata.normalize("NFD", "Café"), "café"),
        ("ΟΔΟΣ", "οδος"),
    ],
)
def test_letters_are_alike_however_they_are_written(words: str, typed: str) -> None:
    assert found(film(Shot("a", "1", prompt=words)), typed) == ["a"]


def test_an_at_means_the_element_and_no_other_whose_name_goes_on() -> None:
    scenario = film(
        Shot("a", "1", prompt="@Topa runs"),
        Shot("b", "2", prompt="@Topaz shines"),
        Shot("c", "3", prompt="Topa the word"),
        Shot("d", "4", elements=("Topa",)),
        names=("Topa", "Topaz"),
    )
    assert found(scenario, "@topa") == ["a", "d"]
    assert found(scenario, "@top") == ["a", "b", "d"]
    assert found(scenario, "topa") == ["a", "b", "c", "d"]


def test_a_name_in_a_script_without_spaces_ends_where_the_element_does() -> None:
    scenario = film(Shot("a", "1", prompt="看@小明跑步"), names=("小明",))
    assert found(scenario, "@小明") == ["a"]


def test_an_edit_reads_only_what_it_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Shot("a", "1", prompt="kite"), Shot("b", "2", prompt="hat")
    index = SearchIndex(film(first, second))
    index.find(Query.of("kite"))
    read: list[str] = []

    def texts(shot: Shot) -> tuple[str, ...]:
        read.append(shot.key)
        return (shot.prompt,)

    monkeypatch.setattr("topa_studio.ui.film.search.texts_of", texts)
    index.follow(film(first, Shot("b", "2", prompt="kite")), {"b"}, ())
    assert index.find(Query.of("kite")) == {"a", "b"}
    assert read == ["b"]


def test_a_hit_is_in_the_title_or_in_the_words_around_it() -> None:
    words = "Low angle. A strong breeze fills @Kite and it climbs"
    index = SearchIndex(film(Shot("a", "1", title="A red kite", prompt=words)))
    query = Query.of("kite")
    assert index.hit("a", query, "A red kite") == Hit(title=((6, 10),))
    hit = index.hit("a", query, "Up, up, up")
    assert hit is not None
    assert hit.words.startswith("… ")
    ((begin, end),) = hit.marks
    assert hit.words[begin:end] == "@Kite"
    assert hit.closer.words.startswith("… @Kite and")
    ((begin, end),) = hit.closer.marks
    assert hit.closer.words[begin:end] == "@Kite"
    assert hit.closer.closer == hit.closer
    assert index.hit("a", Query.of("hat"), "Up") is None


def test_marks_stand_where_the_letters_are() -> None:
    index = SearchIndex(film())
    text = "Е\u0308жик и ЁЖ"
    spans = index.marks(text, Query.of("еж"))
    composed = unicodedata.normalize("NFC", text)
    assert [composed[a:b] for a, b in spans] == ["Ёж", "ЁЖ"]
    assert len(folded("İß")) == 2


def test_one_letter_more_looks_only_at_what_was_found_and_taken_back_at_nothing() -> None:
    shots = [Shot(f"k{n}", str(n), prompt="a kite" if n % 10 else "a dragon") for n in range(1000)]
    index = SearchIndex(film(*shots, title="Far"))
    typed = ["d", "dr", "dra", "drag", "dragon", "dragon ", "dragon k"]
    for words in typed:
        index.find(Query.of(words))
    assert index.looked <= 1000 + 6 * 100
    before = index.looked
    for words in reversed(typed[3:]):
        assert sorted(index.find(Query.of(words))) == found(film(*shots, title="Far"), words)
    assert index.looked == before


def test_what_is_kept_of_a_search_is_never_older_than_the_film() -> None:
    shots = [Shot("a", "1", prompt="a kite"), Shot("b", "2", prompt="@Topa and @Topaz")]
    index = SearchIndex(film(*shots, names=("Topa", "Topaz")))
    for typed in ("@t", "@topa", "@topaz", "kit", "kite", "kite over", "topa", "@topa kite"):
        wanted = found(film(*shots, names=("Topa", "Topaz")), typed)
        assert sorted(index.find(Query.of(typed))) == wanted, typed
    assert sorted(index.find(Query.of("swan"))) == []
    after = film(Shot("a", "1", prompt="a swan"), shots[1], names=("Topa", "Topaz"))
    index.follow(after, ["a"], [])
    assert sorted(index.find(Query.of("swan"))) == ["a"]
    assert sorted(index.find(Query.of("kite"))) == []
