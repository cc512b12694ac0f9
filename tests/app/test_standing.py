"""Numbers of the whole film are kept by shot, and are always what counting them anew tells."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.jobs import job
from tests.support.open_film import opened
from tests.support.random_edits import random_edit, random_film
from tests.support.small_film import small_film
from topa_studio.app.making import standing
from topa_studio.app.making.standing import Standing
from topa_studio.app.refreshing import out_of_date
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import DocumentError, StudioError
from topa_studio.document.edits import (
    Edit,
    ElementTarget,
    FilmTarget,
    SceneTarget,
    SetField,
    ShotTarget,
)
from topa_studio.film.timing import CutList
from topa_studio.model.marks import Marks
from topa_studio.model.request import Picture, digest
from topa_studio.model.status import RUNNING, Quote, Trouble, is_missing
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind, Wish, clips
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import State
from topa_studio.pipeline.money.sums import Sum
from topa_studio.pipeline.money.unsent import unsent, unsent_share
from topa_studio.pipeline.status import StatusReader

_WORDS = ("", "@Topa waves. A pier.", "@Nobody comes.", "Wide shot. A pier.", "@Valley. A tree.")
_STATES = sorted(State)
PICTURES = (Picture("1.png", "a"), Picture("2.png", "b"))


@pytest.mark.parametrize("seed", range(12))
def test_what_is_kept_is_what_counting_anew_tells(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    film = small_film(tmp_path, 4)
    if seed % 4 == 0:
        film.write_bytes(random_film(rng))

    async def run() -> None:
        async with opened(film) as session:
            _draw(session)
            for _step in range(60):
                await _act(rng, session)
                _compare(session)

    asyncio.run(run())


def test_what_touches_a_long_film_as_a_whole_is_counted_bit_by_bit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_FEW", 2)

    async def run() -> None:
        async with opened(small_film(tmp_path, 4)) as session:
            kept, told = session.standing, list[None]()
            before = kept.missing()
            kept.settled.connect(told.append)
            assert before.seconds == 4 * 3
            await session.edit("Mode", [SetField(FilmTarget(), "mode", "pro")])
            assert kept.missing() == before
            steps = sum(1 for _step in kept.steps())
            assert (steps, len(told)) == (4, 1)
            assert kept.missing().credits == session.quote(clips(*session.missing())).credits
            assert kept.missing().credits != before.credits

    asyncio.run(run())


def test_the_numbers_of_money_wait_for_no_count_of_a_long_film(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_FEW", 2)

    async def run() -> None:
        async with opened(small_film(tmp_path, 4)) as session:
            before, asked = session.money(), list[str]()
            ask = Standing._ask
            monkeypatch.setattr(Standing, "_ask", lambda kept, key: asked.append(key))
            await session.edit("Mode", [SetField(FilmTarget(), "mode", "pro")])
            assert (session.money(), asked) == (before, [])
            monkeypatch.setattr(Standing, "_ask", ask)
            told = asyncio.Event()
            session.money_changed.connect(lambda _money: told.set())
            await asyncio.wait_for(told.wait(), 60)
            assert session.money().estimated > before.estimated

    asyncio.run(run())


def _draw(session: ProjectSession) -> None:
    """The elements have pictures, so that their words are in the requests."""
    now = session._production.film
    pictures = {element.name: PICTURES for element in session.document.scenario.elements}
    now.setup = replace(now.setup, pictures=pictures)
    now.forget()


async def _act(rng: random.Random, session: ProjectSession) -> None:
    if rng.random() < 0.1:
        with suppress(DocumentError):
            await session._steps.text("Mistake", _with_mistake(session.document.text))
    elif rng.random() < 0.5:
        with suppress(DocumentError):
            await session.edit("Edit", [_edit(rng, session)])
    elif rng.random() < 0.2:
        await rng.choice((session.undo, session.redo))()
    else:
        _happen(rng, session._production.board, session)


def _with_mistake(text: str) -> str:
    """A mistake of the whole film that no request says, or none any more."""
    sound, mistaken = "\n  mode: std\n", "\n  mode: std\n  fps: fast\n"
    return text.replace(*((mistaken, sound) if mistaken in text else (sound, mistaken)))


def _edit(rng: random.Random, session: ProjectSession) -> Edit:
    film = session.document.scenario
    shots, elements = film.shots(), film.elements
    if rng.random() < 0.4 or not shots:
        return random_edit(rng, session.document, "")
    shot = ShotTarget(rng.choice(shots).key)
    edits: list[Edit] = [
        SetField(shot, "prompt", rng.choice(_WORDS)),
        SetField(shot, "duration", rng.choice((3, 5, 99))),
        SetField(shot, "locked", rng.random() < 0.5),
        SetField(SceneTarget(rng.choice(film.scenes).id), "background", rng.choice(_WORDS)),
        SetField(FilmTarget(), "style_prefix", rng.choice(("ink", "oil"))),
        SetField(FilmTarget(), "mode", rng.choice(("std", "pro", "best"))),
        SetField(SceneTarget(rng.choice(film.scenes).id), "mode", rng.choice(("std", "best"))),
    ]
    if elements:
        target = ElementTarget(rng.choice(elements).name)
        edits.append(SetField(target, "description", rng.choice(("A bear", "A fox"))))
    return rng.choice(edits)


def _happen(rng: random.Random, board: Board, session: ProjectSession) -> None:
    """Something of what jobs do to what is known."""
    shots = session.document.scenario.shots()
    if not shots:
        return
    key, number = rng.choice(shots).key, rng.randint(1, 3)
    kind = rng.choice((Kind.CLIP, Kind.PANEL))
    wish, now = Wish(kind, key, number, "film"), session._production.film.digest(key) or ""
    made = replace(job(rng.choice(_STATES)), id=rng.randint(1, 9), wish=wish, finished=9e8)
    with suppress(StudioError):
        request = session.wishes.estimate().requests(*clips(key))[-1]
        made = replace(made, request=request, digest=digest(request))
    match rng.randrange(5):
        case 0:
            board.put(replace(made, credits=rng.choice((None, 42.0, 50.1)), task_id=f"t{made.id}"))
        case 1:
            board.add_take(
                wish, Take(number, f"{key}{number}", rng.choice((now, "old")), sha256="s")
            )
        case 2:
            board.wait(wish.subject)
        case 3:
            board.end_wait(wish.subject, rng.choice((None, Trouble("pipeline.stopped"))))
        case _:
            board.mark(kind, key, number, Marks(trashed=rng.random() < 0.5))


def _compare(session: ProjectSession) -> None:
    production, known = session._production, session.standing
    for kept, keys in (
        (known.missing, session.missing()), (known.stale, out_of_date(session)),
    ):  # fmt: skip
        before = session.quote(clips(*keys))
        sound = (key for key in keys if production.film.unsendable.shot(key) is None)
        fresh = production.film.estimate().quote(clips(*sound))
        blocked = {wish: why for wish, why in before.blocked.items() if wish not in fresh.blocked}
        _same(before, replace(fresh, blocked={**fresh.blocked, **blocked}))
        _same(kept(), before)
    shots = session.document.scenario.shots()
    stages = Counter(_fresh(session, shot.key) for shot in shots)
    assert {stage: known.count(stage) for stage in stages} == stages
    sound = [shot for shot in shots if production.film.unsendable.shot(shot.key) is None]
    wanted = [
        shot.key
        for shot in sound
        if (status := session.shot(shot.key)).stage in RUNNING
        or is_missing(status, locked=shot.locked)
    ]
    estimate, fresh = production.film.estimate(), Sum()
    for wish in clips(*wanted):
        fresh.put(wish, unsent_share(estimate, wish))
    alone = [Wish(*subject) for subject in production.board.waiting() if subject[0] is Kind.PANEL]
    there = [wish for wish in alone if session.document.scenario.has_shot(wish.key)]
    assert session.money().estimated == unsent(estimate, fresh, there)
    assert session.cuts() == CutList(session.shot).of(session.document.scenario)


def _same(kept: Quote, fresh: Quote) -> None:
    """In no order, and without the lines of mistakes, which edits above them move."""
    assert set(kept.wishes) == set(fresh.wishes)
    assert kept.blocked.keys() == fresh.blocked.keys()
    for part in ("images", "seconds", "credits", "learned", "priced_on", "currency"):
        assert getattr(kept, part) == getattr(fresh, part), part


def _fresh(session: ProjectSession, key: str) -> object:
    """How far a shot is by a look of its own, and it is what the session tells."""
    production = session._production
    reader = StatusReader(
        production.board,
        production.film.freshness().is_out_of_date,
        barred=production.film.is_barred,
        made_before=production.film.was_made_before,
    )
    fresh, kept = reader.shot(session.document.scenario.shot(key)), session.shot(key)
    assert replace(fresh, changed=(), mistake=None, progress=0) == replace(
        kept, changed=(), mistake=None, progress=0, stage=fresh.stage
    )
    return kept.stage
