"""A sentence inside another one is told in the same language, however deep, and after a restart."""

from __future__ import annotations

import asyncio
import errno
import json as plain_json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import web
from PySide6.QtWidgets import QApplication

from tests.support.kie_client import CLIP, CREATE, nothing, scripted
from tests.support.open_film import one_element_film, opened
from tests.support.scripted_service import Answer, drop, json, text
from tests.support.small_kie import small_kie
from topa_studio.app.config import read_config
from topa_studio.base.errors import NotSent, ProjectError, ProviderError
from topa_studio.base.files import LinkedError
from topa_studio.base.words import TEMPLATES, say
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.wish import clips
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret
from topa_studio.ui.language import Languages
from topa_studio.ui.words import sentence, trouble_words

INNER = Trouble("pipeline.stopped")
DEEP = Trouble(
    "pipeline.not-again",
    {"reason": Trouble("pipeline.element-not-made", {"element": "Topa", "reason": INNER})},
)
LATIN = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    made = Languages(qapp)
    made.speak("ru")
    yield
    made.speak("en")
    made.fall_silent()


@pytest.mark.usefixtures("russian")
def test_russian_sentences_have_no_english_ones_inside() -> None:
    told = trouble_words(DEEP)
    assert trouble_words(INNER).rstrip(".") in told
    assert LATIN.findall(told) == ["Topa"]


def test_a_terminal_tells_it_in_english() -> None:
    told = say(DEEP.code, DEEP.params)
    assert TEMPLATES["pipeline.stopped"].rstrip(".") in told
    assert "Trouble" not in told


def test_it_is_the_same_after_it_was_stored() -> None:
    stored = plain_json.loads(plain_json.dumps(DEEP.plain(), default=str))
    assert Trouble.from_plain(*stored) == DEEP


@pytest.mark.usefixtures("russian")
def test_what_the_system_says_stays_and_our_own_words_are_translated(tmp_path: Path) -> None:
    ours = reason_of(LinkedError(tmp_path / "film"))
    assert LATIN.findall(
        sentence("pipeline.disk", {"reason": ours}).replace(str(tmp_path), "")
    ) == ["film"]
    assert "No space left" in sentence("pipeline.disk", {"reason": OSError(28, "No space left")})


WRONG = [
    "[]", "generation: {sound: maybe}", "generation: {mode: fast}", "generation: 3", "a: [",
    "a: 1\na: 2",
]  # fmt: skip
OURS = "config yaml YAML generation sound mode maybe fast std pro true false"


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.usefixtures("russian")
def test_what_is_wrong_with_the_settings_is_told_in_one_language(tmp_path: Path, text: str) -> None:
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        read_config(tmp_path, None, {})
    told = sentence(caught.value.code, caught.value.params).replace(str(tmp_path), "")
    assert set(LATIN.findall(told)) <= set(OURS.split())


async def _never(_request: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    return web.Response()


SILENT, LOGIN, BROKEN = _never, text("<html>Log in</html>"), drop()


@pytest.mark.parametrize("answer", [SILENT, LOGIN, BROKEN, None])
@pytest.mark.usefixtures("russian")
def test_why_no_answer_came_is_told_in_one_language(answer: Answer | None) -> None:
    """None: nobody listens there."""

    async def run() -> str:
        async with scripted(silence=0.1) as (service, client):
            if answer is None:
                await service.go_away()
            else:
                service.on(CREATE, answer)
            with pytest.raises(ProviderError) as caught:
                await client.submit(CLIP, {}, nothing)
            return sentence(caught.value.code, caught.value.params)

    assert set(LATIN.findall(asyncio.run(run()))) <= {"KIE"}


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "socks9://127.0.0.1:9", "itself"])
@pytest.mark.usefixtures("russian")
def test_what_is_wrong_with_a_proxy_is_told_in_one_language(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> str:
        async with scripted() as (service, _client):
            for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
                monkeypatch.setenv(name, service.url if proxy == "itself" else proxy)
            client = KieClient("https://api.kie.ai", "https://up.example.org", Secret("k"))
            with pytest.raises(NotSent) as caught:
                await client.submit(CLIP, {}, nothing)
            await client.aclose()
            return sentence(caught.value.code, caught.value.params).replace("api.kie.ai", "")

    assert set(LATIN.findall(asyncio.run(run()))) <= {"HTTP", "HTTPS", "PROXY", "SOCKS"}


def test_why_an_element_stopped_its_shot_reaches_the_shot(tmp_path: Path) -> None:
    """The real way: pictures of an element are refused, its shot says why."""

    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [json({"code": 422, "msg": "too long"})]
            async with opened(one_element_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                trouble = session.shot("1__1").trouble
                assert trouble is not None
                assert trouble.code == "pipeline.element-not-made"
                assert isinstance(trouble.params["reason"], Trouble)

    asyncio.run(run())


def test_a_full_disk_and_a_place_that_takes_nothing_are_told_without_numbers(
    tmp_path: Path,
) -> None:
    told = [
        say("pipeline.disk", {"reason": reason_of(error)})
        for error in (
            OSError(errno.ENOSPC, "No space left on device", "/film/a.mp4"),
            OSError(errno.EROFS, "Read-only file system", "/film/a.mp4"),
            OSError(errno.EACCES, "Permission denied", "/film/a.mp4"),
        )
    ]
    assert "did not take a file: the disk is full. Make room" in told[0]
    assert "/film/a.mp4 lies where nothing can be written. " in told[1]
    assert "Permission denied: /film/a.mp4. " in told[2]
    assert not any("Errno" in each for each in told)
    with closing(sqlite3.connect(tmp_path / "full.db")) as db:
        db.execute("CREATE TABLE small (words)")
        db.execute("PRAGMA max_page_count = 3")
        with pytest.raises(sqlite3.OperationalError) as full:
            db.execute("INSERT INTO small VALUES (?)", ("x" * 100_000,))
    assert say("project.state", {"path": "", "reason": reason_of(full.value)}).count("disk is full")
    assert reason_of(full.value) == Trouble("project.disk-full")
