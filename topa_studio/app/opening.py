"""Opening a film: folder, settings, lock, practice service and provider become one session."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from topa_studio.app.config import Config, read_config
from topa_studio.app.elsewhere import Elsewhere
from topa_studio.app.file.film_file import FilmFile
from topa_studio.app.file.keeping import Places, Recovered, recover
from topa_studio.app.file.left_behind import bring_over
from topa_studio.app.keys import Keys
from topa_studio.app.locking import FilmLocks
from topa_studio.app.making.day_budget import read_day_budget
from topa_studio.app.making.means import LOOKED_AT, Means
from topa_studio.app.making.money_line import MoneyLine
from topa_studio.app.making.practice_provider import PracticeProvider
from topa_studio.app.making.production import Production
from topa_studio.app.notice import Notice
from topa_studio.app.project import home_of, layout_of
from topa_studio.app.session import ProjectSession
from topa_studio.app.user_folder import user_data
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProjectError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.model.request import DEFAULT_PROVIDER
from topa_studio.model.status import reason_of
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.owner import owner_here
from topa_studio.pipeline.sending.collector import Pace
from topa_studio.provider.addresses import is_loopback
from topa_studio.provider.cadence import next_wait
from topa_studio.provider.redact import Redactor
from topa_studio.provider.secret import Secret
from topa_studio.provider.service import Access, Providers, service

_LOOPBACK_SPEED = 20.0
_SLOTS = 24
# Of more shots, what they cost is counted once they are on the screen.
_AT_ONCE = 100
_PRACTICE_SLOTS = 8
_OFFLINE_SECONDS = 60.0
_FILE_SECONDS = 300.0
_FIRST_ASK_SECONDS = 1.0
_NOWHERE = "http://127.0.0.1:9"


@dataclass(frozen=True, slots=True)
class Opening:
    """How a film is opened.

    Attributes:
        practice: with the practice service, in `output-practice`.
        what: who opens it, for the one who finds the folder taken.
        must_write: a taken folder is an error instead of opening read-only.
        look_only: nothing is written, asked or sent.
        unattended: a command: nobody can answer, and waiting ends at some time.
        slots: jobs at once; None: the usual number, 24, and 8 in practice.
        anew: build the state anew from receipts and the other records, and confirm it.
        is_shown: a window shows it at once: what a long film will cost is counted after that.
        allow_outside: the film may use folders and pictures outside its own folder.
    """

    practice: bool = False
    config: Path | None = None
    what: str = "the window"
    must_write: bool = False
    look_only: bool = False
    unattended: bool = False
    slots: int | None = None
    anew: bool = False
    is_shown: bool = False
    allow_outside: bool = False


async def open_film(
    scenario: Path, how: Opening, environment: Mapping[str, str] = os.environ
) -> ProjectSession:
    """Open a scenario file for editing and generating; call `aclose` on the session at the end.

    A film that another process holds opens read-only. File work runs off the loop.

    Raises:
        ProjectError: the file or its settings cannot be used.
        NotAllowed: its results would lie outside its folder, and the user did not allow that yet.
    """
    opened = AsyncExitStack()
    try:
        return await _open(scenario, how, environment, opened)
    except BaseException:
        await to_the_end(opened.aclose())
        raise


async def _open(
    scenario: Path, how: Opening, environment: Mapping[str, str], opened: AsyncExitStack
) -> ProjectSession:
    """`opened` closes what is open so far, after a failure or a cancel at any moment."""
    config = await _config(scenario, how, environment)
    document = await asyncio.to_thread(_read, scenario, config)
    layout = layout_of(scenario, config, practice=how.practice)
    other = layout_of(scenario, config, practice=not how.practice)
    elsewhere = Elsewhere(scenario, layout, all_allowed=how.allow_outside, practice=how.practice)
    if not how.look_only:
        chosen = how.config is not None
        await asyncio.to_thread(elsewhere.check_folders, other, chosen=chosen)
    locks = FilmLocks(layout)
    let_go = partial(asyncio.to_thread, locks.release)
    opened.push_async_callback(let_go)
    holder = await to_the_end(asyncio.to_thread(_take, locks, how))
    owner = await asyncio.to_thread(owner_here, scenario, layout)
    file = await _guarded(document, layout, how, holder)
    opened.push_async_callback(file.aclose)
    if not holder:
        await bring_over(file, scenario, other)
    providers = _providers(config, how, layout, holder)
    opened.push_async_callback(providers.aclose)
    means = Means(
        layout=layout,
        providers=providers,
        catalogue=Catalogue.bundled(),
        defaults=config.defaults,
        pace=_pace(config, how),
        practice=how.practice,
        elsewhere=elsewhere,
        holder=holder,
        can_pay=how.practice or config.can_pay,
        money_setting=config.money_setting,
        user_data=None if how.practice else user_data(),
        anew=how.anew,
        day_budget=read_day_budget,
        owner=owner,
    )
    production = Production(document, means)
    await _start(production, layout)
    short = len(document.scenario.shots()) <= _AT_ONCE
    money = MoneyLine(production, at_once=short or not how.is_shown)
    if not (money.is_counted and (holder or how.practice or how.unattended)):
        money.refresh()
    if not holder and (how.practice or config.key):
        # The service of practice starts with the first question: not before the window is shown.
        money.ask_balance(after=0.0 if how.unattended else _FIRST_ASK_SECONDS)

    session = ProjectSession(document, file, production, money, let_go)
    file.tell_soon()
    return session


async def _config(scenario: Path, how: Opening, environment: Mapping[str, str]) -> Config:
    """The settings, with the user's key; whoever does not pay gets none."""
    keys = Keys.of(environment)
    config = await asyncio.to_thread(read_config, home_of(scenario), how.config, keys.environment)
    for key in (config.key, *(other.key for other in config.others.values())):
        Redactor.shared().add(key)
    if how.practice or how.look_only:
        return config
    return replace(config, key=(await keys.find(config)).key)


def _read(scenario: Path, config: Config) -> Document:
    try:
        return Document.open(scenario, Catalogue.bundled(), config.ratio, config.defaults)
    except FileNotFoundError as error:
        raise ProjectError("project.no-film", path=str(scenario)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError("project.unreadable", path=str(scenario), reason=reason) from error


async def _guarded(document: Document, layout: Layout, how: Opening, holder: str) -> FilmFile:
    """The film's file with what an earlier run left, before anything is made of the film."""
    places = await asyncio.to_thread(Places.of, layout, document.path)
    found = Recovered(document.to_bytes())
    if not holder:
        found = await asyncio.to_thread(_recover, document, places, how.unattended)
    file = FilmFile(document, places, found, read_only=bool(holder))
    try:
        await file.start(watched=not how.unattended and not how.look_only)
    except BaseException:
        await to_the_end(file.let_go())
        raise
    file.look_around(layout)
    return file


def _recover(document: Document, places: Places, unattended: bool) -> Recovered:
    """What an earlier run left; where its log cannot be read, the file alone counts."""
    data = document.to_bytes()
    try:
        return recover(document, places, data, unattended=unattended)
    except OSError as error:
        params = {"path": str(places.log.parent), "reason": reason_of(error)}
        return Recovered(data, Notice("warning", "project.not-kept", params))


def _take(locks: FilmLocks, how: Opening) -> str:
    """Become the writer; else who is. Raises ProjectError where writing was a must."""
    if how.look_only:
        return LOOKED_AT
    return locks.take(how.what, must=how.must_write)


def _providers(config: Config, how: Opening, layout: Layout, holder: str) -> Providers:
    if how.practice and not holder:
        practice = PracticeProvider(layout.output / ".topa" / "practice.jsonl")
        return Providers(lambda _name: practice)
    if how.practice:
        # Whoever only looks on asks nobody.
        nowhere = Access(Secret("practice"), _NOWHERE, _NOWHERE)
        return Providers(lambda _name: service(DEFAULT_PROVIDER).connect(nowhere))

    def access(name: str) -> Access:
        given = config.access(name)
        local = is_loopback(given.base_url)
        return replace(given, backoff=1.0 / _LOOPBACK_SPEED if local else 1.0)

    return Providers(lambda name: service(name).connect(access(name)))


def _pace(config: Config, how: Opening) -> Pace:
    local = how.practice or is_loopback(config.base_url)
    speed = _LOOPBACK_SPEED if local else 1.0
    return Pace(
        poll=lambda age: next_wait(age, speed=speed),
        speed=speed,
        slots=how.slots or (_PRACTICE_SLOTS if how.practice else _SLOTS),
        patience=config.patience if how.unattended else None,
        file_patience=_FILE_SECONDS / speed,
        offline_patience=_OFFLINE_SECONDS if how.unattended else None,
        unattended=how.unattended,
    )


async def _start(production: Production, layout: Layout) -> None:
    try:
        await production.start()
    except (OSError, sqlite3.Error) as error:
        reason = reason_of(error)
        raise ProjectError("project.state", path=str(layout.state), reason=reason) from error
