"""The last guard before the intent: it holds also where nobody before it looked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.jobs import job
from topa_studio.base.errors import StudioError
from topa_studio.model.status import Consent
from topa_studio.model.take import Take
from topa_studio.pipeline.job import Kind, State, Wish
from topa_studio.pipeline.money.admission import Rules, admit, reserve, taken
from topa_studio.pipeline.money.budget import OverBudget, Press, part_of
from topa_studio.pipeline.state.records import Records

PRESS = Press("press")


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    records = Records(tmp_path / "state.db")
    yield records
    records.close()


def rules(budget: float | None = None, *, there: bool = True) -> Rules:
    return Rules("film", budget, None, lambda _path: there)


def test_a_second_job_for_the_same_shot_is_held_back_while_one_is_open(records: Records) -> None:
    first = admit(records, job(), PRESS, rules())
    assert (first.run, first.token != "") == ("press", True)
    with pytest.raises(StudioError, match="being made already"):
        admit(records, job(number=2), Press("other"), rules())
    records.update_job(first.to(State.SENDING).to(State.UNKNOWN))
    with pytest.raises(StudioError, match="not sent again by itself"):
        admit(records, job(number=2), Press("other"), rules())
    assert len(records.jobs()) == 1
    admit(records, job(key="1__2"), PRESS, rules())


def test_what_has_a_take_from_the_same_request_needs_a_word_of_the_user(records: Records) -> None:
    wish = job().wish
    for number, digest in ((1, "d"), (2, "d"), (3, "other")):
        records.add_take(Wish(wish.kind, "1__1", number, "film"), Take(number, "T.mp4", digest))
    with pytest.raises(StudioError) as held:
        admit(records, job(number=4), PRESS, rules())
    assert held.value.params == {"take": 2}
    asked = Press("press", Consent(same=True))
    assert admit(records, job(number=4), asked, rules()).consent == "same"
    admit(records, job(key="1__2"), PRESS, rules())  # the same words in another shot are its own
    assert [one.wish.key for one in records.jobs()] == ["1__1", "1__2"]


def test_what_was_paid_for_and_is_gone_is_made_again_only_if_the_user_says_so(
    records: Records,
) -> None:
    records.add_take(job().wish, Take(1, "T.mp4", "d"))
    with pytest.raises(StudioError, match="gone from the disk"):
        admit(records, job(number=2), PRESS, rules(there=False))
    admit(records, job(number=2), Press("press", Consent(same=True)), rules(there=False))


def test_what_another_film_has_from_the_same_request_is_not_paid_again(records: Records) -> None:
    records.add_take(Wish(Kind.CLIP, "9__9", 1, "other"), Take(1, "T.mp4", "d"))
    with pytest.raises(StudioError, match="already, for other, 9__9"):
        admit(records, job(number=2), PRESS, rules())


def test_a_job_takes_what_its_press_set_aside_and_no_other(records: Records) -> None:
    parts = [part_of(job(key=f"1__{n}").wish, 100.0) for n in (1, 2)]
    reserve(records, parts, PRESS, rules(250))
    with pytest.raises(OverBudget, match="has 50 left"):
        admit(records, job(key="1__3"), Press("other"), rules(250))
    with pytest.raises(OverBudget, match="has 50 left"):
        reserve(records, [part_of(job(key="1__3").wish, 51.0)], Press("other"), rules(250))
    admit(records, job(key="1__1"), PRESS, rules(250))
    assert taken(records, "film") == 200_000
    admit(records, job(key="1__2"), PRESS, rules(200))
    with pytest.raises(OverBudget):
        admit(records, job(key="1__3"), PRESS, rules(299.9999))
    admit(records, job(key="1__3"), PRESS, rules(300))


def test_pictures_count_for_every_film_of_the_folder_and_shots_for_their_own(
    records: Records,
) -> None:
    admit(records, job(wish=Wish(Kind.VIEW, "Topa", 1)), PRESS, rules())
    admit(records, job(wish=Wish(Kind.CLIP, "1__1", 1, "other film")), PRESS, rules())
    assert (taken(records, "film"), taken(records, "other film")) == (100_000, 200_000)
    with pytest.raises(StudioError, match="being made already"):
        admit(records, job(wish=Wish(Kind.VIEW, "Topa", 1)), PRESS, rules())
    admit(records, job(wish=Wish(Kind.VIEW, "Topa", 2)), PRESS, rules())
