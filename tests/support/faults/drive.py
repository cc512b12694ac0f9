"""One run of the program over a film, as `run-all` makes it, and what its user is told."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from topa_studio.app import opening
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import StudioError
from topa_studio.base.words import say
from topa_studio.cli.limits import Limits, make
from topa_studio.media.apart import Apart
from topa_studio.media.crop import cropped
from topa_studio.media.frames import last_frame
from topa_studio.media.probe import look, probe
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.wish import Wish, clips, panels, reference_images, variants
from topa_studio.provider.kie.client import KieClient

Json = dict[str, Any]
CANARY = 'kie-CANARY/77e1+"8=='
QUICK = 0.002
LONGEST = 250.0


def hurry() -> None:
    """Questions and repetitions follow each other at once, and results are looked at in this
    process instead of a child of its own; nothing else is changed."""
    Apart.examine = lambda self, path: probe(path)  # type: ignore[method-assign]
    Apart.look = lambda self, path: look(path)  # type: ignore[method-assign]
    Apart.last_frame = lambda self, path: last_frame(path)  # type: ignore[method-assign]
    Apart.cropped = lambda self, source, ratio="", most=0: cropped(source, ratio, most)  # type: ignore[method-assign]
    opening.next_wait = lambda age, speed=1.0: QUICK  # type: ignore[attr-defined]
    assert KieClient.__init__.__kwdefaults__ is not None
    KieClient.__init__.__kwdefaults__["backoff"] = QUICK


def environment(url: str) -> Mapping[str, str]:
    """What the program needs to work with a world of the service."""
    return {"KIE_API_KEY": CANARY, "KIE_BASE_URL": url, "KIE_UPLOAD_URL": url}


def control(url: str, rest: str = "", values: Mapping[str, Any] | None = None) -> Json:
    """Ask or tell the service about the world at `url`."""
    base, _, world = url.rpartition("/")
    body = None if values is None else json.dumps(values).encode()
    with urllib.request.urlopen(f"{base}/control/{world}{rest}", body, timeout=300) as reply:
        found: Json = json.loads(reply.read())
    return found


async def run_all(home: Path, url: str, plan: Mapping[str, Any]) -> Json:
    """Open the film, make what is missing, close; what the user saw, as plain values.

    `plan` may hold `slots` (jobs at once), `run` (the run's budget in credits), `meet` (a barrier
    of the service where processes wait for each other), and the acts of a `films.Play`.
    """
    slots, meet = plan.get("slots"), plan.get("meet", "")
    how = Opening(what="run-all", must_write=True, unattended=True, slots=slots)
    told: list[str] = []
    try:
        async with asyncio.timeout(LONGEST):
            session = await open_film(home / "film.yaml", how, environment(url))
    except StudioError as error:
        if meet:
            await asyncio.to_thread(control, url, meet)
        return {"opened": False, "told": [str(error)], "shots": {}, "elements": {}}
    try:
        session.notices.connect(lambda n: told.append(f"{n.code}: {say(n.code, n.params)}"))
        if meet:
            await asyncio.to_thread(control, url, meet)
        async with asyncio.timeout(LONGEST):
            await _work(session, told, Limits(budget=plan.get("run")), plan)
            if plan.get("redraws"):
                await _redraw(session, told)
        return {"opened": True, "told": told, **seen(session)}
    finally:
        await session.aclose()


async def _work(
    session: ProjectSession, told: list[str], limits: Limits, plan: Mapping[str, Any]
) -> None:
    """The acts of `run-all`, without its report; or a press for several takes."""
    try:
        await session.collect()
        if plan.get("variants"):
            await session.make(_variants(session, plan["variants"]), run=limits.run)
            return
        names = [element.name for element in session.document.scenario.elements]
        told += await make(session, reference_images(*names), limits)
        shots = limits.shots(session)
        if plan.get("panels"):
            told += await make(session, panels(*shots), limits)
        told += await make(session, clips(*shots), limits)
    except StudioError as error:
        told.append(f"{error.code}: {error}")


async def _redraw(session: ProjectSession, told: list[str]) -> None:
    """The frontal picture once more and one angle more, unless that was done; both are kept."""
    elements, name = session.elements, "Topa"
    try:
        there, new = elements.pictures(name), elements.new_angles(name)
        gone = {one.file for one in await elements.trashed(name)}
        stands = there and there[0].candidate is None and there[0].stage is not Stage.NEEDS_YOU
        front = there[0] if stands and there[0].file not in gone else None
        wishes = elements.redraw(name, [front.path]) if front is not None else ()
        wishes += elements.one_more(name, "asleep") if len(there) == 2 and not new else ()
        await session.make(wishes)
        if elements.candidates(name):
            await elements.keep(name)
    except (StudioError, OSError) as error:
        told.append(f"{getattr(error, 'code', 'os')}: {error}")


def _variants(session: ProjectSession, count: int) -> tuple[Wish, ...]:
    """What was in line at the last end; where that is nothing, all of them if none was tried.

    Of what was tried the user knows, and does not press for all of them again.
    """
    key = session.document.scenario.shots()[0].key
    status, offered = session.shot(key), session.last_line.offered()
    if offered or status.takes or status.stage is Stage.NEEDS_YOU:
        return offered
    return variants(key, count)


def seen(session: ProjectSession) -> Json:
    """How each shot and element stands, with what is told about it."""
    scenario = session.document.scenario
    shots = {shot.key: _shot(session, shot.key) for shot in scenario.shots()}
    elements = {}
    for element in scenario.elements:
        status = session.element(element.name)
        elements[element.name] = {
            "stage": status.stage.name,
            "told": _words(status.trouble),
            "pictures": list(status.pictures),
        }
        pictures = (
            *session.elements.pictures(element.name),
            *session.elements.new_angles(element.name),
        )
        for picture in pictures:
            elements[picture.key] = {
                "stage": picture.stage.name,
                "told": _words(picture.failed),
                "pictures": [picture.path],
            }
    spent = session.money().spent
    return {"shots": shots, "elements": elements, "spent": spent, "time": time.time()}


def _shot(session: ProjectSession, key: str) -> Json:
    status = session.shot(key)
    return {
        "stage": status.stage.name,
        "told": _words(status.trouble),
        "takes": [[take.task_id, take.path, take.sha256] for take in status.takes],
        "made": status.stage is Stage.MADE,
    }


def _words(trouble: Trouble | None) -> str:
    return "" if trouble is None else f"{trouble.code}: {say(trouble.code, trouble.params)}"
