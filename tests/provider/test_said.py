"""What people read of a service's words: whole sentences, one stop each, no JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.base.words import say
from topa_studio.provider.kie.task_reader import read_task
from topa_studio.provider.kie.verdicts import open_envelope, told
from topa_studio.provider.reply import Reply
from topa_studio.provider.said import said

BUSY = "Internal Error, Please try again later."


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        (BUSY, BUSY),
        ('{"error": {"code": 13, "message": "The server is busy"}}', "The server is busy"),
        ('Task failed: {"code": 500, "msg": "No GPU", "data": null}', "Task failed: No GPU"),
        ('[{"detail": "Too dark"}, {"detail": "Too long"}]', "Too dark"),
        ('{"message": "{\\"message\\": \\"Inside\\"}"}', "Inside"),
        ('{"code": 500}', ""),
        ("Use {braces} [or not]", "Use {braces} [or not]"),
        ('{"message": "cut of', '{"message": "cut of'),
    ],
)
def test_only_the_sentence_of_a_reason_is_shown(sent: str, shown: str) -> None:
    assert said(sent) == shown


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip
def test_whatever_json_is_said_never_breaks(value: object) -> None:
    assert isinstance(said(json.dumps(value)), str)


def test_a_reason_that_is_an_object_is_read_too() -> None:
    answer = {"taskId": "t1", "state": "fail", "failMsg": {"message": "No GPU"}, "failCode": "5"}
    body = json.dumps({"code": 200, "data": answer}).encode()
    report = read_task(open_envelope(Reply(200, body, None)), "t1")
    assert report is not None
    assert said(report.fail_text) == "No GPU"


def test_no_stop_stands_twice_and_nothing_empty_leaves_a_gap() -> None:
    assert say("pipeline.service-failed", {"reason": BUSY}) == (
        "The service could not make it: Internal Error, Please try again later. Nothing was"
        " charged."
    )
    assert say("provider.key-refused", {"text": "Wrong key."}) == (
        "KIE does not take this key (Wrong key). Nothing was charged; check the key in the"
        " settings."
    )
    assert say("pipeline.not-made-at-all", {"a": 1}) == "pipeline.not-made-at-all (a: 1)"
    error = told(open_envelope(Reply(404 + 100, b"", None)))
    assert say(error.code, error.params) == (
        "The service answered with error 504. Try again later."
    )
    nothing = say("provider.forbidden", {"text": ""})
    assert nothing == "The service refuses this program or network. Nothing was charged."
    assert say("pipeline.service-failed", {"reason": "Why?"}).endswith("Why? Nothing was charged.")
