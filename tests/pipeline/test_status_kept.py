"""What is known of shots that stand still is kept, and is always what a fresh look tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.jobs import job, shot
from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus, Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.status import StatusReader

NUMBERS = st.integers(1, 3)
KINDS = st.sampled_from([Kind.CLIP, Kind.PANEL])
STATES = st.sampled_from(sorted(State))


class Film:
    """A board, three shots, and what their requests are made of."""

    def __init__(self) -> None:
        self.board = Board()
        self.made_of = "d"
        self.shots = {number: shot(number) for number in (1, 2, 3)}
        self.kept = self.reader()

    def reader(self) -> StatusReader:
        return StatusReader(self.board, lambda _key, take: take.digest not in ("", self.made_of))

    def put(self, kind: Kind, number: int, at: int, state: State, *, stuck: bool) -> None:
        told = Trouble("pipeline.not-fetched") if stuck else None
        wish = Wish(kind, self.shots[number].key, at, "film")
        self.board.put(replace(job(state, trouble=told), id=10 * number + at, wish=wish))

    def take(self, kind: Kind, number: int, at: int, digest: str) -> None:
        wish = Wish(kind, self.shots[number].key, at, "film")
        self.board.add_take(wish, Take(at, f"{at}.mp4", digest, made_at=float(at)))

    def found(self, kind: Kind, number: int, at: int) -> None:
        self.board.set_takes({kind: {self.shots[number].key: [Take(at, f"{at}.mp4")]}})

    def wait(self, number: int) -> None:
        self.board.wait((Kind.CLIP, self.shots[number].key))

    def end(self, number: int, code: str) -> None:
        trouble = Trouble(code) if code else None
        self.board.end_wait((Kind.CLIP, self.shots[number].key), trouble)

    def calm(self, number: int) -> None:
        self.board.calm((Kind.CLIP, self.shots[number].key))

    def edit(self, number: int, take: int | None) -> None:
        self.shots[number] = replace(self.shots[number], take=take, panel=take)

    def mix(self, made_of: str) -> None:
        self.made_of = made_of
        self.kept.forget()


ACTS: st.SearchStrategy[Callable[[Film], None]] = st.one_of(
    st.builds(
        lambda *g, stuck: lambda film: film.put(*g, stuck=stuck),
        KINDS, NUMBERS, NUMBERS, STATES, stuck=st.booleans(),
    ),
    st.builds(
        lambda *g: lambda film: film.take(*g),
        KINDS, NUMBERS, NUMBERS, st.sampled_from("de"),
    ),
    st.builds(lambda *g: lambda film: film.found(*g), KINDS, NUMBERS, NUMBERS),
    st.builds(lambda n: lambda film: film.wait(n), NUMBERS),
    st.builds(
        lambda *g: lambda film: film.end(*g),
        NUMBERS, st.sampled_from(["", "pipeline.stopped", "pipeline.still-running"]),
    ),
    st.builds(lambda n: lambda film: film.calm(n), NUMBERS),
    st.builds(lambda *g: lambda film: film.edit(*g), NUMBERS, st.one_of(st.none(), NUMBERS)),
    st.builds(lambda d: lambda film: film.mix(d), st.sampled_from("de")),
)  # fmt: skip


def still(status: ShotStatus) -> ShotStatus:
    """Without what time alone moves on."""
    return replace(status, progress=0.0)


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTS, max_size=25))
def test_what_is_kept_is_what_a_fresh_look_tells(acts: list[Callable[[Film], None]]) -> None:
    film = Film()
    for act in acts:
        act(film)
        for one in film.shots.values():
            assert still(film.kept.shot(one)) == still(film.reader().shot(one))


def test_a_shot_that_stands_still_is_read_once() -> None:
    asked: list[str] = []
    board, made = Board(), job(State.DONE)

    def differs(key: str, _take: Take) -> bool:
        asked.append(key)
        return False

    reader = StatusReader(board, differs)
    board.put(made)
    board.add_take(made.wish, Take(1, "T01.mp4", "d"))
    first: Shot = shot(1)
    assert {reader.shot(first) for _look in range(5)} == {reader.shot(first)}
    assert asked == ["1__1"]
    running: Job = replace(made, id=2, state=State.SUBMITTED, word="generating")
    board.put(running)
    assert reader.shot(first).stage is running.stage
