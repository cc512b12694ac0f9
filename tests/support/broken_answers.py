"""Answers of a service that is broken, lying or hostile: a seed and a number give the same one."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

_SCHEMAS = Path(__file__).resolve().parents[1] / "data" / "kie-schemas"


class Question(StrEnum):
    """What the client asks when it gets the answer."""

    CREATE = "create"
    POLL = "poll"
    OLD_POLL = "old poll"
    UPLOAD = "upload"
    CREDIT = "credit"
    FRESH_URL = "fresh url"


@dataclass(frozen=True, slots=True)
class BrokenAnswer:
    """What goes over the wire, byte by byte.

    Attributes:
        status: the status in the first line, where that line can be read.
        body: the bytes meant as the body, as the client should see them after decoding.
        wire: everything that is sent, in pieces.
        holds: the connection stays open in silence after the last byte.
    """

    question: Question
    status: int
    body: bytes
    wire: tuple[bytes, ...]
    holds: bool = False


_QUESTIONS = (
    *(Question.CREATE,) * 8,
    *(Question.POLL,) * 6,
    Question.OLD_POLL,
    Question.UPLOAD,
    Question.CREDIT,
    Question.FRESH_URL,
)
GOOD_ID = "7dec2b9f9b6d73219bcc1018cb0d7b8d"
_CODES: tuple[Any, ...] = (
    200, 200, 200, 200, "200", 200.0, 0, 1, -1, 400, 401, 402, 403, 404, 408, 409, 422, 429, 430,
    433, 451, 455, 500, 501, 505, 503, 599, 1000, "422", "429", "500", " 200 ", "0200", "two",
    None, True, False, [], {}, [200], {"code": 200}, 200.5, 1e300, "@deep@", "@digits@", "@nan@",
    "@inf@", "2e2", "２００",
)  # fmt: skip
_IDS: tuple[Any, ...] = (
    *(GOOD_ID,) * 20, "task_abc-1", "t",
    "", " ", "\n", "a b", "é", "\ud800", "\x00", "a" * 200, "a" * 201, "a" * 900_000, "null",
    "undefined", "../../x", "?a=b&c", "%0d%0aX: y", 0, 7, 1.5, -1, None, True, [], {}, ["t"],
    {"taskId": "t"}, "@digits@", "@deep@", "@nan@",
)  # fmt: skip
_WORDS: tuple[Any, ...] = (
    *("waiting", "queuing", "generating", "success", "fail") * 5, "SUCCESS", "Failed", "error",
    "failure", "fails", "failed?", "canceled", "unknown", "", " ", "0", 0, 1, 2, 3, None, True, [],
    {}, ["fail"], {"state": "fail"}, "\ud800", "fail" * 5000, "@deep@", "@digits@", "@nan@",
)  # fmt: skip
_STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1e308, "", " ", "x", "\ud800", "\x00", [], {}, [[]], [{}], [None],
    {"": ""}, "@deep@", "@deepest@", "@digits@", "@nan@", "@inf@", "x" * 70_000, "{", "[1", "{}",
    '{"resultUrls": "x"}', '{"resultUrls": [1, null, "x"]}', "@wide@",
)  # fmt: skip
_MARKS: Mapping[str, str] = {
    '"@deep@"': "[" * 900 + "]" * 900,
    '"@deepest@"': '{"a":' * 60_000,
    '"@digits@"': "9" * 5000,
    '"@nan@"': "NaN",
    '"@inf@"': "1e999",
    '"@wide@"': "[" + "0," * 50_000 + "0]",
}
_STATUSES = (200,) * 80 + (
    100, 199, 201, 204, 206, 299, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405, 408, 409, 410,
    413, 422, 425, 429, 433, 451, 455, 500, 501, 502, 503, 504, 505, 520, 524, 599, 600, 999,
)  # fmt: skip
_RETRIES = (
    b"1", b"0", b"-1", b"1.5", b"1e9", b"nan", b"inf", b"-inf", b"", b" ", b"soon", b"9" * 4000,
    b"Wed, 21 Oct 2026 07:28:00 GMT", b"Wed, 21 Oct 9999 07:28:00 GMT", b"Wed, 99 Oct 2026",
    b"Wed, 21 Oct 2026 07:28:00 -9959", b"1, 2", b"\xff", b"0x10", b"21 Oct 0000 00:00:00 GMT",
)  # fmt: skip
_HEADERS = (
    b"X-A: " + b"a" * 3000,
    b"X-B: " + b"b" * 150_000,
    b"no colon at all",
    b": no name",
    b"X C: space in a name",
    b"X-D: \x00\x01",
    b"X-E: \xff\xfe",
    b"Content-Length: 3",
    b"Content-Length: -3",
    b"Content-Length: 1000000000",
    b"Content-Length: x",
    b"Transfer-Encoding: gzip",
    b"Transfer-Encoding: chunked",
    b"Content-Encoding: gzip",
    b"Content-Encoding: br",
    b"Content-Encoding: deflate",
    b"Content-Encoding: gzip, gzip, gzip",
    b"Content-Type: text/html; charset=utf-16",
    b"Content-Type: application/json; charset=no-such",
    b"Location: http://169.254.169.254/latest",
    b"Set-Cookie: a=b; Domain=.com",
    b"Upgrade: websocket",
    b"Connection: upgrade",
    b"Keep-Alive: timeout=-1",
)
_PLAIN = (
    b"",
    b" ",
    b"OK",
    b"null",
    b"200",
    b'"success"',
    b"[]",
    b"{}",
    b"<html><body><h1>502 Bad Gateway</h1></body></html>",
    b"<!DOCTYPE html><title>Sign in to the hotel</title>",
    b"error code: 1010",
    b"\x00" * 100,
    b"\xff\xfe{\x00}\x00",
    b"\xed\xa0\x80",
)


def broken_answer(seed: int, number: int) -> BrokenAnswer:
    """Answer `number` of a run."""
    rng = random.Random(f"answers/{seed}/{number}")
    question = rng.choice(_QUESTIONS)
    body = rng.choice(_PLAIN) if rng.random() < 0.06 else _body(rng, question)
    status = rng.choice(_STATUSES)
    return _on_the_wire(rng, question, status, body)


# Bodies


def _body(rng: random.Random, question: Question) -> bytes:
    value = _envelope(rng, question)
    for _change in range(rng.choice([0, 0, 0, 1, 1, 2, 5])):
        value = rng.choice(_CHANGES)(rng, value)
    text = json.dumps(value, ensure_ascii=rng.random() < 0.5)
    for mark, meant in _MARKS.items():
        text = text.replace(mark, meant)
    for _change in range(rng.choice([0, 0, 0, 0, 1, 2])):
        text = rng.choice(_TEXT_CHANGES)(rng, text)
    if rng.random() < 0.01:
        return text.encode(rng.choice(["utf-16", "utf-32", "utf-8-sig"]), "surrogatepass")
    return text.encode("utf-8", "surrogatepass")


def _envelope(rng: random.Random, question: Question) -> Any:
    text = rng.choice(["success", "success", "", "'prompt' is too long", "\ud800", "x" * 9000])
    data = _DATA[question](rng)
    shape = rng.random()
    if shape < 0.06:
        return data
    if shape < 0.1 and isinstance(data, dict):
        return {"code": rng.choice(_CODES), **data}
    name = rng.choice(["msg", "msg", "message", "error", "detail"])
    code = 200 if rng.random() < 0.6 else rng.choice(_CODES)
    return {"code": code, name: text, "data": data}


def _created(rng: random.Random) -> Any:
    if rng.random() < 0.25:
        return rng.choice([None, "", [], {}, "7dec2b9f", 5])
    if rng.random() < 0.45:
        return {"taskId": GOOD_ID, "recordId": GOOD_ID}
    names = rng.choice([["taskId"], ["taskId", "recordId"], ["task_id"], ["recordId"], ["id"]])
    return {name: rng.choice(_IDS) for name in names}


def _record(rng: random.Random) -> Any:
    if rng.random() < 0.1:
        return rng.choice([None, "", [], {}, "success", 5])
    urls = rng.choice([["https://tempfile.aiquickdraw.com/r/a.mp4"], [], None, "x", [None], [5]])
    result: Any = rng.choice([{"resultUrls": urls}, {"resultObject": {}}, None, "", {"urls": urls}])
    times = (0, -1, None, "x", 1e308, "@digits@", "@nan@", "1795000184000")
    state = _mostly(rng, "state", ("status", "State"))
    return {
        "taskId": _mostly(rng, GOOD_ID, _IDS),
        "model": "kling-3.0/video",
        state: _mostly(rng, rng.choice(_WORDS[:25]), _WORDS),
        "param": rng.choice([_request(rng), json.dumps(_request(rng)), "{", "", None]),
        "resultJson": rng.choice([result, json.dumps(result), "{", "[" * 2000, None]),
        rng.choice(["failCode", "errorCode"]): rng.choice(["422", 422, "", None, [], True]),
        rng.choice(["failMsg", "errorMessage", "error"]): rng.choice(
            ["no", "", None, {}, "\ud800"]
        ),
        "costTime": _mostly(rng, 184000, times),
        "createTime": _mostly(rng, 1795000000000, times),
        "completeTime": _mostly(rng, 1795000184000, times),
        "progress": rng.choice([0, 100, -5, None, "x"]),
        rng.choice(["creditsConsumed", "consumeCredits"]): _mostly(rng, 84, _STRANGE),
    }


def _mostly(rng: random.Random, usual: Any, strange: Sequence[Any]) -> Any:
    return rng.choice(strange) if rng.random() < 0.1 else usual


def _uploaded(rng: random.Random) -> Any:
    return {
        "fileName": "a.png",
        rng.choice(["downloadUrl", "downloadUrl", "fileUrl"]): _url(rng),
        "fileSize": rng.choice([154832, -1, None, "x"]),
    }


def _credit(rng: random.Random) -> Any:
    number = rng.choice([*(60.62, 0, -5, "60.62", 1e300) * 8, *_STRANGE])
    return rng.choice([number, {"credits": number}, {"balance": number}])


def _fresh(rng: random.Random) -> Any:
    """Where the file is asked for again: nobody may be reached, so each is refused."""
    return rng.choice([_refused_url(rng), {"url": _refused_url(rng)}])


def _url(rng: random.Random) -> Any:
    """Never a name that would be looked up: 203.0.113.7 is nobody's, the rest is refused."""
    return rng.choice(
        [
            *("https://203.0.113.7/a.png",) * 30, "https://10.0.0.1/a.mp4",
            "http://169.254.169.254/latest", "file:///etc/passwd",
            "https://[::1", "https://[fe80::1%25eth0]/x", "//x", "data:text/plain,x", "http://",
            "https://user:pass@10.0.0.1/", "https://10.0.0.1:99999/", "https://10.0.0.1:x/",
            "javascript:1", "https://\ud800/", "https://10.0.0.1/" + "a" * 70_000, "\r\nX: y",
            *_STRANGE,
        ]
    )  # fmt: skip


def _refused_url(rng: random.Random) -> Any:
    url = _url(rng)
    while isinstance(url, str) and "203.0.113.7" in url:
        url = _url(rng)
    return url


_DATA: Mapping[Question, Callable[[random.Random], Any]] = {
    Question.CREATE: _created,
    Question.POLL: _record,
    Question.OLD_POLL: _record,
    Question.UPLOAD: _uploaded,
    Question.CREDIT: _credit,
    Question.FRESH_URL: _fresh,
}


@cache
def _schemas() -> tuple[Mapping[str, Any], ...]:
    paths = sorted(_SCHEMAS.glob("*.json"))
    return tuple(json.loads(path.read_text(encoding="utf-8"))["request"] for path in paths)


def _request(rng: random.Random) -> Any:
    """A request as one of the documented schemas has it: what `param` echoes."""
    return _of_schema(rng, rng.choice(_schemas()))


def _of_schema(rng: random.Random, schema: Mapping[str, Any]) -> Any:
    if "enum" in schema:
        return rng.choice(schema["enum"])
    match schema.get("type"):
        case "object":
            wanted = schema.get("properties", {}).items()
            return {name: _of_schema(rng, part) for name, part in wanted if rng.random() < 0.8}
        case "array":
            return [_of_schema(rng, schema.get("items", {})) for _one in range(rng.randint(0, 3))]
        case "boolean":
            return rng.random() < 0.5
        case "integer" | "number":
            return rng.randint(0, 20)
    return rng.choice(["a pier", "", "https://10.0.0.1/a.png", "é" * 50])


# Changes


def _other_value(rng: random.Random, value: Any) -> Any:
    """Somewhere in the tree something else."""
    if isinstance(value, dict) and value and rng.random() < 0.9:
        key = rng.choice(list(value))
        return {**value, key: _other_value(rng, value[key])}
    if isinstance(value, list) and value and rng.random() < 0.7:
        place = rng.randrange(len(value))
        return [*value[:place], _other_value(rng, value[place]), *value[place + 1 :]]
    return rng.choice(_STRANGE)


def _without_key(rng: random.Random, value: Any) -> Any:
    if isinstance(value, dict) and value:
        key = rng.choice(list(value))
        if rng.random() < 0.4:
            return {**value, key: _without_key(rng, value[key])}
        return {name: one for name, one in value.items() if name != key}
    return value


def _other_key(rng: random.Random, value: Any) -> Any:
    if isinstance(value, dict) and value:
        key = rng.choice(list(value))
        name = rng.choice([key.upper(), f"{key} ", "", "code", "data", "state", "taskId", "\ud800"])
        return {(name if one == key else one): given for one, given in value.items()}
    return value


def _wrapped(rng: random.Random, value: Any) -> Any:
    return rng.choice([[value], {"data": value}, {"code": 200, "data": value}, json.dumps(value)])


def _cut(rng: random.Random, text: str) -> str:
    return text[: rng.randint(0, len(text))]


def _sign(rng: random.Random, text: str) -> str:
    place = rng.randint(0, len(text))
    signs = ['"', "{", "}", "[", "]", ",", ":", "\\", "\x00", "\ufeff", "\\ud800", "NaN", "1", "//"]
    return text[:place] + rng.choice(signs) + text[place + rng.randint(0, 2) :]


def _twice(rng: random.Random, text: str) -> str:
    """A name that stands twice, or a second document behind the first."""
    name = rng.choice(["code", "data", "taskId", "state"])
    value = rng.choice(["200", "422", "500", '{"taskId": "twice"}', '"fail"', '"success"', "null"])
    match rng.randrange(3):
        case 0:
            return text.replace("{", f'{{"{name}": {value}, ', 1)
        case 1:
            return text[:-1] + f', "{name}": {value}}}'
    return text + rng.choice(["\n", " "]) + text


def _marked(rng: random.Random, text: str) -> str:
    return rng.choice(["\ufeff", "\n\n", "for(;;);", ")]}',\n"]) + text


_CHANGES: tuple[Callable[[random.Random, Any], Any], ...] = (
    _other_value, _other_value, _other_value, _without_key, _other_key, _wrapped,
)  # fmt: skip
_TEXT_CHANGES: tuple[Callable[[random.Random, str], str], ...] = (
    _cut, _cut, _sign, _sign, _twice, _twice, _marked,
)  # fmt: skip


# Framing


def _on_the_wire(rng: random.Random, question: Question, status: int, body: bytes) -> BrokenAnswer:
    kind = rng.random()
    if kind < 0.02:
        junk = rng.choice([b"", b"\r\n\r\n", b"HTTP/9.9 200\r\n\r\n", b"\x16\x03\x01", b"{}\n"])
        return BrokenAnswer(question, 0, b"", (junk,), holds=False)
    headers, body, pieces, holds = _framed(rng, body)
    if rng.random() < 0.15 or status == 429:
        headers.append(b"Retry-After: " + rng.choice(_RETRIES))
    if rng.random() < 0.12:
        headers.append(rng.choice(_HEADERS))
    if rng.random() < 0.5:
        headers.append(b"Connection: close")
    first = rng.choice([b"HTTP/1.1 %d OK", b"HTTP/1.1 %d OK", b"HTTP/1.0 %d OK", b"HTTP/1.1 %d "])
    head = b"\r\n".join([first % status, *headers]) + b"\r\n\r\n"
    if rng.random() < 0.01:
        head = b"HTTP/1.1 100 Continue\r\n\r\n" * rng.choice([1, 50]) + head
    return BrokenAnswer(question, status, body, (head, *pieces), holds)


def _framed(rng: random.Random, body: bytes) -> tuple[list[bytes], bytes, list[bytes], bool]:
    """Headers that tell the length, the body a client may see, and the pieces that are sent."""
    length = b"Content-Length: %d"
    kind = rng.random()
    if kind < 0.7:
        return [length % len(body)], body, [body], False
    if kind < 0.76:
        return [], body, [body], False
    if kind < 0.82:
        chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if body else b"0\r\n\r\n"
        cut = rng.choice([len(chunked), rng.randint(0, len(chunked))])
        return [b"Transfer-Encoding: chunked"], body, [chunked[:cut]], False
    if kind < 0.88:
        claimed = len(body) + rng.choice([1, 1000, 10**9])
        return [length % claimed], body, [body], rng.random() < 0.02
    if kind < 0.92:
        half = len(body) // 2
        return [length % half], body[:half], [body], False
    if kind < 0.94:
        return [], body, [_large()] * 5, False
    packed = gzip.compress(body) if kind < 0.98 else _bomb()
    if rng.random() < 0.2:
        packed = packed[: rng.randint(0, len(packed))]
    return [b"Content-Encoding: gzip", length % len(packed)], body, [packed], False


@cache
def _large() -> bytes:
    return b'{"code": 200, "data": "' + b"a" * 400_000


@cache
def _bomb() -> bytes:
    """200 MB of nothing in 200 KB."""
    return gzip.compress(b'{"code": 200, "a": "' + bytes(200_000_000), compresslevel=9)
