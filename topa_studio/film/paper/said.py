"""The file of comments that a review page saves: read without trust, put on the film's shots."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from topa_studio.base.errors import ProjectError
from topa_studio.base.json_reader import read_json
from topa_studio.base.spelling import composed
from topa_studio.model.rate import MOST_SECONDS
from topa_studio.model.scenario import Comment, Scenario

MOST_COMMENTS = 5_000
_MOST_LETTERS, _MOST_NAME = 10_000, 200
_MARK = "topa_comments"
_Words = tuple[float, str, str]


@dataclass(frozen=True, slots=True)
class Pin:
    """A comment on the shot with this key; `named` is how whoever wrote it saw that shot."""

    shot: str
    comment: Comment
    named: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A file of comments.

    Attributes:
        film: name of the film's file, without its ending. title: the film's.
        unread: places of entries in the file, from 1, that are no comments.
    """

    film: str
    title: str
    pins: tuple[Pin, ...]
    unread: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pinned:
    """What comes of a file in a film.

    Attributes:
        shots: all comments of the shots that get new ones, by the shot's key.
        added: how many are new. there: how many the film has already.
        gone: those of shots that are not in the film.
    """

    shots: Mapping[str, tuple[Comment, ...]]
    added: int = 0
    there: int = 0
    gone: tuple[Pin, ...] = ()


def read_said(data: bytes) -> Said:
    """Read a file of comments.

    Raises:
        ValueError: it is none, or damaged.
        ProjectError: "paper.too-many-comments".
    """
    found = read_json(data)
    if not isinstance(found, dict) or found.get(_MARK) != 1:
        raise ValueError("it is no file of comments")
    entries = found.get("comments")
    if not isinstance(entries, list):
        raise ValueError("it holds no list of comments")
    if len(entries) > MOST_COMMENTS:
        raise ProjectError("paper.too-many-comments", count=len(entries), most=MOST_COMMENTS)
    pins = [_pin(entry) for entry in entries]
    return Said(
        _line(found.get("film")),
        _line(found.get("title")),
        tuple(dict.fromkeys(pin for pin in pins if pin is not None)),
        tuple(place for place, pin in enumerate(pins, 1) if pin is None),
    )


def is_of(said: Said, film: Scenario, name: str) -> bool:
    """Whether comments are of this film, whose file has this name."""
    title = film.film.title or name
    return _alike(said.film, name) and _alike(said.title, _line(title))


def pinned(said: Said, film: Scenario) -> Pinned:
    """Each comment on its shot; one that is there, answered or not, comes no second time."""
    fresh: dict[str, list[Comment]] = {}
    known: dict[str, set[_Words]] = {}
    gone: list[Pin] = []
    there = 0
    for pin in said.pins:
        if not film.has_shot(pin.shot):
            gone.append(pin)
            continue
        said_of_it = known.setdefault(pin.shot, set(map(_words, film.shot(pin.shot).comments)))
        if _words(pin.comment) in said_of_it:
            there += 1
            continue
        said_of_it.add(_words(pin.comment))
        fresh.setdefault(pin.shot, []).append(pin.comment)
    shots = {key: (*film.shot(key).comments, *new) for key, new in fresh.items()}
    return Pinned(shots, sum(map(len, fresh.values())), there, tuple(gone))


def _words(comment: Comment) -> _Words:
    """What makes it the same comment, whatever was answered."""
    return comment.at, comment.by, comment.text.strip()


def _pin(entry: object) -> Pin | None:
    match entry:
        case {"shot": str() as shot, "text": str() as text, **more}:
            at, by = more.get("at", 0), more.get("by", "")
            text = _clean(text).strip()
            if not shot or not text or len(text) > _MOST_LETTERS or not isinstance(by, str):
                return None
            if isinstance(at, bool) or not isinstance(at, int | float):
                return None
            if not (math.isfinite(at) and 0 <= at <= MOST_SECONDS):
                return None
            named = more.get("named", "")
            comment = Comment(text, round(float(at), 3), _line(by))
            return Pin(shot, comment, _line(named))
    return None


def _line(value: object) -> str:
    return " ".join(_clean(value).split())[:_MOST_NAME] if isinstance(value, str) else ""


def _clean(text: str) -> str:
    return "".join(_signs(text.replace("\r\n", "\n").replace("\r", "\n")))


def _signs(text: str) -> Iterator[str]:
    """Without signs that are none, or that turn round what stands behind them."""
    for sign in text:
        is_sign = sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Cn")
        if is_sign and sign not in "\u202a\u202b\u202c\u202d\u202e":
            yield sign


def _alike(one: str, other: str) -> bool:
    return composed(one).casefold() == composed(other).casefold()
