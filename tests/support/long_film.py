"""Films of any length, in one of three styles of indentation, with comments and blank lines."""

from __future__ import annotations

STYLES = {"wide": (2, 4), "flush": (0, 0), "deep": (4, 4)}
SHOTS_A_SCENE = 10
_SHOT = """\
# comment of shot {scene}.{shot}
- id: {shot}
  title: "Shot {scene}.{shot}"   # as planned
  prompt: >
    Wide shot. @Topa walks over the green hill to stone {shot} and stops at the
    tree, the wind blows. Slow push-in. Sound: birds.
  elements_needed: [Topa]
  duration: 5
  notes: 'x'
"""
_HEAD = """\
title: Long
elements:
  characters: [{name: Topa, description: bear}]
scenes:
"""
LINES = _SHOT.count("\n") + 1


def long_film(shots: int, style: str = "wide") -> str:
    """The text of a film; scenes are called s1, s2 and so on, with ten shots each.

    Each shot is `LINES` lines with its comment and the blank line behind it.
    """
    dash, inner = STYLES[style]
    parts = [
        "title: Long\nelements:\n  characters:\n  - {name: Topa, description: bear}\nscenes:\n"
    ]
    for scene in range(1, shots // SHOTS_A_SCENE + 1):
        head = f"- id: s{scene}\n  background: valley  # green\n  shots:\n"
        parts.append(_indented(head, dash))
        words = (_SHOT.format(scene=scene, shot=shot) for shot in range(1, SHOTS_A_SCENE + 1))
        parts.extend(_indented(part, dash + 2 + inner) + "\n" for part in words)
    return "".join(parts).rstrip("\n") + "\n"


def _indented(text: str, columns: int) -> str:
    return "".join(" " * columns + line for line in text.splitlines(keepends=True))
