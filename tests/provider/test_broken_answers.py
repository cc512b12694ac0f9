"""Whatever a service answers is read as one of four verdicts (scripts/fuzz_bodies.py)."""

from __future__ import annotations

import asyncio
import gzip
import random
from pathlib import Path

import pytest

from tests.support import answer_worker
from tests.support.answer_worker import Judge
from tests.support.broken_answers import GOOD_ID, BrokenAnswer, Question, broken_answer
from tests.support.fuzz_pool import fuzz
from topa_studio.base.errors import OutcomeUnknown, ProviderError
from topa_studio.provider.addresses import origin
from topa_studio.provider.kie import verdicts
from topa_studio.provider.kie.verdicts import read_created
from topa_studio.provider.reply import Reply
from topa_studio.provider.unpacking import Unreadable, unpacked

_SEED = 21
_COUNT = 250


def test_broken_answers_do_no_harm_and_are_never_taken_for_a_yes() -> None:
    worker = Path(answer_worker.__file__)
    tally = asyncio.run(fuzz(_COUNT, _SEED, workers=2, worker=worker))
    assert tally.is_clean, tally.told(_SEED, 0)
    assert tally.files == tally.kinds.total() == _COUNT
    # A run that never says yes would show little.
    for kind in ("accepted", "refused", "unknown"):
        assert tally.kinds[f"create: {kind}"] > 1, tally.kinds
    assert tally.kinds["poll: failed"] > 1, tally.kinds


def test_an_answer_is_the_same_each_time() -> None:
    assert [broken_answer(1, n) for n in range(50)] == [broken_answer(1, n) for n in range(50)]


@pytest.mark.parametrize("code", ['"oops"', "null", "true", "[]", "{}"])
def test_a_task_id_beside_a_code_that_is_none_is_no_yes(code: str) -> None:
    body = f'{{"code": {code}, "data": {{"taskId": "{GOOD_ID}"}}}}'.encode()
    with pytest.raises(OutcomeUnknown):
        read_created(Reply(200, body))


@pytest.mark.parametrize(
    "url", ["https://\ud800/a.mp4", "https://a.example/\ud800", "https://a\n/"]
)
def test_an_address_that_no_request_can_hold_is_refused(url: str) -> None:
    with pytest.raises(ProviderError) as refused:
        origin(url)
    assert refused.value.code == "provider.bad-address"


def test_the_judge_sees_a_yes_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = b'{"code": 500, "data": {"taskId": "%s"}}' % GOOD_ID.encode()
    wire = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body)
    answer = BrokenAnswer(Question.CREATE, 200, body, (wire, body))
    monkeypatch.setattr(verdicts, "read_created", lambda _reply: GOOD_ID)
    monkeypatch.setattr(asyncio, "sleep", asyncio.sleep)  # the judge puts its own there

    async def judged() -> None:
        judge = Judge(tmp_path)
        await judge.start()
        try:
            await judge.judge(answer)
        finally:
            await judge.aclose()

    random.seed(0)
    with pytest.raises(AssertionError, match="accepted"):
        asyncio.run(judged())


@pytest.mark.parametrize("cut", [0, 5, 13, 28])
def test_a_packed_answer_that_is_cut_is_no_answer(cut: int) -> None:
    packed = gzip.compress(b'{"code": 200}')
    assert unpacked(packed, "gzip", 100) == b'{"code": 200}'
    with pytest.raises(Unreadable):
        unpacked(packed[:cut], "gzip", 100)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Unreadable):
        unpacked(gzip.compress(bytes(10_000_000)), "gzip", 1 << 20)
