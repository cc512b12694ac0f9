"""One value for several shots as edits; a shot that cannot take it is left alone and named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from topa_studio.app.session import ProjectSession
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.document.edits import OPTION, Edit, SetField, ShotTarget, UnsetField, Value
from topa_studio.model.options import OptionValue
from topa_studio.model.rewording import appended, replaced, without_mentions
from topa_studio.model.scenario import Scenario, Settings, Shot
from topa_studio.ui.inspector.several.summary import used_elements


@dataclass(frozen=True, slots=True)
class Batch:
    """What one act means for several shots. `left`: keys of those that cannot take it."""

    edits: tuple[Edit, ...] = ()
    left: tuple[str, ...] = ()


class Values:
    """Values for these shots of the open film, each within what the shot's own model takes."""

    def __init__(self, session: ProjectSession, keys: Sequence[str]) -> None:
        self._session, self._film = session, session.film
        self._keys = tuple(key for key in keys if self._film.has_shot(key))

    def length(self, seconds: int) -> Batch:
        """So many seconds to be made."""

        def fits(_shot: Shot, model: Model) -> bool:
            return model.limits.min_seconds <= seconds <= model.limits.max_seconds

        return self._each(
            fits, lambda shot: _set(shot, "duration", seconds) if shot.duration != seconds else []
        )

    def quality(self, mode: str) -> Batch:
        """This quality."""
        return self._each(
            lambda _shot, model: mode in model.modes,
            lambda shot: self._override(shot, "mode", mode),
        )

    def sound(self, *, on: bool) -> Batch:
        """With sound, or without."""
        return self._each(
            lambda _shot, model: model.has_sound,
            lambda shot: self._override(shot, "sound", on),
        )

    def start(self, start: str) -> Batch:
        """From what they start: "" for the usual, or a word of the file."""
        first = next((shot.key for scene in self._film.scenes for shot in scene.shots), None)
        names = self._film.names

        def fits(shot: Shot, model: Model) -> bool:
            needs = model.elements_need_frame and bool(used_elements(self._film, shot, names))
            return not (start == "none" and needs) and not (
                start == "previous" and shot.key == first
            )

        def edits(shot: Shot) -> list[Edit]:
            target = ShotTarget(shot.key)
            without = [UnsetField(target, "start_at")] if shot.start_at is not None else []
            said = SetField(target, "start", start) if start else UnsetField(target, "start")
            return [said, *without] if start or shot.start is not None else []

        return self._each(fits, edits)

    def option(self, name: str, value: OptionValue | None) -> Batch:
        """An option of the model that all of them have; None: as the model likes."""
        field, declared = f"{OPTION}{name}", Catalogue.bundled().option(name)
        default = None if declared is None else declared.default

        def edits(shot: Shot) -> list[Edit]:
            below = dict(self._inherited(shot.key).options).get(name, default)
            if value is None or value == below:
                return [UnsetField(ShotTarget(shot.key), field)]
            return [SetField(ShotTarget(shot.key), field, value)]

        return self._each(lambda _shot, _model: True, edits)

    def mention(self, name: str) -> Batch:
        """Those mention an element that do not use it yet, as many as a shot may."""
        names = self._film.names

        def fits(shot: Shot, model: Model) -> bool:
            used, most = used_elements(self._film, shot, names), model.limits.elements
            return name in used or not most or len(used) < most

        def edits(shot: Shot) -> list[Edit]:
            if name in used_elements(self._film, shot, names):
                return []
            return _set(shot, "prompt", appended(shot.prompt, f"@{name}"))

        return self._each(fits, edits)

    # Inside.

    def _each(
        self, fits: Callable[[Shot, Model], bool], edits: Callable[[Shot], Sequence[Edit]]
    ) -> Batch:
        found: list[Edit] = []
        left = []
        for key in self._keys:
            shot = self._film.shot(key)
            if fits(shot, Catalogue.bundled().clip_model(self._session.settings(key).model)):
                found += edits(shot)
            else:
                left.append(key)
        return Batch(tuple(found), tuple(left))

    def _inherited(self, key: str) -> Settings:
        return self._session.inherited(self._film.scene_of(key))

    def _override(self, shot: Shot, field: Literal["mode", "sound"], value: Value) -> list[Edit]:
        """Nothing where it holds already; without a word of its own where it holds anyway."""
        if getattr(self._session.settings(shot.key), field) == value:
            return []
        if getattr(self._inherited(shot.key), field) == value:
            return [UnsetField(ShotTarget(shot.key), field)]
        return _set(shot, field, value)


def added_words(film: Scenario, keys: Sequence[str], words: str) -> list[Edit]:
    """These words at the end of each."""
    shots = (film.shot(key) for key in keys if film.has_shot(key))
    return [edit for shot in shots for edit in _set(shot, "prompt", appended(shot.prompt, words))]


def replaced_words(film: Scenario, keys: Sequence[str], find: str, instead: str) -> list[Edit]:
    """One thing instead of another in the words of each."""
    edits: list[Edit] = []
    for shot in (film.shot(key) for key in keys if film.has_shot(key)):
        now, count = replaced(shot.prompt, find, instead, film.names)
        edits += _set(shot, "prompt", now) if count and now != shot.prompt else []
    return edits


def count_hits(film: Scenario, keys: Sequence[str], find: str, instead: str) -> tuple[int, int]:
    """How often it would be replaced, and in how many shots."""
    shots = (film.shot(key) for key in keys if film.has_shot(key))
    counts = [replaced(shot.prompt, find, instead, film.names)[1] for shot in shots]
    return sum(counts), sum(count > 0 for count in counts)


def taken_out(film: Scenario, keys: Sequence[str], name: str) -> list[Edit]:
    """An element that none of them uses any more; where it was mentioned its name is a word."""
    edits: list[Edit] = []
    for shot in (film.shot(key) for key in keys if film.has_shot(key)):
        for field, words in (("prompt", shot.prompt), ("panel_prompt", shot.panel_prompt)):
            plain = without_mentions(words, name, film.names)
            edits += _set(shot, field, plain) if plain != words else []
        if name in shot.elements:
            rest: Value = [other for other in shot.elements if other != name]
            edits += _set(shot, "elements_needed", rest)
    return edits


def _set(shot: Shot, field: str, value: Value) -> list[Edit]:
    return [SetField(ShotTarget(shot.key), field, value)]
