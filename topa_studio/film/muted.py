"""A film without what a window has muted: its voices, captions or music, never the file's own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from topa_studio.film.composition import Composition
from topa_studio.model.scenario import AudioTrack, Scene, Shot

VOICES, CAPTIONS, MUSIC = "voice", "caption", "music"


def without(film: Composition, lanes: Collection[str]) -> Composition:
    """The film as it plays with these lanes muted; the same where none is."""
    if not lanes:
        return film
    scenario = film.scenario
    audio = tuple(_track(track, lanes) for track in scenario.film.audio)
    scenes = scenario.scenes
    if CAPTIONS in lanes:
        scenes = tuple(map(_wordless, scenes))
    return replace(
        film, scenario=replace(scenario, film=replace(scenario.film, audio=audio), scenes=scenes)
    )


def _track(track: AudioTrack, lanes: Collection[str]) -> AudioTrack:
    lane = VOICES if track.kind == VOICES else MUSIC
    return replace(track, mute=True) if lane in lanes else track


def _wordless(scene: Scene) -> Scene:
    if not any(shot.caption or shot.captions for shot in scene.shots):
        return scene
    return replace(scene, shots=tuple(map(_silent, scene.shots)))


def _silent(shot: Shot) -> Shot:
    return replace(shot, caption="", captions=())
