"""What the chosen model allows for a shot, asked of the catalogue."""

from __future__ import annotations

from functools import reduce

from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL, Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.options import over
from topa_studio.model.scenario import Scenario, Scene, Settings, Shot

_LAST_WORD = Settings(model=DEFAULT_CLIP_MODEL, sound=True)


def inherited(scenario: Scenario, scene: Scene | None) -> Settings:
    """What holds in a scene (None: in the film) where a shot says nothing itself."""
    layers = [scenario.film.settings, _LAST_WORD]
    if scene is not None:
        layers.insert(0, scene.settings)
    model = next((layer.model for layer in layers if layer.model is not None), None)
    mode = next((layer.mode for layer in layers if layer.mode is not None), None)
    sound = next((layer.sound for layer in layers if layer.sound is not None), None)
    options = reduce(over, (layer.options for layer in layers))
    return Settings(model, mode or clip_model(model).default_mode, sound, options)


def in_force(shot: Shot, below: Settings) -> Settings:
    """What holds for a shot over what it inherits."""
    own = shot.settings
    return Settings(
        own.model if own.model is not None else below.model,
        own.mode if own.mode is not None else below.mode,
        own.sound if own.sound is not None else below.sound,
        over(own.options, below.options),
    )


def clip_model(id: str | None) -> Model:
    """The clip model of that id; the usual one where the id is not known."""
    catalogue = Catalogue.bundled()
    found = catalogue.get(id) if id is not None else None
    found = found or catalogue.get(DEFAULT_CLIP_MODEL)
    if found is None:
        raise LookupError(DEFAULT_CLIP_MODEL)
    return found


def used_elements(scenario: Scenario, shot: Shot, prompt: str) -> int:
    """How many elements of the film a shot uses: listed or mentioned in `prompt`, each once."""
    names = dict.fromkeys((*shot.elements, *mentioned_names(prompt, scenario.names)))
    return sum(scenario.element(name) is not None for name in names)
