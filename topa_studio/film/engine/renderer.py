"""The frames of a film, one by one: what its composition says, from files, as pixels."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition, Layer
from topa_studio.film.engine.blending import black, blended, dimmed, placed
from topa_studio.film.engine.burning import NOTHING, Burnt, Overlay, words_of
from topa_studio.film.engine.pictures import Pictures
from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut
from topa_studio.media.glance import Glance
from topa_studio.media.reader import ClipReader
from topa_studio.media.scaling import Pixels
from topa_studio.media.stamp import Stamp, stamp_of

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_MOST_OPEN = 3
_HALF = 0.5

Reading = tuple[str, Stamp]


def _no_face(_name: str) -> None:
    return None


def _not_told(_key: str, _error: MediaError) -> None:
    return None


def _short(error: MediaError, source: Source) -> MediaError:
    """The same trouble for a slate, which has room for a few words and none for a path."""
    what = "clip" if source is Source.CLIP else "picture"
    why = "missing" if error.code == "media.missing" else "unread"
    return MediaError(f"media.slate-{what}-{why}", **error.params)


class Renderer:
    """Makes the frames of a film, synchronously; for one thread.

    A file that is missing or damaged never stops it: its shot is a slate that says why.

    Args:
        files: where a file of the film lies, by its path from the film's home.
        size: of all frames, in pixels; even for "yuv420p".
        pixels: "bgra", or "yuv420p" (BT.709, limited range).
        burnt: words that are painted over the picture; with them it needs a QGuiApplication.
        face: an element's first picture, for slates.
        said: an error's words for the slate.
        told: is called with a shot's key and its file's error, once for each version of a file;
            the error's "version" is its stamp.
        heavy: is called with a clip that cannot be decoded in time here, once for each version.
        alone: no other one works at the same time.
        clips: what reads them; a `Glance` where of each but a picture is asked.
    """

    def __init__(
        self,
        composition: Composition,
        files: Callable[[str], Path],
        size: tuple[int, int],
        pixels: Pixels = "bgra",
        *,
        burnt: Burnt = NOTHING,
        face: Callable[[str], Path | None] = _no_face,
        said: Callable[[MediaError], str] = str,
        told: Callable[[str, MediaError], None] = _not_told,
        heavy: Callable[[Path], None] | None = None,
        alone: bool = True,
        clips: type[ClipReader | Glance] = ClipReader,
    ) -> None:
        self.composition = composition
        self.size = size
        self.pixels: Pixels = pixels
        self._files, self._said, self._told = files, said, told
        self._pictures, self._overlay = Pictures(face, size, pixels), Overlay(size)
        self._burnt = burnt
        self._readers: OrderedDict[Reading, ClipReader | Glance] = OrderedDict()
        self._broken: dict[Stamp, MediaError] = {}
        self._noted: set[Reading] = set()
        self._heavy, self._weighed = heavy, set[Stamp]()
        self._alone, self._clips = alone, clips

    def frame(self, number: int) -> VideoFrame:
        """Frame `number` of the film; behind its end the last one, of an empty film a black one.

        It may be shared with what is kept here: it is not to be written into.
        """
        return self._made(number, rough=False)

    def near(self, number: int) -> VideoFrame:
        """Something close to frame `number`, at once: a clip's key frame before it.

        Where one shot dissolves into another it is the one that is seen more of.
        """
        return self._made(number, rough=True)

    def prepare(self, number: int) -> None:
        """Open what frame `number` shows, so that asking for it is quick."""
        for layer in self._layers(number):
            if layer.cut.source is not Source.CLIP or not self._is_open(layer.cut):
                self._picture(layer, rough=False)

    def look(self, composition: Composition, number: int) -> Hashable:
        """What tells frame `number` of a film from another: equal ones are the same picture."""
        layers = composition.layers(number)
        slates = tuple(
            composition.slate(layer.cut) for layer in layers if layer.cut.source is Source.SLATE
        )
        words = words_of(self._burnt, composition, number)
        return layers, composition.light(number), slates, words

    def take(self, composition: Composition) -> None:
        """From now on frames are of this film; what is open and still shown stays open."""
        self.composition = composition
        asked = {key for key, _ in self._readers}
        paths = {
            cut.key: str(self._files(cut.path))
            for cut in composition.cuts
            if cut.key in asked and cut.source is Source.CLIP
        }
        for reading in list(self._readers):
            if paths.get(reading[0]) != reading[1][0]:
                self._readers.pop(reading).close()

    def burn(self, burnt: Burnt) -> None:
        """From now on these words are painted over the picture."""
        self._burnt = burnt

    def resize(self, size: tuple[int, int]) -> None:
        """From now on frames have this size."""
        self.size = size
        self._pictures.resize(size)
        self._overlay = Overlay(size)
        for reader in self._readers.values():
            reader.resize(size)

    def close(self) -> None:
        """Close all files."""
        while self._readers:
            self._readers.popitem()[1].close()

    def _made(self, number: int, *, rough: bool) -> VideoFrame:
        composition = self.composition
        number = max(0, min(number, composition.frames - 1))
        shown = self._shown(number, composition.light(number), rough=rough)
        return self._overlay.over(shown, words_of(self._burnt, composition, number))

    def _shown(self, number: int, light: float, *, rough: bool) -> VideoFrame:
        layers = self._layers(number)
        if not layers or light <= 0:
            return black(self.size, self.pixels)
        if rough:
            layers = layers[-1:] if layers[-1].opacity >= _HALF else layers[:1]
        shown = self._picture(layers[0], rough=rough)
        for layer in layers[1:]:
            shown = blended(shown, self._picture(layer, rough=rough), layer.opacity)
        return shown if light >= 1 else dimmed(shown, light)

    def _layers(self, number: int) -> tuple[Layer, ...]:
        return self.composition.layers(max(0, min(number, self.composition.frames - 1)))

    def _picture(self, layer: Layer, *, rough: bool) -> VideoFrame:
        cut, why = layer.cut, ""
        share = layer.inside / max(1, cut.frames - 1)
        if cut.source is not Source.SLATE:
            stamp = stamp_of(self._files(cut.path))
            try:
                return self._of_file(layer, stamp, share, rough=rough)
            except MediaError as error:
                # The path as it stands in the film: the place of its folder is nobody's business.
                told = {**error.params, "path": cut.path, "version": stamp}
                error = MediaError(error.code, **told)
                self._note(cut.key, stamp, error)
                why = self._said(_short(error, cut.source))
        return self._pictures.slate(self.composition.slate(cut), why, cut.move, share)

    def _of_file(self, layer: Layer, stamp: Stamp, share: float, *, rough: bool) -> VideoFrame:
        cut, path = layer.cut, Path(stamp[0])
        if stamp in self._broken:
            raise self._broken[stamp]
        if cut.source is not Source.CLIP:
            return self._pictures.file(path, cut.move, share)
        reading = cut.key, stamp
        moment = cut.place_in_file(layer.inside)
        try:
            reader = self._readers.get(reading) or self._opened(reading, path)
            self._readers.move_to_end(reading)
            frame = reader.near(moment) if rough else reader.at(moment)
        except MediaError:
            if reading in self._readers:
                self._readers.pop(reading).close()
            raise
        if self._heavy is not None and stamp not in self._weighed and reader.is_heavy:
            self._weighed.add(stamp)
            self._heavy(path)
        return placed(frame, self.size, self.pixels)

    def _note(self, key: str, stamp: Stamp, error: MediaError) -> None:
        if stamp not in self._broken:
            self._broken[stamp] = error
        if (key, stamp) not in self._noted:
            self._noted.add((key, stamp))
            self._told(key, error)

    def _is_open(self, cut: Cut) -> bool:
        return (cut.key, stamp_of(self._files(cut.path))) in self._readers

    def _opened(self, reading: Reading, path: Path) -> ClipReader | Glance:
        while len(self._readers) >= _MOST_OPEN:
            self._readers.popitem(last=False)[1].close()
        reader = self._readers[reading] = self._clips(
            path, self.size, self.pixels, alone=self._alone
        )
        return reader
