"""The one place through which the command line prints: nothing that is told commands a terminal."""

from __future__ import annotations

import json
import logging
from typing import Any

import click

from topa_studio.base.visible import visible, visible_lines


def tell(text: str, *, err: bool = False, head: str = "", colour: str | None = None) -> None:
    """Print one line, on standard error with `err`; `head` stands before it in a colour."""
    lead = f"{click.style(visible(head), fg=colour)}: " if head else ""
    click.echo(lead + visible(text), err=err)


def tell_lines(text: str, *, err: bool = False) -> None:
    """Print lines that the program itself has laid out."""
    click.echo(visible_lines(text), err=err)


def tell_json(value: Any, *, indent: int | None = 2) -> None:  # noqa: ANN401 - JSON values
    """Print one JSON value, for programs and people."""
    words = json.dumps(value, ensure_ascii=False, indent=indent)
    # What a terminal would obey becomes an escape of JSON itself.
    click.echo("".join(map(_json_sign, words)))


def _json_sign(sign: str) -> str:
    return sign if sign == "\n" or visible(sign) == sign else f"\\u{ord(sign):04x}"


class Lines(logging.Formatter):
    """Log lines: one each, whatever words of others stand in a message."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - a name of logging
        """The line."""
        return visible(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - as logging declares it
        """The lines of a traceback."""
        return visible_lines(super().formatException(ei))
