"""Lines of a subtitle file in a film: each in its shot, at its frame, and none twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.random_edits import opened
from topa_studio.document.document import Document
from topa_studio.film.captioning import placed
from topa_studio.film.composition import Composition
from topa_studio.film.cues import Cue
from topa_studio.film.muted import without
from topa_studio.film.subtitles import read_subtitles, write_vtt
from topa_studio.film.timing import CutList
from topa_studio.model.status import ShotStatus

SHOTS = st.lists(st.integers(3, 15), min_size=1, max_size=5)
CUES = st.lists(
    st.tuples(st.integers(0, 1500), st.integers(1, 300), st.sampled_from(["a", "b\nc", "<&>"])),
    max_size=6,
    unique=True,
)


def _film(shots: list[int], fps: float) -> Document:
    lines = "".join(f"  - {{id: {n}, duration: {s}}}\n" for n, s in enumerate(shots, 1))
    return opened(f"global_config: {{fps: {fps}}}\nscenes:\n- id: 1\n  shots:\n{lines}".encode())


def _seen(document: Document) -> Composition:
    return Composition(document.scenario, CutList(ShotStatus).of(document.scenario))


@given(SHOTS, CUES, st.sampled_from([24, 25, 23.976, 59.94]), st.booleans())
def test_every_line_is_in_the_film_or_is_told(
    shots: list[int], wanted: list[tuple[int, int, str]], fps: float, replace: bool
) -> None:
    document = _film(shots, fps)
    film = _seen(document)
    cues = [Cue("", first, first + length, text) for first, length, text in wanted]
    data = write_vtt(cues, film.rate).encode()
    placing = placed(read_subtitles(data).lines, film, replace=replace)
    assert placing.count + placing.there + len(placing.left) == len(wanted)
    document.apply("Captions", placing.edits)
    expected = {
        (first, min(first + length, film.frames), text)
        for first, length, text in wanted
        if first < film.frames
    }
    now = _seen(document)
    assert {(cue.first, cue.last, cue.text) for cue in now.cues} == expected
    again = placed(read_subtitles(data).lines, now)
    assert (again.edits, again.count) == ((), 0)


def test_what_a_window_has_muted_is_not_heard_or_read_and_the_film_is_the_same() -> None:
    document = opened(
        b"global_config:\n  audio:\n  - {file: a.mp3}\n  - {file: b.mp3, kind: sound}\n"
        b"  - {file: c.mp3, kind: voice}\nscenes:\n- id: 1\n  shots:\n"
        b"  - {id: 1, caption: Hi}\n  - {id: 2, captions: [{text: Ho, in: 1}]}\n"
    )
    film = _seen(document)
    assert without(film, frozenset()) is film
    assert [part.path for part in without(film, {"music"}).parts] == ["c.mp3"]
    assert [part.path for part in without(film, {"voice"}).parts] == ["a.mp3", "b.mp3"]
    quiet = without(film, {"caption"})
    assert (quiet.cues, quiet.cuts, len(film.cues)) == ((), film.cuts, 2)
    assert quiet.parts == film.parts
