"""Takes keys out of everything that is logged or told, by their value, however they are written."""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from functools import cache
from types import TracebackType
from urllib.parse import quote, urlsplit

from topa_studio.base.visible import visible_lines
from topa_studio.provider.secret import Secret

_MARK = "***"
_SHORTEST = 4
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\)\]}]+")
_CHATTY = ("httpx", "httpcore")


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


class Redactor:
    """All keys this process has met; what one of them stands in is cleaned."""

    def __init__(self) -> None:
        self._spellings: tuple[str, ...] = ()

    @classmethod
    def shared(cls) -> Redactor:
        """The one of this process."""
        return _shared()

    def add(self, secret: Secret) -> None:
        """From now on this one is taken out too."""
        found = {*self._spellings, *spellings(secret)}
        self._spellings = tuple(sorted(found, key=len, reverse=True))

    def clean(self, text: str) -> str:
        """`text` without any key: for what a person is told."""
        for spelling in self._spellings:
            text = text.replace(spelling, _MARK)
        return text

    def clean_log(self, text: str) -> str:
        """Without keys, and of each address only its host and a hash: a signed one is a secret."""
        return _ADDRESS.sub(_host_and_hash, self.clean(text))

    def guard_process(self) -> None:
        """Clean every log record as it is made, and every traceback that nobody caught.

        Whoever has set a hook of their own keeps it.
        """
        for name in _CHATTY:
            logging.getLogger(name).setLevel(logging.WARNING)
        made = logging.getLogRecordFactory()
        if not isinstance(made, _Records):
            logging.setLogRecordFactory(_Records(self, made))
        if sys.excepthook is sys.__excepthook__:
            sys.excepthook = self._tell_error
        if threading.excepthook is threading.__excepthook__:
            threading.excepthook = self._tell_thread
        if sys.unraisablehook is sys.__unraisablehook__:
            sys.unraisablehook = self._tell_unraisable

    def _tell_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._tell("".join(traceback.format_exception(kind, error, trace)))

    def _tell_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is SystemExit:
            return
        lines = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
        name = args.thread.name if args.thread is not None else "?"
        self._tell(f"In thread {name}:\n{''.join(lines)}")

    def _tell_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        lines = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
        self._tell(f"{args.err_msg or 'Ignored'}: {args.object!r}\n{''.join(lines)}")

    def _tell(self, text: str) -> None:
        # A program without a console has no such stream.
        if sys.stderr is not None:
            sys.stderr.write(visible_lines(self.clean_log(text)))


class _Records:
    """Makes log records as before, and cleans them: no handler of anyone sees more."""

    def __init__(self, redactor: Redactor, made: Callable[..., logging.LogRecord]) -> None:
        self._redactor = redactor
        self._made = made

    def __call__(self, *given: object, **named: object) -> logging.LogRecord:
        record = self._made(*given, **named)
        clean = self._redactor.clean_log
        try:
            text = record.getMessage()
        except Exception:  # noqa: BLE001 - a wrong format is no reason for the caller to fail
            text = f"{record.msg} {record.args!r}"
        record.msg, record.args = clean(text), ()
        if record.exc_info and record.exc_info[0] is not None:
            lines = traceback.format_exception(*record.exc_info)
            record.exc_text = clean("".join(lines).rstrip("\n"))
        if record.stack_info:
            record.stack_info = clean(record.stack_info)
        return record


@cache
def _shared() -> Redactor:
    return Redactor()


def _host_and_hash(found: re.Match[str]) -> str:
    try:
        host = urlsplit(found[0]).hostname or "?"
    except ValueError:
        host = "?"
    return f"{host}#{hashlib.sha256(found[0].encode()).hexdigest()[:8]}"
