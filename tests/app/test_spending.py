"""Money as the user meets it: budgets hold, batches are whole, nothing is paid twice by a slip."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.jobs import job
from tests.support.open_film import one_element_film, opened, plain_film, told
from tests.support.scripted_service import drop, json
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.making.day_budget import day_budget_file, read_day_budget, write_day_budget
from topa_studio.app.user_folder import user_data
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import FilmTarget, SetField, ShotTarget
from topa_studio.model.costs import Use
from topa_studio.model.marks import TakeRef
from topa_studio.model.status import Consent, Run, ShotStatus, Stage
from topa_studio.model.wish import Kind, Wish, clips, variants
from topa_studio.pipeline.state.records import Records

SHOT = 3 * 14
"""Credits of each shot of the plain film."""


def budgeted(folder: Path, shots: int, budget: float | None) -> Path:
    """A film of plain shots that may spend so much."""
    film = plain_film(folder, shots)
    if budget is not None:
        text = film.read_text(encoding="utf-8")
        film.write_text(
            text.replace("{mode", f"{{budget_credits: {budget}, mode"), encoding="utf-8"
        )
    return film


def why(status: ShotStatus) -> str:
    assert status.trouble is not None
    return say(status.trouble.code, status.trouble.params)


def keys(count: int) -> list[str]:
    return [f"1__{number}" for number in range(1, count + 1)]


def sent(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


def test_a_shot_beyond_the_films_budget_is_not_sent_and_says_what_is_left(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 3, 100)
            async with opened(film, kie.environment()) as session:
                await session.make(clips(*keys(2)))
                assert session.money().left == 100 - 2 * SHOT
                await session.make(clips("1__3"))
                assert session.shot("1__3").stage is Stage.FAILED
                assert "This costs 42 credits; the film's budget of 100 has 16 left" in why(
                    session.shot("1__3")
                )
                assert sent(kie) == 2
                await session.edit("Budget", [SetField(FilmTarget(), "budget_credits", 126)])
                await session.make(clips("1__3"))
                assert session.shot("1__3").stage is Stage.MADE

    asyncio.run(run())


def test_a_batch_that_does_not_fit_sends_nothing_and_tells_what_fits(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 4, 100)
            async with opened(film, kie.environment()) as session:
                notices = told(session)
                quote = await session.batch(clips(*keys(4)))
                assert (quote.shots, quote.seconds, quote.credits) == (tuple(keys(4)), 12, 4 * SHOT)
                assert (quote.left, quote.scope) == (100, "film")
                assert (quote.fits, quote.rest) == (clips("1__1", "1__2"), clips("1__3", "1__4"))
                await session.make(clips(*keys(4)))
                assert sent(kie) == 0
                assert {session.shot(key).stage for key in keys(4)} == {Stage.NOT_MADE}
                assert "All 4 together cost 168 credits" in say(notices[0].code, notices[0].params)
                await session.make(quote.fits)
                assert sent(kie) == 2
                assert (await session.batch(clips(*keys(4)[2:]))).fits == ()

    asyncio.run(run())


def test_a_dear_shot_is_passed_over_and_the_next_that_fits_is_offered(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 3, 100)
            async with opened(film, kie.environment()) as session:
                await session.edit("Longer", [SetField(ShotTarget("1__1"), "duration", 15)])
                quote = await session.batch(clips(*keys(3)))
                assert (quote.fits, quote.rest) == (clips("1__2", "1__3"), clips("1__1"))

    asyncio.run(run())


def test_pictures_that_shots_share_are_counted_once_in_what_fits(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            kie.taken = {"task-1": 4, "task-2": 4, "task-3": 4}
            async with opened(film, kie.environment()) as session:
                whole = (await session.batch(clips("1__1"))).credits
                assert whole == SHOT + 3 * 4
                await session.edit("Budget", [SetField(FilmTarget(), "budget_credits", whole - 1)])
                assert (await session.batch(clips("1__1"))).fits == ()
                await session.make(clips("1__1"))
                assert sent(kie) == 0  # no picture is paid for a shot that cannot be made
                await session.edit("Budget", [SetField(FilmTarget(), "budget_credits", whole)])
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_what_is_unknown_counts_as_spent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 2, 60)
            kie.creates = [drop()]
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.NEEDS_YOU
                quote = await session.batch(clips(*keys(2)))
                assert quote.blocked[Wish(Kind.CLIP, "1__1")].code == "pipeline.needs-you"
                assert (quote.credits, quote.left, quote.fits) == (SHOT, 18, ())
                again = await session.batch(clips("1__1"), consent=Consent(unknown=True))
                assert (again.credits, again.rest) == (SHOT, clips("1__1"))
                await session.make(clips("1__2"))
                assert "has 18 left" in why(session.shot("1__2"))
                await session.make(clips("1__1"), consent=Consent(unknown=True))
                assert sent(kie) == 1  # the first may have been charged, so a second does not fit

    asyncio.run(run())


@pytest.mark.parametrize("together", [False, True])
def test_a_hundred_presses_make_one_clip(tmp_path: Path, together: bool) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 2, None)
            async with opened(film, kie.environment()) as session:
                if together:
                    await asyncio.gather(*(session.make(clips(*keys(2))) for _ in range(50)))
                    for _ in range(50):
                        session.press(clips("1__1"))
                else:
                    for _ in range(100):
                        session.press(clips(*keys(2)))
                await until(lambda: all(session.shot(k).takes for k in keys(2)))
                await session.make(clips(*keys(2)))
                assert sent(kie) == 2
                assert [len(session.shot(key).takes) for key in keys(2)] == [1, 1]

    asyncio.run(run())


def test_two_batches_at_once_share_one_budget(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 4, 3 * SHOT)
            async with opened(film, kie.environment()) as session:
                notices = told(session)
                every = clips(*keys(4))
                await asyncio.gather(session.make(every[:2]), session.make(every[2:]))
                assert sent(kie) == 2
                assert len(notices) == 1
                assert (await session.batch(clips(*session.missing()))).left == SHOT

    asyncio.run(run())


def test_an_unchanged_shot_is_made_again_only_when_asked_for(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 1, None)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert (await session.batch(clips("1__1"))).same == {Wish(Kind.CLIP, "1__1"): 1}
                await session.make(clips("1__1"))
                status = session.shot("1__1")
                assert (sent(kie), status.stage) == (1, Stage.MADE)
                assert "Take 1 was made from exactly the same" in why(status)
                assert status.trouble is not None
                assert status.trouble.params == {"take": 1}
                await session.make(clips("1__1"), consent=Consent(same=True))
                assert len(session.shot("1__1").takes) == 2
                await session.edit("Words", [SetField(ShotTarget("1__1"), "prompt", "A hill.")])
                assert (await session.batch(clips("1__1"))).same == {}
                await session.make(clips("1__1"))
                assert sent(kie) == 3

    asyncio.run(run())


def test_a_take_whose_file_is_gone_is_fetched_again_and_not_paid_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 1, None)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                session.path(session.shot("1__1").takes[0].path).unlink()
                await session.make(clips("1__1"))
                assert sent(kie) == 1
                assert session.path(session.shot("1__1").takes[0].path).is_file()

    asyncio.run(run())


def test_what_has_no_price_is_sent_only_when_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Catalogue.bundled()
    models = [m for name in whole.ids() if (m := whole.get(name)) is not None]
    bare = Catalogue(replace(m, prices=replace(m.prices, per_second={})) for m in models)
    monkeypatch.setattr(Catalogue, "bundled", lambda: bare)

    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(budgeted(tmp_path, 1, 500), kie.environment()) as session,
        ):
            quote = await session.batch(clips("1__1"))
            assert (quote.credits, quote.unpriced, quote.fits) == (None, clips("1__1"), ())
            await session.make(clips("1__1"))
            assert sent(kie) == 0
            assert "What this costs is not known" in why(session.shot("1__1"))
            await session.make(clips("1__1"), consent=Consent(no_price=True))
            assert sent(kie) == 1
            assert session.money().spent == 42  # as the receipt says; from now on it is known
            assert (await session.batch(clips("1__1"), consent=Consent(same=True))).unpriced == ()

    asyncio.run(run())


def test_a_price_is_learned_from_the_newest_receipt(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.taken = {"task-1": 30, "task-2": 33}
            film = budgeted(tmp_path, 4, None)
            async with opened(film, kie.environment()) as session:
                listed = session.quote(clips("1__3"))
                assert (listed.credits, listed.learned) == (SHOT, False)
                assert listed.priced_on.startswith("2026-")
                await session.make(clips("1__1"))
                assert session.quote(clips("1__3")).credits == 30
                assert session.quote(clips("1__3")).learned
                await session.make(clips("1__2"))
                assert session.quote(clips("1__3", "1__4")).credits == 66
                await session.edit("Longer", [SetField(ShotTarget("1__4"), "duration", 5)])
                # Of five seconds nothing is known.
                assert session.quote(clips("1__4")).credits == 5 * 14
            async with opened(film, kie.environment()) as again:
                assert again.quote(clips("1__3")).credits == 33
                assert [price.credits for price in again.spending.costs().learned] == [33]

    asyncio.run(run())


def test_a_task_that_failed_and_cost_something_counts(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.states, kie.taken = {"task-1": "fail"}, {"task-1": 21}
            async with opened(budgeted(tmp_path, 2, 60), kie.environment()) as session:
                await session.make(clips("1__1"))
                assert "took 21 credits all the same" in why(session.shot("1__1"))
                assert session.money().spent == 21
                await session.make(clips("1__2"))
                assert "has 39 left" in why(session.shot("1__2"))

    asyncio.run(run())


# The day, over all films


def test_a_days_budget_holds_over_all_films_and_practice_does_not_count(tmp_path: Path) -> None:
    async def run() -> None:
        write_day_budget(100)
        async with small_kie() as kie:
            one, two = (budgeted(tmp_path / name, 2, None) for name in ("one", "two"))
            async with opened(one, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert await session.spending.spent_today() == SHOT
            async with opened(two, kie.environment()) as session:
                assert (await session.batch(clips(*keys(2)))).fits == clips("1__1")
                await session.make(clips("1__1"))
                await session.make(clips("1__2"))
                assert "the budget of 100 a day has 16 left today" in why(session.shot("1__2"))
                await session.spending.set_day_budget(None)
                await session.make(clips("1__2"))
                assert session.shot("1__2").stage is Stage.MADE
            assert sent(kie) == 3
            async with opened(two, kie.environment(), practice=True, look_only=True) as session:
                assert await session.spending.spent_today() is None

    asyncio.run(run())


def test_two_windows_on_two_films_share_the_day(tmp_path: Path) -> None:
    async def run() -> None:
        write_day_budget(3 * SHOT)
        async with small_kie() as kie:
            films = [budgeted(tmp_path / name, 2, None) for name in ("one", "two")]
            async with (
                opened(films[0], kie.environment()) as one,
                opened(films[1], kie.environment()) as two,
            ):
                await asyncio.gather(one.make(clips(*keys(2))), two.make(clips(*keys(2))))
                assert sent(kie) == 2
                for session in (one, two):
                    await session.make(clips(*session.missing()))
                await asyncio.gather(*(s.make(clips(k)) for s in (one, two) for k in s.missing()))
                assert sent(kie) == 3

    asyncio.run(run())


def test_a_day_that_counted_a_job_which_never_came_to_be_is_put_right(tmp_path: Path) -> None:
    async def run() -> None:
        write_day_budget(100)
        async with small_kie() as kie:
            film = budgeted(tmp_path, 2, None)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            ledger = sqlite3.connect(user_data() / "spent.db")
            # As a kill leaves it between the two files, and a batch that never came to its end.
            row = "SELECT {}, day, home, state, {}, 50000, at FROM entry LIMIT 1"
            for token, phase in (("'x'", "'asked'"), ("'run/clip/film/1__2'", "'reserved'")):
                ledger.execute(f"INSERT INTO entry {row.format(token, phase)}")
            ledger.commit()
            ledger.close()
            async with opened(film, kie.environment()) as session:
                assert await session.spending.spent_today() == SHOT
                await session.make(clips("1__2"))
                assert sent(kie) == 2

    asyncio.run(run())


def test_a_day_that_was_lost_or_damaged_counts_what_the_film_knows(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 2, None)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            for end in ("", "-wal", "-shm"):
                (user_data() / f"spent.db{end}").unlink(missing_ok=True)
            (user_data() / "spent.db").write_bytes(b"this is no database" * 100)
            async with opened(film, kie.environment()) as session:
                assert await session.spending.spent_today() == SHOT
            assert list(user_data().glob("spent.db.damaged-*"))

    asyncio.run(run())


def test_a_day_remembers_what_a_lost_record_of_the_film_does_not(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 1, None)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            shutil.rmtree(tmp_path / "output")
            async with opened(film, kie.environment()) as session:
                assert await session.spending.spent_today() == SHOT

    asyncio.run(run())


def test_while_the_days_budget_cannot_be_read_nothing_is_sent(tmp_path: Path) -> None:
    async def run() -> None:
        day_budget_file().parent.mkdir(parents=True, exist_ok=True)
        day_budget_file().write_text("day: much\n", encoding="utf-8")
        async with (
            small_kie() as kie,
            opened(budgeted(tmp_path, 1, None), kie.environment()) as session,
        ):
            with pytest.raises(ProjectError, match="how many credits may be spent a day"):
                await session.make(clips("1__1"))
            assert sent(kie) == 0
            assert session.shot("1__1").stage is Stage.NOT_MADE

    asyncio.run(run())


def test_the_days_budget_is_a_plain_line_and_can_be_taken_away() -> None:
    assert read_day_budget() is None
    write_day_budget(500)
    assert "day: 500\n" in day_budget_file().read_text(encoding="utf-8")
    assert read_day_budget() == 500
    write_day_budget(0)
    assert read_day_budget() == 0
    write_day_budget(None)
    assert read_day_budget() is None


def test_credits_a_dead_process_set_aside_are_free_at_the_next_start(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = budgeted(tmp_path, 1, SHOT)
            async with opened(film, kie.environment()):
                pass
            records = Records(tmp_path / "output" / ".topa" / "state.db")
            records.set_aside("dead", [(job().wish.kind, "film", "1__1", 42.0)], 0.0)
            records.close()
            async with opened(film, kie.environment()) as session:
                assert (await session.batch(clips("1__1"))).left == SHOT
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


# A run's own budget, and where the credits went


def test_a_run_spends_no_more_than_it_was_given(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(budgeted(tmp_path, 3, None), kie.environment()) as session,
        ):
            given = Run("a-run", 2 * SHOT)
            for key in keys(3):
                await session.make(clips(key), run=given)
            assert sent(kie) == 2
            assert "the 84 credits given for this run have 0 left" in why(session.shot("1__3"))

    asyncio.run(run())


def test_estimated_is_all_that_is_not_sent_yet_also_while_it_is_in_work(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path, 3)
            keys = ("1__1", "1__2", "1__3")
            async with opened(film, kie.environment(), slots=1) as session:
                assert session.money().estimated == 3 * 42
                making = asyncio.create_task(session.make(clips(*keys)))
                await until(lambda: session.shot("1__1").stage is Stage.DRAWING)
                assert [session.shot(key).stage for key in keys[1:]] == [Stage.IN_LINE] * 2
                for money in (session.money(), session.spending.of_scene("1")):
                    assert (money.estimated, money.spent) == (2 * 42, 42)
                assert session.spending.of_shot("1__2").estimated == 42
                assert session.spending.of_shot("1__1").estimated == 0
                kie.finish()
                await making
                assert (session.money().estimated, session.money().spent) == (0, 3 * 42)

    asyncio.run(run())


def test_left_follows_what_is_spent_before_the_account_is_asked_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                await until(lambda: session.money().left == 1000)
                asked = kie.asked("credit")
                heard: list[tuple[float, float | None]] = []
                session.money_changed.connect(lambda now: heard.append((now.spent, now.left)))
                kie.left = 1000 - 42
                making = asyncio.create_task(session.make(clips("1__1")))
                await until(lambda: session.money().spent == 42)
                assert session.money().left == 1000 - 42
                await until(lambda: kie.asked("credit") > asked)
                kie.finish()
                await making
                await until(lambda: heard[-1:] == [(42, 1000 - 42)])
                assert all(left == 1000 - spent for spent, left in heard)

    asyncio.run(run())


def test_the_parts_of_the_costs_add_up(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                await session.make(clips("1__1"), consent=Consent(same=True))
                costs = session.spending.costs()
                assert costs.spent == session.money().spent == 2 * 42 + 3 * 4
                assert [(share.key, share.credits) for share in costs.scenes] == [("1", 2 * 42 + 4)]
                assert [(s.key, s.credits) for s in costs.elements] == [("Topa", 2 * 4)]
                assert (costs.of(Use.UNUSED).credits, costs.waste) == (42, 42)
                assert (costs.finished_seconds, costs.per_second) == (3, 32)
                assert session.spending.of_shot("1__1").spent == 2 * 42 + 4
                assert session.spending.of_scene("1").spent == 2 * 42 + 4
                assert session.spending.of_scene("1").estimated == 0

    asyncio.run(run())


def test_what_a_press_did_not_use_is_free_when_it_is_over(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [json({"code": 422, "msg": "no such style"})]
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.edit("Budget", [SetField(FilmTarget(), "budget_credits", 100)])
                await session.make(clips("1__1"))
                assert (sent(kie), session.shot("1__1").stage) == (1, Stage.FAILED)
                assert (await session.batch(clips("1__1"))).left == 100

    asyncio.run(run())


def test_the_bill_of_a_shot_tells_each_result_and_what_is_on_its_way(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                spending = session.spending
                assert spending.bill_of_shot("1__1").estimated == 42 + 4 + 2 * 4
                assert spending.bill_of_element("Topa").estimated == 2 * 4
                await session.make(clips("1__1"))
                await session.make(variants("1__1", 2))
                await session.takes.reject([TakeRef("1__1", 2)])
                await session.takes.trash([TakeRef("1__1", 3)])
                bill = spending.bill_of_shot("1__1")
                uses = {(p.kind, p.number): p.use for p in bill.paid}
                assert uses == {
                    (Kind.PANEL, 1): Use.PANELS,
                    (Kind.CLIP, 1): Use.FILM,
                    (Kind.CLIP, 2): Use.REJECTED,
                    (Kind.CLIP, 3): Use.TRASHED,
                }
                assert (bill.spent, bill.waste, bill.waiting) == (4 + 3 * 42, 2 * 42, 0)
                assert spending.bill_of_scene("1").paid == bill.paid
                assert spending.bill_of_element("Topa").spent == 8
                assert spending.bill_of_scene("9").paid == ()
                disk = await spending.disk()
                assert (disk.in_trash, disk.trash) == (1, len(kie.clip))
                assert disk.takes == 2 * len(kie.clip) + len(kie.picture)
                assert disk.pictures >= 2 * len(kie.picture)
                await session.takes.empty_trash()
                assert (await spending.disk()).trash == 0
                # What it cost stays spent, and stays told as thrown away.
                assert spending.costs().of(Use.TRASHED).credits == 42
                assert spending.costs().spent == session.money().spent

    asyncio.run(run())
