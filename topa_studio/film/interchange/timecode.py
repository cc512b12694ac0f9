"""Time code as editing programs write it, and how they count a rate."""

from __future__ import annotations

import re
from fractions import Fraction

START_HOUR = 1
_CODE = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)[:;](\d{2,3})")
_NTSC = Fraction(1000, 1001)
_MOST_HOURS = 24


def base_of(rate: Fraction) -> int:
    """How many frames a second of time code counts: 24 also for 23.976."""
    return max(1, round(rate))


def is_ntsc(rate: Fraction) -> bool:
    """Whether it is n·1000/1001."""
    return rate == base_of(rate) * _NTSC


def is_plain(rate: Fraction) -> bool:
    """Whether time code can count it: n or n·1000/1001 frames a second."""
    return rate == base_of(rate) or is_ntsc(rate)


def start_of(rate: Fraction) -> int:
    """The frame of 01:00:00:00."""
    return START_HOUR * 3600 * base_of(rate)


def code_of(frame: int, rate: Fraction) -> str:
    """Hours, minutes, seconds and frames, none dropped; after a day it begins again."""
    base = base_of(rate)
    whole, rest = divmod(frame, base)
    hours, minutes, seconds = whole // 3600 % _MOST_HOURS, whole // 60 % 60, whole % 60
    return f"{hours:02}:{minutes:02}:{seconds:02}:{rest:02}"


def frame_in(code: str, rate: Fraction, *, drops: bool = False) -> int:
    """The frame a time code names.

    Args:
        drops: it leaves numbers out so as to go with the clock; one with a ";" always does.

    Raises:
        ValueError: it is none, or counts more frames a second than this rate.
    """
    found = _CODE.fullmatch(code.strip())
    if found is None:
        raise ValueError(code)
    hours, minutes, seconds, frames = (int(part) for part in found.groups())
    base = base_of(rate)
    if frames >= base:
        raise ValueError(code)
    whole = ((hours * 60 + minutes) * 60 + seconds) * base + frames
    if (drops or ";" in code) and base % 30 == 0:
        # Two of 30 numbers are left out each minute, but not each tenth one.
        gone = hours * 60 + minutes
        whole -= base // 15 * (gone - gone // 10)
    return whole


def seconds_text(frames: int, rate: Fraction) -> str:
    """Frames as a fraction of seconds, never as a decimal: "7300/2400s"."""
    moment = frames / rate
    if moment.denominator == 1:
        return f"{moment.numerator}s"
    # Hundreds, as editors write it: 100/2400s is one frame of 24.
    scale = 100 if rate.denominator == 1 else 1
    return f"{frames * rate.denominator * scale}/{rate.numerator * scale}s"
