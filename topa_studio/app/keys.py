"""The user's API key: looked for in four places, tried by a free question, kept where they choose.

It is looked for in the environment, in the system's keyring, in a file that only the user can
read, and at last in the film's settings. It goes to the two addresses of the service alone.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar
from urllib.parse import urlsplit

from topa_studio.app.config import Config
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.files import write_private
from topa_studio.base.regular import read_regular
from topa_studio.provider.kie import UPLOAD_URL, URL
from topa_studio.provider.redact import Redactor
from topa_studio.provider.secret import Secret

SERVICE, USER = "topa-studio", "kie"
VARIABLE = "KIE_API_KEY"
_PATIENCE = 5.0
T = TypeVar("T")


class Where(StrEnum):
    """Where a key was found, or may be kept."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    FILE = "file"
    CONFIG = "config"
    NOWHERE = "nowhere"


class Ring(Protocol):
    """What is asked of a keyring; the `keyring` package's backends are such."""

    @property
    def priority(self) -> float:
        """1 and more where it keeps secrets as such."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text that is kept."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A key (empty where there is none) and its place; `trouble` of a place that failed."""

    key: Secret
    where: Where
    trouble: StudioError | None = None


def system_ring() -> Ring:
    """The system's keyring. Blocks: it takes a tenth of a second to load, and may ask the user."""
    import keyring

    found: Ring = keyring.get_keyring()
    return found


class Keys:
    """The key of one user.

    Args:
        environment: read once; the variable is taken out of the process's own, so that no child
            inherits it.
        folder: of the user's settings.
        ring: gives the keyring; called in a thread, and only where the user has chosen it.
        patience: seconds for one answer of the keyring.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        folder: Path | None = None,
        ring: Callable[[], Ring] = system_ring,
        patience: float = _PATIENCE,
    ) -> None:
        self._environment = environment
        self._told = environment.get(VARIABLE, "")
        self._own_folder = folder
        self._ring = ring
        self._patience = patience
        if environment is os.environ:
            os.environ.pop(VARIABLE, None)

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> Keys:
        """Those of this process, or of another environment."""
        if environment is not os.environ:
            return cls(environment)
        held = _of_process()
        if VARIABLE in os.environ:
            held.read_again()
        return held

    def read_again(self) -> None:
        """The process's environment names a key anew."""
        self._told = os.environ.pop(VARIABLE, "")

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment as it was, the key included."""
        return {**self._environment, VARIABLE: self._told}

    @property
    def file(self) -> Path:
        """The file that holds the key, where that was chosen."""
        return self.folder / "kie.key"

    @property
    def folder(self) -> Path:
        """Where the choice, or the key itself, is kept."""
        return self._own_folder if self._own_folder is not None else _user_folder()

    def where_from(self) -> Where:
        """Where a key of the user would come from; asks no keyring, reads no key."""
        if self._told:
            return Where.ENVIRONMENT
        if self._note.exists():
            return Where.KEYRING
        return Where.FILE if self.file.exists() else Where.NOWHERE

    async def find(self, config: Config) -> Found:
        """The key for the service of `config`; a place that fails is left for the next.

        Raises:
            ProjectError: it would go to an address that only the film's own settings name.
        """
        found = await self._find(config)
        Redactor.shared().add(found.key)
        if found.key and found.where is not Where.CONFIG:
            _refuse_elsewhere(config)
        return found

    async def test(self, key: Secret, config: Config) -> float:
        """Credits left, by a free question to the service of `config`.

        Raises:
            Refused: the key is not taken.
            ProviderError: nobody answered usefully.
        """
        # Late: the HTTP library takes longer to load than the window to open.
        from topa_studio.provider.kie.client import KieClient

        Redactor.shared().add(key)
        client = KieClient(config.base_url, config.upload_url, key)
        try:
            return await client.balance()
        finally:
            await to_the_end(client.aclose())

    async def ring_works(self) -> bool:
        """Whether the system's keyring can keep a key; asked where the user is about to choose."""
        try:
            await self._asked(lambda ring: ring)
        except ProjectError:
            return False
        return True

    async def keep(self, key: Secret, where: Literal[Where.KEYRING, Where.FILE]) -> None:
        """Keep the key there from now on, and nowhere else.

        Raises:
            ProjectError: it is not kept; what was kept before stays.
        """
        Redactor.shared().add(key)
        if where is Where.FILE:
            await asyncio.to_thread(self._write, self.file, key.reveal())
            await asyncio.to_thread(self._note.unlink, missing_ok=True)
            return
        await self._asked(partial(_keep_in, key=key))
        await asyncio.to_thread(self._write, self._note, "keyring")
        await asyncio.to_thread(self.file.unlink, missing_ok=True)

    async def forget(self) -> None:
        """Keep no key any more; one of the environment or of a film's settings stays theirs.

        Raises:
            ProjectError: the keyring did not let go of it; the file is gone in any case.
        """
        await asyncio.to_thread(self.file.unlink, missing_ok=True)
        if self._note.exists():
            await self._asked(_forget_in)
            await asyncio.to_thread(self._note.unlink, missing_ok=True)

    @property
    def _note(self) -> Path:
        """Says that the keyring was chosen, so that it is never loaded for nothing."""
        return self.folder / "kie.keyring"

    async def _find(self, config: Config) -> Found:
        if config.key_from == "environment":
            return Found(config.key, Where.ENVIRONMENT)
        where = self.where_from()
        trouble: StudioError | None = None
        try:
            kept = Secret("")
            if where is Where.KEYRING:
                kept = Secret.pasted(await self._asked(_kept_in))
            elif where is Where.FILE:
                kept = await asyncio.to_thread(self._read)
            if kept:
                return Found(kept, where)
        except StudioError as error:
            trouble = error
        return Found(config.key, Where.CONFIG if config.key else Where.NOWHERE, trouble)

    def _read(self) -> Secret:
        try:
            if os.name == "posix" and self.file.stat().st_mode & 0o077:
                self.file.chmod(0o600)
            return Secret.pasted(read_regular(self.file).decode("utf-8"))
        except (OSError, ValueError) as error:
            raise _not_kept(self.file, error) from None

    def _write(self, path: Path, text: str) -> None:
        try:
            # On Windows this mode makes a folder for the user and the administrators alone.
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private(path, text.encode())
        except OSError as error:
            raise _not_kept(path, error) from None

    async def _asked(self, act: Callable[[Ring], T]) -> T:
        try:
            return await _in_time(lambda: act(_good(self._ring())), self._patience)
        except TimeoutError:
            seconds = round(self._patience)
            raise ProjectError("key.keyring-silent", seconds=seconds) from None


def _refuse_elsewhere(config: Config) -> None:
    """A film from elsewhere brings its settings along, and those may name a thief's address."""
    if config.addresses_from != "config":
        return
    for url in (config.base_url, config.upload_url):
        if url not in (URL, UPLOAD_URL):
            host = urlsplit(url).hostname or ""
            raise ProjectError("key.elsewhere", host=host, path=str(config.path))


def _good(ring: Ring) -> Ring:
    """A backend that keeps secrets as a secret; others keep nothing, or in the open."""
    if ring.priority < 1:
        raise ProjectError("key.keyring-absent")
    return ring


def _kept_in(ring: Ring) -> str:
    return ring.get_password(SERVICE, USER) or ""


def _keep_in(ring: Ring, key: Secret) -> None:
    ring.set_password(SERVICE, USER, key.reveal())
    if ring.get_password(SERVICE, USER) != key.reveal():
        raise ProjectError("key.keyring-absent")


def _forget_in(ring: Ring) -> None:
    if ring.get_password(SERVICE, USER) is not None:
        ring.delete_password(SERVICE, USER)


async def _in_time(act: Callable[[], T], seconds: float) -> T:
    """What `act` gives, in a thread that is left behind where it takes too long.

    Raises:
        TimeoutError: it does not answer.
        ProjectError: it failed. A keyring's own words may hold the key, so only their kind is told.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def settle(set_outcome: Callable[[Any], None], outcome: object) -> None:
        if not answer.done():
            set_outcome(outcome)

    def work() -> None:
        try:
            told = partial(settle, answer.set_result, act())
        except ProjectError as error:
            told = partial(settle, answer.set_exception, error)
        except Exception as error:  # noqa: BLE001 - a backend raises what it likes
            code = "absent" if isinstance(error, ImportError) else "refused"
            refused = ProjectError(f"key.keyring-{code}", reason=type(error).__name__)
            told = partial(settle, answer.set_exception, refused)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(told)

    threading.Thread(target=work, name="keyring", daemon=True).start()
    return await asyncio.wait_for(answer, seconds)


def _not_kept(path: Path, error: Exception) -> ProjectError:
    reason = error.strerror if isinstance(error, OSError) else "it is no text"
    return ProjectError("key.not-kept", path=str(path), reason=reason or type(error).__name__)


def _user_folder() -> Path:
    import platformdirs

    return platformdirs.user_config_path("topa-studio", appauthor=False) / "keys"


@cache
def _of_process() -> Keys:
    return Keys(os.environ)
