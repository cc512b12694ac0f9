"""What a format cannot hold of this film, told before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from topa_studio.film.interchange.sequence import Item, Sequence
from topa_studio.film.interchange.timecode import base_of, is_plain
from topa_studio.model.status import Trouble

OTIO, FCPXML, FCP7, EDL = "otio", "fcpxml", "fcp7", "edl"
FORMATS = (OTIO, FCPXML, FCP7, EDL)
ENDINGS = {OTIO: ".otio", FCPXML: ".fcpxml", FCP7: ".xml", EDL: ".edl"}
TITLES = {OTIO: "OpenTimelineIO", FCPXML: "FCPXML", FCP7: "Final Cut Pro 7 XML", EDL: "EDL"}
EDL_EVENTS, EDL_RATE = 999, 60


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that does not come along, and how often it is in the film."""

    code: str
    count: int = 1
    params: dict[str, object] = field(default_factory=dict)

    @property
    def trouble(self) -> Trouble:
        """It, to be put into words."""
        return Trouble(self.code, {"count": self.count, **self.params})


def losses(film: Sequence, kind: str) -> tuple[Loss, ...]:
    """What of the film a file of this kind cannot hold."""
    return tuple(loss for loss in _losses(film, kind) if loss.count)


def _losses(film: Sequence, kind: str) -> Iterator[Loss]:
    def count(wanted: str) -> int:
        return sum(1 for item in film.items if _has(item, wanted))

    if kind in (OTIO, EDL):
        yield Loss("interchange.no-fades", count("fade"))
    if kind in (OTIO, FCP7, EDL):
        yield Loss("interchange.no-captions", len(film.captions))
    if kind == OTIO:
        loud = sum(1 for sound in film.sounds if sound.gain_db or any(sound.fades))
        yield Loss("interchange.no-gains", count("gain") + loud)
    if kind == EDL:
        yield Loss("interchange.no-sound", len(film.sounds))
        yield Loss("interchange.no-clip-sound", count("sound"))
        yield Loss("interchange.no-notes", count("notes"))
        yield Loss("interchange.no-other-rate", len(_other_rates(film)))


def _has(item: Item, wanted: str) -> bool:
    match wanted:
        case "fade":
            return any(item.dips)
        case "sound":
            return item.media.has_sound and item.gain_db is not None
        case "gain":
            return item.media.has_sound and item.gain_db != 0
        case _:
            return bool(item.notes)


def _other_rates(film: Sequence) -> set[object]:
    """Files whose frames are not the film's, in formats that count them."""
    return {item.media.path for item in film.items if item.media.rate != film.rate}


def refusal(film: Sequence, kind: str) -> Trouble | None:
    """Why it cannot be a file of this kind at all; None: it can."""
    if not film.items:
        return Trouble("export.nothing")
    if kind in (FCP7, EDL) and not is_plain(film.rate):
        return Trouble("interchange.rate-not-counted", {"rate": f"{float(film.rate):g}"})
    if kind == EDL and len(film.items) > EDL_EVENTS:
        return Trouble("interchange.edl-too-many", {"count": len(film.items), "most": EDL_EVENTS})
    if kind == EDL and base_of(film.rate) > EDL_RATE:
        return Trouble("interchange.rate-not-counted", {"rate": f"{float(film.rate):g}"})
    return None
