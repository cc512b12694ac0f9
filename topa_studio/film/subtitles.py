"""Subtitle files, SRT and WebVTT: read as lines whoever wrote them, and written from cues."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from topa_studio.film.cues import Cue

_OLD = "cp1251"
_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
_TIMING = re.compile(rf"\s*{_TIME}\s*-+>\s*{_TIME}(?:\s.*)?\s*")
# What was meant as times: two clocks, or an arrow where times stand.
_ARROW = re.compile(r"-+>")
_CLOCKS = re.compile(r"\s*[-+]?\d+:\d+.*\d:\d")
_ARROWED_CLOCK = re.compile(r"\s*[-+]?\d+[:.,]\d\S*\s*-+>")
_MOST, _LONGEST = 59, 200
_CONTROLS = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f]")
_TAG = re.compile(r"</?(?:b|i|u|s|font|span|ruby|rt|lang|c|v)(?=[\s.>])[^>]*>|\{\\[^}]*\}", re.I)
_VTT_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<\d[\d:.]*>")
_VTT = re.compile(r"WEBVTT(?:[ \t].*)?")
_SILENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")


@dataclass(frozen=True, slots=True)
class Line:
    """Words on the screen from `start` to `end`, in seconds of the film."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Subtitles:
    """What a file says; `encoding` is "utf-8" where it is what is usual today.

    `unread`: numbers of the file's lines, from 1, that should be times and cannot be read; the
    words below them are in no line.
    """

    lines: tuple[Line, ...]
    encoding: str = "utf-8"
    unread: tuple[int, ...] = ()


def read_subtitles(data: bytes) -> Subtitles:
    """The lines of an SRT or WebVTT file in their order; tags become plain words.

    Numbers may be missing, and times written with a comma, a point, or no hours. What has no time
    above it is no line. A file without any gives none. Signs that command a terminal are taken out.
    """
    text, encoding = _decoded(data)
    text = without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = text.split("\n")
    found: list[Line] = []
    unread: list[int] = []
    for head in _vtt(rows) if _VTT.fullmatch(rows[0]) else _srt(rows):
        if head.times is None:
            unread.append(head.row + 1)
        elif head.words:
            found.append(Line(*head.times, head.words))
    return Subtitles(tuple(found), encoding, tuple(unread))


@dataclass(frozen=True, slots=True)
class _Head:
    """A row of times and the words below it; `times` are None where they cannot be read."""

    row: int
    times: tuple[float, float] | None
    words: str = ""


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode(_OLD, "replace"), _OLD


def _srt(rows: list[str]) -> Iterable[_Head]:
    heads = [at for at in range(len(rows)) if _is_head(rows, at)]
    for at, end in zip(heads, [*heads[1:], len(rows)], strict=False):
        words = rows[at + 1 : end]
        if end < len(rows):
            words = _without_number(words)
        yield _Head(at, _times(rows[at]), _plain(_TAG.sub("", "\n".join(words))))


def _is_head(rows: list[str], at: int) -> bool:
    """Whether a row is one of times, also where these are written so that nobody can read them."""
    row = rows[at]
    above, higher = (rows[at - n].strip() if at >= n else "" for n in (1, 2))
    numbered = above.isdecimal() and not higher
    if "->" in row:
        return numbered or not above or _looks_timed(row)
    return numbered and _CLOCKS.match(row[:_LONGEST]) is not None


def _looks_timed(row: str) -> bool:
    """Whether a row is taken for times wherever it stands."""
    return bool(_TIMING.fullmatch(row) or _ARROWED_CLOCK.match(row[:_LONGEST]))


def _without_number(words: list[str]) -> list[str]:
    """The lines above the next time, without the number that belongs to that one."""
    if not words or not words[-1].strip().isdecimal():
        return words
    stands_alone = len(words) == 1 or not words[-2].strip()
    return words[:-1] if stands_alone and len(words) > 1 else words


def _vtt(rows: list[str]) -> Iterable[_Head]:
    for first, block in _blocks(rows):
        if _SILENT.fullmatch(block[0]):
            continue
        heads = [at for at, row in enumerate(block) if "-->" in row or _TIMING.fullmatch(row)]
        for at, end in zip(heads, [*heads[1:], len(block)], strict=False):
            words = _VTT_TAG.sub("", "\n".join(block[at + 1 : end]))
            said = without_controls(html.unescape(words))
            yield _Head(first + at, _times(block[at]), _plain(said))


def _blocks(rows: list[str]) -> Iterable[tuple[int, list[str]]]:
    """The rows between blank ones, with the place of the first."""
    first = 0
    for at, row in enumerate([*rows, ""]):
        if not row.strip():
            if first < at:
                yield first, rows[first:at]
            first = at + 1


def _times(row: str) -> tuple[float, float] | None:
    found = _TIMING.fullmatch(row)
    if found is None:
        return None
    start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
    return None if start is None or end is None else (start, end)


def _seconds(parts: Sequence[str | None]) -> float | None:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    if max(int(minutes), int(seconds)) > _MOST:
        return None
    whole = int(hours[-9:]) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + float(f"0.{rest}")


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def without_controls(text: str) -> str:
    """Words without the signs that command a terminal or end a text; rows and tabs stay."""
    return _CONTROLS.sub("", text)


def write_srt(cues: Iterable[Cue], rate: Fraction) -> str:
    """The cues as an SRT file."""
    return "".join(
        f"{number}\n{_span(cue, rate, ',')}\n{_srt_words(cue.text)}\n\n"
        for number, cue in enumerate(cues, 1)
    )


def write_vtt(cues: Iterable[Cue], rate: Fraction) -> str:
    """The cues as a WebVTT file."""
    parts = (
        f"\n{_span(cue, rate, '.')}\n{html.escape(_words(cue.text), quote=False)}\n" for cue in cues
    )
    return "WEBVTT\n" + "".join(parts)


def _span(cue: Cue, rate: Fraction, point: str) -> str:
    return f"{_clock(cue.first, rate, point)} --> {_clock(cue.last, rate, point)}"


def _clock(frame: int, rate: Fraction, point: str) -> str:
    """A frame's moment to the nearest thousandth, which means that frame."""
    thousandths = (2000 * frame * rate.denominator + rate.numerator) // (2 * rate.numerator)
    seconds, rest = divmod(thousandths, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{rest:03}"


def _words(text: str) -> str:
    """A blank line would end the words for whoever reads them, a control sign command him."""
    lines = (without_controls(line).strip() for line in text.splitlines())
    return "\n".join(filter(None, lines)) or "-"


def _srt_words(text: str) -> str:
    """SRT has no way to write what looks like a time: its arrow becomes a sign."""
    lines = _words(text).split("\n")
    return "\n".join(_ARROW.sub("→", line) if _looks_timed(line) else line for line in lines)
