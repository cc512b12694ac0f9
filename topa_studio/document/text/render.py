"""Values as YAML words: each in the plainest form that reads back as the same value."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from collections.abc import Mapping as Table
from functools import cache, lru_cache

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import load
from topa_studio.document.text.other_readers import is_text_everywhere

_WIDTH = 80
_LONG_LIST = 80
_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-?[0-9.]|-[^\s\-]")
# A block scalar cannot hold these: it has no escapes. Slow to compile, so only at an edit.
_NEEDS_ESCAPE = (
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def inline(value: object, style: str = "", *, flow: bool = False) -> str:
    """A value on one line; `style` is the quote to keep where it can hold the text."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return repr(value) if "e" not in repr(value) else f"{value:f}"
        case str():
            return _text(value, style, flow=flow)
        case list():
            return "[" + ", ".join(inline(part, flow=True) for part in value) + "]"
        case dict():
            pairs = (f"{inline(k, flow=True)}: {inline(v, flow=True)}" for k, v in value.items())
            return "{" + ", ".join(pairs) + "}"
        case _:
            return "null"


def _text(text: str, style: str, *, flow: bool) -> str:
    if style == "'" and not re.search(_NEEDS_ESCAPE, text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if style == "" and is_plain(text, flow=flow):
        return text
    return double_quoted(text)


@lru_cache(maxsize=512)
def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether the text without quotes is read back as itself, by other programs too."""
    if not text or text != text.strip() or re.search(_NEEDS_ESCAPE, text) or "\n" in text:
        return False
    if not _PLAIN_START.match(text) or text.endswith(":") or "\t" in text:
        return False
    if ": " in text or " #" in text or (flow and re.search(r"[,\[\]{}:?]", text)):
        return False
    if not is_text_everywhere(text):
        return False
    if text[0].isalpha() and len(text) > 5:
        return True
    try:
        return load(f"[{text}]\n" if flow else f"k: {text}\n") == ([text] if flow else {"k": text})
    except DocumentError:
        return False


def double_quoted(text: str) -> str:
    """The text in double quotes on one line; this form can hold everything."""
    return f'"{_escapable().sub(_escaped, text)}"'


@cache
def _escapable() -> re.Pattern[str]:
    return re.compile(rf'[\\"\t]|{_NEEDS_ESCAPE}|\n')


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04X}"


def block(text: str, style: str, indent: int, parent: int) -> str | None:
    """A block scalar from its sign on, or None where it cannot hold the text.

    Lines are indented by `indent` columns; `parent` is the column of the key it belongs to.
    """
    body = text.rstrip("\n")
    if not body.strip() or re.search(_NEEDS_ESCAPE, text):
        return None
    trailing = len(text) - len(body)
    chomp = "-" if trailing == 0 else "" if trailing == 1 else "+"
    hint = str(indent - parent) if body.lstrip("\n").startswith((" ", "\t")) else ""
    lines = body.split("\n") if style == "|" else list(_folded(body))
    lines += [""] * (trailing - 1)
    return "\n".join([f"{style}{hint}{chomp}", *(" " * indent + x if x else "" for x in lines)])


def _folded(body: str) -> Iterator[str]:
    for number, paragraph in enumerate(body.split("\n")):
        if number:
            yield ""
        yield from textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)


def entry_lines(fields: Table[str, object], styles: Table[str, str]) -> str:
    """The lines of a new entry of a list, its dash in column 0; `styles` are quotes by key."""
    lines = "".join(key_lines(key, value, 2, styles.get(key, "")) for key, value in fields.items())
    return f"- {lines[2:]}"


def key_lines(key: str, value: object, indent: int, style: str = "") -> str:
    """A key with its value in block style, each line indented by `indent` columns."""
    pad = " " * indent
    return f"{pad}{inline(key)}:{block_value(value, indent, style)}\n"


def block_value(value: object, indent: int, style: str = "") -> str:
    """What stands behind the colon of a key at `indent`: the space or the line end with it."""
    pad = " " * (indent + 2)
    is_long = isinstance(value, (list, dict)) and _wants_lines(value)
    if isinstance(value, dict) and value and is_long:
        inner = (key_lines(key, part, indent + 2) for key, part in value.items())
        return "\n" + "".join(inner).rstrip("\n")
    if isinstance(value, list) and any(isinstance(part, dict) for part in value):
        return "".join(f"\n{_entry(part, pad)}" for part in value)
    if isinstance(value, list) and is_long:
        return "".join(f"\n{pad}- {inline(part, style)}" for part in value)
    if isinstance(value, str) and "\n" in value:
        words = block(value, "|", indent + 2, indent)
        if words is not None:
            return f" {words}"
    return f" {inline(value, style)}"


def _wants_lines(value: list[object] | dict[object, object]) -> bool:
    parts = value.values() if isinstance(value, dict) else ()
    has_lines = any(isinstance(part, str) and "\n" in part for part in parts)
    has_entries = any(
        isinstance(part, list) and any(isinstance(p, dict) for p in part) for part in parts
    )
    return has_lines or has_entries or len(inline(value)) > _LONG_LIST


def _entry(value: object, pad: str) -> str:
    if not isinstance(value, dict) or not value:
        return f"{pad}- {inline(value)}"
    lines = "".join(key_lines(key, part, len(pad) + 2) for key, part in value.items())
    return f"{pad}- {lines[len(pad) + 2 :]}".rstrip("\n")
