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
_TAG = re.compile(r"</?(?:b|i|u|s|font|span|ruby|rt|lang|c|v)(?=[\s.>])[^>]*>|\{\\[^}]*\}", re.I)
_VTT_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<\d[\d:.]*>")
_VTT = re.compile(r"WEBVTT(?:[ \t].*)?")
_SILENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")
_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Line:
    """Words on the screen from `start` to `end`, in seconds of the film."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Subtitles:
    """What a file says; `encoding` is "utf-8" where it is what is usual today."""

    lines: tuple[Line, ...]
    encoding: str = "utf-8"


def read_subtitles(data: bytes) -> Subtitles:
    """The lines of an SRT or WebVTT file in their order; tags become plain words.

    Numbers may be missing, and times written with a comma, a point, or no hours. What has no time
    above it is no line. A file without any gives none.
    """
    text, encoding = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    is_vtt = _VTT.fullmatch(text.split("\n", 1)[0]) is not None
    return Subtitles(tuple(_vtt(text) if is_vtt else _srt(text)), encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode(_OLD, "replace"), _OLD


def _srt(text: str) -> Iterable[Line]:
    lines = text.split("\n")
    heads = [(at, found) for at, line in enumerate(lines) if (found := _TIMING.fullmatch(line))]
    for (at, found), (end, after) in zip(heads, [*heads[1:], (len(lines), None)], strict=False):
        words = lines[at + 1 : end]
        if after is not None:
            words = _without_number(words)
        yield from _line(found, _TAG.sub("", "\n".join(words)))


def _without_number(words: list[str]) -> list[str]:
    """The lines above the next time, without the number that belongs to that one."""
    if not words or not words[-1].strip().isdecimal():
        return words
    stands_alone = len(words) == 1 or not words[-2].strip()
    return words[:-1] if stands_alone and len(words) > 1 else words


def _vtt(text: str) -> Iterable[Line]:
    for block in _BLANK.split(text):
        lines = block.strip("\n").split("\n")
        if _SILENT.fullmatch(lines[0]):
            continue
        for at, line in enumerate(lines[:2]):
            if found := _TIMING.fullmatch(line):
                words = _VTT_TAG.sub("", "\n".join(lines[at + 1 :]))
                yield from _line(found, html.unescape(words))
                break


def _line(found: re.Match[str], text: str) -> Iterable[Line]:
    words = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    if words:
        start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
        yield Line(start, end, words)


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    whole = int(hours[-9:]) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + float(f"0.{rest}")


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
    """A blank line would end the words for whoever reads them."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) or "-"


def _srt_words(text: str) -> str:
    """SRT has no way to write what looks like a time: its arrow becomes a sign."""
    lines = _words(text).split("\n")
    return "\n".join(
        re.sub(r"-+>", "→", line) if _TIMING.fullmatch(line) else line for line in lines
    )
