"""Paper of an open film: whole or nothing, told before; comments as one step that undo takes."""

from __future__ import annotations

import asyncio
import json
import resource
from pathlib import Path

import pytest

from tests.app.test_exporting import bring, film, left, until
from tests.support.numbered import numbered_clip
from tests.support.open_film import opened
from topa_studio.app.comments import answered, settled, take_comments
from topa_studio.app.exporting.export import Export, Stage
from topa_studio.app.paper import paper_plan, paper_shots
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.film.paper.choices import Column, Paper, PaperChoices
from topa_studio.model.scenario import Answer, Comment


async def _write(session: ProjectSession, what: Paper, target: Path) -> Export:
    plan = await paper_plan(session, PaperChoices(what))
    return await session.exports.ended(session.exports.start(plan, target).id)


def test_what_will_be_written_is_told_before_and_the_size_is_near(tmp_path: Path) -> None:
    async def main() -> None:
        clip = numbered_clip(tmp_path / "clip.mp4", 7, 72)
        async with opened(film(tmp_path / "film", shots=3)) as session:
            await bring(session, "1__1", clip)
            for what in (Paper.PDF, Paper.SHOT_LIST, Paper.CONTACT, Paper.REVIEW):
                plan = await paper_plan(session, PaperChoices(what))
                assert plan.missing == ("1__2", "1__3")
                assert plan.title == "Piers: the film"
                target = tmp_path / "out" / f"a{plan.ending(Path('a'))}"
                made = await session.exports.ended(session.exports.start(plan, target).id)
                assert made.stage is Stage.DONE, made.trouble
                assert made.done == plan.frames
                assert made.size == target.stat().st_size
                assert made.size / 8 < plan.about_bytes < made.size * 8, (what, made.size)
            assert len(left(tmp_path / "out")) == 4

    asyncio.run(main())


def test_a_clip_that_is_gone_is_a_slate_and_told(tmp_path: Path) -> None:
    async def main() -> None:
        clip = numbered_clip(tmp_path / "clip.mp4", 7, 72)
        async with opened(film(tmp_path / "film")) as session:
            chosen = await bring(session, "1__1", clip)
            plan = await paper_plan(session, PaperChoices(Paper.PDF))
            session.path(chosen.path).unlink()
            exports = session.exports
            made = await exports.ended(exports.start(plan, tmp_path / "a.pdf").id)
            assert made.stage is Stage.DONE
            assert set(made.unread.shots) == {"1__1"}
            again = await paper_plan(session, PaperChoices(Paper.PDF))
            assert set(again.unread.shots) == {"1__1"}

    asyncio.run(main())


@pytest.mark.parametrize("what", Paper)
def test_a_disk_that_takes_no_more_is_said_and_nothing_is_left(tmp_path: Path, what: Paper) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    async def main() -> None:
        async with opened(film(tmp_path / "film", shots=4)) as session:
            target = tmp_path / "out" / "a.xlsx"
            plan = await paper_plan(session, PaperChoices(what))
            exports = session.exports
            resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, limits[1]))
            try:
                made = await exports.ended(exports.start(plan, target).id)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            assert made.stage is Stage.FAILED
            assert made.trouble is not None
            assert made.trouble.code == "export.too-big"
            assert left(tmp_path / "out") == []

    asyncio.run(main())


def test_one_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(film(tmp_path / "film", seconds=15)) as session:
            exports, target = session.exports, tmp_path / "out" / "a.html"
            one = exports.start(await paper_plan(session, PaperChoices(Paper.REVIEW)), target)
            await until(lambda: (exports.one(one.id) or one).done > 0)
            exports.cancel(one.id)
            assert (await exports.ended(one.id)).stage is Stage.CANCELLED
            assert left(tmp_path / "out") == []

    asyncio.run(main())


def test_columns_of_the_window_say_what_it_says(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(film(tmp_path / "film")) as session:
            choices = PaperChoices(Paper.SHOT_LIST)
            first, _second = paper_shots(session, choices)
            assert (first.number, first.seconds, first.begins) == ("1.1", 3, 0)
            assert dict(first.cells)[Column.STATE] == "not made yet"
            said = paper_shots(session, choices, lambda key: {Column.STATE: f"state of {key}"})
            assert [dict(shot.cells) for shot in said] == [
                {Column.STATE: "state of 1__1"}, {Column.STATE: "state of 1__2"},
            ]  # fmt: skip

    asyncio.run(main())


def test_comments_are_one_step_and_answers_and_done_too(tmp_path: Path) -> None:
    async def main() -> None:
        said = tmp_path / "said.json"
        head = {"topa_comments": 1, "film": "film", "title": "Piers: the film"}
        both = [
            {"shot": key, "at": 1, "by": "Ann", "text": f"On {key}"} for key in ("1__1", "1__2")
        ]
        said.write_text(json.dumps({**head, "comments": both}))
        async with opened(film(tmp_path / "film")) as session:
            before = session.document.to_bytes()
            taken = await take_comments(session, said, "Comments")
            assert (taken.pinned.added, taken.pinned.there) == (2, 0)
            shot = session.film.shot("1__1")
            assert shot.comments == (Comment("On 1__1", 1, "Ann"),)
            await session.edit("Answer", [answered(shot, 0, "It is")])
            await session.edit("Done", [settled(session.film.shot("1__1"), 0, done=True)])
            assert session.film.shot("1__1").comments == (
                Comment("On 1__1", 1, "Ann", True, (Answer("It is"),)),
            )
            # What was answered and settled is still the same comment.
            again = await take_comments(session, said, "Comments")
            assert (again.pinned.added, again.pinned.there) == (0, 2)
            for _step in range(3):
                await session.undo()
            assert session.document.to_bytes() == before
            said.write_text(json.dumps({**head, "title": "Another", "comments": both}))
            with pytest.raises(ProjectError) as told:
                await take_comments(session, said, "Comments")
            assert told.value.code == "paper.comments-of-other"
            assert session.document.to_bytes() == before

    asyncio.run(main())
