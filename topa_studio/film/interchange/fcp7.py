"""The sequence as Final Cut Pro 7 XML (xmeml 5), which Premiere, Resolve and others read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element

from topa_studio.film.interchange.links import file_url
from topa_studio.film.interchange.sequence import Item, Media, Sequence, Sound
from topa_studio.film.interchange.timecode import base_of, code_of, is_ntsc
from topa_studio.film.interchange.tree import document, leaf, made
from topa_studio.film.sound import factor

_CHANNELS = (1, 2)
_LOUDEST = 3.98109
_OTHER_CHANNEL, _SHOT_TRACKS = 2, 2


class _Writer:
    def __init__(self, film: Sequence) -> None:
        self._film = film
        self._rate = film.rate
        self._files = {media.path: f"file-{n}" for n, media in enumerate(_media(film), 1)}

    def root(self) -> Element:
        film = self._film
        start = made(
            "timecode", _rate(film.rate), leaf("string", code_of(film.start, film.rate)),
            leaf("frame", film.start), leaf("displayformat", "NDF"),
        )  # fmt: skip
        media = made("media", self._video(), self._audio())
        sequence = made(
            "sequence", leaf("name", film.title), leaf("duration", film.frames), _rate(film.rate),
            start, media, id="sequence-1",
        )  # fmt: skip
        return made("xmeml", sequence, version="5")

    def _video(self) -> Element:
        width, height = self._film.size
        shape = made(
            "samplecharacteristics", _rate(self._rate), leaf("width", width),
            leaf("height", height), leaf("pixelaspectratio", "square"), leaf("anamorphic", "FALSE"),
            leaf("fielddominance", "none"),
        )  # fmt: skip
        children = [
            child
            for place, item in enumerate(self._film.items)
            for child in (self._transition(item, "video"), self._picture(item, place))
        ]
        return made("video", made("format", shape), _track(children))

    def _audio(self) -> Element:
        shape = made("samplecharacteristics", leaf("depth", 16), leaf("samplerate", 48_000))
        tracks = [
            _track(self._clip_sound(channel), leaf("outputchannelindex", channel))
            for channel in _CHANNELS
        ]
        for lane in range(self._film.lanes):
            sounds = [sound for sound in self._film.sounds if sound.lane == lane]
            tracks += [
                _track(
                    (
                        self._sound(sound, number, lane, channel)
                        for number, sound in enumerate(sounds)
                    ),
                    leaf("outputchannelindex", channel),
                )
                for channel in _CHANNELS
            ]
        return made("audio", leaf("numOutputChannels", 2), made("format", shape), *tracks)

    def _transition(self, item: Item, kind: str) -> Element | None:
        if not item.dissolve:
            return None
        name = "Cross Dissolve" if kind == "video" else "Cross Fade (+3dB)"
        effect = made(
            "effect", leaf("name", name),
            leaf("effectid", "Cross Dissolve" if kind == "video" else "KGAudioTransCrossFade3dB"),
            leaf("effectcategory", "Dissolve") if kind == "video" else None,
            leaf("effecttype", "transition"), leaf("mediatype", kind),
        )  # fmt: skip
        return made(
            "transitionitem", _rate(self._rate), leaf("start", item.first),
            leaf("end", item.first + item.dissolve), leaf("alignment", "start"), effect,
        )  # fmt: skip

    def _picture(self, item: Item, place: int) -> Element:
        marker = made(
            "marker", leaf("comment", "\n\n".join(filter(None, (item.words, item.notes)))),
            leaf("name", item.name), leaf("in", item.source), leaf("out", -1),
        )  # fmt: skip
        fading = any(item.dips)
        return made(
            "clipitem", *self._head(item, item.dissolve > 0, item.tail, heard=False),
            _fading("Opacity", "opacity", "motion", "video", 100.0, item) if fading else None,
            marker, *(self._links(item, place) if item.media.has_sound else ()),
            id=f"clipitem-{place + 1}",
        )  # fmt: skip

    def _clip_sound(self, channel: int) -> Iterator[Element | None]:
        before: Item | None = None
        for place, item in enumerate(self._film.items):
            if not item.media.has_sound:
                before = None
                continue
            if before is not None:
                yield self._transition(item, "audio")
            after = place + 1 < len(self._film.items) and self._film.items[place + 1]
            runs_on = isinstance(after, Item) and after.media.has_sound
            begins_over = before is not None and item.dissolve > 0
            head = self._head(item, begins_over, item.tail if runs_on else 0, heard=True)
            loud = None
            if item.gain_db:
                loud = _levels(factor(item.gain_db), item.source, item.frames, (0, 0))
            yield made(
                "clipitem", *head, _source_track(channel), loud, *self._links(item, place),
                id=f"clipitem-{place + 1}-{channel}",
            )  # fmt: skip
            before = item

    def _head(self, item: Item, begins_over: bool, tail: int, *, heard: bool) -> Iterator[Element]:
        """Beside a transition a place is -1, and the part of the file goes as far as that does."""
        yield leaf("name", item.name)
        yield leaf("enabled", "TRUE" if not heard or item.gain_db is not None else "FALSE")
        yield leaf("duration", item.media.frames)
        yield _rate(self._rate)
        yield leaf("start", -1 if begins_over else item.first)
        yield leaf("end", -1 if tail else item.last)
        yield leaf("in", item.source)
        yield leaf("out", item.source + item.frames + tail)
        # Some readers know no picture's file by its id alone, so it is told whole each time.
        whole = not heard
        yield self._file(item.media) if whole else made("file", id=self._files[item.media.path])

    def _sound(self, sound: Sound, number: int, lane: int, channel: int) -> Element:
        loud = None
        if sound.gain_db or any(sound.fades):
            loud = _levels(factor(sound.gain_db), sound.source, sound.frames, sound.fades)
        return made(
            "clipitem", leaf("name", sound.name), leaf("enabled", "TRUE"),
            leaf("duration", sound.media.frames), _rate(self._rate), leaf("start", sound.first),
            leaf("end", sound.last), leaf("in", sound.source),
            leaf("out", sound.source + sound.frames), self._file(sound.media),
            _source_track(channel), loud, id=f"sound-{lane + 1}-{number + 1}-{channel}",
        )  # fmt: skip

    def _links(self, item: Item, place: int) -> Iterator[Element]:
        """Picture and sound of one clip, which are moved together."""
        yield made(
            "link", leaf("linkclipref", f"clipitem-{place + 1}"), leaf("mediatype", "video"),
            leaf("trackindex", 1), leaf("clipindex", place + 1),
        )  # fmt: skip
        for channel in _CHANNELS:
            yield made(
                "link", leaf("linkclipref", f"clipitem-{place + 1}-{channel}"),
                leaf("mediatype", "audio"), leaf("trackindex", channel),
            )  # fmt: skip

    def _file(self, media: Media) -> Element:
        """All that is known of a file."""
        own = media.rate if media.has_picture else self._rate
        frames = int(media.frames * own / self._rate)
        seen = heard = None
        if media.has_picture:
            width, height = media.size
            seen = made(
                "video",
                made("samplecharacteristics", _rate(own), leaf("width", width),
                     leaf("height", height)),
            )  # fmt: skip
        if media.has_sound:
            shape = made("samplecharacteristics", leaf("depth", 16), leaf("samplerate", 48_000))
            heard = made("audio", shape, leaf("channelcount", 2))
        code = made(
            "timecode", _rate(own), leaf("string", "00:00:00:00"), leaf("frame", 0),
            leaf("displayformat", "NDF"),
        )  # fmt: skip
        url = file_url(media.path, "localhost")
        return made(
            "file", leaf("name", media.path.name), leaf("pathurl", url),
            _rate(own), leaf("duration", frames), code, made("media", seen, heard),
            id=self._files[media.path],
        )  # fmt: skip


def _media(film: Sequence) -> Iterable[Media]:
    every = [*(item.media for item in film.items), *(sound.media for sound in film.sounds)]
    return {media.path: media for media in every}.values()


def _rate(rate: Fraction) -> Element:
    return made(
        "rate", leaf("timebase", base_of(rate)), leaf("ntsc", "TRUE" if is_ntsc(rate) else "FALSE")
    )


def _track(children: Iterable[Element | None], *more: Element) -> Element:
    return made("track", *children, leaf("enabled", "TRUE"), leaf("locked", "FALSE"), *more)


def _source_track(channel: int) -> Element:
    return made("sourcetrack", leaf("mediatype", "audio"), leaf("trackindex", channel))


def _fading(name: str, effect: str, category: str, kind: str, full: float, item: Item) -> Element:
    """From black and to black, by the opacity."""
    into, out = item.dips
    return _filter(name, effect, category, kind, full, item.source, item.frames, (into, out))


def _levels(gain: float, source: int, frames: int, fades: tuple[int, int]) -> Element:
    loud = round(min(gain, _LOUDEST), 5)
    return _filter(
        "Audio Levels", "audiolevels", "audiolevels", "audio", loud, source, frames, fades
    )


def _filter(
    name: str,
    effect: str,
    category: str,
    kind: str,
    full: float,
    source: int,
    frames: int,
    fades: tuple[int, int],
) -> Element:
    into, out = fades
    points: list[tuple[int, float]] = []
    if into:
        points += [(0, 0.0), (into, full)]
    if out:
        points += [(max(frames - out, points[-1][0] if points else 0), full), (frames, 0.0)]
    names = {"opacity": "opacity", "audiolevels": "level"}
    most = 100 if effect == "opacity" else _LOUDEST
    parameter = made(
        "parameter", leaf("parameterid", names[effect]), leaf("name", name.rpartition(" ")[2]),
        leaf("valuemin", 0), leaf("valuemax", most), leaf("value", full),
        *(
            made("keyframe", leaf("when", source + when), leaf("value", value))
            for when, value in points
        ),
    )  # fmt: skip
    return made(
        "filter",
        made(
            "effect", leaf("name", name), leaf("effectid", effect),
            leaf("effectcategory", category), leaf("effecttype", category),
            leaf("mediatype", kind), parameter,
        ),
    )  # fmt: skip


def write_fcp7(film: Sequence, _out: Path) -> bytes:
    """The sequence as the bytes of a Final Cut Pro 7 XML file."""
    return document(_Writer(film).root(), "xmeml")
