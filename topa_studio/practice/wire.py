"""The shapes of KIE's replies: HTTP 200 with the truth in the body's `code`."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

NO_ACCESS = (401, "You do not have access permissions")


class NotAccepted(Exception):
    """A definite no; `code` and `text` go into the reply's body."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


def reply(data: object, text: str = "success") -> web.Response:
    """A reply that says yes."""
    return envelope(200, text, data)


def envelope(code: int, text: str, data: object = None) -> web.Response:
    """KIE's envelope; the HTTP status is 200 whatever the code says."""
    return web.json_response({"code": code, "msg": text, "data": data}, dumps=_dumps)


async def body_of(request: web.Request) -> dict[str, Any]:
    """The request's JSON object. Raises NotAccepted where it is none."""
    try:
        body = json.loads(await request.read())
    except ValueError as error:
        raise NotAccepted(400, "The request body is not valid JSON") from error
    if not isinstance(body, dict):
        raise NotAccepted(400, "The request body must be a JSON object")
    return body


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
