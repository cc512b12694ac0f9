"""Two requests of one shot side by side: which parts of the film make the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from topa_studio.model.change import Cause, Change
from topa_studio.model.difference import Difference, Frame, Images, Kept, Piece, Row, Said
from topa_studio.model.request import Picture, Request
from topa_studio.model.scenario import Scenario
from topa_studio.model.take import Take
from topa_studio.model.word_changes import compared, tokens
from topa_studio.pipeline.freshness import Freshness
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.requests import request_of
from topa_studio.pipeline.taken_apart import Sent, mark_of, taken_apart

NameFrame = Callable[[Picture | None], Frame]
"""Where a first or last picture came from."""


def causes_between(
    scenario: Scenario, key: str, before: Request, now: Request
) -> tuple[Cause, ...]:
    """What of a shot differs between what was sent and what would be sent `now`."""
    pair = _pair(scenario, key, before, now)
    found: dict[Change, list[str]] = {}
    for change, name in pair.changes():
        found.setdefault(change, []).extend([name] if name else [])
    named = (Change.ELEMENTS, Change.PICTURES)
    follows = scenario.shot(key).start == "previous"
    return tuple(
        Cause(
            change,
            tuple(dict.fromkeys(found[change])) if change in named else (),
            follows=follows and change is Change.START,
        )
        for change in Change
        if change in found
    )


def changes_between(
    scenario: Scenario, key: str, before: Request, now: Request
) -> tuple[Change, ...]:
    """As `causes_between`, without names."""
    return tuple(cause.change for cause in causes_between(scenario, key, before, now))


def causes_of(freshness: Freshness, key: str, take: Take) -> tuple[Cause, ...]:
    """Why a take is out of date; nothing where what it was made with is not known any more."""
    sent, now = request_of(freshness.board, Kind.CLIP, key, take), freshness.request(key, take)
    if now is None or sent is None:
        return ()
    found = [causes_between(freshness.scenario, key, sent, now)]
    for film in freshness.before():
        then = film.request(key, take)
        # With the names of then it is told without them.
        if then is not None:
            called = dict(zip(film.scenario.names, freshness.scenario.names, strict=True))
            causes = causes_between(film.scenario, key, sent, then)
            found.append(
                tuple(
                    replace(cause, names=tuple(called.get(name, name) for name in cause.names))
                    for cause in causes
                )
            )
    return min(found, key=lambda causes: sum(1 + len(cause.names) for cause in causes))


def difference_between(
    scenario: Scenario, key: str, before: Request, now: Request, frame: NameFrame
) -> Difference:
    """What two takes of a shot were made with, side by side."""
    pair = _pair(scenario, key, before, now)
    found: dict[Change, list[str]] = {}
    for change, name in pair.changes():
        found.setdefault(change, []).append(name)
    differing = ((change, found[change]) for change in Change if change in found)
    rows = tuple(row for change, names in differing for row in _rows(pair, change, names, frame))
    return Difference(rows, tuple(c for c in Change if c not in found and pair.has(c)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two requests, taken apart."""

    before: Sent
    after: Sent

    def changes(self) -> Iterator[tuple[Change, str]]:
        """Each part that differs, with the element or option that it is of."""
        a, b = self.before, self.after
        yield from ((change, "") for change, differs in self._plain().items() if differs)
        for name in dict.fromkeys((*a.elements, *b.elements)):
            old, new = a.elements.get(name), b.elements.get(name)
            if old is None or new is None or old[0] != new[0]:
                yield Change.ELEMENTS, name
            if old is not None and new is not None and old[1] != new[1]:
                yield Change.PICTURES, name
        old_options, new_options = dict(a.options), dict(b.options)
        for name in dict.fromkeys((*old_options, *new_options)):
            if old_options.get(name) != new_options.get(name):
                yield Change.OPTIONS, name

    def _plain(self) -> dict[Change, bool]:
        a, b = self.before, self.after
        return {
            Change.WORDS: _said(a, b) != _said(b, a),
            Change.SCENE: a.place != b.place,
            Change.STYLE: a.style != b.style,
            Change.LENGTH: a.seconds != b.seconds,
            Change.QUALITY: a.mode != b.mode,
            Change.SOUND: a.sound != b.sound,
            Change.MODEL: a.model != b.model,
            Change.FORMAT: a.ratio != b.ratio,
            Change.START: mark_of(a.start) != mark_of(b.start),
            Change.END: mark_of(a.end) != mark_of(b.end),
        }

    def has(self, change: Change) -> bool:
        """Whether there is anything of a part that does not differ."""
        a = self.before
        there: dict[Change, object] = {
            Change.WORDS: a.words,
            Change.SCENE: a.place,
            Change.STYLE: a.style,
            Change.LENGTH: a.seconds,
            Change.QUALITY: a.mode,
            Change.SOUND: a.sound is not None,
            Change.ELEMENTS: a.elements,
            Change.PICTURES: a.elements,
            Change.START: a.start,
            Change.END: a.end,
            Change.OPTIONS: a.options,
        }
        return bool(there.get(change, True))


def _pair(scenario: Scenario, key: str, before: Request, now: Request) -> _Pair:
    return _Pair(taken_apart(before, scenario, key), taken_apart(now, scenario, key))


def _said(sent: Sent, other: Sent) -> str:
    """The words as they are compared.

    A mention is written otherwise, and stands apart, once its element has pictures: that is no
    change of the words.
    """
    if sent.names.keys() == other.names.keys():
        return sent.words
    return "".join(sent.plain_words.split())


def _rows(pair: _Pair, change: Change, names: list[str], frame: NameFrame) -> Iterator[Row]:
    a, b = pair.before, pair.after
    match change:
        case Change.WORDS:
            yield Row(change, *compared(tokens(a.words, a.names), tokens(b.words, b.names)))
        case Change.SCENE:
            yield Row(change, *_words(a.place, b.place))
        case Change.STYLE:
            yield Row(change, *_words(a.style, b.style))
        case Change.ELEMENTS:
            yield from _elements(a, b, names)
        case Change.PICTURES:
            for name in names:
                old, new = a.elements[name][1], b.elements[name][1]
                yield Row(change, _images(old, new), _images(new, old), name)
        case Change.START | Change.END:
            first = frame(a.start if change is Change.START else a.end)
            second = frame(b.start if change is Change.START else b.end)
            alike = first == second
            yield Row(change, first, replace(second, is_other=True) if alike else second)
        case Change.OPTIONS:
            for name in names:
                yield Row(change, dict(a.options).get(name), dict(b.options).get(name), name)
        case _:
            yield Row(change, _setting(a, change), _setting(b, change))


def _words(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return compared(tokens(before, {}), tokens(after, {}))


def _elements(a: Sent, b: Sent, names: list[str]) -> Iterator[Row]:
    """Those that are there in one of them only, in one row; and what is said of others."""
    went = tuple(Piece(f"@{name}", Kept.GONE, name) for name in names if name not in b.elements)
    came = tuple(Piece(f"@{name}", Kept.NEW, name) for name in names if name not in a.elements)
    if went or came:
        yield Row(Change.ELEMENTS, _listed(went), _listed(came))
    for name in names:
        if name in a.elements and name in b.elements:
            yield Row(Change.ELEMENTS, *_words(a.elements[name][0], b.elements[name][0]), name)


def _listed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(part for piece in pieces for part in (Piece(", "), piece))[1:]


def _images(mine: tuple[str, ...], others: tuple[str, ...]) -> Images:
    return Images(len(mine), sum(mark not in others for mark in mine))


def _setting(sent: Sent, change: Change) -> Said:
    found: dict[Change, Said] = {
        Change.LENGTH: sent.seconds,
        Change.QUALITY: sent.mode,
        Change.SOUND: sent.sound,
        Change.MODEL: sent.model,
        Change.FORMAT: sent.ratio,
    }
    return found[change]
