"""A script's file: its bytes as text, its form by name and look, its parts."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from topa_studio.base.errors import ProjectError
from topa_studio.film.scripts.forms import form_by_name, form_of
from topa_studio.film.scripts.script import Script
from topa_studio.film.subtitles import without_controls

MOST_BYTES = 8_000_000
MOST_LINES = 200_000
SUFFIXES = (".fountain", ".spmd", ".fdx", ".md", ".markdown", ".txt", ".text")
ENCODINGS = (
    "cp1251", "koi8-r", "cp866", "mac-cyrillic", "cp1252", "cp1250", "cp1253", "cp1254", "utf-8",
    "utf-16-le", "utf-16-be", "gb18030", "shift_jis", "euc_kr",
)  # fmt: skip
"""What a file without a mark of its own may be written in."""
_SURE = ("utf-8", "utf-16", "utf-32")
_OLD, _WESTERN = ("cp1251", "koi8-r", "cp866", "mac-cyrillic"), "cp1252"
_COMMON = re.compile("[оеаинтсрвл]")
_MIXED = re.compile("[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
_CYRILLIC = re.compile("[Ѐ-ӿ]{2}")
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_LOOKED_AT = 4096
_MOST_ODD = 0.02
_MOSTLY = 0.7
_ODD = re.compile(r"[\0-\x08\x0e-\x1f\x7f\ufffd]")
# Text, but of a page, a word processor, or a program's data: its marks are no words of a film.
_OTHER_TEXT = re.compile(r"\s*(?:\{\\rtf|<!doctype|<html|<\?xml|\{\s*\"|%PDF)", re.IGNORECASE)
# What a line may end with; a form feed or a line separator ends one as well.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def read_script(data: bytes, name: str, form: str = "", encoding: str = "") -> Script:
    """The script in a file that is called `name`; "": in the form and encoding it looks like.

    Raises:
        ProjectError: it is too large, no text, or broken.
    """
    text, encoding = decoded(data, name, encoding)
    return script_of(text, form or form_of(name, text), encoding, name)


def read_kept(data: bytes, name: str) -> Script:
    """A script that lies in its film's folder, as it was read when it came.

    Raises:
        ProjectError: it is too large, no text, or broken.
    """
    text, encoding = decoded(data, name)
    return script_of(text, form_by_name(name, text), encoding, name)


def is_guess(encoding: str) -> bool:
    """Whether nothing in the file says that it is written in it."""
    return encoding not in _SURE


def encodings_of(data: bytes) -> tuple[str, ...]:
    """What a file may be written in."""
    return tuple(name for name in ENCODINGS if _can_be(data, name))


def _can_be(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def script_of(text: str, form: str, encoding: str = "utf-8", name: str = "") -> Script:
    """The script in a text of this form.

    Raises:
        ProjectError: it has too many lines, or is broken.
    """
    text = _plain(text)
    if text.count("\n") > MOST_LINES:
        raise ProjectError("project.script-too-long", path=name, limit=MOST_LINES)
    return _reader(form)(text, encoding)


def decoded(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """The text of a file, and the encoding it was read in; "": the one it looks like.

    Raises:
        ProjectError: it is too large, or no text.
    """
    if len(data) > MOST_BYTES:
        raise ProjectError("project.script-too-large", path=name, limit=MOST_BYTES // 1_000_000)
    encoding = encoding or _encoding(data)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    sample = text[:_LOOKED_AT]
    is_fdx = name.lower().endswith(".fdx") or "<FinalDraft" in sample
    is_other = not is_fdx and _OTHER_TEXT.match(sample) is not None
    if is_other or len(_ODD.findall(sample)) > _MOST_ODD * len(sample):
        raise ProjectError("project.script-no-text", path=name)
    return text, "utf-8" if encoding == "utf-8-sig" else encoding


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    # UTF-16 without a mark: every other byte is the number of the alphabet, 0 for Latin letters.
    if data and not len(data) % 2:
        highs = [_share(data[:_LOOKED_AT][side::2]) for side in (0, 1)]
        if max(highs) > _MOSTLY > 1 - _MOSTLY > min(highs):
            return "utf-16-le" if highs[1] > highs[0] else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(data[: _LOOKED_AT * 16])
    return "utf-8-sig"


def _one_byte(data: bytes) -> str:
    """One of Cyrillic letters that makes words, Windows-1252 for é and ß among Latin ones."""
    text = data.decode(_OLD[0], "replace")
    if len(_MIXED.findall(text)) > len(_CYRILLIC.findall(text)):
        return _WESTERN
    return max(_OLD, key=lambda encoding: _wordiness(data.decode(encoding, "replace")))


def _wordiness(text: str) -> float:
    """How much it looks like Russian: by its commonest letters, most of them small ones."""
    small = len(_COMMON.findall(text))
    return small + 0.9 * (len(_COMMON.findall(text.lower())) - small)


def _share(data: bytes) -> float:
    """How many are 0 or the one that comes most often besides."""
    often = max((data.count(value) for value in set(data) - {0}), default=0)
    return (data.count(0) + often) / len(data)


def _plain(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    text = without_controls(text).replace("\xa0", " ")
    for sign in _NO_SIGNS:
        text = text.replace(sign, "")
    return text


_NO_SIGNS = ("\ufeff", "\ufffe", "\uffff")


def _reader(form: str) -> Callable[[str, str], Script]:
    if form == "fdx":
        from topa_studio.film.scripts.fdx import read_fdx

        return read_fdx
    if form == "markdown":
        from topa_studio.film.scripts.markdown import read_markdown

        return read_markdown
    if form == "fountain":
        from topa_studio.film.scripts.fountain import read_fountain

        return read_fountain
    from topa_studio.film.scripts.plain import read_plain

    return read_plain
