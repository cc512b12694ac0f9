"""The sequence as FCPXML 1.10: times as fractions of seconds, links by URL, one asset a file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element

from topa_studio.film.cues import Cue, flat_cues
from topa_studio.film.interchange.links import file_url
from topa_studio.film.interchange.sequence import Item, Media, Sequence, Sound
from topa_studio.film.interchange.timecode import seconds_text
from topa_studio.film.interchange.tree import document, made

VERSION = "1.10"
_FORMAT = "r1"
_SILENT = "-96dB"
_CAPTIONS = "SRT?captionFormat=SRT.en"
_RATES = {
    Fraction(24000, 1001): "23.98", Fraction(24): "24", Fraction(25): "25",
    Fraction(30000, 1001): "29.97", Fraction(30): "30", Fraction(60): "60",
    Fraction(48000, 1001): "47.95", Fraction(48): "48", Fraction(50): "50",
    Fraction(60000, 1001): "59.94",
}  # fmt: skip


class _Writer:
    def __init__(self, film: Sequence) -> None:
        self._film = film
        self._formats: dict[tuple[Fraction, tuple[int, int]], str] = {}
        self._assets: dict[Path, str] = {}
        self._resources: list[Element] = []
        self._styles = 0

    def root(self) -> Element:
        film = self._film
        self._format(film.rate, film.size)
        spine = made("spine", *self._spine())
        sequence = made(
            "sequence", spine, format=_FORMAT, duration=self._time(film.frames),
            tcStart=self._time(film.start), tcFormat="NDF", audioLayout="stereo", audioRate="48k",
        )  # fmt: skip
        project = made("project", sequence, name=film.title)
        library = made("library", made("event", project, name=film.title))
        return made("fcpxml", made("resources", *self._resources), library, version=VERSION)

    def _spine(self) -> Iterator[Element]:
        film = self._film
        captions: dict[int, list[Cue]] = {}
        for cue in flat_cues(film.captions):
            captions.setdefault(self._at(cue.first), []).append(cue)
        sounds: dict[int, list[Sound]] = {}
        for sound in film.sounds:
            sounds.setdefault(self._at(sound.first), []).append(sound)
        for place, item in enumerate(film.items):
            if item.dissolve:
                yield made(
                    "transition", name="Cross Dissolve", offset=self._time(film.start + item.first),
                    duration=self._time(item.dissolve),
                )  # fmt: skip
            yield self._clip(item, sounds.get(place, []), captions.get(place, []))

    def _at(self, frame: int) -> int:
        """The place of the clip over which something begins."""
        low, high = 0, len(self._film.items)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._film.items[middle].first <= frame else (low, middle)
        return low

    def _clip(self, item: Item, sounds: list[Sound], captions: list[Cue]) -> Element:
        heard = item.media.has_sound
        return made(
            "asset-clip",
            self._conform(item.media),
            _blend(item, self._time) if any(item.dips) else None,
            _volume(item.gain_db) if heard and item.gain_db != 0 else None,
            *(self._sound(sound, item) for sound in sounds),
            *(self._caption(cue, item) for cue in captions),
            made(
                "marker", start=self._time(item.source), duration=self._time(1),
                value=_line(item.words) or item.name, note=item.notes or None,
            ),
            ref=self._asset(item.media), offset=self._time(self._film.start + item.first),
            name=item.name, start=self._time(item.source), duration=self._time(item.frames),
            tcFormat="NDF", audioRole="dialogue" if heard else None,
        )  # fmt: skip

    def _sound(self, sound: Sound, over: Item) -> Element:
        volume = None
        if sound.gain_db or any(sound.fades):
            volume = _volume(sound.gain_db, sound.fades, self._time)
        return made(
            "asset-clip", volume, ref=self._asset(sound.media), lane=-1 - sound.lane,
            offset=self._time(over.source + sound.first - over.first), name=sound.name,
            start=self._time(sound.source), duration=self._time(sound.frames),
            audioRole={"voice": "dialogue", "sound": "effects"}.get(sound.kind, "music"),
        )  # fmt: skip

    def _caption(self, cue: Cue, over: Item) -> Element:
        self._styles += 1
        style = f"ts{self._styles}"
        return made(
            "caption",
            made("text", made("text-style", text=cue.text, ref=style)),
            made("text-style-def", made("text-style", font="Helvetica", fontSize=13), id=style),
            lane=1, offset=self._time(over.source + cue.first - over.first),
            name=_line(cue.text), duration=self._time(cue.last - cue.first), start="3600s",
            role=_CAPTIONS,
        )  # fmt: skip

    def _conform(self, media: Media) -> Element | None:
        if media.rate == self._film.rate:
            return None
        return made("conform-rate", scaleEnabled=0, srcFrameRate=_RATES.get(media.rate))

    def _format(self, rate: Fraction, size: tuple[int, int]) -> str:
        if (rate, size) not in self._formats:
            name = f"r{len(self._resources) + 1}"
            self._formats[rate, size] = name
            self._resources.append(
                made("format", id=name, frameDuration=seconds_text(1, rate), width=size[0],
                     height=size[1])
            )  # fmt: skip
        return self._formats[rate, size]

    def _asset(self, media: Media) -> str:
        if media.path not in self._assets:
            shape = self._format(media.rate, media.size) if media.has_picture else None
            name = f"r{len(self._resources) + 1}"
            self._assets[media.path] = name
            sound = {"hasAudio": 1, "audioSources": 1, "audioChannels": 2, "audioRate": "48000"}
            picture = {"hasVideo": 1, "format": shape, "videoSources": 1}
            self._resources.append(
                made(
                    "asset", made("media-rep", kind="original-media", src=file_url(media.path)),
                    id=name, name=media.path.stem, start="0s", duration=self._time(media.frames),
                    **(picture if media.has_picture else {}), **(sound if media.has_sound else {}),
                )
            )  # fmt: skip
        return self._assets[media.path]

    def _time(self, frames: int) -> str:
        return seconds_text(frames, self._film.rate)


def _blend(item: Item, time: object) -> Element:
    assert callable(time)
    into, out = item.dips
    fades = (
        made("fadeIn", type="linear", duration=time(into)) if into else None,
        made("fadeOut", type="linear", duration=time(out)) if out else None,
    )
    return made("adjust-blend", made("param", *fades, name="amount"), amount="1.0")


def _volume(gain_db: float | None, fades: tuple[int, int] = (0, 0), time: object = None) -> Element:
    amount = _SILENT if gain_db is None else f"{gain_db:g}dB"
    if not any(fades):
        return made("adjust-volume", amount=amount)
    assert callable(time)
    into, out = fades
    inside = (
        made("fadeIn", type="linear", duration=time(into)) if into else None,
        made("fadeOut", type="linear", duration=time(out)) if out else None,
    )
    return made("adjust-volume", made("param", *inside, name="amount"), amount=amount)


def _line(words: str) -> str:
    return " ".join(words.split())


def write_fcpxml(film: Sequence, _out: Path) -> bytes:
    """The sequence as the bytes of an FCPXML file."""
    return document(_Writer(film).root(), "fcpxml")
