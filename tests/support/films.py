"""Scenario texts for the tests of the document."""

from pathlib import Path

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.document.reading.findings import describe
from topa_studio.model.problem import Severity

FILM = """\
# yaml-language-server: $schema=../resources/scenario.schema.json
title: "Best day"  # the film

global_config:
  style_prefix: "3D animation"   # before each prompt
  fps: 24
elements:
  characters:
    - name: Topa
      description: "A small bear"
      reference_prompts: ["front view", "side view"]
      image_urls: []
  backgrounds:
    - name: Valley
      description: 'A green valley'

scenes:
  # The first morning
  - id: 1
    title: 'Morning'
    background: Sunny valley
    shots:
      # he yawns
      - id: "1"   # first of all
        prompt: "Wide shot. @Topa yawns and sits up in @Valley. Sound: birds."
        elements_needed: [Topa, "Valley"]
        mood: sleepy
        # duration: 8

      # he walks
      - id: 2
        prompt: >
          Medium shot. @Topa walks over the hill and
          stops at the tree. Sound: wind.
        elements_needed:
          - Topa   # the bear
        duration: 4

      - id: 3
        prompt: |
          Close-up. @Topa smiles and blinks once.
        duration: 7
        trim: {in: 1.0, out: 3}
  - id: hill
    shots:
    - shot_id: 1
      prompt: High angle. @Topa rolls down the hill and lands softly.
  # nothing yet
  - id: 3
    shots: []   # none
"""

FLAT = """\
elements:
  Topa: {type: character, description: "A small bear"}
  Valley:
    type: background
    description: Green
scenes:
- id: scene_01
  shots:
  - shot_id: 1
    prompt: "Wide shot. @Topa sits down in @Valley."
    elements_needed: [Topa, Valley]
"""


def opened(text: str | bytes, *, name: str = "film.yaml") -> Document:
    """A document of that text, checked with the bundled catalogue."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    return Document(Path(name), data, Catalogue.bundled())


def errors(document: Document) -> list[str]:
    """The errors as the user reads them."""
    found = [p for p in document.problems if p.severity is Severity.ERROR]
    return [describe(problem) for problem in found]


def codes(document: Document) -> set[str]:
    """The codes of all problems, without the room's name."""
    return {problem.code.removeprefix("document.") for problem in document.problems}
