"""Find and replace, and words added: exact, in every script, and never half a mention."""

from __future__ import annotations

import pytest

from topa_studio.model.mentions import mentions
from topa_studio.model.rewording import appended, hits, replaced, without_mentions

NAMES = ("Topa", "Topaz", "Пуша", "小熊")


@pytest.mark.parametrize(
    ("text", "find", "instead", "becomes", "count"),
    [
        ("A red kite. Red ribbon.", "red", "blue", "A blue kite. blue ribbon.", 2),
        ("A red kite.", "green", "blue", "A red kite.", 0),
        ("A red kite.", "", "blue", "A red kite.", 0),
        ("a.b and axb", "a.b", "c", "c and axb", 1),
        ("Topa waves. @Topa waves.", "Topa", "Bear", "Bear waves. @Topa waves.", 1),
        ("@Topa waves, @Topaz shines.", "@Topa", "@Пуша", "@Пуша waves, @Topaz shines.", 1),
        ("@Topa waves", "@Topa waves", "It rains", "It rains", 1),
        ("@Topa waves", "pa wav", "x", "@Topa waves", 0),
        ("@Topa runs", " runs", "s", "@Topa runs", 0),  # would mention "Topas"
        ("@Topa..z", ".", "", "@Topa.z", 1),  # both gone would mention "Topaz"
        ("@小熊跑步", "跑", "走", "@小熊走步", 1),
        ("mail a@b.c", "a@b", "x@y", "mail x@y.c", 1),
        ("İstanbul red", "red", "blue", "İstanbul blue", 1),
    ],
)
def test_replacing(text: str, find: str, instead: str, becomes: str, count: int) -> None:
    assert replaced(text, find, instead, NAMES) == (becomes, count)


def test_case_can_matter() -> None:
    assert len(hits("Red red", "red", match_case=True)) == 1
    assert replaced("Red red", "red", "x", match_case=True) == ("Red x", 1)


def test_mentions_beside_hits_are_what_they_were() -> None:
    text = "@Topa-red @Topa red@Topa @Пуша,red"
    for instead in ("", "x", "@", "@Topa", "z", " "):
        names = iter(
            each.name for each in mentions(replaced(text, "red", instead, NAMES)[0], NAMES)
        )
        assert all(name in names for name in ("Topa", "Пуша"))  # in this order


@pytest.mark.parametrize(
    ("text", "words", "becomes"),
    [
        ("A hill.", "It rains.", "A hill. It rains."),
        ("A hill. ", "It rains.", "A hill. It rains."),
        ("A hill.\n", "It rains.", "A hill. It rains.\n"),
        ("", "It rains.", "It rains."),
        ("小熊跑步", "下雨", "小熊跑步下雨"),
        ("小熊跑步", "@Topa", "小熊跑步 @Topa"),
        ("@Topa", "s", "@Topa s"),
    ],
)
def test_words_at_the_end(text: str, words: str, becomes: str) -> None:
    assert appended(text, words) == becomes


def test_an_element_that_is_taken_out_stays_as_a_plain_word() -> None:
    assert without_mentions("@Topa and @Topaz, Topa.", "Topa", NAMES) == "Topa and @Topaz, Topa."
