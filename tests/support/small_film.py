"""A film of a few short shots, quick to make and with every kind of wish in it."""

from __future__ import annotations

from pathlib import Path

_HEAD = """\
title: Four shots
global_config:
  style_prefix: "3D animation, soft light"
  mode: std
elements:
  characters:
    - name: Topa
      description: "A small orange bear cub"
      reference_prompts: ["front view", "side view"]
  backgrounds:
    - name: Valley
      description: "A green valley at sunrise"
      reference_prompts: ["wide view", "medium view"]
scenes:
  - id: 1
    title: Morning
    background: Sunny valley
    lighting: Warm morning light
    shots:
"""
_SHOT = """\
      - id: {id}
        title: "Shot {id}"
        prompt: "Wide shot. @Topa walks through @Valley and stops at stone {id}. Sound: birds."
        elements_needed: [Topa, Valley]
        duration: 3
"""


def small_film(folder: Path, shots: int = 4) -> Path:
    """Write the film into `folder`; its scenario file."""
    scenario = folder / "film.yaml"
    folder.mkdir(parents=True, exist_ok=True)
    text = _HEAD + "".join(_SHOT.format(id=number) for number in range(1, shots + 1))
    scenario.write_text(text, encoding="utf-8")
    return scenario


def wishes(shots: int = 4) -> int:
    """How many creates the whole film takes: two elements of two views, a panel and clip a shot."""
    return 4 + 2 * shots
