from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.base.errors import OutcomeUnknown, ProviderError, Refused, Throttled
from topa_studio.provider.api import TaskReport, TaskState
from topa_studio.provider.kie.task_reader import read_task
from topa_studio.provider.kie.verdicts import (
    open_envelope,
    read_balance,
    read_created,
    read_fresh_url,
    read_uploaded,
)
from topa_studio.provider.reply import Reply


def reply(payload: Any, status: int = 200, retry_after: str | None = None) -> Reply:
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    return Reply(status, body, retry_after)


def body(code: object, msg: str = "no", data: object = None) -> dict[str, object]:
    return {"code": code, "msg": msg, "data": data}


@pytest.mark.parametrize(
    "payload",
    [
        body(200, "success", {"taskId": "t1"}),
        body("200", "success", {"taskId": "t1"}),
        body(200, "success", {"task_id": "t1"}),
        body(200, "success", {"recordId": "t1"}),
        body(200, "success", {"taskId": "t1", "recordId": "r1"}),
        {"code": 200, "taskId": "t1"},
        {"taskId": "t1"},
        {"data": {"taskId": "t1"}},
    ],
)
def test_accepted(payload: object) -> None:
    assert read_created(reply(payload)) == "t1"


@pytest.mark.parametrize(
    ("payload", "task_id"),
    [
        (body(200, "success", {"taskId": 281474976710656}), "281474976710656"),
        ({"code": 200, "taskId": 17}, "17"),
        (body(200, "success", "7dec2b9f9b6d73219bcc1018cb0d7b8d"),
         "7dec2b9f9b6d73219bcc1018cb0d7b8d"),
        (body(200, "success", "task_12"), "task_12"),
        (body(200, "success", 281474976710656), "281474976710656"),
    ],
)  # fmt: skip
def test_a_number_and_data_that_is_the_id_itself_are_ids(payload: object, task_id: str) -> None:
    assert read_created(reply(payload)) == task_id


def test_a_no_with_a_word_for_data_is_still_a_no() -> None:
    with pytest.raises(Refused):
        read_created(reply(body(422, "bad", "7dec2b9f9b6d73219bcc1018cb0d7b8d")))


@pytest.mark.parametrize("in_body", [True, False])
@pytest.mark.parametrize(
    ("code", "stops"),
    [
        (400, False), (401, True), (402, True), (403, True), (404, False), (422, False),
        (433, True), (451, False), (455, False), (501, False), (505, False),
    ],
)  # fmt: skip
def test_refused_without_charge(code: int, stops: bool, in_body: bool) -> None:
    answer = reply(body(code, "why")) if in_body else reply(b"why", code)
    with pytest.raises(Refused) as caught:
        read_created(answer)
    assert caught.value.stops_queue is stops
    assert caught.value.params["status"] == code
    assert caught.value.params["text"] == "why"
    assert "{" not in str(caught.value)


@pytest.mark.parametrize(
    "told", ["This field is required", "multi_shots cannot be empty", "sound Cannot be null"]
)
def test_a_500_that_names_a_field_is_a_refusal(told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_created(reply(body(500, told)))


def test_the_bodys_code_counts_before_the_http_status() -> None:
    with pytest.raises(Refused):
        read_created(reply(body("422"), 504))
    with pytest.raises(OutcomeUnknown):
        read_created(reply(body(500), 422))
    with pytest.raises(OutcomeUnknown):
        read_created(reply(body(500), 429))
    assert read_created(reply(body(200, "ok", {"taskId": "t"}), 500)) == "t"


@pytest.mark.parametrize(
    ("header", "wait"),
    [("7", 7.0), (None, None), ("soon", None), ("-3", 3.0), ("0", 3.0), ("9e9", 300.0)],
)
def test_429_waits(header: str | None, wait: float | None) -> None:
    for answer in (reply(body(429), 200, header), reply(b"", 429, header)):
        with pytest.raises(Throttled) as caught:
            read_created(answer)
        assert caught.value.retry_after == wait


@pytest.mark.parametrize(
    "answer",
    [
        reply(body(200, "success", {})),
        reply(body(200, "success", {"taskId": None})),
        reply(body(200, "success", {"taskId": ""})),
        reply(body(200, "success", {"taskId": 0})),
        reply(body(200, "success", {"taskId": 1.5})),
        reply(body(200, "success", {"taskId": True})),
        reply(body(200, "success", {"taskId": "x" * 201})),
        reply(body(200, "success", {"taskId": "a b"})),
        reply(body(200, "success", "t1")),
        reply(body(200, "success", "accepted")),
        reply(body(200, "success", "please wait 1 minute")),
        reply(body(200, "success", True)),
        reply(body(200, "success", 1)),
        reply(body(422, "odd", {"taskId": "t1"})),
        reply(body(True, "odd")),
        reply(body(500, "server error")),
        reply(body(408)),
        reply(body(409)),
        reply(body(550)),
        reply(b"", 200),
        reply(b"", 302),
        reply(b"", 500),
        reply(b"", 502),
        reply(b"<html>portal</html>", 200),
        reply(b'{"code": 200, "data": {"taskId": "t', 200),
        reply(b"[" * 100_000, 200),
        reply(b"[]", 200),
        reply(b"\xff\xfe", 200),
    ],
)
def test_whatever_proves_neither_yes_nor_no_is_unknown(answer: Reply) -> None:
    with pytest.raises(OutcomeUnknown):
        read_created(answer)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["code", "msg", "data", "taskId", "state", "status", "error"]), inner
        )
    ),
    max_leaves=12,
)


@given(JSON, st.integers(100, 599))
def test_no_reply_at_all_breaks_the_reader(payload: object, status: int) -> None:
    answer = reply(payload, status)
    try:
        task_id = read_created(answer)
    except (Refused, Throttled, OutcomeUnknown):
        pass
    else:
        assert isinstance(task_id, str)
        assert task_id
        assert open_envelope(answer).code == 200
    report = read_task(open_envelope(answer), "asked")
    assert report is None or report.word


def report_of(payload: object, status: int = 200) -> TaskReport:
    report = read_task(open_envelope(reply(payload, status)), "t1")
    assert report is not None
    return report


URLS = ("https://r.example.org/a.mp4",)


@pytest.mark.parametrize(
    "result",
    [
        {"resultJson": json.dumps({"resultUrls": list(URLS)})},
        {"resultJson": {"resultUrls": list(URLS)}},
        {"resultJson": "", "resultUrls": list(URLS)},
        {"resultJson": None, "resultUrl": URLS[0]},
        {"response": {"resultUrls": list(URLS)}},
        {"resultJson": "{broken", "response": {"resultUrls": list(URLS)}},
        {"output": {"video_url": URLS[0]}},
        {"output": {"image_url": URLS[0]}},
        {"resultJson": json.dumps(list(URLS))},
        {"resultJson": {"resultUrls": json.dumps(list(URLS))}},
        {"resultJson": {"resultUrls": [None, "soon", *URLS]}},
    ],
)
def test_result_urls_wherever_they_stand(result: dict[str, object]) -> None:
    nested = body(200, "success", {"taskId": "t1", "state": "success", **result})
    flat = {"task_id": "t1", "status": "completed", **result}
    for payload in (nested, flat):
        report = report_of(payload)
        assert report.state is TaskState.DONE
        assert report.urls == URLS


@pytest.mark.parametrize(
    "result",
    [
        {}, {"resultJson": ""}, {"resultJson": '{"resultUrls":[]}'}, {"resultJson": "{cut"},
        {"resultJson": {"resultUrls": [None, "", "soon"]}}, {"resultUrls": "wait"},
    ],
)  # fmt: skip
def test_done_without_a_result(result: dict[str, object]) -> None:
    report = report_of(body(200, "success", {"state": "success", **result}))
    assert report.state is TaskState.DONE
    assert report.urls == ()


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("waiting", TaskState.WAITING), ("queuing", TaskState.WAITING),
        ("pending", TaskState.WAITING), ("generating", TaskState.DRAWING),
        ("processing", TaskState.DRAWING), ("running", TaskState.DRAWING),
        ("success", TaskState.DONE), ("succeeded", TaskState.DONE),
        ("completed", TaskState.DONE), ("SUCCESS", TaskState.DONE),
        ("fail", TaskState.FAILED), ("failed", TaskState.FAILED), ("error", TaskState.FAILED),
        ("polishing", TaskState.DRAWING),
    ],
)  # fmt: skip
def test_words_for_states(word: str, state: TaskState) -> None:
    for data in ({"state": word}, {"status": word}, {"state": word, "status": "fail"}):
        report = report_of(body(200, "success", data))
        assert (report.state, report.word) == (state, word)


def test_the_documented_reply_in_full() -> None:
    report = report_of(
        body(
            "200",
            "success",
            {
                "taskId": "t1",
                "state": "success",
                "param": '{"model":"kling-3.0/video","input":{"prompt":"x"}}',
                "resultJson": json.dumps({"resultUrls": list(URLS)}),
                "failCode": "",
                "failMsg": None,
                "costTime": 8,
                "createTime": 1_795_000_000_000,
                "completeTime": 1_795_000_184_000,
                "creditsConsumed": 84,
            },
        )
    )
    assert report == TaskReport(
        "t1", TaskState.DONE, "success", URLS, 84.0,
        echo={"model": "kling-3.0/video", "input": {"prompt": "x"}}, seconds=184.0,
        created=1_795_000_000.0,
    )  # fmt: skip


def test_a_failure_tells_why_and_what_it_cost() -> None:
    data = {"taskId": "t1", "state": "fail", "failCode": 430, "failMsg": "risk control"}
    report = report_of(body(501, "Playground task failed.", {**data, "consumeCredits": "0"}))
    assert report.state is TaskState.FAILED
    assert (report.fail_code, report.fail_text, report.credits) == ("430", "risk control", 0.0)


@pytest.mark.parametrize(
    "answer",
    [
        reply({"status": "error", "message": "upstream"}, 200),
        reply({"status": "fail"}, 502),
        reply({"status": "failed", "data": None}, 200),
        reply(body(500, "oops", {"status": "error"})),
        reply(body(501, "gone", None)),
        reply(body(422, "recordInfo is null")),
        reply(b"<html>", 502),
    ],
)
def test_a_gateways_apology_is_no_failed_task(answer: Reply) -> None:
    assert read_task(open_envelope(answer), "t1") is None


def test_balance_upload_and_fresh_url() -> None:
    assert read_balance(open_envelope(reply(body(200, "ok", 60.62)))) == 60.62
    assert read_balance(open_envelope(reply(body(200, "ok", "7")))) == 7.0
    stored = body(200, "ok", {"downloadUrl": URLS[0], "fileUrl": "https://other.example.org"})
    assert read_uploaded(open_envelope(reply(stored))) == URLS[0]
    assert read_fresh_url(open_envelope(reply(body(200, "ok", URLS[0])))) == URLS[0]
    for read in (read_balance, read_uploaded, read_fresh_url):
        with pytest.raises(ProviderError):
            read(open_envelope(reply(body(200, "ok", None))))
