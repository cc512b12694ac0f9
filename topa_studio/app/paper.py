"""What stands on paper of each shot of the open film; asked before anything is written."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping

from topa_studio.app.session import ProjectSession
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.film.paper.choices import Column, Paper, PaperChoices, PaperShot
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Scene, Shot
from topa_studio.model.wish import clips

Cells = Callable[[str], Mapping[Column, str]]
"""Words of the cells of a shot by its key, as the view shows them."""
_SLICE = 0.006
"""Seconds that the window is not asked to wait longer for: prices of a long film take some."""


async def paper_plan(
    session: ProjectSession, choices: PaperChoices, cells: Cells | None = None
) -> PaperPlan:
    """What would be written, how large it will be, and what is missing for it.

    `cells`: what stands in columns that the window puts into words; without it plain English.

    Raises:
        ProjectError: there is no shot, or no such scene.
    """
    return await session.exports.paper(choices, await _shots_in_slices(session, choices, cells))


async def _shots_in_slices(
    session: ProjectSession, choices: PaperChoices, cells: Cells | None
) -> tuple[PaperShot, ...]:
    """The same as `paper_shots`, with pauses; from the start where the film changes meanwhile."""
    while True:
        film, found, begun = session.film, list[PaperShot](), time.thread_time()
        for shot in _each(session, choices, cells):
            found.append(shot)
            if time.thread_time() - begun > _SLICE:
                await asyncio.sleep(0)
                begun = time.thread_time()
                if session.film is not film:
                    break
        else:
            return tuple(found)


def paper_shots(
    session: ProjectSession, choices: PaperChoices, cells: Cells | None = None
) -> tuple[PaperShot, ...]:
    """The shots that are asked for, in the film's order."""
    return tuple(_each(session, choices, cells))


def _each(
    session: ProjectSession, choices: PaperChoices, cells: Cells | None
) -> Iterator[PaperShot]:
    film, wanted = session.film, choices.shots
    cuts = {cut.key: cut for cut in session.cuts()}
    with_cost = choices.what is Paper.SHOT_LIST and Column.COST in choices.columns
    said = cells or (lambda key: _cells(session, film.shot(key)))
    return (
        PaperShot(
            key=shot.key,
            number=cuts[shot.key].number,
            title=shot.title,
            words=shot.prompt,
            seconds=round(cuts[shot.key].seconds, 3),
            begins=cuts[shot.key].start,
            scene=_scene(scene),
            notes=shot.notes,
            cost=session.wishes.once(clips(shot.key)).credits if with_cost else None,
            lines=shot.lines,
            comments=shot.comments,
            cells=tuple(said(shot.key).items()),
        )
        for scene in film.scenes
        for shot in scene.shots
        if shot.key in cuts and (wanted is None or shot.key in wanted)
    )


def _scene(scene: Scene) -> str:
    return f"{scene.id}  {scene.title}".rstrip()


def _cells(session: ProjectSession, shot: Shot) -> Mapping[Column, str]:
    film, status, settings = session.film, session.shot(shot.key), session.settings(shot.key)
    model = Catalogue.bundled().clip_model(settings.model)
    names = dict.fromkeys((*shot.elements, *mentioned_names(shot.prompt, film.names)))
    mode = settings.mode or model.default_mode
    return {
        Column.ELEMENTS: ", ".join(names),
        Column.QUALITY: f"{model.title} · {mode}",
        Column.TAKES: str(len(status.takes)),
        Column.STATE: f"{status.stage}, accepted" if shot.locked else str(status.stage),
        Column.START: shot.start or "",
        Column.SOUND: "on" if settings.sound and model.has_sound else "off",
    }
