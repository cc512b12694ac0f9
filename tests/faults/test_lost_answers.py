"""A create whose connection breaks at any byte is told as unknown and never sent again."""

from __future__ import annotations

import pytest

from tests.support.faults.bench import Bench
from tests.support.faults.cuts import cut_at, sizes
from tests.support.faults.points import Tally
from tests.support.faults.rules import Cut


@pytest.mark.parametrize("how", ["close", "reset", "half", "silence"])
def test_a_cut_answer_is_told_and_nothing_is_sent_again(bench: Bench, how: str) -> None:
    _request, reply = sizes(bench)
    tally = Tally()
    for at in (0, 1, 40, reply - 1):
        cut_at(bench, Cut("reply", at, how), tally)
    assert tally.broken == []
    # Whoever reads the last byte but one of the body has no whole answer either.
    assert (tally.unknown, tally.charged) == (4, 4)


@pytest.mark.parametrize("how", ["close", "reset", "half"])
def test_a_cut_request_is_never_sent_again_by_itself(bench: Bench, how: str) -> None:
    request, _reply = sizes(bench)
    tally = Tally()
    for at in (0, 1, request - 1, request):
        cut_at(bench, Cut("request", at, how), tally)
    assert tally.broken == []
