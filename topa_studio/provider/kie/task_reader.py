"""What a poll's answer says of a task: every spelling seen in the wild, and no guess beyond it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from topa_studio.provider.api import TaskReport, TaskState
from topa_studio.provider.kie.verdicts import Envelope, as_number, task_id_in, task_ids_in

_STATES = {
    TaskState.DONE: ("success", "succeeded", "successful", "completed", "complete", "done"),
    TaskState.FAILED: ("fail", "failed", "failure", "error"),
    TaskState.WAITING: ("waiting", "queuing", "queueing", "queued", "pending", "submitted"),
    TaskState.DRAWING: ("generating", "processing", "running"),
}
_STATE_OF_WORD = {word: state for state, words in _STATES.items() for word in words}
_RESULTS = ("resultUrls", "result_urls", "resultUrl", "video_url")
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)
_NESTED_RESULTS = (*_RESULTS, "image_url", "urls", "url")


def read_task(envelope: Envelope, task_id: str) -> TaskReport | None:
    """The report in a poll's answer; None where it holds no state at all.

    `data.state` counts before `data.status`, and both before the top level's. A word nobody
    knows is drawing, and shown literally.
    """
    data = envelope.data if isinstance(envelope.data, Mapping) else {}
    word = _state_word(envelope, data)
    if not word:
        return None
    places = (data, envelope.top)
    return TaskReport(
        task_id=task_id,
        state=_STATE_OF_WORD.get(word.lower(), TaskState.DRAWING),
        word=word,
        urls=_urls(data) or _urls(envelope.top),
        credits=_number(places, "creditsConsumed", "consumeCredits", "credits_consumed"),
        fail_code=_text(places, "failCode", "fail_code", "errorCode"),
        fail_text=_text(places, "failMsg", "fail_msg", "errorMessage", "error"),
        echo=_object(data.get("param")),
        seconds=_seconds(data),
        created=_created(data),
        other=_other(envelope, task_id),
    )


def _other(envelope: Envelope, task_id: str) -> str:
    """The task that an answer names, where it is not the one that was asked about."""
    named = task_ids_in(envelope)
    mine = task_id.lower() in (name.lower() for name in named)
    return "" if mine or not named else named[0]


def _state_word(envelope: Envelope, data: Mapping[str, Any]) -> str:
    """A bare `{"status": "error"}` is some gateway's apology, not a task that failed."""
    if task_id_in(envelope):
        return _word(data, "state", "status") or _word(envelope.top, "state", "status")
    if envelope.code != 200:
        return ""
    bare = data is envelope.top
    return _word(data, "state") if bare else _word(data, "state", "status")


def _word(values: Mapping[str, Any], *names: str) -> str:
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _urls(data: Mapping[str, Any]) -> tuple[str, ...]:
    for name in ("resultJson", "response", "output"):
        value = _unpacked(data.get(name))
        found = _listed(value) or _urls_in(_object(value), _NESTED_RESULTS)
        if found:
            return found
    return _urls_in(data, _RESULTS)


def _urls_in(values: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        value = _unpacked(values.get(name))
        urls = _listed(value if isinstance(value, list) else [value])
        if urls:
            return urls
    return ()


def _listed(value: object) -> tuple[str, ...]:
    """The addresses in a list; any other word in it leads nowhere."""
    if not isinstance(value, list):
        return ()
    texts = (each.strip() for each in value if isinstance(each, str))
    return tuple(dict.fromkeys(text for text in texts if _ADDRESS.match(text)))


def _unpacked(value: object) -> object:
    """What a text that is JSON stands for; anything else as it is."""
    if isinstance(value, str) and value.lstrip().startswith(("{", "[")):
        with suppress(ValueError, RecursionError):
            return json.loads(value)
    return value


def _object(value: object) -> Mapping[str, Any]:
    """A JSON object, or the text of one; empty for anything else."""
    value = _unpacked(value)
    return value if isinstance(value, Mapping) else {}


def _number(places: tuple[Mapping[str, Any], ...], *names: str) -> float | None:
    for place in places:
        for name in names:
            number = as_number(place.get(name))
            if number is not None:
                return number
    return None


def _text(places: tuple[Mapping[str, Any], ...], *names: str) -> str:
    for place in places:
        for name in names:
            value = place.get(name)
            if isinstance(value, Mapping | list) and value:
                return json.dumps(value, ensure_ascii=False)
            if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
                return str(value)
    return ""


def _seconds(data: Mapping[str, Any]) -> float | None:
    """From the two times where both are told: `costTime` is not always in milliseconds."""
    made, done = as_number(data.get("createTime")), as_number(data.get("completeTime"))
    if made and done and done >= made:
        return (done - made) / 1000
    cost = as_number(data.get("costTime"))
    return cost / 1000 if cost else None


def _created(data: Mapping[str, Any]) -> float | None:
    """In milliseconds on the wire; smaller numbers can only be seconds."""
    made = as_number(data.get("createTime"))
    if not made or made < 0:
        return None
    return made / 1000 if made > 1e11 else made
