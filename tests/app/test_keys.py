"""Rows F2, F3, F5 and F7 of the faults: where the user's key is looked for, kept and never goes."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.support.kie_client import CREDIT
from tests.support.open_film import opened, plain_film
from tests.support.scripted_service import ScriptedService, json
from topa_studio.app.config import Config, read_config
from topa_studio.app.keys import Keys, Where
from topa_studio.base.errors import ProjectError, ProviderError, Refused
from topa_studio.provider.secret import Secret

KEY = "kie-a-kept-key-8d1"
HERE = Path()


class Ring:
    """A keyring that behaves as a test wants it."""

    def __init__(self, priority: float = 5, fault: Exception | None = None) -> None:
        self.priority = priority
        self.kept: dict[tuple[str, str], str] = {}
        self.fault = fault
        self.opened = threading.Event()
        self.opened.set()

    def get_password(self, service: str, username: str) -> str | None:
        self.opened.wait()
        if self.fault is not None:
            raise self.fault
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.opened.wait()
        if self.fault is not None:
            raise self.fault
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Forgetful(Ring):
    """The backend `null`: it takes everything and keeps nothing, under any priority."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


def missing() -> Ring:
    raise ModuleNotFoundError("No module named 'keyring'")


def made(tmp_path: Path, ring: Ring | Callable[[], Ring] | None = None, **env: str) -> Keys:
    get = ring if callable(ring) else lambda: ring
    return Keys(env, tmp_path / "settings", get, patience=0.2)  # type: ignore[arg-type]


def config(tmp_path: Path, text: str = "{}", **env: str) -> Config:
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    return read_config(tmp_path, None, env)


async def found(keys: Keys, settings: Config) -> tuple[str, Where]:
    answer = await keys.find(settings)
    return answer.key.reveal(), answer.where


# Where it is looked for


def test_the_four_places_in_their_order(tmp_path: Path) -> None:
    ring = Ring()
    in_file = "api: {api_key: of-the-film}"

    async def run() -> None:
        keys = made(tmp_path, ring)
        assert await found(keys, config(tmp_path)) == ("", Where.NOWHERE)
        assert await found(keys, config(tmp_path, in_file)) == ("of-the-film", Where.CONFIG)
        await keys.keep(Secret(KEY), Where.FILE)
        assert await found(keys, config(tmp_path, in_file)) == (KEY, Where.FILE)
        assert keys.where_from() is Where.FILE
        await keys.keep(Secret(KEY + "2"), Where.KEYRING)
        assert await found(keys, config(tmp_path, in_file)) == (KEY + "2", Where.KEYRING)
        assert keys.where_from() is Where.KEYRING
        assert not keys.file.exists(), "it is kept in one place"
        outside = made(tmp_path, ring, KIE_API_KEY="of-the-shell")
        settings = config(tmp_path, in_file, **outside.environment)
        assert await found(outside, settings) == ("of-the-shell", Where.ENVIRONMENT)
        assert outside.where_from() is Where.ENVIRONMENT
        await keys.forget()
        assert ring.kept == {}
        assert await found(keys, config(tmp_path)) == ("", Where.NOWHERE)

    asyncio.run(run())


def test_f2_the_variable_is_taken_out_of_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Children started afterwards know nothing of it, and a second film still finds the key."""
    monkeypatch.setenv("KIE_API_KEY", KEY)

    async def run() -> None:
        for _ in range(2):
            keys = Keys.of(os.environ)
            settings = read_config(tmp_path, None, keys.environment)
            assert (await keys.find(settings)).key.reveal() == KEY
            assert "KIE_API_KEY" not in os.environ

    asyncio.run(run())
    child = [sys.executable, "-c", "import os; print(os.environ.get('KIE_API_KEY'))"]
    assert subprocess.run(child, capture_output=True, check=True).stdout.split() == [b"None"]


def test_f3_no_keyring_is_loaded_unless_the_user_chose_it(tmp_path: Path) -> None:
    """Loading it takes a tenth of a second of each start."""

    def loaded() -> Ring:
        raise AssertionError("the keyring was loaded")

    asyncio.run(found(made(tmp_path, loaded), config(tmp_path)))
    code = "import sys, topa_studio.app.opening; assert 'keyring' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


# F3: keyrings that do not work


def chosen(tmp_path: Path) -> None:
    """An earlier run kept the key in a keyring that worked."""
    asyncio.run(made(tmp_path, Ring()).keep(Secret(KEY), Where.KEYRING))


LOCKED = "the login keyring is locked"


@pytest.mark.parametrize(
    ("ring", "code"),
    [
        pytest.param(missing, "key.keyring-absent", id="absent"),
        pytest.param(Ring(priority=0), "key.keyring-absent", id="fail backend"),
        pytest.param(Ring(priority=0.5), "key.keyring-absent", id="plain text backend"),
        pytest.param(Ring(fault=RuntimeError(LOCKED)), "key.keyring-refused", id="locked"),
        pytest.param(Ring(fault=OSError("dbus")), "key.keyring-refused", id="raising"),
    ],
)
def test_f3_a_keyring_that_does_not_work_is_told_and_passed_over(
    tmp_path: Path, ring: Ring | Callable[[], Ring], code: str
) -> None:
    chosen(tmp_path)

    async def run() -> None:
        keys = made(tmp_path, ring)
        answer = await keys.find(config(tmp_path, "api: {api_key: of-the-film}"))
        assert (answer.key.reveal(), answer.where) == ("of-the-film", Where.CONFIG)
        assert answer.trouble is not None
        assert answer.trouble.code == code
        with pytest.raises(ProjectError, match="--where file"):
            await keys.keep(Secret(KEY), Where.KEYRING)
        await keys.keep(Secret(KEY), Where.FILE)
        assert await found(keys, config(tmp_path)) == (KEY, Where.FILE)

    asyncio.run(run())


def test_f3_the_null_backend_keeps_nothing_and_that_is_seen(tmp_path: Path) -> None:
    keys = made(tmp_path, Forgetful())
    with pytest.raises(ProjectError) as caught:
        asyncio.run(keys.keep(Secret(KEY), Where.KEYRING))
    assert caught.value.code == "key.keyring-absent"
    assert keys.where_from() is Where.NOWHERE


def test_f3_a_keyring_of_thirty_seconds_holds_up_neither_the_loop_nor_the_end(
    tmp_path: Path,
) -> None:
    """It is asked in a thread and left behind; the loop beats on meanwhile."""
    chosen(tmp_path)
    ring = Ring()
    ring.opened.clear()
    before = set(threading.enumerate())
    gaps: list[float] = []

    async def beat() -> None:
        last = time.thread_time()
        while True:
            await asyncio.sleep(0)
            now = time.thread_time()
            gaps.append(now - last)
            last = now

    async def run() -> None:
        heart = asyncio.ensure_future(beat())
        keys = made(tmp_path, ring)
        answer = await keys.find(config(tmp_path))
        heart.cancel()
        assert answer.trouble is not None
        assert answer.trouble.code == "key.keyring-silent"
        assert not answer.key

    asyncio.run(run())
    started = set(threading.enumerate()) - before
    waiting = [thread for thread in started if thread.name == "keyring"]
    assert [thread.daemon for thread in waiting] == [True]
    assert len(gaps) > 10
    assert max(gaps) < 0.05
    ring.opened.set()
    waiting[0].join(5)


def test_f3_the_words_of_a_keyring_never_reach_the_user(tmp_path: Path) -> None:
    keys = made(tmp_path, Ring(fault=RuntimeError(f"cannot keep {KEY}")))
    with pytest.raises(ProjectError) as caught:
        asyncio.run(keys.keep(Secret(KEY), Where.KEYRING))
    assert KEY not in f"{caught.value}{caught.value.params}"
    assert "RuntimeError" in str(caught.value)


# The file


def test_the_file_is_the_users_alone_from_its_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    replace = Path.replace

    def seen(self: Path, target: Path) -> Path:
        modes.append(self.stat().st_mode & 0o777)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", seen)
    old = os.umask(0)
    try:
        keys = made(tmp_path)
        asyncio.run(keys.keep(Secret(KEY), Where.FILE))
    finally:
        os.umask(old)
    assert keys.file.read_text() == KEY
    if os.name == "posix":
        assert modes == [0o600]
        assert keys.file.stat().st_mode & 0o777 == 0o600
        assert keys.folder.stat().st_mode & 0o777 == 0o700


def test_a_file_that_others_can_read_is_closed_again(tmp_path: Path) -> None:
    keys = made(tmp_path)
    asyncio.run(keys.keep(Secret(KEY), Where.FILE))
    keys.file.chmod(0o644)
    assert asyncio.run(found(keys, config(tmp_path))) == (KEY, Where.FILE)
    if os.name == "posix":
        assert keys.file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"two words", "ключ".encode()])
def test_a_damaged_file_is_told_and_passed_over(tmp_path: Path, data: bytes) -> None:
    keys = made(tmp_path)
    asyncio.run(keys.keep(Secret(KEY), Where.FILE))
    keys.file.write_bytes(data)
    answer = asyncio.run(keys.find(config(tmp_path)))
    assert (answer.key.reveal(), answer.where) == ("", Where.NOWHERE)
    assert (answer.trouble is None) == (data == b"")


def test_where_the_file_cannot_be_written_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("not a folder")
    with pytest.raises(ProjectError, match="could not be kept"):
        asyncio.run(made(tmp_path).keep(Secret(KEY), Where.FILE))


# F5: a film that brings a thief's address along


THIEF = "api: {base_url: 'https://thief.test', upload_url: 'https://thief.test'}"
HALF_THIEF = "api: {upload_url: 'https://thief.test'}"


HERE = "api: {base_url: 'http://127.0.0.1:9', upload_url: 'http://127.0.0.1:9'}"
HALF_HERE = "api: {upload_url: 'http://localhost:9'}"
HERE_IN_SIX = "api: {base_url: 'http://[::1]:9'}"


@pytest.mark.parametrize("text", [THIEF, HALF_THIEF])
def test_f5_a_films_settings_never_lead_the_users_key_elsewhere(tmp_path: Path, text: str) -> None:
    async def run() -> None:
        keys = made(tmp_path)
        await keys.keep(Secret(KEY), Where.FILE)
        with pytest.raises(ProjectError, match=r"thief\.test") as caught:
            await keys.find(config(tmp_path, text))
        assert caught.value.code == "key.elsewhere"
        shell = made(tmp_path, KIE_API_KEY=KEY)
        with pytest.raises(ProjectError):
            await shell.find(config(tmp_path, text, **shell.environment))

    asyncio.run(run())


@pytest.mark.parametrize("text", [HERE, HALF_HERE, HERE_IN_SIX])
def test_f5_nor_to_another_program_on_this_computer(tmp_path: Path, text: str) -> None:
    async def run() -> None:
        keys = made(tmp_path)
        await keys.keep(Secret(KEY), Where.FILE)
        with pytest.raises(ProjectError, match="is not KIE") as caught:
            await keys.find(config(tmp_path, text))
        assert caught.value.code == "key.elsewhere"

    asyncio.run(run())


def test_f5_such_a_film_is_not_opened_for_real_but_for_practice(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        config(tmp_path, THIEF)
        with pytest.raises(ProjectError, match="Nothing was sent"):
            async with opened(film, {"KIE_API_KEY": KEY}):
                pass
        async with opened(film, {"KIE_API_KEY": KEY}, look_only=True):
            pass

    asyncio.run(run())


@pytest.mark.parametrize(
    ("text", "env"),
    [
        ("{}", {}),
        ("api: {base_url: 'https://api.kie.ai'}", {}),
        ("{}", {"KIE_BASE_URL": "http://127.0.0.1:9"}),
        ("{}", {"KIE_BASE_URL": "https://gateway.test"}),
        (THIEF, {"KIE_BASE_URL": "https://one.test", "KIE_UPLOAD_URL": "https://two.test"}),
        (THIEF.replace("{base", "{api_key: own, base"), {}),
    ],
)
def test_f5_addresses_that_the_user_chose_are_allowed(
    tmp_path: Path, text: str, env: dict[str, str]
) -> None:
    async def run() -> None:
        keys = made(tmp_path, **env)
        if "api_key" not in text:
            await keys.keep(Secret(KEY), Where.FILE)
        assert (await keys.find(config(tmp_path, text, **env))).key

    asyncio.run(run())
    (tmp_path / "mine.yaml").write_text(THIEF)
    named = read_config(tmp_path, tmp_path / "mine.yaml", {"KIE_API_KEY": KEY})
    assert asyncio.run(made(tmp_path).find(named)).key.reveal() == KEY


# The free question


def test_a_key_is_tried_by_asking_for_the_balance(tmp_path: Path) -> None:
    async def run() -> None:
        async with ScriptedService() as service:
            service.on(CREDIT, json({"code": 200, "data": 60.62}))
            env = {"KIE_BASE_URL": service.url, "KIE_UPLOAD_URL": service.url}
            settings = config(tmp_path, **env)
            assert await made(tmp_path).test(Secret(KEY), settings) == 60.62
            assert [asked.path for asked in service.asked] == [CREDIT]
            service.on(CREDIT, json({"code": 401, "msg": "no access"}))
            with pytest.raises(Refused, match="does not take this key"):
                await made(tmp_path).test(Secret(KEY), settings)

    asyncio.run(run())


# F7


PASTED = some.text(alphabet=some.characters(codec="utf-8"), max_size=60)


@given(PASTED)
def test_f7_any_pasted_text_is_a_usable_key_or_refused(text: str) -> None:
    """Nothing that could end a header line, and nothing invisible, is ever part of a key."""
    refusal: ProviderError | None = None
    value = ""
    try:
        value = Secret.pasted(text).reveal()
    except ProviderError as error:
        refusal = error
    if refusal is not None:
        assert refusal.params == {}
        assert len(text) < 8 or text not in f"{refusal}{refusal!r}"
    assert all("!" <= char <= "~" for char in value)


@given(
    some.text(alphabet="abcdef0123456789-", min_size=8, max_size=40),
    some.sampled_from(["", "Bearer ", "bearer\t", "BEARER  ", "Authorization: Bearer "]),
    some.sampled_from(["", '"', "'", "“", "`"]),
    some.text(alphabet=" \t\r\n\u00a0\u200b\ufeff", max_size=4),
)
def test_f7_what_people_paste_around_a_key_is_taken_off(
    value: str, before: str, quotes: str, blanks: str
) -> None:
    after = {"“": "”"}.get(quotes, quotes)
    text = f"{blanks}{quotes}{before}{value}{after}{blanks}"
    assert Secret.pasted(text).reveal() == value


@pytest.mark.parametrize(
    "text", ["abc\r\nX-Evil: 1", "abc def", "abc\x00", "abc\x7f", "ключ-abc", "a\u2028b"]
)
def test_f7_a_header_cannot_be_smuggled_in(text: str, tmp_path: Path) -> None:
    with pytest.raises(ProviderError) as caught:
        config(tmp_path, KIE_API_KEY=text)
    assert caught.value.code == "provider.key-malformed"


def test_a_file_of_settings_that_is_no_text_says_nothing_of_a_key() -> None:
    answer: Any = Secret("kie-x")
    assert f"{answer}" == "***"
