"""A process that asks a broken service: a number a line on stdin, a line of verdict for each."""

from __future__ import annotations

import asyncio
import json
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.support.broken_answers import GOOD_ID, BrokenAnswer, Question, broken_answer
from topa_studio.base.errors import (
    NotSent,
    OutcomeUnknown,
    ProviderError,
    Refused,
    StudioError,
    Throttled,
)
from topa_studio.model.request import ClipRequest
from topa_studio.provider.api import TaskState
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.kie.limits import RateGate
from topa_studio.provider.rate import LONGEST_WAIT, Window
from topa_studio.provider.secret import Secret

_MEMORY = 1_500_000_000
_ENDLESS = 10**9
_FAILED = {"fail", "failed", "failure", "error"}
_CLIP = ClipRequest("kling-3.0/video", "A pier at dusk.", 5, "16:9", "std", True)
_sleep = asyncio.sleep


class BrokenService:
    """Sends one prepared answer to whoever asks, however often; result files are never there."""

    def __init__(self) -> None:
        self.answer = broken_answer(0, 0)
        self.asked = 0

    async def start(self) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def aclose(self) -> None:
        self._server.close()
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            found = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0].strip()
            await reader.readexactly(int(found or b"0"))
            self.asked += 1
            if b" /results/" in head:
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            else:
                for piece in self.answer.wire:
                    writer.write(piece)
                    await writer.drain()
                if self.answer.holds:
                    await reader.read(1)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


class Judge:
    """Asks for one answer and holds what the client makes of it against the law."""

    def __init__(self, folder: Path) -> None:
        self.service = BrokenService()
        self.waits: list[float] = []
        self._later = 0.0
        self._picture = folder / "a.png"
        self._picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        self._clip = folder / "a.mp4"

    async def start(self) -> None:
        self.url = await self.service.start()
        asyncio.sleep = self._wait  # type: ignore[assignment]

    async def aclose(self) -> None:
        await self.service.aclose()

    async def _wait(self, seconds: float, result: Any = None) -> Any:
        """Nobody waits in a run of thousands; how long it would have been is judged."""
        self.waits.append(seconds)
        self._later += seconds
        return await _sleep(0, result)

    async def judge(self, answer: BrokenAnswer) -> str:
        """What the client made of it. Raises AssertionError where the law is broken."""
        self.service.answer, self.service.asked = answer, 0
        self.waits.clear()
        windows = [
            Window(_ENDLESS, 1.0, clock=lambda: self._later, sleep=self._wait) for _one in range(2)
        ]
        form: Any = "jobs" if answer.question is Question.OLD_POLL else "recordInfo"
        client = KieClient(
            self.url, self.url, Secret("k" * 20), rate=RateGate(*windows), silence=0.3, backoff=0.0,
            poll_form=form,
        )  # fmt: skip
        try:
            match answer.question:
                case Question.CREATE:
                    found = await self._create(client, answer)
                case Question.POLL | Question.OLD_POLL:
                    found = await self._poll(client, answer)
                case Question.UPLOAD:
                    url = await client.upload(self._picture, "a")
                    assert isinstance(url, str)
                    found = "url"
                case Question.CREDIT:
                    credits = await client.balance()
                    assert isinstance(credits, float)
                    found = "credits"
                case _:
                    await client.fetch(f"{self.url}/results/a.mp4", self._clip, lambda *_: None)
                    found = "file"
        except ProviderError as error:
            found = "told" if error.code.startswith("provider.") else f"odd {error.code}"
        finally:
            await client.aclose()
        assert all(0 <= wait <= LONGEST_WAIT for wait in self.waits), self.waits
        return f"{answer.question}: {found}"

    async def _create(self, client: KieClient, answer: BrokenAnswer) -> str:
        sent = 0

        async def sending() -> None:
            nonlocal sent
            sent += 1

        try:
            task_id = await client.submit(_CLIP, {}, sending)
        except StudioError as error:
            found = _verdict(error)
            if found != "unknown":
                assert GOOD_ID not in _ids(_object(answer.body)), f"{found}, and there is a task"
        else:
            assert may_be_accepted(answer, task_id), f"accepted {task_id[:80]!r}"
            found = "accepted"
        assert sent == self.service.asked == 1, f"{self.service.asked} requests arrived"
        return found

    async def _poll(self, client: KieClient, answer: BrokenAnswer) -> str:
        try:
            report = await client.report(GOOD_ID)
        except Refused as error:
            return "key refused" if error.stops_queue else "refused"
        if report.state is TaskState.FAILED:
            assert words_of(answer.body) & _FAILED, f"failed by {report.word[:80]!r}"
        if report.state is TaskState.DONE:
            assert words_of(answer.body), "done by no word"
        assert all(isinstance(url, str) for url in report.urls)
        return str(report.state)


def _verdict(error: StudioError) -> str:
    """Exactly one of the four; a request that left cannot be "not sent"."""
    match error:
        case Refused():
            return "refused"
        case Throttled():
            wait = error.retry_after
            assert wait is None or 0 <= wait <= LONGEST_WAIT, wait
            return "throttled"
        case OutcomeUnknown():
            return "unknown"
        case NotSent():
            raise AssertionError("called not sent, but it was")
    raise AssertionError(f"no verdict: {error.code}")


def may_be_accepted(answer: BrokenAnswer, task_id: str) -> bool:
    """Read apart from the program: the body's own code is 200, or it has none and HTTP says so."""
    body = _object(answer.body)
    code = body.get("code", answer.status)
    try:
        is_yes = not isinstance(code, bool) and float(code) == 200
    except (TypeError, ValueError):
        return False
    named = {str(each) for each in (*_ids(body), body.get("data")) if type(each) in (str, int)}
    return is_yes and bool(task_id.strip()) and task_id in named


def _ids(body: Mapping[str, Any]) -> list[object]:
    places = [place for place in (body, body.get("data")) if isinstance(place, dict)]
    return [place.get(name) for place in places for name in ("taskId", "task_id", "recordId")]


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def words_of(body: bytes) -> set[str]:
    """Every state word an answer tells, wherever it stands."""
    top = _object(body)
    places = [place for place in (top, top.get("data")) if isinstance(place, dict)]
    told = [place.get(name) for place in places for name in ("state", "status")]
    return {word.strip().lower() for word in told if isinstance(word, str)}


def main(seed: int) -> None:
    """Answer until stdin ends."""
    _limit_memory()
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        judge = Judge(Path(folder))
        runner.run(judge.start())
        for line in sys.stdin:
            number = int(line)
            answer = broken_answer(seed, number)
            random.seed(number)
            started = time.process_time()
            kind = fault = ""
            try:
                kind = runner.run(judge.judge(answer))
            except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
                fault = traceback.format_exc()
            seconds = time.process_time() - started
            told = {"number": number, "seconds": seconds, "kind": kind, "fault": fault}
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main(int(sys.argv[1]))
