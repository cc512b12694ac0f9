"""A film that goes out and comes back unchanged changes nothing, in every format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.interchange import FILMS, known_of, laid, read_back, sequence_of
from topa_studio.film.composition import Composition

KINDS = ["otio", "fcpxml", "fcp7", "edl"]


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=60)
@given(FILMS, st.sampled_from([2.5, 6.0, 40.0]), st.sampled_from([24, 25, 60]))
def test_what_comes_back_as_it_went_changes_nothing(
    kind: str, film: Composition, seconds: float, rate: int
) -> None:
    made, _supply, shots = sequence_of(film, known_of(film, seconds, rate))
    edit = read_back(kind, made, film.rate)
    assert [piece.frames for piece in edit.pieces] == [cut.frames for cut in film.cuts]
    assert edit.rate in (None, film.rate)
    assert not edit.told
    for marked in (True, False):
        found = laid(film, shots, edit, marked=marked)
        assert not found.edits
        assert not found.changes
