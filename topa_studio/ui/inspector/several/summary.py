"""What several shots say together: counted once a change, in one pass over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.options import OptionValue
from topa_studio.model.scenario import Scenario, Settings, Shot

PICTURE, FRAME = "\0picture", "\0frame"
"""What a shot starts from where it is a picture of the user's own, or a frame inside a clip."""


@dataclass(slots=True)
class Summary:
    """Values with how many shots have each.

    Attributes:
        seconds: of all of them together, as they last in the film.
        low, high: the shortest and the longest clip that any of their models makes.
        modes: qualities that any of their models has.
        sounds: of those whose model has sound.
        needs_frame: how many are not made without a frame to start from.
        options: values of each option by name, where all share one model: `model`.
        elements: names that a shot lists or mentions.
    """

    keys: tuple[str, ...] = ()
    seconds: float = 0.0
    low: int = 0
    high: int = 0
    lengths: Counter[int] = field(default_factory=Counter)
    modes: tuple[str, ...] = ()
    qualities: Counter[str] = field(default_factory=Counter)
    sounds: Counter[bool] = field(default_factory=Counter)
    starts: Counter[str] = field(default_factory=Counter)
    needs_frame: int = 0
    model: Model | None = None
    options: dict[str, Counter[OptionValue | None]] = field(default_factory=dict)
    elements: Counter[str] = field(default_factory=Counter)
    accepted: int = 0
    words: int = 0


def summary_of(film: Scenario, keys: Sequence[str], settings: Callable[[str], Settings]) -> Summary:
    """Of these shots; `settings` says what is in force for one."""
    names = film.names
    found = Summary(tuple(keys))
    models: dict[str | None, Model] = {}
    said: set[str] = set()
    for key in keys:
        shot, now = film.shot(key), settings(key)
        model = models.get(now.model)
        if model is None:
            model = models[now.model] = Catalogue.bundled().clip_model(now.model)
        used = used_elements(film, shot, names)
        found.seconds += shot.seconds
        found.lengths[shot.duration] += 1
        found.qualities[now.mode or ""] += 1
        if model.has_sound:
            found.sounds[bool(now.sound)] += 1
        found.starts[start_of(shot)] += 1
        found.needs_frame += model.elements_need_frame and bool(used)
        found.elements.update(used)
        found.accepted += shot.locked
        said.add(shot.prompt)
    found.words = len(said)
    _take_models(found, tuple({model.id: model for model in models.values()}.values()))
    _take_options(found, settings)
    return found


def used_elements(film: Scenario, shot: Shot, names: Sequence[str]) -> tuple[str, ...]:
    """Elements of the film that a shot lists or mentions, each once."""
    used = dict.fromkeys((*shot.elements, *mentioned_names(shot.prompt, names)))
    return tuple(name for name in used if film.element(name) is not None)


def start_of(shot: Shot) -> str:
    """What a shot says that it starts from: "" for the usual, a word, `FRAME` or `PICTURE`."""
    if shot.start == "previous" and shot.start_at is not None:
        return FRAME
    return PICTURE if any(name == "start" for name, _ in shot.own_frames) else shot.start or ""


def _take_models(found: Summary, models: Sequence[Model]) -> None:
    if models:
        found.low = min(model.limits.min_seconds for model in models)
        found.high = max(model.limits.max_seconds for model in models)
    found.modes = tuple(dict.fromkeys(mode for model in models for mode in model.modes))
    found.model = models[0] if len(models) == 1 else None


def _take_options(found: Summary, settings: Callable[[str], Settings]) -> None:
    declared = Catalogue.bundled().options_of(found.model) if found.model is not None else {}
    for name, option in declared.items():
        values = found.options[name] = Counter()
        for key in found.keys:
            values[dict(settings(key).options).get(name, option.default)] += 1
