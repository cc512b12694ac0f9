"""A script that comes again into its film: looked at, shown, and brought as one step."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.brought import place_for
from topa_studio.app.films import kept_name
from topa_studio.app.scripts.making import SCRIPTS
from topa_studio.app.scripts.sources import Reading, ScriptSource, script_source
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.files import delete, relative_to_home, write_atomic
from topa_studio.base.regular import read_regular
from topa_studio.document.edits import Edit, FilmTarget, SetField
from topa_studio.film.scripts.again import Again, compared
from topa_studio.film.scripts.forms import FORMS, form_by_name
from topa_studio.film.scripts.reading import MOST_BYTES, encodings_of, is_guess, read_kept
from topa_studio.film.scripts.script import Script
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import reason_of


@dataclass(frozen=True, slots=True)
class Coming:
    """A newer script beside the film it is of; `again`: what it would bring to this `film`."""

    source: ScriptSource
    old: Script
    film: Scenario
    again: Again


def _used(session: ProjectSession) -> frozenset[str]:
    """Ids under which shots of the film ever stood."""
    known = session.document.basis().memory.known()
    return frozenset(key.rpartition("__")[0] for key in known)


def has_script(session: ProjectSession) -> bool:
    """Whether the film was made of a script."""
    return bool(session.film.film.script)


async def look(session: ProjectSession, path: Path) -> Coming:
    """Compare a file with the script that the film was made of; nothing is changed.

    Raises:
        ProjectError: the film has no script, or one of the two cannot be read.
    """
    film, used = session.film, _used(session)
    if not film.film.script:
        raise ProjectError("project.no-script", path=path.name)
    home = session.path("")
    return await asyncio.to_thread(_look, film, used, home, path)


def _look(film: Scenario, used: frozenset[str], home: Path, path: Path) -> Coming:
    old = _kept(home, film.film.script)
    source = _as_before(script_source(path), old)
    return Coming(source, old, film, compared(film, old, source.script, used))


def _as_before(source: ScriptSource, old: Script) -> ScriptSource:
    """Read as the old one was, where the file itself leaves that open."""
    form, encoding = source.script.form, source.script.encoding
    text = source.script.text
    if form != old.form and old.form in FORMS and form_by_name(source.name, text) != form:
        form = old.form
    if is_guess(encoding):
        encoding = _nearest(source, old)
    if (form, encoding) == (source.script.form, source.script.encoding):
        return source
    chosen = encoding if encoding != source.script.encoding else ""
    return source.read_as(Reading(form, chosen))


def _nearest(source: ScriptSource, old: Script) -> str:
    """The encoding in which it says most of what the old one says; the guess if others do not."""
    rows = set(filter(None, map(str.strip, old.text.split("\n"))))
    guess = source.script.encoding

    def shared(encoding: str) -> int:
        text = source.data.decode(encoding, "replace")
        return len(rows & {row.strip() for row in text.split("\n")})

    return max((guess, *encodings_of(source.data)), key=shared)


def _kept(home: Path, name: str) -> Script:
    """The script as it was imported."""
    place = home / name
    try:
        if not place.resolve().is_relative_to(home.resolve()):
            raise ProjectError("project.script-outside", path=name)
        return read_kept(read_regular(place, MOST_BYTES), place.name)
    except OSError as error:
        raise ProjectError("project.script-gone", path=name, reason=reason_of(error)) from error


async def bring(session: ProjectSession, coming: Coming, label: str) -> Coming:
    """Bring what is shown as one step called `label`, with the script beside the film.

    Returns:
        `coming`; or, where the film has changed since, another one to be shown, and nothing is
        brought.

    Raises:
        ProjectError: the script cannot be kept.
        DocumentError: the film does not take it; nothing has changed.
    """
    if session.film is not coming.film:
        args = session.film, coming.old, coming.source.script, _used(session)
        again = await asyncio.to_thread(compared, *args)
        fresh = Coming(coming.source, coming.old, session.film, again)
        if again.edits != coming.again.edits:
            return fresh
        coming = fresh
    home = session.path("")
    target, is_new = await asyncio.to_thread(_keep, home, coming.source)
    script = SetField(FilmTarget(), "script", relative_to_home(target, home))
    edits: list[Edit] = [*coming.again.edits, script]
    try:
        await session.edit(label, edits)
    except StudioError:
        if is_new:
            await asyncio.to_thread(delete, target)
        raise
    return coming


def _keep(home: Path, source: ScriptSource) -> tuple[Path, bool]:
    """A copy of the script beside the film, and whether it is new there. Blocks."""
    data = source.kept_data
    content = hashlib.sha256(data).hexdigest()
    try:
        target = place_for(home, SCRIPTS, kept_name(source.kept_name), content)
        if target.exists():
            return target, False
        write_atomic(target, data)
    except OSError as error:
        raise ProjectError("project.script-not-kept", reason=reason_of(error)) from error
    return target, True
