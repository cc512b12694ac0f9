"""Which element a mention is of: in every script, and however its accents are written."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.document.document import Document
from topa_studio.document.edits import DeleteElement, RenameElement
from topa_studio.document.reading.suggest import meant_part, near_name
from topa_studio.model.mentions import begun_name, is_mentionable, mentions

KNOWN = (
    "小明",
    "小明明",
    "小红",
    "码头",
    "たろう",
    "ミラ",
    "Anna",
    "มานี",
    "มาน",
    "मीना",
    "Zoé",
    "미라",
)


def found(text: str) -> list[tuple[str, str]]:
    """Each mention: whose it is, and how it is written."""
    return [(m.name, text[m.start : m.end]) for m in mentions(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全景。@小明走到@码头尽头停下，@小红挥手。", ["小明", "码头", "小红"]),
        ("@小明明走", ["小明明"]),
        ("然后@小明走", ["小明"]),
        ("特写。＠小明 抬头。@たろうが笑って止まる。", ["小明", "たろう"]),
        ("@미라가 걷는다", ["미라"]),
        ("@มานีเดินไป", ["มานี"]),
        ("@मीना चलती है", ["मीना"]),
        ("@Anna走到门口", ["Anna"]),
        ("@Anna's hat, @Anna.", ["Anna", "Anna"]),
        (normalize("NFD", "@Zoé waves"), ["Zoé"]),
    ],
)
def test_a_mention_is_the_longest_known_name(text: str, names: list[str]) -> None:
    assert [name for name, _written in found(text)] == names


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("@Annabelle waves", "Annabelle"),  # one word, of somebody nobody knows
        ("@มานูเดิน", "มานูเดิน"),  # มาน would be cut at a vowel sign
        ("@मीनाक्षी", "मीनाक्षी"),
        ("@ミラーが光る", "ミラーが光る"),  # ミラー is a mirror, not ミラ
    ],
)
def test_no_name_is_cut_out_of_a_longer_word(text: str, word: str) -> None:
    assert found(text) == [(word, f"@{word}")]


@pytest.mark.parametrize("text", ["me@Anna.com", "看着@小王走", "＠someone", "@@Anna", "@ Anna"])
def test_addresses_and_lone_signs_mention_nobody(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="小明红走到ミラがー มานีเ@Anna ,。", max_size=30))
def test_mentions_stand_apart_in_order_and_a_known_one_is_written_there(text: str) -> None:
    end = 0
    for mention in mentions(text, KNOWN):
        assert end <= mention.start < mention.end <= len(text)
        assert normalize("NFC", text[mention.start + 1 : mention.end]) == mention.name
        end = mention.end


def test_names_of_many_scripts_can_be_mentioned() -> None:
    assert all(map(is_mentionable, (*KNOWN, "ශ්‍රී", "Nguyễn", "Лиса-1")))
    assert not is_mentionable("Old Man")


def test_what_is_typed_after_the_sign_goes_on_over_vowel_signs() -> None:
    assert begun_name("然后@มานี") == "มานี"
    assert begun_name("x ＠小") == "小"
    assert begun_name("me@An") is None
    assert begun_name("@Anna and") is None


def test_a_fix_replaces_the_name_and_not_the_words_behind_it() -> None:
    assert meant_part("小名走到门口", "小明") == 2
    assert meant_part("Anan", "Anna") == 4
    assert meant_part("たろおが笑って", "たろう") == 3
    assert near_name("たろおが笑って", KNOWN) == "たろう"


FILM = """\
elements:
  characters:
    - name: 小明
      description: A boy
    - name: Zoé
      description: A girl
scenes:
  - id: 1
    shots:
      - id: 1
        prompt: "然后@小明走到门口，@Zoé waves."
        elements_needed: [小明, Zoé]
"""


def test_a_name_without_spaces_is_renamed_where_it_stands() -> None:
    document = Document(Path("film.yaml"), FILM.encode())
    document.apply("Rename", [RenameElement("小明", "大明")])
    assert "然后@大明走到门口，@Zoé waves." in document.text
    document.apply("Rename", [RenameElement("大明", "Ming")])
    assert "然后@Ming走到门口，" in document.text
    assert document.scenario.shots()[0].elements == ("Ming", "Zoé")
    assert not [p for p in document.problems if p.code == "document.unknown-element"]
    document.apply("Delete", [DeleteElement("Ming", "plain")])
    assert "然后Ming走到门口，@Zoé waves." in document.text


def test_a_new_name_does_not_grow_together_with_the_next_word() -> None:
    document = Document(Path("film.yaml"), FILM.replace("走到", "runs").encode())
    document.apply("Rename", [RenameElement("小明", "Ming")])
    assert "@Ming runs" in document.text
    assert not [p for p in document.problems if p.code == "document.unknown-element"]


def test_names_that_differ_in_how_accents_are_written_are_one() -> None:
    apart = FILM.replace("[小明, Zoé]", normalize("NFD", "[小明, Zoé]"))
    film = Document(Path("film.yaml"), apart.encode()).scenario
    assert film.shots()[0].elements == ("小明", "Zoé")
    assert film.element(normalize("NFD", "Zoé")) is film.element("Zoé")
    twins = FILM.replace("name: 小明", f"name: {normalize('NFD', 'Zoé')}")
    told = [p.code for p in Document(Path("film.yaml"), twins.encode()).problems]
    assert "document.twin-element" in told
