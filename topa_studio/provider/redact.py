"""Takes the key out of every log line by its value, however it is written."""

from __future__ import annotations

import base64
import json
import logging
from urllib.parse import quote

from topa_studio.provider.secret import Secret

_MARK = "***"
_SHORTEST = 4


def spellings(secret: Secret) -> tuple[str, ...]:
    """The key raw, URL-encoded, in base64 and JSON-escaped; empty for a key too short to find."""
    value = secret.reveal()
    if len(value) < _SHORTEST:
        return ()
    packed = base64.b64encode(value.encode()).decode()
    escaped = json.dumps(value)[1:-1]
    return tuple(dict.fromkeys((value, quote(value, safe=""), packed, escaped)))


def redact(text: str, secret: Secret) -> str:
    """`text` with every spelling of the key replaced by ***."""
    for spelling in spellings(secret):
        text = text.replace(spelling, _MARK)
    return text


def guard_handlers(secret: Secret) -> None:
    """From now on no handler of the root logger writes the key."""
    for handler in logging.getLogger().handlers if secret else ():
        handler.addFilter(RedactKey(secret))


class RedactKey(logging.Filter):
    """For handlers (a logger's own filters miss what its children say)."""

    def __init__(self, secret: Secret) -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without the key in its message or traceback."""
        record.msg = redact(record.getMessage(), self._secret)
        record.args = ()
        if record.exc_info:
            told = record.exc_text or logging.Formatter().formatException(record.exc_info)
            record.exc_text = redact(told, self._secret)
        return True
