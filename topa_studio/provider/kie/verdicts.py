"""KIE's replies, read tolerantly and judged strictly: the body's code before the HTTP status."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from topa_studio.base.errors import OutcomeUnknown, ProviderError, Refused, Throttled
from topa_studio.model.status import Trouble
from topa_studio.provider.rate import retry_after_seconds
from topa_studio.provider.reply import Reply
from topa_studio.provider.said import said

_LONGEST_ID = 200
_ID_NAMES = ("taskId", "task_id", "recordId")
_BARE_ID = re.compile(r"task[_-][\w-]+|\d{4,}|(?=.*\d)[\w-]{12,}", re.ASCII)
_LONGEST_TEXT = 300
_NAMES_A_FIELD = re.compile(r"\bfield is required\b|\bcannot be (?:empty|blank|null)\b", re.I)
_STOPS_QUEUE = {401, 402, 403, 433}
_REFUSED = {
    400: "provider.invalid",
    401: "provider.key-refused",
    402: "provider.no-credits",
    403: "provider.forbidden",
    404: "provider.not-there",
    422: "provider.invalid",
    433: "provider.key-limit",
    451: "provider.picture-unreachable",
    455: "provider.maintenance",
    501: "provider.not-made",
    505: "provider.model-off",
}


@dataclass(frozen=True, slots=True)
class Envelope:
    """A reply's parts. `code` is the body's where it has one, else the HTTP status.

    A body whose code is no number says no yes: with an HTTP 200 it counts as 0.

    `top` is the whole JSON object, empty where the body is none; `data` its `data`, or `top`
    where the object stands bare.
    """

    code: int
    text: str
    top: Mapping[str, Any]
    data: object


def open_envelope(reply: Reply) -> Envelope:
    """Read `{code, msg | message, data}` or a bare object; never raises."""
    top = _json_object(reply.body)
    code = as_int(top.get("code"))
    if code is None:
        code = 0 if "code" in top and reply.status < 400 else reply.status
    text = _first_text(top, "msg", "message", "error", "detail") or _plain(reply.body)
    data = top.get("data", top)
    short = text if len(text) <= _LONGEST_TEXT else said(text)
    return Envelope(code, short[:_LONGEST_TEXT], top, data)


def is_login_page(reply: Reply) -> bool:
    """Whether not the service answered but the network, which wants a login first."""
    away = reply.status == 511 or 300 <= reply.status < 400
    return away or (reply.status == 200 and _is_page(reply.body))


def read_created(reply: Reply) -> str:
    """The task id of a create.

    Raises:
        Refused: a definite no, not charged.
        Throttled: not taken, not queued.
        OutcomeUnknown: everything that is neither a provable yes nor a provable no.
    """
    envelope = open_envelope(reply)
    found = task_id_in(envelope) or _bare_id(envelope)
    if is_login_page(reply):
        page = Trouble("provider.page-instead")
        raise OutcomeUnknown("provider.outcome-unknown", reason=page)
    if envelope.code == 200 and found:
        return found
    if found or envelope.code == 200:
        raise OutcomeUnknown("provider.outcome-unknown", reason=_reason(envelope))
    raise_throttled(envelope, reply)
    raise_refused(envelope)
    raise OutcomeUnknown("provider.outcome-unknown", reason=_reason(envelope))


def raise_refused(envelope: Envelope) -> None:
    """Raise Refused where the code is a definite no without a charge; else return."""
    code = _REFUSED.get(envelope.code)
    if envelope.code == 500 and _NAMES_A_FIELD.search(envelope.text):
        code = "provider.invalid"
    if code is not None:
        stops = envelope.code in _STOPS_QUEUE
        raise Refused(code, stops_queue=stops, status=envelope.code, text=said(envelope.text))


def raise_throttled(envelope: Envelope, reply: Reply) -> None:
    """Raise Throttled for 429; else return."""
    if envelope.code == 429:
        wait = retry_after_seconds(reply.retry_after)
        raise Throttled("provider.throttled", retry_after=wait)


def is_passing(envelope: Envelope) -> bool:
    """Whether a question, upload or download may go better in a moment."""
    if envelope.code == 500 and _NAMES_A_FIELD.search(envelope.text):
        return False
    return envelope.code in (408, 425) or 500 <= envelope.code < 600


def told(envelope: Envelope) -> ProviderError:
    """The plain error for an answer that is of no use."""
    code = _REFUSED.get(envelope.code, "provider.http-status")
    return ProviderError(code, status=envelope.code, text=said(envelope.text))


def read_balance(envelope: Envelope) -> float:
    """Credits left. Raises ProviderError where the answer holds no number."""
    credits = as_number(envelope.data)
    if credits is None and isinstance(envelope.data, Mapping):
        credits = as_number(envelope.data.get("credits", envelope.data.get("balance")))
    if credits is None:
        raise ProviderError("provider.unreadable")
    return credits


def read_uploaded(envelope: Envelope) -> str:
    """The URL of an uploaded file. Raises ProviderError where there is none."""
    data = envelope.data
    url = data.get("downloadUrl") if isinstance(data, Mapping) else None
    if not isinstance(url, str) or not url:
        raise ProviderError("provider.unreadable")
    return url


def read_fresh_url(envelope: Envelope) -> str:
    """The signed URL of a result. Raises ProviderError where there is none."""
    data = envelope.data
    url = data.get("url", data.get("downloadUrl")) if isinstance(data, Mapping) else data
    if not isinstance(url, str) or not url:
        raise ProviderError("provider.unreadable")
    return url


def task_id_in(envelope: Envelope) -> str:
    """`taskId`, `task_id` or `recordId` in data or bare, a whole number too; "" where none is."""
    return next(iter(task_ids_in(envelope)), "")


def task_ids_in(envelope: Envelope) -> tuple[str, ...]:
    """Every id that an answer names its task with, the best name first."""
    places = [place for place in (envelope.data, envelope.top) if isinstance(place, Mapping)]
    found = (_as_id(place.get(name)) for place in places for name in _ID_NAMES)
    return tuple(dict.fromkeys(task_id for task_id in found if task_id))


def _bare_id(envelope: Envelope) -> str:
    """The id where `data` of a yes is nothing else; a word, a count or a cut id is none."""
    found = _as_id(envelope.data) if envelope.code == 200 else ""
    return found if _BARE_ID.fullmatch(found) else ""


def _as_id(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        value = str(value)
    return value if isinstance(value, str) and _usable_id(value) else ""


def as_int(value: object) -> int | None:
    """An int, a whole float or a decimal text; None for anything else."""
    number = as_number(value)
    return int(number) if number is not None and number == int(number) else None


def as_number(value: object) -> float | None:
    """A finite number or a text of one; None for anything else, bools too."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < 1e15 else None


def _usable_id(value: str) -> bool:
    return 0 < len(value) <= _LONGEST_ID and all("!" <= char <= "~" for char in value)


def _json_object(body: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _first_text(values: Mapping[str, Any], *names: str) -> str:
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and value:
            return value
    return ""


def _is_page(body: bytes) -> bool:
    return body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _plain(body: bytes) -> str:
    text = body[:_LONGEST_TEXT].decode(errors="replace").strip()
    return "" if text.startswith(("<", "{", "[")) else text


def _reason(envelope: Envelope) -> str:
    return f"{envelope.code} {said(envelope.text)}".strip()
