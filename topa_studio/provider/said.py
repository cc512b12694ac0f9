"""What the service says, for people: of a reason that is JSON only its sentence is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping

_SENTENCES = ("message", "msg", "failMsg", "error_message", "errorMessage", "detail", "reason")
_AROUND = ("error", "err", "data", "errors", "details")
_DEEPEST = 6


def said(text: str, deepest: int = _DEEPEST) -> str:
    """`text`, or the sentence inside of it where it is JSON or ends in it; "" where it has none."""
    begins = min((at for at in map(text.find, "{[") if at >= 0), default=-1)
    if begins < 0 or not deepest:
        return text
    try:
        value, ends = json.JSONDecoder().raw_decode(text, begins)
    except (ValueError, RecursionError):
        return text
    if not isinstance(value, Mapping | list) or text[ends:].strip(" .\n"):
        return text
    before = text[:begins].rstrip(" :-\n")
    parts = (before, _sentence(value, deepest))
    return ": ".join(part for part in parts if part)


def _sentence(value: object, deepest: int) -> str:
    if isinstance(value, str):
        return said(value.strip(), deepest - 1) if deepest else ""
    if deepest and isinstance(value, list):
        return next((found for each in value if (found := _sentence(each, deepest - 1))), "")
    if deepest and isinstance(value, Mapping):
        inside = (value.get(name) for name in (*_SENTENCES, *_AROUND))
        return next((found for each in inside if (found := _sentence(each, deepest - 1))), "")
    return ""
