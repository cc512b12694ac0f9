"""Films as sequences for the tests of interchange, with facts made up for their clips."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from hypothesis import strategies as st

from tests.film.test_composition import compositions
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.interchange import formats
from topa_studio.film.interchange.assembling import (
    Facts,
    Known,
    Places,
    Supply,
    assembled,
    supplies,
)
from topa_studio.film.interchange.conforming import Conforming, conformed
from topa_studio.film.interchange.laid import laid_beside
from topa_studio.film.interchange.manifest import Exported, before_any_export
from topa_studio.film.interchange.matching import Matcher
from topa_studio.film.interchange.names import stem_of
from topa_studio.film.interchange.returned import Returned
from topa_studio.film.interchange.sequence import Sequence

HOME = Path("/films/Мой фильм #1")
OUT = HOME / "exports" / "cut 100%"


def known_of(film: Composition, seconds: float = 6.0, rate: int = 24) -> Known:
    """Facts of its files: clips of `seconds`, and sounds."""
    return {
        path: Facts(seconds, Fraction(rate), (1280, 720), has_sound=True)
        if path.endswith(".mp4")
        else Facts(9.0)
        for path in files_of(film)
    }


def sequence_of(
    film: Composition, known: Known | None = None
) -> tuple[Sequence, tuple[Supply, ...], tuple[Exported, ...]]:
    """It as an editing program gets it, and what the manifest says."""
    facts = known_of(film) if known is None else known
    stems = {cut.key: stem_of(cut.number) for cut in film.cuts}
    supply = supplies(film, facts)
    shots = {
        one.cut.key: HOME / one.cut.path
        if one.made == "linked"
        else OUT.parent / f"{OUT.name} media" / f"{stems[one.cut.key]}.mp4"
        for one in supply
    }
    sounds = {path: HOME / path for path in facts if not path.endswith(".mp4")}
    places = Places(stems, {cut.key: 1 for cut in film.cuts}, shots, sounds)
    made = assembled(film, supply, places, facts, (1280, 720), "film")
    return made, supply, before_any_export(film.scenario, made, supply, stems)


def read_back(kind: str, film: Sequence, rate: Fraction) -> Returned:
    """A sequence written and read."""
    return formats.read(kind, formats.written(kind, film, OUT), OUT.parent, rate)


def laid(
    film: Composition, shots: tuple[Exported, ...], edit: Returned, *, marked: bool = True
) -> Conforming:
    """What an edit changes in a film, as long as it doubles nothing."""
    keys = [shot.key for shot in film.scenario.shots()]
    matcher = Matcher(shots, keys, by_manifest=True, marked=marked)
    reading = laid_beside(
        film.scenario, film.rate, shots, matcher.match(edit.pieces), matcher.match(edit.beside)
    )
    assert not reading.unmatched
    return conformed(reading, film.scenario)


FILMS: st.SearchStrategy[Composition] = compositions()
Numbers = Mapping[str, int]
