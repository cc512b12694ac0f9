"""FCPXML by a checker of its grammar and a second reader, both written from the grammar's facts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.fcpxml_grammar import faults, seen
from tests.support.interchange import FILMS, OUT, known_of, sequence_of
from topa_studio.film.composition import Composition
from topa_studio.film.interchange.fcpxml import write_fcpxml

WORDS = 'Он & "она" <b>\n\x07 ]]> \ud800 конец'


@settings(deadline=None, max_examples=60)
@given(FILMS, st.sampled_from([24, 25, 60]))
def test_it_is_as_the_grammar_has_it_and_a_second_reader_has_the_same_shots(
    film: Composition, rate: int
) -> None:
    made, _supply, _shots = sequence_of(film, known_of(film, rate=rate))
    made = replace(
        made,
        title=WORDS,
        items=tuple(replace(item, words=WORDS, notes=WORDS) for item in made.items),
    )
    data = write_fcpxml(made, OUT)
    assert not faults(data)
    clips, length, begins = seen(data)
    one = 1 / made.rate
    assert length == film.frames * one
    assert begins == made.start * one
    assert [clip.name for clip in clips] == [item.name for item in made.items]
    for clip, item in zip(clips, made.items, strict=True):
        assert (clip.at, clip.seconds, clip.start) == (
            item.first * one,
            item.frames * one,
            item.source * one,
        )
        assert Path(clip.file) == item.media.path
        assert clip.dissolve == item.dissolve * one


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'duration="', b'length="'),
        (b"<media-rep", b"<media-ref"),
        (b"asset-clip ref", b"asset-clip rof"),
        (b'tcFormat="NDF"', b'tcFormat="24"'),
        (b"/24", b".24"),
    ],
)
def test_the_checker_finds_what_is_wrong(before: bytes, after: bytes) -> None:
    from tests.film.test_composition import _two
    from topa_studio.model.scenario import Transition

    made, _supply, _shots = sequence_of(_two(Transition("dissolve", 0.3)))
    data = write_fcpxml(made, OUT)
    assert before in data
    assert not faults(data)
    assert faults(data.replace(before, after))


def test_twenty_four_hours_and_rates_of_film_are_exact_fractions() -> None:
    from topa_studio.film.interchange.timecode import seconds_text

    assert seconds_text(73, Fraction(24)) == "7300/2400s"
    assert seconds_text(86400, Fraction(24)) == "3600s"
    assert seconds_text(1, Fraction(24000, 1001)) == "1001/24000s"
    assert seconds_text(86400, Fraction(24000, 1001)) == "86486400/24000s"
