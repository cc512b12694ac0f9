"""The take that stands for a shot, by law: the named one, else the newest that is good and here."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.model.marks import Marks
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.choice import chosen_panel, chosen_take
from topa_studio.pipeline.job import Kind, Wish

MARKS = st.builds(
    Marks,
    star=st.booleans(),
    rejected=st.booleans(),
    trashed=st.sampled_from([0.0, 1700000000.5]),
    note=st.sampled_from(["", "good"]),
)
TAKES = st.dictionaries(st.integers(1, 9), st.tuples(MARKS, st.booleans()))
NAMED = st.none() | st.integers(1, 9)
KEY = "1__1"


def _takes(board: Board) -> dict[Kind, dict[str, list[Take]]]:
    """All results that it has, whether their files are there or not."""
    found: dict[Kind, dict[str, list[Take]]] = {}
    for (kind, key), entry in board.subjects():
        found.setdefault(kind, {})[key] = entry.every_take()
    return found


@given(TAKES, NAMED, st.sampled_from([Kind.CLIP, Kind.PANEL]))
def test_the_named_take_stands_where_it_is_here_else_the_newest_good_one(
    takes: dict[int, tuple[Marks, bool]], named: int | None, kind: Kind
) -> None:
    board = Board()
    for number, (marks, _here) in takes.items():
        board.add_take(Wish(kind, KEY, number), Take(number, f"T{number}.mp4", marks=marks))
    gone = {f"T{number}.mp4" for number, (_marks, here) in takes.items() if not here}
    board.set_takes(_takes(board), gone)
    shot = Shot(KEY, "1", take=named, panel=named)
    choose = chosen_take if kind is Kind.CLIP else chosen_panel
    found = choose(shot, board.entry(kind, KEY))

    here = {number for number, (_marks, is_here) in takes.items() if is_here}
    good = {n for n in here if not (takes[n][0].rejected or takes[n][0].trashed)}
    expected = named if named in here else max(good, default=None)
    assert (None if found is None else found.number) == expected
    assert board.next_number(kind, KEY) == max(takes, default=0) + 1


@given(TAKES, st.lists(st.tuples(st.integers(1, 9), MARKS), max_size=6))
def test_marks_are_told_and_stay_whatever_becomes_of_the_file(
    takes: dict[int, tuple[Marks, bool]], changes: list[tuple[int, Marks]]
) -> None:
    board = Board()
    for number, (marks, _here) in takes.items():
        board.add_take(Wish(Kind.CLIP, KEY, number), Take(number, f"T{number}.mp4", marks=marks))
    expected = {number: marks for number, (marks, _here) in takes.items()}
    board.set_takes(_takes(board), {f"T{n}.mp4" for n, (_m, here) in takes.items() if not here})
    heard: list[object] = []
    board.changed.connect(heard.append)
    for number, marks in changes:
        board.mark(Kind.CLIP, KEY, number, marks)
        expected |= {number: marks} if number in expected else {}
    assert len(heard) == len(changes)
    for number in takes:
        # It comes home again, and whoever fetched it knows nothing of marks.
        board.add_take(Wish(Kind.CLIP, KEY, number), Take(number, f"T{number}.mp4"))
    assert {t.number: t.marks for t in board.entry(Kind.CLIP, KEY).takes.values()} == expected


def test_two_who_work_on_results_of_a_shot_at_once_are_given_two_numbers() -> None:
    board = Board()
    with board.number(Kind.CLIP, KEY) as first, board.number(Kind.CLIP, KEY) as second:
        assert (first, second) == (1, 2)
        with board.number(Kind.PANEL, KEY) as panel:
            assert panel == 1
        board.add_take(Wish(Kind.CLIP, KEY, second), Take(second, "T02.mp4"))
    assert board.next_number(Kind.CLIP, KEY) == 3
