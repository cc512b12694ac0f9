"""What a row of the list of takes says: state, facts, what differed; and all of it aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import ProjectSession
from topa_studio.model.change import Change
from topa_studio.model.difference import Frame, FrameKind
from topa_studio.model.marks import TakeRef
from topa_studio.model.request import ClipRequest, Request
from topa_studio.model.take import Take
from topa_studio.provider.service import service
from topa_studio.ui.words import clock, credits_word, mode_word, moment, seconds_word, sentence

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Everything a row shows of a take but its picture.

    Attributes:
        chosen: it is in the film. gone: its file is not on the disk; comes_back: it may be had
            again, for nothing. in_trash: it is a row of the trash.
        state: a word; "" for nothing to say. facts, shorter: one line, and how it is said where
            room is short. chips: what differed from the take before.
        begins, lasts: seconds of the part that is shown of its file.
        editable: marks may be set.
    """

    ref: TakeRef
    take: Take
    chosen: bool = False
    gone: bool = False
    comes_back: bool = False
    in_trash: bool = False
    state: str = ""
    facts: str = ""
    shorter: str = ""
    chips: tuple[str, ...] = ()
    begins: float = 0.0
    lasts: float = 0.0
    editable: bool = True

    @property
    def name(self) -> str:
        """T3, or P3."""
        return f"{'P' if self.ref.panel else 'T'}{self.ref.number}"

    @property
    def is_grey(self) -> bool:
        """Whether its picture is put back: it is in the film by its number only."""
        return (self.take.marks.rejected or self.in_trash) and not self.chosen

    def aloud(self) -> str:
        """For a screen reader."""
        words, liked = translate("Takes", "Take {number}"), translate("Takes", "liked")
        if self.ref.panel:
            words, liked = translate("Panels", "Panel {number}"), translate("Panels", "liked")
        marks = self.take.marks
        said = [words.format(number=self.ref.number), self.state.lower()]
        said += [liked] if marks.star else []
        said += [self.facts.replace(" · ", ", "), *self.chips]
        said += [sentence(flag) for flag in self.take.flags]
        said += [translate("Takes", "Note: {words}").format(words=marks.note)] if marks.note else []
        return ", ".join(part for part in said if part)


def facts_of(session: ProjectSession, ref: TakeRef, take: Take, *, chosen: bool) -> RowFacts:
    """A take as it is now."""
    request = session.takes.made_with(ref.key, ref.number, panel=ref.panel)
    gone = all(known.number != take.number for known in session.takes.of(ref.key, panel=ref.panel))
    in_trash = bool(take.marks.trashed) and not chosen
    lasts = take.seconds or (request.duration if isinstance(request, ClipRequest) else 0.0)
    if not lasts and session.film.has_shot(ref.key):
        lasts = session.film.shot(ref.key).seconds
    return RowFacts(
        ref,
        take,
        chosen=chosen,
        gone=gone,
        comes_back=gone and session.takes.comes_back(take),
        in_trash=in_trash,
        state=_state(take, panel=ref.panel, chosen=chosen, gone=gone),
        facts=_line(take, request),
        shorter=_line(take, request, short=True),
        chips=() if in_trash else _chips(session, ref, take, request),
        begins=take.start,
        lasts=lasts,
        editable=not session.read_only,
    )


def _state(take: Take, *, panel: bool, chosen: bool, gone: bool) -> str:
    """A word; of a panel and of a take each its own, as languages bend it to what it is said of."""
    if gone:
        return translate("Panels", "Missing") if panel else translate("Takes", "Missing")
    if take.marks.trashed and not chosen:
        if panel:
            return translate("Panels", "In the trash")
        return translate("Takes", "In the trash")
    if chosen:
        return translate("Panels", "Chosen") if panel else translate("Takes", "Chosen")
    if not take.marks.rejected:
        return ""
    return translate("Panels", "Rejected") if panel else translate("Takes", "Rejected")


def _line(take: Take, request: Request | None, *, short: bool = False) -> str:
    """Seconds, quality, price, when: as far as they are known."""
    parts = []
    if isinstance(request, ClipRequest):
        parts += [seconds_word(take.seconds or request.duration), mode_word(request.mode)]
    elif take.seconds:
        parts.append(seconds_word(take.seconds))
    if take.is_own:
        parts.append(translate("Takes", "your own file"))
    elif take.credits is not None:
        parts.append(credits_word(take.credits, service(take.provider).currency))
    if take.made_at:
        made, now = datetime.fromtimestamp(take.made_at, UTC), datetime.now(UTC)
        today = made.astimezone().date() == now.astimezone().date()
        parts.append(clock(made) if short and today else moment(made, now))
    return " · ".join(parts)


def _chips(
    session: ProjectSession, ref: TakeRef, take: Take, request: Request | None
) -> tuple[str, ...]:
    every = session.takes.of(ref.key, panel=ref.panel)
    if take.is_own or request is None:
        return ()
    if all(other.number >= take.number for other in every):
        first = translate("Panels", "the first") if ref.panel else translate("Takes", "the first")
        return (first,)
    changes = session.takes.differed(ref.key, ref.number, panel=ref.panel)
    return tuple(_chip(session, ref.key, request, change) for change in changes)


def _chip(session: ProjectSession, key: str, request: Request, change: Change) -> str:
    if isinstance(request, ClipRequest) and change is Change.START:
        return _starts(session.takes.frame(key, request.start))
    words = {
        Change.WORDS: translate("Takes", "words"),
        Change.SCENE: translate("Takes", "place or light"),
        Change.STYLE: translate("Takes", "style"),
        Change.LENGTH: translate("Takes", "length"),
        Change.QUALITY: translate("Takes", "quality"),
        Change.SOUND: translate("Takes", "sound"),
        Change.MODEL: translate("Takes", "model"),
        Change.FORMAT: translate("Takes", "format"),
        Change.ELEMENTS: translate("Takes", "elements"),
        Change.PICTURES: translate("Takes", "pictures of elements"),
        Change.START: translate("Takes", "start picture"),
        Change.END: translate("Takes", "end picture"),
        Change.OPTIONS: translate("Takes", "options"),
    }
    return words[change]


def _starts(frame: Frame) -> str:
    """From which picture its first frame is."""
    if frame.kind is FrameKind.END_OF and frame.shot:
        return translate("Takes", "starts from end of {shot}").format(shot=frame.shot)
    if frame.kind is FrameKind.PANEL and frame.is_own:
        return translate("Takes", "starts from panel {number}").format(number=frame.number)
    if frame.kind is FrameKind.FILE:
        return translate("Takes", "starts from {name}").format(name=frame.name)
    return translate("Takes", "start picture")
