"""A panel that is wished alone: paid once, held by budgets, kept as a panel, and no clip of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film, told, written
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import Kind, Wish, clips, panels, reference_images

PANEL = 4
CLIP = 3 * 14
KEY = "1__1"


def sent(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


def models(kie: SmallKie) -> list[str]:
    return ["clip" if "kling" in body["model"] else "picture" for body in kie.accepted]


def starting_from_its_panel(folder: Path, budget: float | None = None) -> Path:
    film = plain_film(folder)
    text = film.read_text(encoding="utf-8").replace(
        "duration: 3", "duration: 3\n        start: panel"
    )
    if budget is not None:
        text = text.replace("{mode: std", f"{{budget_credits: {budget:g}, mode: std")
    film.write_text(text, encoding="utf-8")
    return film


def test_a_panel_alone_costs_its_price_and_is_kept_as_the_panel(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                quote = session.quote(panels(KEY))
                assert (quote.wishes, quote.images, quote.seconds) == (panels(KEY), 1, 0)
                assert quote.credits == PANEL
                await session.make(panels(KEY), consent=Consent(shown=quote.credits))
                assert models(kie) == ["picture"]
                assert session.money().spent == PANEL
                check_panel(session)
            async with opened(film, kie.environment()) as again:
                check_panel(again)
                assert again.money().spent == PANEL
                assert again.missing() == (KEY,)
            assert sent(kie) == 1

    asyncio.run(run())


def check_panel(session: ProjectSession) -> None:
    status = session.shot(KEY)
    assert (status.stage, status.panel_stage, status.takes) == (Stage.NOT_MADE, Stage.MADE, ())
    assert status.panel is not None
    file = session.path(status.panel.path)
    assert file.is_file()
    receipt = written(file.with_suffix(".json"))
    assert (receipt["task_id"], receipt["credits"]) == (status.panel.task_id, PANEL)


def test_its_clip_starts_from_it_and_pays_for_no_other(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = starting_from_its_panel(tmp_path)
            async with opened(film, kie.environment()) as session:
                assert session.quote(clips(KEY)).credits == PANEL + CLIP
                await session.make(panels(KEY))
                assert session.quote(clips(KEY)).credits == CLIP
                await session.make(clips(KEY))
                assert session.shot(KEY).stage is Stage.MADE
                assert models(kie) == ["picture", "clip"]
                assert session.money().spent == PANEL + CLIP

    asyncio.run(run())


def test_a_panel_made_for_the_film_under_its_old_name_is_taken_over(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = starting_from_its_panel(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(panels(KEY))
            film = film.rename(tmp_path / "other.yaml")
            async with opened(film, kie.environment()) as session:
                assert session.quote(panels(KEY)).credits == 0
                assert session.quote(clips(KEY)).credits == CLIP
                await session.make(panels(KEY))
                panel = session.shot(KEY).panel
                assert panel is not None
                assert (session.shot(KEY).panel_stage, panel.number) == (Stage.MADE, 1)
                assert session.money().spent == 0
            assert sent(kie) == 1

    asyncio.run(run())


@pytest.mark.parametrize("order", ["panel first", "clip first", "one press"])
def test_a_panel_and_its_clip_at_once_pay_for_one_panel(tmp_path: Path, order: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = starting_from_its_panel(tmp_path)
            both = [*panels(KEY), *clips(KEY)]
            async with opened(film, kie.environment()) as session:
                if order == "one press":
                    await session.make(both)
                else:
                    wishes = both if order == "panel first" else both[::-1]
                    await asyncio.gather(*(session.make([wish]) for wish in wishes))
                assert sorted(models(kie)) == ["clip", "picture"]
                status = session.shot(KEY)
                assert (status.stage, status.panel_stage) == (Stage.MADE, Stage.MADE)
                assert session.queue() == ()

    asyncio.run(run())


def test_a_panel_needs_its_elements_first(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(one_element_film(tmp_path), kie.environment()) as session,
        ):
            assert session.quote(panels(KEY)).credits == 3 * PANEL
            await session.make(panels(KEY))
            assert models(kie) == ["picture"] * 3
            assert session.shot(KEY).panel_stage is Stage.MADE
            assert session.quote(reference_images("Topa")).images == 0

    asyncio.run(run())


def test_the_very_same_panel_is_made_again_only_if_the_user_says_so(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            await session.make(panels(KEY))
            assert (await session.batch(panels(KEY))).same == {Wish(Kind.PANEL, KEY): 1}
            await session.make(panels(KEY))
            trouble = session.shot(KEY).trouble
            assert trouble is not None
            assert trouble.code == "pipeline.same-request"
            assert sent(kie) == 1
            await session.make(panels(KEY), consent=Consent(same=True))
            panel = session.shot(KEY).panel
            assert panel is not None
            assert (sent(kie), panel.number) == (2, 2)

    asyncio.run(run())


def test_a_budget_that_does_not_hold_a_panel_sends_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = starting_from_its_panel(tmp_path, budget=PANEL - 1)
            async with opened(film, kie.environment()) as session:
                batch = await session.batch(panels(KEY))
                assert (batch.fits, batch.rest) == ((), panels(KEY))
                await session.make(panels(KEY))
                trouble = session.shot(KEY).trouble
                assert trouble is not None
                assert trouble.code == "pipeline.over-film-budget"
                assert (sent(kie), session.money().spent) == (0, 0)

    asyncio.run(run())


def test_what_would_cost_more_than_was_shown_is_asked_about(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            asked = list[tuple[Wish, ...]]()
            session.dearer.connect(lambda dearer: asked.append(dearer.wishes))
            await session.make(panels(KEY), consent=Consent(shown=PANEL - 1))
            assert (asked, sent(kie)) == ([panels(KEY)], 0)

    asyncio.run(run())


def test_a_lost_answer_is_never_sent_again_by_itself(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.lose_answer()
            await session.make(panels(KEY))
            status = session.shot(KEY)
            assert (status.stage, status.panel_stage) == (Stage.NEEDS_YOU, Stage.NEEDS_YOU)
            await session.make(panels(KEY))
            await session.make(clips(KEY))
            assert sent(kie) == 1
            assert session.jobs.needs_you() == (KEY,)
            await session.jobs.again(KEY)
            assert models(kie) == ["picture", "picture"]
            assert session.shot(KEY).panel_stage is Stage.MADE

    asyncio.run(run())


def test_trying_again_makes_the_panel_and_no_clip(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.states, kie.fails = {"task-1": "fail"}, {"task-1": "Internal error"}
            await session.make(panels(KEY))
            (failure,) = session.jobs.failures.all()
            assert (failure.kind, failure.key) == (Kind.PANEL, KEY)
            assert session.shot(KEY).panel_stage is Stage.FAILED
            await session.jobs.retry(KEY)
            assert models(kie) == ["picture", "picture"]
            assert session.shot(KEY).panel_stage is Stage.MADE
            assert session.jobs.failures.all() == ()

    asyncio.run(run())


@pytest.mark.parametrize("stopped", ["clip", "panel", "all"])
def test_what_is_taken_out_of_the_line_is_not_paid_for(tmp_path: Path, stopped: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = starting_from_its_panel(tmp_path)
            async with opened(film, kie.environment()) as session:
                session.pause()
                wishes = panels(KEY) if stopped == "panel" else clips(KEY)
                making = asyncio.create_task(session.make(wishes))
                await until(lambda: session.shot(KEY).panel_stage is Stage.IN_LINE)
                assert len(session.queue()) == 1
                if stopped == "all":
                    assert session.jobs.cancel_all().waiting == 1
                else:
                    session.jobs.cancel_waiting(stopped, KEY)
                await making
                status = session.shot(KEY)
                assert (status.stage, status.panel_stage) == (Stage.NOT_MADE, Stage.NOT_MADE)
                session.resume()
            assert sent(kie) == 0

    asyncio.run(run())


def test_a_panel_that_was_sent_comes_home_after_an_end(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                kie.hold()
                session.press(panels(KEY))
                await until(lambda: session.shot(KEY).panel_stage is Stage.DRAWING)
            kie.finish()
            async with opened(film, kie.environment()) as session:
                notices = told(session)
                await session.make(panels(KEY))
                assert session.shot(KEY).panel_stage is Stage.MADE
                assert notices == []
            assert sent(kie) == 1

    asyncio.run(run())


def test_a_folder_without_its_state_knows_it_for_a_panel(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(panels(KEY))
                state = session.output_folder / ".topa" / "state.db"
            state.unlink()
            async with opened(film, kie.environment()) as session:
                check_panel(session)
                assert session.money().spent == PANEL

    asyncio.run(run())
