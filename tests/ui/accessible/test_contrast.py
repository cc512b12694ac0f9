"""Every pair of words and ground that the sheet or a painter makes can be read, in both looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from topa_studio.ui.look.colours import DARK, LIGHT, Tokens, accent_words, contrast, mix
from topa_studio.ui.look.sheet import sheet

LOOKS = pytest.mark.parametrize("look", [DARK, LIGHT], ids=lambda look: look.name)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# Where something transparent may lie.
_GROUNDS = ("bg", "panel", "raised")
# What is painted on grounds that are mixed: the ground, what is mixed in, its share, the words.
_PAINTED = (
    ("panel", "text", 0.07, ("text", "dim")),
    ("raised", "text", 0.05, ("text", "dim")),
    ("raised", "text", 0.08, ("text", "dim")),
    ("raised", "text", 0.04, ("text", "dim")),
    ("panel", "accent", 0.08, ("text", "dim")),
    ("panel", "text", 0.05, ("text", "dim")),
    ("stage", "panel", 0.60, ("text", "dim")),
    ("bg", "raised", 0.90, ("text", "dim", "ok", "run", "warn", "bad")),
)


def declared(body: str, name: str) -> QColor | None:
    found = re.search(rf"(?:^|[;\s]){name}:\s*(#[0-9a-fA-F]{{6}})", body)
    return QColor(found.group(1)) if found else None


def pairs(look: Tokens) -> Iterator[tuple[str, QColor, QColor]]:
    """Which rule, its words, its ground; what is greyed out may be faint."""
    rules = [(" ".join(s.split()), body) for s, body in _RULE.findall(sheet(look, lambda px: px))]
    inks = {one: declared(body, "color") for s, body in rules for one in s.split(", ")}
    for where, body in rules:
        if ":disabled" in where or "::" in where:
            continue
        words, ground = declared(body, "color"), declared(body, "background")
        # What is under the pointer or pressed keeps the words of what it is.
        words = words or inks.get(re.sub(r":(hover|pressed|checked)", "", where.split(", ")[0]))
        if words is not None and ground is not None:
            yield where, words, ground
        elif ground is not None and not re.search(r"QSlider|QScrollBar|rule|separator", where):
            yield where, look.text, ground
        elif words is not None and words != look.bg:
            # Notes of the first start lie on a ground as light as words are.
            for name in ("text",) if '="note"' in where else _GROUNDS:
                yield f"{where} on {name}", words, getattr(look, name)


@LOOKS
def test_words_of_the_sheet_can_be_read(look: Tokens) -> None:
    found = list(pairs(look))
    assert len(found) > 60
    poor = {
        f"{where}: {words.name()} on {ground.name()} {contrast(words, ground):.2f}"
        for where, words, ground in found
        if contrast(words, ground) < 4.5
    }
    assert poor == set()


@LOOKS
def test_words_that_are_painted_can_be_read(look: Tokens) -> None:
    poor = []
    for ground, other, share, names in _PAINTED:
        mixed = mix(getattr(look, ground), getattr(look, other), share)
        poor += [
            f"{name} on {ground} with {share} of {other}"
            for name in names
            if contrast(getattr(look, name), mixed) < 4.5
        ]
    assert poor == []
    assert contrast(look.text, look.stage) >= 4.5
    assert contrast(accent_words(look), mix(look.panel, look.accent, 0.12)) >= 4.5


@LOOKS
def test_the_ring_of_the_keyboard_is_seen_on_every_ground(look: Tokens) -> None:
    for name in (*_GROUNDS, "well", "stage"):
        assert contrast(look.run, getattr(look, name)) >= 3.0, name
