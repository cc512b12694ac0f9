"""Model, quality and sound in force: a shot's own, else its scene's, the film's, else below it."""

from __future__ import annotations

from topa_studio.model.options import over as options_over
from topa_studio.model.scenario import Scenario, Scene, Settings

_NOTHING = Settings()


def over(upper: Settings, lower: Settings) -> Settings:
    """What `upper` leaves open, as `lower` has it."""
    if upper == _NOTHING:
        return lower
    return Settings(
        model=upper.model if upper.model is not None else lower.model,
        mode=upper.mode if upper.mode is not None else lower.mode,
        sound=upper.sound if upper.sound is not None else lower.sound,
        options=options_over(upper.options, lower.options),
        image_model=upper.image_model if upper.image_model is not None else lower.image_model,
    )


def inherited(scenario: Scenario, scene: Scene | None, below: Settings) -> Settings:
    """What holds in a scene (None: in the film) where a shot says nothing itself.

    `below`: what holds where the film says nothing either.
    """
    film = over(scenario.film.settings, below)
    return film if scene is None else over(scene.settings, film)


def in_force(scenario: Scenario, key: str, below: Settings) -> Settings:
    """What holds for a shot. Raises KeyError where it is not in the film."""
    shot, scene = scenario.shot(key), scenario.scene_of(key)
    return over(shot.settings, inherited(scenario, scene, below))
