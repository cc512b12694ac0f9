"""The commands of the API key: it is read from a hidden prompt or standard input, never argv."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from topa_studio.app.config import Config, read_config
from topa_studio.app.keys import Found, Keys, Where
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.cli.film import run
from topa_studio.cli.printing import tell
from topa_studio.provider.addresses import host_of
from topa_studio.provider.secret import Secret

_LONGEST = 1000
_PLACES = {
    Where.ENVIRONMENT: "the environment (KIE_API_KEY)",
    Where.KEYRING: "the system's keyring",
    Where.CONFIG: "the settings file, which everyone can read who can read that file",
    Where.NOWHERE: "nowhere",
}


def key(act: str, config: str | None, words: tuple[str, ...], where: str, tried: bool) -> int:
    """Run one of set, test, forget and status; an exit code.

    Raises:
        StudioError: it cannot be done; the key is in no word of it.
    """
    if words:
        raise ProjectError("key.not-an-argument")
    keys = Keys.of()
    named = None if config is None else Path(config)
    settings = read_config(keys.folder, named, keys.environment)
    match act:
        case "set":
            return _set(keys, settings, Where(where), tried)
        case "test":
            return run(lambda: _test(keys, settings))
        case "forget":
            return run(lambda: _forget(keys))
    return run(lambda: _status(keys, settings))


def _set(keys: Keys, settings: Config, where: Where, tried: bool) -> int:
    given = Secret.pasted(_asked())
    if not given:
        raise ProjectError("key.none")
    _tell_hosts(settings)

    async def work() -> int:
        if tried:
            tell(f"It works: {await keys.test(given, settings):g} credits.")
        await keys.keep(given, Where.FILE if where is Where.FILE else Where.KEYRING)
        tell(f"Kept in {_place(keys, where)}.")
        return 0

    return run(work)


async def _test(keys: Keys, settings: Config) -> int:
    found = await keys.find(settings)
    _tell_trouble(found)
    if not found.key:
        raise ProjectError("key.none")
    _tell_hosts(settings)
    credits = await keys.test(found.key, settings)
    tell(f"The key of {_place(keys, found.where)} works: {credits:g} credits.")
    return 0


async def _forget(keys: Keys) -> int:
    await keys.forget()
    tell("No key is kept here any more.")
    if keys.where_from() is Where.ENVIRONMENT:
        tell("KIE_API_KEY is still set in the environment.")
    return 0


async def _status(keys: Keys, settings: Config) -> int:
    try:
        found = await keys.find(settings)
    except ProjectError as error:
        found = Found(Secret(""), keys.where_from(), error)
    _tell_trouble(found)
    tell(f"Key: {_place(keys, found.where)}")
    _tell_hosts(settings)
    return 0


def _asked() -> str:
    if sys.stdin.isatty():
        answer: str = click.prompt("KIE API key (not shown)", hide_input=True, err=True)
        return answer
    return sys.stdin.readline(_LONGEST)


def _place(keys: Keys, where: Where) -> str:
    if where is not Where.FILE:
        return _PLACES[where]
    readers = "you and the administrators" if os.name == "nt" else "you"
    return f"{keys.file}, which only {readers} can read"


def _tell_hosts(settings: Config) -> None:
    hosts = dict.fromkeys((host_of(settings.base_url), host_of(settings.upload_url)))
    tell(f"It is sent to {' and '.join(hosts)} only.")


def _tell_trouble(found: Found) -> None:
    trouble: StudioError | None = found.trouble
    if trouble is not None:
        tell(f"Warning: {trouble}", err=True)
