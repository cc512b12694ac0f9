"""Works out which files an export for an editing program writes, and under which names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from topa_studio.app.exporting.files import is_inside_film, readable_files
from topa_studio.app.exporting.handover import Handover, media_folder
from topa_studio.app.exporting.media_facts import MediaFacts
from topa_studio.app.exporting.own_files import OwnFiles
from topa_studio.base.errors import MediaError, ProjectError
from topa_studio.base.files import sha256_of
from topa_studio.base.regular import read_regular
from topa_studio.film.composition import Composition
from topa_studio.film.export.facts import ClipFacts, most_common_size, size_of
from topa_studio.film.export.landing import free_name
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.request import Request
from topa_studio.film.export.trouble import trouble_of
from topa_studio.film.export.unread import Unread, track_paths
from topa_studio.film.interchange.alone import plan_alone
from topa_studio.film.interchange.assembling import (
    Known,
    Made,
    Places,
    Supply,
    assembled,
    supplies,
)
from topa_studio.film.interchange.formats import written as text_of
from topa_studio.film.interchange.losses import losses, refusal
from topa_studio.film.interchange.manifest import (
    ENDING,
    MOST_BYTES,
    Manifest,
    before_any_export,
    film_mark,
    manifest_path,
    read_manifest,
    words_mark,
    written,
)
from topa_studio.film.interchange.names import MEDIA, stems_of
from topa_studio.film.interchange.sequence import Sequence
from topa_studio.film.ladder import Source
from topa_studio.film.sound import CLIP
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.folder.layout import Layout

_UNREADABLE = "media.unreadable"


class Planner:
    """Works exports of one film out. All of it blocks, and is for a thread.

    Args:
        takes: the number of the take that stands for a shot; None: it has none.
        faces: pictures of elements by their names, as files.
        words: sentences of codes in the user's language, for slates.
    """

    def __init__(
        self,
        layout: Layout,
        scenario: Path,
        takes: Callable[[str], int | None],
        faces: Callable[[], dict[str, Path]],
        words: Callable[[], dict[str, str]],
    ) -> None:
        self.layout, self.scenario = layout, scenario.absolute()
        self.own = OwnFiles(scenario, layout)
        self._takes, self._faces = takes, faces
        self._facts = MediaFacts(layout)
        self._words = words

    def plan(
        self,
        film: Composition,
        kind: str,
        out: Path,
        *,
        collect: Path | None = None,
        update: bool = False,
    ) -> Handover:
        """What is written.

        Raises:
            MediaError: one of the files is there and none of this export's, or is the film's own.
            ProjectError: it cannot be a file of this kind, or is another film's export.
        """
        earlier = self._earlier(film.scenario, out, update=update)
        folder = self._folder(out, collect, earlier)
        known = self._facts.of(film)
        again = (
            frozenset(shot.key for shot in earlier.shots if shot.own) if earlier else frozenset()
        )
        supply = supplies(film, known, collect=collect is not None, own=again)
        stems = stems_of(film.cuts, earlier.stems if earlier else {})
        places = self._places(film, supply, stems, folder, collect is not None, earlier)
        size = self._size(film, known)
        sequence = assembled(film, supply, places, known, size, film_mark(film.scenario))
        if (why := refusal(sequence, kind)) is not None:
            raise ProjectError(why.code, **why.params)
        renders, copies = self._made(film, supply, places, size, folder)
        over = earlier.own_files if earlier else frozenset()
        replaced = {path for path in (*renders, *copies) if path.name in over}
        replaced |= {out, manifest_path(out)} if earlier else set()
        text = text_of(kind, sequence, out)
        made = Handover(
            kind, out, folder, film, sequence, supply, renders, copies, frozenset(replaced),
            losses(sequence, kind), _missing(film), _unread(film, known),
            text,
            self._manifest(
                kind, out, folder, film, sequence, supply, stems, places, copies, _digest(text)
            ),
        )  # fmt: skip
        self.check(made)
        return made

    def check(self, made: Handover) -> None:
        """Raises MediaError: something is there that is not to be written over, or one's own."""
        self.own.refuse(made.targets, made.film)
        for target in (made.out, manifest_path(made.out)):
            if target not in made.replaced and (target.exists() or target.is_symlink()):
                raise MediaError("interchange.exists", path=str(target))

    def requests(self, made: Handover, parts: Callable[[Path], Path]) -> list[Request]:
        """What whoever renders is told; `parts` says under which name a file is written first."""
        faces = self._faces()
        return [
            Request(
                plan, parts(target), readable_files(self.layout, plan.film), faces, self._words()
            )
            for target, plan in made.renders.items()
        ]

    def earlier_export(self, out: Path) -> Manifest | None:
        """The manifest of what was written to `out`; None: there is none that can be read."""
        try:
            return read_manifest(read_regular(manifest_path(out), MOST_BYTES), out.parent)
        except (OSError, ValueError):
            return None

    def _earlier(self, film: Scenario, out: Path, *, update: bool) -> Manifest | None:
        """The export that is written over. Raises ProjectError, MediaError: it is none of ours."""
        if not update or not (out.exists() or manifest_path(out).exists()):
            return None
        earlier = self.earlier_export(out)
        if earlier is None:
            raise ProjectError("interchange.no-manifest", path=f"{out.name}{ENDING}")
        if not earlier.is_of(film, self.scenario):
            raise ProjectError("interchange.other-film", path=f"{out.name}{ENDING}")
        try:
            is_same = not out.exists() or sha256_of(out) == earlier.text
        except OSError as error:
            raise trouble_of(error, out) from error
        if not is_same:
            raise ProjectError("interchange.edited-since", path=out.name)
        return earlier

    def _folder(self, out: Path, collect: Path | None, earlier: Manifest | None) -> Path:
        if earlier is not None and earlier.folder:
            folder = out.parent / earlier.folder
            if collect is not None and folder != collect.absolute():
                raise ProjectError("interchange.other-folder", path=str(folder))
            return folder
        return media_folder(out) if collect is None else collect.absolute()

    def _places(
        self,
        film: Composition,
        supply: Iterable[Supply],
        stems: dict[str, str],
        folder: Path,
        collect: bool,
        earlier: Manifest | None,
    ) -> Places:
        """Where the file of each shot and sound lies, or will lie."""
        were = {shot.key: shot.own for shot in earlier.shots if shot.own} if earlier else {}
        taken = {folder / name for name in (earlier.own_files if earlier else ())}
        shots: dict[str, Path] = {}
        for one in supply:
            key = one.cut.key
            if one.made is Made.LINKED:
                shots[key] = self.layout.absolute(one.cut.path)
                continue
            shots[key] = (
                folder / were[key]
                if key in were
                else free_name(folder, f"{stems[key]}{MEDIA}", frozenset(taken))
            )
            taken.add(shots[key])
        sounds: dict[str, Path] = {}
        heard = dict(earlier.sounds) if earlier else {}
        for part in film.parts:
            if part.kind == CLIP or part.path in sounds:
                continue
            source = self.layout.absolute(part.path)
            if part.path in heard:
                sounds[part.path] = folder / heard[part.path]
            elif collect:
                sounds[part.path] = free_name(folder, source.name, frozenset(taken))
                taken.add(sounds[part.path])
            else:
                sounds[part.path] = source
        takes = {cut.key: self._takes(cut.key) for cut in film.cuts}
        return Places(stems, {k: n for k, n in takes.items() if n is not None}, shots, sounds)

    def _made(
        self,
        film: Composition,
        supply: Iterable[Supply],
        places: Places,
        size: tuple[int, int],
        folder: Path,
    ) -> tuple[dict[Path, Plan], dict[Path, Path]]:
        renders: dict[Path, Plan] = {}
        copies: dict[Path, Path] = {}
        for one in supply:
            target = places.shots[one.cut.key]
            if one.made is Made.RENDERED:
                renders[target] = plan_alone(film, one, size)
            elif one.made is Made.COPIED:
                copies[target] = self.layout.absolute(one.cut.path)
        for path, target in places.sounds.items():
            source = self.layout.absolute(path)
            if target != source and is_inside_film(self.layout, source) and source.is_file():
                copies[target] = source
        return renders, copies

    def _size(self, film: Composition, known: Known) -> tuple[int, int]:
        clips = {
            path: ClipFacts(*facts.size, facts.seconds, 0, float(facts.rate))
            for path, facts in known.items()
        }
        return size_of("film", film.ratio, most_common_size(film.cuts, clips))

    def _manifest(
        self,
        kind: str,
        out: Path,
        folder: Path,
        film: Composition,
        sequence: Sequence,
        supply: tuple[Supply, ...],
        stems: dict[str, str],
        places: Places,
        copies: dict[Path, Path],
        text: str,
    ) -> bytes:
        shots = before_any_export(film.scenario, sequence, supply, stems)
        sounds = {path: target.name for path, target in places.sounds.items() if target in copies}
        place = folder.name if folder.parent == out.parent else folder.as_posix()
        made = any(shot.own for shot in shots) or sounds
        scenario = words_mark(self.scenario.as_posix())
        made_in = place if made else ""
        manifest = Manifest(kind, scenario, film.rate, made_in, shots, sounds, text)
        return written(manifest, out.parent)


def _missing(film: Composition) -> tuple[str, ...]:
    return tuple(cut.key for cut in film.cuts if cut.source in (Source.PANEL, Source.SLATE))


def _unread(film: Composition, known: Known) -> Unread:
    """What cannot be read of its clips and sounds."""
    clips = {cut.key: cut.path for cut in film.cuts if cut.source is Source.CLIP}
    shots = {key: _UNREADABLE for key, path in clips.items() if path not in known}
    sounds = {path: _UNREADABLE for path in sorted(track_paths(film)) if path not in known}
    return Unread(shots, sounds)


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()
