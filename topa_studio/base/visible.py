"""Text from anywhere as a terminal may get it: signs that it would obey are shown, not sent."""

from __future__ import annotations

import re

# Control characters, half characters, other line ends, and marks that turn the order of signs.
_OBEYED = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_NAMES = {"\n": "\\n", "\r": "\\r"}


def visible(text: str) -> str:
    """`text` as one line that moves no cursor, changes no colour and turns no words around."""
    return _OBEYED.sub(_escape, text)


def visible_lines(text: str) -> str:
    """`text` in its own lines, each of them `visible`."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    code = ord(sign)
    return _NAMES.get(sign) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")
