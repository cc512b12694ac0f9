"""Seams of a film: what the second shot starts from, copies in a row, and a frame's own moment."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from topa_studio.film.excerpt import alone
from topa_studio.film.seams import Start, chain, inside_of, seams_of, start_at
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot, Trim
from topa_studio.model.status import ShotStatus

RATES = some.sampled_from((23.976, 24.0, 25.0, 29.97, 30.0, 60.0))
STARTS = some.sampled_from((None, "panel", "previous", "none", "a.png"))


@some.composite
def films(draw: some.DrawFn) -> Scenario:
    scenes = []
    for scene in range(draw(some.integers(1, 3))):
        shots = []
        for number in range(draw(some.integers(1, 4))):
            begin = draw(some.sampled_from((0.0, 0.5, 1.25)))
            end = draw(some.sampled_from((None, begin + 0.5, begin + 2.0)))
            trim = draw(some.sampled_from((None, Trim(begin, end))))
            key = f"{scene}__{number}"
            shots.append(Shot(key, str(number), "A pier.", start=draw(STARTS), trim=trim))
        scenes.append(Scene(str(scene), shots=tuple(shots)))
    return Scenario(FilmConfig(fps=draw(RATES)), scenes=tuple(scenes))


@given(films())
def test_copies_are_counted_from_the_last_picture_of_a_shots_own(film: Scenario) -> None:
    cuts = CutList(ShotStatus).of(film)
    seams = seams_of(film, cuts)
    assert [seam.after.key for seam in seams] == [cut.key for cut in cuts[1:]]
    copies = 0
    for place, seam in enumerate(seams):
        starts = film.shot(seam.after.key).start
        copies = copies + 1 if starts == "previous" else 0
        assert seam.copies == copies
        assert (seam.start is Start.CONTINUES) == bool(copies)
        if seam.start is Start.NEW_SCENE:
            assert seam.before.scene != seam.after.scene
        links = chain(seams, place)
        assert [cut.key for cut, _ in links[-2:]] == list(seam.keys)
        assert [count for _, count in links] == list(range(len(links)))


@given(films(), some.data())
def test_a_frame_that_is_written_as_a_moment_is_read_as_that_frame(
    film: Scenario, data: some.DataObject
) -> None:
    for cut in CutList(ShotStatus).of(film):
        inside = data.draw(some.integers(0, cut.frames - 1))
        at = start_at(film, cut, inside)
        assert (at is None) == (inside == cut.frames - 1)
        assert inside_of(film, cut, at) == inside


@given(films())
def test_a_shot_alone_lasts_as_long_as_in_the_film_and_begins_at_once(film: Scenario) -> None:
    for cut in CutList(ShotStatus).of(film):
        by_itself = alone(film, cut)
        assert by_itself.frames == cut.frames
        assert by_itself.cuts[0].number == cut.number
        assert by_itself.light(0) == 1.0
        assert by_itself.light(cut.frames - 1) == 1.0
        assert by_itself.words(0) == ""
