"""What would be written: which part of the film, in which size, without which shots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from topa_studio.base.errors import ProjectError
from topa_studio.film.composition import Composition
from topa_studio.film.export.choices import Choices
from topa_studio.film.export.facts import ClipFacts, is_enlarged, size_of
from topa_studio.film.export.parts import recomposed
from topa_studio.film.export.plan import Plan, plan_of
from topa_studio.film.span import Span
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import (
    AudioTrack,
    FilmConfig,
    Scenario,
    Scene,
    Shot,
    Transition,
    Trim,
)
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

KNOWN = {
    "a.mp4": ClipFacts(1280, 720, 5, 2_000_000, 24),
    "b.mp4": ClipFacts(1920, 1080, 5, 4_000_000, 24),
}
TAKES = {"1__1": "a.mp4", "1__3": "b.mp4", "2__1": "a.mp4"}
FILM = Scenario(
    FilmConfig(audio=(AudioTrack("m.ogg"), AudioTrack("v.ogg", kind="voice"))),
    scenes=(
        Scene(id="1", shots=tuple(Shot(f"1__{n}", str(n), duration=2) for n in (1, 2, 3))),
        Scene(id="2", shots=(Shot("2__1", "1", duration=4),)),
    ),
)


def composed(film: Scenario) -> Composition:
    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, TAKES[key]) if key in TAKES else None)

    return Composition(film, CutList(status).of(film))


def plan(film: Scenario = FILM, **chosen: object) -> Plan:
    return plan_of(composed(film), replace(Choices(), **chosen), KNOWN)


def test_the_whole_film_with_what_is_missing() -> None:
    found = plan()
    assert (found.frames, found.seconds) == (240, 10)
    assert found.missing == ("1__2",)


def test_a_shot_that_is_left_out_leaves_the_others_their_numbers() -> None:
    found = plan(leave_out=True)
    assert found.frames == 192
    assert [cut.number for cut in found.film.cuts] == ["1.1", "1.3", "2.1"]
    assert found.missing == ("1__2",)


def test_a_scene_stands_in_its_film_with_the_music_that_is_heard_there() -> None:
    found = plan(scene="2")
    assert found.span == Span(144, 240)
    assert [part.at for part in found.film.parts if part.kind == "music"] == [0]
    with pytest.raises(ProjectError, match="2"):
        plan(scene="7")


def test_chosen_shots_follow_each_other() -> None:
    found = plan(shots=("2__1", "1__1"))
    assert [cut.key for cut in found.film.cuts] == ["1__1", "2__1"]
    assert found.frames == 144


def test_nothing_chosen_is_said() -> None:
    with pytest.raises(ProjectError) as caught:
        plan(shots=("1__2",), leave_out=True)
    assert caught.value.code == "export.nothing"


def test_what_is_marked_moves_along_with_shots_that_are_left_out() -> None:
    assert plan(span=(24, 120)).span == Span(24, 120)
    # Shot 1.2 lies from 48 to 96: the mark ends in 1.3, which begins where 1.2 did.
    assert plan(span=(24, 120), leave_out=True).span == Span(24, 72)


def test_another_rate_counts_all_anew() -> None:
    found = plan(fps=30.0)
    assert (found.frames, found.seconds) == (300, 10)
    assert plan(fps=30.0, span=(24, 120)).span == Span(30, 150)


def test_parts_of_the_sound_are_left_out() -> None:
    def kinds(*sounds: str) -> set[str]:
        return {part.kind for part in plan(sounds=sounds).film.parts}

    assert kinds("clip", "music", "voice") == {"clip", "music", "voice"}
    assert kinds("clip") == {"clip"}
    assert kinds("voice", "music") == {"voice", "music"}
    assert kinds() == set()


@pytest.mark.parametrize(
    ("choice", "ratio", "size"),
    [
        ("720p", 16 / 9, (1280, 720)),
        ("1080p", 16 / 9, (1920, 1080)),
        ("4k", 16 / 9, (3840, 2160)),
        ("1080p", 9 / 16, (1080, 1920)),
        ("1080p", 1.0, (1080, 1080)),
        ("film", 16 / 9, (1284, 716)),
        ("film", 9 / 16, (716, 1272)),
    ],
)
def test_sizes_are_even_and_have_the_films_shape(
    choice: str, ratio: float, size: tuple[int, int]
) -> None:
    assert size_of(choice, ratio, (1284, 716)) == size


def test_the_size_of_the_film_is_that_of_most_of_its_time() -> None:
    found = plan(size="film")
    assert found.size == found.clips == (1280, 720)
    assert is_enlarged((1920, 1080), found.clips)
    assert not is_enlarged((1280, 720), found.clips)


def test_a_film_without_any_clip_has_a_size_too() -> None:
    empty = Scenario(scenes=(Scene(id="1", shots=(Shot("x", "1", duration=2),)),))
    assert plan(empty, size="film").size == (1920, 1080)


def test_a_part_of_a_film_shows_what_the_whole_one_shows() -> None:
    """Also of one file a scene, of which a shot is a part, and with a trim."""
    takes = {
        "a": Take(1, "scene.mp4", start=4.0, seconds=5.0),
        "b": Take(2, "b.mp4"),
    }
    film = Scenario(
        scenes=(
            Scene(
                id="1",
                shots=(
                    Shot("a", "1", duration=5, trim=Trim(1.5, 3.5)),
                    Shot("b", "2", duration=2, trim=Trim(0.5)),
                    Shot("c", "3", duration=2),
                    Shot("d", "4", duration=2, still="pictures/d.png"),
                ),
            ),
        )
    )
    panels = {"c": Take(3, "c.png")}

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=takes.get(key), panel=panels.get(key))

    whole = Composition(film, CutList(status).of(film))
    again = recomposed(whole, film)
    assert [cut.number for cut in again.cuts] == [cut.number for cut in whole.cuts]
    for one, other in zip(whole.cuts, again.cuts, strict=True):
        assert (one.shown.source, one.path, one.frames) == (
            other.shown.source, other.path, other.frames,
        )  # fmt: skip
        assert one.offset == pytest.approx(other.offset)
        assert one.shown.until == pytest.approx(other.shown.until)


@pytest.mark.parametrize(("kind", "lights"), [("fade", 12), ("dissolve", 0), ("cut", 0)])
def test_a_part_begins_as_its_first_shot_does_in_the_film(kind: str, lights: int) -> None:
    shots = tuple(
        Shot(f"1__{n}", str(n), duration=2, transition=Transition(kind, 1.0)) for n in (1, 2)
    )
    film = replace(FILM, scenes=(Scene(id="1", shots=shots),))
    whole, part = composed(film), plan(film, shots=("1__2",)).film
    dark = [n for n in range(part.frames) if part.light(n) < 1]
    assert dark == list(range(lights))
    if kind == "fade":
        assert [part.light(n) for n in dark] == [whole.light(48 + n) for n in dark]
    assert plan(film, shots=("1__1",)).film.light(0) == whole.light(0)
