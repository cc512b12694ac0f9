"""A script as scenes of beats: what is seen or said in one breath, with all that stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from topa_studio.film.scripts.script import Kind, Part, Script
from topa_studio.film.scripts.wording import (
    MOST_SIGNS,
    MOST_SPOKEN,
    in_pieces,
    seen_seconds,
    sentences,
    spoken_seconds,
    words_in,
)

SUNG = "♪"
_LONGEST_TOGETHER = 10
_BEHIND_NAME = re.compile(r"\s*\(([^()]*)\)\s*$")
_GOES_ON = re.compile(
    r"(?:cont['’]?d\.?|continued|прод(?:\.|олжая|олжает|олжение)?)", re.IGNORECASE
)
_QUIET = (Kind.NOTE, Kind.CUT, Kind.SYNOPSIS, Kind.SECTION)


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says, as the script writes it; `tone`: how."""

    who: str
    text: str
    tone: str = ""


@dataclass(slots=True)
class Beat:
    """One shot to be: what is said first, then what is seen, and notes; lines of the script."""

    first: int
    last: int
    seen: str = ""
    said: list[Speech] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def seconds(self) -> int:
        """How long it lasts."""
        words = sum(words_in(speech.text) for speech in self.said)
        spoken = spoken_seconds(words) if self.said else 0
        return max(spoken, seen_seconds(self.seen) if self.seen else 0)

    def together(self, other: Beat) -> int:
        """How long both last as one."""
        return self.seconds + other.seconds


@dataclass(slots=True)
class Scenery:
    """One scene to be; `heading` is None for what stands ahead of the first."""

    heading: Part | None
    notes: list[str] = field(default_factory=list)
    beats: list[Beat] = field(default_factory=list)


def sceneries(script: Script, *, by_sentence: bool) -> list[Scenery]:
    """The scenes of a script, each part of it in one of them."""
    taking = _Taking(by_sentence)
    for part in script.parts:
        taking.take(part)
    return taking.end()


class _Taking:
    """Goes over the parts; what has no shot yet waits for the next one."""

    def __init__(self, by_sentence: bool) -> None:
        self._by_sentence = by_sentence
        self._scenes: list[Scenery] = [Scenery(None)]
        self._waiting: list[str] = []
        self._ahead: list[str] = []
        self._who = self._tone = ""
        self._cue: Part | None = None

    def take(self, part: Part) -> None:
        """Put a part where it belongs."""
        match part.kind:
            case Kind.HEADING:
                self._heading(part)
            case Kind.TITLE:
                self._titled(part)
            case Kind.ACTION | Kind.TRANSITION | Kind.CHARACTER:
                self._end_speech()
                self._opened(part)
            case Kind.PARENTHETICAL:
                self._tone = ", ".join(filter(None, (self._tone, _one_line(part.text))))
                self._waiting += part.asides
            case Kind.DIALOGUE:
                self._said(part, self._tone)
            case Kind.LYRICS:
                self._sung(part)
            case kind if kind in _QUIET:
                self._noted(part)

    def _titled(self, part: Part) -> None:
        if part.mark.lower() not in TITLE_KEYS:
            words = " ".join(part.text.split("\n"))
            self._scenes[0].notes.append(": ".join(filter(None, (part.mark, words))))

    def _opened(self, part: Part) -> None:
        if part.kind is Kind.ACTION:
            self._seen(part)
        elif part.kind is Kind.TRANSITION:
            self._beside(part.text)
        else:
            self._cue = part
            self._who, self._tone = _cue(part.text)
            self._waiting += part.asides

    def end(self) -> list[Scenery]:
        """All scenes; what waited for a shot stays with the last."""
        self._end_speech()
        self._settle()
        if self._ahead:
            self._scenes[-1].notes += self._ahead
        first = self._scenes[0]
        if not first.beats and len(self._scenes) > 1:
            self._scenes[1].notes[:0] = first.notes
            self._scenes = self._scenes[1:]
        return self._scenes

    # Scenes.

    @property
    def _scene(self) -> Scenery:
        return self._scenes[-1]

    def _heading(self, part: Part) -> None:
        self._end_speech()
        self._settle()
        made = Scenery(part, [*self._ahead, *part.asides])
        if part.mark:
            made.notes.append(f"#{part.mark}#")
        self._ahead.clear()
        self._scenes.append(made)

    def _settle(self) -> None:
        """Notes that no shot came behind stay with the last one."""
        home = self._scene.beats[-1].notes if self._scene.beats else self._scene.notes
        home += self._waiting
        self._waiting.clear()

    def _noted(self, part: Part) -> None:
        words = part.text
        if part.kind is Kind.SECTION:
            self._end_speech()
            self._ahead += [f"{part.mark or '#'} {words}".strip(), *part.asides]
            return
        if part.kind is Kind.SYNOPSIS:
            words = f"= {words}"
            if self._ahead:
                self._ahead += [words, *part.asides]
                return
            if not self._scene.beats and self._cue is None:
                self._scene.notes += [words, *part.asides]
                return
        self._waiting += filter(None, (words, *part.asides))

    def _beside(self, words: str) -> None:
        home = self._scene.beats[-1].notes if self._scene.beats else self._scene.notes
        home.append(words)

    # Beats.

    def _seen(self, part: Part) -> None:
        words = _one_line(part.text)
        if not words:
            self._waiting += part.asides
            return
        self._waiting += part.asides
        for piece in self._pieces(words):
            beat = Beat(part.first, part.last, piece)
            before = self._scene.beats[-1] if self._scene.beats else None
            speaks = before is not None and before.said and not before.seen
            if before is not None and speaks and before.together(beat) <= _LONGEST_TOGETHER:
                before.seen, before.last = piece, part.last
                self._give(before)
            else:
                self._add(beat)

    def _pieces(self, words: str) -> Iterator[str]:
        for each in sentences(words) if self._by_sentence else [words]:
            yield from in_pieces(each, MOST_SIGNS) if len(each) > MOST_SIGNS else [each]

    def _sung(self, part: Part) -> None:
        if self._cue is None:
            self._seen(part)
        else:
            self._said(part, ", ".join(filter(None, (self._tone, SUNG))))

    def _said(self, part: Part, tone: str) -> None:
        first = part.first if self._cue is None else self._cue.first
        self._waiting += part.asides
        words = _one_line(part.text)
        if not words:
            return
        for piece in in_pieces(words, MOST_SPOKEN, words=True):
            beat = Beat(first, part.last, said=[Speech(self._who, piece, tone)])
            before = self._scene.beats[-1] if self._scene.beats else None
            speaks = before is not None and before.said and not before.seen
            if before is not None and speaks and before.together(beat) <= _LONGEST_TOGETHER:
                before.said += beat.said
                before.last = part.last
                self._give(before)
            else:
                self._add(beat)
        self._tone = ""
        self._cue = None if self._cue is None else _at(self._cue, part.last)

    def _add(self, beat: Beat) -> None:
        self._scene.beats.append(beat)
        self._give(beat)

    def _give(self, beat: Beat) -> None:
        beat.notes += self._waiting
        self._waiting.clear()

    def _end_speech(self) -> None:
        """Who was to speak and says nothing is noted, and so is a tone without words."""
        cue, self._cue = self._cue, None
        if cue is not None and cue.source:
            self._waiting.append(cue.text)
        if self._tone:
            self._waiting.append(self._tone)
        self._who = self._tone = ""


TITLE_KEYS = frozenset(("title", "название"))


def _at(cue: Part, last: int) -> Part:
    """The same person goes on behind a line; what was said once is not told again."""
    return Part(cue.kind, cue.text, last, last, "")


def _cue(text: str) -> tuple[str, str]:
    """Who speaks, and what stands in brackets behind the name."""
    tones: list[str] = []
    name = text.strip()
    while (found := _BEHIND_NAME.search(name)) and found.start() > 0:
        if not _GOES_ON.fullmatch(found[1].strip()):
            tones.insert(0, found[1].strip())
        name = name[: found.start()].strip()
    return name, ", ".join(filter(None, tones))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def all_beats(scenes: Iterable[Scenery]) -> Iterator[Beat]:
    """The beats of all scenes, in order."""
    for scene in scenes:
        yield from scene.beats
