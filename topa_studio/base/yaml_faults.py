"""The parser's messages in plain words: each becomes a code, with the line where the slip is."""

from __future__ import annotations

import yaml

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import line_and_column

# Part of the parser's message -> our code; the first that fits wins.
_CODES = (
    ("found a tab character", "document.tab"),
    ("mapping values are not allowed", "document.colon"),
    ("could not find expected ':'", "document.no-colon"),
    ("found unexpected end of stream", "document.open-quote"),
    ("unknown escape character", "document.escape"),
    ("escape code", "document.escape"),
    ("did not find expected hexdecimal", "document.escape"),
    ("expected ',' or ']'", "document.open-bracket"),
    ("expected ',' or '}'", "document.open-brace"),
    ("did not find expected '-'", "document.no-dash"),
    ("did not find expected key", "document.indent"),
    ("did not find expected <document start>", "document.indent"),
    ("block sequence entries are not allowed", "document.dash-place"),
    ("undefined tag handle", "document.tag"),
    ("character that cannot start any token", "document.sign"),
    ("while scanning a directive", "document.directive"),
    ("incompatible YAML document", "document.directive"),
    ("invalid leading UTF-8", "document.not-utf8"),
)
# What is wrong begins where the parser's context begins, not where it gave up.
_AT_CONTEXT = {"document.open-quote", "document.open-bracket", "document.open-brace"}


def fault_at(text: str, offset: int, code: str, **params: object) -> DocumentError:
    """An error at an offset of the text."""
    line, column = line_and_column(text, offset)
    return DocumentError(code, line=line, column=column, **params)


def fault(text: str, error: yaml.YAMLError) -> DocumentError:
    """What the parser complained about, in our codes; line and column count from 1."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return DocumentError("document.syntax", line=1, column=1)
    message = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _CODES if part in message), "document.syntax")
    mark = error.problem_mark or error.context_mark
    if code in _AT_CONTEXT and error.context_mark is not None:
        mark = error.context_mark
    if mark is None:
        return DocumentError(code, line=1, column=1)
    offset = min(mark.index, len(text))
    sign = text[offset : offset + 1]
    if code == "document.sign" and sign == "\t":
        code = "document.tab"
    return fault_at(text, offset, code, sign=sign, tag="!")
