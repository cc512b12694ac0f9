"""The price of a change before it is kept: which shots, why, how much; nothing is written by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.app.test_freshness import (
    CHAINED,
    EVERY,
    LAST,
    ONE,
    OTHER,
    OWN,
    WITH,
    film,
    made,
    shot,
    stale,
    until_looked,
)
from tests.support.small_kie import CREATE, SmallKie
from topa_studio.app.impact import Impact
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import (
    DeleteElement,
    DeleteShot,
    Edit,
    ElementTarget,
    MoveShot,
    RenameElement,
    SceneTarget,
    SetField,
    ShotTarget,
)
from topa_studio.model.change import Change
from topa_studio.model.wish import clips

CHANGES: dict[str, tuple[Sequence[Edit], tuple[Change, ...]]] = {
    "style": ([film("style_prefix", "ink")], (Change.STYLE,)),
    "quality": ([film("mode", "pro")], (Change.QUALITY,)),
    "format": ([film("aspect_ratio", "9:16")], (Change.FORMAT,)),
    "description": (
        [SetField(ElementTarget("Topa"), "description", "A fox")],
        (Change.ELEMENTS,),
    ),
    "deleted": ([DeleteElement("Topa", "plain")], (Change.WORDS, Change.START, Change.ELEMENTS)),
    "renamed": ([RenameElement("Topa", "Tapo")], ()),
    "place": ([SetField(SceneTarget("2"), "background", "A hill")], (Change.SCENE,)),
    "moved": ([MoveShot(CHAINED, "1", 3)], (Change.START,)),
    "one before deleted": ([DeleteShot(ONE)], (Change.START,)),
    "title": ([film("title", "Other")], ()),
    "nothing": ([film("mode", "std")], ()),
}


def _creates(kie: SmallKie) -> int:
    """How often something was ordered; what is left on the account may be asked at any time."""
    return sum(one.path.endswith("createTask") for one in kie.service.asked)


def test_it_tells_before_an_edit_what_is_out_of_date_after_it_and_what_a_refresh_then_costs(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie, _path: Path) -> None:
        asked, text = _creates(kie), session.document.text
        for name, (edits, causes) in CHANGES.items():
            before = session.film
            told = await session.impact.of(edits)
            assert (session.document.text, stale(session)) == (text, set()), name
            if await session.edit("Edit", edits) is None:
                assert told == Impact()
                continue
            await until_looked(session)
            assert {*told.keys} == stale(session), name
            assert told.keys == tuple(key for key in EVERY if key in told.keys)
            assert {*told.causes} == {*causes}, name
            quote = session.quote(clips(*told.keys))
            assert told.quote.credits == quote.credits == told.cost(told.keys), name
            assert told.cost(told.keys[:1]) == session.quote(clips(*told.keys[:1])).credits
            since = await session.impact.since(before)
            assert (since.keys, since.causes) == (told.keys, told.causes)
            await session.undo()
            await until_looked(session)
        assert _creates(kie) == asked

    made(tmp_path, check)


def test_accepted_shots_and_those_without_a_clip_are_left_out_and_what_is_out_of_date_already(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie, _path: Path) -> None:
        await session.edit("Accept", [shot(LAST, "locked", True)])
        await session.edit("Words", [shot(OTHER, "prompt", "Noon.")])
        await session.edit("More", [SetField(ShotTarget(OWN), "still", "first.png")])
        told = await session.impact.of([film("style_prefix", "ink")])
        assert {*told.keys} == {*EVERY} - {LAST, OTHER, OWN}
        await session.edit("Budget", [film("budget_credits", 900)])
        session.money()
        told = await session.impact.of([film("style_prefix", "ink")])
        assert (told.quote.scope, told.quote.left) == ("film", session.money().left)
        made_so_far = kie.service.paths().count(CREATE)
        before = session.film
        await session.edit("Style", [film("style_prefix", "ink")])
        await session.edit("Words", [shot(ONE, "prompt", "Dawn.")])
        assert {*(await session.impact.since(before)).keys} == {*told.keys}
        assert {*(await session.impact.since(before, {ONE})).keys} == {*told.keys} - {ONE}
        assert kie.service.paths().count(CREATE) == made_so_far

    made(tmp_path, check)


def test_other_pictures_of_an_element_are_told_by_their_content_before_they_lie_there(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, _kie: SmallKie, _path: Path) -> None:
        first, second = session._production.film.setup.pictures["Topa"]
        asked = session.impact.of_pictures
        told = await asked("Topa", {second.path: "another"})
        assert (told.keys, told.causes) == ((WITH,), (Change.PICTURES,))
        # The panel is drawn anew, too, where the frontal picture is another.
        dearer = await asked("Topa", {first.path: "another"})
        assert told.quote.credits is not None
        assert dearer.quote.credits is not None
        assert dearer.quote.credits > told.quote.credits
        assert (await asked("Topa", {second.path: second.sha256})).keys == ()
        assert (await asked("Topa", {"one more.png": "a third"})).keys == (WITH,)
        assert (await asked("Nobody", {"x.png": "a"})).keys == ()

    made(tmp_path, check)


def test_cropped_pictures_are_compared_with_those_of_before(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, _kie: SmallKie, _path: Path) -> None:
        elements = session.elements
        first, second = (picture.path for picture in elements.pictures("Topa"))
        for path in (first, second):
            before = session.impact.standing
            await elements.crop("Topa", path, (0, 0, 0.5, 1))
            told = await session.impact.since(before.film, pictured=before.pictures)
            assert (told.keys, told.causes) == ((WITH,), (Change.PICTURES,))
            assert stale(session) == {WITH}
            assert (await session.impact.since(session.film)).keys == ()
            await session.undo()
            assert stale(session) == set()

    made(tmp_path, check)
