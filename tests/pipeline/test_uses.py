"""What became of what was paid: each credit is in one use, whatever was made, marked or left."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.jobs import film, job, shot
from topa_studio.model.costs import WASTE, Use
from topa_studio.model.marks import Marks
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import LEFT, LEFT_FREE, Job, Kind, State, Wish
from topa_studio.pipeline.money.costs import bill_of, costs_of
from topa_studio.pipeline.money.estimate import spent
from topa_studio.pipeline.money.uses import items_of

AMOUNTS = st.sampled_from((None, 0.0, 0.0004, 8.0, 42.0, 135.5))
NOTES = st.sampled_from((None, LEFT, LEFT_FREE, "pipeline.needs-you", "pipeline.no-file"))
MARKS = st.builds(
    Marks, rejected=st.booleans(), trashed=st.sampled_from((0.0, 5.0)), star=st.booleans()
)
PLACES = st.sampled_from(
    [
        (Kind.CLIP, "1__1"), (Kind.CLIP, "1__2"), (Kind.CLIP, "9__9"), (Kind.PANEL, "1__1"),
        (Kind.PANEL, "9__9"), (Kind.VIEW, "Topa"), (Kind.SCENE, "1"), (Kind.SCENE, "7_part1"),
    ]
)  # fmt: skip
MADE = st.tuples(PLACES, st.sampled_from(State), NOTES, AMOUNTS, AMOUNTS, MARKS, st.booleans())
FILM = film(shot(1), shot(2))


def filled(made: list[tuple]) -> Board:
    """A board on which all this happened, one after the other."""
    board = Board()
    for number, ((kind, key), state, note, estimate, credits, marks, alone) in enumerate(made, 1):
        wish = Wish(kind, key, number, "" if kind is Kind.VIEW else "film")
        task = f"task-{number}" if state not in (State.INTENT, State.SENDING) else ""
        told = None if note is None else Trouble(note)
        one: Job = job(
            state, key=key, wish=wish, trouble=told, estimate=estimate, credits=credits,
            task_id="" if alone else task,
        )  # fmt: skip
        board.put(replace(one, id=number))
        if state is State.DONE:
            board.add_take(
                wish, Take(number, f"{number}.mp4", task_id=task, credits=credits, marks=marks)
            )
    return board


@given(st.lists(MADE, max_size=12))
@settings(max_examples=25, deadline=None)
def test_the_uses_together_are_what_was_spent(made: list[tuple]) -> None:
    board = filled(made)
    costs = costs_of(FILM, board)
    amounts = sum(item.amount for item in items_of(FILM, board))
    assert amounts == round(1000 * spent(board))
    assert round(sum(share.credits for share in costs.uses), 3) == round(costs.spent, 3)
    assert [share.key for share in costs.uses] == list(Use)
    parts = [bill_of(FILM, board, [s], estimated=0.0, left=None) for s, _ in board.subjects()]
    assert round(sum(bill.spent for bill in parts), 3) == round(costs.spent, 3)
    assert costs.waste == round(sum(costs.of(use).credits for use in WASTE), 3)


def test_an_empty_film_cost_nothing() -> None:
    costs = costs_of(film(), Board())
    assert (costs.spent, costs.waste, costs.per_second, costs.without_price) == (0, 0, None, 0)
    assert not any(share.count for share in costs.uses)


def test_results_of_an_older_folder_without_prices_are_counted_and_told_so() -> None:
    board = Board()
    for number in (1, 2):
        board.add_take(Wish(Kind.CLIP, "1__1", number, "film"), Take(number, f"{number}.mp4"))
    costs = costs_of(FILM, board)
    assert (costs.spent, costs.without_price) == (0, 2)
    assert (costs.of(Use.FILM).count, costs.of(Use.UNUSED).count) == (1, 1)
    bill = bill_of(FILM, board, [(Kind.CLIP, "1__1")], estimated=None, left=None)
    assert (bill.without_price(), bill.spent, len(bill.paid)) == (2, 0, 2)


def test_what_is_said_of_takes_moves_what_they_cost() -> None:
    board = Board()
    for number in (1, 2, 3, 4):
        board.add_take(
            Wish(Kind.CLIP, "1__1", number, "film"),
            Take(number, f"{number}.mp4", task_id=f"t{number}", credits=10.0 * number),
        )
    board.mark(Kind.CLIP, "1__1", 1, Marks(rejected=True))
    board.mark(Kind.CLIP, "1__1", 2, Marks(trashed=5.0))
    costs = costs_of(FILM, board)
    found = {share.key: share.credits for share in costs.uses if share.credits}
    assert found == {"film": 40, "unused": 30, "rejected": 10, "trashed": 20}
    # One that is chosen by its number is in the film, whatever its marks.
    pinned = film(replace(shot(1), take=1), shot(2))
    assert costs_of(pinned, board).of(Use.FILM).credits == 10
    assert costs_of(film(shot(2)), board).of(Use.REMOVED).credits == 100
